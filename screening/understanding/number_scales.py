"""Figures on a scale asked: 8 out of 10, half of the day in percent, once and twice, storeys in feet, two 40 lb bags."""

import re

from screening.scripts.script import Question
from screening.understanding.durations import tidy
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_SCALE = re.compile(
    r"\b(?:scale of|scale from|from|between)? ?(?:1|one|0|zero)\s*(?:-|to|and|through)\s*(?P<top>5|7|10|100|five|ten)\b"
)
_ON_SCALE = re.compile(
    r"(?<![\d/])(?P<n>\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:/|out ?(?:of|ta)|of|stars?\b|over|de)\s*(?P<top>5|7|10|100|five|ten|diez)?\b"
)
_PERCENT_ASKED = re.compile(r"\bpercent(?:age)?\b|%|\bporcentaje\b|\bpor ciento\b")
_SHARES = (
    (
        re.compile(
            r"\b(?:all|every bit|the whole|100|todo)(?: (?:of|day|time)\b.*)?\W*$|^\W*(?:all|everything|todo)\b"
        ),
        100,
    ),
    (re.compile(r"\b(?:three quarters|3/4|three fourths|tres cuartos)\b"), 75),
    (re.compile(r"\b(?:two thirds|2/3)\b"), 67),
    (re.compile(r"\b(?:a third|one third|1/3|un tercio)\b"), 33),
    (re.compile(r"\b(?:a quarter|one quarter|1/4|a fourth|un cuarto)\b"), 25),
    (re.compile(r"\b(?:half|1/2|la mitad|50 ?/ ?50|50 50|fifty fifty)\b"), 50),
)
_TIMES_ASKED = re.compile(r"\bhow many times\b|\bhow often\b|\bcuantas veces\b")
_ONCE = re.compile(
    r"^\W*(?:(?:just|only|maybe|like|about|probably|solo|nomas|was|yes|yeah|i|ive|been|late)\W+)*(?P<w>once|one time|twice|two times|thrice|una vez|dos veces)\b(?! (?:or|a|every|per)\b)"
)
_FEET_ASKED = re.compile(r"\bfeet\b|\bft\b|\bheights?\b|\bhow high\b")
_STOREYS = re.compile(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:stor(?:y|ies|eys?)|floors?|pisos)\b"
)
_BAGS = re.compile(r"\b(?P<n>[2-4]|two|three|four)\s+(?P<w>\d{2,3})\s?-?(?:lbs?|pounds?|pounders?|#)\W+(?:\w+s)\b")
_POUNDS_ASKED = re.compile(r"\bpounds?\b|\blbs?\b|\bhow (?:heavy|much (?:weight|can you lift))")


def on_scale(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """A figure said in the measure asked, by other words than a bare number of it."""
    asked = flat(question.words(context.language))
    found = _of_ten(plain, asked) or _percent(plain, asked) or _times(plain, asked) or _measured(plain, asked)
    if found is None:
        return None
    return Reading(value=tidy(found[0]), quote=said.quote(*found[1]), confidence=0.8, rule="number.scale")


Found = tuple[float, tuple[int, int]] | None


def _of_ten(plain: str, asked: str) -> Found:
    scale = _SCALE.search(asked)
    match = (
        _ON_SCALE.search(plain)
        if scale and re.search(r"\bscale\b|\brate\b|\bout of\b|\bhow (?:comfortable|good|confident|well)\b", asked)
        else None
    )
    if scale is None or match is None or not (match["top"] or "star" in match.group()):
        return None
    value, top = (numbers(match["n"]), numbers(match["top"] or scale["top"]))
    if not value or not top or top[0].value != numbers(scale["top"])[0].value or value[0].value > top[0].value:
        return None
    return value[0].value, match.span()


def _percent(plain: str, asked: str) -> Found:
    if not _PERCENT_ASKED.search(asked) or re.search(r"\d ?%|percent", plain):
        return None
    figures = [n for n in numbers(plain) if n.value > 1 and n.value != 50]
    for pattern, value in _SHARES:
        if (match := pattern.search(plain)) and not (figures and value in (100, 50)):
            return value, match.span()
    return None


def _times(plain: str, asked: str) -> Found:
    match = _ONCE.search(plain) if _TIMES_ASKED.search(asked) else None
    if match is None or re.search(r"\b(?:and|then|plus)\b", plain[match.end() :]):
        return None
    return (
        2.0 if match["w"] in ("twice", "two times", "dos veces") else 3.0 if match["w"] == "thrice" else 1.0
    ), match.span()


def _measured(plain: str, asked: str) -> Found:
    if _FEET_ASKED.search(asked) and (match := _STOREYS.search(plain)) and len(numbers(plain)) == 1:
        return 10 * numbers(match["n"])[0].value, match.span()
    if _POUNDS_ASKED.search(asked) and (match := _BAGS.search(plain)) and len(numbers(plain)) == 2:
        return numbers(match["n"])[0].value * float(match["w"]), match.span()
    return None
