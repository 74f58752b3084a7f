"""How long to wait before trying again, if at all: arithmetic on attempt and outcome."""

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from tracker.errors import (
    TrackerBroken,
    TrackerError,
    TrackerMalformed,
    TrackerRateLimited,
    TrackerUnreachable,
)

TRIES: Final = 3
LIMITED_TRIES: Final = 6
FIRST_PAUSE: Final = 0.5
LIMITED_PAUSE: Final = 5.0
LONGEST_WAIT: Final = 120.0
RETRIED_READS: Final = (TrackerUnreachable, TrackerBroken, TrackerMalformed)


def pause(attempt: int, error: TrackerError, *, reads: bool) -> float | None:
    """Seconds before the next try after failed try number `attempt` (from 1); None: give up.

    A refused 429 was not carried out, so it is waited out for writes too; everything else is
    tried again for reads alone.
    """
    if isinstance(error, TrackerRateLimited):
        return _limited(attempt, error.retry_after)
    if reads and isinstance(error, RETRIED_READS) and attempt < TRIES:
        return FIRST_PAUSE * float(2 ** (attempt - 1))
    return None


def _limited(attempt: int, asked: float | None) -> float | None:
    wait = LIMITED_PAUSE * attempt if asked is None else asked
    return wait if attempt < LIMITED_TRIES and wait <= LONGEST_WAIT else None


def seconds(header: str | None, now: datetime | None = None) -> float | None:
    """A Retry-After header as seconds: a number, or a date."""
    if not header:
        return None
    try:
        value = float(header)
    except ValueError:
        return _until(header, now or datetime.now(UTC))
    return max(0.0, value) if math.isfinite(value) else None


def moment(header: str) -> float | None:
    """A date in a header as seconds since the epoch; None where it is none."""
    try:
        then = parsedate_to_datetime(header)
    except ValueError:
        return None
    return (then if then.tzinfo else then.replace(tzinfo=UTC)).timestamp()


def _until(header: str, now: datetime) -> float | None:
    then = moment(header)
    return None if then is None else max(0.0, then - now.timestamp())
