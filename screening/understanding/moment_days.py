"""Mentions of one day: dates, days of a month, weekdays, named days."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from screening.understanding.calendar import (
    MONTHS,
    WEEKDAYS,
    add_days,
    add_months,
    coming,
    gone_by,
    last_weekday,
    make,
    month_end,
    next_weekday,
    third_weekday,
)
from screening.understanding.holidays import named_day
from screening.understanding.moment_words import CARDINALS, count_of, day_number, year_of


@dataclass(frozen=True, slots=True)
class Clock:
    """The day it is, whether days come before months here, and whether what is meant has gone by."""

    today: date
    day_first: bool
    past: bool = False
    ends: bool = False  # the end of something is asked for

    @property
    def latest(self) -> int:
        """The last year that two digits can mean."""
        return self.today.year if self.past else 2069


Maker = Callable[["re.Match[str]", "Clock"], tuple[date, date] | None]


def one(day: date | None) -> tuple[date, date] | None:
    return (day, day) if day else None


def near(clock: Clock, month: int, day: int, year: int | None = None) -> date | None:
    """That day in the year named, else the next one, or the last one where it has gone by."""
    if year:
        return make(year, month, day)
    return gone_by(clock.today, month, day) if clock.past else coming(clock.today, month, day)


def iso(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return one(make(int(match["year"]), int(match["month"]), int(match["day"])))


def compact(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`04091964`."""
    a, b, year = int(match["a"]), int(match["b"]), year_of(match["year"], clock.latest)
    month, day = (b, a) if clock.day_first else (a, b)
    return one(make(year or 0, month, day))


