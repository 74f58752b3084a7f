"""A day of birth: one with its year, or a birthday with the age reached on it."""

import re

from screening.understanding.calendar import add_months, make
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moved

_AGE = re.compile(
    r"\b(?P<when>turned|turning|turn|ill be|be|cumpli|cumplo|cumplire|hit)\s+(?:just )?(?P<age>1[4-9]|[2-8]\d)\b"
)


def born_on(plain: str, moment: Moment, clock: Clock) -> Moment | None:
    """The day of birth; None where a birthday is told without its year."""
    age = _AGE.search(plain)
    if moment.first.year < clock.today.year - 12 or not moment.single:
        return moment
    if age is None:
        return None
    last = moment.first if moment.first <= clock.today else add_months(moment.first, -12)
    gone = age["when"] in ("turned", "cumpli", "hit")
    day = make(last.year - int(age["age"]) + (not gone), last.month, last.day)
    return moved(moment, first=day, last=day) if day else None
