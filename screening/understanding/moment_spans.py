"""Mentions of a stretch of days: lengths, weeks, months, seasons."""

import math
import re
from datetime import date, timedelta

from screening.understanding.calendar import MONTHS, add_days, add_months, last_weekday, month_end, next_weekday
from screening.understanding.moment_days import Clock, one
from screening.understanding.moment_words import COUNT, UNIT, ahead, count_of, year_of


def length(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`2 weeks`, `1-2 weeks`, `3 months ago`."""
    count, unit, tail = count_of(match["n"]), match["unit"], match["tail"] or ""
    if count > 100_000:
        return None
    if re.search(r"\bago\b|\bback\b|\bearlier\b|\bbefore (?:now|today)\b|\bprior\b|\batras\b", tail) or (
        re.match(r"(?:in |for |within |over )?(?:the )?(?:hace|last|past)\b", match.group())
        or (clock.past and not re.match(r"in\b|dentro|next\b|the next|another", match.group()))
    ):
        count = -count
    first = ahead(clock.today, count, unit)
    if match["n2"]:
        other = ahead(clock.today, math.copysign(count_of(match["n2"]), count), unit)
        return min(first, other), max(first, other)
    if match["half"]:
        count += 0.5 if count > 0 else -0.5
        first = ahead(clock.today, count, unit)
    if match["more"]:
        extra = re.finditer(rf"{COUNT}\s*{UNIT}", match["more"])
        for piece in extra:
            sign = -1 if count < 0 else 1
            first = ahead(first, sign * count_of(piece["n"]), piece["unit"])
    if "few" in match["n"] or "several" in match["n"] or match["n"] in ("unos", "unas"):
        other = ahead(clock.today, math.copysign(4, count), unit) if unit[0] in "dw" else first
        return min(first, other), max(first, other)
    return first, first


def tail_week(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    monday = clock.today - timedelta(days=clock.today.weekday())
    which = match.group()
    if re.search(
        r"after next|week after (?:that|the next|(?:this|the) (?:coming|next|upcoming))|en dos semanas|2 weeks out",
        which,
    ):
        monday += timedelta(days=14)
    elif "pasada" in which:
        monday -= timedelta(days=7)
    elif re.search(r"next|following|proxima|siguiente|que (?:viene|entra|sigue)|coming|entrante|otra", which):
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


def part_of(text: str) -> str:
    return next((name for pattern, name in _PARTS if pattern.search(text)), "")


def share_of_month(year: int, month: int, part: str, words: str) -> tuple[date, date]:
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
    month, year = MONTHS[match["month"]], year_of(match["year"], clock.latest)
    words = match["part"] or ""
    if year is None:
        ahead = re.search(r"\b(?:next|coming)\b", match.group())
        gone = clock.past or re.search(r"\b(?:past|last) [a-z]+\.?$", match.group())
        later = gone and not ahead and month > clock.today.month
        year = clock.today.year + (-1 if later else 1 if month < clock.today.month and (ahead or not gone) else 0)
    return clipped(*share_of_month(year, month, part_of(words), words), clock)


def clipped(first: date, last: date, clock: Clock) -> tuple[date, date]:
    """Of a span in which today lies, the part to come, or the part gone by."""
    if not first <= clock.today <= last:
        return first, last
    return (first, clock.today) if clock.past else (clock.today, last)


def month_written(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`08/2029`: where an end is asked for, the last day of that month."""
    if len(match["year"]) == 2 and not clock.ends:
        return None
    year, month = year_of(match["year"]) or 0, int(match["month"])
    last = month_end(year, month)
    return (last if clock.ends else date(year, month, 1)), last


def month_over(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`when march ends`, `when the year runs out`."""
    month, today = MONTHS[match["month"]] if match["month"] else 12, clock.today
    year = today.year
    if clock.past and month_end(year, month) > today:
        year -= 1
    elif not clock.past and month_end(year, month) < today:
        year += 1
    return one(month_end(year, month))


def year_alone(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`2019`, `since 23`: what has gone by, or what is to come within fifteen years."""
    this, year = clock.today.year, year_of(match["year"], clock.latest) or 0
    if len(match["year"]) == 2 and not (clock.past or re.match(r"sometime|the|not|class|grad", match.group())):
        return None
    if not (this - 90 <= year <= this if clock.past else this - 15 * clock.ends <= year <= this + 15):
        return None
    return clipped(date(year, 1, 1), date(year, 12, 31), clock)


def part_of_year(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`early 2028`, `the end of 2026`, `beginning of the year`."""
    named, this = year_of(match["year"], clock.latest), clock.today.year
    part = part_of(match["part"])
    words = match.group()
    shift = -1 if re.search(r"\blast\b|pasado", words) else 1 if re.search(r"\bnext\b|viene", words) else 0
    if not (named or shift or re.search(r"\bthis\b|\beste\b", words)):
        shift = int(not clock.past) if part == "early" else -int(clock.past and part == "late")
    year = named or this + shift
    late = date(year, 12, 31 if clock.ends or clock.past else 15) if "end" in match["part"] else date(year, 10, 1)
    first, last = {
        "early": (date(year, 1, 1), date(year, 3 if "early" in match["part"] else 1, 31)),
        "mid": (date(year, 5, 1), date(year, 8, 31)),
        "late": (late, date(year, 12, 31)),
    }[part]
    return clipped(first, last, clock)


def years_and_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`two years ago in may`, `march three years ago`."""
    year = clock.today.year - int(count_of(match["n"] or match["n2"]))
    month = MONTHS[match["month"] or match["m2"]]
    return date(year, month, 1), month_end(year, month)


def relative_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    words = match.group()
    ahead = (
        2
        if "after next" in words
        else 1
        if re.search(r"next|following|proximo|que (?:viene|entra)|coming|entrante|siguiente", words)
        else -1
        if re.search(r"(?:last|past) (?:month|mo)\b|(?:mes )?pasado", words)
        else 0
    )
    part = match["part"] or match.groupdict().get("p2") or ""
    base = add_months(clock.today.replace(day=1), ahead)
    first, last = share_of_month(base.year, base.month, part_of(part), part)
    if ahead == 0 and clock.past:
        return min(first, clock.today), min(last, clock.today)
    if ahead == 0:
        first = max(first, clock.today)
    return first, max(first, last)


def weekend(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    saturday = next_weekday(clock.today, 5, strictly=False)
    if re.search(r"last|past|pasado", match.group()) or (clock.past and not re.search("next|coming", match.group())):
        saturday = last_weekday(clock.today, 5)
        return saturday, min(saturday + timedelta(days=1), clock.today)
    if "next" in match.group():
        saturday = clock.today - timedelta(days=clock.today.weekday()) + timedelta(days=12)
    if "after next" in match.group():
        saturday += timedelta(days=7)
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
    first, last = months[match["season"] or match["ago"]]
    named = year_of(match["year"], clock.latest)
    year = named or clock.today.year + (1 if last < clock.today.month and first <= last else 0)
    gone = match["ago"] or re.match(r"(?:last|past|this past|the past)\b", match.group())
    if (clock.past or gone) and not named:
        year = clock.today.year
        while date(year, first, 1) > clock.today or (gone and month_end(year + (last < first), last) >= clock.today):
            year -= 1
        year -= int(count_of(match["n"]) - 1) if match["ago"] else 0
    begin, end = date(year, first, 1), month_end(year + (1 if last < first else 0), last)
    return (begin, end) if named else clipped(begin, end, clock)


def next_year(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    words = match.group()
    year = clock.today.year + bool(re.search(r"next|proximo|que viene", words)) - bool(re.search("last|pasado", words))
    return clipped(date(year, 1, 1), date(year, 12, 31), clock)


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
        year = today.year + (1 if "next" in match.group() else -1 if clock.past else 0)
        return date(year, 12, 31 if clock.ends or clock.past else 15), date(year, 12, 31)
    return None


def hours(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    first = add_days(clock.today, int(match["n"] or match["n3"]) // 24)
    more = match["n2"] or match["n4"]
    return first, add_days(clock.today, int(more) // 24) if more else first


def bare_length(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`a calendar month`, `week`."""
    if match["u"] == "fortnight":
        return one(add_days(clock.today, 14))
    days = 7 if match["u"] in ("week", "semana") else 0
    day = add_days(clock.today, days) if days else add_months(clock.today, 1)
    return one(add_days(day, (days or 30) / 2) if match["half"] else day)
