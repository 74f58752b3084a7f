"""New York City's Local Law 144: no automated employment decision tool before its audit and its notice.

Source: NYC Admin. Code 20-871 and 6 RCNY 5-301 ff.: a bias audit of the last year, and a notice to residents of the city
at least ten business days before use. Until both are recorded, a job that is marked is screened by questions alone.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

NOTICE: Final = 10  # business days
AUDIT: Final = 365  # days
_FIXED: Final = ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))
_FLOATING: Final = ((1, 0, 3), (2, 0, 3), (9, 0, 1), (10, 0, 2), (11, 3, 4))  # month, weekday, which of the month


@dataclass(frozen=True, slots=True, kw_only=True)
class Bias:
    """What is recorded for a job in New York City: when the notice was given, and when the audit was made."""

    notice: date | None = None
    audit: date | None = None

    def why_not(self, today: date) -> str:
        """Why nothing may be scored on that day; empty where it may."""
        if self.audit is None or self.audit > today:
            return "no bias audit is recorded (Local Law 144)"
        if today - self.audit >= timedelta(days=AUDIT):
            return f"the bias audit of {self.audit} is older than a year (Local Law 144)"
        if self.notice is None:
            return "no notice is recorded (Local Law 144)"
        first = after_business_days(self.notice, NOTICE)
        return f"the notice of {self.notice} counts from {first} on (Local Law 144)" if today < first else ""


def after_business_days(day: date, count: int) -> date:
    """The day that many business days after `day`: no weekends, no federal holidays."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and not is_holiday(day)
    return day


def is_holiday(day: date) -> bool:
    """Whether it is a federal holiday, or the weekday on which one that falls on a weekend is kept."""
    beside = {5: timedelta(days=1), 6: timedelta(days=-1)}  # Saturday's is kept on Friday, Sunday's on Monday
    kept = {
        fixed - beside.get(fixed.weekday(), timedelta())
        for year in (day.year, day.year + 1)
        for fixed in (date(year, month, number) for month, number in _FIXED)
    }
    floating = any((day.month, day.weekday(), (day.day - 1) // 7 + 1) == which for which in _FLOATING)
    memorial = day.month == 5 and day.weekday() == 0 and day.day > 24
    return day in kept or floating or memorial
