"""The tenant's lists: statuses, users, the custom fields of activities."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerInvalid, TrackerNotFound
from tracker.pages import every_row
from tracker.parsing import Row, flag, identity, listed, rows, text
from tracker.records import Skill, Status, User
from tracker.strategies import WIDGET, first_that_answers

if TYPE_CHECKING:
    from tracker.client import TrackerClient

STATUS_LISTS: Final = (  # the first is the likeliest; the key is known, the path is not
    "/MetaData/OpportunityResourceStatuses",
    "/MetaData/OpportunityResource/Statuses",
    "/OpportunityResource/Statuses",
)
STATUS_IDS: Final = ("opportunityresourcestatusid", "statusid", "id")
STATUS_NAMES: Final = ("opportunityresourcestatusname", "statusname", "name")
STATUS_GROUPS: Final = ("groupname", "statusgroup", "group", "category", "categoryname")
SKILL_IDS: Final = ("skillid", "id")
SKILL_NAMES: Final = ("skillname", "name")
SKILLS: Final = 100  # asked for on one page
SKILL_PAGES: Final = 50
USER_IDS: Final = ("userid", "id")
HARVESTED_PAGES: Final = 30


class Metadata:
    """Reads the tenant's lists."""

    def __init__(self, client: "TrackerClient") -> None:
        self._client = client

    async def statuses(self) -> list[Status]:
        """The statuses in Tracker's order; where it does not list them, those met in rows."""
        try:
            return await self.listed_statuses()
        except TrackerNotFound:
            return await self._met()

    async def listed_statuses(self) -> list[Status]:
        """The statuses in Tracker's order; TrackerNotFound where it does not list them."""
        if not self._client.has_token:
            found = await self._client.older.statuses()
        else:
            ways = {path: self._listing(path) for path in STATUS_LISTS}
            found = await first_that_answers(self._client, "statuses", ways)
        if not found and not self._client.has_token:
            raise TrackerNotFound(404, "the older API lists no placement statuses", what="statuses")
        used = (each for each in found if flag(each, "active", "isactive") is not False)
        read = (_status(each, index) for index, each in enumerate(used))
        return [status for status in read if status]

    async def users(self) -> list[User]:
        """The recruiters with a log-in that is not switched off."""
        ways: dict[str, Callable[[], Awaitable[list[Row]]]] = {
            "rest": self._users_by_rest,
            WIDGET: self._users_by_widget,
        }
        found = await first_that_answers(self._client, "users", ways)
        used = (each for each in found if flag(each, "active") is not False)
        return [user for each in used if (user := _user(each))]

    async def activity_fields(self) -> dict[str, int]:
        """The ids of the custom fields of activities, by name; only the older API lists them."""
        if not self._client.widget.ready:
            return {}
        settings = await self._client.widget.settings()
        return {
            text(each, "name"): key
            for each in listed(settings, "customfields")
            if text(each, "association").lower() == "activity" and (key := identity(each, "id"))
        }

    async def skills(self, area_id: int) -> list[Skill]:
        """The tenant's skills of one area; REST alone lists them."""
        path, found = f"/MetaData/Skills/Areas/{area_id}/Skills", {}  # type: tuple[str, dict[int, Skill]]
        for page in range(1, SKILL_PAGES + 1):
            asked = f"{path}?pageSize={SKILLS}&pageNumber={page}"
            listing = rows(await self._client.read("GET", asked), "skills", path)
            read = (Skill(id=key, name=text(r, *SKILL_NAMES)) for r in listing if (key := identity(r, *SKILL_IDS)))
            fresh = {skill.id: skill for skill in read if skill.id not in found}
            found |= fresh
            if not fresh:
                break
        return list(found.values())

    def _listing(self, path: str) -> Callable[[], Awaitable[list[Row]]]:
        async def listing() -> list[Row]:
            return rows(await self._client.read("GET", path), "opportunityResourceStatuses", path)

        return listing

    async def _met(self) -> list[Status]:
        met = await self._client.applications.statuses_met(most_pages=HARVESTED_PAGES)
        if not met and not self._client.has_token:
            raise TrackerInvalid(400, "the older API names no placement status", what="statuses")
        return [Status(id=key, name=met[key], index=i) for i, key in enumerate(sorted(met))]

    async def _users_by_rest(self) -> list[Row]:
        return await every_row(self._client, ("/User/Search",), {}, plural="users", id_keys=USER_IDS, limit=100)

    async def _users_by_widget(self) -> list[Row]:
        return listed(await self._client.widget.settings(), "users")


def _status(record: Row, index: int) -> Status | None:
    key, name = identity(record, *STATUS_IDS), text(record, *STATUS_NAMES)
    if key is None or not name:
        return None
    return Status(id=key, name=name, group=text(record, *STATUS_GROUPS), index=index)


def _user(record: Row) -> User | None:
    key = identity(record, *USER_IDS)
    whole = f"{text(record, 'firstname')} {text(record, 'surname', 'lastname')}".strip()
    name = whole or text(record, "displayas", "fullname", "name", "username")
    return User(id=key, name=name, email=text(record, "email")) if key else None
