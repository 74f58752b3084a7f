"""Jobs (Tracker: Opportunity): the open ones, and one by id."""

from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerMalformed
from tracker.older import JOB
from tracker.pages import PAGE, every_row
from tracker.parsing import Row, custom, first, flag, identity, listed, number, row, rows, text
from tracker.records import Job, Owner, Posting

if TYPE_CHECKING:
    from tracker.client import TrackerClient

SEARCHES: Final = ("/Opportunity/PagedSearch", "/Opportunity/Search")
IDS: Final = ("opportunityid", "id")
OPEN: Final = {"state": "open", "searchTerm": "", "onlyMyRecords": False}
ENDED: Final = frozenset({"closed", "won", "lost", "filled", "cancelled", "canceled"})
LIVE: Final = "A"  # of an advert's status; "C" is closed
SLOTS: Final = ("opportunityownerid", "secondaryownerid", "thirdownerid", "fourthownerid", "fifthownerid")
YES: Final = frozenset({"yes", "true", "y", "1"})


class Jobs:
    """Reads jobs; a row of a search lacks what only the detail carries."""

    def __init__(self, client: "TrackerClient") -> None:
        self._client = client

    async def open(self) -> list[Job]:
        """Every open job, as search rows."""
        if not self._client.has_token:
            return await self._open_by_older()
        found = await every_row(self._client, SEARCHES, OPEN, plural="opportunities", id_keys=IDS)
        return [job for each in found if (job := read_job(each)) and job.is_open]

    async def get(self, job_id: int) -> Job:
        """One job, live."""
        path = f"/Opportunity/{job_id}"
        if not self._client.has_token:
            job = read_job(await self._client.older.one(JOB, job_id))
        else:
            job = read_job(row(await self._client.read("GET", path), path))
        if job is None:
            raise TrackerMalformed(f"{path}: no id")
        return job

    async def _open_by_older(self) -> list[Job]:
        turning = self._client.older.pages(JOB, state="open")
        return [job async for page in turning for each in page if (job := read_job(each)) and job.is_open]

    async def first_page(self) -> list[Row]:
        """One page of open jobs, as they come: the cheapest read there is."""
        if not self._client.has_token:
            return await self._client.older.some(JOB)
        found = await self._client.read("POST", SEARCHES[1], {**OPEN, **PAGE, "pageNumber": 1})
        return rows(found, "opportunities", SEARCHES[1])


def read_job(record: Row) -> Job | None:
    """A row or a detail as a Job; None without an id."""
    key = identity(record, *IDS)
    fields = custom(record)
    if key is None:
        return None
    return Job(
        id=key,
        name=text(record, "opportunityname", "name"),
        status=text(record, "opportunitystatusdesc", "status"),
        is_open=_is_open(record),
        client=text(record, "clientname", "client"),
        advert_title=text(record, "advertdetails.title", "publishtitle"),
        location=text(record, "location", "locationcity", "advertdetails.location"),
        pay_rate=number(record, "payrate", "opportunityrate"),
        work_type=text(record, "worktype", "advertdetails.worktype"),
        description=text(
            record,
            "advertdetails.description",
            "publishdescription",
            "opportunitydescription",
            "description",
        ),
        confidential=_confidential(record, fields),
        owners=tuple(_owners(record)),
        custom=fields,
        department=text(record, "department"),
        created=text(record, "dateopened", "creationdate"),
        updated=text(record, "lastupdateddatetime"),
        closed=text(record, "history.closed", "history.filled", "datefilled"),
        posting=_posting(record),
    )


def _posting(record: Row) -> Posting:
    status = first(record, "advertdetails.advertstatus", "advertstatus")
    return Posting(
        title=text(record, "advertdetails.title", "publishtitle"),
        description=text(record, "advertdetails.description", "publishdescription"),
        live=None if status is None else str(status).strip().upper() == LIVE,
        online=flag(record, "advertdetails.publishonline", "publishonline"),
        published=text(record, "advertdetails.publishdate", "publishdate"),
        location=text(record, "advertdetails.location", "publishlocation"),
        reference=text(record, "advertdetails.reference", "publishreference"),
        salary_from=number(record, "advertdetails.salaryfrom", "publishsalaryfrom"),
        salary_to=number(record, "advertdetails.salaryto", "publishsalaryto"),
        salary_per=text(record, "advertdetails.salaryper", "publishsalaryper"),
    )


def _is_open(record: Row) -> bool:
    active = flag(record, "active")
    if active is not None:
        return active
    if first(record, "history.closed", "history.filled", "history.awarded"):
        return False
    return text(record, "opportunitystatusdesc", "status").lower() not in ENDED


def _confidential(record: Row, fields: dict[str, str]) -> bool:
    if flag(record, "confidential", "isconfidential", "advertdetails.confidential"):
        return True
    said = (value for name, value in fields.items() if name.strip().lower() == "confidential")
    return any(value.strip().lower() in YES for value in said)


def _owners(record: Row) -> list[Owner]:
    """All five slots; a row names their ids alone."""
    named = [
        Owner(id=key, name=text(each, "name"), email=text(each, "email"))
        for each in listed(record, "owners")
        if (key := identity(each, "ownerid", "id"))
    ]
    return named or [Owner(id=key) for slot in SLOTS if (key := identity(record, slot))]
