"""Whose an Activity is: the recruiter's Tracker log-in, found by the e-mail address that Slack knows of them."""

from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from bot.ats.connection import Connection
from screening.errors import PortFailed
from tracker.errors import TrackerError

log = structlog.get_logger(__name__)
KEPT: Final = 3_600_000  # ms for which Tracker's list of users is believed


class Owners:
    """Finds owners. `email_of` gives the address of a Slack user; whatever fails, the Activity is written without an owner."""

    def __init__(
        self, connection: Connection, email_of: Callable[[str], Awaitable[str]], now: Callable[[], int]
    ) -> None:
        self._connection, self._email_of, self._now = connection, email_of, now
        self._users: dict[str, int] = {}
        self._read = 0

    async def of(self, slack_user: str) -> int | None:
        """The Tracker user of a Slack user; None where there is none, or nobody can tell."""
        if not slack_user:
            return None
        try:
            email = (await self._email_of(slack_user)).strip().casefold()
            return (await self._all()).get(email) if email else None
        except (PortFailed, TrackerError) as error:
            log.warning("no owner was found for an Activity", why=str(error))
            return None

    async def _all(self) -> dict[str, int]:
        client = await self._connection.client()
        if client is not None and (not self._read or self._now() - self._read > KEPT):
            users = await client.metadata.users()
            self._users = {user.email.strip().casefold(): user.id for user in users if user.email}
            self._read = self._now()
        return self._users
