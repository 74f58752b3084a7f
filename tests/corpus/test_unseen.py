"""The third to the tenth set of replies nobody had seen: read no worse than on the day on which they were first read."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from screening.understanding.cli_rows import row
from tests.corpus.test_heldout import ASKED, SLACK, right

SETS = {  # right, recorded wrongly, of; on the day on which each was read
    "unseen": (331, 48, 400),
    "unseen_fourth": (361, 66, 450),
    "unseen_fifth": (400, 37, 450),
    "unseen_sixth": (400, 28, 450),
    "unseen_seventh": (399, 36, 450),
    "unseen_eighth": (369, 48, 450),
    "unseen_ninth": (398, 37, 450),
    "unseen_tenth": (372, 57, 450),
}


@cache
def read(name: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    lines = Path(__file__).with_name(f"{name}.jsonl").read_text(encoding="utf8").splitlines()
    found = [json.loads(line) for line in lines]
    return [(each, row({key: each[key] for key in ASKED if key in each})) for each in found]


@pytest.mark.parametrize("name", SETS)
def test_as_many_are_right_and_no_more_are_recorded_wrongly(name: str) -> None:
    least, most, count = SETS[name]
    good = [right(each, got) for each, got in read(name)]
    assert len(good) == count
    assert sum(good) / count >= least / count - SLACK
    wrong = [not fine and got["intent"] != "unclear" for fine, (_, got) in zip(good, read(name), strict=True)]
    assert sum(wrong) / count <= most / count + SLACK


@pytest.mark.parametrize("name", SETS)
def test_no_wish_to_be_left_alone_is_missed(name: str) -> None:
    wishes = [(each["text"], got["intent"]) for each, got in read(name) if each["expected"]["intent"] == "opt_out"]
    assert [text for text, heard in wishes if heard != "opt_out"] == []
