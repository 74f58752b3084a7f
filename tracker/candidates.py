"""Candidates (Tracker: Resource): one by id, a search that trusts no hit, and a new one."""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerInvalid, TrackerMalformed
from tracker.older import PERSON
from tracker.pages import PAGE, every_row
from tracker.parsing import Row, flag, identity, listed, row, rows, text
from tracker.reading import IDS, fields_of, read_candidate, tags_of
from tracker.records import Candidate
from tracker.strategies import WIDGET, first_that_answers

if TYPE_CHECKING:
    from tracker.client import TrackerClient

SEARCHES: Final = ("/Resource/Search", "/Resource/PagedSearch")
SEARCHED_PAGES: Final = 50
COLUMNS: Final = {  # of the older API
    "email": "email", "mobile": "cellphone", "street": "address1", "town": "city", "state": "state",
    "postcode": "postcode", "linkedin": "linkedin",
}  # fmt: skip
CONTACT: Final = ("email", "mobilePhone", "telephone", "homePhone")
ADDRESS: Final = ("addressLine1", "addressLine2", "town", "county", "postcode", "country")
PLACES: Final = {  # of the REST API: the object, the key in it, and what stands beside it
    "email": ("contactDetails", "email", CONTACT), "mobile": ("contactDetails", "mobilePhone", CONTACT),
    "street": ("address", "addressLine1", ADDRESS), "town": ("address", "town", ADDRESS),
    "state": ("address", "county", ADDRESS), "postcode": ("address", "postcode", ADDRESS),
}  # fmt: skip
SAME_DIGITS: Final = 7  # fewer digits in common say nothing


