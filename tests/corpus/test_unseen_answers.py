"""Yes/no answers under whole questions that their four authors' other rows are trained on without: read no worse than on the day they came."""

from collections import Counter

from screening.understanding.cli_rows import row
from tests.corpus.reading import Row, rows

RIGHT, OPPOSITE, OF = 0.70, 0.114, 1345  # on 21 November 2026; nearly all of them are indirect
SLACK = 0.03
NO_ANSWER = {"unclear", "question", "help", "human"}  # what asks something instead of answering is labelled unclear


def _read(each: Row) -> str:
    got = row({"kind": "yesno", "question": each.question, "text": each.text, "reference_time": "2026-03-11T10:00:00"})
    return str(got["value"]) if got["intent"] == "answer" else str(got["intent"])


def test_as_many_are_right_and_no_more_are_read_as_their_opposite() -> None:
    found = list(rows("unseen_yesno"))
    outcomes = Counter()
    for each in found:
        got = _read(each)
        right = got == each.label or (each.label == "unclear" and got in NO_ANSWER)
        outcomes["right" if right else "opposite" if {got, each.label} == {"yes", "no"} else "other"] += 1
    assert len(found) == OF
    assert outcomes["right"] / OF >= RIGHT - SLACK
    assert outcomes["opposite"] / OF <= OPPOSITE + SLACK
