"""Script files become published agents; a bad one leaves the old version and is told."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.agents import ScriptFolder
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_inline_store

GOOD = (Path(__file__).parents[2] / "bot/sandbox/scripts/forklift.toml").read_text("utf-8")


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    opened = open_inline_store(":memory:", SPECS)
    yield opened
    await opened.close()


def records(tables: Tables) -> Repositories:
    return Repositories(tables, b"p" * 32)


def folder(path: Path | None, store: Store) -> ScriptFolder:
    return ScriptFolder(path, store, records, lambda: 1_000)


def write(path: Path, text: str, at: float = 1_000.0) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))


async def told(store: Store) -> list[str]:
    return [r["payload"]["text"] for r in await store.read(lambda t: t["outbox"].find(way="ops"))]


async def test_each_file_becomes_an_agent_once(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "one.toml", GOOD)
    scripts = folder(tmp_path, store)
    assert await scripts.run_once(at_start=True) == 1
    assert await scripts.run_once() == 0
    assert await store.read(lambda t: records(t).agent("forklift")) is not None


async def test_a_changed_file_is_published_again(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "one.toml", GOOD)
    scripts = folder(tmp_path, store)
    await scripts.run_once(at_start=True)
    before = await store.read(lambda t: records(t).agent("forklift"))
    write(tmp_path / "one.toml", GOOD.replace("seven short questions", "seven quick questions"), at=2_000.0)
    assert await scripts.run_once() == 1
    assert await store.read(lambda t: records(t).agent("forklift")) != before


async def test_a_bad_file_leaves_the_old_version_and_is_told_by_name(store: Store, tmp_path: Path) -> None:
    write(tmp_path / "one.toml", GOOD)
    scripts = folder(tmp_path, store)
    await scripts.run_once(at_start=True)
    before = await store.read(lambda t: records(t).agent("forklift"))
    write(tmp_path / "one.toml", GOOD.replace('kind = "number"', 'kind = "numbr"'), at=2_000.0)
    assert await scripts.run_once() == 0
    assert await store.read(lambda t: records(t).agent("forklift")) == before
    assert ["one.toml" in text and "old version stays" in text for text in await told(store)] == [True]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * 300_000, b""])
async def test_nonsense_is_told_and_does_no_harm(store: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.toml").write_bytes(content)
    os.utime(tmp_path / "odd.toml", (1, 1))
    assert await folder(tmp_path, store).run_once() == 0
    assert len(await told(store)) == 1


async def test_without_a_folder_nothing_is_published(store: Store) -> None:
    assert await folder(None, store).run_once(at_start=True) == 0
