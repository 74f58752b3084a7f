"""Staying true to Tracker: what was renamed, closed, removed or changed since we looked is followed, a few calls a minute."""

from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Final, TypeAlias

import structlog

from bot.ats.connection import Connection
from bot.ats.read import candidate_from, job_from
from bot.ats.sight import remember
from bot.ats.standing import standing
from bot.ats.trouble import Trouble
from bot.ats.waiting import leave
from bot.settings import Settings
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping
from screening.events import OptedOut, Withdrawn
from screening.people import Candidate, Opportunity
from screening.ports import Order
from screening.screener import apply
from screening.screening import Screening
from tracker.client import TrackerClient
from tracker.errors import TrackerError, TrackerNotFound, TrackerUnauthorized
from tracker.records import Application, Status

log = structlog.get_logger(__name__)
SHARE: Final = 8  # at most an eighth of the calls
MOST: Final = 20  # in one turn, however many calls we may make
LISTS_EVERY: Final = 10  # turns of the poll
RECORD_EVERY: Final = 3
SHORTEST: Final = 4_000  # ms that count as a turn of the poll, however often it turns
NEVER_MIND: Final = 6 * 3_600_000  # ms
ANY: Final = "any status of "
Check: TypeAlias = Callable[[TrackerClient], Awaitable[None]]


