"""Tracker's clock beside ours, by the dates of its answers."""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

from tracker.retries import moment

MOST: Final = 50  # answers by which the clocks are compared
NONSENSE: Final = 600  # seconds: clocks that differ by more are not believed


class Clock:
    """A date is a whole second, cut off: the latest of several is nearest to the truth, and never beyond it."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._ahead: deque[float] = deque(maxlen=MOST)

    def met(self, date: str | None) -> None:
        """An answer came with this `Date` header, just now."""
        then = moment(date) if date else None
        ahead = None if then is None else then - self._now()
        if ahead is not None and abs(ahead) < NONSENSE:
            self._ahead.append(ahead)

    @property
    def ahead(self) -> float | None:
        """Seconds by which Tracker's clock is ahead of ours, or a little less; None where no answer was dated."""
        return max(self._ahead, default=None)
