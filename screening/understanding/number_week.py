"""Days and hours of a working week: weekends, any day but sunday, four 8s."""

import re

from screening.scripts.script import Question
from screening.understanding.calendar import WEEKDAYS
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

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


_DAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b")
_DAYS_NAMED = (
    (
        re.compile(
            r"\b(?:every ?day|all week|any ?day|7 days|seven days|cualquier dia|todos los dias)\b(?! (?:but|except|excepto|menos))"
        ),
        7,
    ),
    (
        re.compile(
            r"\b(?:any|every) ?day (?:but|except) (?:the )?weekends?\b|\bweek ?days\b|\bm(?:on)?(?:day)? ?(?:-|to|thru|through) ?f(?:ri)?(?:day)?\b|\blunes a viernes\b"
        ),
        5,
    ),
    (
        re.compile(
            r"\b(?:any|every|all) ?(?:days? )?(?:but|except|excepto|menos)\b(?! (?:the )?week ?ends?)|\btodos (?:los dias )?menos\b"
        ),
        6,
    ),
    (re.compile(r"\b(?:just |only |nomas )?(?:the )?week ?ends?\b|\bfines de semana\b"), 2),
)


def day_names(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """Days a week counted from their names: weekends, any day but sunday."""
    asked = flat(question.words(context.language))
    counts = (unit == "day" or "shift" in asked) and re.search(r"\b(?:week|semana)\b", f"{asked} {flat(question.unit)}")
    if not counts or re.search(r"\d", plain):
        return None
    for pattern, count in _DAYS_NAMED:
        if match := pattern.search(plain):
            return Reading(value=count, quote=said.quote(*match.span()), confidence=0.8, rule="number.days")
    named = list(_DAY.finditer(plain))
    days = {WEEKDAYS[m.group(1)] for m in named}
    if len(days) < 2 or numbers(plain):
        return None
    return Reading(
        value=len(days), quote=said.quote(named[0].start(), named[-1].end()), confidence=0.8, rule="number.days"
    )
