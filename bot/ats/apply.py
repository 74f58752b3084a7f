"""Who texts APPLY 1020: found or made in Tracker, put on the job, and screened. Each step is kept, so that a retry resumes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import structlog

from bot.ats.arrivals import Arrivals
from bot.ats.connection import Connection
from bot.ats.errors import not_connected, translated
from bot.ats.finding import Finding
from bot.ats.read import candidate_from, job_from
from bot.outbox.delivery import Delivery
from bot.settings import Settings
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping
from screening.duplicates import Traits
from screening.intake import SENTENCES, Taken, take
from screening.ports import Order
from tracker.client import TrackerClient
from tracker.errors import TrackerInvalid, TrackerNotFound

log = structlog.get_logger(__name__)
SORRY = (
    "{brand}: sorry, there is no open job {job} that takes applications by text. Please check the number in the advert."
)


class ApplyDelivery:
    """Carries out one application by text."""

    stale_ms = 1_000

    def __init__(
        self,
        store: Store,
        connection: Connection,
        settings: Settings,
        records: Callable[[Tables], Repositories],
        arrivals: Arrivals,
        now: Callable[[], int],
    ) -> None:
        self._store, self._connection, self._settings = store, connection, settings
        self._records, self._arrivals, self._now = records, arrivals, now
        self._finding = Finding(store, records, settings.country, now)

    async def call(self, d: Delivery) -> str:
        """Find or make them, and begin."""
        mapping = await self._store.read(lambda t: self._records(t).mapping(int(d.payload["job"])))
        if mapping is None or not mapping.active:
            await self._store.run(lambda t: self._sorry(t, d))
            return d.key
        client = await self._connection.client()
        if client is None:
            raise not_connected()
        with translated(f"the application by text for job {mapping.job}"):
            await self._carry_out(client, mapping, d)
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """It is carried out anew: what was done is found by what was kept, or by phone."""
        return None

    async def _carry_out(self, client: TrackerClient, mapping: Mapping, d: Delivery) -> None:
        job = job_from(await client.jobs.get(mapping.job), confidential=mapping.confidential)
        candidate = await self._candidate(client, mapping, d)
        application = await self._application(client, mapping, candidate, d)
        person = candidate_from(await client.candidates.get(candidate), self._settings.country)
        person = replace(person, phone=str(d.payload["phone"]))
        arrival = self._arrivals.arrival(mapping, person, job, application)
        arrival = replace(arrival, asked=str(d.payload["text"]))

        def begin(tables: Tables) -> None:
            records = self._records(tables)
            taken = take(records, arrival, self._now())
            if taken not in (Taken.STARTED, Taken.WAITING):
                text = f"{person.name} applied by text for job {mapping.job} {mapping.title}: {SENTENCES[taken]}."
                payload = {"text": text, "channel": mapping.channel}
                order = Order(key=f"notice:{d.key}", way="notice", lane=f"notice:{mapping.job}", payload=payload)
                records.order(order, self._now())

        await self._store.run(begin)

    async def _candidate(self, client: TrackerClient, mapping: Mapping, d: Delivery) -> int:
        kept = await self._kept(d)
        if kept.get("candidate"):
            return int(kept["candidate"])
        phone, name = str(d.payload["phone"]), str(d.payload["name"])
        wanted = Traits(name=name, phones=(phone,))
        found = await self._finding.find(client, wanted)
        if found is not None and found.sure:
            id = found.id
        else:
            first, _, last = (name or f"Applicant {phone[-4:]}").partition(" ")
            id = await client.candidates.create(
                first_name=first, last_name=last or "-", mobile=phone, source="Text message"
            )
        await self._keep(d, candidate=id)
        await self._finding.decided(replace(wanted, id=id), found, mapping.job)
        return id

    async def _application(self, client: TrackerClient, mapping: Mapping, candidate: int, d: Delivery) -> int:
        kept = await self._kept(d)
        if kept.get("application"):
            return int(kept["application"])
        found = await client.applications.of_candidate(mapping.job, candidate)
        made = found.id if found else await self._put_on_job(client, mapping, candidate, d)
        await self._keep(d, application=made)
        return made

    async def _put_on_job(self, client: TrackerClient, mapping: Mapping, candidate: int, d: Delivery) -> int:
        """The application's id; 0 where Tracker does not name it, or a recruiter has to do it by hand."""
        try:
            return await client.applications.create(mapping.job, candidate, source="Text message") or 0
        except (TrackerNotFound, TrackerInvalid) as error:
            log.warning("not put on the job", job=mapping.job, candidate=candidate, why=str(error))
        text = f"Candidate {candidate} applied by text for job {mapping.job} {mapping.title}. Tracker did not let us put them on the job; please do it by hand."
        payload = {"text": text, "channel": mapping.channel}
        order = Order(key=f"notice:{d.key}:hand", way="notice", lane=f"notice:{mapping.job}", payload=payload)
        await self._store.run(lambda t: self._records(t).order(order, self._now()))
        return 0

    async def _kept(self, d: Delivery) -> dict[str, Any]:
        return await self._store.read(lambda t: self._records(t).value(_name(d)))

    async def _keep(self, d: Delivery, **more: int) -> None:
        def keep(tables: Tables) -> None:
            records = self._records(tables)
            kept = {k: v for k, v in records.value(_name(d)).items() if k != "name"}
            records.set_value(_name(d), **{**kept, **more})

        await self._store.run(keep)

    def _sorry(self, tables: Tables, d: Delivery) -> None:
        phone, now, job = str(d.payload["phone"]), self._now(), int(d.payload["job"])
        body = SORRY.format(brand=self._settings.brand, job=job)
        payload = {"kind": "stranger", "started": False, "to": phone, "body": body, "heard_at": now}
        key = f"sms:sorry:{phone}:{job}"
        self._records(tables).order(Order(key=key, way="sms", lane=f"phone:{phone}", payload=payload), now)
        text = f"Somebody (…{phone[-4:]}) wants to apply by text for job {job}, which is not mapped."
        self._records(tables).order(Order(key=f"ops:{d.key}", way="ops", lane="ops", payload={"text": text}), now)


def _name(d: Delivery) -> str:
    """One person and job: the same two again resume what was begun."""
    return f"applied:{d.payload['phone']}:{d.payload['job']}"
