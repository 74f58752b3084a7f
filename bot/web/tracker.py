"""Tracker's webhook: any body is taken, nothing in it is believed; it only hurries the next poll."""

import hmac
import json
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.bodies import bounded

LARGEST = 65_536


class HookDoor:
    """POST /tracker/hook/<secret>. Always 200 with the right secret: Tracker must not give the address up."""

    def __init__(self, secret: str, changed: Callable[[object], Awaitable[None]]) -> None:
        self._secret, self._changed = secret, changed

    def routes(self) -> list[Route]:
        """The route of this door."""
        return [Route("/tracker/hook/{secret}", self.hook, methods=["POST"])]

    async def hook(self, request: Request) -> Response:
        """Something changed in Tracker."""
        if not hmac.compare_digest(request.path_params["secret"].encode(), self._secret.encode()):
            return Response("Not Found", 404)
        await self._changed(await _read(request))
        return Response()


async def _read(request: Request) -> object:
    """The body as JSON; None where it is none or too large."""
    raw = await bounded(request, LARGEST)
    try:
        return json.loads(raw) if raw is not None else None
    except (ValueError, RecursionError):
        return None
