"""Contacts and leads: people of a client, and people of whom nobody knows yet what they will be."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerInvalid, TrackerMalformed
from tracker.pages import every_row
from tracker.parsing import Row, flag, identity, row, text

if TYPE_CHECKING:
    from tracker.client import TrackerClient

SEARCHES: Final = ("/Contact/Search", "/Contact/PagedSearch")
IDS: Final = ("contactid", "id")
SEARCHED_PAGES: Final = 20


class Contacts:
    """Finds a contact by e-mail, makes a contact or a lead."""

    def __init__(self, client: "TrackerClient") -> None:
        self._client = client

    async def find(self, email: str) -> int | None:
        """The contact with that e-mail; a search may answer with strangers, so we compare."""
        wanted = email.strip().casefold()
        body = {"email": email, "searchTerm": email, "searchText": email}
        found = await every_row(self._client, SEARCHES, body, plural="contacts", id_keys=IDS, limit=SEARCHED_PAGES)
        mine = (each for each in found if wanted and _email(each) == wanted)
        return next((key for each in mine if (key := identity(each, *IDS))), None)

    async def create(self, *, first_name: str, last_name: str, email: str = "", mobile: str = "") -> int:
        """A new contact's id."""
        return await self._create("Contact", _person(first_name, last_name, email, mobile))

    async def create_lead(self, *, first_name: str, last_name: str, email: str = "", mobile: str = "") -> int:
        """A new lead's id."""
        name = f"{first_name} {last_name}".strip()
        return await self._create("Lead", {"name": name, **_person(first_name, last_name, email, mobile)})

    async def _create(self, entity: str, body: Mapping[str, object]) -> int:
        what = f"POST /{entity}"
        answer = row(await self._client.write("POST", f"/{entity}", body), what)
        key = identity(answer, "id", f"{entity.lower()}id")
        if flag(answer, "success") is False:
            raise TrackerInvalid(200, text(answer, "message"), what=what)
        if key is None:
            raise TrackerMalformed(f"{what}: no id in the answer")
        return key


def _email(record: Row) -> str:
    return text(record, "email", "contactdetails.email").casefold()


def _person(first_name: str, last_name: str, email: str, mobile: str) -> dict[str, object]:
    contact = {key: value for key, value in (("email", email), ("mobilePhone", mobile)) if value}
    return {"firstName": first_name, "surname": last_name, "contactDetails": contact}
