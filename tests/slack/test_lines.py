"""The table of lines names tests that exist."""

import re
from pathlib import Path

HERE = Path(__file__).parent


def test_every_line_of_the_table_names_tests_that_exist() -> None:
    table = (HERE / "README.md").read_text()
    rows = re.findall(r"^\| (\d+) \|", table, re.MULTILINE)
    assert [int(row) for row in rows] == list(range(1, 33))
    folders = (HERE, HERE.parent / "desk")
    code = "".join(path.read_text() for folder in folders for path in folder.glob("test_*.py"))
    named = set(re.findall(r"`([a-z0-9_]{8,})`", table))
    missing = {name for name in named if f"def test_{name}(" not in code}
    assert missing == set()
