"""Doubts about whose answer it is: words that read as an answer to the open question, and speak of another one."""

import re
from typing import Final

from screening.channels.signs import speaks_of, stems, topic
from screening.channels.turns import Turn
from screening.interview import knocks_out
from screening.screening import Who
from screening.scripts.script import Kind, Question
from screening.understanding.reactions import reaction
from screening.understanding.reading import Reading
from screening.understanding.words import flat

LEAST: Final = 12  # letters of a quotation that say which of our texts is meant
_CLAUSE: Final = re.compile(r"[\n,.;!?]+|\b(?:so|and|but|because|cuz|as|since|y|pero|porque|asi que)\b", re.I)
_ADDS: Final = re.compile(r"^\W*(?:and|oh|also|btw|plus|ps|fyi|y|adem[aá]s|ah)\b", re.I)
_BARE: Final = re.compile(r"[^a-z0-9]+")


def of_another_text(turn: Turn, q: Question, text: str) -> bool:
    """Whether a phone's reaction quotes a text of ours that does not ask the open question."""
    if reaction(text) is None:
        return False
    quoted = _letters(re.sub(r"^[^\"“”«„]*", "", text))
    asks = _letters(q.words(turn.screening.language))
    if len(quoted) < LEAST or asks in quoted or quoted in asks:
        return False
    ours = (m for m in turn.screening.messages if m.who is not Who.CANDIDATE)
    return any(quoted in _letters(m.text) for m in ours if m.question != q.key)


def _letters(text: str) -> str:
    return _BARE.sub("", flat(text))


def adds_to_another(turn: Turn, q: Question, reading: Reading, text: str) -> bool:
    """Whether the words belong to an earlier question: a "no" that would be 0 years ("no, not a DUI"), or an addition
    ("and yes my card is good till June")."""
    none = q.kind is Kind.NUMBER and reading.rule.startswith("number.none")
    if not none and (q.kind is not Kind.YES_NO or not _ADDS.match(text)):
        return False
    return not speaks_of(q, text) and not _names(q, text) and _another(turn, q, text) is not None


def knocks_out_for_another(turn: Turn, q: Question, reading: Reading, text: str) -> bool:
    """Whether the clause that would end the chances speaks of another question and not of this one."""
    s = turn.screening
    if s.unscored or q.kind is not Kind.YES_NO or not knocks_out(q, reading) or q.key in s.confirmed:
        return False
    clauses = _CLAUSE.split(text)
    clause = next((c for c in clauses if reading.quote in c), "")
    if len(clauses) < 2 or not clause or _names(q, clause):
        return False
    return _another(turn, q, clause) is not None


def _another(turn: Turn, q: Question, text: str) -> Question | None:
    others = (o for o in turn.script.questions if o.kind is Kind.YES_NO and o.key != q.key)
    return next((o for o in others if _names(o, text, but=topic(q))), None)


def _names(q: Question, text: str, *, but: frozenset[str] = frozenset()) -> bool:
    return bool((topic(q) - but) & stems(text))
