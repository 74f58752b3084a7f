"""A store of each kind, behind one fixture."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.storage.store import Store, TableSpec, open_inline_store, open_store

SPECS = (
    TableSpec(name="messages", index=("phone",), unique=("sid",)),
    TableSpec(name="outbox", index=("due_at", "lane")),
    TableSpec(name="keys", unique=("name",)),
)


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
