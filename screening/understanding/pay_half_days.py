"""The pay of a whole day beside that of half a one: 200 for a half day, 350 full."""

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred
from screening.understanding.number_parts import Part, parts_of
from screening.understanding.pay_periods import asked_period
from screening.understanding.reading import Context

_HALF = deferred(r"\b(?:half(?: of)?(?: an?| the|-)? ?day|medio dia)s?\b")
_TOKEN = "halfday"
_AFTER = deferred(rf"^(?:\b(?:for|is|on|per|por|an?|the|el|un|rate)\b|\W)*\b{_TOKEN}\b")
_BEFORE = deferred(rf"\b{_TOKEN}\b(?:\s+(?:rate|is|are|im|its|i|charge|do|get|for|at|a|es|son|cobro))*\W*$")


def halves_named(plain: str, question: Question, context: Context) -> str:
    """The text with `half a day` as one word, in which no half stands, where a day's pay is asked."""
    if asked_period(question, context) != "day":
        return plain
    return _HALF.sub(lambda match: _TOKEN.ljust(len(match.group())), plain)


def of_whole_days(plain: str, found: list[Amount]) -> list[Amount]:
    """The amounts that are not said to be of half a day."""
    if _TOKEN not in plain:
        return found
    return [part.amount for part in parts_of(plain, found) if not _of_half(plain, part)]


def _of_half(plain: str, part: Part) -> bool:
    joined = plain[part.amount.end :].lstrip()[:1] not in (",", ".", ";")
    return bool((joined and _AFTER.search(part.after)) or _BEFORE.search(part.before.rstrip("$ ")))
