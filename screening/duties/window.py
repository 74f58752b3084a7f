"""The calling window: the hours in which we may start a text, in every zone where the candidate may be.

Source: 47 CFR 64.1200(c)(1) says 8:00-21:00 local; several states end at 20:00, which is our default.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from screening.duties.states import STATES

STRICTEST: Final = ("America/New_York", "America/Los_Angeles", "Pacific/Honolulu")  # where nothing is known
STEP: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From `start` to `end`, local time; `end` itself is outside."""

    start: time
    end: time
    state: str = ""  # a US state whose stricter hours count too

    @classmethod
    def read(cls, text: str) -> "Window":
        """From `08:00-20:00`; raises ValueError on anything else."""
        start, _, end = text.partition("-")
        window = cls(start=time.fromisoformat(start.strip()), end=time.fromisoformat(end.strip()))
        if window.start >= window.end:
            raise ValueError(f"the window {text!r} ends before it begins")
        return window

    def within(self, state: str) -> "Window":
        """This window, with the stricter hours of that state, if it has any."""
        return replace(self, state=state.upper())

    def holds(self, now: int, zone: str) -> bool:
        """Whether the instant (ms UTC) lies inside, there."""
        local = datetime.fromtimestamp(now / 1000, ZoneInfo(zone))
        return self.start <= local.time() < self.end and (self.state not in STATES or STATES[self.state].hold(local))

    def open(self, now: int, zones: Sequence[str]) -> bool:
        """Whether the instant lies inside in every zone."""
        return all(self.holds(now, z) for z in zones or STRICTEST)

    def next_open(self, now: int, zones: Sequence[str]) -> int:
        """The first instant from now on (ms UTC, to five minutes) that lies inside in every zone; within 8 days, else in 8 days."""
        at = datetime.fromtimestamp(now / 1000, UTC)
        if self.open(now, zones):
            return now
        at = at.replace(second=0, microsecond=0) - timedelta(minutes=at.minute % 5)
        for _ in range(8 * 24 * 12):
            at += STEP
            ms = int(at.timestamp() * 1000)
            if self.open(ms, zones):
                return ms
        return int(at.timestamp() * 1000)
