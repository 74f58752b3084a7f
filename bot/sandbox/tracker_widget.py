"""Tracker's older widget API: HTTP 200 nearly always, and a status in the body."""

import base64
import binascii
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.tracker import Tracker
from bot.sandbox.tracker_data import Tenant
from bot.sandbox.tracker_records import MAX_NOTE
from bot.sandbox.wire import Json, read_json

LETTERS = {"R": "resource", "O": "opportunity", "N": "contact", "L": "lead", "C": "client", "X": "opportunityresource"}


def envelope(status: int = 0, message: str = "success", **more: object) -> Json:
    """The answer's frame."""
    return {"status": status, "message": message, "count": 0, "recordId": 0, "recordName": "", **more}


def known(tracker: Tracker, credentials: Json, authorization: str) -> bool:
    """The access token as a bearer, or key, user and password. A JWT does not do."""
    keys = tracker.keys
    bearer = authorization.removeprefix("Bearer ") or credentials.get("oauthtoken")
    if bearer == keys.access_token:
        return True
    signed_in = (
        credentials.get("username") == keys.widget_username and credentials.get("password") == keys.widget_password
    )
    return credentials.get("apikey") == keys.widget_key or signed_in


def create_activity(tenant: Tenant, body: Json) -> Json:
    """An activity on one record; custom fields stand beside it."""
    activity = body.get("activity") or {}
    kind, id_ = (LETTERS.get(activity.get("linkRecordType", "")), int(activity.get("linkRecordId") or 0))
    if not kind or not id_ or not activity.get("subject"):
        return envelope(99, "Object variable or With block variable not set.")
    kept = {key: activity.get(key) for key in ("subject", "type", "date", "time", "status", "priority", "contactType")}
    kept |= {"note": str(activity.get("note") or "")[:MAX_NOTE], "customFields": body.get("customfields") or []}
    made = tenant.add_activity({**kept, "links": {kind: [id_]}, "via": "widget"})
    return envelope(message="created", recordId=made["id"])


def attach_document(tenant: Tenant, body: Json) -> Json:
    """A file on a candidate."""
    file = body.get("file") or {}
    try:
        data = base64.b64decode(file.get("data") or "", validate=True)
        person = tenant.people[int(file.get("recordId") or 0)]
    except (binascii.Error, ValueError, KeyError):
        return envelope(99, "Invalid request")
    words = {"filename": file.get("filename", ""), "documentType": file.get("documentType", "general")}
    kept = tenant.add_document(person["id"], {**words, "isPrimary": file.get("primary") == "y", "data": data})
    return envelope(recordId=kept["documentId"])


def update_record(tenant: Tenant, body: Json) -> Json:
    """A column of a record; of an application its stage."""
    instructions = body.get("instructions") or {}
    id_ = int(instructions.get("recordid") or 0)
    if instructions.get("recordtype") == "R" and id_ in tenant.people:
        return change_person(tenant.people[id_], body)
    if instructions.get("recordtype") != "X" or id_ not in tenant.applications:
        return envelope(99, "Invalid request")
    for update in body.get("updates") or []:
        wanted = str(update.get("value") or "")
        if (
            update.get("column") == "opportunityresourcestatusid"
            and wanted.isdigit()
            and int(wanted) in tenant.statuses
        ):
            tenant.move(id_, int(wanted), by="api")
    return envelope(recordId=id_)


def change_person(person: Json, body: Json) -> Json:
    """Columns of a candidate."""
    for update in body.get("updates") or []:
        outer, key = COLUMNS.get(update.get("column"), ("", ""))
        if key:
            (person[outer] if outer else person)[key] = update.get("value")
    return envelope(message="updated", recordId=person["id"])


COLUMNS = {
    "firstname": ("", "firstName"), "lastname": ("", "surname"), "email": ("contactDetails", "email"),
    "cellphone": ("contactDetails", "mobilePhone"), "postcode": ("address", "postcode"), "tagtext": ("", "tagText"),
    "address1": ("address", "addressLine1"), "city": ("address", "town"), "state": ("address", "county"),
    "linkedin": ("", "linkedInUrl"),
}  # fmt: skip


def create_resource(tenant: Tenant, body: Json) -> Json:
    """A new candidate."""
    given = body.get("resource") or {}
    if not given.get("firstname") or not given.get("lastname"):
        return envelope(99, "Invalid request")
    phone, email = given.get("cellphone") or "", given.get("email") or ""
    person = tenant.add_person(given["firstname"], given["lastname"], phone=phone, email=email)
    return envelope(message="created", recordId=person["id"])


def resource_application(tenant: Tenant, body: Json) -> Json:
    """A candidate on a job: as one who applied, or as one whom a user put there."""
    asked = body.get("instructions") or {}
    job, person = int(asked.get("opportunityid") or 0), int(asked.get("resourceid") or 0)
    if job not in tenant.jobs or person not in tenant.people:
        return envelope(99, "Invalid request")
    status = "Applied" if asked.get("shortlistedby") == "resource" else "Shortlisted"
    return envelope(message="created", recordId=tenant.apply(job, person, status)["id"])


def settings_data(tenant: Tenant, _: Json) -> Json:
    """Lists of the tenant."""
    stages = [{"Id": s["id"], "Name": s["name"], "Group": s["group"]} for s in tenant.statuses.values()]
    users = [{"UserId": u["id"], "Username": u["name"], "Email": u["email"], "Active": True} for u in tenant.users]
    states = [{"Id": 1, "Name": "Active"}, {"Id": 2, "Name": "Inactive"}, {"Id": 3, "Name": "Do Not Use"}]
    lists: Json = {"users": users, "resourceStatuses": states, "customFields": CUSTOM_FIELDS}
    if tenant.quirks.older_shows_all:
        lists["opportunityResourceStatuses"] = stages
    return envelope() | lists | {"taskTypes": ["Telephone", "Email", "Text"]}


