"""SimTracker: one tenant with its lagging search, its one living JWT, and what is written to it."""

import asyncio
import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from tests.simulation.world import CURRENT, Life, World

TRIGGER, GONE = 12, 19
ZONE = ZoneInfo("America/Los_Angeles")
STAGES = {11: "Applied", TRIGGER: "Phone Screen", GONE: "Rejected"}


@dataclass(slots=True)
class Record:
    """An application: `history` holds (instant, stage), so that a search may show an older one."""

    id: int
    job: int
    person: int
    history: list[tuple[int, int]]


@dataclass(slots=True)
class SimTracker(httpx.AsyncBaseTransport):
    """The REST API. `people` are (first, last, phone) by id."""

    world: World
    people: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    applications: dict[int, Record] = field(default_factory=dict)
    activities: list[dict[str, Any]] = field(default_factory=list)
    documents: list[tuple[int, str]] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    moved: int = 0  # when something changed last, ms UTC
    found: tuple[dict[str, Any], list[Record]] = field(default_factory=lambda: ({}, []))  # by the latest search
    jwt: int = 0
    exchanges: list[tuple[Life | None, float]] = field(default_factory=list)  # asked for by us: by whom, when
    excused: int = 0  # of these: after another program's, or whose answer was lost
    down: Callable[[], bool] = lambda: False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One call."""
        world, path = self.world, request.url.path.removeprefix("/api/v1")
        name = f"tracker {request.method} {path.split('/')[1] if path.count('/') > 1 else path}"
        world.point(f"{name}: before the call")
        body = json.loads(request.content) if request.content else {}
        trouble = world.trouble("429", "500", "500 after", "hang", "hang after", "no connection", of="tracker")
        trouble = "no connection" if self.down() else trouble
        await asyncio.sleep(world.rng.uniform(0.05, 0.4))
        world.point(f"{name}: on the wire")
        self.calls.append(world.now())
        if trouble:
            world.note("tracker", f"trouble with {request.method} {path}: {trouble}")
        self.excused += bool(trouble) and path.endswith("ExchangeToken")
        await self._stop(request, trouble)
        if trouble in ("429", "500"):
            return httpx.Response(int(trouble), headers={"retry-after": "4"} if trouble == "429" else {})
        answer = self._answer(request, path, body)
        world.point(f"{name}: done, answer on its way")
        if trouble == "hang after":
            await _hang(request)
        await asyncio.sleep(world.rng.uniform(0.01, 0.1))
        world.point(f"{name}: answered")
        return httpx.Response(500) if trouble == "500 after" else answer

    async def _stop(self, request: httpx.Request, trouble: str) -> None:
        if trouble == "no connection":
            raise httpx.ConnectError("refused")
        if trouble == "hang":
            await _hang(request)

    def _answer(self, request: httpx.Request, path: str, body: dict[str, Any]) -> httpx.Response:
        if path == "/api/Auth/ExchangeToken":
            self.exchanges.append((CURRENT.get(), self.world.loop.time()))
            self.world.note("tracker", "exchanges the token for us")
            return _json({"token": self._new_jwt(), "expiration": "2026-06-18T09:14:02Z"})
        if request.headers.get("authorization") != f"Bearer jwt-number-{self.jwt}":
            return httpx.Response(401)
        parts = path.strip("/").split("/")
        match (request.method, *parts):
            case ("POST", "OpportunityResource", "Search"):
                return self._search(body)
            case ("GET", "OpportunityResource", number) if number.isdigit():
                return _json(self._shown(self.applications[int(number)], self.world.now()))
            case ("GET", "Resource", number):
                return _json(self._person(int(number)))
            case ("POST", "Opportunity", "Search" | "PagedSearch"):
                return _json({"opportunities": [], "totalCount": 0, "hasNextPage": False})
            case ("GET", "Opportunity", number):
                return _json(_job(int(number)))
            case ("POST", "Activity"):
                return self._log(body)
            case ("POST", "Activity", "Search"):
                return self._logged(body)
            case ("GET", "Resource", number, "Documents"):
                found = [(n, name) for n, (who, name) in enumerate(self.documents, 1) if who == int(number)]
                return _json({"documents": [{"documentId": n, "filename": name} for n, name in found]})
            case ("POST", "Resource", number, "Document"):
                base64.b64decode(body["filecontent"])
                self.documents.append((int(number), body["filename"]))
                self.world.note("tracker", f"document on {number}: {body['filename']}")
                return _json({"id": len(self.documents), "success": True}, 201)
        return httpx.Response(404)

    # --- tokens

    def _new_jwt(self) -> str:
        self.jwt += 1
        return f"jwt-number-{self.jwt}"

    def exchange_elsewhere(self) -> None:
        """Another program of the customer exchanges the same access token."""
        self._new_jwt()
        self.excused += 1
        self.world.note("tracker", "another program exchanges the token")

    # --- records

    def apply(self, id: int, job: int, person: int) -> None:
        """Someone applies: not yet at the trigger."""
        self.applications[id] = Record(id, job, person, [(self.world.now(), 11)])
        self._changed()

    def _changed(self) -> None:
        self.moved, self.found = self.world.now(), ({}, [])

    def move(self, id: int, stage: int) -> None:
        """A person moves the application to a stage."""
        self.applications[id].history.append((self.world.now(), stage))
        self._changed()
        self.world.note("tracker", f"application {id} moves to {STAGES[stage]}")
        self.world.later(self.world.plan.search_lag, self.world.stir, "stages")

    def _search(self, body: dict[str, Any]) -> httpx.Response:
        """Pages of ten, the last one overlapping, in no order, as the index knew them a while ago."""
        known = self.world.now() - int(self.world.plan.search_lag * 1000)
        rows = self._sorted(body, known)
        first = max(0, (int(body["pageNumber"]) - 1) * 10 - (1 if int(body["pageNumber"]) > 1 else 0))
        shown = [self._shown(a, known) for a in rows[first : first + 10]]
        more = first + 10 < len(rows)
        return _json({"opportunityResources": shown, "totalCount": len(rows), "hasNextPage": more})

    def _sorted(self, body: dict[str, Any], known: int) -> list[Record]:
        """Kept until somebody moves: a look at thousands has hundreds of pages."""
        asked = {key: value for key, value in body.items() if key != "pageNumber"}
        if known < self.moved or self.found[0] != asked:
            self.found = asked, sorted(self._found(body, known), key=lambda a: str(a.id)[::-1])
        rows = self.found[1]
        if known < self.moved:
            self.found = {}, []
        return rows

    def _found(self, body: dict[str, Any], known: int) -> list[Record]:
        """A tenant that heeds the job alone, or one that heeds every filter and can be asked for all jobs."""
        job, rows = body.get("opportunityId"), [a for a in self.applications.values() if a.history[0][0] <= known]
        if not self.world.plan.whole:
            return [a for a in rows if a.job == job]
        stage, floor = body.get("opportunityResourceStatusId"), _instant(body.get("updatedAfter") or "1970-01-02")
        stood = ((a, _at(a, known)) for a in rows if job in (None, a.job))
        return [a for a, (when, stage_then) in stood if stage in (None, stage_then) and when >= floor]

    def _shown(self, a: Record, at: int) -> dict[str, Any]:
        when, stage = _at(a, at)
        local = datetime.fromtimestamp(when / 1000, UTC).astimezone(ZONE).strftime("%Y-%m-%dT%H:%M:%S")
        return {
            "opportunityResourceId": a.id, "opportunityId": a.job, "resourceId": a.person, "creationDate": local,
            "opportunityResourceStatusId": stage, "opportunityResourceStatusName": STAGES[stage], "lastUpdatedDateTime": local,
        }  # fmt: skip

    def _person(self, id: int) -> dict[str, Any]:
        first, last, phone = self.people[id]
        return {
            "id": id, "firstName": first, "surname": last, "status": {"id": 1, "name": "Active"},
            "contactDetails": {"mobilePhone": phone, "email": ""}, "address": {"county": "IL"},
        }  # fmt: skip

    # --- writings

    def _log(self, body: dict[str, Any]) -> httpx.Response:
        self.activities.append({"activityId": len(self.activities) + 1, "at": self.world.now(), **body})
        self.world.note("tracker", f"activity on {body['recordId']}: {body['subject']}")
        return _json({"id": len(self.activities), "success": True}, 201)

    def _logged(self, body: dict[str, Any]) -> httpx.Response:
        known = self.world.now() - int(self.world.plan.lag * 1000)
        rows = [
            {"activityId": a["activityId"], "subject": a["subject"], "note": a["note"], "resourceId": a["recordId"]}
            for a in self.activities
            if a["recordId"] == body["recordId"] and a["at"] <= known
        ]
        first = (int(body["pageNumber"]) - 1) * 10
        return _json({"activities": rows[first : first + 10], "hasNextPage": first + 10 < len(rows)})


def _at(a: Record, at: int) -> tuple[int, int]:
    return next((t, stage) for t, stage in reversed(a.history) if t <= at)


def _instant(local: str) -> int:
    """Of the tenant's local time, in ms UTC, to the second."""
    return int(datetime.fromisoformat(local[:19]).replace(tzinfo=ZONE).timestamp() * 1000)


def _job(id: int) -> dict[str, Any]:
    return {
        "id": id, "name": f"Forklift operator {id}", "status": {"id": 3, "name": "Open"}, "state": "open",
        "client": {"id": 77, "name": "St Vale"}, "advertDetails": {"title": f"Forklift operator {id}"}, "active": True,
    }  # fmt: skip


def _json(data: object, status: int = 200) -> httpx.Response:
    return httpx.Response(status, text=json.dumps(data), headers={"content-type": "application/json"})


async def _hang(request: httpx.Request) -> None:
    await asyncio.sleep(float(request.extensions.get("timeout", {}).get("read") or 15))
    raise httpx.ReadTimeout("no answer")
