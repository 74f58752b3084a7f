"""What can happen to a screening: a closed union. Time is an input."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Began:
    """The candidate reached the trigger stage, or a recruiter began by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texted:
    """A text came in. `pause`: milliseconds to listen for more before it is read. `media`: a picture came with it."""

    message: str
    text: str
    pause: int = 6000
    media: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the web form: the words as shown or typed, and the values where they were picked."""

    question: str
    words: str
    picked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A page of the web form came in, in the page's order."""

    fields: tuple[Field, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The listening pause is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One of our texts went out."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """One of our texts will never go out, and why. `bad_number`: the number itself is at fault."""

    message: str
    why: str
    bad_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A timer of this turn is due: remind, resume or expire."""

    kind: str
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OptedOut:
    """The number asked to be left alone. `confirm`: whether we may confirm it once (never after a keyword)."""

    why: str
    confirm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """Stopped from our side: by a recruiter, left the stage, job closed, unmapped, number changed."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """A recruiter writes in the candidate's thread."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedBack:
    """The bot goes on where it was."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A recruiter asks one question again."""

    question: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    """A recruiter's own words to the candidate."""

    text: str
    by: str
    message: str


Event = (
    Began
    | Texted
    | Submitted
    | Settled
    | Sent
    | Failed
    | Due
    | OptedOut
    | Withdrawn
    | TakenOver
    | HandedBack
    | Reopened
    | Wrote
)
