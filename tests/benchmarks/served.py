"""The server of the webhook benchmark: Twilio's door of the product, with a store behind it or without."""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable

import uvicorn
import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.storage.store import Store, open_store
from bot.web.signed import SignedForms
from bot.web.twilio import TwilioDoor
from screening.screener import InboundText
from tests.benchmarks.bench_store import SPECS, a_phone, a_screening, take

PUBLIC = "https://bot.example.com"
TOKEN = "a-token-of-the-benchmark"
SCREENINGS = 10_000


class Lag:
    """How late the loop is, measured all the time."""

    def __init__(self) -> None:
        self.seen: list[float] = []

    async def watch(self) -> None:
        """For ever."""
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.005)
            self.seen.append((time.perf_counter() - began - 0.005) * 1000)

    async def tell(self, _: Request) -> Response:
        """The lags since the last question, in ms."""
        seen, self.seen = sorted(self.seen) or [0.0], []
        return JSONResponse({"p50": statistics.median(seen), "p99": seen[int(0.99 * (len(seen) - 1))]})


def hearing(store: Store | None) -> Callable[[InboundText], Awaitable[None]]:
    """What is done with a text."""

    async def hear(text: InboundText) -> None:
        if store is not None:
            await store.run(lambda t: take(t, text.sid, text.phone))

    return hear


async def serve(where: str, port: int) -> None:
    """Until we are killed."""
    store, lag = None, Lag()
    if where:
        store = open_store(where, SPECS, exclusive=True)
        if await store.read(lambda t: len(t["screenings"])) == 0:
            await store.run(lambda t: t["screenings"].insert_multiple(a_screening(n) for n in range(SCREENINGS)))

    async def nothing(*_: str) -> None:
        return None

    async def nobody(*_: str) -> str:
        return ""

    forms = SignedForms(PUBLIC, TOKEN)
    door = TwilioDoor(
        forms=forms, brand="Acme", now=lambda: 0, hear=hearing(store), status=nothing, called_in=nobody, over=nothing
    )
    app = Starlette(routes=[*door.routes(), Route("/lag", lag.tell)])
    watching = asyncio.create_task(lag.watch())
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", access_log=False, lifespan="off")
    await uvicorn.Server(config).serve()
    watching.cancel()


def phone_of(n: int) -> str:
    """Somebody who is being screened."""
    return a_phone(n * 104_729 % SCREENINGS)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    uvloop.run(serve(sys.argv[1], int(sys.argv[2])))
