"""Webhooks: the durable door beside the same door without a store, at 32 clients; and beside exports and replays."""

import asyncio
import base64
import hashlib
import hmac
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Final

import orjson

from bot.sandbox.processes import free_port
from bot.storage.store import open_store
from tests.benchmarks.bench_store import SPECS
from tests.benchmarks.served import PUBLIC, TOKEN, phone_of

CLIENTS: Final = 32
TEXTS: Final = 2_400
PACED: Final = 400  # texts of a paced turn
PAUSE: Final = 0.02  # seconds between two of them: far more than an agency gets
TURNS: Final = 3
LEAST: Final = {"webhook_durable": 0.35}
MOST: Final = {"webhook_loop_lag_added_p99_ms": 5.0, "ack_p95_beside_export": 1.5}


def a_request(sid: str, phone: str) -> bytes:
    """A signed webhook, ready to be sent."""
    fields = {"Body": "Yes, I have my own car", "From": phone, "MessageSid": sid, "NumMedia": "0", "To": "+15005550006"}
    url = f"{PUBLIC}/twilio/sms"
    signed = url + "".join(name + fields[name] for name in sorted(fields))
    signature = base64.b64encode(hmac.new(TOKEN.encode(), signed.encode(), hashlib.sha1).digest()).decode()
    body = urllib.parse.urlencode(fields)
    return (
        f"POST /twilio/sms HTTP/1.1\r\nHost: bot\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"X-Twilio-Signature: {signature}\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


async def client(port: int, requests: list[bytes], pause: float = 0.0) -> list[float]:
    """One connection, one request after another; the seconds of each answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    took = []
    for request in requests:
        began = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        length = next(int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        await reader.readexactly(length)
        took.append(time.perf_counter() - began)
        if pause:
            await asyncio.sleep(pause)
    writer.close()
    return took


async def pace(port: int, turn: int) -> float:
    """Texts a second over all clients."""
    each = TEXTS // CLIENTS
    batches = [[a_request(f"SM{turn}-{c}-{n}", phone_of(c * each + n)) for n in range(each)] for c in range(CLIENTS)]
    began = time.perf_counter()
    await asyncio.gather(*(client(port, batch) for batch in batches))
    return each * CLIENTS / (time.perf_counter() - began)


async def paced(port: int, turn: str) -> float:
    """The p95 of an answer in ms, at a pace that an agency may reach."""
    took = await client(port, [a_request(f"SP{turn}-{n}", phone_of(n)) for n in range(PACED)], PAUSE)
    return sorted(took)[int(0.95 * (PACED - 1))] * 1000


class Served:
    """The server as a process of its own."""

    def __init__(self, where: str) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "tests.benchmarks.served", where, str(self.port)]
        self._child = subprocess.Popen(command)
        self._ready()

    def _ready(self) -> None:
        for _ in range(600):
            try:
                self.lag()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server did not begin")

    def lag(self) -> dict[str, float]:
        """The loop's lag since the last question."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/lag") as answer:
            found: dict[str, float] = orjson.loads(answer.read())
        return found

    def close(self) -> None:
        """End it."""
        self._child.terminate()
        self._child.wait()


def read_all(where: str, stop: "multiprocessing.synchronize.Event") -> None:
    """What `export` and `replay` do to the store, without pause: every screening read in one snapshot, from outside."""

    os.nice(10)  # as the commands do

    async def again_and_again() -> None:
        store = open_store(where, SPECS, exclusive=False)
        while not stop.is_set():
            await store.read(lambda t: sum(len(row["about"]) for row in t["screenings"].all()))
        await store.close()

    asyncio.run(again_and_again())


def run() -> dict[str, float]:
    """Every figure by name."""
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "served.db")
        durable, without = Served(where), Served("")
        try:
            return _measure(durable, without, where)
        finally:
            durable.close()
            without.close()


def _measure(durable: Served, without: Served, where: str) -> dict[str, float]:
    paces, lags = [], []
    for turn in range(TURNS):
        durable.lag(), without.lag()
        paces.append((asyncio.run(pace(durable.port, turn)), asyncio.run(pace(without.port, turn))))
        lags.append((durable.lag()["p99"], without.lag()["p99"]))
    before, beside = [], []
    for turn in range(TURNS):
        before.append(asyncio.run(paced(durable.port, f"b{turn}")))
        beside.append(_beside(durable, where, turn))
    kept, bare = (max(column) for column in zip(*paces, strict=True))
    lag, bare_lag = (min(column) for column in zip(*lags, strict=True))
    return {
        "webhook_durable": kept / bare,
        "webhook_loop_lag_added_p99_ms": max(0.0, lag - bare_lag),
        "webhook_loop_lag_p99_ms": lag,
        "webhook_loop_lag_without_store_p99_ms": bare_lag,
        "webhook_durable_per_second": kept,
        "webhook_without_store_per_second": bare,
        "ack_p95_ms": min(before),
        "ack_p95_beside_export": min(beside) / min(before),
    }


def _beside(durable: Served, where: str, turn: int) -> float:
    stop = multiprocessing.get_context("spawn").Event()
    reader = multiprocessing.get_context("spawn").Process(target=read_all, args=(where, stop))
    reader.start()
    time.sleep(2)
    found = asyncio.run(paced(durable.port, f"e{turn}"))
    stop.set()
    reader.join()
    return found


if __name__ == "__main__":
    for name, figure in run().items():
        sys.stdout.write(f"{name:34} {figure:10.2f}\n")
