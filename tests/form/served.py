"""The form's door on a real store, in process and as a real server."""

import asyncio
import tempfile
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import uvicorn
from starlette.applications import Starlette

from bot.agents import publish
from bot.form_desk import FormDesk
from bot.form_links import FormLinks, FormToken
from bot.resumes.convert import Converter
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_inline_store
from bot.web.form import FormDoor
from bot.web.form_page import FormPages
from screening.events import Began, Event, Sent
from screening.screener import apply
from screening.screening import Screening
from screening.scripts.script import Script
from tests.builders import NOON, a_screening

DAY = 86_400_000
T = TypeVar("T")
PUBLIC = "https://bot.example.com"


@dataclass(kw_only=True)
class House:
    """A store with forms in it, and the app that shows them."""

    public: str = PUBLIC
    now: int = NOON
    store: Store = field(default_factory=lambda: open_inline_store(":memory:", SPECS))

    def __post_init__(self) -> None:
        self.links = FormLinks(b"k" * 32, self.public)
        self.folder = Path(tempfile.mkdtemp(prefix="greenroom-form-"))
        self.desk = FormDesk(self.store, self.records, Converter(), self.folder, lambda: self.now)
        self.door = FormDoor(
            public_url=self.public,
            links=self.links,
            pages=FormPages("Acme Staffing"),
            now=lambda: self.now,
            desk=self.desk,
        )
        self.app = Starlette(routes=self.door.routes())

    def records(self, tables: Tables) -> Repositories:
        return Repositories(tables, b"pepper")

    async def begin(self, script: Script, **changes: object) -> str:
        """A screening whose first text went out; answers the link."""
        s = a_screening(script, **changes)

        def start(t: Tables) -> None:
            records = self.records(t)
            publish(records, script)
            records.begin(s)
            done = apply(records, s, Began(), self.now)
            if done.messages:
                apply(records, done, Sent(message=done.messages[0].id), self.now)

        await self.store.run(start)
        return self.link(s.id)

    def link(self, id: str, round: int = 0, until: int | None = None) -> str:
        """A link of our own."""
        return self.links.url(FormToken(screening=id, round=round, until=until or self.now + 7 * DAY))

    async def happen(self, id: str, event: Event) -> Screening:
        """Something else happens to the screening."""
        return await self.store.run(lambda t: apply(self.records(t), self.need(t, id), event, self.now))

    def need(self, t: Tables, id: str) -> Screening:
        found = self.records(t).screening(id)
        assert found is not None
        return found

    async def screening(self, id: str = "GR-TEST01") -> Screening:
        """As it stands."""
        return await self.store.read(lambda t: self.need(t, id))

    async def orders(self, way: str) -> list[dict[str, object]]:
        """What was ordered by that way."""
        return await self.store.read(lambda t: [dict(r) for r in t["outbox"].all() if r["way"] == way])


class Served:
    """A house with a real server in a thread of its own; `ask` runs a coroutine there."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.house: House
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._serve())
        self.loop.close()

    async def _serve(self) -> None:
        apps: dict[str, Starlette] = {}

        async def app(scope, receive, send):  # type: ignore[no-untyped-def]
            await apps["form"](scope, receive, send)

        config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", lifespan="off")
        self.server = uvicorn.Server(config)
        task = asyncio.create_task(self.server.serve())
        while not self.server.started:
            await asyncio.sleep(0.01)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.house = House(public=f"http://127.0.0.1:{port}")
        apps["form"] = self.house.app
        self._ready.set()
        await task
        await self.house.store.close()

    def ask(self, call: Callable[[House], Coroutine[Any, Any, T]]) -> T:
        """Run `call(house)` on the server's loop."""
        return asyncio.run_coroutine_threadsafe(call(self.house), self.loop).result(20)

    @contextmanager
    def running(self) -> Iterator["Served"]:
        """While it serves."""
        self._thread.start()
        assert self._ready.wait(20)
        try:
            yield self
        finally:
            self.server.should_exit = True
            self._thread.join(20)
