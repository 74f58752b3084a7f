"""The open jobs for typing ahead: read once, kept for two minutes, read anew behind the back of whoever types."""

import asyncio
from dataclasses import dataclass, field
from typing import Final

from bot.ats.shapes import Job, TrackerClient, TrackerError

FRESH: Final = 120_000  # ms


@dataclass(slots=True)
class OpenJobs:
    """One reading at a time; several who type wait for the same one."""

    _rows: list[Job] | None = None
    _read_at: int = 0
    _of: TrackerClient | None = None
    _reading: "asyncio.Task[list[Job]] | None" = field(default=None, repr=False)

    async def rows(self, client: TrackerClient, now: int) -> list[Job]:
        """The open jobs as of the last two minutes; older ones are shown while they are read anew. Raises TrackerError."""
        if client is not self._of:
            self._rows, self._of = None, client
        if self._rows is not None and now - self._read_at < FRESH:
            return self._rows
        reading = self._begin(client, now)
        if self._rows is not None:
            return self._rows
        return await asyncio.shield(reading)

    def _begin(self, client: TrackerClient, now: int) -> "asyncio.Task[list[Job]]":
        if self._reading is None or self._reading.done():
            self._reading = asyncio.get_running_loop().create_task(self._read(client, now))
            self._reading.add_done_callback(_noticed)
        return self._reading

    async def _read(self, client: TrackerClient, now: int) -> list[Job]:
        found = await client.jobs.open()
        if client is self._of:
            self._rows, self._read_at = found, now
        return found


def _noticed(reading: "asyncio.Task[list[Job]]") -> None:
    """A failure that nobody waits for is told at the next reading."""
    if not reading.cancelled() and isinstance(reading.exception(), TrackerError):
        return
