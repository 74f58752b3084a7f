"""What Tracker's REST paths do to the tenant's records."""

import base64
import binascii
import re
from collections.abc import Callable

from bot.sandbox import tracker_shapes as shapes
from bot.sandbox.tracker_data import Tenant
from bot.sandbox.tracker_search import PLURALS, search
from bot.sandbox.wire import Json

MAX_NOTE = 8000
Answer = tuple[int, object]
Act = Callable[[Tenant, list[str], Json], Answer]


class Missing(Exception):
    """No such record, or no such path."""


def find(tenant: Tenant, parts: list[str], body: Json) -> Answer:
    """POST {Entity}/Search and {Entity}/PagedSearch."""
    entity, kind = parts
    if entity not in PLURALS:
        raise Missing
    page = search(tenant, entity, body)
    if kind == "search":
        return 200, page.rows
    return 200, {
        PLURALS[entity]: page.rows,
        "totalCount": page.total,
        "totalPages": page.pages,
        "hasNextPage": page.more,
    }


def get_record(tenant: Tenant, parts: list[str], _: Json) -> Answer:
    """GET {Entity}/{id}: the live record, whatever the index knows."""
    record = _record(tenant, parts[0], parts[1])
    if parts[0] == "opportunityresource":
        return 200, shapes.application_detail(tenant, record)
    return 200, {key: value for key, value in record.items() if key not in ("state", "creationDate")}


def _record(tenant: Tenant, entity: str, id_: str) -> Json:
    tables = {"opportunity": tenant.jobs, "resource": tenant.people, "opportunityresource": tenant.applications}
    try:
        return tables[entity][int(id_)]
    except KeyError:
        raise Missing from None


def change_record(tenant: Tenant, parts: list[str], body: Json) -> Answer:
    """PATCH {Entity}/{id}: values that do not fit are dropped without a word."""
    record = _record(tenant, parts[0], parts[1])
    if parts[0] == "opportunityresource":
        return move_stage(tenant, record, body)
    record.update({key: value for key, value in body.items() if key in record and key not in ("id", "creationDate")})
    record["lastUpdatedDateTime"] = tenant.now()
    return 200, {"id": record["id"], "success": True}


def move_stage(tenant: Tenant, record: Json, body: Json) -> Answer:
    """The stage move, by `status.id` or by the row's own name for it."""
    if not tenant.quirks.rest_stage_move:
        return 405, None
    wanted = (body.get("status") or {}).get("id") or body.get("opportunityResourceStatusId")
    if wanted in tenant.statuses:
        tenant.move(record["id"], int(wanted), by="api")
    elif not tenant.quirks.drops_bad_values:
        return 400, problem("The status is not valid.")
    return 200, {"id": record["id"], "success": True}


def create_person(tenant: Tenant, _: list[str], body: Json) -> Answer:
    """POST Resource: the rich shape; a flat one loses e-mail and phone."""
    contact = body.get("contactDetails") or ({} if tenant.quirks.flat_create_drops else body)
    first, last = (body.get("firstName") or body.get("firstname") or "", body.get("surname") or "")
    person = tenant.add_person(first, last, phone=contact.get("mobilePhone", ""), email=contact.get("email", ""))
    return 201, {"id": person["id"], "success": True}


def create_contact(tenant: Tenant, _: list[str], body: Json) -> Answer:
    """POST Contact."""
    id_ = tenant.number()
    tenant.contacts[id_] = {"contactDetails": {}, "firstName": "", "surname": "", **body, "id": id_}
    return 201, {"id": id_, "success": True}


def create_lead(tenant: Tenant, _: list[str], body: Json) -> Answer:
    """POST Lead."""
    id_ = tenant.number()
    tenant.leads[id_] = {**body, "id": id_}
    return 201, {"id": id_, "success": True}


def skills(_: Tenant, __: list[str], ___: Json) -> Answer:
    """GET MetaData/Skills/Areas/{id}/Skills."""
    return 200, {"skills": [{"skillId": 181, "skillName": "Forklift"}, {"skillId": 182, "skillName": "Reach truck"}]}


def put_on_list(tenant: Tenant, parts: list[str], _: Json) -> Answer:
    """POST Opportunity/{id}/shortlist/resource/{id}: one who applied."""
    job, person = (int(part) for part in parts)
    _record(tenant, "opportunity", parts[0])
    _record(tenant, "resource", parts[1])
    return 201, {"id": tenant.apply(job, person)["id"], "success": True}


