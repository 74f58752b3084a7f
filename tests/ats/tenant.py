"""A Tracker for the watcher: a clock that is moved, local stamps, a search index that lags unevenly, filters that may be ignored."""

import bisect
import json
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx

PAGE = 10
STATUSES = {11: ("Applied", "Applied"), 12: ("Phone Screen", "Interview"), 13: ("First Interview", "Interview"), 19: ("Declined", "Rejected")}  # fmt: skip


@dataclass(slots=True)
class Change:
    """Where an application stands from `at` on (ms UTC); the index tells of it from `shown` on."""

    at: int
    shown: int
    status: int
    stamp: str


@dataclass(slots=True)
class SmallTenant:
    """Answers the calls of the client. `lag()` gives ms by which the index is late for the next change."""

    now: Callable[[], int]
    zone: str = "America/Los_Angeles"
    lag: Callable[[], int] = lambda: 0
    honoured: set[str] = field(default_factory=lambda: {"opportunityId", "opportunityResourceStatusId", "updatedAfter"})
    needs_job: bool = False
    overlap: int = 0
    jobs: dict[int, dict[str, Any]] = field(default_factory=dict)
    people: dict[int, dict[str, Any]] = field(default_factory=dict)
    applications: dict[int, tuple[int, int, list[Change]]] = field(default_factory=dict)  # job, person
    calls: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=100_000))
    faults: list[tuple[str, httpx.Response]] = field(default_factory=list)
    down: bool = False
    revoked: bool = False
    older: dict[str, Any] = field(default_factory=dict)  # what the older API answers
    jwt: int = 0

    def local(self, at: int) -> str:
        """An instant as Tracker writes it."""
        return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(self.zone)).strftime("%Y-%m-%dT%H:%M:%S")

    def add_job(self, id: int, **more: Any) -> None:
        """An open job."""
        self.jobs[id] = {"name": f"Job {id}", "closed": None, "custom": [], **more}

    def apply(self, job: int, status: int = 11, **person: Any) -> int:
        """Somebody applies; gives the application."""
        number = 2001 + len(self.people)
        self.people[number] = {
            "first": "Ana",
            "last": f"Alder{number}",
            "mobile": f"(312) 55{number // 10_000}-{number % 10_000:04d}",
            **person,
        }
        id = number + 3000
        self.applications[id] = (job, number, [])
        self.move(id, status)
        return id

    def move(self, id: int, status: int) -> None:
        """A recruiter moves an application."""
        at, changes = self.now(), self.applications[id][2]
        shown = max(at + self.lag(), changes[-1].shown if changes else 0)
        changes.append(Change(at, shown, status, self.local(at)))

    def touch(self, id: int) -> None:
        """A recruiter edits something else about an application."""
        self.move(id, self.applications[id][2][-1].status)

    def per_minute(self) -> int:
        """The most calls in any minute."""
        times = [at for at, _ in self.calls]
        return max((i + 1 - bisect.bisect_left(times, t - 59_999) for i, t in enumerate(times)), default=0)

    def paths(self) -> Counter[str]:
        """How often which call was made, ids left out."""
        return Counter("/".join(p for p in path.split("/") if not p.isdigit()) for _, path in self.calls)

    # the server

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        path = request.url.path.removeprefix("/api/v1/")
        self.calls.append((self.now(), path))
        if self.down:
            raise httpx.ConnectError("refused")
        fault = next((f for f in self.faults if f[0] in f"/{path}"), None)
        if fault:
            self.faults.remove(fault)
            return fault[1]
        body = json.loads(request.content) if request.content else {}
        if "api/widget/" in path:
            return httpx.Response(200, json=self.older)
        if path.endswith("ExchangeToken"):
            return self._exchange()
        if self.revoked or request.headers.get("authorization") != f"Bearer jwt-number-{self.jwt}":
            return httpx.Response(401)
        answer = self._answer(request.method, path.strip("/").split("/"), body)
        return httpx.Response(404) if answer is None else httpx.Response(200, json=answer)

    def _exchange(self) -> httpx.Response:
        if self.revoked:
            return httpx.Response(401)
        self.jwt += 1
        return httpx.Response(200, json={"token": f"jwt-number-{self.jwt}", "expiration": "2030-01-01T00:00:00Z"})

    def _answer(self, method: str, parts: list[str], body: dict[str, Any]) -> Any:
        match parts:
            case ["OpportunityResource", "PagedSearch" | "Search"]:
                return self._search(body)
            case ["OpportunityResource", id] if int(id) in self.applications:
                return self._row(int(id), self.applications[int(id)][2][-1])
            case ["Opportunity", "PagedSearch" | "Search"]:
                rows = [
                    {"opportunityId": k, "opportunityName": j["name"], "active": "n" if j["closed"] else "y"}
                    for k, j in self.jobs.items()
                ]
                return {"opportunities": rows, "hasNextPage": False}
            case ["Opportunity", id] if int(id) in self.jobs:
                j = self.jobs[int(id)]
                return {
                    "id": int(id),
                    "name": j["name"],
                    "history": {"closed": j["closed"]},
                    "customFields": j["custom"],
                }
            case ["Resource", "Search"] | ["Activity", "Search"] | ["User", "Search"]:
                return []
            case ["Resource", id] if int(id) in self.people:
                return self._person(int(id))
            case ["MetaData", _]:
                rows = [
                    {"opportunityResourceStatusId": k, "opportunityResourceStatusName": n, "groupName": g}
                    for k, (n, g) in STATUSES.items()
                ]
                return {"opportunityResourceStatuses": rows}
        return None

    def _person(self, id: int) -> Any:
        p = self.people[id]
        contact = {"email": p.get("email", f"c{id}@example.com"), "mobilePhone": p["mobile"]}
        return {
            "id": id,
            "firstName": p["first"],
            "surname": p["last"],
            "contactDetails": contact,
            "status": {"name": p.get("status", "Active")},
        }

    def _search(self, body: dict[str, Any]) -> Any:
        wanted = {k: v for k, v in body.items() if k in self.honoured}
        if self.needs_job and "opportunityId" not in wanted:
            return {"opportunityResources": [], "hasNextPage": False}
        now, rows = self.now(), []
        for id, (job, _, changes) in self.applications.items():
            told = [c for c in changes if c.shown <= now]
            if told and self._fits(job, told[-1], wanted):
                rows.append((id, told[-1]))
        rows.sort(key=lambda r: str(r[0])[::-1])
        start = max(0, (body["pageNumber"] - 1) * (PAGE - self.overlap))
        page = [self._row(id, change) for id, change in rows[start : start + PAGE]]
        return {"opportunityResources": page, "hasNextPage": start + PAGE < len(rows)}

    def _fits(self, job: int, c: Change, wanted: dict[str, Any]) -> bool:
        return (
            wanted.get("opportunityId") in (None, job)
            and wanted.get("opportunityResourceStatusId") in (None, c.status)
            and c.stamp >= str(wanted.get("updatedAfter", ""))
        )

    def _row(self, id: int, c: Change) -> Any:
        job, person, changes = self.applications[id]
        return {
            "opportunityResourceId": id, "opportunityId": job, "resourceId": person, "creationDate": changes[0].stamp,
            "opportunityResourceStatusId": c.status, "opportunityResourceStatusName": STATUSES[c.status][0],
            "lastUpdatedDateTime": c.stamp, "resourceDisplayAs": f"{self.people[person]['first']} {self.people[person]['last']}",
        }  # fmt: skip
