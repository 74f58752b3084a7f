"""Fragments of one text: its pieces, and what a piece answers while the whole wants something else."""

import re
from collections.abc import Iterator
from typing import Final

from screening.channels.recording import context
from screening.channels.turns import Turn
from screening.interview import knocks_out
from screening.scripts.script import Question
from screening.understanding import understand
from screening.understanding.reading import SURE, Heard, Intent, Reading

_SENTENCES: Final = re.compile(r"\n+|(?<=[.!?…])\s+|(?=¿)")
_CLAUSES: Final = re.compile(r"\n+|(?<=[.!?…])\s+|(?=¿)|[,;]\s+|\s(?:and|but|y|pero)\s")
_OPENERS: Final = re.compile(
    r"^\W*(?:ok|okay|okey|k|kk|alright|right|sure|well|fine|cool|good|great|nice|hi|hey|hello|thanks?|thank you|bueno|bien|vale|hola|gracias|oh|so|lol|haha)*\W*$",
    re.I,
)


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


def _plainly(turn: Turn, q: Question, piece: str) -> Reading | None:
    heard = understand(piece, q, context(turn))
    reading = heard.reading if heard.intent is Intent.ANSWER and not piece.rstrip().endswith("?") else None
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
            if other.intent in (Intent.WHO, Intent.QUESTION) or (other.intent is Intent.DEFER and other.until):
                return other
    return heard