class Drift:
    """The loop. `look_at` hurries a job or a candidate that Tracker says has changed."""

    def __init__(
        self,
        *,
        store: Store,
        connection: Connection,
        settings: Settings,
        records: Callable[[Tables], Repositories],
        now: Callable[[], int],
    ) -> None:
        self._store, self._connection, self._settings = store, connection, settings
        self._records, self._now = records, now
        self._trouble = Trouble(store, records, now)
        self._turn = max(SHORTEST, settings.poll_seconds * 1000)  # ms
        self._most = min(MOST, max(1, int(settings.tracker_per_minute * settings.poll_seconds / 60 / SHARE)))
        self._due: dict[str, int] = {}  # when each check is due again, ms UTC

    def look_at(self, kind: str, id: int) -> None:
        """Do not wait with this one: `job` or `candidate`."""
        self._due[f"{kind}:{id}"] = 0

    async def run_once(self, now: int) -> int:
        """A few checks of those that are due; answers how many were made."""
        client = await self._connection.client()
        if client is None:
            return 0
        checks = await self._store.read(lambda t: self._checks(t, now))
        made = 0
        while checks and made < self._most:
            name, every, check = checks.popleft()
            self._due[name] = now + int(every * self._turn)
            made += 1
            try:
                await check(client)
            except TrackerError as error:
                log.warning("not compared with Tracker", what=name, why=str(error))
        return made

    def _checks(self, tables: Tables, now: int) -> deque[tuple[str, int, Check]]:
        """What is due, longest overdue first."""
        records = self._records(tables)
        mappings = records.mappings()
        found: list[tuple[str, int, Check]] = []
        if mappings:
            found = [("statuses", LISTS_EVERY, self._statuses), ("older API", LISTS_EVERY, self._older)]
        found += [(f"job:{m.job}", RECORD_EVERY, partial(self._job, m)) for m in mappings]
        going = [records.screening(row["gr"]) for row in tables["screenings"].find(status="in_progress")]
        found += [(f"candidate:{s.candidate.id}", RECORD_EVERY, partial(self._candidate, s)) for s in going if s]
        for name, every, _ in found:  # what is met for the first time was just read
            self._due.setdefault(name, now + int(every * self._turn))
        due = sorted((self._due[name], i) for i, (name, _, _) in enumerate(found) if self._due[name] <= now)
        return deque(found[i] for _, i in due)

    # the tenant's lists

    async def _older(self, client: TrackerClient) -> None:
        """The older API's credentials, where they were given, and the custom fields of Activities."""
        if not client.widget.has_credentials:
            return
        try:
            fields = await client.metadata.activity_fields()
        except TrackerUnauthorized as error:
            await self._trouble.met(error, "older")
            raise
        await self._trouble.over("older")
        await self._store.run(lambda t: self._fields(t, fields))

    def _fields(self, tables: Tables, fields: dict[str, int]) -> None:
        """A custom field that changed its id or is gone is told: results are written without it."""
        records, known = self._records(tables), self._records(tables).value("activity_fields").get("ids", {})
        gone = [name for name, id in known.items() if fields.get(name) != id]
        if fields != known:
            records.set_value("activity_fields", ids=fields)
        if gone:
            text = f"Custom fields of Activities changed in Tracker: {', '.join(gone)}. Results are written with those there are now."
            self._ops(records, f"fields:{sorted(fields.items())}", text)

    async def _statuses(self, client: TrackerClient) -> None:
        try:
            listed = {status.id: status for status in await client.metadata.listed_statuses()}
        except TrackerNotFound:  # this tenant does not list them
            self._due["statuses"] = self._now() + NEVER_MIND
            return
        if not listed:
            return
        for mapping in await self._store.read(lambda t: self._records(t).mappings()):
            more = _of_category(mapping, listed) - set(mapping.statuses)
            rows = await standing(client, mapping.job, sorted(more)) if more else []
            await self._store.run(partial(self._restage, mapping=mapping, listed=listed, rows=rows))

    def _restage(self, tables: Tables, mapping: Mapping, listed: dict[int, Status], rows: list[Application]) -> None:
        """The mapping goes on by the ids; what its trigger is called follows Tracker."""
        records = self._records(tables)
        current = records.mapping(mapping.job)
        if current is None or not current.active or current.watched != mapping.watched:
            return
        kept = tuple(id for id in current.statuses if id in listed)
        statuses = (*kept, *sorted(_of_category(current, listed) - set(kept)))
        for row in rows:  # who stands at a status that joined the category did not arrive there now
            remember(tables, row, row.status_id)
        if not statuses:
            text = f"The trigger of job {mapping.job} {mapping.title}, {mapping.trigger}, is no longer in Tracker (removed or merged), so nobody new is texted. Choose another: `map {mapping.job} agent={mapping.agent} stage=...`"
            self._notice(records, mapping, f"gone:{mapping.watched}", text)
            return
        trigger = _called(current, statuses, listed)
        if statuses == current.statuses and trigger == current.trigger:
            return
        change = {"statuses": list(statuses), "trigger": trigger}
        tables["mappings"].update(change, doc_ids=[d.doc_id for d in tables["mappings"].find(job=mapping.job)])
        text = f"Tracker's stages changed: the trigger of job {mapping.job} {mapping.title} was {current.trigger} and is {trigger} now. The mapping goes on."
        self._notice(records, mapping, f"trigger:{trigger}:{len(statuses)}", text)

    # jobs

    async def _job(self, mapping: Mapping, client: TrackerClient) -> None:
        role: Opportunity | None = None
        try:
            role = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
        except TrackerNotFound:
            log.info("job is gone", job=mapping.job)
        await self._store.run(lambda t: self._rejob(t, mapping, role))

    def _rejob(self, tables: Tables, mapping: Mapping, role: Opportunity | None) -> None:
        records = self._records(tables)
        name, is_open = f"job:{mapping.job}", role is not None and role.is_open
        was_open = records.value(name).get("open", True)
        if role is not None and (role.title, role.client) != (mapping.title, mapping.client):
            change = {"title": role.title, "client": role.client}
            tables["mappings"].update(change, doc_ids=[d.doc_id for d in tables["mappings"].find(job=mapping.job)])
        if is_open == was_open:
            return
        records.set_value(name, open=is_open)
        what = "is closed in Tracker" if role is not None else "is no longer in Tracker"
        stopped = 0
        for row in tables["screenings"].find(job=mapping.job, status="in_progress") if not is_open else ():
            s = records.screening(row["gr"])
            if s is not None and s.open:
                apply(records, s, Withdrawn(why=f"the job {what}"), self._now())
                stopped += 1
        text = f"Job {mapping.job} {mapping.title} {what}: nobody new is texted, {stopped} open conversations were stopped."
        if is_open:
            text = f"Job {mapping.job} {mapping.title} is open again in Tracker: whoever reaches {mapping.trigger} is texted."
        self._notice(records, mapping, f"open:{is_open}:{self._now()}", text)

    # candidates

    async def _candidate(self, s: Screening, client: TrackerClient) -> None:
        now: Candidate | None = None
        try:
            now = candidate_from(await client.candidates.get(s.candidate.id), self._settings.country)
        except TrackerNotFound:
            log.info("candidate is gone", candidate=s.candidate.id)
        await self._store.run(lambda t: self._recandidate(t, s.id, now))

    def _recandidate(self, tables: Tables, id: str, live: Candidate | None) -> None:
        records = self._records(tables)
        s = records.screening(id)
        if s is None or not s.open:
            return
        name, text = s.candidate.name, ""
        if live is None:
            why = "deleted in Tracker"
            text = f"{name} was deleted in Tracker: the conversation is stopped. `erase {s.candidate.id}` removes what we hold."
        elif live.marketing.lower() == "opted out":
            records.opt_out(s.candidate.phone, "opted out of texts in Tracker", self._now())
            records.drop_texts(s.candidate.phone, "opted out of texts in Tracker")
            apply(records, s, OptedOut(why="opted out of texts in Tracker"), self._now())
            return
        elif live.do_not_use:
            why = "marked Do Not Use in Tracker"
        elif live.phone and live.phone != s.candidate.phone:
            why = "the phone number changed in Tracker"
            text = f"{name}'s number changed in Tracker while they were being screened; the old one is texted no more. Is it the same person? `start {s.candidate.id} {s.job.id}` begins with the new number (…{live.phone[-4:]})."
        else:
            return
        apply(records, s, Withdrawn(why=why), self._now())
        if live is None:
            leave(tables, s.id, f"the candidate was {why}")
        if text:
            payload: dict[str, Any] = {"text": text}
            key = f"notice:{s.id}:drift:{why}"
            order = Order(key=key, way="notice", lane=f"notice:{s.id}", payload=payload, screening=s.id)
            records.order(order, self._now())

    def _notice(self, records: Repositories, mapping: Mapping, tail: str, text: str) -> None:
        payload = {"text": text, "channel": mapping.channel}
        key = f"notice:drift:{mapping.job}:{tail}"
        records.order(Order(key=key, way="notice", lane=f"notice:{mapping.job}", payload=payload), self._now())

    def _ops(self, records: Repositories, tail: str, text: str) -> None:
        records.order(Order(key=f"ops:drift:{tail}", way="ops", lane="ops", payload={"text": text}), self._now())


def _of_category(mapping: Mapping, listed: dict[int, Status]) -> set[int]:
    """The ids of the mapping's category as Tracker has it now; none where the trigger is a single status."""
    group = mapping.trigger.removeprefix(ANY) if mapping.trigger.startswith(ANY) else ""
    return {status.id for status in listed.values() if group and status.group == group}


def _called(mapping: Mapping, statuses: tuple[int, ...], listed: dict[int, Status]) -> str:
    """What the trigger is called in Tracker now."""
    first = listed[statuses[0]]
    if mapping.trigger.startswith(ANY):
        return f"{ANY}{first.group}" if first.group else mapping.trigger
    return f"{first.group} › {first.name}" if first.group else first.name
