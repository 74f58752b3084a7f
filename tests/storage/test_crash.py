"""What a kill -9 at any moment leaves behind: everything acknowledged, nothing by half."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.store import Tables, open_store
from tests.storage.crash_child import SPECS

ROOT = Path(__file__).parents[2]


def live_and_die(where: str, life: str, said: int) -> set[str]:
    """Run the child until it has acknowledged so many, kill it, and give all it acknowledged."""
    command = [sys.executable, "-m", "tests.storage.crash_child", where, life]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        sids = {child.stdout.readline().strip() for _ in range(said)}
        child.kill()
        return sids | {line.strip() for line in child.stdout if line.endswith("\n")}


async def check(where: str, acknowledged: set[str]) -> None:
    """Nothing acknowledged is missing, and the two tables agree."""

    def look(t: Tables) -> tuple[set[str], int]:
        total = t["totals"].first(name="messages")
        return {d["sid"] for d in t["messages"].all()}, 0 if total is None else total["count"]

    store = open_store(where, SPECS, exclusive=True)
    kept, counted = await store.read(look)
    await store.close()
    assert acknowledged <= kept
    assert counted == len(kept)


@pytest.mark.parametrize("lives", [(0, 1, 7, 30, 2, 61, 13, 150)])
async def test_a_killed_run_loses_nothing_it_acknowledged(tmp_path: Path, lives: tuple[int, ...]) -> None:
    where = str(tmp_path / "greenroom.db")
    acknowledged: set[str] = set()
    for life, said in enumerate(lives):
        acknowledged |= live_and_die(where, str(life), said)
        await check(where, acknowledged)
    with sqlite3.connect(where) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


async def test_a_killed_run_on_postgresql_loses_nothing_it_acknowledged(postgres: str) -> None:
    acknowledged: set[str] = set()
    for life, said in enumerate((1, 40, 9)):
        acknowledged |= live_and_die(postgres, str(life), said)
        await check(postgres, acknowledged)
