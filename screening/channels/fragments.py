"""Fragments of one text: its pieces, and what a piece answers while the whole wants something else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from screening.channels.recording import context
from screening.channels.signs import speaks_of
from screening.channels.turns import Turn
from screening.interview import knocks_out
from screening.scripts.script import Kind, Question
from screening.understanding import understand
from screening.understanding.reading import SURE, Heard, Intent, Reading

ASKED: Final = 4  # words of a sentence that is a question by its mark alone
OPENING: Final = 4  # words of a yes or no that opens a text
_SENTENCES: Final = re.compile(r"\n+|(?<=[.!?…])\s+|(?=¿)")
_CLAUSES: Final = re.compile(r"\n+|(?<=[.!?…])\s+|(?=¿)|[,;]\s+|\s(?:and|but|y|pero)\s")
_TALK: Final = re.compile(
    r"\b(?:free|back|off|home|done|better|busy)\s+(?:at|by|after|around|till|until)\b|\b(?:text|txt|message|msg|hit|ping|write|call|finish|continue|talk|chat|do (?:this|it|the rest)|pick (?:this|it) up|get back|try (?:me|again)|later|escr[ií]b\w*|m[aá]nd\w*|seguimos|terminamos|hablamos)\b",
    re.I,
)
_ASKS: Final = re.compile(
    r"^\W*(?:and |but |so |y |pero )?(?:what|whats|how|hows|when|whens|where|wheres|who|which|is there|are there|do (?:you|u|yall|i|they|we)|does|can i|could i|will (?:i|there|you)|would i|cu[aá]nt\w+|c[oó]mo|d[oó]nde|cu[aá]ndo|qu[eé]|hay)\b",
    re.I,
)
_OPENERS: Final = re.compile(
    r"^\W*(?:ok|okay|okey|k|kk|alright|right|sure|well|fine|cool|good|great|nice|hi|hey|hello|thanks?|thank you|bueno|bien|vale|hola|gracias|oh|so|lol|haha)*\W*$",
    re.I,
)


def asks(piece: str) -> bool:
    """Whether the piece begins as a question does."""
    return _ASKS.match(piece) is not None


def sentences(text: str) -> Iterator[str]:
    """The sentences of the text."""
    yield from (p for p in _SENTENCES.split(text) if p.strip())


def clauses(text: str) -> Iterator[str]:
    """The clauses of the text."""
    yield from (p for p in _CLAUSES.split(text) if p.strip())


def answer_beside(turn: Turn, q: Question, text: str) -> Reading | None:
    """A plain answer in one piece of a text that as a whole wants something else.

    A sentence may say anything; a clause of one no more than what ends nobody's chances."""
    for piece in sentences(text):
        if piece.strip() != text.strip() and (reading := _plainly(turn, q, piece)) is not None:
            return reading
    for piece in clauses(text):
        reading = None if _OPENERS.match(piece) else _plainly(turn, q, piece)
        if piece.strip() != text.strip() and reading is not None and not knocks_out(q, reading):
            return reading
    return None


def answer_first(turn: Turn, q: Question, text: str) -> Reading | None:
    """A plain yes or no that opens a text whose other clauses speak of other questions ("yes and no sponsorship needed")."""
    first, *rest = list(clauses(text)) or [""]
    if q.kind is not Kind.YES_NO or not rest or len(first.split()) > OPENING:
        return None
    reading = None if _OPENERS.match(first) else _plainly(turn, q, first)
    others = [o for o in turn.script.questions if o.key != q.key]
    meant = all(any(speaks_of(o, clause) for o in others) and not speaks_of(q, clause) for clause in rest)
    return reading if reading is not None and meant and not knocks_out(q, reading) else None


def _plainly(turn: Turn, q: Question, piece: str) -> Reading | None:
    heard = put_off(turn, q, understand(piece, q, context(turn)), piece)
    reading = heard.answer if not piece.rstrip().endswith("?") else None
    return reading if reading is not None and reading.confidence >= SURE else None


def wish_beside(turn: Turn, q: Question, heard: Heard, text: str) -> Heard:
    """What a piece of a text that answers wants besides: to be texted at another time, or to know something."""
    if heard.also and heard.faq is None:
        asked = understand(heard.also, None, context(turn))
        return asked if asked.faq is not None else heard
    if heard.faq is not None or heard.reading is None or heard.rule == "reaction":
        return heard
    for piece in sentences(text):
        if heard.reading.quote not in piece:
            other = understand(piece, q, context(turn))
            if other.intent in (Intent.WHO, Intent.QUESTION) or _puts_off(other, piece):
                return other
    return (
        _asked_beside(turn, q, heard.reading.quote, text) or _later_beside(turn, q, heard.reading.quote, text) or heard
    )


def wish_within(turn: Turn, text: str) -> Heard | None:
    """What a text that answers nothing asks for, as a whole or in a sentence: an answer, a person, another time."""
    for piece in (text, *sentences(text)):
        heard = understand(piece, None, context(turn))
        wants = heard.intent is Intent.QUESTION and (heard.faq is not None or piece.rstrip().endswith("?"))
        puzzling = heard.intent is Intent.UNCLEAR and piece.rstrip().endswith("?") and len(piece.split()) >= ASKED
        if puzzling:
            return Heard(intent=Intent.QUESTION, rule="ends_in_a_question", also=piece.strip())
        if wants or heard.intent in (Intent.WHO, Intent.HUMAN, Intent.ACCOMMODATION) or _puts_off(heard, piece):
            return heard
    return None


def put_off(turn: Turn, q: Question, heard: Heard, text: str) -> Heard:
    """The hour at which somebody wants to be texted is no answer ("write me tomorrow at 9")."""
    if heard.answer is None or q.kind not in (Kind.NUMBER, Kind.PAY, Kind.LOCATION, Kind.CHOICE):
        return heard
    clause = next((c for c in clauses(text) if heard.answer.quote in c), text)
    later = understand(clause, None, context(turn))
    named = q.kind is not Kind.CHOICE and speaks_of(q, clause)  # "mañana" is a day as well as an option
    return later if _puts_off(later, clause) and not named else heard


def _asked_beside(turn: Turn, q: Question, quote: str, text: str) -> Heard | None:
    """A clause of an answer that plainly asks something ("nights but how long are the shifts")."""
    for clause in clauses(text):
        if quote in clause or q.kind is Kind.TEXT or not _ASKS.match(clause):
            continue
        other = understand(clause, None, context(turn))
        if other.intent is Intent.QUESTION:
            return other if other.faq is not None else replace(other, also=clause)
    return None


def _later_beside(turn: Turn, q: Question, quote: str, text: str) -> Heard | None:
    """A clause of an answer that plainly puts the rest off ("6 years, let's finish this tomorrow")."""
    for clause in clauses(text):
        if quote in clause or q.kind in (Kind.DATE, Kind.TEXT):
            continue
        other = understand(clause, None, context(turn))
        if other.rule == "defer" and _puts_off(other, clause):
            return other
    return None


def _puts_off(heard: Heard, words: str) -> bool:
    """Whether the talk, and not something else, is put off to a moment that is named."""
    return heard.intent is Intent.DEFER and heard.until is not None and _TALK.search(words) is not None
