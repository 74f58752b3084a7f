"""Reads free text: the words as sent, quoted from the first evidence the script looks for to the last."""

import re

from rapidfuzz.distance import OSA

from screening.scripts.script import Question
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat


def read_text(said: Said, question: Question, context: Context) -> Reading | None:
    """The words as sent; the quote runs over the evidence found."""
    words = said.all()
    if not re.search(r"[a-z0-9]", said.plain):
        return None
    spots = [spot for line in question.rubric for spot in evidence(said.plain, line.evidence)]
    if not spots:
        return Reading(value=words, quote=words, confidence=0.9, rule="text.whole")
    quote = said.quote(min(start for start, _ in spots), max(end for _, end in spots))
    return Reading(value=words, quote=quote, confidence=0.95, rule="text.evidence")


def evidence(plain: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where any of the evidence words stands, in any common form of it and with a slip of the thumb, not negated."""
    return [spot for word in words for spot in _spots(plain, flat(word)) if not _DENIED.search(plain[: spot[0]])]


_DENIED = re.compile(
    r"\b(?:not|never|didnt|dont|wasnt|havent|no one|nobody|without|couldnt|wouldnt|cant)\s+(?:\w+\s){0,2}$"
)
_LETTERS = re.compile(r"[a-z0-9]+")


def _spots(plain: str, word: str) -> list[tuple[int, int]]:
    pattern = _pattern(word)
    exact = [(m.start(), m.end()) for m in re.finditer(pattern, plain)] if pattern else []
    return exact or ([] if " " in word else _slips(plain, word))


def _slips(plain: str, word: str) -> list[tuple[int, int]]:
    """A long word with a letter wrong, missing or changed over ("reprted"); it must begin alike."""
    reach = 0 if len(word) < 6 else 1 if len(word) < 9 else 2
    near = (m for m in _LETTERS.finditer(plain) if reach and m[0][0] == word[0] and abs(len(m[0]) - len(word)) <= reach)
    return [(m.start(), m.end()) for m in near if OSA.distance(m[0], word, score_cutoff=reach) <= reach]


def _pattern(words: str) -> str:
    joined = r"\W+(?:\w+\W+){0,2}?".join(_forms(piece) for piece in words.split())  # "taped the aisle off"
    return rf"(?<![a-z0-9]){joined}(?![a-z0-9])" if joined else ""


def _forms(piece: str) -> str:
    """A word with its common endings: stop, stops, stopped, stopping; secure, secured, securing."""
    if len(piece) < 4 or not piece.isalpha():
        return re.escape(piece)
    if piece.endswith("e"):
        return rf"{piece[:-1]}(?:e|es|ed|ing)"
    return rf"{piece}(?:{piece[-1]}?(?:s|ed|d|ing|es|er))?"
