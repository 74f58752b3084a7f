"""The sandbox in process: its services, a bot that only listens, and a way to call it all over ASGI."""

import json
from collections.abc import AsyncIterator
from urllib.parse import parse_qs, parse_qsl

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.keys import Keys
from bot.sandbox.run import an_app
from bot.sandbox.services import Services
from bot.sandbox.wire import Json

KEYS = Keys(sandbox_url="http://sandbox.test", bot_url="http://bot.test", public_url="https://bot.example.com")


class ListeningBot:
    """Keeps whatever is posted to it, and answers what the test wants."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, dict[str, str], bytes]] = []
        self.answer: Json = {}
        self.app = Starlette(routes=[Route("/{path:path}", self._listen, methods=["POST"])])

    async def _listen(self, request: Request) -> Response:
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        self.heard.append((path, dict(request.headers), await request.body()))
        return JSONResponse(self.answer) if self.answer else Response()

    def forms(self, path: str) -> list[dict[str, str]]:
        """The forms posted to that path."""
        return [
            dict(parse_qsl(body.decode(), keep_blank_values=True))
            for p, _, body in self.heard
            if p.split("?")[0] == path
        ]

    @property
    def payload(self) -> Json:
        """The newest interaction."""
        payload: Json = json.loads(parse_qs(self.heard[-1][2].decode())["payload"][0])
        return payload


@pytest.fixture
def bot() -> ListeningBot:
    return ListeningBot()


@pytest.fixture
async def services(bot: ListeningBot) -> AsyncIterator[Services]:
    made = Services(KEYS, transport=httpx.ASGITransport(app=bot.app), pause=0)
    yield made
    await made.close()


@pytest.fixture
async def web(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=an_app(services))
    async with httpx.AsyncClient(transport=transport, base_url=KEYS.sandbox_url) as client:
        yield client
