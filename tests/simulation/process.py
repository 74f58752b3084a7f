"""A process of ours: the real wiring on the shared file, its loops turned as the scheduler turns them, until it dies."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

from bot.scheduler import Job
from bot.service import Service
from bot.settings import Settings
from bot.storage.sqlite import SqliteDatabase
from bot.wiring import Outside, wire
from screening.errors import PortFailed
from screening.report import Report
from tests.simulation.slack import SimSlack
from tests.simulation.store import SimDatabase, SimStore
from tests.simulation.tracker import SimTracker
from tests.simulation.twilio import SimTwilio
from tests.simulation.world import Crash, Life, World
from tracker.errors import TrackerError

PARTS = frozenset({"web", "scheduler", "outbox"})
IDLE = {"alive": 10.0, "backfills": 3600.0}  # of loops; 900 for others, an hour in a week
"""Seconds after which a turn is made although nothing has changed that it looks at."""
POLLS = frozenset({"poll", "texts"})  # these find what has changed outside
RENEW = 15.0  # seconds after which the outbox renews its claims, while calls last
PULSE = 0.05  # as in the scheduler, between two turns


class InlineRenderer:
    """In place of the worker process: the same call, no process, a PDF of a few bytes."""

    async def warm(self) -> None:
        """There is nothing to warm."""

    async def render(self, report: Report) -> bytes:
        """A report that names its screening."""
        return f"%PDF-1.7 {report.id}".encode()

    def close(self) -> None:
        """There is nothing to close."""


@dataclass(slots=True, kw_only=True)
class Processes:
    """Our processes, on one file. Each is started again a while after its death."""

    world: World
    file: SqliteDatabase
    settings: Settings
    twilio: SimTwilio
    tracker: SimTracker
    slack: SimSlack
    lives: dict[int, Life] = field(default_factory=dict)
    stores: dict[int, SimStore] = field(default_factory=dict)
    dues: dict[str, tuple[int, int | None]] = field(default_factory=dict)  # table: its version, and what is due first
    started: int = 0
    serial: int = 0

    def start(self) -> None:
        """Start as many as the plan says."""
        for number in range(self.world.plan.processes):
            self.world.apart(self._keep(number))

    async def _keep(self, number: int) -> None:
        world = self.world
        while True:
            self.started += 1
            life = self.lives[number] = Life(number, world.loop.time())
            world.apart(self._live(life), life)
            await life.gone.wait()
            await asyncio.sleep(world.rng.uniform(*world.plan.restarts))
            world.note(f"process {number}", "starts again")

    async def _live(self, life: Life) -> None:
        try:
            service = await self._wired(life)
        except Crash:
            return
        life.service, loop = service, asyncio.get_running_loop()
        for name, act in service.at_start:
            loop.create_task(self._at_start(name, act))
        for job in (j for j in service.jobs if j.name != "store"):  # that one looks at the real disk
            loop.create_task(self._urgent(service, job) if job.urgent else self._turn(job))

    async def _wired(self, life: Life) -> Service:
        world = self.world
        store = self.stores[life.number] = SimStore(world, SimDatabase(self.file.connection))
        store.others = lambda: [s for n, s in self.stores.items() if n != life.number and self.lives[n].alive]
        outside = Outside(
            now=world.now,
            store=store,
            renderer=InlineRenderer(),  # type: ignore[arg-type]
            post=self.slack,
            twilio=self.twilio,
            tracker=self.tracker,
            new_id=self._new_id,
        )
        return await wire(self.settings, PARTS, outside)

    def _new_id(self) -> str:
        self.serial += 1
        return f"GR-{self.serial:010X}"

    # --- the loops

    async def _at_start(self, name: str, act: Any) -> None:
        try:
            await act()
        except Exception as error:
            self._unexpected(name, error)

    async def _turn(self, job: Job) -> None:
        """As the scheduler does it; but a turn that would find nothing new is left out, so that a week takes seconds."""
        seen, at = -1, 0.0
        if not job.at_once:
            await asyncio.sleep(job.every)
        while True:
            try:
                seen, at = self._version(job), self.world.loop.time()
                await job.run()
            except Exception as error:
                self._unexpected(job.name, error)
                seen = -1
            self.world.living(job.name)
            idle = IDLE.get(job.name, 3600.0 if self.world.plan.week else 900.0)
            await asyncio.sleep(job.every if job.name in POLLS or seen < 0 else idle)
            while seen == self._version(job) and self.world.loop.time() - at < idle:
                await asyncio.sleep(60.0 if self.world.plan.week else job.every)

    async def _urgent(self, service: Service, job: Job) -> None:
        """One that turns when something is due, or when the claim of a long call is to be renewed."""
        loop, turned = self.world.loop, 0.0
        while True:
            self.world.living(job.name)
            wait = self._until_due(job)
            if job.name == "outbox" and service.outbox.busy:
                wait = min(wait, turned + RENEW - loop.time())
            if wait > 0:
                await service.store.wait(wait)
                continue
            found, turned = 0, loop.time()
            try:
                found = await job.run()
            except Exception as error:
                self._unexpected(job.name, error)
            await asyncio.sleep(PULSE)
            if not found:
                await service.store.wait(1.0)  # a rate has no room, or another process has it

    def _unexpected(self, name: str, error: Exception) -> None:
        self.world.note("loop", f"{name}: {type(error).__name__} {error}")
        if not isinstance(error, PortFailed | TrackerError):
            self.world.violated(f"the loop {name} failed: {error!r}")

    def _version(self, job: Job) -> int:
        if job.name == "poll":
            waiting = self._one("SELECT count(*) FROM t_queue")
            return self.world.versions.get("stages", 0) + 1000 * bool(waiting) * self.world.versions.get("closed", 0)
        return self.world.versions.get(job.name, 0)

    def _until_due(self, job: Job) -> float:
        """Seconds until a row is due; the scheduler itself looks every second."""
        table = {"outbox": "outbox", "due": "screenings"}[job.name]
        version = self.world.versions.get(f"rows of {table}", 0)
        if self.dues.get(table, (-1, None))[0] != version:
            self.dues[table] = version, self._one(f"SELECT min(json_extract(doc,'$.due')) FROM t_{table}")
        due = self.dues[table][1]
        return 3600.0 if due is None else max(0.0, (due - self.world.now()) / 1000)

    def _one(self, statement: str) -> Any:
        return self.file.connection.execute(statement).fetchone()[0]

    # --- the web

    def hook(self, path: str, form: Mapping[str, str], sid: str) -> None:
        """Twilio calls one of our processes, or nobody."""
        alive = [life for life in self.lives.values() if life.alive and life.service is not None]
        if not alive:
            self.world.note("twilio", f"webhook {path} found nobody")
            return
        life = self.world.rng.choice(alive)
        self.world.apart(self._call(life, path, form, sid), life)

    async def _call(self, life: Life, path: str, form: Mapping[str, str], sid: str) -> None:
        status = await post_form(life.service.app, path, dict(form), self.settings)
        if status == 200 and sid:
            self.twilio.acknowledged.add(sid)
        if status >= 400:
            self.world.violated(f"the webhook {path} was answered {status}")


async def post_form(app: Any, path: str, form: dict[str, str], settings: Settings) -> int:
    """One signed form through ASGI; answers the status."""
    url = settings.public_url + path
    signature = RequestValidator(settings.twilio_auth_token).compute_signature(url, form)
    body = urlencode(form).encode()
    bare, _, query = path.partition("?")
    headers = {
        "host": "bot.example.com",
        "content-type": "application/x-www-form-urlencoded",
        "content-length": str(len(body)),
        "x-twilio-signature": signature,
    }
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "https",
        "path": bare, "raw_path": bare.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(k.encode(), v.encode()) for k, v in headers.items()], "client": ("1.2.3.4", 5), "server": ("x", 443),
    }  # fmt: skip
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await app(scope, receive, send)
    return statuses[0]