CUSTOM_FIELDS = [
    {"Association": "Activity", "Id": id_, "Name": name, "Type": "Text", "ListId": 0}
    for id_, name in ((448, "Overall Score"), (449, "Report link"), (450, "Grading Criteria"), (451, "Feedback"))
]


def tables_of(tenant: Tenant) -> dict[str, list[Json]]:
    """The older API's records by their letter."""
    return {
        "A": [activity_record(a) for a in tenant.activities],
        "R": [person_record(p) for p in tenant.people.values()],
        "O": [job_record(j) for j in tenant.jobs.values()],
        "X": [placement_record(tenant, a) for a in tenant.applications.values() if shown(tenant, a)],
    }


def shown(tenant: Tenant, application: Json) -> bool:
    """Whether the older API shows the placement."""
    return tenant.quirks.older_shows_all or (application["status"] or {}).get("group") in (
        "Working",
        "Offer",
        "Complete",
    )


def individual(tenant: Tenant, body: Json) -> Json:
    """One record."""
    asked = body.get("instructions") or {}
    rows = tables_of(tenant).get(asked.get("recordtype") or "", [])
    found = [each for each in rows if each["id"] == int(asked.get("recordid") or 0)]
    return envelope(count=len(found), results=found) if found else envelope(99, "Record not found.")


def get_records(tenant: Tenant, body: Json) -> Json:
    """A page of records, counted from zero: activities, candidates, jobs, placements."""
    asked = body.get("instructions") or {}
    size, page = max(1, min(int(asked.get("numrecords") or 10), 100)), int(asked.get("pagenum") or 0)
    tables = tables_of(tenant)
    if asked.get("recordtype") not in tables:
        return envelope(99, "Invalid request")
    found = sorted(tables[asked["recordtype"]], key=lambda r: int(r["id"]), reverse=asked.get("sortdir") == "desc")
    rows = found[page * size : (page + 1) * size]
    return envelope(count=len(rows), results=rows)


def activity_record(activity: Json) -> Json:
    """An activity as getRecords shows it."""
    links = {kind + "id": ids[0] for kind, ids in activity["links"].items() if ids}
    return {
        "id": activity["id"],
        "name": activity["subject"],
        "text": activity["note"],
        "details": {**links, "note": activity["note"]},
    }


def job_record(job: Json) -> Json:
    """A job as the older API shows it."""
    details = {"location": job["location"], "state": job["state"], "publishtitle": job["advertDetails"]["title"]}
    shown = {"id": job["id"], "name": job["name"], "company": job["client"]["name"], "status": job["status"]["name"]}
    return {**shown, "details": details, "customfields": job["customFields"]}


def person_record(person: Json) -> Json:
    """A candidate as the older API shows one."""
    contact, address = person["contactDetails"], person["address"]
    details = {
        "firstname": person["firstName"], "lastname": person["surname"], "email": contact["email"],
        "cellphone": contact["mobilePhone"], "workphone": contact["telephone"], "homephone": contact["homePhone"],
        "city": address["town"], "state": address["county"], "postcode": address["postcode"], "country": address["country"],
        "address1": address["addressLine1"], "linkedin": person["linkedInUrl"], "tagtext": person["tagText"],
    }  # fmt: skip
    return {"id": person["id"], "name": person["displayAs"], "status": person["status"]["name"], "details": details}


def placement_record(tenant: Tenant, application: Json) -> Json:
    """A placement as the older API shows one: the status by its name."""
    job, person = tenant.jobs[application["opportunityId"]], tenant.people[application["resourceId"]]
    status = application["status"] or {}
    details = {
        "opportunityid": job["id"], "resourceid": person["id"], "opportunityresourcestatusid": status.get("id"),
        "fullname": person["displayAs"], "email": person["contactDetails"]["email"],
        "dateassigned": application["dateAssigned"].replace("T", " "),
        "lastupdated": application["lastUpdatedDateTime"].replace("T", " "),
    }  # fmt: skip
    shown = {"id": application["id"], "name": job["name"], "company": job["client"]["name"]}
    return {**shown, "status": status.get("name", ""), "details": details}


METHODS: dict[str, Callable[[Tenant, Json], Json]] = {
    "checklogon": lambda _, __: envelope(),
    "createactivity": create_activity,
    "attachdocument": attach_document,
    "updaterecord": update_record,
    "getsettingsdata": settings_data,
    "getrecords": get_records,
    "getindividualrecord": individual,
    "createresource": create_resource,
    "resourceapplication": resource_application,
}


def call(tracker: Tracker, method: str, body: Json, authorization: str) -> Json:
    """One call; the inner object is the only one, whatever its key (the vendor's own differs once)."""
    inner = next(iter((body.get("trackerrms") or {}).values()), None)
    act = METHODS.get(method.lower())
    if not isinstance(inner, dict) or not act:
        return envelope(99, "Invalid request")
    if not known(tracker, inner.get("credentials") or {}, authorization):
        return envelope(1, "user not found")
    return act(tracker.tenant, inner)


def routes(tracker: Tracker) -> list[Route]:
    """The widget's part of the sandbox."""

    async def widget(request: Request) -> Response:
        authorization = request.headers.get("authorization", "")
        return JSONResponse(call(tracker, request.path_params["method"], await read_json(request), authorization))

    return [Route("/widget/api/widget/{method}", widget, methods=["POST"])]
