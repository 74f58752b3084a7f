"""One person of a recruiter's list: found in Tracker or made there, and what the intake is told of them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import structlog

from bot.ats.contact import against, shown_of
from bot.ats.finding import Finding
from bot.ats.read import candidate_from, phone_of
from bot.ats.watch import Watcher
from bot.settings import Settings
from screening.agent import Mapping as JobMapping
from screening.contact import differing
from screening.duplicates import Match, Traits, match
from screening.intake import Arrival
from screening.people import Opportunity
from screening.roster import Person
from tracker.client import TrackerClient
from tracker.errors import TrackerConflict, TrackerInvalid, TrackerNotFound
from tracker.records import Candidate as Resource

log = structlog.get_logger(__name__)
SOURCE: Final = "Recruiter's list"
Keep = Callable[[Mapping[str, int]], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """A line at the gate. `differs`: by field what Tracker has otherwise than the list, where the record was there before."""

    arrival: Arrival
    differs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Enrolling:
    """Carries one line of a list as far as the gate. Nobody without a recorded consent is made or put on a job."""

    def __init__(self, watcher: Watcher, finding: Finding, settings: Settings) -> None:
        self._watcher, self._finding, self._settings = watcher, finding, settings

    async def arrival(
        self, client: TrackerClient, mapping: JobMapping, role: Opportunity, person: Person, kept: Mapping[str, Any],
        keep: Keep, standing: Mapping[int, int],
    ) -> Enrolled | str:  # fmt: skip
        """What the intake is given, or why this line cannot be taken. `kept`: the steps done before a restart."""
        try:
            found = await self._candidate(client, mapping, person, kept, keep)
        except (TrackerInvalid, TrackerConflict) as error:
            return f"was refused by Tracker ({error.status})"
        if isinstance(found, str):
            return found
        record, made = found
        live = candidate_from(record, self._settings.country)
        applied = live.id in standing
        application = standing.get(live.id) or int(kept.get("application") or 0)
        if not application and person.opted_in:
            application = await self._put_on_job(client, mapping, live.id, kept, keep)
        phone = person.phone if person.opted_in and person.phone else live.phone or person.phone
        arrival = self._watcher.arrival(mapping, replace(live, phone=phone), role, application)
        differs = {} if made else self._differs(person, record)
        return Enrolled(arrival=replace(arrival, applied=applied, opted_in=person.opted_in), differs=differs)

    def _differs(self, person: Person, live: Resource) -> dict[str, dict[str, str]]:
        """By field what the list has otherwise; a second number of theirs that Tracker knows is no difference."""
        said = {"email": person.email, "name": f"{person.first_name} {person.last_name}".strip(), "town": person.town}
        said |= {"postcode": person.postcode, "linkedin": person.linkedin, "mobile": person.phone}
        if person.phone in self._finding.traits(live).phones:
            del said["mobile"]
        shown = shown_of(live)
        return against(differing(said, shown, lambda raw: phone_of(raw, self._settings.country)), shown)

    async def _candidate(
        self, client: TrackerClient, mapping: JobMapping, person: Person, kept: Mapping[str, Any], keep: Keep
    ) -> tuple[Resource, bool] | str:
        """The record, and whether it was made for this line; or why there is none."""
        made = bool(kept.get("making"))
        if person.id or kept.get("candidate"):
            known = await self._by_id(client, person, int(kept.get("candidate") or person.id))
            return known if isinstance(known, str) else (known, made)
        wanted = _traits(person)
        found = await self._finding.find(client, wanted)
        if found is None or not found.sure:
            if not person.opted_in:
                return "is not in Tracker, and the list names no consent"
            if made:  # its answer was lost, and the search may not know of them yet
                return "may have been made in Tracker already: look there, then `start` them by hand"
            await keep({"making": 1})
            id, made = await self._made(client, person), True
            await keep({"candidate": id})
        else:
            id = found.id
        await self._finding.decided(replace(wanted, id=id), found, mapping.job)
        return await client.candidates.get(id), made

    async def _by_id(self, client: TrackerClient, person: Person, id: int) -> Resource | str:
        try:
            live = await client.candidates.get(id)
        except TrackerNotFound:
            return f"Tracker has no candidate {id}"
        if _is(person, self._finding.traits(live)):
            return live
        name = f"{live.first_name} {live.last_name}".strip()
        return f"Tracker's candidate {id} is {name or 'somebody else'}, whom nothing in this line fits"

    async def _made(self, client: TrackerClient, person: Person) -> int:
        return await client.candidates.create(
            first_name=person.first_name or person.last_name,
            last_name=person.last_name if person.first_name and person.last_name else "-",
            email=person.email,
            mobile=person.phone,
            town=person.town,
            postcode=person.postcode,
            linkedin=person.linkedin,
            job_title=person.job_title,
            company=person.company,
            source=SOURCE,
        )

    async def _put_on_job(
        self, client: TrackerClient, mapping: JobMapping, candidate: int, kept: Mapping[str, Any], keep: Keep
    ) -> int:
        """The application's id; 0 where Tracker does not name it, or does not let us."""
        if kept.get("joining"):  # its answer was lost
            there = await client.applications.of_candidate(mapping.job, candidate)
            return there.id if there else 0
        await keep({"candidate": candidate, "joining": 1})
        try:
            made = await client.applications.create(mapping.job, candidate, source=SOURCE) or 0
        except (TrackerNotFound, TrackerInvalid) as error:
            log.warning("not put on the job", job=mapping.job, candidate=candidate, why=str(error))
            return 0
        await keep({"candidate": candidate, "application": made})
        return made


async def standing_on(client: TrackerClient, job: int) -> dict[int, int]:
    """The application of each candidate of the job, as the search index knows it."""
    return {row.candidate_id: row.id for row in await client.applications.of_job(job)}


def _traits(person: Person) -> Traits:
    return Traits(
        id=person.id,
        name=f"{person.first_name} {person.last_name}".strip(),
        email=person.email,
        phones=(person.phone,) if person.phone else (),
        linkedin=person.linkedin,
    )


def _is(person: Person, record: Traits) -> bool:
    """Whether a record may be that person's: a line with nothing but an id says so itself; else something has to fit."""
    wanted = _traits(person)
    if not (wanted.name or wanted.email or wanted.phones):
        return True
    fits: Match | None = match(wanted, (record,))
    return fits is not None
