"""Screening: one candidate's way through one script. Frozen: each change makes a new one."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from screening.calls import Call
from screening.people import Candidate, Opportunity
from screening.understanding.reading import Value


class Status(StrEnum):
    """Where a screening stands."""

    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    KNOCKED_OUT = "knocked_out"
    OPTED_OUT = "opted_out"
    NOT_INTERESTED = "not_interested"
    WRONG_NUMBER = "wrong_number"
    HUMAN_REQUESTED = "human_requested"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"


DECIDABLE = frozenset({Status.COMPLETED, Status.KNOCKED_OUT, Status.HUMAN_REQUESTED})
UNSCORED = frozenset({Status.OPTED_OUT, Status.HUMAN_REQUESTED, Status.WRONG_NUMBER, Status.UNREACHABLE})


class Who(StrEnum):
    """Who said a message."""

    BOT = "bot"
    CANDIDATE = "candidate"
    RECRUITER = "recruiter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What we understood, recorded once: a reading is a fact. `at` is milliseconds UTC."""

    question: str
    value: Value
    quote: str
    message: str
    rule: str
    confidence: float
    engine: str
    at: int
    channel: str = "sms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing said. `at`: when it was sent or received, milliseconds UTC; `state`: queued, sent, failed, dropped, received.

    `taken`: when Twilio took a text that we found later in its list, in ms UTC and whole seconds; 0 where it was heard at once.
    """

    id: str
    who: Who
    text: str
    at: int
    kind: str = ""
    question: str = ""
    state: str = "received"
    settled: bool = True
    channel: str = "sms"
    taken: int = 0

    @property
    def said_at(self) -> int:
        """When the candidate said it, as well as we know."""
        return self.taken or self.at

    @property
    def said_by(self) -> int:
        """The last moment at which they can have said it: Twilio's list drops the fractions of a second."""
        return self.taken + 999 if self.taken else self.at


def as_one(messages: Iterable[Message]) -> str:
    """The texts of several messages, read as one."""
    return "\n".join(m.text for m in messages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a language model makes of texts that wait: an answer's value or a prepared question's index, with a quote."""

    question: str
    texts: tuple[str, ...]
    quote: str
    value: str = ""
    faq: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """One candidate's way through one script. Instants are milliseconds UTC."""

    id: str
    script: str  # the script's hash
    agent: str
    brand: str
    candidate: Candidate
    job: Opportunity
    language: str
    zone: str
    began_at: int
    application: int = 0
    status: Status = Status.IN_PROGRESS
    reason: str = ""
    turn: int = 0
    open_question: str = ""
    asked_again: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    messages: tuple[Message, ...] = ()
    settle_at: int | None = None
    remind_at: int | None = None
    resume_at: int | None = None
    expire_at: int | None = None
    first_sent_at: int | None = None
    reminders: int = 0
    taken_over: bool = False
    revision: int = 0
    decided: str = ""
    step: int = 0  # index into the script's steps
    by_text: bool = False  # the present step goes on by text: its own way failed or was not wanted
    links: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()
    pending: tuple[str, ...] = ()  # questions answered by voice whose words have not come yet
    call_at: int | None = None
    publish_at: int | None = None
    chain: str = ""  # head of the audit chain, and how many links it has
    chained: int = 0
    proposal: Proposal | None = None
    unscored: str = ""  # why nothing is scored: answers are kept, no points, no knock-out, no recommendation

    @property
    def open(self) -> bool:
        """Whether the conversation goes on."""
        return self.status is Status.IN_PROGRESS

    @property
    def undecided(self) -> bool:
        """Whether it ended in something to decide, and nobody has."""
        return self.status in DECIDABLE and not self.decided

    @property
    def due(self) -> int | None:
        """The next instant at which something is due; reminders and the end wait until what was texted is read."""
        of_the_turn = (self.remind_at, self.resume_at, self.expire_at) if self.settle_at is None else (self.settle_at,)
        return min((t for t in (*of_the_turn, self.call_at, self.publish_at) if t is not None), default=None)

    def answer(self, question: str) -> Answer | None:
        """The answer to that question."""
        return next((a for a in self.answers if a.question == question), None)

    def message(self, id: str) -> Message | None:
        """The message of that id."""
        return next((m for m in self.messages if m.id == id), None)

    @property
    def last_heard(self) -> int | None:
        """When the candidate last said something, as well as we know; None where they never did."""
        return max((m.said_at for m in self.messages if m.who is Who.CANDIDATE), default=None)

    def waiting(self) -> tuple[Message, ...]:
        """The candidate's texts that nobody has read yet, as they were written; within a second, as they came."""
        unread = (m for m in self.messages if m.who is Who.CANDIDATE and not m.settled)
        return tuple(sorted(unread, key=lambda m: m.said_at // 1000))

    def having(self, **changes: Any) -> "Screening":
        """The same screening with these changes."""
        return replace(self, **changes)

    def with_answer(self, answer: Answer) -> "Screening":
        """With this answer in place of an earlier one to the same question."""
        rest = tuple(a for a in self.answers if a.question != answer.question)
        return replace(self, answers=(*rest, answer), unclear=tuple(k for k in self.unclear if k != answer.question))

    def with_message(self, message: Message) -> "Screening":
        """With one more message, or that message changed."""
        if self.message(message.id) is None:
            return replace(self, messages=(*self.messages, message))
        return replace(self, messages=tuple(message if m.id == message.id else m for m in self.messages))

    def call(self, number: int) -> Call | None:
        """The call of that number."""
        return next((c for c in self.calls if c.number == number), None)

    def with_call(self, call: Call) -> "Screening":
        """With one more call, or that call changed."""
        if self.call(call.number) is None:
            return replace(self, calls=(*self.calls, call))
        return replace(self, calls=tuple(call if c.number == call.number else c for c in self.calls))

    @property
    def awaits_recordings(self) -> bool:
        """Whether a call goes on, or words or recordings of one are still to come."""
        return bool(self.pending) or any(c.waited_for for c in self.calls)

    def quiet(self) -> "Screening":
        """Without any timer."""
        return replace(self, settle_at=None, remind_at=None, resume_at=None, expire_at=None, call_at=None)

    def ended(self, status: Status, reason: str = "") -> "Screening":
        """Ended: no timer runs any more."""
        return replace(self.quiet(), status=status, reason=reason, open_question=self.open_question)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a named recruiter decided about a result."""

    what: str
    by: str
    at: int
    note: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
