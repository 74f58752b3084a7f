"""A choice among things told apart by a number or a measure: Building 2 and 5, OSHA 10 and 30, up to 20 lbs and more than 50."""

import re
from functools import lru_cache
from typing import Final

from screening.understanding.amounts import Amount, amounts
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered
from screening.understanding.numeral_words import Number
from screening.understanding.numerals import numbers

_UNITS: Final = (
    r"(?:lbs?|pounds?|libras)",
    r"(?:wpm|words (?:a|per) min\w*)",
    r"(?:mph)",
    r"(?:ft|foot|feet|pies)",
    r"(?:tons?)",
    r"(?:rooms?|beds?|seats?|stops|people|employees)",
)
_OTHERWISE: Final = re.compile(
    r"\s*(?:years?|yrs?|months?|weeks?|days?|times|am\b|pm\b|a\.m|p\.m|%|miles?|u\b|you\b|o ?clock|min)"
)


@lru_cache(maxsize=256)
def _numbers_of(options: tuple[Offered, ...]) -> tuple[tuple[float, Offered, str], ...]:
    """(number, option, the word before it) of options that differ in a number alone; none where they differ in more."""
    parts = [(o, re.fullmatch(r"(?P<head>[a-z][a-z ]*?) ?#?(?P<n>\d{1,3})", o.name)) for o in options if not o.nothing]
    heads = {m["head"] for _, m in parts if m}
    if len(parts) < 2 or len(heads) != 1 or any(m is None for _, m in parts):
        return ()
    return tuple((float(m["n"]), o, m["head"]) for o, m in parts if m)


def by_number(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The options whose number is said, in figures or words, with the first letter of what they are or without (`b5`)."""
    known = _numbers_of(options)
    if not known:
        return []
    short = rf"\b{known[0][2][0]}-?(?P<n>\d{{1,3}})\b"
    said = [(float(m["n"]), m.start(), m.end()) for m in re.finditer(short, plain)]
    said += [(n.value, n.start, n.end) for n in numbers(plain) if _is_name(plain, n)]
    return [Hit(o.index, a, b, 0.88, "choice.number") for value, a, b in said for n, o, _ in known if value == n]


_POINTS: Final = re.compile(r"\b(?:first|second|third|last|other|the|this|that|which|any|every|no|(?:old|new|big|small)(?:er|est)?|\d(?:st|nd|rd|th)) $")  # fmt: skip


def _is_name(plain: str, number: Number) -> bool:
    """Whether a number names one of them ("the second one" points, "5 years" counts)."""
    points = number.words and number.value == 1 and _POINTS.search(plain[: number.start])
    return not points and not _OTHERWISE.match(plain[number.end :])


@lru_cache(maxsize=256)
def _spans(options: tuple[Offered, ...]) -> tuple[str, tuple[tuple[Offered, Amount], ...]]:
    """The unit two options or more are measured in, and their spans."""
    for unit in _UNITS:
        held = [(o, n) for o in options for n in o.names if re.search(rf"\d\+? ?{unit}\b", n)]
        if len(held) > 1:
            return unit, tuple((o, found[0]) for o, n in held if (found := amounts(n.replace("+", " or more"))))
    return "", ()


def by_measure(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The option whose measure holds the one said in its unit (`a 15 lb limit`); none where two would do."""
    unit, spans = _spans(options)
    if not unit:
        return []
    for amount in amounts(plain):
        value = amount.high if amount.high is not None else amount.low
        if value is None or not re.match(rf"\W*{unit}\b", plain[amount.numbers[-1].end :]):
            continue
        fits = [o for o, a in spans if (a.low or 0) <= value and (a.high is None or value <= a.high)]
        if len(fits) == 1:
            return [Hit(fits[0].index, amount.start, amount.end, 0.78, "choice.measure")]
    return []


_FULL: Final = re.compile(r"\bfull[ -]?time\b")
_PART: Final = re.compile(r"\bpart[ -]?time\b")
_HOURS: Final = re.compile(r"\W*(?:\+|plus)?\s*(?:hours?|hrs?|horas)\b(?! (?:drive|away|shifts?|notice|days?|ago))")


def by_week(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """Full or part time by the hours of a week (`they cut me to 22 hours`)."""
    full = [o for o in options if _FULL.search(o.name)]
    part = [o for o in options if _PART.search(o.name)]
    if len(full) != 1 or len(part) != 1:
        return []
    weeks = [(a.high or a.low or 0, a) for a in amounts(plain) if _HOURS.match(plain[a.numbers[-1].end :])]
    meant = [(full[0] if 35 <= n <= 80 else part[0], a) for n, a in weeks if 8 <= n <= 33 or 35 <= n <= 80]
    return [Hit(o.index, a.start, a.end, 0.76, "choice.week") for o, a in meant]
