"""APScheduler's few jobs: each calls one loop's `run_once` and nothing else."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.errors import StoreError
from bot.web.health import Pulse
from screening.errors import PortFailed

log = structlog.get_logger(__name__)
LAST = 3.0  # seconds that a turn may go on after the end was asked for
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
        self._turning: set[asyncio.Task[None] | None] = set()
        self._awake: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Turn from now on."""
        for job in self.jobs:
            self._pulse.expect(job.name, job.every)
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

    async def turn(self, job: Job) -> bool:
        """One turn; whether it found something to do.

        A failure is logged and seen in /healthz. Where an outside service failed, the loop has turned.
        """
        task = asyncio.current_task()
        self._turning.add(task)
        try:
            found = await job.run()
        except PortFailed as error:
            log.warning("a loop could not get through", loop=job.name, why=str(error))
            self._pulse.spoiled(job.name, str(error))
        except StoreError as error:
            log.error("a loop could not use the store", loop=job.name, why=str(error))
            self._pulse.failed(job.name, str(error))
        except Exception as error:
            log.exception("a loop failed", loop=job.name)
            self._pulse.failed(job.name, type(error).__name__)
        else:
            self._pulse.beat(job.name, job.every)
            return bool(found)
        finally:
            self._turning.discard(task)
        return False

    async def _urgent(self) -> None:
        urgent = [job for job in self.jobs if job.urgent]
        while urgent:
            found = [await self.turn(job) for job in urgent]
            await asyncio.sleep(BREATH)
            if not any(found):
                await self._wake(1.0)

    async def stop(self) -> None:
        """No further turn; those that go on have a few seconds to end."""
        self._scheduler.pause()
        if self._awake is not None:
            self._awake.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._awake
        if turning := {task for task in self._turning if task is not None}:
            await asyncio.wait(turning, timeout=LAST)
        self._scheduler.shutdown(wait=False)
