"""`greenroom understand`: JSON Lines in, readings out, and a clear answer to a line that is none."""

import io
import json
import sys
from typing import Any

import pytest

from bot.cli import main
from screening.understanding.cli_rows import answer_to

GOOD = b'{"id": 1, "kind": "yesno", "question": "Do you have a car?", "text": "yes"}'


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"nope", "is not JSON"),
        (b"\xff\xfe", "is not JSON"),
        (b"[1]", "is a list"),
        (b"null", "is null"),
        (b"7", "is a number"),
        (b'{"text": "a", "options": 5}', "options is no list"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_a_line_that_is_no_request_is_answered_with_what_is_wrong_and_where(line: bytes, said: str) -> None:
    answer = answer_to(line, 3)
    assert said in answer["error"]
    assert "Line 3" in answer["error"]


@pytest.mark.parametrize("line", [b"{}", b'{"text": ["a"], "kind": 4, "locale": 2, "id": {}}', b'{"text": "\\ud800"}'])
def test_a_request_of_odd_parts_is_still_read(line: bytes) -> None:
    assert "error" not in answer_to(line, 1)


def test_the_lines_after_a_wrong_one_are_read(monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"nope\n" + GOOD + b"\n")))
    monkeypatch.setattr(sys, "argv", ["greenroom", "understand"])
    assert main() == 0
    lines = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert "error" in lines[0]
    assert lines[1]["value"] == "yes"
