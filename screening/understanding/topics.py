"""Indirect answers to the questions agencies ask most: what counts as a yes, what as a no, per topic."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from screening.understanding.tables import table, words

_NEGATED = re.compile(
    r"\b(?:not|no|dont|doesnt|didnt|never|cant|cannot|havent|hasnt|wasnt|isnt|aint|arent|without|wouldnt|wont|sin|neither|nor)"
    r"(?: (?:a|an|any|the|my|on|in|really|currently|ever|been|be|have|had|got|even|to|get|own|actually)){0,3} $"
)
_GIVEN_UP = re.compile(r"\b(?:quit|stopped|dropped|gave up|no longer|done with|finished with|deje de|ya no) (?:\w+ )?$")
_TIED = frozenset(
    {"schedule", "offer", "conditions", "start", "travel"}
)  # topics in which a tie given up leaves one free
_ALONE = ("record",)  # of "ever been convicted?" years of work and licences held say nothing


@dataclass(frozen=True, slots=True)
class Leaning:
    """Where a topic leans: `value` yes, no or "" (a hedge alone), between `start` and `end`; `hedge` "", "cond", "unsure"."""

    value: str
    start: int
    end: int
    hedge: str


@cache
def _topics() -> tuple[str, ...]:
    return tuple(section.removesuffix(".asked") for section in table("topics") if section.endswith(".asked"))


@cache
def about(asked: str) -> tuple[str, ...]:
    """The topics a question touches, the most telling first."""
    return tuple(topic for topic in _topics() if words("topics", f"{topic}.asked").search(asked))


@lru_cache(maxsize=64)
def leaning(plain: str, asked: str) -> Leaning | None:
    """What the topic of the question makes of an indirect answer; None where it makes nothing of it."""
    text = plain.rstrip(" .!,;:)\n")
    hedges: Leaning | None = None
    topics = about(asked)
    for topic in topics[:1] if topics[:1] == _ALONE else topics:
        found = _lean(text, topic)
        if found and found.value:
            return found
        hedges = hedges or found
    return hedges


def _part(text: str, topic: str, part: str) -> "re.Match[str] | None":
    section = f"{topic}.{part}"
    found = (words(name, section).search(text) for name in ("topics", "yes_no") if section in table(name))
    return next((match for match in found if match), None)


def _lean(text: str, topic: str) -> Leaning | None:
    hedge_spot = _part(text, topic, "cond") or _part(text, topic, "unsure")
    hedge = "" if hedge_spot is None else "cond" if _part(text, topic, "cond") else "unsure"
    sides = [
        (_flipped(value) if _NEGATED.search(text[: match.start()]) else value, match)
        for value in ("no", "yes")
        if (match := _part(text, topic, value)) and not (value == "no" and _given_up(text, topic, match.start()))
    ]
    if not sides:
        return Leaning("", hedge_spot.start(), hedge_spot.end(), hedge) if hedge_spot else None
    value, match, doubt = _weighed(text, sides)
    return Leaning(value, match.start(), match.end(), hedge or doubt)


def _given_up(text: str, topic: str, start: int) -> bool:
    """Whether what would stand in the way is over ("quit coaching"), so that it says nothing."""
    return topic in _TIED and bool(_GIVEN_UP.search(text[:start]))


def _flipped(value: str) -> str:
    return "no" if value == "yes" else "yes"


def _weighed(text: str, sides: list[tuple[str, "re.Match[str]"]]) -> tuple[str, "re.Match[str]", str]:
    """Of a no and a yes in one text: what follows "so" or "but" speaks, else the wider match, else the no."""
    if len(sides) == 1 or sides[0][0] == sides[1][0]:
        return (*sides[0], "")
    first, second = sorted(sides, key=lambda side: side[1].start())
    between = text[first[1].end() : second[1].start()]
    if re.search(r"\b(?:so|therefore|now|then)\b", between):
        return (*second, "")
    if re.search(r"\b(?:but|though|although|pero)\b", between):
        return (*second, "cond")
    inside = [
        s for s in sides if any(o is not s and o[1].start() <= s[1].start() and s[1].end() <= o[1].end() for o in sides)
    ]
    outer = next((s for s in sides if s not in inside), sides[0]) if len(inside) == 1 else sides[0]
    return (*outer, "")