def numeric(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    a, b = int(match["a"]), int(match["b"])
    month, day = (b, a) if clock.day_first else (a, b)
    if month > 12:
        month, day = day, month
    return one(near(clock, month, day, year_of(match["year"], clock.latest)))


def month_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    month, day = MONTHS[match["month"]], day_number(match["day"])
    if not 1 <= day <= 31:
        return None
    return one(near(clock, month, day, year_of(match["year"], clock.latest)))


def spoken(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`six six twenty nine`: month, day and year."""
    year = 2000 + CARDINALS[match["tens"]] + CARDINALS[match["ones"]]
    return one(make(year, CARDINALS[match["month"]], CARDINALS[match["day"]]))


def of_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the 20th of next month`."""
    day, which = day_number(match["day"]), match["which"] or match["which2"]
    ahead = {"next": 1, "following": 1, "proximo": 1, "que viene": 1, "last": -1, "past": -1, "pasado": -1}
    base = add_months(clock.today.replace(day=1), ahead.get(which or "", 0))
    found = make(base.year, base.month, day)
    if found and not which and (found > clock.today if clock.past else found < clock.today):
        base = add_months(base, -1 if clock.past else 1)
        found = make(base.year, base.month, day)
    return one(found)


def edge_of_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the last day of august`, `primer dia del mes`."""
    today, which = clock.today, match["which"] or ""
    if match["month"]:
        first = near(clock, MONTHS[match["month"]], 1, year_of(match["year"], clock.latest)) or today
        if not match["year"] and not clock.past and MONTHS[match["month"]] == today.month:
            first = today.replace(day=1)
    else:
        ahead = 1 if re.search(r"next|following|proximo|viene", which) else -1 if re.search("last|pasado", which) else 0
        first = add_months(today.replace(day=1), ahead)
    if match["edge"] in ("last", "ultimo"):
        return one(month_end(first.year, first.month))
    return one(add_months(first, 1) if not match["month"] and not which and first < today and not clock.past else first)


def the_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return one(numbered(day_number(match["day"]), clock))


def numbered(day: int, clock: Clock) -> date | None:
    """The next day of that number in its month, or the last one."""
    for months in range(3):
        base = add_months(clock.today.replace(day=1), -months if clock.past else months)
        found = make(base.year, base.month, day)
        if found and (found <= clock.today if clock.past else found >= clock.today):
            return found
    return None


def weekday(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    weekday, today = WEEKDAYS[match["weekday"]], clock.today
    before, after = (match["before"] or "").strip(), (match["after"] or "").strip()
    if back := _weekday_gone(before, after, weekday, clock):
        return one(back)
    plain_next = next_weekday(today, weekday)
    if re.search(
        r"next week|week after next|of next|proxima semana|semana que viene|following week", before + " " + after
    ):
        weeks = 2 if "after next" in before + after else 1
        monday = today - timedelta(days=today.weekday())
        return one(monday + timedelta(days=7 * weeks + weekday))
    if re.search(r"this week$", after):
        return one(today - timedelta(days=today.weekday()) + timedelta(days=weekday))
    if re.search(r"week from|weeks from|week\b$|after next", before + " " + after):
        more = 2 if re.match(r"(?:two|2)", before) else 1
        if "after next" in after:
            more = 1
        return one(plain_next + timedelta(days=7 * more))
    if before == "next next":
        return one(today - timedelta(days=today.weekday() - 14 - weekday))
    if re.search(r"\bnext\b|\bnxt\b", before) and not re.search(r"\bthis\b", before):
        monday = today - timedelta(days=today.weekday())
        return one(monday + timedelta(days=7 + weekday))
    return one(plain_next)


def _weekday_gone(before: str, after: str, weekday: int, clock: Clock) -> date | None:
    """The day where the words beside a weekday, or the question, look back."""
    last = last_weekday(clock.today, weekday)
    if "last week" in before or re.search(r"last week|semana pasada", after):
        return clock.today - timedelta(days=clock.today.weekday() + 7 - weekday)
    if re.search(r"\b(?:last|past|pasado)$", before) or after == "pasado":
        return last
    if "before last" in after:
        return last - timedelta(days=7)
    if "ago" in before:
        weeks = int(count_of(re.split(r"\s*w(?:ee)?ks?", before)[0] or "a"))
        return clock.today - timedelta(days=clock.today.weekday() - weekday + 7 * weeks)
    if clock.past and before in ("this", "este"):
        return last_weekday(add_days(clock.today, 1), weekday)
    return last if clock.past and not before + after else None


def weekday_numbered(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`monday 16`, `jueves que viene, 25`: where that day of a month near is that weekday."""
    weekday, day = WEEKDAYS[match["weekday"]], int(match["day"])
    for months in range(4):
        base = add_months(clock.today.replace(day=1), -months if clock.past else months)
        found = make(base.year, base.month, day)
        if found and found.weekday() == weekday and (found <= clock.today if clock.past else found >= clock.today):
            return one(found)
    return None


def weekdays_on(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`two fridays from now`, `3 mondays ago`."""
    more = timedelta(days=7 * (int(count_of(match["n"] or match["n2"])) - 1))
    weekday = WEEKDAYS[match["weekday"] or match["w2"]]
    if match["way"] in ("ago", "back"):
        return one(last_weekday(clock.today, weekday) - more)
    return one(next_weekday(clock.today, weekday) + more)


def next_year_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return one(make(clock.today.year + 1, MONTHS[match["month"]], day_number(match["day"])))


def nth_weekday(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    nth = -1 if match["nth"] in ("last", "ultimo") else day_number(match["nth"])
    weekday, today = WEEKDAYS[match["weekday"]], clock.today
    if match["month"] or "year" in match.group() or "ano" in match.group().split():
        month = MONTHS[match["month"] or "jan"]
        named = year_of(match["year"], clock.latest)
        found = third_weekday(named or today.year, month, weekday, nth)
        if not named and (found > today if clock.past else found < today):
            found = third_weekday(today.year + (-1 if clock.past else 1), month, weekday, nth)
        return one(found)
    base = add_months(today.replace(day=1), 1 if re.search("next|proximo|viene", match.group()) else 0)
    found = third_weekday(base.year, base.month, weekday, nth)
    if found < today and not clock.past:
        base = add_months(base, 1)
        found = third_weekday(base.year, base.month, weekday, nth)
    return one(found)


def holiday(pattern: str) -> Maker:
    return lambda match, clock: one(named_day(pattern, clock.today, past=clock.past))


def plus(days: int) -> Maker:
    return lambda match, clock: one(add_days(clock.today, days))


def month_and_days(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`march 16-20`."""
    month = MONTHS[match["month"]]
    first, last = near(clock, month, int(match["a"])), near(clock, month, int(match["b"]))
    return (first, last) if first and last and first < last else None
