"""What is written to Tracker: the result's Activity, the short ones on the way, and the PDF."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import structlog

from bot.ats.connection import Connection
from bot.ats.errors import not_connected, translated, unseen
from bot.ats.owners import Owners
from bot.ats.targets import Targets
from bot.ats.writing import FIELDS
from bot.outbox.delivery import Delivery
from bot.results import ENDINGS, Result, Results
from screening.steps import used
from tracker.client import TrackerClient
from tracker.errors import TrackerInvalid, TrackerNotFound, TrackerUnauthorized

log = structlog.get_logger(__name__)
MILESTONES = {
    "contacted": "was contacted by text",
    "replied": "replied by text",
    "opted_out": "opted out of texts",
}
Render = Callable[[Result], Awaitable[bytes]]


def subject_of(r: Result, revision: int) -> str:
    """The subject carries the id and revision: this is how a writing whose answer was lost is found again."""
    mark = f"{r.screening.id}" if revision == 1 else f"{r.screening.id} revision {revision}"
    return f"Screening {mark}: {r.score_words}" + (f", {r.card.recommendation}" if r.card.score is not None else "")


def note_of(r: Result, revision: int, now: int, card: bool) -> str:
    """The note: plain text, every fact of the result, the time with its zone."""
    s = r.screening
    when = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZoneInfo(s.zone))
    lines = [f"{s.id} - {s.candidate.name} - {s.job.title}", f"Result: {r.score_words}"]
    if r.card.score is not None:
        lines.append(f"Recommendation: {r.card.recommendation}")
    words = {"met": "met", "not_met": "not met", "unclear": "unclear"}
    lines += [
        f"Must-have {m.question}: {words[m.result]}" + (f" (“{m.quote}”)" if m.quote else "") for m in r.card.must_haves
    ]
    lines += [f"{a.question}: “{a.quote}”" for a in r.card.answers]
    if by := used(s):
        lines.append(f"Answered by {by}")
    if card:
        lines.append(f"Report: {r.file_of(revision)}")
    lines += [f"Recording: {link}" for link in s.links]
    if revision > 1:
        lines.append(f"Replaces revision {revision - 1} of {s.id}")
    lines.append(f"Ended: {ENDINGS[s.status]}; written {when:%Y-%m-%d %H:%M %Z}")
    return "\n".join(lines)


class ActivityDelivery:
    """The Activity of a result, on the record that the mapping names and on the job. Its owner is who mapped the job."""

    stale_ms = 4_000

    def __init__(
        self, connection: Connection, results: Results, targets: Targets, owners: Owners, now: Callable[[], int]
    ) -> None:
        self._connection, self._results, self._now = connection, results, now
        self._targets, self._owners = targets, owners

    async def call(self, d: Delivery) -> str:
        """Write it."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        revision = int(d.payload.get("revision", r.screening.revision))
        note = note_of(r, revision, self._now(), bool(d.payload.get("card")))
        with translated(f"the Activity of {d.screening}"):
            await self._write(client, r, subject_of(r, revision), note, scored=True)
        return f"activity:{d.screening}:{revision}"

    async def _write(self, client: TrackerClient, r: Result, subject: str, note: str, *, scored: bool = False) -> None:
        writing = await self._targets.writing()
        record = await self._targets.of(client, r)
        await client.activities.create(
            candidate_id=None,
            record=record if record[0] != "Opportunity" else None,
            job_id=r.screening.job.id,
            subject=subject,
            note=note,
            kind=writing.activity_type or "Text",
            custom=(await self._custom(client, r, writing.fields) or None) if scored else None,
            user_id=await self._owners.of(r.mapping.by if r.mapping else ""),
        )

    async def _logged(self, d: Delivery, fits: Callable[[str], bool]) -> bool:
        """Whether Tracker has an Activity with such a subject where ours belongs."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        with translated(f"the Activities of {d.screening}"):
            kind, id = await self._targets.of(client, r)
            return any(fits(a.subject) for a in await client.activities.of_record(kind, id))

    async def _custom(self, client: TrackerClient, r: Result, given: Mapping[str, int]) -> dict[int, str]:
        if r.card.score is None:
            return {}
        listed = await _field_ids(client) if self._connection.credentials.widget is not None else {}
        ids = {**listed, **given}
        criteria = "; ".join(f"{c.name}: {c.points:g}/5" for c in r.card.criteria if c.points is not None)
        feedback = "; ".join(f"{a.question}: {a.quote}" for a in r.card.answers)
        values = dict(zip(FIELDS.values(), (str(r.card.score), r.file, criteria, feedback[:900]), strict=True))
        return {ids[name]: value for name, value in values.items() if name in ids}

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the id and revision in the subject."""
        r = await self._results.of(d.screening)
        revision = int(d.payload.get("revision", r.screening.revision))
        mark = subject_of(r, revision).split(":")[0] + ":"
        found = await self._logged(d, lambda subject: subject.startswith(mark))
        return f"activity:{d.screening}:{revision}" if found else None


class MilestoneDelivery(ActivityDelivery):
    """A short Activity on the way: contacted, replied, opted out."""

    async def call(self, d: Delivery) -> str:
        """Write it."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        s, name = r.screening, d.payload["name"]
        with translated(f"the Activity of {s.id}"):
            await self._write(client, r, _milestone(d), f"{s.candidate.name} {MILESTONES[name]} ({s.id}).")
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By its subject."""
        return d.key if await self._logged(d, lambda subject: subject == _milestone(d)) else None


def _milestone(d: Delivery) -> str:
    """The subject of a short Activity."""
    return f"Screening {d.screening} {d.payload['name'].replace('_', ' ')}"


class DocumentDelivery:
    """The PDF, attached to the candidate as a general document."""

    stale_ms = 1_000

    def __init__(self, connection: Connection, results: Results, render: Render) -> None:
        self._connection, self._results, self._render = connection, results, render

    async def call(self, d: Delivery) -> str:
        """Attach it."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        data = await self._render(r)
        with translated(f"the report of {d.screening}"):
            await client.documents.attach(r.screening.candidate.id, r.file_of(int(d.payload["revision"])), data)
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By its file name."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        if not client.has_token:
            raise unseen(f"the report of {d.screening}")
        with translated(f"the documents of candidate {r.screening.candidate.id}"):
            rows = await client.documents.of_candidate(r.screening.candidate.id)
        name = r.file_of(int(d.payload["revision"]))
        return d.key if any(x.filename == name for x in rows) else None


async def _field_ids(client: TrackerClient) -> dict[str, int]:
    """Custom fields of Activities by name; none where the older API refuses us: the Activity itself must not wait for them."""
    try:
        return await client.metadata.activity_fields()
    except (TrackerUnauthorized, TrackerInvalid, TrackerNotFound) as error:
        log.warning("custom Activity fields could not be looked up", why=str(error))
        return {}


async def _client(connection: Connection) -> TrackerClient:
    client = await connection.client()
    if client is None:
        raise not_connected()
    return client
