"""Hours of a working week: four 8s, 5 days 8 hrs, three twelves."""

import re

from screening.understanding.number_days import days_said
from screening.understanding.numerals import numbers

_SHIFTS = re.compile(
    r"\b(?P<n>\d|one|two|three|four|five|six|seven)\s+(?:x\s*)?(?P<h>\d{1,2}|eights?|tens?|twelves?|sixes)(?:s\b|\s*-?\s*(?:hours?|hrs?)(?:\s*(?:shifts?|days?))?|(?<=tens)|(?<=twelves)|(?<=eights)|(?<=sixes))"
    r"|\b(?P<d>\d|one|two|three|four|five|six|seven) days?\W+(?:a week\W+)?(?:at |of |for )?(?P<h2>\d{1,2}) ?(?:hours?|hrs?)\b"
    r"|(?<![\d.])(?P<h3>\d{1,2}) ?(?:hours?|hrs?)?(?: a| per|/)? ?(?:day|shifts?)?\W+(?:x |for |times )?(?P<d3>\d|one|two|three|four|five|six|seven) days?\b"
)
_LENGTHS = {"eight": 8.0, "ten": 10.0, "twelve": 12.0, "sixe": 6.0}


def shifts(plain: str, unit: str) -> tuple[float, tuple[int, int]] | None:
    """Hours a week from days and hours: `four 8s`, `5 days 8 hrs`, `three twelves`."""
    match = _SHIFTS.search(plain) if unit == "hour" else None
    if match is None:
        return None
    days = numbers(match["n"] or match["d"] or match["d3"])
    length = match["h"] or match["h2"] or match["h3"]
    hours = float(length) if length.isdigit() else _LENGTHS.get(length.rstrip("s"), 0.0)
    if not days or not 1 <= days[0].value <= 7 or not 2 <= hours <= 16:
        return None
    return days[0].value * hours, match.span()


_CLOCK = re.compile(
    r"(?<![\d:$.])(?P<a>\d{1,2})(?::(?P<am>[0-5]\d))? ?(?P<ah>am|pm|a\.m\.?|p\.m\.?|a|p)?\s*(?:to|-|til|till|until|thru|a|hasta)\s*(?:(?P<noon>noon|mediodia)|(?P<b>\d{1,2})(?::(?P<bm>[0-5]\d))? ?(?P<bh>am|pm|a\.m\.?|p\.m\.?|a|p)?)(?![\d:.]\d|\w)"
)


def clock(plain: str, unit: str, asked: str) -> tuple[float, tuple[int, int]] | None:
    """Hours from one time of the day to another: `6am to 2pm`, `9-5`; a week of them where the days are told."""
    match = _CLOCK.search(plain) if unit == "hour" else None
    if match is None:
        return None
    first, last = int(match["a"]), 12 if match["noon"] else int(match["b"])
    marked = match["ah"] or match["bh"] or match["noon"] or match["am"] or match["bm"]
    if not 1 <= first <= 12 or not 1 <= last <= 12 or not (marked or (first > last and first >= 5)):
        return None
    begins = first + int(match["am"] or 0) / 60
    hours = (last + int(match["bm"] or 0) / 60 - begins) % 12 or 12.0
    if not re.search(r"\b(?:a|per|each|every|la|por) (?:week|wk|semana)\b|\bweekly\b", asked):
        return hours, match.span()
    days = days_said(plain[: match.start()]) or days_said(plain[match.end() :])
    return (hours * days[0], match.span()) if days else None
