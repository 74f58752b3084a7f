"""The third set of replies nobody had seen: read no worse than on the day on which they were first read."""

import json
from pathlib import Path

from screening.understanding.cli_rows import row
from tests.corpus.test_heldout import ASKED, SLACK, right

ROWS = [json.loads(line) for line in Path(__file__).with_name("unseen.jsonl").read_text(encoding="utf8").splitlines()]
RIGHT, WRONG, OF = 331, 48, 400  # on 21 November 2026


def test_as_many_are_right_and_no_more_are_recorded_wrongly() -> None:
    read = [(each, row({name: each[name] for name in ASKED if name in each})) for each in ROWS]
    good = [right(each, got) for each, got in read]
    assert len(good) == OF
    assert sum(good) / OF >= RIGHT / OF - SLACK
    wrong = [not fine and got["intent"] != "unclear" for fine, (_, got) in zip(good, read, strict=True)]
    assert sum(wrong) / OF <= WRONG / OF + SLACK


def test_no_wish_to_be_left_alone_is_missed() -> None:
    wishes = [each for each in ROWS if each["expected"]["intent"] == "opt_out"]
    assert [
        each["text"] for each in wishes if row({n: each[n] for n in ASKED if n in each})["intent"] != "opt_out"
    ] == []
