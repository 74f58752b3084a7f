"""What is written to Tracker: the result's Activity, the short ones on the way, and the PDF."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import structlog

from bot.ats.connection import Connection
from bot.ats.errors import not_connected, translated
from bot.outbox.delivery import Delivery
from bot.results import ENDINGS, Result, Results
from screening.steps import used
from tracker.client import TrackerClient
from tracker.errors import TrackerInvalid, TrackerNotFound, TrackerUnauthorized

log = structlog.get_logger(__name__)
Render = Callable[[Result], Awaitable[bytes]]
FIELDS = ("Overall Score", "Report link", "Grading Criteria", "Feedback")


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
    """The Activity of a result, on candidate and job."""

    stale_ms = 4_000

    def __init__(self, connection: Connection, results: Results, now: Callable[[], int]) -> None:
        self._connection, self._results, self._now = connection, results, now

    async def call(self, d: Delivery) -> str:
        """Write it."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        revision = int(d.payload.get("revision", r.screening.revision))
        with translated(f"the Activity of {d.screening}"):
            custom = await self._custom(client, r)
            await client.activities.create(
                candidate_id=r.screening.candidate.id,
                job_id=r.screening.job.id,
                subject=subject_of(r, revision),
                note=note_of(r, revision, self._now(), bool(d.payload.get("card"))),
                custom=custom or None,
            )
        return f"activity:{d.screening}:{revision}"

    async def _custom(self, client: TrackerClient, r: Result) -> dict[int, str]:
        if self._connection.credentials.widget is None or r.card.score is None:
            return {}
        ids = await _field_ids(client)
        criteria = "; ".join(f"{c.name}: {c.points:g}/5" for c in r.card.criteria if c.points is not None)
        feedback = "; ".join(f"{a.question}: {a.quote}" for a in r.card.answers)
        values = dict(zip(FIELDS, (str(r.card.score), r.file, criteria, feedback[:900]), strict=True))
        return {ids[name]: value for name, value in values.items() if name in ids}

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the id and revision in the subject."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        revision = int(d.payload.get("revision", r.screening.revision))
        with translated(f"the Activities of candidate {r.screening.candidate.id}"):
            rows = await client.activities.of_candidate(r.screening.candidate.id)
        mark = subject_of(r, revision).split(":")[0] + ":"
        return next((f"activity:{d.screening}:{revision}" for a in rows if a.subject.startswith(mark)), None)


class MilestoneDelivery(ActivityDelivery):
    """A short Activity on the way: contacted, replied."""

    async def call(self, d: Delivery) -> str:
        """Write it."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        s, name = r.screening, d.payload["name"]
        with translated(f"the Activity of {s.id}"):
            await client.activities.create(
                candidate_id=s.candidate.id,
                job_id=s.job.id,
                subject=f"Screening {s.id} {name}",
                note=f"{s.candidate.name} was {name} by text ({s.id})."
                if name == "contacted"
                else f"{s.candidate.name} replied by text ({s.id}).",
            )
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By its subject."""
        client, r = await _client(self._connection), await self._results.of(d.screening)
        with translated("the Activities"):
            rows = await client.activities.of_candidate(r.screening.candidate.id)
        wanted = f"Screening {d.screening} {d.payload['name']}"
        return d.key if any(a.subject == wanted for a in rows) else None


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
