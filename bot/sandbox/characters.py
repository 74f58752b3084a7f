"""The characters of simulated candidates: what each says to a text, as a pure function of what was said before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.answers import OTHERWISE, Topic, asked_about, is_question
from bot.sandbox.wire import Json


class Character(StrEnum):
    """How a candidate behaves."""

    PROMPT = "prompt"
    SLOW = "slow"
    TYPOS = "typos"
    ASKS = "asks questions"
    BURSTS = "texts in bursts"
    UNQUALIFIED = "unqualified"
    PERSON = "wants a person"
    STOP = "STOP"
    WRONG_NUMBER = "wrong number"
    GHOST = "ghost"


ENDINGS = {
    Character.UNQUALIFIED: "knocked_out",
    Character.PERSON: "human_requested",
    Character.STOP: "opted_out",
    Character.WRONG_NUMBER: "wrong_number",
    Character.GHOST: "in_progress",
}
_C = Character
MIX = (
    _C.PROMPT, _C.TYPOS, _C.ASKS, _C.STOP, _C.SLOW, _C.WRONG_NUMBER, _C.PROMPT, _C.GHOST, _C.BURSTS, _C.UNQUALIFIED,
    _C.PROMPT, _C.PERSON, _C.SLOW, _C.PROMPT, _C.TYPOS, _C.ASKS, _C.PROMPT, _C.PROMPT, _C.SLOW, _C.TYPOS,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A simulated candidate. `quality`: 0 strong, 1 fair, 2 weak; `pace` scales how long they take."""

    id: int
    application: int
    first: str
    last: str
    phone: str
    character: Character
    quality: int = 1
    pace: float = 1.0

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.last}"

    @property
    def expected(self) -> str:
        """How their screening should end."""
        return ENDINGS.get(self.character, "completed")

    def shown(self) -> Json:
        """For the control API."""
        plain = {"id": self.id, "application": self.application, "name": self.name, "phone": self.phone}
        return plain | {"character": str(self.character), "expected": self.expected, "quality": self.quality}


@dataclass(frozen=True, slots=True)
class Say:
    """A text, and the seconds after which it is sent."""

    text: str
    after: float


def respond(person: Person, before: Sequence[str], text: str) -> list[Say]:
    """What the person texts back, given the bot's earlier texts and this one."""
    if person.character is Character.GHOST or not (is_question(text) or _owed(person, before)):
        return []
    asked = [t for t in before if is_question(t)]
    said = _in_character(person, asked, text)
    return said if said is not None else _answers(person, asked, text)


def _owed(person: Person, before: Sequence[str]) -> bool:
    """Who has asked something instead of answering still owes the answer, even if it is not asked again."""
    questions = [t for t in before if is_question(t)]
    return person.character is Character.ASKS and len(questions) == 2 and before[-1] == questions[-1]


def _in_character(person: Person, asked: Sequence[str], text: str) -> list[Say] | None:
    """What the character does instead of answering; None where it answers."""
    pause = person.pace
    match person.character, len(asked):
        case Character.WRONG_NUMBER, 0:
            return [Say(f"Wrong number, I'm not {person.first}", pause)]
        case Character.WRONG_NUMBER, _:
            return []
        case Character.STOP, 1:
            return [Say("STOP", pause)]
        case Character.PERSON, 1:
            return [Say("Can I talk to a real person please?", pause)]
        case ((Character.STOP | Character.PERSON), n) if n > 1:
            return []
        case Character.ASKS, 1:
            return [Say("How much does it pay?", pause)]
    return None


def _answers(person: Person, asked: Sequence[str], text: str) -> list[Say]:
    topic = asked_about(text) or (asked_about(asked[-1]) if asked else None)
    words = _words(person, topic, again=_was_answered(person, topic, asked))
    if person.character is Character.BURSTS and topic:
        return [Say("hmm let me think", person.pace), Say(words, 0.2)]
    return [Say(words, person.pace)]


def _was_answered(person: Person, topic: Topic | None, asked: Sequence[str]) -> bool:
    """Whether they have answered this question once; who asked back has not."""
    earlier = [asked_about(t) for i, t in enumerate(asked) if not (person.character is Character.ASKS and i == 1)]
    return topic is not None and topic in earlier


def _words(person: Person, topic: Topic | None, *, again: bool) -> str:
    if topic is None:
        return OTHERWISE
    if person.character is Character.UNQUALIFIED and topic.disqualifying:
        return "no" if again else topic.disqualifying
    if again:
        return topic.plain
    return (topic.sloppy if person.character is Character.TYPOS else topic.neat)[person.quality]


class OnTheLine:
    """A person on the telephone: speaks neatly, agrees to be recorded, and does not answer if a ghost."""

    def __init__(self, person: Person) -> None:
        self._person = person

    def picks_up(self) -> bool:
        """Whether they answer."""
        return self._person.character is not Character.GHOST

    def says(self, heard: list[str]) -> str | None:
        """What they say to what they have heard."""
        text = " ".join(heard)
        topic = asked_about(text)
        if topic:
            return topic.neat[self._person.quality]
        return OTHERWISE if is_question(text) or re.search(r"record|press 1|say yes", text, re.IGNORECASE) else None
