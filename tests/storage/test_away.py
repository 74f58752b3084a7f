"""PostgreSQL that is not there, goes away, or does not know us."""

import asyncio
import time

import psycopg
import pytest

from bot.errors import StoreAway, StoreError
from bot.storage import lines
from bot.storage.lines import Lines
from bot.storage.store import open_store
from tests.storage.conftest import SPECS


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    away = Lines("postgresql://someone:secret-word@127.0.0.1:1/greenroom", patience=0)
    with pytest.raises(StoreAway, match=r"PostgreSQL at 127\.0\.0\.1:1/greenroom cannot be used") as raised:
        away.mine()
    assert "secret-word" not in str(raised.value)


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(StoreError, match="GREENROOM_STORE cannot be read"):
        open_store("postgresql://[broken", SPECS, exclusive=True)


def test_a_database_that_is_not_there_is_told_at_once(postgres: str) -> None:
    began = time.monotonic()
    with pytest.raises(StoreAway, match="does not exist"):
        open_store(f"{postgres}_nosuch", SPECS, exclusive=True)
    assert time.monotonic() - began < lines.PATIENCE / 2


async def test_a_loop_of_transactions_outlives_the_loss_of_every_connection(postgres: str) -> None:
    store = open_store(postgres, SPECS, exclusive=False)
    done = 0

    async def write(n: int) -> None:
        nonlocal done
        await store.run(lambda t: t["messages"].insert_once({"sid": f"S{n}", "phone": "+1"}))
        done += 1

    async def cut() -> None:
        with psycopg.connect(postgres, autocommit=True) as connection:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            connection.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")

    for n in range(0, 60, 6):
        results = await asyncio.gather(*(write(n + k) for k in range(6)), cut(), return_exceptions=True)
        assert all(r is None or "may or may not" in str(r) for r in results), results
    await store.run(lambda t: t["messages"].insert_once({"sid": "last", "phone": "+1"}))
    kept = await store.read(lambda t: len(t["messages"]))
    assert done < kept <= 61
    await store.close()
