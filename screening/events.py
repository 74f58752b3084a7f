"""What can happen to a screening: a closed union. Time is an input."""

from dataclasses import dataclass

from screening.screening import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Began:
    """The candidate reached the trigger stage, or a recruiter began by hand; `asked`: they texted us first themselves."""

    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Texted:
    """A text came in. `pause`: milliseconds to listen for more before it is read. `media`: a picture came with it. `taken`: see Message."""

    message: str
    text: str
    pause: int = 6000
    media: bool = False
    taken: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the web form: the words as shown or typed, and the values where they were picked."""

    question: str
    words: str
    picked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A resume was read, or could not be. `why`: none (there is no file), skipped, or what keeps it from being read.

    `hidden`: words in the file that nobody would see; they are not in `text`.
    """

    file: str = ""
    text: str = ""
    hidden: tuple[str, ...] = ()
    why: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """A page of the web form came in, in the page's order."""

    fields: tuple[Field, ...]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The listening pause is over. `elsewhere`: the phone is in that screening since, so this one cannot go on."""

    elsewhere: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The optional language model proposes what texts that wait may mean."""

    proposal: Proposal


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """Twilio asks what to say next in a call. `step`: how many prompts the candidate has heard before.

    `sid`: Twilio's id of the call; `confidence` 0-1 where given; `recorded`: an answer was recorded; `machine`: voicemail.
    """

    call: int
    step: int
    sid: str
    text: str = ""
    digits: str = ""
    confidence: float | None = None
    recorded: bool = False
    machine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Twilio took the call: `sid` is its id there."""

    call: int
    sid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledIn:
    """The candidate calls us; `sid` is Twilio's id of the call."""

    sid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnded:
    """The call is over, or was never made; `how` is Twilio's word, or `failed` with the reason in `why`."""

    call: int
    how: str
    sid: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """The words of a recorded answer have come; empty where none could be made out."""

    call: int
    step: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A recording is kept and plays at `link`; without a link it will never come. `whole`: of the whole call."""

    call: int
    recording: str
    link: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A recruiter adds a recording made elsewhere; it is shown, never analysed."""

    link: str


Event = (
    Began
    | Texted
    | Read
    | Submitted
    | Settled
    | Proposed
    | Sent
    | Failed
    | Due
    | OptedOut
    | Withdrawn
    | TakenOver
    | HandedBack
    | Reopened
    | Wrote
    | Spoke
    | Called
    | CalledIn
    | CallEnded
    | Worded
    | Recorded
    | Linked
)
