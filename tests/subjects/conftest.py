"""A store with one finished screening in it, made by the use cases themselves."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from bot.agents import publish
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_store
from screening import screener
from screening.agent import Mapping
from screening.intake import Arrival, take
from screening.people import Candidate, Opportunity
from screening.screener import InboundText
from screening.screening import Screening
from tests.builders import NOON, a_script

PEPPER = b"p" * 32
PHONE, NAME, EMAIL = "+13125550142", "Wilhelmina Quackenbush", "wilhelmina@example.com"
SAID = ("Yes I hold a purple licence", "seven years of forklifting")


@dataclass(slots=True, kw_only=True)
class House:
    """The store, and verbs. `path`: of the embedded store; beside it lies the data. `address`: of a PostgreSQL."""

    store: Store
    path: Path
    address: str = ""

    def records(self, tables: Tables) -> Repositories:
        return Repositories(tables, PEPPER)

    async def everything(self) -> bytes:
        """All that is kept anywhere: the files, and every row of a PostgreSQL."""
        await self.store.run(lambda t: None)
        files = b"".join(p.read_bytes() for p in self.path.parent.rglob("*") if p.is_file())
        return files + (await asyncio.to_thread(_rows, self.address) if self.address else b"")

    async def act(self, do: Callable[[Repositories], object]) -> object:
        return await self.store.run(lambda t: do(self.records(t)))

    async def begin(self, gr: str = "GR-0000000001", **changes: object) -> None:
        await self.store.run(lambda t: self._begin(self.records(t), gr, dict(changes)))

    def _begin(self, records: Repositories, id: str, changes: dict[str, object]) -> None:
        publish(records, a_script())
        mapping = Mapping(
            job=1020, title="Dock hand", agent="dock", trigger="Phone Screen", statuses=(12,), channel="C1"
        )
        records.put("mappings", "job", {**_plain(mapping)})
        person = {"id": 7, "first_name": "Wilhelmina", "name": NAME, "phone": PHONE, "email": EMAIL, **changes}
        arrival = Arrival(
            mapping=mapping,
            candidate=Candidate(**person),  # type: ignore[arg-type]
            job=Opportunity(id=1020, title="Dock hand"),
            application=70,
            id=id,
            brand="Acme",
            zone="America/Chicago",
        )
        take(records, arrival, NOON, again=True)

    async def screened(self, gr: str = "GR-0000000001", **changes: object) -> Screening:
        await self.begin(gr, **changes)
        phone = str(changes.get("phone", PHONE))
        for n, text in enumerate(SAID):
            await self.act(lambda r, n=n: self._sent(r, gr, NOON + n * 60_000))
            inbound = InboundText(sid=f"{gr}-{n}", phone=phone, text=text, at=NOON + n * 60_000 + 5_000)
            await self.act(lambda r, x=inbound: screener.hear(r, x, 0, "Acme"))
            await self.act(lambda r, n=n: screener.due(r, gr, NOON + n * 60_000 + 20_000))
        found = await self.store.read(lambda t: self.records(t).screening(gr))
        assert found is not None
        return found

    def _sent(self, records: Repositories, id: str, at: int) -> None:
        s = records.screening(id)
        for m in s.messages if s else ():
            if m.who == "bot":
                screener.delivered(records, id, m.id, at)


def _plain(mapping: Mapping) -> dict[str, object]:
    import msgspec

    return dict(msgspec.to_builtins(mapping))


on_either = pytest.mark.parametrize("house", ["embedded", "postgres"], indirect=True)


def _rows(address: str) -> bytes:
    with psycopg.connect(address) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        tables = [sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(name)) for (name,) in names]
        return "\n".join(row for query in tables for (row,) in connection.execute(query)).encode()


@pytest.fixture
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    """On the embedded store; with `on_either` on PostgreSQL as well."""
    path = tmp_path / "greenroom.db"
    kind = getattr(request, "param", "embedded")
    address = str(request.getfixturevalue("postgres")) if kind == "postgres" else ""
    made = House(store=open_store(address or str(path), SPECS, exclusive=False), path=path, address=address)
    yield made
    await made.store.close()
