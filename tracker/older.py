"""Reading by the older API alone: jobs, placements and candidates, as rows that the readers of REST rows understand."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerInvalid, TrackerMalformed, TrackerNotFound
from tracker.parsing import Row, identity, listed, rows, text

if TYPE_CHECKING:
    from tracker.client import TrackerClient

JOB, PLACEMENT, PERSON = "O", "X", "R"
WORDS: Final = {JOB: "job", PLACEMENT: "placement", PERSON: "candidate"}
ROWS: Final = 100
MOST_PAGES: Final = 200
CRAWLED_PAGES: Final = 20  # in search of one record that can be asked for in no other way
STALE_PAGES: Final = 2  # whether pages are counted from nought or from one is not known: one may come twice
STATUS_LIST: Final = ("opportunityresource", "placement", "shortlist")
NAMES: Final[dict[str, dict[str, tuple[str, ...]]]] = {  # the REST row's key, and where the older record may have it
    JOB: {
        "opportunityid": ("id", "opportunityid"),
        "opportunityname": ("name", "opportunityname"),
        "opportunitystatusdesc": ("status", "opportunitystatus"),
        "clientname": ("company", "client", "clientname"),
        "publishtitle": ("publishtitle", "adverttitle"),
        "location": ("location", "city"),
        "opportunitydescription": ("opportunitydescription", "description", "note"),
    },
    PLACEMENT: {
        "opportunityresourceid": ("id", "opportunityresourceid"),
        "opportunityid": ("opportunityid", "jobid", "opportunity"),
        "resourceid": ("resourceid", "candidateid", "resource"),
        "opportunityresourcestatusid": ("opportunityresourcestatusid", "placementstatusid", "statusid"),
        "opportunityresourcestatusname": ("status", "opportunityresourcestatus", "opportunityresourcestatusname"),
        "creationdate": ("dateassigned", "creationdate", "datecreated", "dateopened"),
        "lastupdateddatetime": ("lastupdated", "lastupdateddatetime", "dateupdated", "updated"),
        "resourcedisplayas": ("resourcename", "fullname", "candidate", "resourcedisplayas"),
        "resourceemail": ("resourceemail", "email"),
    },
    PERSON: {
        "resourceid": ("id", "resourceid"),
        "firstname": ("firstname",),
        "surname": ("lastname", "surname"),
        "email": ("email",),
        "mobilephone": ("cellphone", "mobilephone", "mobile"),
        "telephone": ("workphone", "telephone", "phone"),
        "homephone": ("homephone",),
        "status": ("status", "resourcestatus"),
        "addressline1": ("address1", "addressline1", "street"),
        "town": ("city", "town"),
        "county": ("state", "county"),
        "postcode": ("postcode", "zip", "zipcode"),
        "country": ("country",),
        "linkedin": ("linkedin", "linkedinurl"),
        "jobtitle": ("jobtitle",),
        "marketing": ("marketing", "marketingpreference"),
        "tagtext": ("tagtext", "tags"),
        "company": ("company", "currentclient"),
        "source": ("source",),
        "quickskills": ("quickskills", "skills"),
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one way of asking for a record found. `heeded`: the id was, so that this way is worth remembering."""

    record: Row | None = None
    others: bool = False
    heeded: bool = True


