"""Mentions of a stretch of days: lengths, weeks, months, seasons."""

import re
from datetime import date, timedelta

from screening.understanding.calendar import MONTHS, add_days, add_months, month_end, next_weekday
from screening.understanding.moment_days import Clock, one
from screening.understanding.moment_words import COUNT, UNIT, ahead, count_of, year_of


def length(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`2 weeks`, `1-2 weeks`, `3 months ago`."""
    count, unit, tail = count_of(match["n"]), match["unit"], match["tail"] or ""
    if count > 100_000:
        return None
    if re.search(r"\bago\b|\bback\b|\bearlier\b|\bbefore (?:now|today)\b|\bprior\b", tail):
        count = -count
    first = ahead(clock.today, count, unit)
    if match["n2"]:
        return first, ahead(clock.today, count_of(match["n2"]), unit)
    if match["half"]:
        count += 0.5 if count > 0 else -0.5
        first = ahead(clock.today, count, unit)
    if match["more"]:
        extra = re.finditer(rf"{COUNT}\s*{UNIT}", match["more"])
        for piece in extra:
            sign = -1 if count < 0 else 1
            first = ahead(first, sign * count_of(piece["n"]), piece["unit"])
    if "few" in match["n"] or "several" in match["n"] or match["n"] in ("unos", "unas"):
        return first, ahead(clock.today, 4, unit) if unit[0] in "dw" else first
    return first, first


def tail_week(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
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
    if (
        part == "late"
        and re.search(r"\b(?:end|fin|finales|fines|close|last day)\b", words)
        and not re.search(r"\b(?:tail|few|week)\b", words)
    ):
        return last, last
    if part == "late":
        return (
            (last - timedelta(days=6), last) if re.search(r"\bend|\bfin", words) else (first + timedelta(days=19), last)
        )
    return first, last


def month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    month, year = MONTHS[match["month"]], year_of(match["year"])
    words = match["part"] or ""
    if year is None:
        year = clock.today.year + (1 if month < clock.today.month else 0)
    first, last = _span(year, month, _part(words), words)
    return (max(first, clock.today), last) if first <= clock.today <= last else (first, last)


def relative_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
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


def weekend(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    saturday = next_weekday(clock.today, 5, strictly=False)
    if "next" in match.group():
        saturday = clock.today - timedelta(days=clock.today.weekday()) + timedelta(days=12)
    if re.match(r"after", match.group()):
        return one(saturday + timedelta(days=2))
    return saturday, saturday + timedelta(days=1)


def season(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
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


def next_year(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    year = clock.today.year + (1 if re.search(r"next|proximo|que viene", match.group()) else 0)
    return max(date(year, 1, 1), clock.today), date(year, 12, 31)


def end_of(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
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


def hours(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    return one(add_days(clock.today, int(match["n"]) // 24))


def bare_length(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`a calendar month`, `week`."""
    if match["u"] == "fortnight":
        return one(add_days(clock.today, 14))
    return one(add_days(clock.today, 7) if match["u"] in ("week", "semana") else add_months(clock.today, 1))
