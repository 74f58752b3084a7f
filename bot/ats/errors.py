"""Tracker's errors into ours, where they enter."""

from collections.abc import Iterator
from contextlib import contextmanager

from screening.errors import Fate, PortFailed
from tracker.errors import (
    TrackerBroken,
    TrackerError,
    TrackerRateLimited,
    TrackerRefused,
    TrackerUnauthorized,
    TrackerUnreachable,
)


class TrackerClosed(PortFailed):
    """Tracker is not connected, or refuses our token."""


@contextmanager
def translated(what: str) -> Iterator[None]:
    """Raise PortFailed in place of any TrackerError; `what` says what was tried."""
    try:
        yield
    except TrackerUnauthorized as error:
        raise TrackerClosed(
            f"{what}: Tracker refuses the token; it was probably regenerated, please reconnect",
            fate=Fate.NOT_DONE,
            retry_after=30,
        ) from error
    except TrackerRateLimited as error:
        raise PortFailed(
            f"{what}: Tracker asks us to wait", fate=Fate.NOT_DONE, retry_after=error.retry_after or 10
        ) from error
    except TrackerBroken as error:
        raise PortFailed(f"{what}: Tracker is broken at the moment", fate=Fate.UNKNOWN) from error
    except TrackerRefused as error:
        raise PortFailed(f"{what}: Tracker refused it ({error.status})", fate=Fate.REFUSED) from error
    except TrackerUnreachable as error:
        fate = Fate.UNKNOWN if error.sent else Fate.NOT_DONE
        raise PortFailed(f"{what}: Tracker did not answer", fate=fate) from error
    except TrackerError as error:
        raise PortFailed(f"{what}: Tracker's answer makes no sense", fate=Fate.UNKNOWN) from error
