"""APScheduler's few jobs: each calls one loop's `run_once` and nothing else."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.web.health import Pulse

log = structlog.get_logger(__name__)
BREATH = 0.05  # seconds between two turns that were asked for by a wake-up


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A loop: `run` is one turn, made `every` so many seconds.

    An `urgent` one turns also whenever something was saved, one `at_once` also when the process begins.
    """

    name: str
    run: Callable[[], Awaitable[object]]
    every: float
    urgent: bool = False
    at_once: bool = False


class Scheduler:
    """Turns the jobs. `wake` waits at most the given seconds for a saved change."""

    def __init__(self, jobs: tuple[Job, ...], pulse: Pulse, wake: Callable[[float], Awaitable[object]]) -> None:
        self.jobs, self._pulse, self._wake = jobs, pulse, wake
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._awake: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Turn from now on."""
        for job in self.jobs:
            self._pulse.beat(job.name, job.every)
            self._scheduler.add_job(
                self.turn,
                "interval",
                args=(job,),
                seconds=job.every,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
                **({"next_run_time": datetime.now(UTC)} if job.at_once else {}),
            )
        self._scheduler.start()
        self._awake = asyncio.create_task(self._urgent())

    async def turn(self, job: Job) -> None:
        """One turn; a failure is logged and seen in /healthz by its age."""
        try:
            await job.run()
        except Exception:
            log.exception("a loop failed", loop=job.name)
        else:
            self._pulse.beat(job.name, job.every)

    async def _urgent(self) -> None:
        urgent = [job for job in self.jobs if job.urgent]
        while urgent:
            await self._wake(1.0)
            for job in urgent:
                await self.turn(job)
            await asyncio.sleep(BREATH)

    async def stop(self) -> None:
        """No further turn."""
        self._scheduler.shutdown(wait=False)
        if self._awake is not None:
            self._awake.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._awake
