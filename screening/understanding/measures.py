"""A question that names a bound ("at least 21", "lift 50 lbs", "two years of ...") and a reply that names an amount: a plain comparison."""

import re
from dataclasses import dataclass
from typing import Final

from screening.understanding.numerals import numbers

_UNITS: Final = (
    (
        "age",
        re.compile(
            r"\b(?:at least|over|above|are you|be|turned?|legal age|mayor de|tiene(?:s)?)\b[^?]{0,20}?\b(?P<n>1[4-9]|2[0-5]|eighteen|twenty[ -]one)\b(?! ?(?:lbs?|pounds|hours|hrs|days|%|percent|miles|minutes|months|kg|kilos|years? (?:of )?(?:\w+ )?experience))|\b(?P<m>1[4-9]|2[0-5]) (?:years? (?:of age|old)|or (?:older|over)|anos)\b"
        ),
    ),
    ("weight", re.compile(r"\b(?P<n>\d{2,3}) ?-?(?:lbs?|pounds?|libras)\b")),
    (
        "years",
        re.compile(
            r"\b(?:at least|minimum of|more than|over|minimum)? ?\b(?P<n>\d|one|two|three|four|five)\+? ?(?:or more )?-?(?:years?|yrs?|anos)\b(?=.*\b(?:experience|exp|worked|doing|driving|experiencia|in a|as a|of)\b)(?!.*\b(?:last|past|previous) \w+ years?\b)"
        ),
    ),
)
_MINE: Final = {
    "age": re.compile(
        r"^\W*(?:(?:yes|yeah|no|nope|nah|si|lol|well|actually|im|i am|i just|just|only|still|barely|already|turned|be|tengo|soy|gonna be|currently|almost|about)\W+){0,5}(?P<n>[1-9]\d)\b(?! ?(?:percent|%|lbs?|hours|minutes|in |next |on |of |years? (?:of|ago|exp)))"
    ),
    "weight": re.compile(r"\b(?P<n>\d{1,3}) ?(?:lbs?|pounds?|libras|lb|tops|max\w*|limit|at most)\b"),
    "years": re.compile(
        r"\b(?:(?P<half>half an?)|(?P<n>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|un|dos|tres|cuatro|cinco))\+? ?(?P<unit>years?|yrs?|yr|months?|mos|mths|weeks?|wks?|days?|anos?|mes(?:es)?|semanas?)\b(?! (?:ago|old|later|until|till|left))"
    ),
}
_LATER: Final = re.compile(
    r"\b(?:almost|nearly|turn(?:ing|s)?|gonna be|will be|ill be|itll be|be \d+ in|next|soon|until|till|short|about|around|like|closer|when|if|before|max (?:on|at) the|used to|anymore)\b"
)
_CEILING: Final = re.compile(
    r"\b(?:up to|max\w*|tops|limit\w*|at most|only|no more than|just|under|less than|hasta|solo)\b"
)
_IN_YEARS: Final = {"y": 1.0, "a": 1.0, "m": 1 / 12, "w": 1 / 52, "s": 1 / 52, "d": 1 / 365}


@dataclass(frozen=True, slots=True)
class Compared:
    """`enough` where the amount reaches the bound asked for; the amount stands between `start` and `end`."""

    enough: bool
    start: int
    end: int


def compared(plain: str, asked: str) -> Compared | None:
    """How the amount a reply names stands to the bound of its question; None where either is missing or the reply hedges."""
    if len(plain) > 120 or _LATER.search(plain):
        return None
    for unit, pattern in _UNITS:
        bound = pattern.search(asked)
        if bound and (mine := _MINE[unit].search(plain)):
            return _against(unit, bound, mine, plain)
    return None


def _against(unit: str, bound: "re.Match[str]", mine: "re.Match[str]", plain: str) -> Compared | None:
    groups = bound.groupdict()
    wanted, amount = _number(groups.get("n") or groups.get("m") or ""), _amount(unit, mine)
    if wanted is None or amount is None or (unit == "weight" and amount >= wanted and _CEILING.search(plain) is None):
        return None
    return Compared(amount >= wanted, *mine.span())


def _amount(unit: str, mine: "re.Match[str]") -> float | None:
    if unit != "years":
        return _number(mine["n"])
    count = 0.5 if mine["half"] else _number(mine["n"])
    return None if count is None else count * _IN_YEARS[mine["unit"][0]]


def _number(words: str) -> float | None:
    if words in ("a", "an", "un"):
        return 1.0
    found = numbers(words)
    return found[0].value if found else None
