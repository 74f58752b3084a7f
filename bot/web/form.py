"""The web form's door: a candidate's signed link shows the page, a sent page is read once. GET changes nothing."""

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.form_links import FormLinks, FormToken, Unusable
from bot.web.form_page import EMPTY, LANGUAGES, Filled, FormPages
from bot.web.pace import Pace
from screening.forms import Closed, Open, Received, Sent, Shown, Stale, Wrong
from screening.scripts.script import Script

LARGEST: Final = 256 * 1024  # bytes of a sent page
MOST_FIELDS: Final = 200
SENT_A_MINUTE: Final = 30
SHOWN_A_MINUTE: Final = 120

Show = Callable[[FormToken], Awaitable[Shown]]
Submit = Callable[[FormToken, Sent], Awaitable[Shown | Wrong | Stale]]


class TooLarge(Exception):
    """More bytes or fields than a page can have."""


class FormDoor:
    """The routes. `show` and `submit` do the rest."""

    def __init__(
        self, *, public_url: str, links: FormLinks, pages: FormPages, now: Callable[[], int], show: Show, submit: Submit
    ) -> None:
        self._origin = _origin(public_url)
        self._links, self._pages, self._now, self._show, self._submit = links, pages, now, show, submit
        self._sent, self._shown = Pace(SENT_A_MINUTE), Pace(SHOWN_A_MINUTE)

    def routes(self) -> list[Route]:
        """The routes of this door."""
        return [
            Route("/f/{token}", self.get, methods=["GET"]),
            Route("/f/{token}", self.post, methods=["POST"]),
        ]

    async def get(self, request: Request) -> Response:
        """The page, or why there is none."""
        token = self._token(request)
        if isinstance(token, Unusable):
            return self._unusable(request, token)
        if not self._shown.allows(f"{token.screening}.{token.round}", self._now()):
            return self._notice(request, "busy", 429)
        shown = await self._show(token)
        if isinstance(shown, Open):
            return self._page(request, shown, EMPTY, 200)
        return self._ended(request, shown, "received")

    async def post(self, request: Request) -> Response:
        """A sent page: taken once, then the next page by redirect; kept and shown again where something is wrong."""
        token = self._token(request)
        if isinstance(token, Unusable):
            return self._unusable(request, token)
        if not _from_us(request.headers, self._origin):
            return self._notice(request, "foreign", 403)
        if not self._sent.allows(f"{token.screening}.{token.round}", self._now()):
            return self._notice(request, "busy", 429)
        try:
            given = await _given(request)
        except TooLarge:
            return self._notice(request, "large", 413)
        before = await self._show(token)
        if not isinstance(before, Open):
            return self._ended(request, before, "already")
        return await self._take(request, token, before.script, given)

    async def _take(
        self, request: Request, token: FormToken, script: Script, given: dict[str, tuple[str, ...]]
    ) -> Response:
        written = request.path_params["token"]
        lang = self._language(request, script.languages, script.language)
        seal = self._links.unseal(written, "".join(given.get(".page", ())))
        tried = frozenset("".join(given.get(".tried", ())).split(","))
        done = await self._submit(token, Sent(given=given, seal=seal, tried=tried, language=lang))
        match done:
            case Wrong():
                return self._page(request, done.page, Filled(given=given, problems=done.problems, tried=tried), 422)
            case Stale():
                return self._page(request, done.page, Filled(given=given, problems={}, stale=True), 409)
            case Closed() if done.why != "newer":
                return self._ended(request, done, "already")
        return self._headers(RedirectResponse(f"{written}?lang={lang}", 303))

    def _token(self, request: Request) -> FormToken | Unusable:
        return self._links.read(request.path_params["token"], self._now())

    def _unusable(self, request: Request, why: Unusable) -> Response:
        return self._notice(request, why.value, 410 if why is Unusable.EXPIRED else 404)

    def _ended(self, request: Request, shown: Received | Closed | Open, words: str) -> Response:
        s = shown.screening
        what = shown.why if isinstance(shown, Closed) else words
        lang = self._language(request, LANGUAGES, s.language if s else "")
        status = 410 if isinstance(shown, Closed) else 200
        return self._headers(HTMLResponse(self._pages.notice(what, lang, s), status))

    def _notice(self, request: Request, what: str, status: int) -> Response:
        return self._headers(HTMLResponse(self._pages.notice(what, self._language(request, LANGUAGES)), status))

    def _page(self, request: Request, page: Open, filled: Filled, status: int) -> Response:
        lang = self._language(request, page.script.languages, page.screening.language)
        seal = self._links.seal(request.path_params["token"], page.seal)
        return self._headers(HTMLResponse(self._pages.page(page, lang, seal, filled, self._now()), status))

    def _language(self, request: Request, spoken: tuple[str, ...], first: str = "") -> str:
        """The one asked for in the address, else the conversation's, else the browser's."""
        asked = request.query_params.get("lang", "")
        browser = request.headers.get("accept-language", "")[:2].lower()
        known = [x for x in (asked, first, browser) if x in spoken and x in LANGUAGES]
        return known[0] if known else "en"

    def _headers(self, response: Response) -> Response:
        response.headers.update(
            {
                "Content-Security-Policy": self._pages.policy,
                "Cache-Control": "no-store",
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
                "X-Frame-Options": "DENY",
                "X-Robots-Tag": "noindex, nofollow",
            }
        )
        return response


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _from_us(headers: Headers, origin: str) -> bool:
    """Whether the browser says that the page was sent from ours. `Origin: null` comes of our own no-referrer policy."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    said = headers.get("origin", "null").lower()
    return said in ("null", origin)


async def _given(request: Request) -> dict[str, tuple[str, ...]]:
    """The sent fields, each with all its values; TooLarge beyond the bounds."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return {}
    body = await _body(request, LARGEST)
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise TooLarge from error
    given: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        given[name] = (*given.get(name, ()), value)
    return given


async def _body(request: Request, largest: int) -> bytes:
    """The body, read no further than `largest` bytes."""
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > largest:
        raise TooLarge
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise TooLarge
    return body
