"""SimLoop: an event loop whose time jumps to the next timer and whose ready callbacks run in seeded order."""

import asyncio
import random
from collections import deque
from typing import Any


class Stuck(Exception):
    """Nothing is ready and no timer runs: the simulation would wait for ever."""


class SimLoop(asyncio.BaseEventLoop):
    """asyncio.sleep, wait_for and timeouts follow simulated seconds; nothing real is ever waited for."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__()
        self._rng = rng
        self._at = 0.0
        self._selector = self

    def time(self) -> float:
        """Simulated seconds since the run began."""
        return self._at

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
        if len(self._ready) > 1:
            ready = list(self._ready)
            self._rng.shuffle(ready)
            self._ready = deque(ready)
        super()._run_once()
