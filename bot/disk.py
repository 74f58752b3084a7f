"""Watching the store itself: a full disk or a database that is away is told to people, past the store that cannot be written."""

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import structlog

from bot.errors import StoreError
from bot.slack.post import SlackPost
from bot.slack.text import escape
from bot.storage.store import Store, Tables
from bot.storage.values import keep_value
from screening.errors import PortFailed

log = structlog.get_logger(__name__)
EVERY: Final = 10.0  # seconds
SCARCE: Final = 200_000_000  # bytes of room on the disk below which it is told


class StoreWatch:
    """The loop that writes a mark, and says so in Slack where it cannot; one message, changed when all is well again."""

    def __init__(
        self,
        store: Store,
        path: Path | None,
        post: SlackPost,
        places: Callable[[], Awaitable[list[str]]],
        now: Callable[[], int],
        *,
        free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free,
    ) -> None:
        self._store, self._path, self._post, self._places, self._now = store, path, post, places, now
        self._free = free
        self._said: list[tuple[str, str]] = []
        self._trouble = ""

    async def run_once(self) -> None:
        """Write, look at the room that is left, and tell what changed. StoreError where it cannot be written."""
        try:
            await self._store.run(lambda t: _mark(t, self._now()))
        except StoreError as error:
            await self._tell(f"Nothing can be saved: {error}. Candidates' texts wait at Twilio until it can.")
            raise
        await self._tell(self._scarce())

    def _scarce(self) -> str:
        if self._path is None:
            return ""
        room = self._free(self._path)
        return f"The disk of {self._path.name} has only {room // 1_000_000} MB left." if room < SCARCE else ""

    async def _tell(self, trouble: str) -> None:
        if bool(trouble) == bool(self._trouble):
            return
        try:
            await (self._warn(trouble) if trouble else self._all_clear())
        except PortFailed as error:
            log.error("the state of the store could not be told in Slack", why=str(error), trouble=trouble)
            return
        self._trouble = trouble

    async def _warn(self, trouble: str) -> None:
        log.error("store", trouble=trouble)
        text = f":warning: {escape(trouble)}"
        self._said = [await self._post.post(place, text, [], metadata="ops:store") for place in await self._places()]

    async def _all_clear(self) -> None:
        for channel, ts in self._said:
            await self._post.update(channel, ts, f"Mended: {escape(self._trouble)}", [])
        self._said = []


def _mark(tables: Tables, now: int) -> None:
    keep_value(tables, "written", at=now)
