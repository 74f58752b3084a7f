"""A recruiter's decision in Tracker: the stage is moved, and the note stands as an Activity."""

from collections.abc import Awaitable, Callable

from bot.ats.connection import Connection
from bot.ats.errors import not_connected, translated
from bot.ats.owners import Owners
from bot.outbox.delivery import Delivery
from bot.results import Results
from screening.errors import Fate, PortFailed
from tracker.client import TrackerClient


class MoveDelivery:
    """Moves one application to the status that a named recruiter chose. `undo(screening, why)` follows a refusal."""

    stale_ms = 1_000

    def __init__(self, connection: Connection, results: Results, undo: Callable[[str, str], Awaitable[None]]) -> None:
        self._connection, self._results, self._undo = connection, results, undo

    async def call(self, d: Delivery) -> str:
        """Move it; an application that stands there already is left alone."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        try:
            with translated(f"moving the application to {d.payload['name']}"):
                live = await client.applications.get(r.screening.application)
                if live.status_id != d.payload["status"]:
                    await client.applications.move(r.screening.application, int(d.payload["status"]))
        except PortFailed as failure:
            if failure.fate is Fate.REFUSED:
                await self._undo(d.screening, str(failure))
            raise
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By where the application stands."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        with translated(f"application {r.screening.application}"):
            live = await client.applications.get(r.screening.application)
        return d.key if live.status_id == d.payload["status"] else None


class DecisionDelivery:
    """The recruiter's note, as a short Activity on the candidate and the job."""

    stale_ms = 4_000

    def __init__(self, connection: Connection, results: Results, owners: Owners) -> None:
        self._connection, self._results, self._owners = connection, results, owners

    async def call(self, d: Delivery) -> str:
        """Write it."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        with translated(f"the note on {d.screening}"):
            await client.activities.create(
                candidate_id=r.screening.candidate.id,
                job_id=r.screening.job.id,
                subject=_subject(d),
                note=f"{d.payload['what']} by {d.payload['by']}: {d.payload['note']}",
                user_id=await self._owners.of(str(d.payload.get("user", ""))),
            )
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By its subject."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        with translated(f"the Activities of candidate {r.screening.candidate.id}"):
            rows = await client.activities.of_candidate(r.screening.candidate.id)
        return d.key if any(row.subject == _subject(d) for row in rows) else None


def _subject(d: Delivery) -> str:
    """Names the decision, so that a writing whose answer was lost is found again."""
    return f"Decision {d.screening.removeprefix('GR-')}.{d.payload['revision']}: {d.payload['what']}"


async def _client(connection: Connection) -> TrackerClient:
    client = await connection.client()
    if client is None:
        raise not_connected()
    return client
