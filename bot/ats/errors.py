"""Tracker's errors into ours, where they enter: what each means, and whether trying again can help."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from screening.errors import Fate, PortFailed
from tracker.errors import (
    TrackerBroken,
    TrackerError,
    TrackerRateLimited,
    TrackerRefused,
    TrackerUnauthorized,
    TrackerUnreachable,
)

CLOSED_PAUSE: Final = 300.0  # seconds: only reconnecting mends it, and reconnecting tries again at once
REVOKED: Final = "Tracker refuses the access token; it was probably regenerated in Tracker, please reconnect"
OLDER: Final = "Tracker's older API refuses the API key, user name or password; please reconnect with the right ones"
FORBIDDEN: Final = (
    "Tracker does not allow it: the Tracker user whose token we use has no right to it; "
    "ask your Tracker administrator to grant it"
)


class TrackerClosed(PortFailed):
    """Tracker is not connected, or refuses our credentials: somebody has to reconnect."""


def not_connected() -> TrackerClosed:
    """What to say where Tracker is not connected."""
    said = "Tracker is not connected yet: an admin connects it with `connect`"
    return TrackerClosed(said, fate=Fate.NOT_DONE, retry_after=CLOSED_PAUSE, waits=True)


def unseen(what: str) -> PortFailed:
    """What to say where an answer was lost and the older API alone cannot tell whether a file is there."""
    said = f"{what} may be attached or not: Tracker's answer was lost, and its older API lists no files. Look there; if it is missing, push attaches it"
    return PortFailed(said, fate=Fate.REFUSED)


def closed(error: BaseException | None) -> str:
    """Which credentials Tracker refuses, in words; empty where it is something else."""
    if not isinstance(error, TrackerUnauthorized):
        return ""
    return REVOKED if error.revoked else OLDER if error.older else ""


def meaning(error: TrackerError) -> str:
    """What an error means, for a person."""
    if isinstance(error, TrackerUnauthorized):
        return closed(error) or FORBIDDEN
    if isinstance(error, TrackerRateLimited):
        return "Tracker asks us to wait"
    if isinstance(error, TrackerBroken):
        return "Tracker is broken at the moment"
    if isinstance(error, TrackerRefused):
        return f"Tracker refused it ({error.status})"
    if isinstance(error, TrackerUnreachable):
        return "Tracker did not answer"
    return "Tracker's answer makes no sense"


@contextmanager
def translated(what: str) -> Iterator[None]:
    """Raise PortFailed in place of any TrackerError; `what` says what was tried."""
    try:
        yield
    except TrackerError as error:
        raise failed(what, error) from error


def failed(what: str, error: TrackerError) -> PortFailed:
    """The same failure in our words, with its fate."""
    if why := closed(error):  # whatever was tried: one cause, told once
        return TrackerClosed(why, fate=Fate.NOT_DONE, retry_after=CLOSED_PAUSE, waits=True)
    said = f"{what}: {meaning(error)}"
    if isinstance(error, TrackerRateLimited):
        return PortFailed(said, fate=Fate.NOT_DONE, retry_after=error.retry_after or 10)
    if isinstance(error, TrackerBroken):
        return PortFailed(said, fate=Fate.UNKNOWN)
    if isinstance(error, TrackerRefused):
        return PortFailed(said, fate=Fate.REFUSED)
    if isinstance(error, TrackerUnreachable):
        return PortFailed(said, fate=Fate.UNKNOWN if error.sent else Fate.NOT_DONE)
    return PortFailed(said, fate=Fate.UNKNOWN)
