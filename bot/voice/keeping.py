"""How long recordings are kept: ninety days unless set otherwise, then file and row go, and their links say so."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

import structlog

from bot.storage.store import Store, Tables

log = structlog.get_logger(__name__)
KEPT: Final = 90 * 86_400_000  # ms
STRAY: Final = 86_400_000  # ms after which a file that belongs to no recording is taken for a leftover


class Keeping:
    """The loop. `kept` in ms; `on_hold` says whether a legal hold keeps the recordings of a screening."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        now: Callable[[], int],
        kept: int = KEPT,
        on_hold: Callable[[Tables, str], bool] = lambda _tables, _screening: False,
    ) -> None:
        self._store, self._folder, self._now, self._kept, self._on_hold = store, folder, now, kept, on_hold

    async def run_once(self) -> int:
        """Delete what is too old, and files that a crash left behind; answers how many files went."""
        await self._store.run(self._forget)
        known = await self._store.read(lambda t: {str(r["name"]) for r in t["recordings"].all()})
        gone = await asyncio.to_thread(self._sweep, known)
        if gone:
            log.info("recordings deleted", files=gone)
        return gone

    def _forget(self, tables: Tables) -> None:
        old = [r for r in tables["recordings"].all() if r["at"] < self._now() - self._kept]
        gone = [r.doc_id for r in old if not self._on_hold(tables, str(r["screening"]))]
        tables["recordings"].remove(doc_ids=gone)

    def _sweep(self, known: set[str]) -> int:
        """Rows go first: a file without a row is deleted here, whatever left it."""
        if not self._folder.is_dir():
            return 0
        files = [f for f in self._folder.iterdir() if f.is_file() and f.name not in known]
        old = [f for f in files if f.stat().st_mtime * 1000 < self._now() - STRAY]
        for file in old:
            file.unlink(missing_ok=True)
        return len(old)
