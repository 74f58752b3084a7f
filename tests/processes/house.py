"""A house: the sandbox, the toll-gate, and as many real `greenroom run` processes as a test starts, on one store."""

import asyncio
import contextlib
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import httpx

from bot.sandbox.endings import World, noted
from bot.sandbox.keys import Keys
from bot.sandbox.processes import SCRIPTS, DemoFailed, Process, free_port, outside
from bot.sandbox.recruiter import Recruiter
from bot.sandbox.wire import Json
from bot.sandbox.words import actions_of, words_of
from tests.processes.toll import Toll

JOB, AGENT, STAGE = 1020, "forklift", "Phone Screen"
PATIENCE = 300.0  # seconds until something is said never to happen: a bound, for no test waits longer than it must
SECRET = "the secret key of a test that is long enough"


class House:
    """Everything that a test of real processes needs; `where` is the GREENROOM_STORE."""

    def __init__(self, home: Path, where: str = "", **settings: str) -> None:
        sandbox, toll, bot = free_port(), free_port(), free_port()
        self.home, self.port = home, bot
        self.keys = Keys(
            sandbox_url=f"http://127.0.0.1:{sandbox}",
            bot_url=f"http://127.0.0.1:{bot}",
            public_url="https://greenroom.example.com",
        )
        self.where = where or str(home / "greenroom.db")
        self.toll = Toll(self.keys.sandbox_url, toll)
        self.settings = self._settings(f"http://127.0.0.1:{toll}") | settings
        self.bots: dict[str, subprocess.Popen[bytes]] = {}
        self._ports = {"": bot}
        self._sandbox = Process("the sandbox", home / "sandbox.log")
        self.recruiter = Recruiter(self.keys)
        self.people: list[Json] = []
        self.killed = 0

    def _settings(self, toll: str) -> dict[str, str]:
        return {
            **{name: value.replace(self.keys.sandbox_url, toll) for name, value in self.keys.environment().items()},
            "GREENROOM_STORE": self.where,
            "GREENROOM_DATA": str(self.home / "data"),
            "GREENROOM_SCRIPTS": str(SCRIPTS),
            "GREENROOM_HOST": "127.0.0.1",
            "GREENROOM_SECRET_KEY": SECRET,
            "GREENROOM_ADMINS": "U0001",
            "GREENROOM_BRAND": "Lakeside Staffing",
            "GREENROOM_WINDOW": "00:00-23:59",
            "GREENROOM_TIME_ZONE": "America/Los_Angeles",
            "GREENROOM_POLL_SECONDS": "1",
            "GREENROOM_LISTENING_PAUSE": "0.3",
            "GREENROOM_SMS_PER_SECOND": "50",
            "GREENROOM_SURGE": "1000",
            "TRACKER_REQUESTS_PER_MINUTE": "100000",
        }

    async def __aenter__(self) -> Self:
        port = self.keys.sandbox_url.rpartition(":")[2]
        told = ("--port", port, "--bot", self.keys.bot_url, "--public", self.keys.public_url, "--quiet")
        await self._sandbox.start("bot.sandbox.run", *told, environment=outside(), directory=self.home)
        await self._sandbox.ready(self.keys.sandbox_url + "/sandbox/health")
        await self.toll.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        for name in list(self.bots):
            self.kill(name)
        await self.recruiter.__aexit__(None, None, None)
        await self.toll.__aexit__(None, None, None)
        await self._sandbox.stop()

    # --- processes

    def launch(self, only: str = "", *, file_limit: int = 0, **settings: str) -> subprocess.Popen[bytes]:
        """Start a `greenroom run`, in full or `--only` these parts; the web part always gets the same port."""
        port = self._ports.setdefault(only, self.port if "web" in only else free_port())
        command = [sys.executable, "-m", "bot.cli", "run", *(["--only", only] if only else [])]
        environ = {**outside(), **self.settings, "GREENROOM_PORT": str(port), **settings}
        limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))) if file_limit else None
        with self.log(only).open("ab") as log:
            self.bots[only] = subprocess.Popen(
                command, cwd=self.home, env=environ, stdout=log, stderr=log, preexec_fn=limit, start_new_session=True
            )
        return self.bots[only]

    async def start(self, only: str = "", **settings: Any) -> None:
        """Start one and wait until it answers /healthz."""
        bot = self.launch(only, **settings)
        await self.until(lambda: self.healthy(only, bot), f"/healthz of `greenroom run` {only}")

    async def healthy(self, only: str, bot: subprocess.Popen[bytes]) -> bool:
        """Does it answer?"""
        assert bot.poll() is None, f"greenroom run ended: {self.log(only).read_text()[-2000:]}"
        return await self.get("/healthz", only) == 200

    async def get(self, path: str, only: str = "") -> int:
        """The status of a page of that process; 0 where nobody answers."""
        with contextlib.suppress(httpx.HTTPError):
            async with httpx.AsyncClient(trust_env=False, timeout=5) as http:
                return (await http.get(f"http://127.0.0.1:{self._ports[only]}{path}")).status_code
        return 0

    def log(self, only: str = "") -> Path:
        """What that process has written."""
        return self.home / f"greenroom-{only.replace(',', '+') or 'all'}.log"

    def kill(self, only: str = "") -> None:
        """kill -9 of that process and its workers."""
        bot = self.bots.pop(only, None)
        if bot is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(bot.pid, signal.SIGKILL)
            bot.wait()
            self.killed += 1

    async def stop(self, only: str = "") -> float:
        """SIGTERM; the seconds that its end took."""
        bot, began = self.bots.pop(only), time.monotonic()
        bot.terminate()
        assert await asyncio.to_thread(bot.wait, PATIENCE) == 0, self.log(only).read_text()[-2000:]
        return time.monotonic() - began

    # --- people

    async def open(self, count: int) -> None:
        """Connect Tracker, map the job, and let so many candidates apply, each of whom answers at once."""
        await self.until(self._connected, "the connection")
        await self.until(self._mapped, "the mapping")
        await self.apply(count)

    async def _connected(self) -> bool:
        """A machine under load may open the modal too late for Slack: then the recruiter types it again."""
        with contextlib.suppress(DemoFailed):
            return bool(await self.recruiter.connect())
        return False

    async def _mapped(self) -> bool:
        """The first words after the modal may be about something else: the job is mapped once Tracker is connected."""
        with contextlib.suppress(DemoFailed):
            return bool(await self.recruiter.map(JOB, AGENT, STAGE))
        return False

    async def apply(self, count: int) -> list[Json]:
        """So many more candidates reach the stage."""
        body = {"count": count, "job": JOB, "character": "prompt", "speed": 4, "seed": len(self.people)}
        async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE) as http:
            answer = await http.post(self.keys.sandbox_url + "/sandbox/candidates", json=body)
        new: list[Json] = answer.json()["candidates"]
        for person in new:
            await self.recruiter.move(person, STAGE)
        self.people += new
        return new

    async def finished(self, patience: float = PATIENCE) -> World:
        """Wait until everybody has card, PDF, Activity and document; and that nothing is there twice."""
        await self.until(self._all_there, "all results", patience, lambda: "; ".join(self.missing))
        await asyncio.sleep(1.0)  # what would come twice comes now
        world = await self.recruiter.look()
        if twice := faults(world, self.people):
            raise AssertionError("; ".join(twice))
        return world

    async def _all_there(self) -> bool:
        world = await self.recruiter.look()
        self.missing = lacking(world, self.people)
        return not self.missing

    async def until(
        self, test: Callable[[], Any], what: str, patience: float = PATIENCE, more: Callable[[], str] = str
    ) -> None:
        """Wait until it is so."""
        deadline = time.monotonic() + patience
        while True:
            found = test()
            if await found if asyncio.iscoroutine(found) else found:
                return
            if time.monotonic() > deadline:
                logs = "\n".join(f"--- {p.name}\n{p.read_text()[-1500:]}" for p in self.home.glob("greenroom-*.log"))
                raise AssertionError(f"waited {patience:.0f} s for {what}; {more()}\n{logs}")
            await asyncio.sleep(0.1)


