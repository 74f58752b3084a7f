"""Applications (Tracker: OpportunityResource): those of a job, one by id, and the move."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Final

from tracker.errors import (
    TrackerError,
    TrackerInvalid,
    TrackerMalformed,
    TrackerNotFound,
    TrackerUnauthorized,
    TrackerUnreachable,
)
from tracker.older import PLACEMENT
from tracker.pages import MOST_PAGES, PAGE, each_page, every_row
from tracker.parsing import Row, identity, row, rows, text
from tracker.records import Application
from tracker.strategies import WIDGET, first_that_answers, open_ways

if TYPE_CHECKING:
    from tracker.client import TrackerClient

SEARCHES: Final = ("/OpportunityResource/PagedSearch", "/OpportunityResource/Search")  # the first says where it ends
IDS: Final = ("opportunityresourceid", "id")
SETTLING: Final = 1.0  # seconds before a move that does not show is looked at again


class Applications:
    """Reads applications and moves them."""

    def __init__(self, client: "TrackerClient") -> None:
        self._client = client
        self.harvest: dict[int, str] = {}  # status ids and names met in rows

    async def of_job(self, job_id: int, *, updated_after: str | None = None) -> list[Application]:
        """Everyone on the job, each once, as the search index knows them.

        `updated_after` (tenant-local ISO) is a wish: Tracker may ignore it.
        """
        body: dict[str, object] = {"opportunityId": job_id}
        if updated_after:
            body["updatedAfter"] = updated_after
        found = await self._rows(body)
        return [each for each in found if each.job_id == job_id]

    async def search(
        self, *, job_id: int | None = None, status_id: int | None = None, updated_after: str = ""
    ) -> AsyncIterator[list[Application]]:
        """Page by page what the search index knows, each application once.

        Every filter is a wish (`updated_after`: tenant-local ISO): Tracker may ignore it, so look at the rows.
        """
        wishes = {"opportunityId": job_id, "opportunityResourceStatusId": status_id, "updatedAfter": updated_after}
        body = {key: value for key, value in wishes.items() if value}
        if self._client.has_token:
            turning = each_page(self._client, SEARCHES, body, plural="opportunityResources", id_keys=IDS)
        else:
            turning = self._client.older.pages(PLACEMENT, updated_after=updated_after)
        async for page in turning:
            yield [each for record in page if (each := self._kept(record))]

    async def get(self, application_id: int) -> Application:
        """One application, live: search lags by up to hours."""
        path = f"/OpportunityResource/{application_id}"
        if not self._client.has_token:
            application = self._kept(await self._client.older.one(PLACEMENT, application_id))
        else:
            application = self._kept(row(await self._client.read("GET", path), path))
        if application is None:
            raise TrackerMalformed(f"{path}: no id")
        return application

    async def of_candidate(self, job_id: int, candidate_id: int) -> Application | None:
        """The candidate's application for the job, as the search index knows it."""
        body: dict[str, object] = {"opportunityId": job_id, "resourceId": candidate_id}
        found = await self._rows(body)
        return next((each for each in found if (each.job_id, each.candidate_id) == (job_id, candidate_id)), None)

    async def create(self, job_id: int, candidate_id: int, *, source: str = "") -> int | None:
        """Put the candidate on the job's short list, as one who applied; the application's id where Tracker names it."""
        path = f"/Opportunity/{job_id}/shortlist/resource/{candidate_id}"
        given = {"opportunityid": str(job_id), "resourceid": str(candidate_id), "assigntolist": "short"}
        given |= {"shortlistedby": "resource", **({"source": source} if source else {})}
        ways: dict[str, Callable[[], Awaitable[object]]] = {
            "shortlist": lambda: self._client.write("POST", path, []),
            WIDGET: lambda: self._client.widget.call("resourceApplication", instructions=given),
        }
        answer = await first_that_answers(self._client, "create_application", ways)
        return identity(answer, "id", "opportunityresourceid", "recordid") if isinstance(answer, dict) else None

    async def move(self, application_id: int, status_id: int) -> None:
        """Move to a status and read it back; TrackerInvalid if no way of moving took."""
        ways = self._moves(application_id, status_id)
        for name in self._client.strategies.order("move", open_ways(self._client, ways)):
            if not await _answered(name, ways[name]):
                continue
            if await self._took(application_id, status_id):
                self._client.strategies.works("move", name)
                return
        raise await self._stayed(application_id, status_id)

    async def reject(self, application_id: int, status_id: int, *, note: str = "", user_id: int | None = None) -> None:
        """Move to a status that rejects, read it back, and log the note on candidate and job.

        Tracker lists no reasons for a rejection, and a move carries no note: the note is what is shown.
        """
        live = await self.get(application_id)
        if live.status_id != status_id:
            await self.move(application_id, status_id)
        if note:
            await self._client.activities.create(
                candidate_id=live.candidate_id, job_id=live.job_id, subject="Rejected", note=note, user_id=user_id
            )

    async def _stayed(self, application_id: int, status_id: int) -> TrackerInvalid:
        current = await self.get(application_id)
        return TrackerInvalid(
            200,
            f"it stayed at {current.status_name or 'no status'}",
            what=f"application {application_id} to status {status_id}",
        )

    async def far_page(self) -> list[Row]:
        """One page, far behind the last: proof of access at the price of one call."""
        if not self._client.has_token:
            return await self._client.older.some(PLACEMENT)
        found = await self._client.read("POST", SEARCHES[1], {**PAGE, "pageNumber": MOST_PAGES})
        return rows(found, "opportunityResources", SEARCHES[1])

    async def statuses_met(self, *, most_pages: int) -> dict[int, str]:
        """Names by id of the statuses in use, for tenants that do not list them."""
        if not self.harvest:
            await self._rows({}, limit=most_pages)
        return dict(self.harvest)

    async def _rows(self, body: dict[str, object], *, limit: int | None = None) -> list[Application]:
        if self._client.has_token:
            found = await every_row(
                self._client, SEARCHES, body, plural="opportunityResources", id_keys=IDS, limit=limit
            )
        else:
            turning = self._client.older.pages(PLACEMENT, updated_after=str(body.get("updatedAfter") or ""))
            found = [each async for page in turning for each in page]
        return [each for record in found if (each := self._kept(record))]

    def _kept(self, record: Row) -> Application | None:
        application = read_application(record)
        if application and application.status_id and application.status_name:
            self.harvest[application.status_id] = application.status_name
        return application

    def _moves(self, application_id: int, status_id: int) -> dict[str, Callable[[], Awaitable[object]]]:
        path = f"/OpportunityResource/{application_id}"
        nested: object = {"status": {"id": status_id}}
        flat: object = {"opportunityResourceStatusId": status_id}
        return {
            "status": lambda: self._client.write("PATCH", path, nested),
            "opportunityResourceStatusId": lambda: self._client.write("PATCH", path, flat),
            WIDGET: lambda: self._move_by_widget(application_id, status_id),
        }

    async def _move_by_widget(self, application_id: int, status_id: int) -> object:
        return await self._client.widget.call(
            "updateRecord",
            {"updates": [{"column": "opportunityresourcestatusid", "value": str(status_id)}]},
            instructions={"recordtype": "X", "recordid": application_id},
        )

    async def _took(self, application_id: int, status_id: int) -> bool:
        try:
            if (await self.get(application_id)).status_id == status_id:
                return True
            await self._client.sleep(SETTLING)
            return (await self.get(application_id)).status_id == status_id
        except TrackerNotFound:
            if self._client.has_token:
                raise
            return True  # the older API need not show every placement; it said "updated"
        except TrackerError as error:
            if isinstance(error, TrackerMalformed) and not self._client.has_token:
                return True
            what = f"application {application_id}: moved, and not read back"
            raise TrackerUnreachable(f"{what} ({error})", sent=True) from error


