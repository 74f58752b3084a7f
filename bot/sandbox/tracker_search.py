"""Tracker's searches: pages of ten, no order, filters that work and filters that are ignored without a word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sandbox import tracker_shapes as shapes
from bot.sandbox.tracker_data import Tenant
from bot.sandbox.wire import Json

PLURALS = {
    "opportunity": "opportunities",
    "opportunityresource": "opportunityResources",
    "resource": "resources",
    "activity": "activities",
    "user": "users",
    "client": "clients",
    "contact": "contacts",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a search."""

    rows: list[Json]
    total: int
    pages: int
    more: bool


def search(tenant: Tenant, entity: str, body: Json) -> Page:
    """A page of the rows that fit."""
    rows = _unsorted(tenant, list(_FINDERS[entity](tenant, body)))
    size, number = _size(tenant, body), max(1, _whole(body.get("pageNumber"), 1))
    first = (number - 1) * size
    if tenant.quirks.overlapping_pages and number > 1:
        first = max(0, first - 2)
    pages = -(-len(rows) // size)
    return Page(rows[first : first + size], len(rows), pages, first + size < len(rows))


def _size(tenant: Tenant, body: Json) -> int:
    asked = _whole(body.get("maxResults"), 0)
    return min(asked, 1000) if tenant.quirks.max_results_honoured and asked > 0 else tenant.quirks.page_size


def _whole(value: object, default: int) -> int:
    try:
        return int(str(value))
    except ValueError:
        return default


def _unsorted(tenant: Tenant, rows: list[Json]) -> list[Json]:
    """No order that a reader could rely on, but the same one on every page."""
    if not tenant.quirks.unsorted:
        return rows
    return sorted(rows, key=lambda row: str(next(iter(row.values())))[::-1])


def _jobs(tenant: Tenant, body: Json) -> Iterable[Json]:
    state, since = (body.get("state") or "").lower(), body.get("updatedAfter")
    if since and not state and tenant.quirks.updated_needs_state:
        return []
    words = (body.get("searchTerm") or "").lower()
    jobs = (j for j in tenant.jobs.values() if state in ("", j["state"]) and words in j["name"].lower())
    found = [job for job in jobs if _after(tenant, job, since)]
    return [shapes.job_row(tenant, job) | _custom_fields(tenant, job, body) for job in found]


def _custom_fields(tenant: Tenant, record: Json, body: Json) -> Json:
    """Custom fields stand on the detail alone, whatever is asked, unless the quirk is off."""
    wanted = bool(body.get("includeCustomFields")) and not tenant.quirks.custom_fields_only_on_detail
    return {"customFields": record["customFields"]} if wanted else {}


def _applications(tenant: Tenant, body: Json) -> Iterable[Json]:
    job = _whole(body.get("opportunityId"), 0) if tenant.quirks.filters_by_job else 0
    records = (a for a in tenant.applications.values() if job in (0, a["opportunityId"]))
    return [shapes.application_row(tenant, a) for a in records if _after(tenant, a, body.get("updatedAfter"))]


def _people(tenant: Tenant, body: Json) -> Iterable[Json]:
    words = (body.get("searchTerm") or "").lower()
    told = ((p, f"{p['displayAs']} {p['contactDetails']['email']}".lower()) for p in tenant.people.values())
    found = (p for p, text in told if words in text)
    return [shapes.person_row(tenant, p) for p in found if _after(tenant, p, body.get("updatedAfter"))]


def _activities(tenant: Tenant, body: Json) -> Iterable[Json]:
    kind, id_ = (str(body.get("recordType") or "").lower(), _whole(body.get("recordId"), 0))
    kept = (a for a in tenant.activities if not kind or id_ in a["links"].get(kind, []))
    return [shapes.activity_row(tenant, a) for a in kept]


def _users(tenant: Tenant, _: Json) -> Iterable[Json]:
    return [{"userId": u["id"], "name": u["name"], "email": u["email"], "active": "y"} for u in tenant.users]


def _clients(tenant: Tenant, _: Json) -> Iterable[Json]:
    return [{"clientId": id_, "clientName": name} for id_, name in tenant.clients.items()]


def _contacts(tenant: Tenant, _: Json) -> Iterable[Json]:
    """Filters by e-mail are ignored: the first row can be a stranger."""
    return [
        {"contactId": id_, "firstName": c["firstName"], "surname": c["surname"], "email": c["contactDetails"].get("email", "")}
        for id_, c in tenant.contacts.items()
    ]  # fmt: skip


def _after(tenant: Tenant, record: Json, since: object) -> bool:
    """Compares local times as texts; a Z is read as local. What is newer than the index is not found yet."""
    changed = record["lastUpdatedDateTime"]
    if tenant.quirks.index_lag:
        known = datetime.fromisoformat(tenant.now()) - timedelta(seconds=tenant.quirks.index_lag)
        if changed > known.isoformat():
            return False
    return not since or changed >= str(since).rstrip("Z")


_FINDERS: dict[str, Callable[[Tenant, Json], Iterable[Json]]] = {
    "opportunity": _jobs,
    "opportunityresource": _applications,
    "resource": _people,
    "activity": _activities,
    "user": _users,
    "client": _clients,
    "contact": _contacts,
}
