"""TinyDB 4.9.0's own tests (MIT, see LICENSE), unchanged, on rows of SQLite and of PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tinydb import TinyDB

from bot.storage.codec import encode
from bot.storage.database import TableSpec
from bot.storage.postgres import PostgresDatabase
from bot.storage.rows import RowStorage, RowTable
from bot.storage.sqlite import SqliteDatabase, connect

Opened = SqliteDatabase | PostgresDatabase

NO_QUERY_CACHE = "every query reads rows: another process may have changed them"
OTHER_NAME = "spells out TinyDB's own class names"
EMPTY = "tables are made by their specs; an empty one is not listed"
EXCEPTIONS = {
    "test_tables.py::test_query_cache": NO_QUERY_CACHE,
    "test_tables.py::test_query_cache_size": NO_QUERY_CACHE,
    "test_tables.py::test_lru_cache": NO_QUERY_CACHE,
    "test_tinydb.py::test_search": NO_QUERY_CACHE,
    "test_tinydb.py::test_search_path": NO_QUERY_CACHE,
    "test_tables.py::test_table_repr": OTHER_NAME,
    "test_tables.py::test_persist_table": EMPTY,
    "test_tinydb.py::test_repr": OTHER_NAME,
}


class LooseSpec(TableSpec):
    """A table of any name."""

    def __post_init__(self) -> None:
        """TinyDB's names are not always names of ours."""


class Names(dict[str, TableSpec]):
    """Makes a table when it is first named."""

    def __init__(self, storage: "LooseStorage") -> None:
        super().__init__()
        self.storage = storage

    def __contains__(self, name: object) -> bool:
        return bool(self[str(name)])

    def __missing__(self, name: str) -> TableSpec:
        spec = self[name] = LooseSpec(name=name, index=("int", "char"))
        self.storage.database.create((spec,))  # type: ignore[attr-defined]
        return spec


class LooseStorage(RowStorage):
    """One long transaction in which tables come and go, as TinyDB's tests like it."""

    def __init__(self, opened: str | Opened, **_: object) -> None:
        database = opened if not isinstance(opened, str | Path) else SqliteDatabase(connect(str(opened)))
        super().__init__(database, ())
        self.specs = Names(self)
        self.opened = database
        database.begin()
        self.specs["_default"]

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        for name in list(self.specs):
            self._begin_again(name)
        for name, documents in data.items():
            for doc_id, document in documents.items():
                self.database.insert_at(self.specs[name].name, int(doc_id), encode(document))

    def close(self) -> None:
        self.opened.commit()
        self.opened.connection.close()

    def _begin_again(self, name: str) -> None:
        self.opened.connection.execute(f'DROP TABLE "t_{name}"')
        self.opened.create((self.specs[name],))


class LooseTinyDB(TinyDB):
    """TinyDB as an application would write it, on our two extension points."""

    table_class = RowTable
    default_storage_class = LooseStorage


@pytest.fixture(params=["sqlite", "postgres"])
def opened(request: pytest.FixtureRequest) -> Opened:
    """A connection to an empty database."""
    if request.param == "sqlite":
        return SqliteDatabase(connect(":memory:"))
    return PostgresDatabase(psycopg.connect(request.getfixturevalue("postgres_server").address, autocommit=True))


@pytest.fixture
def db(opened: Opened) -> Iterator[TinyDB]:
    """What TinyDB's own fixture gives."""
    made = LooseTinyDB(opened)
    made.insert_multiple({"int": 1, "char": letter} for letter in "abc")
    yield made
    opened.roll_back()
    opened.connection.close()


@pytest.fixture(autouse=True)
def _ours_unless_a_storage_is_named(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that opens a database by its path opens ours."""

    def opened(*args: Any, **given: Any) -> TinyDB:
        return TinyDB(*args, **given) if "storage" in given else LooseTinyDB(*args, **given)

    if hasattr(request.module, "TinyDB"):
        monkeypatch.setattr(request.module, "TinyDB", opened)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the few that ask for what we do otherwise on purpose; each has its reason above."""
    left_out = [item for item in items if _name(item) in EXCEPTIONS]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


def _name(item: pytest.Item) -> str:
    ours = item.path.parent == Path(__file__).parent
    return f"{item.path.name}::{getattr(item, 'originalname', '')}" if ours else ""
