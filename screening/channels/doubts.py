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
_ADDS: Final = re.compile(
    r"^\W*(?:and|oh|also|btw|plus|ps|fyi|y|adem[aá]s|ah|(?:like |as )?(?:i|we)(?: already)? (?:said|told (?:you|u|ya)|answered)|(?:como )?ya (?:te )?dije)\b",
    re.I,
)
_NOT_NOW: Final = re.compile(
    r"\b(?:can'?t|cannot|can’t|unable)(?: \w+){0,3} (?:right now|rn|at the moment|atm|just now)\b|\b(?:ahorita|ahora(?: mismo)?|en este momento|por el momento)\W+no (?:puedo|tengo tiempo)\b|\bno puedo (?:ahorita|ahora(?: mismo)?|en este momento)\b",
    re.I,
)
_JEST: Final = re.compile(r"\b(?:jk|j/k|just kidding|kidding|joking|es broma|broma)\b", re.I)
_YES_OR_NO: Final = re.compile(r"\b(?:yes|yeah|yep|yup|yea|no|nope|nah|not|s[ií])\b", re.I)
_PAST: Final = re.compile(
    r"\b(?:ago|back in|in (?:19|20)\d\d|since|hace|once|twice|one|two|three)\b|\b(?:19|20)\d\d\b", re.I
)
_SAYS_LITTLE: Final = stems(
    "work works working job time day days week weeks year years able shift hours start people can have"
)
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
    if not clause or _names(q, clause):
        return False
    other = _another(turn, q, clause)
    if other is not None and len(clauses) < 2:  # "yes its active", said of what was asked before
        here = (topic(other) - topic(q) - _SAYS_LITTLE) & stems(clause)
        return bool(here) and s.answer(other.key) is not None
    return other is not None


def knocks_out_in_doubt(turn: Turn, q: Question, reading: Reading, text: str) -> bool:
    """Whether what would end the chances is said in jest or with a question mark, is a bare figure, or may only mean
    that there is no time just now."""
    s = turn.screening
    if s.unscored or not knocks_out(q, reading) or q.key in s.confirmed:
        return False
    if _JEST.search(text) or is_bare_figure(q, reading, text):
        return True
    asks = re.search(re.escape(reading.quote) + r"[^.!?\n]{0,12}\?", text) is not None
    return asks or (_NOT_NOW.search(text) is not None and not _names(q, text))


def is_bare_figure(q: Question, reading: Reading, text: str) -> bool:
    """Whether a yes or no is taken from a figure that says neither, and nothing in the words is of this question."""
    if q.kind is not Kind.YES_NO or not re.search(r"\d", reading.quote) or _YES_OR_NO.search(text):
        return False
    return not _PAST.search(text) and not _names(q, text)


def _another(turn: Turn, q: Question, text: str) -> Question | None:
    others = (o for o in turn.script.questions if o.kind is Kind.YES_NO and o.key != q.key)
    return next((o for o in others if _names(o, text, but=topic(q))), None)


def _names(q: Question, text: str, *, but: frozenset[str] = frozenset()) -> bool:
    return bool((topic(q) - but) & stems(text))
