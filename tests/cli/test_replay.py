"""`greenroom replay`: a stored screening read again, and what would change."""

from pathlib import Path

import pytest

from bot.replay import compared, replay
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import open_inline_store
from screening.retelling import again
from screening.screening import Screening
from screening.scripts.reader import read_script
from tests.conversations.playing import HERE, Conversation, conversations, play, script_of

SOURCE = (HERE / "scripts" / "packer.toml").read_text()
PLAIN = next(c for c in conversations() if c.id.startswith("basics-01"))
MEANT = [
    c for c in conversations() if c.want.get("status") in ("completed", "knocked_out", "opted_out", "human_requested")
]
LIVE = [c for c in MEANT if "!" not in c.told]  # a recruiter's part is not told again


def held_of(c: Conversation) -> Screening:
    played = play(c)
    assert played.rehearsal is not None
    return played.rehearsal.screening


@pytest.mark.parametrize("c", LIVE, ids=[c.id for c in LIVE])
def test_told_again_by_the_same_engine_nothing_changes(c: Conversation) -> None:
    held, script = held_of(c), script_of(c.script)
    lines = list(compared(held, script, again(held, script), script))
    assert lines[1:] == ["nothing would change"]


def test_another_script_changes_points_and_says_so() -> None:
    stricter = SOURCE.replace("{ at_least = 5, points = 5 }", "{ at_least = 10, points = 5 }")
    held, kept, other = held_of(PLAIN), script_of("packer"), read_script(stricter)
    lines = list(compared(held, kept, again(held, other), other))
    assert lines[1].startswith("under script packer")
    assert any(line.startswith("score: 100 would be") for line in lines)


def test_another_must_have_changes_the_ending() -> None:
    turned = SOURCE.replace('knockout = "no"', 'knockout = "yes"')
    held, kept, other = held_of(PLAIN), script_of("packer"), read_script(turned)
    lines = list(compared(held, kept, again(held, other), other))
    assert 'status: "completed" would be "knocked_out"' in lines
    assert 'recommendation: "Advance" would be "Not a match"' in lines


async def stored(path: Path, s: Screening) -> None:
    store = open_inline_store(str(path), SPECS)

    def put(tables: object) -> None:
        records = Repositories(tables, b"pepper")  # type: ignore[arg-type]
        records.put("scripts", "hash", {"hash": s.script, "source": SOURCE, "name": "packer"})
        records.begin(s)

    await store.run(put)
    await store.close()


async def test_a_stored_screening_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "greenroom.db"
    await stored(path, held_of(PLAIN))
    monkeypatch.setenv("GREENROOM_STORE", str(path))
    import asyncio

    assert await asyncio.to_thread(replay, "gr-talk", None) == 0
    assert "nothing would change" in capsys.readouterr().out
    assert await asyncio.to_thread(replay, "GR-NONE", None) == 1
    assert "there is no screening GR-NONE" in capsys.readouterr().err


def test_no_store_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GREENROOM_STORE", str(tmp_path / "none.db"))
    assert replay("GR-1", None) == 1
    assert "there is no store" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()
