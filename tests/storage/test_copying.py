"""Stores are copied whole: ids stay, nothing half done is left, and the secret key is never among it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import keeping
from bot.errors import StoreBusy, StoreError
from bot.storage.copying import back_up, migrate, restore
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS
from bot.storage.store import open_store
from tests.postgres import Server

OLD, NEW = "the first secret key of a store, say", "the second secret key of a store, say"


@pytest.fixture
def two_databases(postgres_server: Server) -> Iterator[tuple[str, str]]:
    with postgres_server.database() as one, postgres_server.database() as two:
        yield one, two


@pytest.fixture(params=["file", "postgres"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """Where a store is, and where there is none yet."""
    if request.param == "postgres":
        one, two = request.getfixturevalue("two_databases")
        return str(one), str(two)
    return str(tmp_path / "one.db"), str(tmp_path / "two.db")


async def filled(where: str, texts: int = 5_003) -> None:
    """A store with texts, a gap in the ids, a sealed token, and marks that mean nothing elsewhere."""
    store = open_store(where, SPECS, exclusive=False)

    def fill(t: object) -> None:
        t["texts"].insert_multiple({"sid": f"SM{n}", "phone": "+1", "text": "Héllo “there” 你好"} for n in range(texts))  # type: ignore[index]
        t["texts"].remove(doc_ids=[2, texts])  # type: ignore[index]
        ring = load_keyring(t, (OLD.replace(",", ""),))  # type: ignore[arg-type]
        t["values"].insert({"name": "connection", "sealed": ring.seal("a token")})  # type: ignore[index]
        for name in ("lead:poll", "alive", "written"):
            t["values"].insert({"name": name, "until": 10**15, "seen": {}, "at": 1})  # type: ignore[index]

    await store.run(fill)
    await store.close()


async def everything(where: str) -> dict[str, list[tuple[int, dict[str, object]]]]:
    store = open_store(where, SPECS, exclusive=False)
    found = await store.read(lambda t: {s.name: [(d.doc_id, dict(d)) for d in t[s.name].all()] for s in SPECS})
    await store.close()
    return found


async def test_a_store_moves_with_its_ids_and_leaves_the_marks_of_its_processes(
    places: tuple[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    source, target = places
    await filled(source)
    copied = migrate(source, target, SPECS)
    was, now = await everything(source), await everything(target)
    kept = [row for row in was["values"] if row[1]["name"] == "connection"]
    assert now == was | {"values": kept}
    assert copied.total == sum(len(rows) for rows in now.values())
    store = open_store(target, SPECS, exclusive=False)
    assert await store.run(lambda t: t["texts"].insert({"sid": "next"})) > max(i for i, _ in now["texts"])
    await store.close()


@pytest.mark.parametrize("back", [False, True], ids=["to PostgreSQL", "from PostgreSQL"])
async def test_the_file_moves_to_postgresql_and_back(tmp_path: Path, postgres: str, back: bool) -> None:
    places = [str(tmp_path / "one.db"), postgres]
    source, target = reversed(places) if back else places
    await filled(source, 50)
    migrate(source, target, SPECS)
    was, now = await everything(source), await everything(target)
    assert {k: v for k, v in now.items() if k != "values"} == {k: v for k, v in was.items() if k != "values"}


async def test_a_target_that_is_not_empty_is_left_alone(places: tuple[str, str]) -> None:
    source, target = places
    await filled(source, 10)
    await filled(target, 20)
    before = await everything(target)
    with pytest.raises(StoreError, match="not empty"):
        migrate(source, target, SPECS)
    assert await everything(target) == before


async def test_a_back_up_is_made_beside_a_running_service_and_restored_while_it_is_stopped(
    places: tuple[str, str], tmp_path: Path
) -> None:
    where, _ = places
    await filled(where, 30)
    running = open_store(where, SPECS, exclusive=True)
    await running.run(lambda t: t["texts"].insert({"sid": "SMlast"}))
    back_up(where, tmp_path / "saved", SPECS)
    await running.run(lambda t: t["texts"].insert({"sid": "SMafter"}))
    with pytest.raises(StoreBusy):
        restore(tmp_path / "saved", where, SPECS)
    assert len((await everything(where))["texts"]) == 30
    await running.close()
    restore(tmp_path / "saved", where, SPECS)
    sids = [row["sid"] for _, row in (await everything(where))["texts"]]
    assert "SMlast" in sids and "SMafter" not in sids
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith("saved")) == ["saved"]
    assert (tmp_path / "saved").stat().st_mode & 0o077 == 0


async def test_a_back_up_replaces_no_file_and_what_is_none_is_refused(tmp_path: Path) -> None:
    where = str(tmp_path / "one.db")
    await filled(where, 3)
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(StoreError, match="never replaces"):
        back_up(where, tmp_path / "taken", SPECS)
    for name, words in (("taken", "no back-up of Greenroom"), ("nowhere", "there is no back-up")):
        with pytest.raises(StoreError, match=words):
            restore(tmp_path / name, where, SPECS)
    with pytest.raises(StoreError, match="there is no store"):
        migrate(str(tmp_path / "nowhere.db"), str(tmp_path / "two.db"), SPECS)
    assert len((await everything(where))["texts"]) == 1


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets the environment of a command."""

    def ask(secret: str) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("GREENROOM_STORE", str(tmp_path / "one.db"))
        monkeypatch.setenv("GREENROOM_SECRET_KEY", secret)

    return ask


def test_the_commands_say_what_they_did(
    asked: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = OLD.replace(",", ""), NEW.replace(",", "")
    asked(first)
    assert keeping.show_keys() == 0
    assert keeping.backup_to("saved") == 0
    said = capsys.readouterr().out
    assert "The secret key is not in it" in said and first not in said
    assert first.encode() not in (tmp_path / "saved").read_bytes()
    assert keeping.restore_from("saved") == 0
    assert keeping.migrate_to("one.db", "two.db") == 0
    asked(f"{second},{first}")
    assert keeping.show_keys() == 0
    assert "3 of them needed the older secret" in capsys.readouterr().out
    asked(second)
    assert keeping.show_keys() == 0
    asked(first)
    assert keeping.show_keys() == 1
    assert "does not open this store" in capsys.readouterr().err


def test_a_command_without_a_secret_says_so(asked: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    asked("short")
    assert keeping.backup_to("saved") == 1
    assert "too short" in capsys.readouterr().err
