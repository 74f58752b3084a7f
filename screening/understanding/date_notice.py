"""Notice told in parts: given on a day, two lengths one after the other, a number put behind it."""

import re

from screening.understanding.calendar import add_days
from screening.understanding.moment_days import Clock
from screening.understanding.moment_words import ahead
from screening.understanding.moments import Moment, moments
from screening.understanding.numerals import numbers

_GIVEN = re.compile(r"\b(?:gave|given|put in|turned in|handed in|submitted|di|entregue|meti)\b")
_NOTICE = re.compile(r"\b(?:notice|weeks|wks|letter|resignation|aviso|renuncia)\b")
_THEN = re.compile(
    r"[^.;?]{0,25}?\b(?:then|plus|and then|and(?= (?:a|an|one|another|\d|two|three) )|on top of|after that)\b[\s,]*(?:i |need |want |take |id |like |to |have )*"
)
_OR_SO_MANY = re.compile(
    r"[\s,]*(?:\bnotice\b[\s,]*)?(?:(?P<range>maybe|possibly|or maybe|perhaps|or|could be)|(?:\w+\W+){0,9}?(?:so|but (?:id|i would|i|ill|i can|i could|i will|im) (?:give|do|giving|doing)|more like|make it|actually|no wait|(?:its|thats|is) really|on paper,?|technically,?|officially,?))\s+(?:really |just |only |maybe |like |about )*(?P<n>one|two|three|four|five|six|\d{1,2})(?: (?:weeks?|wks?|days))?(?: (?:really|in reality|actually|tbh|for real|realistically|i guess|total))?\W*$"
)
_MINE_UP = re.compile(
    r"\s*(?:notice )?(?:(?:is|are|will be|ends?|runs?|expires?)\b|,? ?(?:done|up|over|finished|free|last day)\b)[^.;]{0,12}$"
)


def in_parts(plain: str, found: list[Moment], clock: Clock) -> Moment | None:
    """The day to which the parts of a notice add up; None where it is not told in parts."""
    lengths = [m for m in found if m.rule == "date.length" and m.single and m.first > clock.today]
    others = [m for m in found if m not in lengths]
    if len(lengths) == 1 and len(found) == 1:
        return _counted(plain, lengths[0], clock)
    if len(lengths) == 2 and not others:
        return _summed(plain, lengths[0], lengths[1], clock)
    if len(lengths) != 1 or len(others) != 1:
        return None
    length, day = lengths[0], others[0]
    gone = day.single and day.last < clock.today
    if gone and _GIVEN.search(plain) and _NOTICE.search(plain):
        days = (length.first - clock.today).days
        return Moment(
            add_days(day.first, days),
            add_days(day.first, days),
            min(day.start, length.start),
            max(day.end, length.end),
            "date.given",
            0.85,
        )
    if (
        day.end <= length.start
        and day.single
        and day.first > clock.today
        and _THEN.fullmatch(plain, day.end, length.start)
    ):
        days = (length.first - clock.today).days  # "surgery is the 12th then 2 weeks recovery"
        return Moment(add_days(day.first, days), add_days(day.first, days), day.start, length.end, "date.parts", 0.8)
    mine = re.search(r"\b(?:my|these|the|those)\s+$", plain[: length.start])
    up = length.end <= day.start and _MINE_UP.match(plain[length.end : day.start])
    return day if mine and up and day.first >= clock.today else None


def _counted(plain: str, length: Moment, clock: Clock) -> Moment | None:
    """`a week maybe two`, `they want two weeks but ill give one`."""
    match = _OR_SO_MANY.match(plain, length.end)
    unit = re.search(
        r"\b(?:business days?|days?|weeks?|wks?|months?|dias?|semanas?)\b", plain[length.start : length.end]
    )
    if not match or not unit:
        return None
    day = ahead(clock.today, numbers(match["n"])[0].value, unit.group())
    first = min(length.first, day) if match["range"] else day
    last = max(length.first, day) if match["range"] else day
    return Moment(first, last, length.start, match.end(), "date.parts", 0.8)


def _summed(plain: str, first: Moment, second: Moment, clock: Clock) -> Moment | None:
    """`2 weeks notice then a week off`: one after the other."""
    if not _THEN.fullmatch(plain, first.end, second.start) or not _NOTICE.search(plain):
        return None
    after = moments(plain[second.start : second.end], Clock(first.first, clock.day_first))
    day = after[0].first if after else None
    return Moment(day, day, first.start, second.end, "date.parts", 0.8) if day else None
