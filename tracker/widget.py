"""The older widget API: the writes that it alone documents; key, user name and password."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tracker.auth import WidgetCredentials
from tracker.errors import (
    TrackerConflict,
    TrackerInvalid,
    TrackerMalformed,
    TrackerRefused,
    TrackerUnauthorized,
)
from tracker.parsing import Row, row, text

if TYPE_CHECKING:
    from tracker.client import TrackerClient

SUCCESS: Final = "0"
REFUSALS: Final[dict[str, type[TrackerRefused]]] = {
    "1": TrackerUnauthorized,  # user not found
    "2": TrackerUnauthorized,  # user not active
    "3": TrackerConflict,  # record found and cannot be overwritten
    "99": TrackerInvalid,
}
HTTP_LIKE: Final = {"1": 401, "2": 403, "3": 409, "99": 400}
BODY_KEYS: Final = {"getSettingsData": "checkPerson"}  # the vendor's own oddity


class Widget:
    """POST {host}/api/widget/{method}; HTTP 200 nearly always, the outcome stands in `status`."""

    def __init__(
        self,
        client: "TrackerClient",
        url: str | None,
        credentials: WidgetCredentials | None,
        access_token: str | None,
    ) -> None:
        self._client = client
        self._url = (url or "").rstrip("/")
        self._given = credentials
        self._credentials = credentials.as_instructions() if credentials else _token(access_token)

    @property
    def ready(self) -> bool:
        """Whether there are an address and credentials."""
        return bool(self._url and self._credentials)

    @property
    def has_credentials(self) -> bool:
        """Whether credentials of its own were given, rather than the REST access token alone."""
        return bool(self._url and self._given)

    async def check(self) -> None:
        """Try the credentials; TrackerUnauthorized where they are refused."""
        await self.call("checkLogon", reads=True)

    async def settings(self) -> Row:
        """The tenant's lists: users, custom fields, statuses of candidates and jobs."""
        return await self.call("getSettingsData", reads=True)

    async def call(
        self,
        method: str,
        things: Mapping[str, object] | None = None,
        *,
        instructions: Mapping[str, object] | None = None,
        reads: bool = False,
    ) -> Row:
        """One call; raises what its `status` means. Keys of the answer are in lower case."""
        if not self.ready:
            raise TrackerUnauthorized(401, "no older API was set up", what=method)
        inner = {
            "credentials": self._credentials,
            "instructions": instructions or {},
            **(things or {}),
        }
        body = {"trackerrms": {BODY_KEYS.get(method, method): inner}}
        url = f"{self._url}/api/widget/{method}"
        answer = await self._client.post_plainly(url, body, reads=reads)
        return _succeeded(row(answer, method), method)


def _token(access_token: str | None) -> dict[str, str]:
    return {"oauthtoken": access_token} if access_token else {}


def _succeeded(answer: Row, method: str) -> Row:
    status = text(answer, "status")
    if status == SUCCESS:
        return answer
    if status not in REFUSALS:
        raise TrackerMalformed(f"{method}: status {status or 'missing'}")
    message = text(answer, "message")
    if REFUSALS[status] is TrackerUnauthorized:
        raise TrackerUnauthorized(HTTP_LIKE[status], message, what=method, older=True)
    raise REFUSALS[status](HTTP_LIKE[status], message, what=method)
