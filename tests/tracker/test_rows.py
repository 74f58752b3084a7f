"""The table of rows is complete, and every test that it names is there."""

import re
from pathlib import Path

HERE = Path(__file__).parent
WANTED = (
    [f"H{n}" for n in range(1, 20) if n != 18]
    + [f"P{n}" for n in range(1, 16)]
    + [f"K{n}" for n in range(1, 18)]
    + [f"A{n}" for n in range(1, 9)]
    + [f"S{n}" for n in range(1, 7)]
)


def test_every_row_is_in_the_table_once_and_shown_by_a_test_or_decided_otherwise() -> None:
    text = (HERE / "ROWS.md").read_text()
    rows = re.findall(r"^\| ([HPKAS]\d+) \| (.+) \| (.+) \|$", text, re.MULTILINE)
    assert [row for row, _, _ in rows] == WANTED
    assert [row for row, _, shown in rows if "`test_" not in shown] == []


def test_every_test_that_the_table_names_is_there() -> None:
    named = set(re.findall(r"`(test_\w+)`", (HERE / "ROWS.md").read_text()))
    code = "\n".join(path.read_text() for path in HERE.parent.rglob("test_*.py"))
    there = set(re.findall(r"def (test_\w+)\(", code))
    assert sorted(named - there) == []
