"""Retention: what is older than its class allows goes, unless a legal hold keeps it; a dry run only says what would go."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import structlog

from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from bot.subjects.erase import erase, filed, forgotten, on_hold, purge, remove_files
from bot.subjects.held import Held, held, held_screening
from screening.duties.retention import DAY, Keep, is_past
from screening.screening import Status

log = structlog.get_logger(__name__)
BY: Final = "the retention rules"
LAST_RUN: Final = "retained"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is past its time. `people`: candidates all of whose screenings are; `single`: screenings of others; `kept`: on hold."""

    people: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    recordings: int = 0
    strangers: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.people or self.single or self.strangers or self.notes)

    def words(self, keep: Keep) -> str:
        """The plan as a table of classes."""
        kept = f"; {len(self.kept)} more are kept by a legal hold: {', '.join(self.kept[:20])}" if self.kept else ""
        return (
            f"screenings ({keep.screenings} days): {len(self.single)} past their time, and all of {len(self.people)} people{kept}\n"
            f"recordings ({keep.recordings} days): {self.recordings} past their time\n"
            f"never screened ({keep.strangers} days): {len(self.strangers)} numbers, {len(self.notes)} notes past their time"
        )


def plan(records: Repositories, keep: Keep, now: int) -> Plan:
    """What is past its time at `now` (ms UTC)."""
    people: dict[int, list[tuple[str, bool]]] = {}
    for row in records.tables["screenings"].all():
        over = row["data"]["status"] != Status.IN_PROGRESS and is_past(_last(row), keep.screenings, now)
        people.setdefault(int(row["candidate"]), []).append((str(row["gr"]), over))
    past = {c: [gr for gr, over in mine if over] for c, mine in people.items() if any(over for _, over in mine)}
    holds = {c for c in past if on_hold(records, c)}
    whole = {c for c in past if len(past[c]) == len(people[c])} - holds
    recordings = [r for r in records.tables["recordings"].all() if is_past(int(r["at"]), keep.recordings, now)]
    return Plan(
        people=tuple(sorted(str(c) for c in whole)),
        single=tuple(sorted(gr for c in past if c not in whole | holds for gr in past[c])),
        kept=tuple(sorted(gr for c in holds for gr in past[c])),
        recordings=len(recordings),
        strangers=_strangers(records.tables, keep, now),
        notes=_notes(records.tables, set(people), keep, now),
    )


def _last(row: Any) -> int:
    """When something last happened in a screening."""
    return max((int(m["at"]) for m in row["data"]["messages"]), default=int(row["began_at"]))


def _strangers(tables: Tables, keep: Keep, now: int) -> tuple[str, ...]:
    """Numbers that texted us, were never screened, and have been silent for long."""
    known = {row["phone"] for row in tables["screenings"].all()} | {row["phone"] for row in tables["queue"].all()}
    last: dict[str, int] = {}
    for row in tables["texts"].all():
        if row["phone"] and row["phone"] not in known:
            last[row["phone"]] = max(int(row["at"]), last.get(row["phone"], 0))
    return tuple(sorted(phone for phone, at in last.items() if is_past(at, keep.strangers, now)))


def _notes(tables: Tables, screened: set[int], keep: Keep, now: int) -> tuple[int, ...]:
    notes = [n for n in tables["notes"].all() if int(n["candidate"]) not in screened]
    return tuple(n.doc_id for n in notes if is_past(int(n["at"]), keep.strangers, now))


class Retaining:
    """Does what the plan says, one person in one transaction."""

    def __init__(
        self, store: Store, records: Callable[[Tables], Repositories], keep: Keep, data: Path, now: Callable[[], int]
    ) -> None:
        self._store, self._records, self._keep, self._data, self._now = store, records, keep, data, now

    async def run_once(self) -> int:
        """Once a day; answers how many people and screenings went."""
        today = self._now() // DAY
        done = await self._store.read(lambda t: self._records(t).value(LAST_RUN).get("day"))
        if done == today:
            return 0
        found = await self.retain()
        await self._store.run(lambda t: self._records(t).set_value(LAST_RUN, day=today))
        return len(found.people) + len(found.single)

    async def planned(self) -> Plan:
        """What would go now."""
        return await self._store.read(lambda t: plan(self._records(t), self._keep, self._now()))

    async def retain(self) -> Plan:
        """Let go of what is past its time; recordings have a loop of their own."""
        found = await self.planned()
        goes = found.people or found.strangers or found.single
        files = await asyncio.to_thread(filed, self._data) if goes else {}  # once, however many go
        for candidate in (*found.people, *found.strangers):
            await self._files(await self._store.read(partial(held, candidate=candidate)), files)
            await self._store.run(partial(self._erase, candidate))
        for id in found.single:
            await self._files(await self._store.read(partial(held_screening, id=id)), files)
            await self._store.run(partial(self._purge, id))
        if found.notes:
            await self._store.run(lambda t: t["notes"].remove(doc_ids=list(found.notes)))
        if not found.empty:
            await forgotten(self._store)
            log.info(
                "retention", people=len(found.people), screenings=len(found.single), strangers=len(found.strangers)
            )
        return found

    async def _files(self, found: Held, files: Mapping[Path, str]) -> None:
        await asyncio.to_thread(remove_files, found, self._data, files)

    def _erase(self, candidate: str, tables: Tables) -> None:
        erase(self._records(tables), candidate, self._now(), BY)

    def _purge(self, id: str, tables: Tables) -> None:
        purge(self._records(tables), id, self._now(), BY)