class Candidates:
    """Reads candidates and makes one."""

    def __init__(self, client: "TrackerClient") -> None:
        self._client = client

    async def get(self, candidate_id: int) -> Candidate:
        """One candidate, live."""
        path = f"/Resource/{candidate_id}"
        if not self._client.has_token:
            candidate = read_candidate(await self._client.older.one(PERSON, candidate_id))
        else:
            candidate = read_candidate(row(await self._client.read("GET", path), path))
        if candidate is None:
            raise TrackerMalformed(f"{path}: no id")
        return candidate

    async def search(self, text: str, *, most_pages: int = SEARCHED_PAGES) -> list[Candidate]:
        """Those whose name, e-mail or phone holds `text`; Tracker may ignore it, so we compare."""
        candidates = (read_candidate(each) for each in await self._rows(text, most_pages))
        return [each for each in candidates if each and answers_to(each, text)]

    async def crawl(self, *, most_pages: int) -> list[Candidate]:
        """Some of the tenant's candidates, as they come: for comparing where a search does not heed what is asked."""
        found = await self._rows("", most_pages)
        return [candidate for each in found if (candidate := read_candidate(each))]

    async def _rows(self, asked: str, most_pages: int) -> list[Row]:
        if not self._client.has_token:
            turning = self._client.older.pages(PERSON, search=asked, most=most_pages)
            return [each async for page in turning for each in page]
        body: dict[str, object] = {"searchTerm": asked, "searchText": asked} if asked else {}
        return await every_row(self._client, SEARCHES, body, plural="resources", id_keys=IDS, limit=most_pages)

    async def create(
        self,
        *,
        first_name: str,
        last_name: str,
        email: str = "",
        mobile: str = "",
        phone: str = "",
        town: str = "",
        postcode: str = "",
        country: str = "",
        source: str = "",
        job_title: str = "",
        company: str = "",
        linkedin: str = "",
    ) -> int:
        """A new candidate's id; in the rich shape, since a flat create drops e-mail and phones."""
        contact = {"email": email, "mobilePhone": mobile, "telephone": phone}
        address = {"town": town, "postcode": postcode, "country": country}
        body = {"firstName": first_name, "surname": last_name, "source": source, "jobTitle": job_title}
        rich: dict[str, object] = {**_filled({**body, "linkedInUrl": linkedin})}
        rich |= {"contactDetails": _filled(contact), "address": _filled(address)}
        if company:
            rich["currentClient"] = {"id": -1, "name": company}
        older = {
            "firstname": first_name,
            "lastname": last_name,
            "email": email,
            "cellphone": mobile,
            "homephone": phone,
        }
        older |= {"city": town, "postcode": postcode, "country": country, "source": source}
        older |= {"jobtitle": job_title, "company": company, "linkedin": linkedin}
        ways: dict[str, Callable[[], Awaitable[int]]] = {
            "rest": lambda: self._create(rich),
            WIDGET: lambda: self._create_by_widget(_filled(older)),
        }
        return await first_that_answers(self._client, "create_candidate", ways)

    async def change(self, candidate_id: int, field: str, value: str) -> None:
        """Change one field and read it back; TrackerInvalid where it did not take.

        `field`: email, mobile, name, street, town, state, postcode or linkedin.
        """
        path = f"/Resource/{candidate_id}"
        ways: dict[str, Callable[[], Awaitable[object]]] = {
            "rest": lambda: self._patch(path, field, value),
            WIDGET: lambda: self._change_by_widget(candidate_id, field, value),
        }
        await first_that_answers(self._client, "change_candidate", ways)
        if not _took(await self.get(candidate_id), field, value):
            raise TrackerInvalid(200, f"the {field} stayed as it was", what=f"candidate {candidate_id}")

    async def tag(self, candidate_id: int, *tags: str) -> tuple[str, ...]:
        """Add tags to those there are; answers all of them, as read back."""
        now = (await self.get(candidate_id)).tags
        return await self._retag(candidate_id, now, [*now, *tags])

    async def untag(self, candidate_id: int, *tags: str) -> tuple[str, ...]:
        """Take tags away; answers those left, as read back."""
        now, gone = (await self.get(candidate_id)).tags, {tag.casefold() for tag in tags}
        return await self._retag(candidate_id, now, [tag for tag in now if tag.casefold() not in gone])

    async def _retag(self, candidate_id: int, now: tuple[str, ...], tags: list[str]) -> tuple[str, ...]:
        wanted = list(tags_of(", ".join(tags)))
        if list(now) == wanted:
            return now
        words, path = ", ".join(wanted), f"/Resource/{candidate_id}"
        ways: dict[str, Callable[[], Awaitable[object]]] = {
            "rest": lambda: self._client.write("PATCH", path, {"tagText": words}),
            WIDGET: lambda: self._update(candidate_id, {"tagtext": words}),
        }
        await first_that_answers(self._client, "tag_candidate", ways)
        live = (await self.get(candidate_id)).tags
        if _folded(live) != _folded(wanted):
            raise TrackerInvalid(200, "the tags stayed as they were", what=f"candidate {candidate_id}")
        return live

    async def set_skills(self, candidate_id: int, skills: Sequence[str]) -> tuple[str, ...]:
        """Replace the skills by these, which need not be in the tenant's list; answers them as read back."""
        path = f"/Resource/{candidate_id}"
        record = row(await self._client.read("GET", path), path)
        known = {text(each, "name").casefold(): identity(each, "id") or 0 for each in listed(record, "quickskills")}
        body = {"quickSkills": [{"id": known.get(name.casefold(), 0), "name": name} for name in skills]}
        await self._client.write("PATCH", path, body)
        live = (await self.get(candidate_id)).skills
        if _folded(live) != _folded(skills):
            raise TrackerInvalid(200, "Tracker did not take every skill", what=f"candidate {candidate_id}")
        return live

    async def _patch(self, path: str, field: str, value: str) -> object:
        """With what stands beside the field: whether Tracker merges an object or replaces it is not known."""
        if field == "name":
            first, _, last = value.partition(" ")
            return await self._client.write("PATCH", path, {"firstName": first, "surname": last.strip()})
        if field == "linkedin":
            return await self._client.write("PATCH", path, {"linkedInUrl": value})
        outer, inner, names = PLACES[field]
        found = row(await self._client.read("GET", path), path)
        beside = {name: text(found, f"{outer.lower()}.{name.lower()}") for name in names}
        return await self._client.write("PATCH", path, {outer: {**beside, inner: value}})

    async def _change_by_widget(self, candidate_id: int, field: str, value: str) -> object:
        first, _, last = value.partition(" ")
        columns = {"firstname": first, "lastname": last.strip()} if field == "name" else {COLUMNS[field]: value}
        return await self._update(candidate_id, columns)

    async def _update(self, candidate_id: int, columns: dict[str, str]) -> object:
        updates = [{"column": column, "value": each} for column, each in columns.items()]
        about = {"recordtype": PERSON, "recordid": candidate_id}
        return await self._client.widget.call("updateRecord", {"updates": updates}, instructions=about)

    async def _create(self, body: dict[str, object]) -> int:
        return _created(row(await self._client.write("POST", "/Resource", body), "POST /Resource"))

    async def _create_by_widget(self, fields: dict[str, str]) -> int:
        given = {"overwriteresource": False}
        answer = await self._client.widget.call("createResource", {"resource": fields}, instructions=given)
        key = identity(answer, "recordid")
        if key is None:
            raise TrackerMalformed("createResource: no id in the answer")
        return key

    async def first_page(self) -> list[Row]:
        """One page, as it comes."""
        if not self._client.has_token:
            return await self._client.older.some(PERSON)
        found = await self._client.read("POST", SEARCHES[0], {**PAGE, "pageNumber": 1})
        return rows(found, "resources", SEARCHES[0])


def answers_to(candidate: Candidate, asked: str) -> bool:
    """Whether the candidate's own name, e-mail or phone holds what was asked for."""
    words = asked.casefold().split()
    named = f"{candidate.first_name} {candidate.last_name} {candidate.email}".casefold()
    if words and all(word in named for word in words):
        return True
    digits = _digits(asked)
    phones = (_digits(candidate.mobile), _digits(candidate.phone))
    return len(digits) >= SAME_DIGITS and any(_same(digits, phone) for phone in phones)


def _took(live: Candidate, field: str, value: str) -> bool:
    """Whether the record has the value now; Tracker may write a number otherwise."""
    if field == "mobile":
        return _same(_digits(live.mobile), _digits(value))
    return fields_of(live)[field].strip().casefold() == value.strip().casefold()


def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SAME_DIGITS and longer.endswith(shorter)


def _digits(value: str) -> str:
    return re.sub(r"\D", "", value).lstrip("0")


def _folded(words: Sequence[str]) -> set[str]:
    return {word.casefold() for word in words}


def _filled(values: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}


def _created(answer: Row) -> int:
    key = identity(answer, "id", "resourceid")
    if flag(answer, "success") is False:
        raise TrackerInvalid(200, text(answer, "message"), what="POST /Resource")
    if key is None:
        raise TrackerMalformed("POST /Resource: no id in the answer")
    return key
