"""A toll-gate between the bot and the sandbox: every call passes, and something may be done just before or after one."""

from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

import aiohttp
from aiohttp import web

BEFORE: Final = "before"
AFTER: Final = "after"
HOP: Final = frozenset({"host", "content-length", "transfer-encoding", "connection", "content-encoding"})
Act = Callable[[], None]


class Toll:
    """Forwards to the sandbox. `at` does something once, at the first call of that method and path."""

    def __init__(self, sandbox_url: str, port: int) -> None:
        self._sandbox, self._port = sandbox_url, port
        self._traps: list[tuple[str, str, str, Act]] = []
        self.passed: list[str] = []
        self._http: aiohttp.ClientSession | None = None
        self._runner: web.AppRunner | None = None

    def at(self, when: str, method: str, part: str, act: Act) -> None:
        """Do it once, `before` or `after` a call whose path contains `part` has had its effect."""
        self._traps.append((when, method, part, act))

    @property
    def waiting(self) -> bool:
        """Is there something that has not been done yet?"""
        return bool(self._traps)

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession(auto_decompress=True)
        app = web.Application(client_max_size=50_000_000)
        app.router.add_route("*", "/{path:.*}", self._forward)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        if self._http is not None:
            await self._http.close()

    async def _forward(self, request: web.Request) -> web.Response:
        assert self._http is not None
        self.passed.append(f"{request.method} {request.path}")
        try:
            body = await request.read()
        except ConnectionResetError:  # the caller was killed in mid-sentence
            return web.Response(status=400)
        headers = {name: value for name, value in request.headers.items() if name.lower() not in HOP}
        self._spring(BEFORE, request)
        url = self._sandbox + request.path_qs
        async with self._http.request(request.method, url, data=body, headers=headers, allow_redirects=False) as answer:
            content = await answer.read()
            kept = {name: value for name, value in answer.headers.items() if name.lower() not in HOP}
            self._spring(AFTER, request)
            return web.Response(status=answer.status, body=content, headers=kept)

    def _spring(self, when: str, request: web.Request) -> None:
        for trap in self._traps:
            if trap[0] == when and trap[1] == request.method and trap[2] in request.path:
                self._traps.remove(trap)
                trap[3]()
                return
