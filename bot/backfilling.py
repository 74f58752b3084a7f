"""The loop over confirmed backfills: so many people a turn, progress in one message, taken up again after a restart."""

import contextlib
import time
from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import replace
from functools import partial
from typing import Any, Final

import msgspec
import structlog

from bot.ats.connection import Connection
from bot.ats.enrol import Enrolling, standing_on
from bot.ats.errors import translated
from bot.ats.finding import Finding
from bot.ats.read import job_from
from bot.ats.shapes import TrackerClient
from bot.ats.watch import Watcher
from bot.backfill_rows import (
    LIST_KEPT,
    LISTS,
    MOST_LEFT,
    RUNNING,
    change,
    done_of,
    drop_list,
    how_many,
    left_out,
    name_of,
)
from bot.differences import Differs, keep_difference, order_differences
from bot.settings import Settings
from bot.slack import cards
from bot.slack.blocks import Block
from bot.slack.faults import MessageGone
from bot.slack.post import SlackPost
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping
from screening.errors import Fate, PortFailed
from screening.intake import SENTENCES, Arrival, Taken, take
from screening.people import Opportunity
from screening.roster import Person

log = structlog.get_logger(__name__)
FOUND_PAGES: Final = 5  # turned for each key of each person of a list
TURN: Final = 2.0  # seconds of one turn, so that progress is edited no oftener


