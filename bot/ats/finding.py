"""Finding somebody in Tracker before a record is made of them; every decision is kept with the key that made it."""

from collections.abc import Callable

import structlog

from bot.ats.read import phone_of
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.duplicates import Match, Traits, match
from tracker.client import TrackerClient
from tracker.records import Candidate as Resource

log = structlog.get_logger(__name__)
PAGES = 20  # turned for each key, where Tracker does not heed what is searched for


class Finding:
    """Looks in our own records, then in Tracker."""

    def __init__(
        self,
        store: Store,
        records: Callable[[Tables], Repositories],
        country: str,
        now: Callable[[], int],
        *,
        pages: int = PAGES,
    ) -> None:
        self._store, self._records, self._country, self._now = store, records, country, now
        self._pages = pages

    async def find(self, client: TrackerClient, wanted: Traits) -> Match | None:
        """The record of the same person."""
        for phone in wanted.phones:
            s = await self._store.read(lambda t, phone=phone: self._records(t).latest_of_phone(phone))  # type: ignore[misc]
            if s is not None:
                return Match(id=s.candidate.id, key="phone", sure=True)
        known: dict[int, Traits] = {}
        for asked in (wanted.email, *wanted.phones, wanted.name):
            if asked:
                for each in await client.candidates.search(asked, most_pages=self._pages):
                    known[each.id] = self.traits(each)
            found = match(wanted, known.values())
            if found is not None and found.sure:
                return found
        for each in await client.candidates.crawl(
            most_pages=self._pages
        ):  # phones and addresses are often not searched in
            known[each.id] = self.traits(each)
        return match(wanted, known.values())

    def traits(self, r: Resource) -> Traits:
        """What tells a record of Tracker's from others."""
        phones = (phone_of(raw, self._country) for raw in (r.mobile, r.phone))
        return Traits(
            id=r.id,
            name=f"{r.first_name} {r.last_name}".strip(),
            email=r.email,
            phones=tuple(p for p in phones if p),
            linkedin=r.linkedin,
        )

    async def decided(self, wanted: Traits, found: Match | None, job: int) -> None:
        """Keep which record was taken for whom, and why."""
        if found is None:
            said, id = "no record of the same e-mail, phone or LinkedIn address was found, so one was made", wanted.id
        elif found.sure:
            said, id = f"taken for the record {found.id}: the same {found.key}", found.id
        else:
            said, id = f"record {found.id} has the same full name, which proves nothing: a new one was made", wanted.id
        phone = wanted.phones[0] if wanted.phones else ""
        log.info("duplicate check", candidate=id, job=job, key=found.key if found else "")
        sentence = f"{wanted.name or 'An applicant'}, job {job}: {said}"
        await self._store.run(lambda t: self._records(t).note(id, phone, job, "duplicate", sentence, self._now()))
