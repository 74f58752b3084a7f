"""The door of recording links: plays what a good link names, in ranges, and says what to do where it plays nothing."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.links import Barred, Playable, Unusable
from bot.web.link_page import UNSEEN, LinkPages

CHUNK: Final = 256 * 1024
POLICY: Final = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
STATUS: Final = {Unusable.UNKNOWN: 404, Unusable.EXPIRED: 410, Unusable.REVOKED: 410, Unusable.GONE: 410}
_RANGE: Final = re.compile(r"bytes=(?:(\d{1,18})-(\d{0,18})|-(\d{1,18}))", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The bytes to send, both ends included; `partial`: a range was asked for."""

    first: int
    last: int
    partial: bool = False


def span_of(header: str, size: int) -> Span | None:
    """The one range that is asked for; None where it lies outside. Anything but a single good range asks for everything."""
    whole = Span(first=0, last=size - 1)
    found = _RANGE.fullmatch(header.strip())
    if found is None:
        return whole
    first, last, length = found.groups()
    if length is not None:
        return Span(first=max(0, size - int(length)), last=size - 1, partial=True) if int(length) else None
    if last and int(last) < int(first):
        return whole
    end = min(int(last or size), size - 1)
    return Span(first=int(first), last=end, partial=True) if int(first) <= end else None


class LinkDoor:
    """The routes. `open` says what a token plays, `used` writes down that it was used."""

    def __init__(
        self,
        *,
        folder: Path,
        pages: LinkPages,
        open: Callable[[str], Awaitable[Playable | Barred]],
        used: Callable[[str, str, str, str], Awaitable[None]],
    ) -> None:
        self._folder, self._pages, self._open, self._used = folder, pages, open, used

    def routes(self) -> list[Route]:
        """The routes of this door."""
        return [Route("/r/{token}", self.get, methods=["GET", "HEAD"])]

    async def get(self, request: Request) -> Response:
        """The recording or a part of it, or a page that says why there is none."""
        opened = await self._open(request.path_params["token"])
        answer = self._play(request, opened) if isinstance(opened, Playable) else self._page(opened)
        if opened.link:
            span = answer.headers.get("content-range", "all")
            what = f"{request.method} {span}: {answer.status_code}"
            await self._used(opened.link, opened.screening, what, request.headers.get("user-agent", ""))
        answer.headers.update({**UNSEEN, "Cache-Control": "private, no-store"})
        return answer

    def _page(self, barred: Barred) -> Response:
        page = HTMLResponse(self._pages.notice(barred), STATUS[barred.why])
        page.headers["Content-Security-Policy"] = self._pages.policy
        return page

    def _play(self, request: Request, kept: Playable) -> Response:
        path = self._folder / kept.name
        if not path.is_file():
            return self._page(Barred(why=Unusable.GONE, screening=kept.screening, link=kept.link))
        span = span_of(request.headers.get("range", ""), kept.size)
        headers = {
            "Accept-Ranges": "bytes",
            "Content-Security-Policy": POLICY,
            "Content-Disposition": f'inline; filename="{kept.screening}{path.suffix}"',
        }
        if span is None:
            return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{kept.size}"})
        if span.partial:
            headers["Content-Range"] = f"bytes {span.first}-{span.last}/{kept.size}"
        headers["Content-Length"] = str(span.last - span.first + 1)
        status = 206 if span.partial else 200
        if request.method == "HEAD":
            return Response(status_code=status, headers=headers, media_type=kept.type)
        return StreamingResponse(_bytes(path, span), status, headers, kept.type)


async def _bytes(path: Path, span: Span) -> AsyncIterator[bytes]:
    at = span.first
    while at <= span.last:
        chunk = await asyncio.to_thread(_read, path, at, min(CHUNK, span.last - at + 1))
        if not chunk:
            return
        at += len(chunk)
        yield chunk


def _read(path: Path, at: int, length: int) -> bytes:
    with path.open("rb") as file:
        file.seek(at)
        return file.read(length)
