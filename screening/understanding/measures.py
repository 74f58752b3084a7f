"""A question that names a bound ("at least 21", "lift 50 lbs", "two years of ...") and a reply that names an amount: a plain comparison."""

import re
from dataclasses import dataclass
from typing import Final

from screening.understanding.deferred import deferred
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
_CLASS: Final = deferred(r"\bcl?ass(?:e)? ?-?(?P<class>[abc])\b|\bclase (?P<clase>[abc])\b|\bcdl ?-?(?P<cdl>[abc])\b")
_NOT_HELD: Final = deferred(
    r"\b(?:permit|test|school|training|working|studying|used to|expired|lapsed|no|not|never|dont|havent|getting|want|need|soon|but|upgrad\w*|until|till?|lost|suspended|permiso)\b"
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
_LATER: Final = deferred(
    r"\b(?:almost|nearly|turn(?:ing|s)?|gonna be|will be|ill be|itll be|be \d+ in|next|soon|until|till|short|about|around|like|closer|when|if|before|max (?:on|at) the|used to|anymore)\b"
)
_CEILING: Final = deferred(
    r"\b(?:up to|max\w*|tops|limit\w*|at most|only|no more than|just|under|less than|hasta|solo)\b"
)
_UNDER: Final = deferred(r"\b(?:are|is|were) (?:you )?(?:still )?(?:under|younger than|below) (?:the age of )?\d")
_UNIT: Final = r"(?:k|am|pm|a\.m|p\.m|years?|yrs?|yr|months?|mos?|mths|weeks?|wks?|days?|hours?|hrs?|hr|min\w*|miles?|mi|lbs?|pounds?|bucks|dollars|usd|an hour|a year|per hour|per year|anos?|mes(?:es)?|semanas?|dias?|horas?|minutos?|millas?|libras?|dolares|%|percent)"
_ALONE: Final = deferred(
    rf"^\W*(?:(?:like|about|around|almost|over|maybe|roughly|at least|or|mejor|como|unos|casi|mas de|por|a|size|talla|im|i have|i got|tengo|son)\b\W*)*\d[\d.,:/]*\W*(?:{_UNIT}\b)?(?:\W*(?:to|or|and|plus|o|y|a|at)?\W*\d[\d.,:/]*\W*(?:{_UNIT}\b)?){{0,2}}(?: (?:or so|ish|max|actually))?\W*$"
)  # a figure or two with their units
_WORK_TOLD: Final = deferred(
    r"^\W*(?:(?:about|like|around|almost|over|maybe|i have|i got|ive got|got|have|tengo|como|unos|casi|mas de)\W+)*\d{1,2}\+? ?(?:years?|yrs?|months?|mos|anos|meses)\b(?!.*\b(?:ago|old|back|hace|prison|jail|probation|parole|sentence|served|suspen\w*|revok\w*|felon\w*|convict\w*|dui|dwi|charges?|carcel|prision|clean|record|since)\b)"
)
_COUNTS: Final = deferred(
    r"\d|\$|\b(?:experience|exp|experiencia|work(?:ed|ing)? (?:as|in|with|for)|operated?|used|driven|done|handled|trained|years?|anos|hours?|horas|miles|pounds|lbs|how|age|old|edad|pay|rate|salary|pago|time|hora|date|lift|type|people|applied|before|long|minutes|many|much|trabajado|manejado|usado|minimum|ever (?:worked|had|been to))\b"
)  # questions to which a figure may be an answer
_IN_YEARS: Final = {"y": 1.0, "a": 1.0, "m": 1 / 12, "w": 1 / 52, "s": 1 / 52, "d": 1 / 365}


@dataclass(frozen=True, slots=True)
class Compared:
    """`enough` where the amount reaches the bound asked for; the amount stands between `start` and `end`."""

    enough: bool
    start: int
    end: int


def _classes(text: str) -> "list[tuple[str, re.Match[str]]]":
    return [(match["class"] or match["clase"] or match["cdl"], match) for match in _CLASS.finditer(text)]


def _by_class(plain: str, asked: str) -> Compared | None:
    """A class of licence beside the one asked for: a class A covers the others ("class b" of "Class A CDL?" is not enough)."""
    wanted, held = _classes(asked), _classes(plain)
    if not wanted or not held or _NOT_HELD.search(plain):
        return None
    best, match = min(held, key=lambda named: named[0])
    return Compared(best <= min(name for name, _ in wanted), *match.span())


def compared(plain: str, asked: str) -> Compared | None:
    """How the amount a reply names stands to the bound of its question; None where either is missing or the reply hedges."""
    if by_class := _by_class(plain, asked):
        return by_class
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
    return Compared((amount >= wanted) is not bool(_UNDER.search(bound.string)), *mine.span())


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


def figures_alone(plain: str) -> bool:
    """Whether a reply is a figure or two with their units and nothing else ("68k", "7 years")."""
    return len(plain) <= 40 and bool(_ALONE.match(plain))


def counts(asked: str) -> bool:
    """Whether a figure may answer the question: it names an amount, or asks for what is counted."""
    return bool(_COUNTS.search(asked))


def work_told(plain: str) -> bool:
    """Whether a reply begins with a length of time and speaks of no offence ("4 yrs at a plant"): no answer to what was ever done wrong."""
    return bool(_WORK_TOLD.match(plain))
