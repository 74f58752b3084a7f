"""What may not be asked or scored: protected traits, what stands in for them, and feelings.

Sources: Title VII, ADEA, ADA and GINA with the EEOC's pre-employment guidance; INA section 1324b (citizenship);
Illinois HB 3773 (zip code as a proxy); state salary-history laws; EU AI Act article 5(1)(f) (feelings at work).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from screening.errors import Problem
from screening.scripts.criteria_words import CRITERIA, WORK
from screening.scripts.protected_words import ALLOWED, TOPICS, Topic
from screening.scripts.said import Lines, Place, Said, fold
from screening.scripts.script import Question, Script

_ALLOWED: Final = {language: re.compile("|".join(parts)) for language, parts in ALLOWED.items()}
_WORK: Final = re.compile("|".join(WORK))
_CRITERIA: Final = {name: re.compile(rf"\b(?:{pattern})\b") for name, pattern in CRITERIA.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    topic: Topic
    patterns: Mapping[str, re.Pattern[str]]


_TOPICS: Final = tuple(
    _Asked(
        topic=topic,
        patterns={lang: re.compile(rf"\b(?:{pattern})") for lang, pattern in (("en", topic.en), ("es", topic.es))},
    )
    for topic in TOPICS
)


def protected(said: Said) -> Iterator[Problem]:
    """Questions that may not be asked, or only with care."""
    if said.place in {Place.ASK, Place.INTRO, Place.CLOSING}:
        words = _ALLOWED.get(said.language, _ALLOWED["en"]).sub(" ", fold(said.words))
        for asked in _TOPICS:
            match = asked.patterns.get(said.language, asked.patterns["en"]).search(words)
            if match:
                message = f"'{match.group().strip()}' asks about {asked.topic.name}; {asked.topic.advice}"
                yield said.problem(message, error=_forbids(asked.topic, said))


def _forbids(topic: Topic, said: Said) -> bool:
    return topic.error or (topic.scored and said.question is not None and counts(said.question))


def criteria(script: Script, lines: Lines) -> Iterator[Problem]:
    """What is scored: no feelings, no traits, no stand-ins."""
    for question in script.questions:
        yield from named(question, "criterion", question.criterion, lines.of(question, "criterion"))
        for n, line in enumerate(question.rubric):
            where = lines.of(question, "rubric", n, "name")
            yield from named(question, "rubric line", line.name, where)
        yield from zip_code(question, lines)


def named(question: Question, what: str, name: str, line: int) -> Iterator[Problem]:
    """A criterion or rubric line called after something that may not be judged."""
    words = _WORK.sub(" ", fold(name).replace("_", " ").replace("-", " "))
    for why, pattern in _CRITERIA.items():
        match = pattern.search(words)
        if match:
            yield Problem(line, f"question '{question.key}': the {what} '{name}' judges {why} ('{match.group()}')")
            return


_ZIP: Final = re.compile(r"\b(?:zip|post(?:al)? ?code|postcode|codigo postal)\b")


def zip_code(question: Question, lines: Lines) -> Iterator[Problem]:
    """A zip code may be kept; it may not count."""
    if not any(_ZIP.search(fold(words)) for words in question.ask.values()):
        return
    scored = counts(question)
    advice = "a zip code stands in for race and origin; ask for the commute in minutes"
    yield Problem(lines.of(question, "ask"), f"question '{question.key}': {advice}", error=scored)


def counts(question: Question) -> bool:
    """Whether an answer can move the score or end the chances."""
    tables = (question.points, question.yes_no_points, question.rubric, question.kind == "yes_no")
    scored = question.weight > 0 and (any(tables) or any(o.points for o in question.options))
    return bool(question.knockout) or scored
