"""Activities: logging one on a candidate and a job, and looking for what was logged."""

import contextlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerInvalid, TrackerRefused
from tracker.pages import PAGE, every_row
from tracker.parsing import Row, flag, identity, rows, text
from tracker.records import Activity
from tracker.strategies import WIDGET, first_that_answers

if TYPE_CHECKING:
    from tracker.client import TrackerClient

SEARCHES: Final = ("/Activity/Search", "/Activity/PagedSearch")
IDS: Final = ("activityid", "id")
LETTERS: Final = {"Resource": "R", "Opportunity": "O", "Contact": "N", "Lead": "L", "Client": "C"}  # of the older API
LONGEST_NOTE: Final = 8000
LONGEST_SUBJECT: Final = 250
SEARCHED_PAGES: Final = 100
WIDGET_ROWS: Final = 100
WIDGET_PAGES: Final = 10


class Activities:
    """Logs activities and reads them."""

    def __init__(self, client: "TrackerClient") -> None:
        self._client = client

    async def create(
        self,
        *,
        candidate_id: int | None,
        job_id: int | None,
        subject: str,
        note: str,
        kind: str = "Text",
        custom: dict[int, str] | None = None,
        user_id: int | None = None,
        record: tuple[str, int] | None = None,
    ) -> None:
        """Log plain text on the candidate and the job; custom fields by their ids.

        `record` stands in the candidate's place: a contact or a lead, for example ("Contact", 77). Without any of the
        two it is logged on the job alone. `user_id` is its owner.
        """
        about: dict[str, object] = {
            "subject": _one_line(subject),
            "note": shortened(note),
            "type": kind,
            "status": "Completed",
            "contactType": "Outbound",
        }
        if user_id:
            about["userId"] = user_id
        first = record or (("Resource", candidate_id) if candidate_id else None)
        links = ([first] if first else []) + ([("Opportunity", job_id)] if job_id else [])
        if not links:
            raise TrackerInvalid(400, "it belongs to no record", what="Activity")
        fields = [{"id": key, "value": value} for key, value in (custom or {}).items()]
        await self._log(about, links, fields)

    async def of_candidate(self, candidate_id: int, *, updated_after: str | None = None) -> list[Activity]:
        """What is logged on the candidate; rows that belong to someone else are left out."""
        return await self.of_record("Resource", candidate_id, updated_after=updated_after)

    async def of_record(self, kind: str, record_id: int, *, updated_after: str | None = None) -> list[Activity]:
        """What is logged on a record: Resource, Opportunity, Contact or Lead."""

        async def by_rest() -> list[Row]:
            body: dict[str, object] = {
                "recordType": kind,
                "recordId": record_id,
                f"{kind[0].lower()}{kind[1:]}Id": record_id,
            }
            if updated_after:
                body["updatedAfter"] = updated_after
            return await every_row(
                self._client,
                SEARCHES,
                body,
                plural="activities",
                id_keys=IDS,
                limit=SEARCHED_PAGES,
            )

        ways: dict[str, Callable[[], Awaitable[list[Row]]]] = {
            "rest": by_rest,
            WIDGET: lambda: self._by_widget(updated_after),
        }
        found = await first_that_answers(self._client, "activity_search", ways)
        mine = (each for each in found if belongs(each, record_id, kind))
        return [activity for each in mine if (activity := read_activity(each))]

    async def first_page(self) -> list[Row]:
        """One page of the tenant's activities, as it comes."""

        async def by_rest() -> list[Row]:
            found = await self._client.read("POST", SEARCHES[0], {**PAGE, "pageNumber": 1})
            return rows(found, "activities", SEARCHES[0])

        ways: dict[str, Callable[[], Awaitable[list[Row]]]] = {
            "rest": by_rest,
            WIDGET: lambda: self._widget_page(0, None),
        }
        return await first_that_answers(self._client, "activity_search", ways)

    async def _log(
        self,
        about: dict[str, object],
        links: list[tuple[str, int]],
        fields: list[dict[str, object]],
    ) -> None:
        ways: dict[str, Callable[[], Awaitable[None]]] = {
            "rest": lambda: self._at_once(about, links, fields),
            "rest_plain": lambda: self._one_by_one(about, links),
            WIDGET: lambda: self._log_by_widget(about, links, fields),
        }
        if not fields:
            await first_that_answers(self._client, "activity", ways)
            return
        plain = ways.pop("rest_plain")  # last: it has no room for custom fields
        if self._client.widget.has_credentials:
            ways = {WIDGET: ways.pop(WIDGET), **ways}  # the one that documents custom fields
        await first_that_answers(self._client, "activity_custom", {**ways, "rest_plain": plain})

    async def _at_once(
        self,
        about: dict[str, object],
        links: list[tuple[str, int]],
        fields: list[dict[str, object]],
    ) -> None:
        record_type, record_id = links[0]
        body = {"recordType": record_type, "recordId": record_id, **about}
        if len(links) > 1:
            body["associations"] = {"opportunities": [{"id": key} for _, key in links[1:]]}
        if fields:
            body["customFields"] = fields
        await self._post(body)

    async def _one_by_one(self, about: dict[str, object], links: list[tuple[str, int]]) -> None:
        plain = {key: about[key] for key in ("subject", "note")}
        bodies = [{"recordType": kind, "recordId": key, **plain} for kind, key in links]
        await self._post(bodies[0])
        for body in bodies[1:]:
            with contextlib.suppress(TrackerRefused):  # the candidate has it; the job is a courtesy
                await self._post(body)

    async def _post(self, body: dict[str, object]) -> None:
        answer = await self._client.write("POST", "/Activity", body)
        if isinstance(answer, dict) and flag(answer, "success") is False:
            raise TrackerInvalid(200, text(answer, "message"), what="POST /Activity")

    async def _log_by_widget(
        self,
        about: dict[str, object],
        links: list[tuple[str, int]],
        fields: list[dict[str, object]],
    ) -> None:
        await self._widget_activity(about, links[0], fields)
        for link in links[1:]:
            with contextlib.suppress(TrackerRefused):
                await self._widget_activity(about, link, fields)

    async def _widget_activity(
        self, about: dict[str, object], link: tuple[str, int], fields: list[dict[str, object]]
    ) -> None:
        activity = {**about, "linkRecordType": LETTERS[link[0]], "linkRecordId": link[1]}
        things: dict[str, object] = {"activity": activity}
        if fields:
            things["customfields"] = fields  # beside the activity, as the vendor shows
        await self._client.widget.call("createActivity", things)

    async def _by_widget(self, updated_after: str | None) -> list[Row]:
        found: dict[int, Row] = {}
        for page in range(WIDGET_PAGES):
            fresh = {
                key: each
                for each in await self._widget_page(page, updated_after)
                if (key := identity(each, *IDS)) and key not in found
            }
            if not fresh:
                break
            found |= fresh
        return list(found.values())

    async def _widget_page(self, page: int, updated_after: str | None) -> list[Row]:
        asked: dict[str, object] = {
            "recordtype": "A",
            "numrecords": WIDGET_ROWS,
            "pagenum": page,
            "sortfield": "id",
            "sortdir": "desc",
        }
        if updated_after:
            asked["updatedafter"] = updated_after.replace("T", " ")
        answer = await self._client.widget.call("getRecords", instructions=asked, reads=True)
        return rows(answer, "results", "getRecords")


def read_activity(record: Row) -> Activity | None:
    """A row of either API as an Activity; None without an id."""
    key = identity(record, *IDS)
    if key is None:
        return None
    return Activity(
        id=key,
        subject=text(record, "subject", "name"),
        note=text(record, "note", "text", "details.note", "notes"),
        record_type=text(record, "recordtype"),
        record_id=identity(record, "recordid"),
    )


def belongs(record: Row, record_id: int, kind: str = "Resource") -> bool:
    """Whether the row is the record's; a row that names nobody is kept."""
    key = kind.lower()
    named = identity(record, f"{key}id", f"details.{key}id", key)
    if named is not None:
        return named == record_id
    if text(record, "recordtype").lower() in {key, LETTERS.get(kind, "").lower()}:
        return identity(record, "recordid") == record_id
    return not text(record, "recordtype")


def shortened(note: str) -> str:
    """A note within Tracker's length, as plain text."""
    plain = note.replace("\r\n", "\n").replace("\x00", "")
    return plain if len(plain) <= LONGEST_NOTE else plain[: LONGEST_NOTE - 1] + "…"


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:LONGEST_SUBJECT]
