"""Answers given beside another one: "yes, 6 years, and I can start Monday" answers three questions."""

import re
from collections.abc import Iterator
from typing import Final

from screening.channels.signs import speaks_of, topic, units
from screening.interview import knocks_out
from screening.scoring import asked_if
from screening.screening import Screening
from screening.scripts.script import Kind, Question, Script
from screening.steps import reached
from screening.understanding import understand
from screening.understanding.reading import SURE, Context, Intent, Reading
from screening.understanding.words import said

SHORT: Final = 20  # characters of a quote that may stand in the middle of a clause ("yes 6 years")
LONGEST: Final = 10  # words of a clause that is taken for an answer by itself
_CUT: Final = re.compile(r"[\n;!?]+|,(?=\s)|\.(?=\s|$)|\b(?:and|but|also|plus|y|pero|tambien|también)\b", re.I)
_PLAIN_WORDS: Final = """
a about abt an and around almost approx approximately at been can could doing exp experience for from get got have
having i id im in is it ive like looking make me my need of on or over prefer roughly start starting the to total
want wanting with work working would available ready able drive driving commute away hour hr hourly dollars bucks
per k min mins minute minutes miles mile mi week weeks day days month months live shift shifts hours please pls
maybe more than least minimum max just only as soon any ok fine good great best either one two three four five six
seven eight nine ten eleven twelve fifteen twenty thirty half couple few next this coming now today tomorrow asap
immediately tengo de con experiencia años anos ano puedo empezar quiero busco en la el los las un una por hora turno
semana dias minutos works suits suit better preferably ideally
"""
_PLAIN: Final = frozenset(_PLAIN_WORDS.split())
_ELSEWHEN: Final = re.compile(
    r"\b(?:have|has|had|got|held|hold|keep|kept|carry)\s+(?:it|one|mine|that|this|them)\b|"
    r"\b(?:ago|since|expires?|expired|until|till|valid|old|last|hace|desde|vence|currently|current|now making|used to)\b",
    re.I,
)


def beside(
    s: Screening, script: Script, open_: Question, text: str, quote: str, context: Context
) -> Iterator[tuple[Question, Reading]]:
    """The later questions that clauses of the text answer plainly, each with its reading.

    Only where the clause names what exactly one question asks, says nothing else, and knocks nobody out."""
    later = [
        q
        for q in script.questions
        if q.key != open_.key and s.answer(q.key) is None and reached(s, script, q) and asked_if(q, script, s)
    ]
    found: dict[str, tuple[Question, Reading]] = {}
    for clause in _clauses(text, quote):
        fitting = [q for q in later if _could(q) and speaks_of(q, clause)]
        if len(fitting) != 1 or not _only(fitting[0], clause) or _meant_for(open_, clause):
            continue
        q = fitting[0]
        heard = understand(clause, q, context)
        reading = heard.reading if heard.intent is Intent.ANSWER and not heard.also else None
        if reading is not None and reading.confidence >= SURE and not knocks_out(q, reading):
            found[q.key] = (q, reading)
    yield from found.values()


def _meant_for(open_: Question, clause: str) -> bool:
    return open_.kind not in (Kind.YES_NO, Kind.TEXT) and speaks_of(open_, clause)


def _could(q: Question) -> bool:
    return q.kind in (Kind.NUMBER, Kind.PAY, Kind.DATE, Kind.LOCATION, Kind.CHOICE) and (
        q.kind is not Kind.NUMBER or bool(q.unit)
    )


def _clauses(text: str, quote: str) -> Iterator[str]:
    """The clauses of the text without the words that gave the open question's answer."""
    start = max(text.find(quote), 0)
    around = (text[:start], text[start + len(quote) :]) if len(quote) <= SHORT else (text.replace(quote, "\n", 1),)
    for part in around:
        yield from (clause.strip() for clause in _CUT.split(part) if clause.strip())


def _only(q: Question, clause: str) -> bool:
    """Whether the clause says nothing but an answer to this question."""
    if _ELSEWHEN.search(clause):
        return False
    words = re.findall(r"[a-zñ]+", said(clause).plain)
    if len(words) > LONGEST:
        return False
    own = topic(q) | units(q)
    options = {w for o in q.options for name in (o.value, *o.also) for w in re.findall(r"[a-zñ]+", said(name).plain)}
    extra = [w for w in words if w not in _PLAIN and w not in own and w not in options and not _unit_or_day(w, q)]
    return not [w for w in extra if len(w) > 2]


def _unit_or_day(word: str, q: Question) -> bool:
    stem = word[: len(word) - 2] if len(word) > 5 else word
    return any(stem in own for own in topic(q)) or speaks_of(q, f"in 2 {word}") or speaks_of(q, word)
