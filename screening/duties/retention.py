"""How long records are kept: classes with a number of days each, counted from the last thing that happened.

Sources: California's rules on automated decisions (2 CCR 11013, in force 2025-10-01): four years for decision data;
EU AI Act article 26(6): event logs for at least six months; GDPR article 5(1)(e): no longer than needed.
"""

from dataclasses import dataclass
from typing import Final

DAY: Final = 86_400_000  # ms
FOUR_YEARS: Final = 1_461  # days
SIX_MONTHS: Final = 183


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """Days by class: ended screenings with all that rests on them; recordings; people who were never screened."""

    screenings: int = FOUR_YEARS
    recordings: int = 90
    strangers: int = 365


def is_past(last: int, days: int, now: int) -> bool:
    """Whether what last happened then (ms UTC) need not be kept any more."""
    return last < now - days * DAY
