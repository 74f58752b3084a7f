"""Days a week and weekends a month counted from their names: weekends, any day but sunday, every other one."""

import re

from screening.scripts.script import Question
from screening.understanding.calendar import WEEKDAY_NAMES, WEEKDAYS
from screening.understanding.deferred import deferred
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_NAME = rf"lords day|sabbath|{WEEKDAY_NAMES}"
_DAY = deferred(rf"\b(?P<name>{_NAME})s?\b")
_LETTERS = deferred(
    r"^\W*(?:just |only )?(?P<days>(?:(?:m|tu|t|w|th|r|f|sa|su|s)\b\W*(?:and |n |y |& )?){2,7}|(?:m|tu?|w|th|f){2,5})(?:only|please|pls|works?)?\W*$"
)
_LETTER = deferred(r"tu|th|sa|su|[mtwrfs]")
_WEEKDAYS = deferred(
    r"\b(?:week ?days?|m(?:on)?(?:day)? ?(?:-|to|thru|through) ?f(?:ri)?(?:day)?|(?:de )?lunes a viernes|(?:every |each )?(?:school|work|business)(?:ing)? days?|entre semana|dias de (?:escuela|semana))\b"
)
_RANGE = deferred(rf"\b(?P<first>{_NAME})s?\s*(?:-|to|thru|through|till?|until|a|al|hasta)\s*(?P<last>{_NAME})s?\b")
_WEEKENDS = deferred(r"\b(?:the )?week ?ends?\b|\bfines de semana\b|\bfin de semana\b")
_EVERY = deferred(
    r"\b(?:any|every|all|each) ?nights?\b|\b(?:any|every|all|each)(?: (?:and (?:any|all|every)|single|other days of the))? ?(?:the )?days?\b|\b(?:all|whole) week\b|\bany ?time\b|\b(?:7|seven) days\b|\bcualquier dia\b|\btod[oa]s? (?:los|la) (?:dias?|semana)\b|\bwide open\b|\b(?:open|total|full) availability\b|\b24/7\b|\bdiario\b"
)
_EXCEPT = deferred(
    r"\b(?:but|except(?: for)?|xcept|excluding|other than|besides|outside of|minus|apart from|aside from|excepto|menos|salvo)\b"
)
_FEWER = deferred(
    r"^\W*(?:for |on |my )?(?:the )?(?:last |first |next )?(?P<n>one|two|three|a couple|un|uno|dos|tres|[1-4])\b(?: of (?:them|em)| days?)?"
)
_DENIED = deferred(r"\b(?:not|no|cant|cannot|wont|never|dont|off|except|but)\W+(?:work |do |on |any )?$")


