"""On which record of Tracker a screening is written: the candidate, a contact, a lead, or the job alone."""

from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from bot.ats.writing import Writing, writing_of
from bot.results import Result
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from tracker.client import TrackerClient
from tracker.errors import TrackerNotFound

log = structlog.get_logger(__name__)
KINDS: Final = {"contact": "Contact", "lead": "Lead"}


class Targets:
    """Finds or makes the record, once for each person: it is kept before anything is written on it."""

    def __init__(self, store: Store, records: Callable[[Tables], Repositories]) -> None:
        self._store, self._records = store, records

    async def writing(self) -> Writing:
        """What holds for the workspace."""
        return await self._store.read(writing_of)

    async def of(self, client: TrackerClient, r: Result) -> tuple[str, int]:
        """Kind and id of the record. Where Tracker knows no contacts or leads, the candidate."""
        s = r.screening
        wanted = await self._store.read(lambda t: self._records(t).value(f"as:{s.id}").get("record", ""))
        wanted = wanted or (r.mapping.record if r.mapping else "candidate")
        if wanted == "job":
            return "Opportunity", s.job.id
        kind = KINDS.get(wanted)
        if kind is None:
            return "Resource", s.candidate.id
        return await self._made(client, r, kind)

    async def _made(self, client: TrackerClient, r: Result, kind: str) -> tuple[str, int]:
        s = r.screening
        name = f"target:{kind}:{s.candidate.id}"
        known = await self._store.read(lambda t: self._records(t).value(name).get("id"))
        if known:
            return kind, int(known)
        try:
            id = await self._find_or_make(client, r, kind)
        except TrackerNotFound as error:
            log.warning("written on the candidate instead", wanted=kind, why=str(error))
            return "Resource", s.candidate.id
        await self._store.run(lambda t: self._records(t).set_value(name, id=id))
        return kind, id

    async def _find_or_make(self, client: TrackerClient, r: Result, kind: str) -> int:
        person = r.screening.candidate
        make: dict[str, Callable[..., Awaitable[int]]] = {
            "Contact": client.contacts.create,
            "Lead": client.contacts.create_lead,
        }
        if kind == "Contact" and person.email and (found := await client.contacts.find(person.email)):
            return found
        first = person.first_name
        last = person.name.removeprefix(first).strip()
        return await make[kind](first_name=first, last_name=last, email=person.email, mobile=person.phone)
