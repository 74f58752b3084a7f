"""The engine's errors.

ScreeningError
├ ScriptInvalid (problems)
├ NotFound
├ Refused
│  ├ AlreadyScreening
│  └ CandidateOptedOut
├ StaleScreening
└ PortFailed (fate)
"""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What is known about an outside call that failed."""

    NOT_DONE = "not_done"  # try again later
    REFUSED = "refused"  # tell the recruiter
    UNKNOWN = "unknown"  # look before trying again


class ScreeningError(Exception):
    """Anything the engine refuses; the message is for the person who reads it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem found in a script; `line` is 1-based, 0 where none fits; an `error` forbids publishing."""

    line: int
    message: str
    error: bool = True

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


class ScriptInvalid(ScreeningError):
    """A script with at least one error; `problems` holds every one found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(p) for p in problems))
        self.problems = problems


class NotFound(ScreeningError):
    """Nothing has that id."""


class Refused(ScreeningError):
    """A rule said no; the message says why."""


class AlreadyScreening(Refused):
    """This phone has an open screening."""


class CandidateOptedOut(Refused):
    """This phone asked to be left alone."""


class StaleScreening(ScreeningError):
    """The screening has moved on since the caller looked."""


class PortFailed(ScreeningError):
    """An outside call failed; `fate` says what is known about its effect, `retry_after` (s) when to try again.

    `waits`: only a person can mend the cause, so that it is told at once, and tried again until somebody has.
    """

    def __init__(self, message: str, *, fate: Fate, retry_after: float | None = None, waits: bool = False) -> None:
        super().__init__(message)
        self.fate = fate
        self.retry_after = retry_after
        self.waits = waits
