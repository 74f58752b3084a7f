"""What only the embedded store does: its file, its lock, its format."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from tinydb import Query

from bot.errors import StoreBusy, StoreError, StoreNewer
from bot.storage.database import TableSpec
from bot.storage.formats import prepare
from bot.storage.rows import RowStorage, RowTable
from bot.storage.sqlite import SqliteDatabase, connect
from bot.storage.store import Store, Tables, open_store
from tests.storage.conftest import SPECS


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "greenroom.db")


@pytest.fixture
async def store(path: str) -> AsyncIterator[Store]:
    opened = open_store(path, SPECS, exclusive=True)
    yield opened
    await opened.close()


async def test_a_second_run_on_the_same_file_is_told_so(store: Store, path: str) -> None:
    with pytest.raises(StoreBusy, match=r"another `greenroom run` is using greenroom\.db"):
        open_store(path, SPECS, exclusive=True)


async def test_a_short_command_works_beside_a_run(store: Store, path: str) -> None:
    beside = open_store(path, SPECS, exclusive=False)
    await store.run(lambda t: t["outbox"].insert({"n": 1}))
    await beside.run(lambda t: t["outbox"].insert({"n": 2}))
    assert await store.read(lambda t: [d["n"] for d in t["outbox"].all()]) == [1, 2]
    await beside.close()


async def test_the_lock_is_free_after_closing(path: str) -> None:
    for _ in range(2):
        store = open_store(path, SPECS, exclusive=True)
        await store.close()


async def test_a_reader_sees_one_state_and_does_not_hold_up_the_writer(store: Store) -> None:
    begun, written = threading.Event(), threading.Event()

    def look_twice(t: Tables) -> tuple[int, int]:
        before = len(t["outbox"])
        begun.set()
        written.wait(5)
        return before, len(t["outbox"])

    reading = asyncio.create_task(store.read(look_twice))
    await asyncio.to_thread(begun.wait, 5)
    await store.run(lambda t: t["outbox"].insert({}))
    written.set()
    assert await reading == (0, 0)
    assert await store.read(lambda t: len(t["outbox"])) == 1


async def test_only_its_owner_may_read_the_file(store: Store, path: str) -> None:
    assert Path(path).stat().st_mode & 0o077 == 0
    assert Path(f"{path}-wal").stat().st_mode & 0o077 == 0


async def test_commits_are_durable_and_what_is_deleted_is_overwritten(path: str) -> None:
    connection = connect(path)
    names = ("journal_mode", "synchronous", "secure_delete")
    modes = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    connection.close()
    assert modes == ["wal", 2, 1]


async def test_a_file_that_is_no_store_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("not a database " * 100)
    with pytest.raises(StoreError, match="other.txt"):
        open_store(str(tmp_path / "other.txt"), SPECS, exclusive=False)


async def test_a_store_of_a_newer_greenroom_is_left_alone(path: str) -> None:
    store = open_store(path, SPECS, exclusive=False)
    await store.close()
    connection = connect(path)
    connection.execute("UPDATE _meta SET value='7' WHERE key='format'")
    connection.close()
    with pytest.raises(StoreNewer, match="format 7"):
        open_store(path, SPECS, exclusive=True)


def test_an_older_store_is_migrated_step_by_step_and_once(path: str) -> None:
    specs = (TableSpec(name="outbox"),)
    database = SqliteDatabase(connect(path))
    prepare(database, specs, to=1)
    steps: list[str] = []
    migrations = {1: lambda t: steps.append("1 to 2"), 2: lambda t: t["outbox"].insert({"format": 3})}
    for _ in range(2):
        prepare(database, specs, to=3, migrations=migrations)  # type: ignore[arg-type]
    assert steps == ["1 to 2"]
    assert (database.meta("format"), database.count("outbox")) == ("3", 1)
    database.connection.close()


def test_a_migration_that_fails_changes_nothing(path: str) -> None:
    specs = (TableSpec(name="outbox"),)
    database = SqliteDatabase(connect(path))
    prepare(database, specs, to=1)

    def broken(t: Tables) -> None:
        t["outbox"].insert({})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        prepare(database, specs, to=2, migrations={1: broken})
    assert (database.meta("format"), database.count("outbox")) == ("1", 0)
    database.connection.close()


async def test_a_caller_that_went_away_does_not_stop_the_writer(store: Store) -> None:
    held = threading.Event()

    def slow(t: Tables) -> None:
        held.wait(5)
        t["outbox"].insert({})

    gone = asyncio.create_task(store.run(slow))
    await asyncio.sleep(0)
    gone.cancel()
    held.set()
    await store.run(lambda t: t["outbox"].insert({}))
    assert await store.read(lambda t: len(t["outbox"])) == 2


def bytes_on_disk(path: str) -> bytes:
    """Every file of the store."""
    return b"".join(file.read_bytes() for file in Path(path).parent.iterdir())


async def test_what_was_removed_stands_in_no_file_any_more(store: Store, path: str) -> None:
    phone = "+15550100199"

    def fill(t: Tables) -> None:
        for n in range(40):
            t["messages"].insert({"sid": f"S{n}", "phone": phone, "body": "x" * 200 * n})

    await store.run(fill)
    assert phone.encode() in bytes_on_disk(path)
    await store.run(lambda t: t["messages"].remove(Query().phone == phone))
    assert phone.encode() not in bytes_on_disk(path)


async def test_a_reader_in_the_way_only_puts_the_scrubbing_off(store: Store, path: str) -> None:
    await store.run(lambda t: t["messages"].insert({"sid": "S1", "phone": "+15550100199"}))
    begun, removed = threading.Event(), threading.Event()

    def look(t: Tables) -> int:
        before = len(t["messages"])
        begun.set()
        removed.wait(5)
        return before

    reading = asyncio.create_task(store.read(look))
    await asyncio.to_thread(begun.wait, 5)
    await store.run(lambda t: t["messages"].remove(doc_ids=[1]))
    assert b"+15550100199" in bytes_on_disk(path)
    removed.set()
    assert await reading == 1
    await store.run(lambda t: len(t["messages"]))
    assert b"+15550100199" not in bytes_on_disk(path)


def explain(connection: sqlite3.Connection, wanted: Callable[[RowTable], object]) -> str:
    """How SQLite would answer what a table asks."""
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    database = SqliteDatabase(connection)
    database.begin()
    wanted(Tables(RowStorage(database, SPECS))["outbox"])
    database.roll_back()
    connection.set_trace_callback(None)
    statement = next(line for line in asked if line.startswith("SELECT"))
    return str(connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall())


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (lambda t: t.first(lane="a"), "ix_outbox_lane"),
        (lambda t: t.find(lane="a", state="new"), "ix_outbox_lane"),
        (lambda t: t.get(Query().lane == "a"), "ix_outbox_lane"),
        (lambda t: t.search((Query().lane == "a") & (Query().n > 3)), "ix_outbox_lane"),
        (lambda t: t.due("due_at", 5, 10), "ix_outbox_due_at"),
        (lambda t: t.due("due_at", 5, 10, lane="a"), "ix_outbox_due_at"),
        (lambda t: t.next_due("due_at"), "ix_outbox_due_at"),
        (lambda t: t.find(order="due_at", limit=3), "ix_outbox_due_at"),
        (lambda t: t.get(doc_id=3), "INTEGER PRIMARY KEY"),
    ],
)
def test_hot_questions_are_answered_by_an_index(path: str, wanted: Callable[[RowTable], object], index: str) -> None:
    connection = connect(path)
    prepare(SqliteDatabase(connection), SPECS)
    answer = explain(connection, wanted)
    connection.close()
    assert index in answer
    assert "TEMP B-TREE FOR ORDER BY" not in answer
