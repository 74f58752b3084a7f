"""Every mention of a day or a span of days in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from screening.understanding.calendar import WEEKDAYS, add_days, last_weekday, next_weekday
from screening.understanding.holidays import HOLIDAYS, NAMED_BY
from screening.understanding.moment_between import BETWEEN
from screening.understanding.moment_day_rules import BESIDE_A_DAY, DAY_SOURCES
from screening.understanding.moment_days import Clock, Maker, one
from screening.understanding.moment_span_rules import NAMED_FIRST, SPAN_SOURCES
from screening.understanding.moment_words import WEEKDAY_NAME, ahead, count_of
from screening.understanding.moment_years import CLASS_OF, YEARS

MOST = 24  # mentions looked at in one text


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
    return list(_moments(plain, clock))


@lru_cache(maxsize=512)
def _moments(plain: str, clock: Clock) -> tuple[Moment, ...]:
    taken: list[Moment] = []
    for moment in _every(plain, clock):
        if len(taken) == MOST:
            break
        if not any(moment.start < other.end and other.start < moment.end for other in taken):
            taken.append(moment)
    return tuple(sorted(taken, key=lambda m: m.start))


def _every(plain: str, clock: Clock) -> Iterator[Moment]:
    holidays = bool(_HOLIDAY.search(plain))  # looked for one by one only where there is any
    for rule, pattern, maker, sure in _rules():
        if rule == "date.holiday" and not holidays:
            continue
        for match in pattern.finditer(plain):
            if maker is not None:
                if found := _made(maker, match, clock):
                    yield Moment(found[0], found[1], match.start(), match.end(), rule, sure)
            elif (near := _within(rule, match, clock)) and near[0]:
                yield Moment(*near[0], match.start(), near[1], rule, sure)


_HOLIDAY = re.compile(rf"\b(?:{'|'.join((*NAMED_BY, *HOLIDAYS))})\b")


def _made(maker: Maker, match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    try:
        return maker(match, clock)
    except (ValueError, OverflowError, KeyError):
        return None


def _within(rule: str, match: "re.Match[str]", clock: Clock) -> tuple[tuple[date, date] | None, int] | None:
    """The days told by another day named inside the match, and where its words end."""
    if rule == "date.spanish_weeks":
        words = match["base"]
    else:
        words = re.sub(r"^(?:the|el|la) ", "", match["rest"] or match["rest2"])
    found = moments(f"the {words}", clock)
    if rule == "date.ago_from" and words == "today":
        found = [Moment(clock.today, clock.today, 4, 9, rule)]
    if (
        not found
        or found[0].start > 4
        or (not found[0].single and (rule == "date.week_of" or match.groupdict().get("way") == "of"))
    ):
        return None
    inner = found[0]
    end = (
        match.end()
        if rule in ("date.spanish_weeks", "date.weekend_of")
        else max(match.end("rest"), match.end() * (not match["rest"]) - 5) - len(words) + inner.end - 4
    )
    try:
        return _TOLD[rule](match, inner), end
    except (ValueError, OverflowError, KeyError):
        return None


def _weekend_of(match: "re.Match[str]", inner: Moment) -> tuple[date, date] | None:
    """`labor day weekend`, `the friday of labor day weekend`: the day off and the weekend beside it."""
    day = inner.first
    if match["days"]:
        apart = (WEEKDAYS[match["days"]] - day.weekday()) % 7
        return one(add_days(day, apart if apart <= 3 else apart - 7))
    before = day.weekday() in (0, 1)
    saturday = last_weekday(day, 5) if before else next_weekday(day, 5, strictly=False)
    if day.weekday() == 6:
        saturday = add_days(day, -1)
    return min(day, saturday), max(day, add_days(saturday, 1))


def _from_day(match: "re.Match[str]", inner: Moment) -> tuple[date, date] | None:
    """`two weeks from monday`, `3 days after march 2`, `three weeks ago yesterday`."""
    back = match.groupdict().get("way", "ago") in ("before", "antes de", "prior to", "ago")
    return one(ahead(inner.first, count_of(match["n"]) * (-1 if back else 1), match["unit"]))


def _weekday_after(match: "re.Match[str]", inner: Moment) -> tuple[date, date] | None:
    """`the monday after easter`, `friday before memorial day`."""
    weekday = WEEKDAYS[match["weekday"]]
    if match["way"] in _BEFORE:
        return one(last_weekday(inner.first, weekday))
    return one(next_weekday(inner.last, weekday))


_BEFORE = frozenset({"before", "prior to", "antes de", "antes del"})


def _day_after(match: "re.Match[str]", inner: Moment) -> tuple[date, date] | None:
    """`the day after labor day`, `the night before thanksgiving`, `the week after thanksgiving`."""
    what, way = match["what"], match["way"]
    days = 0 if way == "of" else -1 if way in _BEFORE else 1
    if what == "eve":
        days = -1
    if what in ("week", "semana"):
        if not days:
            return None  # the week of a day has its own rule
        monday = add_days(inner.first, 7 * days - inner.first.weekday())
        return monday, monday + timedelta(days=4)
    if what == "weekend":
        saturday = (
            last_weekday(inner.first, 5)
            if days < 0
            else next_weekday(inner.last if days else add_days(inner.first, -1), 5)
        )
        return saturday, add_days(saturday, 1)
    return one(add_days(inner.first if days < 0 else inner.last, days))


def _week_of(_match: "re.Match[str]", inner: Moment) -> tuple[date, date] | None:
    return inner.first, inner.first + timedelta(days=6 - inner.first.weekday())


def _weekdays_of(match: "re.Match[str]", inner: Moment) -> tuple[date, date] | None:
    """`mon tues or wed of the week of march 6`."""
    monday = inner.first - timedelta(days=inner.first.weekday())
    days = [monday + timedelta(days=WEEKDAYS[name]) for name in re.findall(WEEKDAY_NAME, match["days"])]
    return min(days), max(days)


def _spanish_weeks(match: "re.Match[str]", inner: Moment) -> tuple[date, date] | None:
    """`de hoy en ocho`, `del lunes en quince`, `de este viernes en cuatro semanas`."""
    unit, words = match["unit"], match["n"]
    if unit in (None, "dias") and words in ("ocho", "8", "quince", "15"):
        return one(add_days(inner.first, 7 if words in ("ocho", "8") else 14))
    return one(ahead(inner.first, count_of(words), unit)) if unit else None


_TOLD = {
    "date.weekend_of": _weekend_of,
    "date.from": _from_day,
    "date.ago_from": _from_day,
    "date.weekday_after": _weekday_after,
    "date.day_after": _day_after,
    "date.week_of": _week_of,
    "date.weekdays_of": _weekdays_of,
    "date.spanish_weeks": _spanish_weeks,
}


@cache
def _rules() -> tuple[tuple[str, "re.Pattern[str]", Maker | None, float], ...]:
    """Compiled when the first day is looked for, so that whoever looks for none does not wait for it."""
    sources = (*CLASS_OF, *BESIDE_A_DAY, *NAMED_FIRST, *BETWEEN, *DAY_SOURCES, *SPAN_SOURCES, *YEARS)
    return tuple((rule, re.compile(pattern), maker, sure) for rule, pattern, maker, sure in sources)


def moved(moment: Moment, *, first: date | None = None, last: date | None = None) -> Moment:
    """The same mention with other days."""
    return replace(moment, first=first or moment.first, last=last or moment.last)
