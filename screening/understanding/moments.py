"""Every mention of a day or a span of days in a text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from screening.understanding.calendar import (
    HOLIDAYS,
    MONTHS,
    WEEKDAYS,
    add_days,
    add_months,
    coming,
    coming_holiday,
    make,
    month_end,
    next_weekday,
    third_weekday,
)
from screening.understanding.numerals import ORDINALS, numbers

_M = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_W = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\.?"
_ORDINAL_WORDS = {
    **ORDINALS,
    **{f"twenty-{w}": 20 + n for w, n in ORDINALS.items() if n < 10},
    **{f"twenty {w}": 20 + n for w, n in ORDINALS.items() if n < 10},
    "thirty-first": 31,
    "thirty first": 31,
}
_ORDINAL_WORDS |= {
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
    "once": 11,
    "doce": 12,
    "trece": 13,
    "catorce": 14,
    "quince": 15,
    "veinte": 20,
    "veinticinco": 25,
    "treinta": 30,
}
_DAYWORD = "|".join(sorted(_ORDINAL_WORDS, key=len, reverse=True))
_D = rf"(?P<day>\d{{1,2}}(?:\s?(?:st|nd|rd|th|o|ro)\b)?|(?:{_DAYWORD})\b)"
_CARDINALS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
_CARDINALS |= {
    f"twenty{s}{w}": 20 + _CARDINALS[w]
    for s in " -"
    for w in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
} | {"thirty": 30, "thirty one": 31, "thirty-one": 31}
_DC = rf"(?P<day>\d{{1,2}}(?:\s?(?:st|nd|rd|th|o|ro)\b)?|(?:{_DAYWORD}|{'|'.join(sorted(_CARDINALS, key=len, reverse=True))})\b)"
_N = r"(?P<n>\d+(?:\.\d+)?(?: 1/2)?|an? couple(?: of)?|couple(?: of)?|cpl(?: of)?|a few|few|several|a half|half an?|half|one and a half|(?:an?|one|un|una|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|forty five|sixty|ninety|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|treinta|un par de|unos|unas|another|the|full|whole|all|per|each|entire)(?: (?:and a half|y medio|y media|more|other|full|whole|mas))?)"
_U = r"(?P<unit>business days?|working days?|work days?|days?|dys|weeks?|wks?|months?|mos?|mths?|mnths?|years?|yrs?|fortnights?|dias?(?: habiles)?|semanas?|mes(?:es)?|anos?|quincena|quarters?|decades?)\b"
_DAYS = dict(d=1, w=7, f=14, s=7, q=15)


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


Maker = Callable[["re.Match[str]", "Clock"], tuple[date, date] | None]


@dataclass(frozen=True, slots=True)
class Clock:
    """The day it is, and whether days come before months here."""

    today: date
    day_first: bool
    past: bool = False


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


def _one(day: date | None) -> tuple[date, date] | None:
    return (day, day) if day else None


def _day_number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else _ORDINAL_WORDS.get(text) or _CARDINALS[text]


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = int(re.sub(r"\D", "", text))
    if digits < 100:
        return 2000 + digits if digits < 70 else 1900 + digits
    return digits


def _iso(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return _one(make(int(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    a, b = int(match["a"]), int(match["b"])
    month, day = (b, a) if clock.day_first else (a, b)
    if month > 12:
        month, day = day, month
    year = _year(match["year"])
    if year:
        return _one(make(year, month, day))
    return _one(coming(clock.today, month, day))


def _month_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    month, day, year = MONTHS[match["month"]], _day_number(match["day"]), _year(match["year"])
    if not 1 <= day <= 31:
        return None
    return _one(make(year, month, day) if year else coming(clock.today, month, day))


def _of_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the 20th of next month`."""
    day, which = _day_number(match["day"]), match["which"]
    base = add_months(
        clock.today.replace(day=1), 1 if which in ("next", "following", "proximo", "que viene", "the following") else 0
    )
    found = make(base.year, base.month, day)
    if found and found < clock.today and not which:
        base = add_months(base, 1)
        found = make(base.year, base.month, day)
    return _one(found)