async def _answered(name: str, way: Callable[[], Awaitable[object]]) -> bool:
    try:
        await way()
    except (TrackerNotFound, TrackerInvalid):
        return False
    except TrackerMalformed:
        return True  # reading back will tell
    except TrackerUnauthorized:
        if name != WIDGET:
            raise
        return False
    return True


def read_application(record: Row) -> Application | None:
    """A row or a detail as an Application; None without its three ids."""
    key = identity(record, *IDS)
    job = identity(record, "opportunityid", "opportunity")
    candidate = identity(record, "resourceid", "resource")
    if not (key and job and candidate):
        return None
    return Application(
        id=key,
        job_id=job,
        candidate_id=candidate,
        status_id=identity(record, "opportunityresourcestatusid", "opportunityresourcestatus", "status"),
        status_name=text(record, "opportunityresourcestatusname", "opportunityresourcestatus", "status"),
        created=text(record, "creationdate", "dateassigned", "datecreated", "createddate"),
        updated=text(record, "lastupdateddatetime", "lastupdated", "updateddate"),
        candidate_name=_first_name_first(text(record, "resourcedisplayas", "resource")),
        candidate_email=text(record, "resourceemail", "resource.email"),
    )


def _first_name_first(name: str) -> str:
    last, comma, first_name = name.partition(",")
    return f"{first_name.strip()} {last.strip()}".strip() if comma else name