def lacking(world: World, people: list[Json]) -> list[str]:
    """Who still lacks what."""
    return [f"{p['name']}: {what} {n}" for p in people for what, n in counts(world, p).items() if n < 1]


def faults(world: World, people: list[Json]) -> list[str]:
    """Whatever is there more than once."""
    twice = [f"{p['name']}: {what} {n} times" for p in people for what, n in counts(world, p).items() if n != 1]
    return [*twice, *(f"{p['name']} was texted twice: {body!r}" for p in people for body in repeated(world, p))]


def counts(world: World, person: Json) -> dict[str, int]:
    """How many of each thing a candidate has that everybody shall have once."""
    cards = [
        m for m in world.mentions(person["name"]) if "report" in actions_of(m["blocks"]) and not m.get("thread_ts")
    ]
    threads = {m["ts"] for m in cards}
    pdfs = [f for f in world.slack["files"] if any(p["thread_ts"] in threads for p in f["posted"])]
    activities = [a for a in world.tracker["activities"] if person["id"] in a["links"].get("resource", [])]
    reports = (d for d in world.tracker["documents"] if d.get("documentType", "general") == "general")
    documents = [d for d in reports if d["resourceId"] == person["id"]]
    ours = [a for a in activities if "GR-" in noted(a)]
    return {"card": len(cards), "PDF": len(pdfs), "Activity": len(ours), "document": len(documents)}


def repeated(world: World, person: Json) -> list[str]:
    """Texts that went out twice word for word."""
    sent = [m["body"] for m in world.texts(person["phone"]) if m["direction"] == "outbound-api"]
    return sorted({body for body in sent if sent.count(body) > 1})


def channel_words(world: World) -> str:
    """Everything said in Slack."""
    return "\n".join(words_of(m) for m in world.slack["messages"])