class Older:
    """What an account without an access token can see. Tracker documents X for placements at work alone."""

    def __init__(self, client: "TrackerClient") -> None:
        self._client = client
        self._statuses: dict[str, int] | None = None
        self._unlisted: set[str] = set()  # names that the list lacked when it was read for them

    async def pages(
        self, letter: str, *, state: str = "", updated_after: str = "", search: str = "", most: int = MOST_PAGES
    ) -> AsyncIterator[list[Row]]:
        """The rows of each page that no earlier page had. Every filter is a wish."""
        asked = {"state": state, "updatedafter": updated_after.replace("T", " "), "searchtext": search}
        wishes: dict[str, object] = {key: value for key, value in asked.items() if value}
        seen: set[int] = set()
        stale = 0
        for page in range(most):
            about = {"recordtype": letter, "numrecords": ROWS, "pagenum": page, "includecustomfields": True, **wishes}
            found = await self._records(about)
            fresh = [(key, each) for each in found if (key := identity(each, "id")) and key not in seen]
            seen.update(key for key, _ in fresh)
            if fresh:
                yield [await self._known(as_row(each, letter), letter) for _, each in fresh]
            stale = 0 if fresh else stale + 1
            if not found or stale == STALE_PAGES:
                return

    async def some(self, letter: str) -> list[Row]:
        """The first page; TrackerNotFound where it is empty: the account shows no such records."""
        async for page in self.pages(letter, most=STALE_PAGES):
            return page
        raise TrackerNotFound(404, "the older API shows none", what=f"{WORDS[letter]}s")

    async def one(self, letter: str, id: int) -> Row:
        """One record. TrackerNotFound where others of its kind are shown and it is not, TrackerMalformed where none is."""
        ways: dict[str, Callable[[], Awaitable[Look]]] = {
            "record": lambda: self._by_id(letter, id),
            "list": lambda: self._listed(letter, id),
            "crawl": lambda: self._crawled(letter, id),
        }
        operation, others = f"older:{letter}", False
        known = self._client.strategies.known(operation)
        for name in self._client.strategies.order(operation, ways):
            look = await ways[name]()
            others |= look.others or name == known
            if look.record is not None:
                if look.heeded:
                    self._client.strategies.works(operation, name)
                return await self._known(look.record, letter)
        if others:
            raise TrackerNotFound(404, "not there", what=f"{WORDS[letter]} {id}")
        raise TrackerMalformed(f"{WORDS[letter]} {id}: the older API shows no such records; an access token is needed")

    async def statuses(self) -> list[Row]:
        """The tenant's list of placement statuses, where its settings hold one."""
        settings = await self._client.widget.settings()
        fits = (key for key in settings if "status" in key and any(word in key for word in STATUS_LIST))
        found = next((found for key in fits if (found := listed(settings, key))), [])
        self._statuses = {text(each, "name").casefold(): identity(each, "id") or 0 for each in found}
        self._unlisted -= self._statuses.keys()
        return found

    async def _records(self, about: dict[str, object]) -> list[Row]:
        answer = await self._client.widget.call("getRecords", instructions=about, reads=True)
        return rows(answer, "results", "getRecords")

    async def _by_id(self, letter: str, id: int) -> Look:
        asked = {"recordtype": letter, "recordid": id}
        try:
            answer = await self._client.widget.call("getIndividualRecord", instructions=asked, reads=True)
        except (TrackerInvalid, TrackerNotFound):
            return Look()
        nested = (answer[key] for key in ("record", "result", "details") if key in answer)
        found = [*listed(answer, "results"), *(each for each in nested if isinstance(each, dict))]
        mine = (each for each in found if identity(each, "id") == id)
        return Look(record=next((as_row(each, letter) for each in mine), None))

    async def _listed(self, letter: str, id: int) -> Look:
        try:
            found = await self._records({"recordtype": letter, "recordid": id, "numrecords": ROWS, "pagenum": 0})
        except TrackerInvalid:
            return Look(heeded=False)
        mine = [as_row(each, letter) for each in found if identity(each, "id") == id]
        strangers = len(mine) < len(found)
        return Look(record=mine[0] if mine else None, others=strangers, heeded=not strangers)

    async def _crawled(self, letter: str, id: int) -> Look:
        others = False
        async for page in self.pages(letter, most=CRAWLED_PAGES):
            others = True
            for each in page:
                if identity(each, "id") == id:
                    return Look(record=each)
        return Look(others=others)

    async def _known(self, record: Row, letter: str) -> Row:
        """A placement with its status' id, where it names the status alone."""
        name = text(record, "opportunityresourcestatusname").casefold()
        if letter != PLACEMENT or not name or identity(record, "opportunityresourcestatusid"):
            return record
        if self._statuses is None or (name not in self._statuses and name not in self._unlisted):
            self._unlisted.add(name)  # a status that was renamed or is new: the list is read anew, once for each name
            await self.statuses()
        return {**record, "opportunityresourcestatusid": (self._statuses or {}).get(name)}


def as_row(record: Row, letter: str) -> Row:
    """An older record under the REST row's keys; what it says of itself goes before its details."""
    flat = {**_details(record), **{key: value for key, value in record.items() if value not in (None, "", [], {})}}
    named = {
        key: next((flat[each] for each in may if flat.get(each) not in (None, "")), None)
        for key, may in NAMES[letter].items()
    }
    if letter == PERSON and not named["firstname"]:
        named["firstname"], _, named["surname"] = text(flat, "fullname", "name").partition(" ")
    if letter == JOB and (state := text(flat, "state").lower()) in {"open", "closed", "won"}:
        named["active"] = state == "open"
    for key in ("creationdate", "lastupdateddatetime"):
        named |= {key: _stamp(named[key])} if named.get(key) else {}
    return {"id": flat.get("id"), "customfields": _custom(flat), **{k: v for k, v in named.items() if v is not None}}


def _details(record: Row) -> dict[str, object]:
    """An object, a list of objects, or a list of names and values."""
    inner = record.get("details")
    if isinstance(inner, dict):
        return dict(inner)
    found: dict[str, object] = {}
    for each in listed(record, "details"):
        name = text(each, "name", "column", "key").lower()
        found |= {name: each["value"]} if name and "value" in each else each
    return found


def _custom(flat: Row) -> list[Row]:
    return [*listed(flat, "customfields")]


def _stamp(value: object) -> str:
    """A date and time that sorts as REST's do."""
    return str(value).strip().replace(" ", "T", 1)
