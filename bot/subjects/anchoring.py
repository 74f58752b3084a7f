"""Making and reading the daily anchors over all audit chains."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Final

import structlog

from bot.storage.store import Store, Tables
from screening.anchor import Anchor, Head, next_anchor
from screening.duties.retention import DAY

log = structlog.get_logger(__name__)
BATCH: Final = 5_000  # links in one anchor


class Anchoring:
    """The loop: one anchor a day, more where very much happened."""

    def __init__(self, store: Store, now: Callable[[], int]) -> None:
        self._store, self._now = store, now

    async def run_once(self) -> int:
        """Anchor what has grown since yesterday's anchor; answers how many anchors were made. Their roots are logged."""
        made = 0
        while anchor := await self._store.run(partial(anchored, now=self._now(), again=made > 0)):
            day = datetime.fromtimestamp(anchor.at / 1000, UTC).strftime("%Y-%m-%d")
            log.info("audit chains anchored", day=day, number=anchor.number, chains=len(anchor.heads), root=anchor.root)
            made += 1
        return made


def anchored(tables: Tables, now: int, *, again: bool = False) -> Anchor | None:
    """The next anchor, saved; None where today has one (unless `again`), or nothing has grown."""
    before = _latest(tables)
    if before is not None and before.at // DAY == now // DAY and not again:
        return None
    fresh = tables["chain"].due("fresh", now, BATCH)
    if not fresh:
        return None
    heads: dict[str, Head] = {}
    for row in sorted(fresh, key=lambda r: r["number"]):
        heads[row["screening"]] = (row["screening"], row["number"], row["head"])
    anchor = next_anchor(before, now, list(heads.values()))
    doc = {"number": anchor.number, "at": anchor.at, "heads": [list(h) for h in anchor.heads], "root": anchor.root}
    tables["anchors"].insert(doc)
    tables["chain"].update({"fresh": None}, doc_ids=[row.doc_id for row in fresh])
    return anchor


def all_anchors(tables: Tables) -> list[Anchor]:
    """Every anchor, in order."""
    return [_anchor(row) for row in sorted(tables["anchors"].all(), key=lambda r: r["number"])]


def _latest(tables: Tables) -> Anchor | None:
    newest = tables["anchors"].newest(1)
    return _anchor(newest[0]) if newest else None


def _anchor(row: dict[str, object]) -> Anchor:
    heads = tuple((str(g), int(n), str(h)) for g, n, h in row["heads"])  # type: ignore[attr-defined]
    return Anchor(number=int(str(row["number"])), at=int(str(row["at"])), heads=heads, root=str(row["root"]))
