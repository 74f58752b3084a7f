"""Date ranges in a text, as months; and their union, so that jobs held side by side count once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abr abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august ago agosto",
            "sep sept september septiembre set",
            "oct october octubre",
            "nov november noviembre",
            "dec december dic diciembre",
        ),
        1,
    )
    for name in names.split()
}
NOW: Final = r"present|now|current(?:ly)?|today|to date|ongoing|actual(?:idad|mente)?|presente|hoy|la fecha"
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_NAMED: Final = rf"(?:{_MONTH})\.?,?\s*(?:de\s+)?(?:(?:19|20)\d\d|['’]\d\d)"
_POINT: Final = (
    rf"{_NAMED}|(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:19|20)\d\d|(?:19|20)\d\d[/.-](?:0[1-9]|1[0-2])|(?:19|20)\d\d"
)
_BETWEEN: Final = r"\s*(?:-|–|—|−|to|until|till|through|thru|a|al|hasta)\s*"
RANGE: Final = re.compile(
    rf"(?<![\w/.])(?:from\s+|desde\s+)?(?P<first>{_POINT}){_BETWEEN}(?P<last>{_POINT}|{NOW})(?![\w/])", re.IGNORECASE
)
SINCE: Final = re.compile(rf"(?<!\w)(?:since|desde)\s+(?P<first>{_POINT})(?![\w/])", re.IGNORECASE)
EARLIEST: Final = 1950 * 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Months counted from year 0, `last` excluded; `start` and `end` are its place in the text."""

    first: int
    last: int
    start: int
    end: int


def periods(text: str, today: date) -> tuple[Period, ...]:
    """The ranges that make sense: neither backwards nor before 1950; what lies ahead ends today."""
    found = [*RANGE.finditer(text), *SINCE.finditer(text)]
    made = (_period(m, today) for m in sorted(found, key=lambda m: m.start()))
    return tuple(p for p in made if p is not None)


def _period(m: re.Match[str], today: date) -> Period | None:
    now = today.year * 12 + today.month
    last_words = m.groupdict().get("last") or "now"
    ends_now = re.fullmatch(NOW, last_words, re.IGNORECASE) is not None
    first, month_named = _month(m["first"], today)
    last, last_month = (now, True) if ends_now else _month(last_words, today)
    if not ends_now and last_month:
        last += 1  # to the end of that month
    elif not ends_now and month_named:
        last += 1
    last = min(last, now)
    if not EARLIEST <= first < last:
        return None
    return Period(first=first, last=last, start=m.start(), end=m.end())


def _month(words: str, today: date) -> tuple[int, bool]:
    """Months from year 0, and whether a month was named; a year alone begins in January."""
    name = re.match(r"[^\W\d_]+", words)
    if name:
        digits = re.findall(r"\d+", words)[-1]
        year = int(digits) if len(digits) == 4 else _century(int(digits), today)
        return year * 12 + MONTHS[name[0].lower()], True
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    year = max(numbers)
    return (year * 12 + min(numbers), True) if len(numbers) > 1 else (year * 12 + 1, False)


def _century(short: int, today: date) -> int:
    return 2000 + short if 2000 + short <= today.year else 1900 + short


def years(found: Iterable[Period]) -> float:
    """The union of the periods in years, to one decimal: overlaps count once, gaps do not count."""
    months, reached = 0, 0
    for p in sorted(found, key=lambda p: (p.first, p.last)):
        months += max(0, p.last - max(p.first, reached))
        reached = max(reached, p.last)
    value = round(months / 12, 1)
    return int(value) if value == int(value) else value