def day_names(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """Days a week counted from their names: weekends, any day but sunday."""
    asked = flat(question.words(context.language))
    if re.search(r"\bweek ?ends?\b|\bfines de semana\b", asked) and re.search(r"\bmonth\b|\bmes\b", asked):
        return _weekends(said, plain)
    counts = (
        unit == "day" or re.search(r"\bhow many (?:shifts?|nights?|evenings?|mornings?)\b|\bshifts?\b", asked)
    ) and re.search(r"\b(?:week|semana)\b", f"{asked} {flat(question.unit)}")
    if not counts:
        return None
    found = left_out(plain) or (None if re.search(r"\d", plain) else days_said(plain))
    if found is None or not 0 <= found[0] <= 7 or (found[0] == 1 and not _alone(plain)):
        return None
    return Reading(value=found[0], quote=said.quote(*found[1]), confidence=0.8, rule="number.days")


Days = tuple[int, tuple[int, int]]


def _alone(plain: str) -> bool:
    """Whether one day is named as all there is."""
    return bool(re.search(r"\b(?:only|just|solo|nomas|nada mas)\b", plain)) or len(plain.split()) <= 2


def left_out(plain: str) -> Days | None:
    """`any day except sun and wed`: seven days without those left out."""
    every = _EVERY.search(plain) or re.search(r"\b(?:any|all|every|todos?)\b(?=\W+(?:but|except|menos|excepto))", plain)
    out = every and _EXCEPT.search(plain, every.end())
    if not every or not out or out.start() - every.end() > 24:
        return None
    rest = plain[out.end() :]
    if fewer := _FEWER.match(rest):
        count = numbers(fewer["n"])
        return 7 - (int(count[0].value) if count else 2), (every.start(), out.end() + fewer.end())
    if _WEEKDAYS.search(rest):
        return 2, (every.start(), len(plain))
    names = {WEEKDAYS.get(m["name"], 6) for m in _DAY.finditer(rest)} | ({5, 6} if _WEEKENDS.search(rest) else set())
    return (7 - len(names), (every.start(), len(plain))) if names else (6, (every.start(), out.end()))


def days_said(plain: str) -> Days | None:
    """The days a text names, none of them left out."""
    if match := _WEEKDAYS.search(plain):
        more = {WEEKDAYS.get(m["name"], 6) for m in _DAY.finditer(plain[match.end() :])} & {5, 6}
        return 5 + len(more), match.span()
    if match := _RANGE.search(plain):
        first, last = (WEEKDAYS.get(match[side], 6) for side in ("first", "last"))
        return (last - first) % 7 + 1, match.span()
    if match := _EVERY.search(plain):
        return 7, match.span()
    if match := _LETTERS.match(plain):
        return len(set(_LETTER.findall(match["days"]))), match.span("days")
    named = [m for m in _DAY.finditer(plain) if not _DENIED.search(plain[: m.start()])]
    days = {WEEKDAYS.get(m["name"], 6) for m in named} | ({5, 6} if _WEEKENDS.search(plain) else set())
    if not days or (numbers(plain) and len(days) < 2):
        return None
    spots = [m.span() for m in named] + [m.span() for m in _WEEKENDS.finditer(plain)]
    return len(days), (min(spots)[0], max(end for _, end in spots))


_OTHER_ONE = deferred(
    r"\b(?:every (?:other|second|2nd)|alternat\w*|half (?:of )?(?:them|em|the weekends)|cada dos|uno si (?:y )?uno no|un[oa] si y otr[oa] no)\b"
)
_ALL = deferred(
    r"\b(?:all|every|each|any)(?: (?:of )?(?:them|em|one|single|weekends?|the weekends?|4|four))+\b|^\W*(?:all|every|any)\W*$|\btodos(?: los fines)?\b|\bcualquiera?\b"
)
_NONE = deferred(
    r"\b(?:no|cant do|cannot do|dont do|wont do|cant work|not|never|ningun) (?:any )?(?:the )?(?:week ?ends?|fines?|fin de semana)\b|\b(?:mon(?:day)?|m) ?(?:-|to|thru|through) ?f(?:ri(?:day)?)? only\b"
)
_ONE = deferred(r"\b(?:just|only|maybe|solo|nomas) (?:one|uno|1)\b|^\W*(?:one|uno|1)\b(?! (?:or|to|of|o)\b)")


def _weekends(said: Said, plain: str) -> Reading | None:
    """Weekends a month: every other one is two, all of them four."""
    if _EXCEPT.search(plain) and (_ALL.search(plain) or re.match(r"\W*(?:all|every|any|todos)\b", plain)):
        fewer = _FEWER.match(plain[_EXCEPT.search(plain).end() :])  # type: ignore[union-attr]
        count = numbers(fewer["n"]) if fewer else []
        return Reading(
            value=4 - (int(count[0].value) if count else 1), quote=said.all(), confidence=0.75, rule="number.weekends"
        )
    for pattern, value in ((_OTHER_ONE, 2), (_NONE, 0), (_ONE, 1)):
        if match := pattern.search(plain):
            return Reading(value=value, quote=said.quote(*match.span()), confidence=0.8, rule="number.weekends")
    match = _ALL.search(plain)
    if match is None or any(n.value not in (4, 5) for n in numbers(plain)):
        return None
    return Reading(value=4, quote=said.quote(*match.span()), confidence=0.75, rule="number.weekends")