def _the_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    day = _day_number(match["day"])
    for ahead in range(3):
        base = add_months(clock.today.replace(day=1), ahead)
        found = make(base.year, base.month, day)
        if found and found >= clock.today:
            return _one(found)
    return None


def _weekday(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    weekday, today = WEEKDAYS[match["weekday"]], clock.today
    before, after = (match["before"] or "").strip(), (match["after"] or "").strip()
    if re.search(r"last|past|pasado", before) or re.search(r"pasado", after):
        return _one(today - timedelta(days=(today.weekday() - weekday) % 7 or 7))
    plain_next = next_weekday(today, weekday)
    if re.search(
        r"next week|week after next|of next|proxima semana|semana que viene|following week", before + " " + after
    ):
        weeks = 2 if "after next" in before + after else 1
        monday = today - timedelta(days=today.weekday())
        return _one(monday + timedelta(days=7 * weeks + weekday))
    if re.search(r"this week$", after):
        return _one(today - timedelta(days=today.weekday()) + timedelta(days=weekday))
    if re.search(r"week from|weeks from|week\b$|after next", before + " " + after):
        more = 2 if re.match(r"(?:two|2)", before) else 1
        if "after next" in after:
            more = 1
        return _one(plain_next + timedelta(days=7 * more))
    if re.search(r"\bnext\b|\bnxt\b", before) and not re.search(r"\bthis\b", before):
        monday = today - timedelta(days=today.weekday())
        return _one(monday + timedelta(days=7 + weekday))
    return _one(plain_next)


def _weekday_after(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the monday after easter`, `monday after the 4th`."""
    rest = moments(f"the {match['rest']}", clock)
    if not rest or rest[0].start > 4:
        return None
    return _one(next_weekday(rest[0].last, WEEKDAYS[match["weekday"]]))


def _day_after(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the day after labor day`, `the week after thanksgiving`."""
    words = match["rest"].removeprefix("the ")
    rest = moments(f"the {words}", clock)
    if not rest or rest[0].start > 4:
        return None
    if match["what"] == "day":
        return _one(add_days(rest[0].last, 1))
    monday = next_weekday(rest[0].last, 0)
    return monday, monday + timedelta(days=4)


def _weekdays_on(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`two fridays from now`."""
    first = next_weekday(clock.today, WEEKDAYS[match["weekday"]])
    return _one(first + timedelta(days=7 * (int(count_of(match["n"])) - 1)))


def _next_year_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return _one(make(clock.today.year + 1, MONTHS[match["month"]], _day_number(match["day"])))


def _nth_weekday(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    nth = -1 if match["nth"] == "last" else _day_number(match["nth"])
    weekday = WEEKDAYS[match["weekday"]]
    if match["month"]:
        month, year = MONTHS[match["month"]], _year(match["year"]) or clock.today.year
        found = third_weekday(year, month, weekday, nth)
        if found < clock.today and not match["year"]:
            found = third_weekday(year + 1, month, weekday, nth)
        return _one(found)
    base = add_months(clock.today.replace(day=1), 1 if "next" in match.group() else 0)
    return _one(third_weekday(base.year, base.month, weekday, nth))


def count_of(text: str) -> float:
    """The count before a unit; "a couple" is 2, "a few" 3."""
    if re.search(r"couple|cpl|par de", text):
        return 2.0
    if re.search(r"few|several|unos|unas", text):
        return 3.0
    found = numbers(text)
    half = 0.5 if re.search(r"and a half|y medi|1/2", text) and not (found and found[0].value % 1) else 0.0
    if found:
        return found[0].value + half
    return 0.5 if "half" in text else 1.0 + half


def _ahead(today: date, count: float, unit: str) -> date:
    """So many units on from a day."""
    if unit.startswith(("business", "working", "work")) or "habil" in unit:
        return _working_days(today, int(count))
    if unit.startswith(("year", "yr", "ano")):
        return add_months(today, round(count * 12))
    if unit.startswith("decade"):
        return add_months(today, round(count * 120))
    if unit.startswith(("mo", "mth", "mnth", "mes")):
        whole = int(count)
        return add_days(add_months(today, whole), (count - whole) * 30)
    if unit.startswith("quarter"):
        return add_months(today, round(count * 3))
    return add_days(today, count * _DAYS[unit[0]])


def _working_days(day: date, count: int) -> date:
    for _ in range(min(count, 400)):
        day += timedelta(days=1)
        while day.weekday() >= 5:
            day += timedelta(days=1)
    return day


def _length(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`2 weeks`, `1-2 weeks`, `3 months ago`."""
    count, unit, tail = count_of(match["n"]), match["unit"], match["tail"] or ""
    if count > 100_000:
        return None
    if re.search(r"\bago\b|\bback\b|\bearlier\b|\bbefore (?:now|today)\b|\bprior\b", tail):
        count = -count
    first = _ahead(clock.today, count, unit)
    if match["n2"]:
        return first, _ahead(clock.today, count_of(match["n2"]), unit)
    if match["half"]:
        count += 0.5 if count > 0 else -0.5
        first = _ahead(clock.today, count, unit)
    if match["more"]:
        extra = re.finditer(rf"{_N}\s*{_U}", match["more"])
        for piece in extra:
            sign = -1 if count < 0 else 1
            first = _ahead(first, sign * count_of(piece["n"]), piece["unit"])
    if "few" in match["n"] or "several" in match["n"] or match["n"] in ("unos", "unas"):
        return first, _ahead(clock.today, 4, unit) if unit[0] in "dw" else first
    return first, first


def _from_day(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`two weeks from monday`, `3 days after march 2`."""
    rest = moments(match["rest"], clock)
    if not rest:
        return None
    count = count_of(match["n"]) * (-1 if match["way"] in ("before", "antes de", "prior to") else 1)
    return _one(_ahead(rest[0].first, count, match["unit"]))


def _tail_week(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    monday = clock.today - timedelta(days=clock.today.weekday())
    which = match.group()
    if re.search(r"after next|week after (?:that|the next)|en dos semanas|2 weeks out", which):
        monday += timedelta(days=14)
    elif re.search(r"next|following|proxima|que viene|coming|entrante|otra", which):
        monday += timedelta(days=7)
    elif re.search(r"last|past|pasada", which):
        monday -= timedelta(days=7)
    else:
        return max(clock.today, monday), monday + timedelta(days=6)
    first, last = monday, monday + timedelta(days=4)
    part = re.search(r"\b(?:early|beginning|start|first)|\b(?:mid|middle)|\b(?:late|later|end)", which)
    if part and part.group() in ("early", "beginning", "start", "first"):
        return first, first + timedelta(days=1)
    if part and part.group().startswith("mid"):
        return first + timedelta(days=1), first + timedelta(days=3)
    if part:
        return first + timedelta(days=3), first + timedelta(days=4)
    return first, last


_PARTS = (
    (
        re.compile(
            r"early|beginning|begining|start|principios|inicios|comienzos|first part|first half|1st half|top of|beg of|first week|1st week|primera semana"
        ),
        "early",
    ),
    (re.compile(r"mid|medio|mediados|second week|2nd week|third week|3rd week"), "mid"),
    (
        re.compile(
            r"late|later|end|fin|finales|fines|close|last week|last part|second half|2nd half|latter|ultima semana|last few days|last day"
        ),
        "late",
    ),
)


def _part(text: str) -> str:
    return next((name for pattern, name in _PARTS if pattern.search(text)), "")


def _span(year: int, month: int, part: str, words: str) -> tuple[date, date]:
    first, last = date(year, month, 1), month_end(year, month)
    if re.search(r"first week|1st week|primera semana", words):
        return first, first + timedelta(days=6)
    if re.search(r"second week|2nd week|segunda semana", words):
        return first + timedelta(days=7), first + timedelta(days=13)
    if re.search(r"third week|3rd week|tercera semana", words):
        return first + timedelta(days=14), first + timedelta(days=20)
    if re.search(r"last week|ultima semana", words):
        return last - timedelta(days=6), last
    if part == "early":
        return first, first + timedelta(days=9)
    if part == "mid":
        return first + timedelta(days=9), first + timedelta(days=19)
    if part == "late":
        return (
            (last - timedelta(days=6), last) if re.search(r"\bend|\bfin", words) else (first + timedelta(days=19), last)
        )
    return first, last


def _month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    month, year = MONTHS[match["month"]], _year(match["year"])
    words = match["part"] or ""
    if year is None:
        year = clock.today.year + (1 if month < clock.today.month else 0)
    first, last = _span(year, month, _part(words), words)
    return (max(first, clock.today), last) if first <= clock.today <= last else (first, last)


def _relative_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    words = match.group()
    ahead = (
        2
        if "after next" in words
        else 1
        if re.search(r"next|following|proximo|que viene|coming|entrante", words)
        else -1
        if re.search(r"last month|past month|mes pasado", words)
        else 0
    )
    base = add_months(clock.today.replace(day=1), ahead)
    first, last = _span(base.year, base.month, _part(match["part"] or ""), match["part"] or "")
    if ahead == 0:
        first = max(first, clock.today)
    return first, max(first, last)


def _weekend(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    saturday = next_weekday(clock.today, 5, strictly=False)
    if "next" in match.group():
        saturday = clock.today - timedelta(days=clock.today.weekday()) + timedelta(days=12)
    if re.match(r"after", match.group()):
        return _one(saturday + timedelta(days=2))
    return saturday, saturday + timedelta(days=1)


def _season(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    months = {
        "spring": (3, 5),
        "summer": (6, 8),
        "fall": (9, 11),
        "autumn": (9, 11),
        "winter": (12, 2),
        "primavera": (3, 5),
        "verano": (6, 8),
        "otono": (9, 11),
        "invierno": (12, 2),
    }
    first, last = months[match["season"]]
    year = clock.today.year + (1 if last < clock.today.month and first <= last else 0)
    begin = date(year, first, 1)
    return max(begin, clock.today), month_end(year + (1 if last < first else 0), last)


def _holiday(pattern: str) -> Maker:
    def made(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
        return _one(coming_holiday(pattern, clock.today))

    return made


def _plus(days: int) -> Maker:
    return lambda match, clock: _one(add_days(clock.today, days))


def _next_year(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    year = clock.today.year + (1 if re.search(r"next|proximo|que viene", match.group()) else 0)
    return max(date(year, 1, 1), clock.today), date(year, 12, 31)


def _end_of(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    unit, today = match["unit"], clock.today
    if unit.startswith(("week", "semana")):
        monday = (
            today
            - timedelta(days=today.weekday())
            + timedelta(days=7 if re.search("next|proxima|que viene", match.group()) else 0)
        )
        return max(today, monday + timedelta(days=3)), monday + timedelta(days=4)
    if unit.startswith(("year", "ano")):
        return date(today.year, 12, 15), date(today.year, 12, 31)
    return None


def _month_and_days(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`march 16-20`."""
    month = MONTHS[match["month"]]
    first, last = coming(clock.today, month, int(match["a"])), coming(clock.today, month, int(match["b"]))
    return (first, last) if first and last and first < last else None


def _week_of(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    rest = moments(match["rest"], clock)
    if not rest or rest[0].start > 4:
        return None
    first = rest[0].first
    return first, first + timedelta(days=6 - first.weekday())


def _hours(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return _one(add_days(clock.today, int(match["n"]) // 24))


def _bare_length(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`a calendar month`, `week`."""
    if match["u"] == "fortnight":
        return _one(add_days(clock.today, 14))
    return _one(add_days(clock.today, 7) if match["u"] in ("week", "semana") else add_months(clock.today, 1))


_YEAR = r"(?:,?\s*(?:of |de |del |in )?'?(?P<year>(?:19|20)\d\d|(?<=')\d\d|\d\d(?=\s*$))\b(?!\s*(?:hour|/)))?"
_PART = r"(?P<part>(?:the )?(?:very )?(?:early|beginning|begining|start|top|beg|first part|first half|1st half|second half|2nd half|latter (?:part|half)|(?:first|1st|second|2nd|third|3rd|last) week|middle|mid|late(?:r)?|end|close|tail end|last (?:part|few days|day)|principios|inicios|comienzos|mediados|finales|fines|fin|primera semana|ultima semana|segunda semana|tercera semana)\s*-?\s*(?:of |in |de |del |a )*(?:the )?)?"

_SOURCES: tuple[tuple[str, str, Maker, float], ...] = (
    ("date.iso", r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b", _iso, 0.97),
    (
        "date.month_days",
        rf"\b{_M}\s*(?P<a>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|to|or|and|thru|through)\s*(?P<b>\d{{1,2}})(?:st|nd|rd|th)?\b(?!/)",
        _month_and_days,
        0.88,
    ),
    (
        "date.from",
        rf"\b{_N}\s*{_U}\s+(?P<way>from|after|before|past|following|despues de|antes de|prior to|out from)\s+(?P<rest>(?:this |next |the |coming )?(?:[a-z]+day|tomorrow|today|now|yesterday|{'|'.join(MONTHS)}|\d{{1,2}}(?:st|nd|rd|th))\b[^,.]{{0,12}})",
        _from_day,
        0.9,
    ),
    (
        "date.weekday_after",
        rf"\b(?:the )?(?:first |1st )?{_W} (?:after|following|past|despues de(?:l)?)\s+(?:the |el )?(?P<rest>(?!that\b|next\b|this\b|\d{{1,2}}(?![\dsnrt/]))[a-z0-9/]+(?:\s+[a-z0-9/]+){{0,3}})",
        _weekday_after,
        0.9,
    ),
    (
        "date.day_after",
        r"\b(?:the )?(?P<what>day|week) after (?!tomorrow|next|tmrw|that\b|this\b|my\b|i\b)(?P<rest>(?:the )?[a-z0-9/]+(?:\s+[a-z0-9/]+){0,2})",
        _day_after,
        0.9,
    ),
    ("date.same_day", r"\b(?:same|this) day next week\b|\bde hoy en ocho\b", _plus(7), 0.92),
    ("date.weekdays_on", rf"\b(?P<n>two|2|three|3) {_W}s? from (?:now|today)\b", _weekdays_on, 0.9),
    ("date.next_year_day", rf"\b{_M}[\s,]*(?:the )?{_D}(?:,? (?:of )?next year)\b", _next_year_day, 0.92),
    (
        "date.week_of",
        rf"\b(?:the )?week (?:of|beginning|starting|commencing)\s+(?P<rest>(?:the )?(?:{_M.replace('month', 'm1')}\s*\d{{1,2}}|\d{{1,2}}/\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:of )?[a-z]+)?)[^,.]{{0,12}})",
        _week_of,
        0.9,
    ),
    (
        "date.numeric",
        r"(?<![\d.$/])(?P<a>\d{1,2})(?P<sep> ?[/.-] ?| (?=\d\d? \d{4}))(?P<b>\d{1,2})(?:(?P=sep)'?(?P<year>\d{4}|\d{2}))?(?![\d/%]|\.\d)(?!\s*(?:weeks?|wks?|days?|months?|mos?|years?|am|pm|hours?|hrs?))",
        _numeric,
        0.93,
    ),
    (
        "date.nth_weekday",
        rf"\b(?:the )?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last)\s+{_W}\s+(?:of|in)\s+(?:{_M}{_YEAR}|(?:the )?(?:next|this|following)? ?month)",
        _nth_weekday,
        0.92,
    ),
    (
        "date.of_month",
        rf"\b(?:the )?{_D}\s+(?:day )?(?:of|de|del)\s+(?:the )?(?P<which>next|this|following|proximo|the following|current|que viene)?\s*(?:month|mes)(?: que viene)?",
        _of_month,
        0.92,
    ),
    (
        "date.month_day",
        rf"\b{_M}[\s,./-]*(?:the\s+)?{_DC}(?!\d|:|/\d|\s*(?:weeks|days|months|am|pm)\b){_YEAR}",
        _month_day,
        0.95,
    ),
    (
        "date.day_month",
        rf"\b(?:the\s+|el\s+)?{_D}[\s,./-]*(?:day\s+)?(?:of\s+|de\s+|in\s+)?{_M}\b{_YEAR}",
        _month_day,
        0.95,
    ),
    ("date.after_tomorrow", r"\b(?:the )?day\s+after (?:tomorrow|tmrw|2morrow)\b|\bpasado manana\b", _plus(2), 0.95),
    ("date.before_yesterday", r"\b(?:the )?day before\s+yesterday\b|\banteayer\b|\bantes de ayer\b", _plus(-2), 0.9),
    (
        "date.week_from",
        r"\b(?:a|1|one) week (?:from )?(?:today|now)\b|\b(?:today|tomorrow) week\b|\bin a week\b|\bde hoy en ocho\b",
        lambda m, c: _one(add_days(c.today, 8 if "tomorrow" in m.group() else 7)),
        0.93,
    ),
    ("date.week_tomorrow", r"\b(?:a|1|one) week from tomorrow\b", _plus(8), 0.93),
    (
        "date.weekday",
        rf"\b(?P<before>(?:(?:(?:(?:a|1|one|two|2) )?weeks? (?:from|after)(?: this| next)?|this coming|this upcoming|the coming|the following|next week(?:s| on)?,?|next|nxt|this|coming|upcoming|following|last|past|el proximo|proximo|este|the week after next|week after next)\s+)?){_W}(?![a-z])(?P<after>\s+(?:(?:of |in )?(?:the )?(?:next week|week after next|following week|this week)|after next|week\b(?! of)|que viene|proximo|pasado|de la (?:proxima semana|semana que viene)))?",
        _weekday,
        0.92,
    ),
    (
        "date.day_of",
        rf"(?<![\d$.])\b(?:the|el|dia|on|by|del?)\s+(?:el\s+|the\s+)?{_D}(?!\d|:|\s*(?:weeks?|days?|months?|mo|years?|am|pm|hours?|minutes?|shift|%|one|job|week|person|thing|option|time|choice|half)\b)",
        _the_day,
        0.85,
    ),
    (
        "date.day_th",
        r"\b(?P<day>\d{1,2})\s?(?:st|nd|rd|th)\b(?!\s*(?:shift|grade|floor|street|st|ave|year|job|time|week|option|person))",
        _the_day,
        0.85,
    ),
    (
        "date.end_of",
        r"\b(?:by )?(?:the )?(?:end|close|fin|finales)\s+(?:of\s+|de\s+)?(?:the\s+|this\s+|next\s+|la\s+|proxima\s+|del\s+)*(?P<unit>week|workweek|semana|year|ano)\b(?: que viene)?",
        _end_of,
        0.8,
    ),
    (
        "date.week",
        r"\b(?:(?:early|late|later|mid|middle of|end of|beginning of|start of|first part of|sometime)\s+)?(?:the\s+)?(?:next|this|following|coming|la proxima|esta|last|past|la otra)\s*(?:coming |following )?(?:week|wk|semana)\b(?! of)|\bweek after next\b|\bsemana que viene\b|\b(?:the|la) (?:proxima|following) semana\b|\bthe week after (?:that|next)\b",
        _tail_week,
        0.8,
    ),
    (
        "date.relative_month",
        rf"{_PART}(?:the |el |del )?(?:next|this|following|proximo|este|coming|last|past)\s+(?:month|mes)\b(?: after next)?|{_PART.replace('part', 'p2')}\b(?:month after next|mes que viene)\b",
        lambda m, c: _relative_month(m, c),
        0.8,
    ),
    (
        "date.this_month",
        r"\b(?P<part>(?:the )?(?:early|beginning|start|first|middle|mid|late|end|close|finales|fines|fin|mediados|principios)\s*-?\s*(?:of |de |del )?)(?:the |this |el |este )?(?:month|mes)\b",
        lambda m, c: _relative_month(m, c),
        0.8,
    ),
    (
        "date.length",
        rf"(?:\b(?:in|within|after|en|dentro de)\s+)?(?:about |around |like |roughly |at least |another |otros? |maybe |only |just |less than |more than |over )*(?<![\w$.])(?:the next |next |past |last |upcoming |following |coming |this |full-?|all-?|half-?)?{_N}(?:\s*(?:-|to|or|a|o)\s*(?P<n2>\d+|two|three|four|five|six|seven|eight|dos|tres|cuatro))?[\s-]*(?:full |whole |good |short |more |mas |extra |odd )?{_U}(?P<half>\s*(?:and (?:a )?half|y medi[oa])\b)?(?P<more>(?:[\s,]*(?:and|y|plus)?\s*(?:\d+|an?|one|two|three|four|five|six|seven|half|twenty[ -]one)\s*(?:days?|weeks?|months?|years?))*)(?P<tail>\s*(?:notice|ago|back|earlier|prior|from now|out|hence|time|s time|from today|mas|de aviso)?\b)?",
        _length,
        0.9,
    ),
    (
        "date.tomorrow",
        r"\btomorrow(?:s)?\b|\b2morrow\b|\b2moro\b|\btmrw\b|\btmr\b|\bmanana\b(?! por la manana)",
        _plus(1),
        0.93,
    ),
    (
        "date.hours",
        r"\b(?:in|within|give me|en)\s+(?:about )?(?P<n>24|36|48|72|96)\s*(?:hours?|hrs?|horas?)\b",
        _hours,
        0.85,
    ),
    (
        "date.bare_length",
        r"^\W*(?:a |one |un |una )?(?:calendar |full |whole )?(?P<n>)(?P<u>week|month|fortnight|semana|mes)(?: notice)?\W*$",
        _bare_length,
        0.85,
    ),
    ("date.yesterday", r"\byesterday\b|\bayer\b", _plus(-1), 0.9),
    (
        "date.weekend",
        r"\b(?:after )?(?:this |the |next |coming |over the )*(?:week ?end|finde|fin de semana)\b",
        _weekend,
        0.8,
    ),
    (
        "date.month_next_year",
        rf"\b(?:next year|el (?:proximo ano|ano que viene)) (?:in |around |en )?{_M}\b",
        lambda m, c: (date(c.today.year + 1, MONTHS[m["month"]], 1), month_end(c.today.year + 1, MONTHS[m["month"]])),
        0.85,
    ),
    ("date.next_year", r"\b(?:next|this|proximo|el otro)\s+(?:year|ano)\b", _next_year, 0.7),
    (
        "date.season",
        r"\b(?:this |next |in the |el |la |early |late )*(?P<season>spring|summer|fall|autumn|winter|primavera|verano|otono|invierno)\b(?! break| job| camp)",
        _season,
        0.7,
    ),
    *(("date.holiday", rf"\b(?:{pattern})\b", _holiday(pattern), 0.85) for pattern in HOLIDAYS),
    ("date.month", rf"{_PART}\b(?:next |this coming |coming |this )?{_M}(?![a-z]){_YEAR}", _month, 0.8),
)
_RULES = tuple((rule, re.compile(pattern), maker, sure) for rule, pattern, maker, sure in _SOURCES)


def moved(moment: Moment, *, first: date | None = None, last: date | None = None) -> Moment:
    """The same mention with other days."""
    return replace(moment, first=first or moment.first, last=last or moment.last)
