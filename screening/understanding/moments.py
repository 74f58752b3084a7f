"""Every mention of a day or a span of days in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from screening.understanding.calendar import WEEKDAYS, add_days, next_weekday
from screening.understanding.moment_day_rules import DAY_SOURCES
from screening.understanding.moment_days import Clock, Maker, one
from screening.understanding.moment_span_rules import NAMED_WEEKDAYS, SPAN_SOURCES
from screening.understanding.moment_words import ahead, count_of


@dataclass(frozen=True, slots=True)
class Moment:
    """One mention: first and last day, where it stands, and how sure."""

    first: date
    last: date
    start: int
    end: int
    rule: str
    sure: float = 0.9
    guess: bool = False  # a vague span

    @property
    def single(self) -> bool:
        """One day only."""
        return self.first == self.last


def moments(plain: str, clock: Clock) -> list[Moment]:
    """All mentions in order; where two overlap, the earlier rule holds."""
    taken: list[Moment] = []
    for moment in _every(plain, clock):
        if not any(moment.start < other.end and other.start < moment.end for other in taken):
            taken.append(moment)
    return sorted(taken, key=lambda m: m.start)


def _every(plain: str, clock: Clock) -> Iterator[Moment]:
    for rule, pattern, maker, sure in _RULES:
        for match in pattern.finditer(plain):
            found = _made(maker, match, clock)
            if found:
                yield Moment(found[0], found[1], match.start(), match.end(), rule, sure)


def _made(maker: Maker, match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    try:
        return maker(match, clock)
    except (ValueError, OverflowError, KeyError):
        return None


def _from_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`two weeks from monday`, `3 days after march 2`."""
    rest = moments(match["rest"], clock)
    if not rest:
        return None
    count = count_of(match["n"]) * (-1 if match["way"] in ("before", "antes de", "prior to") else 1)
    return one(ahead(rest[0].first, count, match["unit"]))


def _weekday_after(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the monday after easter`, `monday after the 4th`."""
    rest = moments(f"the {match['rest']}", clock)
    if not rest or rest[0].start > 4:
        return None
    return one(next_weekday(rest[0].last, WEEKDAYS[match["weekday"]]))


def _day_after(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the day after labor day`, `the week after thanksgiving`."""
    words = match["rest"].removeprefix("the ")
    rest = moments(f"the {words}", clock)
    if not rest or rest[0].start > 4:
        return None
    if match["what"] == "day":
        return one(add_days(rest[0].last, 1))
    monday = next_weekday(rest[0].last, 0)
    return monday, monday + timedelta(days=4)


def _week_of(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    rest = moments(match["rest"], clock)
    if not rest or rest[0].start > 4:
        return None
    first = rest[0].first
    return first, first + timedelta(days=6 - first.weekday())


_NESTED: dict[str, Maker] = {
    "date.from": _from_day,
    "date.weekday_after": _weekday_after,
    "date.day_after": _day_after,
    "date.week_of": _week_of,
}
_RULES = tuple(
    (rule, re.compile(pattern), maker or _NESTED[rule], sure)
    for rule, pattern, maker, sure in (*NAMED_WEEKDAYS, *DAY_SOURCES, *SPAN_SOURCES)
)


def moved(moment: Moment, *, first: date | None = None, last: date | None = None) -> Moment:
    """The same mention with other days."""
    return replace(moment, first=first or moment.first, last=last or moment.last)
