"""What may have to be done outside after a step: a closed union. Decided inside, done by the edge."""

from dataclasses import dataclass
from enum import IntEnum


class Priority(IntEnum):
    """Lower goes first."""

    REPLY = 0
    REMINDER = 5
    FIRST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLink:
    """A link to the web form. `round`: the revision it was made for, an older one is void; `life`: ms from sending."""

    round: int
    life: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DataLink:
    """A link to the page of what we hold about the candidate. `life`: ms from sending."""

    life: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """One text. `started`: we start it (window and caps apply), it answers nothing the candidate just wrote.

    `link`: the text holds the mark of a link, which is filled in when the text goes out.
    """

    message: str
    kind: str
    text: str
    question: str = ""
    turn: int = 0
    priority: Priority = Priority.REPLY
    started: bool = False
    link: FormLink | DataLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppress:
    """The number goes into the opt-out ledger, for every job and agent."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellRecruiter:
    """A message in the hiring channel; with a button to take over where a person is called for."""

    text: str
    take_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishResult:
    """The result goes to Slack and Tracker. `card`: with score and buttons; otherwise one line."""

    revision: int
    card: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """The conversation reached a point at which Tracker may want a short Activity: contacted, replied."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCall:
    """Call the candidate. `after`: the text that announces it, which must go out first. `asked`: the candidate asked for it."""

    call: int
    asked: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResume:
    """Fetch the candidate's resume and read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeekRecordings:
    """Look later for recordings of this call of which no webhook has told."""

    call: int
    sid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase:
    """The candidate asked for erasure and confirmed it: what we hold about them goes, unless a legal hold keeps it."""


Effect = ReadResume | SeekRecordings | PlaceCall | Say | Suppress | TellRecruiter | PublishResult | Milestone | Erase
