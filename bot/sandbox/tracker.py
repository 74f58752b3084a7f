"""Tracker's REST API as the bot uses it: one route, paths in any letter case, one living token."""

import secrets
import time
from collections import deque
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.keys import Keys
from bot.sandbox.tracker_data import Tenant
from bot.sandbox.tracker_records import Answer, Missing, act_for, description
from bot.sandbox.wire import Json, read_json


class Tracker:
    """The API over one tenant."""

    def __init__(self, keys: Keys, tenant: Tenant) -> None:
        self.keys, self.tenant = keys, tenant
        self.tokens: list[str] = []
        self.calls: list[tuple[float, str, str]] = []
        self.faults: list[Json] = []
        self._recent: deque[float] = deque()

    def exchange(self, body: Json) -> Answer:
        """The access token for a JWT; the JWT before it dies."""
        if body.get("bearerToken") != self.keys.access_token:
            return 401, None
        token = "eyJhbGciOiJub25lIn0." + secrets.token_urlsafe(24) + ".sandbox"
        self.tokens = [token] if self.tenant.quirks.one_token_lives else [*self.tokens, token]
        until = datetime.now(UTC) + timedelta(days=7)
        return 200, {"token": token, "expiration": until.strftime("%Y-%m-%dT%H:%M:%SZ")}

    def refusal(self, authorization: str) -> Response | None:
        """401 with a dead token, 429 over the budget, a fault if one was ordered."""
        if authorization.removeprefix("Bearer ") not in self.tokens:
            return Response(status_code=401, headers={"www-authenticate": 'Bearer error="invalid_token"'})
        if self._too_many():
            return Response("Too many requests", 429, headers={"retry-after": "5"})
        if self.tenant.quirks.empty_answers and len(self.calls) % self.tenant.quirks.empty_answers == 0:
            return Response(status_code=200)
        if self.faults:
            fault = self.faults.pop(0)
            return Response(fault.get("body", ""), fault.get("status", 500))
        return None

    def _too_many(self) -> bool:
        limit, now = self.tenant.quirks.per_minute, time.monotonic()
        self._recent.append(now)
        while now - self._recent[0] > 60:
            self._recent.popleft()
        return bool(limit) and len(self._recent) > limit

    def answer(self, method: str, path: str, body: Json) -> Answer:
        """What the API says to a call."""
        act, parts = act_for(method, path, any_case=self.tenant.quirks.any_case)
        return act(self.tenant, parts, body)


def routes(tracker: Tracker) -> list[Route]:
    """Tracker's part of the sandbox."""

    async def api(request: Request) -> Response:
        path = request.path_params["path"]
        tracker.calls.append((time.time(), request.method, path))
        if path.lower() == "auth/exchangetoken":
            return _json(tracker.exchange(await read_json(request)))
        if refused := tracker.refusal(request.headers.get("authorization", "")):
            return refused
        try:
            return _json(tracker.answer(request.method, path, await read_json(request)))
        except Missing:
            return Response(status_code=404)

    async def swagger(_: Request) -> Response:
        return _json(description(tracker.tenant, [], {}))

    return [
        Route("/tracker/swagger/v1/swagger.json", swagger),
        Route("/tracker/api/{path:path}", api, methods=["GET", "POST", "PATCH", "DELETE"]),
    ]


def _json(answer: Answer) -> Response:
    status, body = answer
    return Response(status_code=status) if body is None else JSONResponse(body, status)
