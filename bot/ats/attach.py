"""A resume that was handed in by the form, attached to the candidate in Tracker; then it is gone from our disk."""

import asyncio
from pathlib import Path

from bot.ats.connection import Connection
from bot.ats.errors import not_connected, translated, unseen
from bot.outbox.delivery import Delivery
from bot.results import Results
from screening.errors import Fate, PortFailed
from tracker.client import TrackerClient


class AttachDelivery:
    """Found again by its file name, which is ours alone."""

    stale_ms = 1_000

    def __init__(self, connection: Connection, results: Results, folder: Path) -> None:
        self._connection, self._results, self._folder = connection, results, folder

    async def call(self, d: Delivery) -> str:
        """Attach it."""
        client, r, path = await self._client(), await self._results.of(d.screening), self._path(d)
        try:
            data = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            raise PortFailed(f"the resume of {d.screening} is no longer on the disk", fate=Fate.REFUSED) from error
        with translated(f"the resume of {d.screening}"):
            await client.documents.attach(r.screening.candidate.id, path.name, data, kind="resume")
        await asyncio.to_thread(path.unlink, missing_ok=True)
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By its file name."""
        client, r, path = await self._client(), await self._results.of(d.screening), self._path(d)
        if not client.has_token:
            raise unseen(f"the resume of {d.screening}")
        with translated(f"the files of candidate {r.screening.candidate.id}"):
            found = await client.documents.of_candidate(r.screening.candidate.id)
        if not any(x.filename == path.name for x in found):
            return None
        await asyncio.to_thread(path.unlink, missing_ok=True)
        return d.key

    def _path(self, d: Delivery) -> Path:
        return self._folder / Path(str(d.payload["file"])).name

    async def _client(self) -> TrackerClient:
        client = await self._connection.client()
        if client is None:
            raise not_connected()
        return client
