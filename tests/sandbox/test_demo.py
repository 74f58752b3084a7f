"""What the demo shows, keeps and concludes."""

import io
import json
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from bot.sandbox.demo import conclude, read_arguments, score_in_pdf
from bot.sandbox.endings import Outcome
from bot.sandbox.keepsakes import keep, slug
from bot.sandbox.processes import SCRIPTS, Stage, outside
from bot.sandbox.progress import Progress
from tests.sandbox.test_endings import a_person, a_world

DONE = Outcome(phrase="completed, 83/100", done=True, card_score=83, activity_score=83)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def a_pdf(words: str) -> bytes:
    page = io.BytesIO()
    canvas = Canvas(page)
    canvas.drawString(72, 720, words)
    canvas.save()
    return page.getvalue()


def test_plain_lines_are_written_only_when_something_changes() -> None:
    out = io.StringIO()
    progress = Progress(out)
    for _ in range(3):
        progress.candidates([a_person()], [DONE])
    assert out.getvalue().count("Ann Lee: completed, 83/100\n") == 1


def test_a_terminal_is_redrawn_in_place() -> None:
    out = Terminal()
    progress = Progress(out)
    for _ in range(2):
        progress.candidates([a_person()], [DONE])
    assert "1 of 1" in out.getvalue()
    assert "\x1b[2A" in out.getvalue()


def test_the_score_is_read_from_the_pdfs_text() -> None:
    assert score_in_pdf(a_pdf("Overall score 83/100")) == 83
    assert score_in_pdf(a_pdf("No score")) is None


@pytest.mark.parametrize(("words", "status"), [("Score 83/100", 0), ("Score 84/100", 1)], ids=["equal", "different"])
def test_the_pdf_must_say_what_the_card_says(words: str, status: int) -> None:
    out = io.StringIO()
    assert conclude(Progress(out), Path("out"), [a_person()], [DONE], {7: a_pdf(words)}, {}) == status
    assert ("score 84 in the PDF" in out.getvalue()) == bool(status)


def test_one_candidate_who_did_not_end_fails_the_demo() -> None:
    late = Outcome(phrase="2 replies", done=False, missing=("card",))
    out = io.StringIO()
    assert conclude(Progress(out), Path("out"), [a_person()], [late], {}, {}) == 1
    assert "missing or wrong: card" in out.getvalue()
    assert "0 of 1 candidates ended as expected" in out.getvalue()


def test_the_directory_holds_reports_transcripts_messages_and_activities(tmp_path: Path) -> None:
    world = a_world()
    for text in world.twilio["messages"]:
        text["date_created"] = "Sat, 21 Nov 2026 06:38:03 +0000"
    keep(tmp_path, world, [a_person()], {7: b"%PDF"}, {7: [b"RIFF"]})
    assert (tmp_path / "ann-lee.pdf").read_bytes() == b"%PDF"
    assert (tmp_path / "recordings" / "ann-lee-1.wav").read_bytes() == b"RIFF"
    assert "recordings/ann-lee-1.wav" in (tmp_path / "index.html").read_text()
    assert "06:38:03         Ann: yes" in (tmp_path / "transcripts" / "ann-lee.txt").read_text()
    assert json.loads((tmp_path / "tracker" / "activities.json").read_text())[0]["subject"] == "Screening GR-1"
    assert "83/100" in (tmp_path / "slack" / "messages.txt").read_text()
    assert "83/100" in (tmp_path / "index.html").read_text()
    assert json.loads((tmp_path / "slack" / "messages.json").read_text())[0]["ts"] == "10.0"


def test_a_slug_is_a_safe_file_name() -> None:
    assert slug("../Ann  O'Lee") == "ann-o-lee"


@pytest.mark.parametrize("arguments", [["--candidates", "0"], ["--speed", "0"], ["--candidates", "5001"]])
def test_senseless_arguments_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        read_arguments(arguments)


def test_the_bot_gets_the_sandboxs_settings_and_nobody_elses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-real")
    monkeypatch.setenv("PATH_LIKE", "kept")
    environment = Stage(tmp_path, tmp_path, candidates=20, speed=1).environment()
    assert "SLACK_APP_TOKEN" not in environment
    assert environment["PATH_LIKE"] == "kept"
    assert environment["SLACK_API_URL"].startswith("http://127.0.0.1:")
    assert len(environment["GREENROOM_SECRET_KEY"]) >= 32
    assert "SLACK_APP_TOKEN" not in outside()


def test_the_scripts_of_the_sandbox_are_there() -> None:
    assert "forklift.toml" in {path.name for path in SCRIPTS.glob("*.toml")}


def test_a_reply_more_is_no_news_in_a_log() -> None:
    out = io.StringIO()
    Progress(out).candidates([a_person()], [Outcome(phrase="3 replies", done=False)])
    assert out.getvalue() == ""


def test_a_long_table_shows_the_unfinished_first() -> None:
    out = Terminal()
    people = [a_person() | {"name": f"Ann No{n}"} for n in range(60)]
    outcomes = [DONE] * 59 + [Outcome(phrase="texted", done=False)]
    Progress(out).candidates(people, outcomes)
    assert "Ann No59" in out.getvalue()
    assert "Ann No58" not in out.getvalue()
