"""Stricter hours of some US states for texts that we start.

Source: state telephone solicitation laws as of 2026: FL, MD, NJ, OK and WA 8-20; CT 9-20; TX 9-21 and from noon on
Sundays; RI 9-18, 10-17 at weekends; AL, LA, MS, SD and UT none on Sundays. They are written for marketing; we keep them
where `GREENROOM_STATE_HOURS` is on. No lawyer has checked this table for your agency.
"""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

Span = tuple[int, int] | None  # whole hours, local; None: not at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Hours of a state by kind of day."""

    weekdays: Span = (8, 20)
    saturday: Span = (8, 20)
    sunday: Span = (8, 20)

    def hold(self, local: datetime) -> bool:
        """Whether a text may be started at that local time."""
        span = (self.weekdays, self.saturday, self.sunday)[max(0, local.weekday() - 4)]
        return span is not None and time(span[0]) <= local.time() and local.hour < span[1]


_EVENING = Hours()
_NO_SUNDAY = Hours(sunday=None)
STATES: Final[dict[str, Hours]] = {
    **dict.fromkeys(("FL", "MD", "NJ", "OK", "WA"), _EVENING),
    **dict.fromkeys(("AL", "LA", "MS", "SD", "UT"), _NO_SUNDAY),
    "CT": Hours(weekdays=(9, 20), saturday=(9, 20), sunday=(9, 20)),
    "TX": Hours(weekdays=(9, 21), saturday=(9, 21), sunday=(12, 21)),
    "RI": Hours(weekdays=(9, 18), saturday=(10, 17), sunday=(10, 17)),
}
