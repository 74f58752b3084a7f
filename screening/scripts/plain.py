"""Whether texts are short, plain and ask one thing."""

import re
from collections.abc import Iterator
from typing import Final

from screening.errors import Problem
from screening.scripts.fields import cut
from screening.scripts.plain_words import EITHER, OPEN, STANDARD, STATED, TWICE, TWISTED
from screening.scripts.said import Lines, Place, Said, filled, fold
from screening.scripts.script import Kind, Question, Script

LONGEST_TEXT: Final = 320  # what one text may hold, with everything the engine puts around it
NOTICE: Final = {"en": 125, "es": 165}  # brand, automation, HUMAN, STOP and HELP after the intro
LEAD_IN: Final = {"en": 40, "es": 46}  # the longest sentence before a question that is asked again
HARDEST_GRADE: Final = 8
EASE_OF_PROSE: Final = 50

_FANCY: Final = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "-",
    "\u2026": "...",
    "\u00a0": " ",
    "\u2022": "-",
}
FIRST_EMOJI: Final = 0x1F000
FEWEST_WORDS: Final = 10  # shorter texts are never judged


def plain(said: Said, script: Script) -> Iterator[Problem]:
    """How long, how hard and how many questions a text is."""
    yield from marks(said)
    yield from length(said, script)
    yield from letters(said)
    grade = hardness(said)
    if grade:
        yield said.problem(grade, error=False)
    if said.question is not None:
        yield from one_question(said, said.question)


def marks(said: Said) -> Iterator[Problem]:
    """One question mark at most, and only where an answer is listened for."""
    count = said.words.count("?")
    if count > 1:
        yield said.problem(f"holds {count} question marks; a text asks one thing")
    elif count and said.place is Place.ANSWER:
        yield said.problem("holds a question mark, but the open question stands in the same text")
    elif count and said.place is Place.CLOSING:
        yield said.problem("asks something when nobody listens for an answer any more", error=False)
    elif count and said.place is Place.INTRO:
        yield said.problem("asks something before the first question", error=False)


def length(said: Said, script: Script) -> Iterator[Problem]:
    """What fits into one text with everything around it."""
    if said.place is Place.ASK and "{{" in said.words:
        yield said.problem("is sent word for word; {{ }} is filled in only in the intro, the closing and faqs")
    size = len(filled(said.words, script))
    room = LONGEST_TEXT - around(said)
    if size > room:
        yield said.problem(f"is about {size} characters long; with what the engine adds, {room} fit into one text")
    elif said.place is Place.ANSWER and size + longest_ask(script, said.language) > LONGEST_TEXT - LEAD_IN["es"]:
        yield said.problem("does not fit into one text with the longest question; it will take two", error=False)


def around(said: Said) -> int:
    """How many characters the engine puts around a text."""
    if said.place is Place.INTRO:
        return NOTICE.get(said.language, NOTICE["en"])
    return LEAD_IN.get(said.language, LEAD_IN["en"]) if said.place is Place.ASK else 0


def longest_ask(script: Script, language: str) -> int:
    """The length of the longest question in that language."""
    return max((len(q.words(language)) for q in script.questions), default=0)


def letters(said: Said) -> Iterator[Problem]:
    """Characters that make a carrier bill more, where plain ones say the same."""
    fancy = sorted({c for c in said.words if c in _FANCY})
    if fancy:
        plain_ones = ", ".join(f"{c} ({_FANCY[c]!r})" for c in fancy)
        yield said.problem(f"holds typographic characters that make texts cost more; write {plain_ones}", error=False)
    emoji = sorted({c for c in said.words if ord(c) >= FIRST_EMOJI})
    if emoji:
        yield said.problem(f"holds {' '.join(emoji[:3])}; a text with emoji costs more than twice as much", error=False)


def one_question(said: Said, question: Question) -> Iterator[Problem]:
    """One thing, asked straight, of the kind that the question says."""
    words, language = fold(said.words), said.language if said.language in TWICE else "en"
    if question.kind is not Kind.TEXT and (twice := TWICE[language].search(words) or stated_twice(words)):
        yield said.problem(f"asks two things ('{twice.group().strip()}'); make two questions of it")
    if question.kind is Kind.YES_NO:
        yield from yes_or_no(said, words, language, error=bool(question.knockout))


def stated_twice(words: str) -> re.Match[str] | None:
    """A second sentence that begins like a question."""
    return next((m for n, m in enumerate(STATED.finditer(words)) if n == 1), None)


def yes_or_no(said: Said, words: str, language: str, *, error: bool) -> Iterator[Problem]:
    """Whether "yes" and "no" are plain answers; a must-have needs that."""
    weight = "; a must-have needs a plain yes or no" if error else ""
    if TWISTED[language].search(words):
        yield said.problem(f"is put so that 'yes' can mean either; ask it straight{weight}", error=error)
    elif EITHER[language].search(words):
        yield said.problem(f"offers two answers, so 'yes' says nothing; make it a choice{weight}", error=error)
    elif OPEN[language].search(words):
        yield said.problem(f"is not answered by yes or no; use another kind{weight}", error=error)


def hardness(said: Said) -> str:
    """Why a text is hard to read, nothing where it is not; texts below ten words are never judged."""
    text = STANDARD.sub("free to work", re.sub(r"\{\{.*?\}\}", "Sam", said.words))
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text)
    sentences = max(1, len(re.findall(r"[.!?:;]+(?:\s|$)", text.strip())))
    if len(words) < FEWEST_WORDS:
        return ""
    pace, weight = len(words) / sentences, sum(map(syllables, words)) / len(words)
    return hard_spanish(pace, weight) if said.language == "es" else hard_english(pace, weight)


def hard_english(pace: float, weight: float) -> str:
    """Flesch and Kincaid's grade, from words in a sentence and syllables in a word."""
    grade = 0.39 * pace + 11.8 * weight - 15.59
    return (
        "" if round(grade) <= HARDEST_GRADE else f"reads at school grade {grade:.0f}; plain is {HARDEST_GRADE} or below"
    )


def hard_spanish(pace: float, weight: float) -> str:
    """Fernandez Huerta's ease, from the same."""
    ease = 206.84 - 60 * weight - 1.02 * pace
    return "" if ease >= EASE_OF_PROSE else f"is hard to read: ease {ease:.0f}, plain is {EASE_OF_PROSE} or above"


def syllables(word: str) -> int:
    """About how many syllables a word has."""
    plain_word = fold(word)
    groups = len(re.findall(r"[aeiouy]+", plain_word))
    silent = plain_word.endswith("e") and not plain_word.endswith("le") and groups > 1 and word == plain_word
    return max(1, groups - silent)


def same_words(script: Script, lines: Lines) -> Iterator[Problem]:
    """No text goes out twice word for word."""
    seen: dict[str, str] = {}
    for question in script.questions:
        for words in question.ask.values():
            other = seen.setdefault(fold(words), question.key)
            if other != question.key:
                message = f"question '{question.key}' has the words of '{cut(other)}'; no text goes out twice"
                yield Problem(lines.of(question, "ask"), message)
