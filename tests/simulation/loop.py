"""SimLoop: an event loop whose time jumps to the next timer and whose ready callbacks run in seeded order."""

import asyncio
import random
from collections import deque
from typing import Any

KEPT = 500  # tasks, until those that are done are let go


class Stuck(Exception):
    """Nothing is ready and no timer runs: the simulation would wait for ever."""


class Endless(Exception):
    """So many callbacks have run that the end will never come."""


class SimLoop(asyncio.BaseEventLoop):
    """asyncio.sleep, wait_for and timeouts follow simulated seconds; nothing real is ever waited for."""

    def __init__(self, rng: random.Random, most: int = 5_000_000) -> None:
        super().__init__()
        self._rng = rng
        self._at = 0.0
        self._left = most  # callbacks; a run that needs more does not end
        self._selector = self
        self._made: list[asyncio.Task[Any]] = []  # asyncio itself lets go of a task that waits for what nobody holds

    def time(self) -> float:
        """Simulated seconds since the run began."""
        return self._at

    def create_task(self, *given: Any, **named: Any) -> asyncio.Task[Any]:
        """A task, held until it is done."""
        task = super().create_task(*given, **named)
        if len(self._made) > KEPT:
            self._made = [each for each in self._made if not each.done()]
        self._made.append(task)
        return task

    def run_in_executor(self, executor: Any, func: Any, *args: Any) -> asyncio.Future[Any]:  # type: ignore[override]
        """At once: a thread would come back when it likes."""
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:
            done.set_exception(error)
        return done

    def select(self, timeout: float | None) -> list[Any]:
        """In place of a selector: waiting moves the clock."""
        if timeout is None:
            raise Stuck("nothing is ready and no timer runs")
        self._at += timeout
        return []

    def _process_events(self, event_list: list[Any]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """Nobody sleeps in a system call."""

    def _run_once(self) -> None:
        self._left -= len(self._ready) or 1
        if self._left < 0:
            raise Endless("it goes on and on")
        if len(self._ready) > 1:
            ready = list(self._ready)
            self._rng.shuffle(ready)
            self._ready = deque(ready)
        super()._run_once()
