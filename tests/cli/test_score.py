"""`greenroom score`: a transcript in, a scorecard out, the same bytes every time; what is wrong is said in a sentence."""

import json
from pathlib import Path

import pytest

from bot.score import score_transcript
from tests.conversations.playing import HERE

SCRIPT = str(HERE / "scripts" / "packer.toml")
START = "2026-03-11T10:00:00-05:00"
BEGUN = f'{{"start": "{START}", "messages": '


def at(minute: int) -> str:
    return f"2026-03-11T10:{minute:02}:00-05:00"


def written(tmp_path: Path, *messages: dict[str, object]) -> str:
    path = tmp_path / "told.json"
    path.write_text(json.dumps({"start": START, "messages": messages}))
    return str(path)


def test_a_transcript_gives_a_scorecard_with_literal_quotes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = written(
        tmp_path,
        {"at": at(0), "from": "bot", "text": "Do you have a card?", "question": "card"},
        {"at": at(1), "from": "candidate", "text": "yes of course"},
        {"at": at(1), "from": "bot", "text": "How many years?", "question": "years"},
        {"at": at(2), "from": "candidate", "text": "abt 6"},
        {"at": at(3), "from": "candidate", "text": "sorry I meant 7 years"},
    )
    assert score_transcript(SCRIPT, told) == 0
    first = capsys.readouterr().out
    card = json.loads(first)
    assert {a["question"]: (a["value"], a["message"]) for a in card["answers"]} == {
        "card": ("yes", "M2"),
        "years": (7, "M5"),
    }
    assert all(a["quote"] in "yes of course / sorry I meant 7 years" for a in card["answers"])
    assert card["status"] == "in_progress"
    assert score_transcript(SCRIPT, told) == 0
    assert capsys.readouterr().out == first


def test_answers_alone_are_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = ("yes", "6", "nights", "20", "March 16", "25 minutes", "I stop and report it")
    told = written(tmp_path, *({"at": at(n), "from": "candidate", "text": t} for n, t in enumerate(said)))
    assert score_transcript(SCRIPT, told) == 0
    card = json.loads(capsys.readouterr().out)
    assert (card["status"], len(card["answers"])) == ("completed", 7)


def test_a_text_may_name_its_question(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = written(tmp_path, {"at": at(0), "from": "candidate", "text": "20 an hour", "question": "pay"})
    assert score_transcript(SCRIPT, told) == 0
    assert json.loads(capsys.readouterr().out)["answers"][0]["question"] == "pay"


def test_two_texts_of_one_breath_are_one_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = ("7", "months I mean, not years")
    told = written(tmp_path, *({"at": at(1), "from": "candidate", "text": t, "question": "years"} for t in said))
    score_transcript(SCRIPT, told)
    assert json.loads(capsys.readouterr().out)["answers"][0]["value"] == pytest.approx(7 / 12, abs=1e-4)


def test_an_opt_out_has_no_score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = ("yes", "please stop texting me")
    told = written(tmp_path, *({"at": at(n), "from": "candidate", "text": t} for n, t in enumerate(said)))
    score_transcript(SCRIPT, told)
    card = json.loads(capsys.readouterr().out)
    assert (card["status"], card["score"]) == ("opted_out", None)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("{", "line 1"),
        ("[]", "expected"),
        ('{"start": "noon", "messages": []}', "is no time"),
        ('{"start": "2026-03-11T10:00:00", "messages": []}', "has no zone"),
        (BEGUN + '[{"from": "dog", "text": "woof"}]}', "message 1"),
        (BEGUN + '[{"from": "candidate"}]}', "message 1"),
        (BEGUN + '[{"from": "candidate", "text": "a", "question": "hat"}]}', "no question"),
        (BEGUN + '[{"from": "candidate", "text": "a", "at": 5}]}', "is no time"),
    ],
)
def test_what_is_wrong_with_a_transcript_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: str, why: str
) -> None:
    path = tmp_path / "told.json"
    path.write_text(data)
    assert score_transcript(SCRIPT, str(path)) == 1
    assert why in capsys.readouterr().err


def test_missing_files_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert score_transcript(SCRIPT, str(tmp_path / "none.json")) == 1
    assert score_transcript(str(tmp_path / "none.toml"), str(tmp_path / "none.json")) == 1
    assert capsys.readouterr().err.count("No such file") == 2
