"""Our own httpx transport for `twilio`: honest time-outs, no repeated POSTs, and the last answer's headers kept."""

import logging
from typing import Any

import httpx
from twilio.http import AsyncHttpClient
from twilio.http.response import Response


class HttpxTransport(AsyncHttpClient):  # type: ignore[misc]
    """Speaks to `origin` in place of https://api.twilio.com."""

    def __init__(self, origin: str, *, transport: httpx.AsyncBaseTransport | None = None) -> None:
        super().__init__(logging.getLogger("greenroom.twilio"), True, None)
        self.origin = origin
        timeout = httpx.Timeout(12, connect=5)
        self.http = httpx.AsyncClient(timeout=timeout, transport=transport, trust_env=False)
        self.retry_after: float | None = None

    async def request(
        self,
        method: str,
        url: str,
        params: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Response:
        """One request, once."""
        target = url.replace("https://api.twilio.com", self.origin, 1)
        answer = await self.http.request(
            method, target, params=params, data=data, headers=headers, auth=auth, follow_redirects=allow_redirects
        )
        raw = answer.headers.get("retry-after", "")
        self.retry_after = float(raw) if raw.isdigit() else None
        return Response(answer.status_code, answer.text, answer.headers)
