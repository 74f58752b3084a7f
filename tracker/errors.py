"""Tracker's errors.

TrackerError
├ TrackerUnreachable (sent)          retry; `sent` says whether the call may have been carried out
├ TrackerMalformed                   an answer nobody can read; a write may have been carried out
└ TrackerRefused (status, body)
   ├ TrackerUnauthorized             401, 403 (revoked: the access token; older: the older API's credentials)
   ├ TrackerNotFound                 404, 405
   ├ TrackerConflict                 409
   ├ TrackerInvalid                  400, 422
   ├ TrackerRateLimited (retry_after) 429: certainly not carried out
   └ TrackerBroken                   5xx: a write may have been carried out
"""

from typing import Final

BODY_SHOWN: Final = 300
TOO_MANY: Final = 429
SERVER_FAILED: Final = 500


class TrackerError(Exception):
    """Anything that went wrong with Tracker; the message says what was tried and what came back."""


class TrackerUnreachable(TrackerError):
    """No answer; `sent` is False where the call certainly never arrived."""

    def __init__(self, message: str, *, sent: bool = True) -> None:
        super().__init__(message)
        self.sent = sent


class TrackerMalformed(TrackerError):
    """An answer that is empty, not JSON, or without what was asked for."""


class TrackerTooLarge(TrackerMalformed):
    """An answer with more bytes than were asked for."""


class TrackerRefused(TrackerError):
    """An answer of 400 or more; `status` and the beginning of `body` as they came."""

    def __init__(self, status: int, body: str = "", *, what: str = "Tracker") -> None:
        shown = " ".join(body.split())[:BODY_SHOWN]
        super().__init__(f"{what}: {status} {shown}".rstrip())
        self.status = status
        self.body = body


class TrackerUnauthorized(TrackerRefused):
    """401 or 403. Neither flag: these rights do not reach that far.

    `revoked`: the exchange refused the access token itself; `older`: the older API refused its own credentials.
    """

    def __init__(
        self, status: int, body: str = "", *, what: str = "Tracker", revoked: bool = False, older: bool = False
    ) -> None:
        super().__init__(status, body, what=what)
        self.revoked = revoked
        self.older = older


class TrackerNotFound(TrackerRefused):
    """404, or 405: this record or this path does not exist."""


class TrackerConflict(TrackerRefused):
    """409, or the older API's "record found and cannot be overwritten"."""


class TrackerInvalid(TrackerRefused):
    """400 or 422, or a write that was accepted and did not take."""


class TrackerRateLimited(TrackerRefused):
    """429; `retry_after` in seconds where Tracker named it."""

    def __init__(
        self,
        status: int,
        body: str = "",
        *,
        what: str = "Tracker",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(status, body, what=what)
        self.retry_after = retry_after


class TrackerBroken(TrackerRefused):
    """5xx: Tracker itself failed."""


BY_STATUS: Final[dict[int, type[TrackerRefused]]] = {
    400: TrackerInvalid,
    401: TrackerUnauthorized,
    403: TrackerUnauthorized,
    404: TrackerNotFound,
    405: TrackerNotFound,
    409: TrackerConflict,
    422: TrackerInvalid,
}


def refusal(status: int, body: str, *, what: str, retry_after: float | None = None) -> TrackerRefused:
    """The error for an answer of 400 or more."""
    if status == TOO_MANY:
        return TrackerRateLimited(status, body, what=what, retry_after=retry_after)
    if status >= SERVER_FAILED:
        return TrackerBroken(status, body, what=what)
    return BY_STATUS.get(status, TrackerRefused)(status, body, what=what)
