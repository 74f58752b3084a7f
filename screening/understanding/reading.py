"""What understanding answers: an intent, and where it is an answer, a reading of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from screening.scripts.script import Faq
from screening.understanding.model import Model

Value = str | float | int | list[str] | Mapping[str, Any]
SURE = 0.75  # below this a knock-out is confirmed first


class Intent(StrEnum):
    """What a candidate's text is meant to do."""

    ANSWER = "answer"
    OPT_OUT = "opt_out"
    SUSPECTED_OPT_OUT = "suspected_opt_out"  # pauses and asks a person
    START = "start"  # START or UNSTOP, never YES
    HELP = "help"
    WHO = "who"  # who is this, are you a bot
    WRONG_NUMBER = "wrong_number"
    NOT_INTERESTED = "not_interested"
    ALREADY_HIRED = "already_hired"
    DEFER = "defer"
    HUMAN = "human"
    ACCOMMODATION = "accommodation"
    QUESTION = "question"
    HOSTILE = "hostile"  # hostile or in distress
    NO_ANSWER = "no_answer"  # a phone's automatic reply, a reaction without meaning, thanks, "ok give me a sec"
    LANGUAGE = "language"  # asks for another language
    CALL = "call"  # CALL: asks to be called (voice agents)
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One answer as read: `quote` is an exact substring of the text, `confidence` 0-1, `rule` names the rule."""

    value: Value
    quote: str
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What one text (or several joined by newlines) means."""

    intent: Intent
    rule: str = ""
    reading: Reading | None = None  # for ANSWER
    until: datetime | None = None  # for DEFER, where a time was named; zone-aware
    faq: int | None = None  # for QUESTION: the index in the script's faq, where one fits
    language: str | None = None  # for LANGUAGE
    also: str = ""  # the part of the text that asks something besides an answer
    correction: bool = False  # the text takes back something said before

    @property
    def answer(self) -> Reading | None:
        """The reading, where the text is an answer."""
        return self.reading if self.intent is Intent.ANSWER else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reader may know besides the text: `now` is zone-aware, in the candidate's zone."""

    now: datetime
    language: str = "en"
    country: str = "US"
    faq: tuple[Faq, ...] = ()
    ours: tuple[str, ...] = ()  # our last texts, so that a phone's reaction that quotes them is known
    model: Model | None = None  # another learned model than the shipped one, for measuring
