"""Calls: what was said in each call of a voice step, prompt by prompt, so that a repeated webhook gets the same words."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class CallState(StrEnum):
    """Where a call stands."""

    ORDERED = "ordered"
    TALKING = "talking"
    OVER = "over"
    CANCELLED = "cancelled"


class Listen(StrEnum):
    """What follows the words of a prompt."""

    CONSENT = "consent"
    SPEECH = "speech"
    RECORD = "record"
    HANG_UP = "hang_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One turn of ours in a call. `record`: the recording of the whole call begins with it."""

    words: tuple[str, ...]
    listen: Listen
    question: str = ""
    language: str = "en"
    digits: int = 0  # how many keys are awaited; 0: until the hash key
    hints: tuple[str, ...] = ()
    record: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call. `number` counts from 1; `asked`: the candidate asked for it, `joined`: and made it. Instants are ms UTC."""

    number: int
    at: int
    asked: bool = False
    joined: bool = False
    state: CallState = CallState.ORDERED
    sid: str = ""
    ended: str = ""  # Twilio's word: completed, busy, no-answer, failed, canceled; or machine, lost
    consent: str = ""  # yes, no or nothing said
    consent_at: int | None = None
    prompts: tuple[Prompt, ...] = ()
    silences: int = 0  # replies in a row in which nothing was heard
    recordings: int = 0  # how many are expected
    arrived: tuple[str, ...] = ()  # Twilio's ids of those that are kept, or will never come

    def having(self, **changes: Any) -> "Call":
        """The same call with these changes."""
        return replace(self, **changes)

    @property
    def waited_for(self) -> bool:
        """Whether it goes on, or recordings of it are still to come."""
        return self.state is CallState.TALKING or (self.consent == "yes" and len(self.arrived) < self.recordings)
