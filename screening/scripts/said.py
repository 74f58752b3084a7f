"""Everything a script says to a candidate, each text with its line."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from screening.errors import Problem
from screening.scripts.positions import Path, line_of, positions
from screening.scripts.script import Question, Script, Texts

_SLOT: Final = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_STAND_INS: Final = {"first_name": "Maximilian", "brand": "Northside Staffing"}  # longer than most


class Place(StrEnum):
    """Where a text is said."""

    INTRO = "intro"
    CLOSING = "closing"
    ANSWER = "answer"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One text in one language."""

    place: Place
    name: str  # as a message calls it
    language: str
    words: str
    line: int
    question: Question | None = None

    def problem(self, message: str, *, error: bool = True) -> Problem:
        """A problem of this text."""
        return Problem(self.line, f"{self.name}: {message}", error)


class Lines:
    """Where the keys of a script stand; 0 for a script that was never a text."""

    def __init__(self, script: Script) -> None:
        """Scans the script's source."""
        self.lines: Mapping[Path, int] = positions(script.source)
        pairs = ((path, line) for path, line in self.lines.items() if path[0] == "question")
        self.tables = {line: path for path, line in pairs if path[1:] and not path[2:]}

    def at(self, *path: str | int) -> int:
        """The line of that path, else of what is around it."""
        return line_of(self.lines, path)

    def of(self, question: Question, *path: str | int) -> int:
        """The line of one of a question's keys, else of the question."""
        table = self.tables.get(question.line)
        return self.at(*table, *path) if table else question.line


def texts_of(script: Script, lines: Lines) -> tuple[Said, ...]:
    """Every text in every language, in the order of the file."""
    return (
        *each(Place.INTRO, "the intro", script.intro, lines.at("intro")),
        *each(Place.CLOSING, "the closing", script.closing, lines.at("closing")),
        *(
            said
            for n, faq in enumerate(script.faq)
            for said in each(Place.ANSWER, f"the answer to '{faq.ask[0]}'", faq.answer, lines.at("faq", n, "answer"))
        ),
        *(said for q in script.questions for said in asks_of(q, lines)),
    )


def asks_of(question: Question, lines: Lines) -> Iterator[Said]:
    """A question in its languages."""
    return each(Place.ASK, f"question '{question.key}'", question.ask, lines.of(question, "ask"), question)


def each(place: Place, name: str, texts: Texts, line: int, question: Question | None = None) -> Iterator[Said]:
    """One text for each language."""
    for language, words in texts.items():
        yield Said(place=place, name=name, language=language, words=words, line=line, question=question)


def filled(words: str, script: Script) -> str:
    """The text about as long as a candidate gets it."""
    return _SLOT.sub(lambda m: {**_STAND_INS, "job": script.title}.get(m[1], m[0]), words)


def fold(text: str) -> str:
    """Small letters without accents, straight quotes, single spaces: what patterns are written against."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'").replace("\u2018", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
