"""The pack for carriers is made of the texts as they are really sent."""

from pathlib import Path

import pytest

from bot.compliance import SAMPLE, compliance, pack
from screening.scripts.reader import read_script


def test_the_pack_holds_campaign_opt_in_samples_and_the_stop_and_help_texts() -> None:
    told = pack("Acme", [read_script(SAMPLE)])
    for part in (
        "# Text messages of Acme",
        "## Opt-in",
        "1. ",
        "Acme's automated assistant",
        "Can you work nights?",
        "STOP, STOPALL",
        "Answer: Acme: automated texts about Warehouse associate.",
        "at most three in 24 hours",
    ):
        assert part in told, part


def test_a_bad_script_is_left_out_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.toml").write_text(SAMPLE.replace("Can you work nights?", "Can you lift 50 pounds?"))
    (tmp_path / "bad.toml").write_text("format = 1")
    monkeypatch.setenv("GREENROOM_SCRIPTS", str(tmp_path))
    monkeypatch.setenv("GREENROOM_BRAND", "Northside")
    assert compliance() == 0
    shown = capsys.readouterr()
    assert "Can you lift 50 pounds?" in shown.out
    assert "Northside" in shown.out
    assert "bad.toml is no good script" in shown.err
