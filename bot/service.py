"""Everything that runs in one process, from start to stop."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog
from starlette.applications import Starlette

from bot.outbox.deliver import Outbox
from bot.scheduler import Job, Scheduler
from bot.storage.store import Store
from bot.web.health import Pulse

log = structlog.get_logger(__name__)
Act = Callable[[], Awaitable[object]]


@dataclass(slots=True, kw_only=True)
class Service:
    """The app, the loops, and what is done at start and at stop. A simulation calls the `jobs` itself."""

    app: Starlette
    store: Store
    outbox: Outbox
    pulse: Pulse
    jobs: tuple[Job, ...]
    at_start: tuple[tuple[str, Act], ...] = ()
    at_stop: tuple[tuple[str, Act], ...] = ()
    _scheduler: Scheduler | None = None
    _starting: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        """Turn the loops; what is done at start happens beside them."""
        self._scheduler = Scheduler(self.jobs, self.pulse, self.store.wait)
        self._scheduler.start()
        self._starting = [asyncio.create_task(_quietly(name, act)) for name, act in self.at_start]

    async def stop(self) -> None:
        """Finish what is in flight, within a few seconds, then close."""
        if self._scheduler is not None:
            await self._scheduler.stop()
        for task in self._starting:
            task.cancel()
        await _quietly("calls in flight", lambda: asyncio.wait_for(self.outbox.drained(), 5))
        for name, act in self.at_stop:
            await _quietly(name, lambda act=act: asyncio.wait_for(act(), 2))  # type: ignore[misc]


async def _quietly(name: str, act: Act) -> None:
    with contextlib.suppress(TimeoutError):
        try:
            await act()
        except TimeoutError:
            raise
        except Exception:
            log.exception("at start or stop", what=name)
