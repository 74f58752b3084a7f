"""Stretches told by their two ends or by their share of a month or year: `the 5th thru the 9th`, `mid to late june`, `q2`."""

import re
from datetime import date, timedelta

from screening.understanding.calendar import MONTHS, add_days, add_months, make, month_end
from screening.understanding.moment_day_rules import Source
from screening.understanding.moment_days import Clock, near, numbered
from screening.understanding.moment_spans import clipped, part_of, share_of_month
from screening.understanding.moment_words import MONTH, UNIT, YEAR, ahead, count_of, day_number, year_of

_TO = r"(?:-|to|til+|until|thru|through|al?|hasta)"
_NTH = r"first|1st|second|2nd|third|3rd|fourth|4th|last"
_PART = r"early|beginning|start|mid(?:dle)?|late|end|principios|mediados|finales|fines"


def days_between(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`from the 5th til the 9th`, `del 5 al 9 de mayo`."""
    a, b = int(match["a"]), int(match["b"])
    if match["month"]:
        first, last = near(clock, MONTHS[match["month"]], a), near(clock, MONTHS[match["month"]], b)
        return (first, last) if first and last and first < last else None
    today = clock.today
    if a <= today.day <= b and (last := make(today.year, today.month, b)):
        return (today.replace(day=a), today) if clock.past else (today, last)
    start = numbered(a, clock)
    month = add_months(start.replace(day=1), int(a >= b)) if start else today
    last = make(month.year, month.month, b)
    return (start, last) if start and last else None


def parts_of_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`mid to late january`."""
    first = near(clock, MONTHS[match["month"]], 1, year_of(match["year"], clock.latest))
    if not first:
        return None
    if not clock.past and MONTHS[match["month"]] == clock.today.month:
        first = clock.today.replace(day=1)
    begin = share_of_month(first.year, first.month, part_of(match["p1"]), match["p1"])
    end = share_of_month(first.year, first.month, part_of(match["p2"]), match["p2"])
    return clipped(begin[0], end[1], clock)


def weeks_of_month(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`the first two weeks of may`, `2nd or 3rd week of june`, `first half of march`."""
    month = MONTHS[match["month"]]
    first = near(clock, month, 1, year_of(match["year"], clock.latest))
    if not clock.past and month == clock.today.month and not match["year"]:
        first = clock.today.replace(day=1)
    if not first:
        return None
    last = month_end(first.year, month)
    if match["half"]:
        early = match["half"] in ("first", "1st", "primera")
        return (first, first.replace(day=15)) if early else (first.replace(day=16), last)
    if match["n"]:
        days = timedelta(days=7 * int(count_of(match["n"])) - 1)
        return (first, first + days) if match["way"] == "first" else (last - days, last)
    begin, end = ((-1 if word == "last" else day_number(word)) for word in (match["a"], match["b"]))
    return first + timedelta(days=7 * (begin - 1)), last if end < 0 else min(last, first + timedelta(days=7 * end - 1))


def quarter(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`q1`, `the third quarter of 2027`."""
    word = match["q"] or match["nth"]
    number = 4 if word == "last" else day_number(word)
    named = year_of(match["year"], clock.latest)
    year = named or clock.today.year
    first, last = date(year, 3 * number - 2, 1), month_end(year, 3 * number)
    if not named and (first > clock.today if clock.past else last < clock.today):
        first, last = add_months(first, -12 if clock.past else 12), add_months(last, -12 if clock.past else 12)
    return clipped(first, last, clock)


_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|few|couple|several|dos|tres|half))\s+(?:of )?$"
)


