"""The page of what we hold about a candidate, behind a link that only their own phone was sent."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from bot.data_links import DataLinks
from bot.web.link_page import UNSEEN, LinkPages

GONE: Final = {
    "unknown": (
        "There is nothing here",
        "The address is incomplete, or was never one of ours. Text DATA for a new link.",
    ),
    "expired": ("This link has expired", "Links to your data open for seven days. Text DATA for a new one."),
    "gone": ("Nothing is held any more", "What we held about you here was erased."),
}
STATUS: Final = {"unknown": 404, "expired": 410, "gone": 410}


class DataDoor:
    """The routes. `given` says what is held of a screening's candidate, `used` writes down that it was looked at."""

    def __init__(
        self,
        *,
        links: DataLinks,
        pages: LinkPages,
        now: Callable[[], int],
        given: Callable[[str], Awaitable[Mapping[str, Any]]],
        used: Callable[[str, str], Awaitable[None]],
    ) -> None:
        self._links, self._pages, self._now, self._given, self._used = links, pages, now, given, used

    def routes(self) -> list[Route]:
        """The routes of this door."""
        return [Route("/d/{token}", self.page), Route("/d/{token}/data.json", self.file)]

    async def page(self, request: Request) -> Response:
        """What we hold, to be read."""
        held = await self._held(request)
        if isinstance(held, str):
            return self._notice(held)
        shown = self._pages.data(held, f"{request.path_params['token']}/data.json")
        return self._headers(HTMLResponse(shown))

    async def file(self, request: Request) -> Response:
        """The same as a file."""
        held = await self._held(request)
        if isinstance(held, str):
            return self._notice(held)
        answer = JSONResponse(dict(held))
        answer.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
        return self._headers(answer)

    async def _held(self, request: Request) -> Mapping[str, Any] | str:
        screening, opens = self._links.read(request.path_params["token"], self._now())
        if not screening:
            return "unknown"
        if not opens:
            return "expired"
        held = await self._given(screening)
        if not held:
            return "gone"
        await self._used(screening, request.headers.get("user-agent", ""))
        return held

    def _notice(self, why: str) -> Response:
        return self._headers(HTMLResponse(self._pages.say(*GONE[why]), STATUS[why]))

    def _headers(self, response: Response) -> Response:
        response.headers.update(
            {**UNSEEN, "Content-Security-Policy": self._pages.policy, "Cache-Control": "private, no-store"}
        )
        return response
