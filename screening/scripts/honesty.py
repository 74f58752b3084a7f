"""A script may not hide or contradict that a machine writes, that STOP ends it, and that a person decides."""

import re
from collections.abc import Iterator

from screening.errors import Problem
from screening.scripts.fields import cut
from screening.scripts.honesty_words import (
    BOT_QUESTION,
    DECIDES,
    HIDES,
    HURRY,
    KEYWORDS,
    OFFER,
    PERSONA,
    SHORT_LINK,
)
from screening.scripts.said import Lines, Place, Said, fold
from screening.scripts.script import Question, Script


def honest(said: Said) -> Iterator[Problem]:
    """What this text hides or contradicts."""
    words = fold(said.words)
    yield from (said.problem(message) for pattern, message in HIDES if pattern.search(words))
    yield from stop_words_asked_for(said, words)
    if said.place is Place.CLOSING and DECIDES.search(words):
        yield said.problem(
            f"'{found(DECIDES, words)}' tells a decision; everybody gets the closing, and a person decides later"
        )
    if said.place is not Place.ASK and PERSONA.search(words):
        yield said.problem(
            f"'{found(PERSONA, words)}' sounds like a person; the texts come from an assistant", error=False
        )
    if HURRY.search(words):
        yield said.problem("puts the candidate under time pressure; how fast somebody answers never counts")
    if SHORT_LINK.search(words):
        yield said.problem("carriers block texts with shortened links; write the whole address", error=False)


def found(pattern: re.Pattern[str], words: str) -> str:
    """The part that a pattern finds."""
    match = pattern.search(words)
    return match.group() if match else ""


def stop_words_asked_for(said: Said, words: str) -> Iterator[Problem]:
    """STOP and its kin mean one thing only."""
    for match in OFFER.finditer(words):
        if match.group("leave"):
            yield said.problem("says how to opt out, which the engine adds by itself", error=False)
        else:
            yield said.problem(f"'{match.group()}' asks for a word that opts out; no question would hear it")


def keywords(script: Script, lines: Lines) -> Iterator[Problem]:
    """Answers and faqs that a keyword would swallow."""
    for question in script.questions:
        for key, words in answer_words(question):
            for word in words:
                if fold(word).strip(" .!\"'") in KEYWORDS:
                    line = lines.of(question, key)
                    yield Problem(
                        line, f"question '{question.key}': '{cut(word)}' is a keyword that the engine answers itself"
                    )
    for n, faq in enumerate(script.faq):
        for ask in faq.ask:
            if fold(ask).strip(" .!?\"'") in KEYWORDS:
                yield Problem(
                    lines.at("faq", n, "ask"), f"faq '{cut(ask)}' is a keyword that the engine answers itself"
                )


def answer_words(question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words by which an answer is known, by key."""
    yield "yes_examples", question.yes_examples
    yield "no_examples", question.no_examples
    yield "options", tuple(word for option in question.options for word in (option.value, *option.also))


def denials(script: Script, lines: Lines) -> Iterator[Problem]:
    """A faq that answers "are you a bot" with no."""
    for n, faq in enumerate(script.faq):
        asked = any(
            re.search(r"\b(?:you|this|eres|esto|es)\b", fold(a)) and BOT_QUESTION.search(fold(a)) for a in faq.ask
        )
        human_asked = any(re.search(r"\b(?:human|real person|persona real|humano)\b", fold(a)) for a in faq.ask)
        for answer in faq.answer.values():
            start = fold(answer)
            lie = re.match(r"(?:yes|si)\b" if human_asked else r"(?:no|nope)\b", start)
            if asked and lie:
                message = f"faq '{cut(faq.ask[0])}' denies that a machine writes; leave it out, the engine answers"
                yield Problem(lines.at("faq", n, "answer"), message)