def unit_or_more(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`a week or two`, `month or so`."""
    if _COUNTED.search(match.string[: match.start()]):
        return None  # "three years or so"
    sign = -1 if clock.past or match["ago"] else 1
    more = 1.0 if match["n2"] == "so" else count_of(match["n2"])
    days = [ahead(clock.today, sign * count, match["unit"]) for count in (1.0, more)]
    return min(days), max(days)


def unit_and_half(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`year and a half ago`, `month and a half`."""
    day = ahead(clock.today, -1.5 if clock.past or match["ago"] else 1.5, match["unit"])
    return day, day


def same_time(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`this time next year`."""
    day = ahead(clock.today, 1 if match["which"] == "next" else -1, match["unit"])
    return day, day


def pay_period(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`one pay period`: two weeks, as most are paid."""
    day = add_days(clock.today, 28 if match["n"] in ("two", "2") else 14)
    return day, day


def rest_of(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`finish out the month`: its last day, of a week its Friday."""
    today, unit = clock.today, match["unit"] or match["rest"]
    if unit == "week":
        day = max(today, add_days(today, 4 - today.weekday()))
    else:
        day = month_end(today.year, 12 if unit == "year" else today.month)
    return day, day


def this_or_next(match: "re.Match[str]", clock: Clock) -> tuple[date, date] | None:
    """`this week or next`, `this month or next`."""
    today = clock.today
    if match["unit"] in ("week", "wk", "semana"):
        return today, add_days(today, 13 - today.weekday())
    end = add_months(today.replace(day=1), 1)
    return today, month_end(end.year, end.month)


BETWEEN: tuple[Source, ...] = (
    (
        "date.days_between",
        rf"(?:\b(?P<set>the|del|el|dias?|from the|entre el|between the)\s+)(?P<a>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s*(?:{_TO}|(?<!\d)and|(?:(?<=\d)|(?<=th)|(?<=st)|(?<=rd)|(?<=nd))\s*y)\s*(?:the |el )?(?P<b>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?!\d|[:/.]\d|\s*(?:am|pm|a\.m|p\.m|hours?|hrs?|weeks?|days?|months?|miles?|lbs?|de la)\b)(?:\s*(?:of |de |del )?{MONTH}\b)?",
        days_between,
        0.85,
    ),
    (
        "date.parts_of_month",
        rf"\b(?P<p1>{_PART})\s*(?:of )?(?:to|-|/|or|through|thru|a|o)\s*(?:the )?(?P<p2>{_PART})\s*-?\s*(?:of |de )?{MONTH}{YEAR}",
        parts_of_month,
        0.8,
    ),
    (
        "date.weeks_of_month",
        rf"\b(?:the )?(?:(?P<way>first|last) (?P<n>two|2|three|3|couple|few)(?: of)? weeks?|(?P<half>first|1st|second|2nd|last|primera|segunda) (?:half|mitad)|(?P<a>{_NTH})\s*(?:or|to|-|and|thru|through)\s*(?:the )?(?P<b>{_NTH}) weeks?) (?:of|in|de) {MONTH}{YEAR}",
        weeks_of_month,
        0.8,
    ),
    (
        "date.quarter",
        rf"\b(?:the )?(?:q(?P<q>[1-4])|(?P<nth>{_NTH}) quarter)\b(?:\s*(?:of |in )?'?(?P<year>20\d\d|\d\d(?!\d))\b)?",
        quarter,
        0.75,
    ),
    (
        "date.unit_or_more",
        rf"(?<!\d )\b(?:in )?(?:an? |one |una? )?{UNIT} (?:or|o) (?P<n2>two|2|three|3|dos|tres|so)\b(?P<ago> ago)?(?! (?:weeks?|months?|days?))",
        unit_or_more,
        0.8,
    ),
    (
        "date.unit_and_half",
        r"(?<!\ba )(?<!\bone )(?<!\bun )(?<!\d )\b(?P<unit>week|month|year|mes|ano) (?:and (?:a )?half|y medi[ao])\b(?P<ago> (?:ago|back))?",
        unit_and_half,
        0.85,
    ),
    (
        "date.same_time",
        r"\b(?:this|same|around this|about this) time (?P<which>next|last) (?P<unit>year|month|week)\b",
        same_time,
        0.8,
    ),
    (
        "date.pay_period",
        r"^\W*(?:(?:just|about|like|only|usually|at least)\s+)*(?:(?P<n>an?|one|1|two|2|a full|one full)\s+)?pay ?(?:period|cycle)s?(?: notice)?\W*$",
        pay_period,
        0.65,
    ),
    (
        "date.rest_of",
        r"\b(?:finish\w*(?: out| up)?|(?:work|rid|see|stick|serv)\w* (?:it )?out) (?:the|this) (?P<unit>week|month|year)\b|\bthe rest of (?:the|this) (?P<rest>week|month|year)\b",
        rest_of,
        0.75,
    ),
    (
        "date.this_or_next",
        r"\b(?:this|esta|este) (?P<unit>week|wk|semana|month|mes) (?:or|o) (?:the )?(?:next|following|la proxima|la que viene)(?: one| week| month)?\b",
        this_or_next,
        0.8,
    ),
)