class Backfilling:
    """Each person is taken in a transaction that also moves the place where we are: none twice, none left out."""

    def __init__(
        self,
        *,
        store: Store,
        connection: Connection,
        watcher: Watcher,
        settings: Settings,
        post: SlackPost,
        records: Callable[[Tables], Repositories],
        now: Callable[[], int],
    ) -> None:
        self._store, self._connection, self._watcher = store, connection, watcher
        self._settings, self._post, self._records, self._now = settings, post, records, now
        finding = Finding(store, records, settings.country, now, pages=FOUND_PAGES)
        self._enrolling = Enrolling(watcher, finding, settings)
        self._on_job: tuple[str, dict[int, int]] = ("", {})

    async def run_once(self) -> int:
        """One turn of every backfill under way; answers how many people were taken."""
        tokens, lists = await self._store.read(
            lambda t: (self._records(t).value(RUNNING).get("tokens", []), self._records(t).value(LISTS).get("kept", {}))
        )
        old = [token for token, at in lists.items() if self._now() - at > LIST_KEPT and token not in tokens]
        if old:
            await self._store.run(lambda t: self._drop(t, old))
        return sum([await self._turn(token) for token in tokens])

    async def _turn(self, token: str) -> int:
        row = await self._store.read(lambda t: self._records(t).value(token))
        mapping = await self._store.read(lambda t: self._records(t).mapping(int(row["job"])))
        if mapping is None or not mapping.active:
            return await self._end(token, row, f"Backfill of job {row['job']} stopped: the job is no longer mapped.")
        if row.get("cancelled"):
            return await self._end(token, row, f"{name_of(mapping, row)} was cancelled: {done_of(row)}.")
        client = await self._connection.client()
        if client is None:
            return 0
        try:
            with translated(f"job {mapping.job}"):
                added = await self._some(client, mapping, token, row)
        except PortFailed as failure:
            log.warning("backfill waits", job=mapping.job, why=str(failure))
            return 0
        row = await self._store.read(lambda t: self._records(t).value(token))
        if row["next"] >= how_many(row):
            await self._end(token, row, f"{name_of(mapping, row)} is done: {done_of(row)}.{left_out(row)}")
        else:
            await self._show(token, row, f"{name_of(mapping, row)}: {row['next']} of {how_many(row)} looked at…")
        return added

    async def _some(self, client: TrackerClient, mapping: Mapping, token: str, row: dict[str, Any]) -> int:
        """As many as fit into a turn."""
        job = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
        began, added = time.monotonic(), 0
        standing = await self._standing(client, mapping.job, token) if row.get("people") else {}
        for place in range(int(row["next"]), how_many(row)):
            if row.get("people"):
                person = msgspec.convert(row["people"][place], Person)
                added += await self._enrol(client, mapping, job, token, place, person, standing)
            else:
                added += await self._one(client, mapping, job, token, place, row["applications"][place])
            if time.monotonic() - began > TURN:
                break
        return added

    async def _standing(self, client: TrackerClient, job: int, token: str) -> dict[int, int]:
        """Who is on the job; read once for a list, however many turns it takes."""
        known, found = self._on_job
        if known != token:
            found = await standing_on(client, job)
            self._on_job = token, found
        return found

    async def _enrol(
        self, client: TrackerClient, mapping: Mapping, job: Opportunity, token: str, place: int, person: Person,
        standing: dict[int, int],
    ) -> int:  # fmt: skip
        """One line of a list; its steps are kept, so that a restart makes nobody twice."""
        row = await self._store.read(lambda t: self._records(t).value(token))
        kept = row.get("step", {})

        async def keep(done: MappingOf[str, int]) -> None:
            await self._store.run(lambda t: change(self._records(t), token, step={**kept, **done}))

        found = await self._enrolling.arrival(client, mapping, job, person, kept, keep, standing)

        if isinstance(found, str):
            return await self._store.run(lambda t: self._take(t, token, place, None, line=person.line, why=found))
        words = f"line {person.line} of a list that <@{row['by']}> uploaded says: {person.opted_in}"
        arrival = replace(found.arrival, opted_in=words if person.opted_in else "")
        differs = found.differs
        return await self._store.run(lambda t: self._take(t, token, place, arrival, line=person.line, differs=differs))

    async def _one(
        self, client: TrackerClient, mapping: Mapping, job: Opportunity, token: str, place: int, application: int
    ) -> int:
        read = await self._watcher.read_one(client, mapping, application, job)
        arrival = read.arrival if read is not None and read.status in mapping.statuses else None

        return await self._store.run(lambda t: self._take(t, token, place, arrival))

    def _take(
        self, tables: Tables, token: str, place: int, arrival: Arrival | None, *, line: int = 0, why: str = "",
        differs: Differs | None = None,
    ) -> int:  # fmt: skip
        """Take whoever stands at that place and move on. `line`: of a list, so that who is left out is named, and why."""
        records = self._records(tables)
        row = records.value(token)
        if row["next"] != place or row.get("cancelled"):
            return 0
        explicit = self._settings.consent == "explicit"
        taken = take(records, arrival, self._now(), explicit_consent=explicit) if arrival else None
        one = int(taken in (Taken.STARTED, Taken.WAITING))
        why = SENTENCES[taken] if taken is not None and not one else why
        left = [*row.get("left", []), *([[line, why]] if line and why else [])]
        change(records, token, next=place + 1, added=row["added"] + one, step={}, left=left[:MOST_LEFT])
        if differs and arrival:
            keep_difference(records, token, line, arrival, differs)
        return one

    async def _show(self, token: str, row: dict[str, Any], text: str) -> None:
        """The one message, with Cancel; a failure is made good by the next turn."""
        try:
            await self._put(token, row, *cards.progress(text, token))
        except PortFailed as failure:
            log.warning("progress not shown", why=str(failure))

    async def _put(self, token: str, row: dict[str, Any], text: str, blocks: list[Block]) -> None:
        channel, _, ts = str(row.get("place") or "").partition(":")
        if ts:
            with contextlib.suppress(MessageGone):  # somebody deleted it: it is posted anew below
                return await self._post.update(channel, ts, text, blocks)
            row = {**row, "tried": False}
        # A post whose answer was lost is looked for before it is made again.
        found = await self._post.find(row["channel"], token) if row.get("tried") else None
        await self._store.run(lambda t: change(self._records(t), token, tried=True))
        place = ":".join(found or await self._post.post(row["channel"], text, blocks, metadata=token))
        await self._store.run(lambda t: change(self._records(t), token, place=place))

    async def _end(self, token: str, row: dict[str, Any], text: str) -> int:
        """The last words; then it is under way no more. Where Slack fails for now they are said at the next turn."""
        try:
            await self._put(token, row, *cards.progress(text))
        except PortFailed as failure:
            if failure.fate is not Fate.REFUSED and not failure.waits:
                return 0
            log.warning("a backfill ended unseen", why=str(failure))
        await self._store.run(partial(self._forget, token))
        return 0

    def _drop(self, tables: Tables, tokens: list[str]) -> None:
        for token in tokens:
            drop_list(tables, self._records(tables), token)

    def _forget(self, token: str, tables: Tables) -> None:
        records = self._records(tables)
        order_differences(tables, records, token, self._now())
        left = [other for other in records.value(RUNNING).get("tokens", []) if other != token]
        records.set_value(RUNNING, tokens=left)
        drop_list(tables, records, token)
