"""Mentions of one day: dates, days of a month, weekdays, holidays."""

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
    coming_holiday,
    make,
    next_weekday,
    third_weekday,
)
from screening.understanding.moment_words import count_of, day_number, year_of


@dataclass(frozen=True, slots=True)
class Clock:
    """The day it is, and whether days come before months here."""

    today: date
    day_first: bool
    past: bool = False


Maker = Callable[["re.Match[str]", "Clock"], tuple[date, date] | None]


def one(day: date | None) -> tuple[date, date] | None:
    return (day, day) if day else None


def iso(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return one(make(int(match["year"]), int(match["month"]), int(match["day"])))


def numeric(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    a, b = int(match["a"]), int(match["b"])
    month, day = (b, a) if clock.day_first else (a, b)
    if month > 12:
        month, day = day, month
    year = year_of(match["year"])
    if year:
        return one(make(year, month, day))
    return one(coming(clock.today, month, day))


def month_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    month, day, year = MONTHS[match["month"]], day_number(match["day"]), year_of(match["year"])
    if not 1 <= day <= 31:
        return None
    return one(make(year, month, day) if year else coming(clock.today, month, day))


def of_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the 20th of next month`."""
    day, which = day_number(match["day"]), match["which"]
    base = add_months(
        clock.today.replace(day=1), 1 if which in ("next", "following", "proximo", "que viene", "the following") else 0
    )
    found = make(base.year, base.month, day)
    if found and found < clock.today and not which:
        base = add_months(base, 1)
        found = make(base.year, base.month, day)
    return one(found)


def the_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    day = day_number(match["day"])
    for ahead in range(3):
        base = add_months(clock.today.replace(day=1), ahead)
        found = make(base.year, base.month, day)
        if found and found >= clock.today:
            return one(found)
    return None


def weekday(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    weekday, today = WEEKDAYS[match["weekday"]], clock.today
    before, after = (match["before"] or "").strip(), (match["after"] or "").strip()
    if re.search(r"last|past|pasado", before) or re.search(r"pasado", after):
        return one(today - timedelta(days=(today.weekday() - weekday) % 7 or 7))
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
    if re.search(r"\bnext\b|\bnxt\b", before) and not re.search(r"\bthis\b", before):
        monday = today - timedelta(days=today.weekday())
        return one(monday + timedelta(days=7 + weekday))
    return one(plain_next)


def weekdays_on(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`two fridays from now`."""
    first = next_weekday(clock.today, WEEKDAYS[match["weekday"]])
    return one(first + timedelta(days=7 * (int(count_of(match["n"])) - 1)))


def next_year_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return one(make(clock.today.year + 1, MONTHS[match["month"]], day_number(match["day"])))


def nth_weekday(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    nth = -1 if match["nth"] == "last" else day_number(match["nth"])
    weekday = WEEKDAYS[match["weekday"]]
    if match["month"]:
        month, year = MONTHS[match["month"]], year_of(match["year"]) or clock.today.year
        found = third_weekday(year, month, weekday, nth)
        if found < clock.today and not match["year"]:
            found = third_weekday(year + 1, month, weekday, nth)
        return one(found)
    base = add_months(clock.today.replace(day=1), 1 if "next" in match.group() else 0)
    return one(third_weekday(base.year, base.month, weekday, nth))


def holiday(pattern: str) -> Maker:
    def made(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
        return one(coming_holiday(pattern, clock.today))

    return made


def plus(days: int) -> Maker:
    return lambda match, clock: one(add_days(clock.today, days))


def month_and_days(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`march 16-20`."""
    month = MONTHS[match["month"]]
    first, last = coming(clock.today, month, int(match["a"])), coming(clock.today, month, int(match["b"]))
    return (first, last) if first and last and first < last else None
