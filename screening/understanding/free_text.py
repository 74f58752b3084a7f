"""Reads free text: the words as sent, quoted from the first evidence the script looks for to the last."""

import re

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
    """Where any of the evidence words stands, in any common form of it, not negated."""
    found = []
    for word in words:
        pattern = _pattern(flat(word))
        for match in re.finditer(pattern, plain) if pattern else ():
            if not re.search(
                r"\b(?:not|never|didnt|dont|wasnt|havent|no one|nobody|without|couldnt|wouldnt|cant)\s+(?:\w+\s){0,2}$",
                plain[: match.start()],
            ):
                found.append((match.start(), match.end()))
    return found


def _pattern(words: str) -> str:
    pieces = [re.escape(piece) + (r"(?:s|ed|d|ing|es)?" if len(piece) > 3 else "") for piece in words.split()]
    joined = r"\W+".join(pieces)
    return rf"(?<![a-z0-9]){joined}(?![a-z0-9])" if pieces else ""
