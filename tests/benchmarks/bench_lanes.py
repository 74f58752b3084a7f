"""A reply beside 500 first texts that wait for their turn: how many of them go before it."""

import asyncio
import sys
import time
from typing import Any, Final

from bot.outbox.claim import Rules, claim
from bot.outbox.rates import Rates
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Tables, open_inline_store
from screening.duties.release import Send, Verdict
from screening.effects import Priority
from screening.ports import Order

WAITING: Final = 5_000
NOW: Final = 1_700_000_000_000
MOST: Final = {"overtaken_by": 1.0, "claim_ms": 150.0}


def always(_: Tables, __: dict[str, Any], ___: int) -> Verdict:
    """The gate is open."""
    return Send()


def order(tables: Tables, n: int, priority: Priority, at: int) -> None:
    """A text to somebody of one segment."""
    phone = f"+1555{n:07}"
    payload = {"to": phone, "body": "How many years have you driven a forklift?"}
    made = Order(key=f"sms:{n}", way="sms", lane=f"phone:{phone}", payload=payload, priority=int(priority))
    Repositories(tables, b"pepper").order(made, at)


async def _measure() -> dict[str, float]:
    store = open_inline_store(":memory:", SPECS)
    rules = Rules(gate=always, rate=Rates(per_second=1.0), dropped=lambda *_: None)
    await store.run(lambda t: [order(t, n, Priority.FIRST, NOW) for n in range(WAITING)])
    before, spent, now = 0, [], NOW
    for second in range(60):
        now += 1_000
        if second == 5:
            await store.run(lambda t: order(t, WAITING, Priority.REPLY, now))  # noqa: B023
        start = time.perf_counter()
        claimed = await store.run(lambda t: claim(t, now, rules, {"sms": 16}).claimed)  # noqa: B023
        spent.append((time.perf_counter() - start) * 1000)
        if any(d.key == f"sms:{WAITING}" for d in claimed):
            break
        before += len(claimed) if second >= 5 else 0
    return {"overtaken_by": float(before), "claim_ms": sorted(spent)[len(spent) // 2]}


def run() -> dict[str, float]:
    """How many first texts went between the reply and its delivery, and what a claim takes."""
    return asyncio.run(_measure())


if __name__ == "__main__":
    for name, figure in run().items():
        sys.stdout.write(f"{name:20} {figure:8.2f}   at most {MOST[name]:g}\n")
