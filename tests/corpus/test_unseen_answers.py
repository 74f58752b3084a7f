"""Replies to whole questions that were set aside unseen when their authors' other rows were trained on: read no worse than on that day."""

from collections import Counter

import pytest

from screening.understanding import understand
from screening.understanding.cli_rows import row
from screening.understanding.reading import Context, Intent
from tests.corpus.reading import Row, rows
from tests.corpus.tasks import HEDGED, NOW, asked

# file: right, read as the opposite, rows; on 22 November 2026
SET_ASIDE = {"unseen_yesno": (0.602, 0.066, 3426), "unseen_plain": (0.896, 0.021, 1299)}
# wishes to be left alone in other authors' words, and texts that are none
HEARD, WISHES, ALARMS, OTHERS = 165, 200, 10, 509
SLACK = 0.03
NO_ANSWER = {"unclear", "question", "help", "human"}  # what asks something instead of answering is labelled unclear


def _read(each: Row) -> str:
    got = row({"kind": "yesno", "question": each.question, "text": each.text, "reference_time": "2026-03-11T10:00:00"})
    return str(got["value"]) if got["intent"] == "answer" else str(got["intent"])


@pytest.mark.parametrize("name", SET_ASIDE)
def test_as_many_are_right_and_no_more_are_read_as_their_opposite(name: str) -> None:
    right_then, opposite_then, count = SET_ASIDE[name]
    found = list(rows(name))
    outcomes: Counter[str] = Counter()
    for each in found:
        got = _read(each)
        right = got in HEDGED.get(each.label, (each.label,)) or (each.label == "unclear" and got in NO_ANSWER)
        outcomes["right" if right else "opposite" if {got, each.label} == {"yes", "no"} else "other"] += 1
    assert len(found) == count
    assert outcomes["right"] / count >= right_then - SLACK
    assert outcomes["opposite"] / count <= opposite_then + SLACK


def test_as_many_wishes_to_be_left_alone_are_heard_and_no_more_false_alarms_raised() -> None:
    heard: Counter[bool] = Counter()
    found = list(rows("unseen_intents"))
    for each in found:
        got = understand(each.text, asked(each)[0], Context(now=NOW)).intent
        if each.label != "suspected" and got in (Intent.OPT_OUT, Intent.SUSPECTED_OPT_OUT):
            heard[each.label == "opt_out"] += 1
    assert sum(each.label == "opt_out" for each in found) == WISHES
    assert heard[True] >= HEARD - 1
    assert sum(each.label not in ("opt_out", "suspected") for each in found) == OTHERS
    assert heard[False] <= ALARMS + 3
