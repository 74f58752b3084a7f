"""The client: one httpx client, one way through which every call passes."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

import httpx

from tracker import retries
from tracker.activities import Activities
from tracker.applications import Applications
from tracker.auth import (
    MemoryKeeper,
    Pace,
    Session,
    Sleep,
    TokenKeeper,
    WidgetCredentials,
    without_token,
)
from tracker.candidates import Candidates
from tracker.clock import Clock
from tracker.contacts import Contacts
from tracker.documents import Documents
from tracker.errors import (
    TrackerError,
    TrackerInvalid,
    TrackerMalformed,
    TrackerRateLimited,
    TrackerTooLarge,
    TrackerUnauthorized,
    TrackerUnreachable,
    refusal,
)
from tracker.jobs import Jobs
from tracker.metadata import Metadata
from tracker.older import Older
from tracker.parsing import folded, row, text
from tracker.strategies import Strategies
from tracker.widget import Widget

REST_HOSTS: Final = {
    "us": "https://evousapi.tracker-rms.com",
    "ca": "https://evocaapi.tracker-rms.com",
    "other": "https://evoglapi.tracker-rms.com",
}
WIDGET_HOSTS: Final = {
    "us": "https://evoapius.tracker-rms.com",
    "ca": "https://evoapica.tracker-rms.com",
    "other": "https://evoapi.tracker-rms.com",
}
DESCRIPTION: Final = "/swagger/v1/swagger.json"
PLAUSIBLE_JWT: Final = re.compile(r"[\x21-\x7e]{8,8192}")
ANY_JWT: Final = re.compile(r"eyJ[\w-]+\.[\w-]+\.[\w-]*")
LARGEST_ANSWER: Final = 48 << 20
DEADLINE: Final = 4  # times the timeout, for an answer that drips
NEVER_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
REFUSED_TOKEN: Final = (400, 401, 403)
ONLY_REST: Final = "only Tracker's REST API can do this: an access token is needed"


class TrackerClient:
    """Tracker's REST API and, for what it lacks, the older one. Raises TrackerError alone."""

    def __init__(
        self,
        *,
        base_url: str,
        access_token: str | None,
        api_version: str = "1",
        keeper: TokenKeeper | None = None,
        pace: Pace | None = None,
        widget_url: str | None = None,
        widget: WidgetCredentials | None = None,
        strategies: dict[str, str] | None = None,
        remember: Callable[[str, str], None] | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        timeout: float = 15,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._root = f"{self._base}/api/v{api_version.lower().removeprefix('v')}"
        self._access_token = access_token
        self._secrets = _secrets(access_token, widget)
        self._pace, self.sleep = pace, sleep
        self._deadline = timeout * DEADLINE
        self._clock = Clock()
        self._http = httpx.AsyncClient(transport=transport, timeout=timeout, headers={"Accept": "application/json"})
        self._session = Session(keeper=keeper or MemoryKeeper(), exchange=self._exchange, sleep=sleep)
        self.strategies = Strategies(strategies or {}, remember)
        self.widget = Widget(self, widget_url, widget, access_token)
        self.jobs, self.applications = Jobs(self), Applications(self)
        self.candidates, self.metadata = Candidates(self), Metadata(self)
        self.activities, self.documents = Activities(self), Documents(self)
        self.contacts, self.older = Contacts(self), Older(self)

    @property
    def has_token(self) -> bool:
        """Whether the REST API can be used at all."""
        return bool(self._access_token)

    @property
    def clock_ahead(self) -> float | None:
        """Seconds by which Tracker's clock is ahead of ours (or a little less), by the dates of its answers; None: unknown."""
        return self._clock.ahead

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def check(self) -> None:
        """A live exchange and one read; TrackerUnauthorized when the token is refused."""
        if not self.has_token:
            await self.widget.check()
            return
        await self._session.fresh()
        await self.jobs.first_page()

    async def description(self) -> object:
        """Tracker's own list of its calls (OpenAPI), where the host shows it."""
        url = self._base + DESCRIPTION
        return await self._patiently(lambda: self._call("GET", url, None), reads=True)

    async def read(self, method: str, path: str, body: object = None, *, largest: int | None = None) -> object:
        """A GET or a search: tried again where that can help; keys in lower case. `largest`: bytes of the answer."""
        return await self._patiently(lambda: self._call(method, self._root + path, body, largest), reads=True)

    async def write(self, method: str, path: str, body: object) -> object:
        """A write: sent once; None where Tracker answered with nothing."""
        return await self._patiently(lambda: self._call(method, self._root + path, body), reads=False)

    async def post_plainly(self, url: str, body: object, *, reads: bool) -> object:
        """A POST without our JWT, to a whole address (the older API)."""
        what = f"POST {urlsplit(url).path}"
        return await self._patiently(lambda: self._post(url, body, what), reads=reads)

    async def _patiently(self, call: Callable[[], Awaitable[object]], *, reads: bool) -> object:
        attempt = 1
        while True:
            try:
                return await call()
            except TrackerError as error:
                wait = retries.pause(attempt, error, reads=reads)
                if wait is None:
                    raise
                if self._pace and isinstance(error, TrackerRateLimited):
                    await self._pace.hold(wait)
            await self.sleep(wait)
            attempt += 1

    async def _post(self, url: str, body: object, what: str) -> object:
        return self._read(await self._send("POST", url, body, None, what), what)

    async def _call(self, method: str, url: str, body: object, largest: int | None = None) -> object:
        what = f"{method} {urlsplit(url).path}"
        if not self.has_token:
            raise TrackerInvalid(400, ONLY_REST, what=what) if self.widget.ready else without_token()
        jwt, killed = await self._session.jwt(), 0
        while True:
            response = await self._send(method, url, body, jwt, what, largest)
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return self._read(response, what)
            killed += 1
            jwt = await self._session.after(jwt, killed)

    async def _exchange(self) -> str:
        url = f"{self._base}/api/Auth/ExchangeToken"
        body, what = {"bearerToken": self._access_token}, "POST /api/Auth/ExchangeToken"
        try:
            answer = await self._patiently(lambda: self._post(url, body, what), reads=True)
            jwt = text(row(answer, what), "token")
        except TrackerError as error:
            raise _not_exchanged(error) from error
        if not PLAUSIBLE_JWT.fullmatch(jwt):
            raise TrackerUnreachable(f"{what}: no token in the answer", sent=False)
        return jwt

    async def _send(
        self, method: str, url: str, body: object, jwt: str | None, what: str, largest: int | None = None
    ) -> httpx.Response:
        headers = {"Authorization": f"Bearer {jwt}"} if jwt else {}
        request = self._http.build_request(method, url, json=body, headers=headers)
        if self._pace:
            await self._pace()
        try:
            async with asyncio.timeout(self._deadline):
                return await self._whole(request, what, largest)
        except NEVER_SENT as error:
            raise TrackerUnreachable(f"{what}: no connection ({error})", sent=False) from error
        except (httpx.HTTPError, TimeoutError) as error:
            raise TrackerUnreachable(f"{what}: no answer ({type(error).__name__})") from error

    def _read(self, response: httpx.Response, what: str) -> object:
        if response.status_code < httpx.codes.BAD_REQUEST:
            return _content(response, what)
        wait = retries.seconds(response.headers.get("Retry-After"))
        body = _without(self._secrets, response.text)
        raise refusal(response.status_code, body, what=what, retry_after=wait)

    async def _whole(self, request: httpx.Request, what: str, largest: int | None) -> httpx.Response:
        response = await self._http.send(request, stream=True)
        try:
            chunks, size = [], 0
            async for chunk in response.aiter_bytes():
                size += len(chunk)
                if size > (largest or LARGEST_ANSWER):
                    raise TrackerTooLarge(f"{what}: the answer is too large")
                chunks.append(chunk)
        finally:
            await response.aclose()
        self._clock.met(response.headers.get("Date"))
        kept = {k: v for k, v in response.headers.items() if k in {"retry-after", "content-type"}}
        return httpx.Response(response.status_code, headers=kept, content=b"".join(chunks))


def _content(response: httpx.Response, what: str) -> object:
    if response.status_code >= httpx.codes.MULTIPLE_CHOICES:
        raise TrackerMalformed(f"{what}: sent elsewhere ({response.status_code})")
    if not response.content.strip():
        _accept_nothing(response.status_code, what)
        return None
    try:
        return folded(json.loads(response.content))
    except (ValueError, RecursionError) as error:
        raise TrackerMalformed(f"{what}: the answer is not JSON") from error


def _secrets(access_token: str | None, widget: WidgetCredentials | None) -> tuple[str, ...]:
    given = (access_token, widget and widget.api_key, widget and widget.password)
    return tuple(each for each in given if each)


def _without(secrets: tuple[str, ...], body: str) -> str:
    """The body of a refusal without what we sent it: errors are logged and shown."""
    for secret in secrets:
        body = body.replace(secret, "…")
    return ANY_JWT.sub("…", body)


def _accept_nothing(status: int, what: str) -> None:
    """An empty 201 or 204 is an answer, as is an empty answer to a PATCH; an empty 200 is not."""
    if status == httpx.codes.OK and not what.startswith("PATCH"):
        raise TrackerMalformed(f"{what}: the answer is empty")


def _not_exchanged(error: TrackerError) -> TrackerError:
    status = getattr(error, "status", None)
    if status in REFUSED_TOKEN:
        return TrackerUnauthorized(status, "Tracker refuses the access token", revoked=True)
    return TrackerUnreachable(f"no session with Tracker: {error}", sent=False)