def create_activity(tenant: Tenant, _: list[str], body: Json) -> Answer:
    """POST Activity: linked to its record, and to whatever `associations` names."""
    if not tenant.quirks.rest_activity:
        raise Missing
    kind, id_ = str(body.get("recordType") or "").lower(), body.get("recordId")
    if not kind or not isinstance(id_, int) or not body.get("subject"):
        return 400, problem("recordType, recordId and subject are required.")
    links: dict[str, list[int]] = {kind: [id_]}
    for plural, rows in (body.get("associations") or {}).items():
        links.setdefault(SINGULARS.get(plural, plural), []).extend(row["id"] for row in rows)
    kept = {
        key: body.get(key)
        for key in ("subject", "type", "date", "time", "status", "priority", "contactType", "customFields", "userId")
    }
    activity = tenant.add_activity(
        {**kept, "note": str(body.get("note") or "")[:MAX_NOTE], "links": links, "via": "rest"}
    )
    return 201, {"id": activity["id"], "success": True}


SINGULARS = {plural: entity for entity, plural in PLURALS.items()}


def list_documents(tenant: Tenant, parts: list[str], _: Json) -> Answer:
    """GET Resource/{id}/Documents."""
    _record(tenant, "resource", parts[0])
    mine = [d for d in tenant.documents if d["resourceId"] == int(parts[0])]
    return 200, [
        {key: d[key] for key in ("documentId", "filename", "documentType", "isPrimary", "creationDate")} for d in mine
    ]


def get_document(tenant: Tenant, parts: list[str], _: Json) -> Answer:
    """GET Resource/{id}/Document/{document}: its bytes in base64."""
    for document in tenant.documents:
        if document["resourceId"] == int(parts[0]) and document["documentId"] == int(parts[1]):
            return 200, {"filename": document["filename"], "filecontent": base64.b64encode(document["data"]).decode()}
    raise Missing


def add_document(tenant: Tenant, parts: list[str], body: Json) -> Answer:
    """POST Resource/{id}/Document."""
    if not tenant.quirks.rest_upload:
        raise Missing
    person = _record(tenant, "resource", parts[0])
    try:
        data = base64.b64decode(body.get("filecontent") or "", validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if not data or not body.get("filename"):
        return 400, problem("filename and filecontent are required.")
    file = {
        "filename": body["filename"],
        "documentType": body.get("documentType", "general"),
        "isPrimary": bool(body.get("isPrimary")),
    }
    kept = tenant.add_document(person["id"], {**file, "data": data})
    return 201, {"id": kept["documentId"], "success": True}


def stages(tenant: Tenant, _: list[str], __: Json) -> Answer:
    """GET MetaData/OpportunityResourceStatuses."""
    if not tenant.quirks.stage_metadata:
        raise Missing
    return 200, {"opportunityResourceStatuses": [shapes.stage_row(tenant, s) for s in tenant.statuses.values()]}


def problem(title: str) -> Json:
    """A refusal as ASP.NET words it."""
    return {"type": "https://tools.ietf.org/html/rfc7231#section-6.5.1", "title": title, "status": 400}


def description(_: Tenant, __: list[str], ___: Json) -> Answer:
    """GET swagger/v1/swagger.json: the calls that there are."""
    calls = {
        "/api/v1/OpportunityResource/{id}": "patch",
        "/api/v1/Activity": "post",
        "/api/v1/Resource/{id}/Document": "post",
    }
    return 200, {"openapi": "3.0.1", "paths": {path: {method: {}} for path, method in calls.items()}}


def _at(pattern: str) -> re.Pattern[str]:
    return re.compile("v1/" + pattern)


def act_for(method: str, path: str, *, any_case: bool) -> tuple[Act, list[str]]:
    """What answers to that method and path, and the parts of the path in lower case."""
    flags = re.IGNORECASE if any_case else re.NOFLAG
    for wanted, pattern, act in PATHS:
        found = re.fullmatch(pattern.pattern, path, flags)
        if found and wanted == method:
            return act, [group.lower() for group in found.groups()]
    raise Missing


PATHS: list[tuple[str, re.Pattern[str], Act]] = [
    ("POST", _at(r"(\w+)/(Search|PagedSearch)"), find),
    ("GET", _at(r"MetaData/OpportunityResourceStatuses"), stages),
    ("GET", _at(r"Resource/(\d+)/Documents"), list_documents),
    ("GET", _at(r"Resource/(\d+)/Document/(\d+)"), get_document),
    ("POST", _at(r"Resource/(\d+)/Document"), add_document),
    ("POST", _at(r"Opportunity/(\d+)/shortlist/resource/(\d+)"), put_on_list),
    ("GET", _at(r"MetaData/Skills/Areas/(\d+)/Skills"), skills),
    ("POST", _at(r"Resource"), create_person),
    ("POST", _at(r"Contact"), create_contact),
    ("POST", _at(r"Lead"), create_lead),
    ("POST", _at(r"Activity"), create_activity),
    ("GET", _at(r"(\w+)/(\d+)"), get_record),
    ("PATCH", _at(r"(\w+)/(\d+)"), change_record),
]
