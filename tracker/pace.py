"""A budget of calls a minute, for one process."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from tracker.auth import Sleep

MINUTE: Final = 60.0


class PerMinute:
    """Lets at most `calls` go out in any minute; the others wait their turn, in order."""

    def __init__(
        self,
        calls: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._gone: deque[float] = deque(maxlen=max(1, calls))
        self._clock, self._sleep = clock, sleep
        self._turn = asyncio.Lock()
        self._until = 0.0

    async def __call__(self) -> None:
        """Return when one more call is within the budget."""
        async with self._turn:
            if len(self._gone) == self._gone.maxlen:
                await self._sleep(max(0.0, self._gone[0] + MINUTE - self._clock()))
            if self._until > self._clock():
                await self._sleep(self._until - self._clock())
            self._gone.append(self._clock())

    async def hold(self, seconds: float) -> None:
        """Nobody calls before then."""
        self._until = max(self._until, self._clock() + seconds)
