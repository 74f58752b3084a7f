"""A small stateful Tracker behind httpx.MockTransport, with the habits that matter to a client."""

import base64
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx

from tests.tracker.small_older import TOKEN, OlderTracker

PAGE = 10


class SmallTracker(OlderTracker):
    """One tenant: jobs, people, applications, activities, documents; one JWT lives at a time."""

    def __init__(self) -> None:
        self.statuses = {11: "Applied", 12: "Phone Screen", 13: "Shortlisted"}
        self.jobs: dict[int, dict[str, Any]] = {}
        self.people: dict[int, dict[str, Any]] = {}
        self.rows: dict[int, dict[str, Any]] = {}
        self.activities: list[dict[str, Any]] = []
        self.documents: list[dict[str, Any]] = []
        self.contacts: dict[int, dict[str, Any]] = {}
        self.leads: list[dict[str, Any]] = []
        self.custom_fields = [
            {"Association": "Activity", "Id": 448, "Name": "Overall Score"},
            {"Association": "Resource", "Id": 9, "Name": "Shirt size"},
        ]
        self.older_reads, self.older_by_id, self.older_statuses = False, True, True  # what the older API shows
        self.missing: set[str] = set()  # operations that REST does not know
        self.moves_by = {"status"}  # which bodies of a move are honoured
        self.envelope: Callable[[str, list[Any], bool], Any] = lambda _plural, page, _more: page
        self.filters, self.overlap, self.clamped = True, 0, False
        self.revoked, self.widget_takes_token, self.widget_status = False, True, 0
        self.exchanges, self.jwt = 0, ""
        self.kill_each_session = False
        self.script: list[tuple[str, httpx.Response | Exception, bool]] = []
        self.calls: list[httpx.Request] = []
        self.done: Counter[str] = Counter()
        self.moved_by: list[str] = []

    # what people do -------------------------------------------------------------------------------
    def add_job(self, job_id: int, **more: Any) -> None:
        """A job, open unless `active` says otherwise."""
        self.jobs[job_id] = {"name": f"Job {job_id}", "active": "y", **more}

    def apply(self, job_id: int, person: int, status: int | None = 11) -> int:
        """A candidate applies; the application's id."""
        self.people.setdefault(person, {"first": "Ann", "last": f"Lee{person}"})
        key = 5001 + len(self.rows)
        self.rows[key] = {"job": job_id, "person": person, "status": status, "at": "2026-06-01"}
        return key

    def fail(self, part: str, *answers: httpx.Response | Exception, after: bool = False) -> None:
        """The next calls whose path holds `part` get these answers, done first where `after`."""
        self.script += [(part.lower(), answer, after) for answer in answers]

    def steal(self) -> None:
        """Another program exchanges the same token: the session dies."""
        self.jwt = "taken-by-another"

    def paths(self) -> list[str]:
        """Method and path of each call, in order."""
        return [f"{call.method} {call.url.path}" for call in self.calls]

    def body(self, call: httpx.Request) -> Any:
        """What was sent."""
        return json.loads(call.content) if call.content else None

    # the server -----------------------------------------------------------------------------------
    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        self.calls.append(request)
        path = request.url.path.lower()
        scripted = next((s for s in self.script if s[0] in path), None)
        if scripted is None:
            return self._answer(request, path)
        self.script.remove(scripted)
        if scripted[2]:
            self._answer(request, path)
        if isinstance(scripted[1], Exception):
            raise scripted[1]
        return scripted[1]

    def _answer(self, request: httpx.Request, path: str) -> httpx.Response:
        body = self.body(request)
        if path == "/api/auth/exchangetoken":
            return self._exchange(body)
        if path.startswith("/api/widget/"):
            return self._widget(path.removeprefix("/api/widget/"), body["trackerrms"])
        if request.headers.get("Authorization") != f"Bearer {self.jwt}":
            return httpx.Response(401)
        if self.kill_each_session:
            self.steal()
            return httpx.Response(401)
        return self._rest(request.method, path.removeprefix("/api/v1/"), body)

    def _exchange(self, body: Any) -> httpx.Response:
        if self.revoked or body != {"bearerToken": TOKEN}:
            return httpx.Response(401, text=f"no such token {body}")
        self.exchanges += 1
        self.jwt = f"eyJhbGci.session-{self.exchanges}.sig"
        return httpx.Response(200, json={"token": self.jwt, "expiration": "2026-06-18T09:14:02Z"})

    def _rest(self, method: str, path: str, body: Any) -> httpx.Response:
        head, *rest = path.split("/")
        known = {
            "opportunity": self._jobs,
            "opportunityresource": self._applications,
            "resource": self._people,
            "activity": self._activity,
            "metadata": self._metadata,
            "user": self._users,
            "contact": self._contacts,
            "lead": self._leads,
        }
        answer = known[head](method, rest, body) if head in known else None
        return answer if answer is not None else httpx.Response(404)

    def _jobs(self, _method: str, rest: list[str], body: Any) -> httpx.Response | None:
        if rest[0] in {"search", "pagedsearch"} and rest[0] not in self.missing:
            rows = [
                {
                    "opportunityId": key,
                    "opportunityName": job["name"],
                    "active": job["active"],
                    "payRate": "21.50",
                    "clientName": "Acme Foods",
                    "locationCity": "Leeds",
                }
                for key, job in self.jobs.items()
            ]
            return self._page("opportunities", rows, body, paged=rest[0] == "pagedsearch")
        if rest[1:3] == ["shortlist", "resource"] and "shortlist" not in self.missing:
            return httpx.Response(201, json={"id": self.apply(int(rest[0]), int(rest[3])), "success": True})
        job = self.jobs.get(int(rest[0])) if rest[0].isdigit() else None
        return None if job is None else httpx.Response(200, json={"id": int(rest[0]), **job.get("detail", {})})

    def _applications(self, method: str, rest: list[str], body: Any) -> httpx.Response | None:
        if rest[0] == "search":
            asked = body.get("opportunityId") if self.filters else None
            rows = [self._application(key) for key, row in self.rows.items() if asked in {None, row["job"]}]
            return self._page("opportunityResources", rows, body)
        key = int(rest[0]) if rest[0].isdigit() else 0
        if key not in self.rows or (method == "PATCH" and "move" in self.missing):
            return None
        if method == "PATCH":
            self._move(key, body)
            return httpx.Response(204)
        flat = self._application(key)
        status = self.rows[key]["status"]
        nested = {"id": status, "name": self.statuses.get(status, "")}
        return httpx.Response(200, json={**flat, "status": nested})

    def _move(self, key: int, body: dict[str, Any]) -> None:
        way = next(iter(body))
        self.done[f"patch {way}"] += 1
        value = body[way]
        status = value["id"] if isinstance(value, dict) else int(value)
        if way in self.moves_by and status in self.statuses:
            self.rows[key]["status"] = status
            self.moved_by.append(way)

    def _application(self, key: int) -> dict[str, Any]:
        row = self.rows[key]
        named = self.statuses.get(row["status"])
        status = {
            "opportunityResourceStatusId": row["status"],
            "opportunityResourceStatusName": named,
        }
        return {
            "opportunityResourceId": key, "opportunityId": row["job"], "resourceId": row["person"],
            "resourceDisplayAs": f"Lee{row['person']}, Ann", "resourceEmail": "ann@example.com",
            "lastUpdatedDateTime": row["at"], "creationDate": row["at"],
            **(status if named else {}),
        }  # fmt: skip

    def _people(self, method: str, rest: list[str], body: Any) -> httpx.Response | None:
        if not rest:
            key = 2000 + len(self.people)
            contact = body.get("contactDetails", {})
            self.people[key] = {
                "first": body["firstName"], "last": body["surname"],
                "mobile": contact.get("mobilePhone", ""), "email": contact.get("email", ""),
            }  # fmt: skip
            return httpx.Response(201, json={"id": key, "success": True})
        if rest[0] == "search":
            rows = [
                {
                    "resourceId": key,
                    "firstname": who["first"],
                    "surname": who["last"],
                    "email": who.get("email", ""),
                    "mobilePhone": who.get("mobile", ""),
                }
                for key, who in self.people.items()
            ]
            return self._page("resources", rows, body)
        return self._person(method, int(rest[0]), rest[1:], body)

    def _person(self, method: str, key: int, rest: list[str], body: Any) -> httpx.Response | None:
        if key not in self.people:
            return None
        if not rest and method == "PATCH":
            who, contact = self.people[key], body.get("contactDetails", {})
            who |= {"first": body.get("firstName", who["first"]), "last": body.get("surname", who["last"])}
            who |= {"email": contact["email"], "mobile": contact["mobilePhone"]} if contact else {}
            rest_of = {k: body[k] for k in ("tagText", "quickSkills", "address", "linkedInUrl") if k in body}
            who["detail"] = {**who.get("detail", {}), **rest_of}
            return httpx.Response(204)
        if not rest:
            who = self.people[key]
            contact = {"email": who.get("email", ""), "mobilePhone": who.get("mobile", "")}
            record = {"id": key, "firstName": who["first"], "surname": who["last"],
                      "contactDetails": contact, **who.get("detail", {})}  # fmt: skip
            return httpx.Response(200, json=record)
        if rest[0] == "documents":
            return httpx.Response(200, json=[
                {"documentId": d["id"], "filename": d["filename"], "documentType": d["kind"]}
                for d in self.documents if d["person"] == key
            ])  # fmt: skip
        if method == "POST":
            return None if "upload" in self.missing else self._upload(key, body)
        found = next(d for d in self.documents if d["id"] == int(rest[1]))
        content = base64.b64encode(found["data"]).decode()
        return httpx.Response(200, json={"filename": found["filename"], "filecontent": content})

    def _upload(self, person: int, body: dict[str, Any]) -> httpx.Response:
        self._keep_document(person, body["filename"], body["documentType"], body["filecontent"])
        assert body["isPrimary"] is False
        return httpx.Response(201, json={"id": 1, "success": True})

    def _keep_document(self, person: int, filename: str, kind: str, content: str) -> None:
        self.documents.append({
            "id": 7001 + len(self.documents), "person": person, "filename": filename,
            "kind": kind, "data": base64.b64decode(content),
        })  # fmt: skip

    def _activity(self, _method: str, rest: list[str], body: Any) -> httpx.Response | None:
        if "activity" in self.missing:
            return None
        if rest:
            rows = [{"activityId": i, **each} for i, each in enumerate(self.activities, 9001)]
            return self._page("activities", rows, body)
        if "rich activity" in self.missing and set(body) - {
            "recordType", "recordId", "subject", "note"
        }:  # fmt: skip
            return httpx.Response(400, json={"title": "One or more validation errors occurred."})
        self.activities.append(body)
        return httpx.Response(201, json={"id": 9000 + len(self.activities), "success": True})

    def _contacts(self, _method: str, rest: list[str], body: Any) -> httpx.Response | None:
        if not rest:
            key = 8001 + len(self.contacts)
            self.contacts[key] = body
            return httpx.Response(201, json={"id": key, "success": True})
        rows = [
            {"contactId": key, "email": who["contactDetails"].get("email", "")} for key, who in self.contacts.items()
        ]
        return self._page("contacts", rows, body)

    def _leads(self, _method: str, _rest: list[str], body: Any) -> httpx.Response | None:
        self.leads.append(body)
        return httpx.Response(201, json={"id": 8500 + len(self.leads), "success": True})

    def _metadata(self, _method: str, rest: list[str], _body: Any) -> httpx.Response | None:
        if rest[:2] == ["skills", "areas"]:
            listed = [{"skillId": 181, "skillName": "Forklift"}, {"skillId": 182, "skillName": "Reach truck"}]
            return httpx.Response(200, json={"skills": listed})
        if rest != ["opportunityresourcestatuses"] or "statuses" in self.missing:
            return None
        rows = [
            {
                "opportunityResourceStatusId": key,
                "opportunityResourceStatusName": name,
                "groupName": "Applied",
                "active": "n" if name.startswith("Old") else "y",
            }
            for key, name in self.statuses.items()
        ]
        return httpx.Response(200, json={"opportunityResourceStatuses": rows})

    def _users(self, _method: str, _rest: list[str], body: Any) -> httpx.Response | None:
        if "users" in self.missing:
            return None
        rows = [
            {"userId": 20, "username": "dana", "email": "dana@acme.example", "active": "y"},
            {"userId": 21, "username": "gone", "email": "gone@acme.example", "active": "n"},
        ]
        return self._page("users", rows, body)

    def _page(self, plural: str, rows: list[Any], body: dict[str, Any], *, paged: bool = False) -> httpx.Response:
        number = int(body.get("pageNumber") or 1)
        start = (number - 1) * (PAGE - self.overlap)
        if self.clamped:
            start = min(start, max(0, (len(rows) - 1) // PAGE * PAGE))
        page, more = rows[start : start + PAGE], start + PAGE < len(rows)
        if paged:
            return httpx.Response(200, json={plural: page, "hasNextPage": more})
        return httpx.Response(200, json=self.envelope(plural, page, more))
