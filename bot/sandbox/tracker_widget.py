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


def settings_data(tenant: Tenant, _: Json) -> Json:
    """Lists of the tenant."""
    users = [{"UserId": u["id"], "Username": u["name"], "Email": u["email"], "Active": True} for u in tenant.users]
    states = [{"Id": 1, "Name": "Active"}, {"Id": 2, "Name": "Inactive"}, {"Id": 3, "Name": "Do Not Use"}]
    return envelope(
        users=users, resourceStatuses=states, customFields=CUSTOM_FIELDS, taskTypes=["Telephone", "Email", "Text"]
    )


CUSTOM_FIELDS = [
    {"Association": "Activity", "Id": id_, "Name": name, "Type": "Text", "ListId": 0}
    for id_, name in ((448, "Overall Score"), (449, "Report link"), (450, "Grading Criteria"), (451, "Feedback"))
]


def get_records(tenant: Tenant, body: Json) -> Json:
    """A page of records, counted from zero: activities, candidates, jobs."""
    asked = body.get("instructions") or {}
    size, page = max(1, min(int(asked.get("numrecords") or 10), 100)), int(asked.get("pagenum") or 0)
    tables: dict[str, list[Json]] = {
        "A": [activity_record(a) for a in tenant.activities],
        "R": [{"id": p["id"], "name": p["displayAs"], "status": p["status"]["name"]} for p in tenant.people.values()],
        "O": [{"id": j["id"], "name": j["name"], "status": j["status"]["name"]} for j in tenant.jobs.values()],
    }
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


METHODS: dict[str, Callable[[Tenant, Json], Json]] = {
    "checklogon": lambda _, __: envelope(),
    "createactivity": create_activity,
    "attachdocument": attach_document,
    "updaterecord": update_record,
    "getsettingsdata": settings_data,
    "getrecords": get_records,
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
