"""The web form's door: a candidate's signed link shows the page, a sent page is read once. GET changes nothing."""

from collections.abc import Callable
from typing import Final, Protocol
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.form_links import FormLinks, FormToken, Unusable
from bot.web.form_page import EMPTY, LANGUAGES, Filled, FormPages
from bot.web.link_page import UNSEEN
from bot.web.pace import Pace
from bot.web.sent import Body, TooLarge, read_body
from screening.forms import Closed, Open, Sent, Shown, Stale, Upload, Wrong

SENT_A_MINUTE: Final = 30
SHOWN_A_MINUTE: Final = 120


class FormDesk(Protocol):
    """What is behind the door."""

    async def show(self, token: FormToken) -> Shown:
        """What the link shows now."""
        ...

    async def submit(self, token: FormToken, sent: Sent) -> Shown | Wrong | Stale:
        """Take a page of answers."""
        ...

    async def hand_in(self, token: FormToken, name: str, data: bytes, language: str) -> Shown | str:
        """Take a resume, or go on without one (no data); why not, where it cannot be read."""
        ...


class FormDoor:
    """The routes."""

    def __init__(
        self, *, public_url: str, links: FormLinks, pages: FormPages, now: Callable[[], int], desk: FormDesk
    ) -> None:
        self._origin = _origin(public_url)
        self._links, self._pages, self._now, self._desk = links, pages, now, desk
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
        shown = await self._desk.show(token)
        if isinstance(shown, Open):
            return self._page(request, shown, EMPTY, 200)
        if isinstance(shown, Upload):
            return self._upload(request, shown, "", 200)
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
            body = await read_body(request)
        except TooLarge:
            return self._notice(request, "large", 413)
        before = await self._desk.show(token)
        if isinstance(before, Upload):
            return await self._hand_in(request, token, before, body)
        if isinstance(before, Open):
            return await self._take(request, token, before, body)
        return self._ended(request, before, "already")

    async def _take(self, request: Request, token: FormToken, page: Open, body: Body) -> Response:
        written, given = request.path_params["token"], body.fields
        lang = self._language(request, page.script.languages, page.screening.language)
        seal = self._links.unseal(written, body.text(".page"))
        tried = frozenset(body.text(".tried").split(","))
        done = await self._desk.submit(token, Sent(given=given, seal=seal, tried=tried, language=lang))
        match done:
            case Wrong():
                return self._page(request, done.page, Filled(given=given, problems=done.problems, tried=tried), 422)
            case Stale():
                return self._page(request, done.page, Filled(given=given, problems={}, stale=True), 409)
            case Closed() if done.why != "newer":
                return self._ended(request, done, "already")
        return self._headers(RedirectResponse(f"{written}?lang={lang}", 303))

    async def _hand_in(self, request: Request, token: FormToken, page: Upload, body: Body) -> Response:
        written = request.path_params["token"]
        lang = self._language(request, page.script.languages, page.screening.language)
        if self._links.unseal(written, body.text(".page")) != page.seal:
            return self._upload(request, page, "again", 409)
        if not body.data and not body.text(".skip"):
            return self._upload(request, page, "choose", 422)
        done = await self._desk.hand_in(token, body.name, body.data, lang)
        if isinstance(done, str):
            return self._upload(request, page, done, 422)
        return self._headers(RedirectResponse(f"{written}?lang={lang}", 303))

    def _token(self, request: Request) -> FormToken | Unusable:
        return self._links.read(request.path_params["token"], self._now())

    def _unusable(self, request: Request, why: Unusable) -> Response:
        return self._notice(request, why.value, 410 if why is Unusable.EXPIRED else 404)

    def _ended(self, request: Request, shown: Shown, words: str) -> Response:
        s = shown.screening
        what = shown.why if isinstance(shown, Closed) else "next" if s is not None and s.open else words
        lang = self._language(request, LANGUAGES, s.language if s else "")
        status = 410 if isinstance(shown, Closed) else 200
        return self._headers(HTMLResponse(self._pages.notice(what, lang, s), status))

    def _notice(self, request: Request, what: str, status: int) -> Response:
        return self._headers(HTMLResponse(self._pages.notice(what, self._language(request, LANGUAGES)), status))

    def _page(self, request: Request, page: Open, filled: Filled, status: int) -> Response:
        lang = self._language(request, page.script.languages, page.screening.language)
        seal = self._links.seal(request.path_params["token"], page.seal)
        return self._headers(HTMLResponse(self._pages.page(page, lang, seal, filled, self._now()), status))

    def _upload(self, request: Request, page: Upload, why: str, status: int) -> Response:
        lang = self._language(request, page.script.languages, page.screening.language)
        seal = self._links.seal(request.path_params["token"], page.seal)
        return self._headers(HTMLResponse(self._pages.upload(page, lang, seal, why), status))

    def _language(self, request: Request, spoken: tuple[str, ...], first: str = "") -> str:
        """The one asked for in the address, else the conversation's, else the browser's."""
        asked = request.query_params.get("lang", "")
        browser = request.headers.get("accept-language", "")[:2].lower()
        known = [x for x in (asked, first, browser) if x in spoken and x in LANGUAGES]
        return known[0] if known else "en"

    def _headers(self, response: Response) -> Response:
        response.headers.update(
            {
                **UNSEEN,
                "Content-Security-Policy": self._pages.policy,
                "Cache-Control": "no-store",
                "X-Frame-Options": "DENY",
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
