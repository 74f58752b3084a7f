"""The table of duties names tests that exist, and leaves no duty out; and Tracker is moved by a decision alone."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs/requirements.md").read_text(encoding="utf-8")
IDS = [
    *(f"C{n}" for n in range(1, 7)), *(f"O{n}" for n in range(1, 10)), *(f"Q{n}" for n in range(1, 7)),
    "N1", "N2", "E1", "D1", "D2", "D3", "D4", "I1", "I2", "CA1", "CO1", "EU1", "EU2", "EU3", "EU4", "G1", "G2", "G3", "G4",
    "MW1", "MW2", "X1", "X2", "X3", "R1", "A1", "SEC1",
]  # fmt: skip


def test_every_duty_has_its_line() -> None:
    named = {
        id
        for line in TABLE.splitlines()
        if line.startswith("|")
        for id in re.split(r",\s*", line.split("|")[1].strip())
    }
    assert [id for id in IDS if id not in named] == []


def test_every_test_that_the_table_names_exists() -> None:
    for file, name in re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", TABLE):
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        found = {f.name for f in ast.walk(tree) if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef)}
        assert name in found, f"{file}::{name}"


def test_every_line_of_a_duty_names_a_test() -> None:
    lines = [line for line in TABLE.splitlines() if re.match(r"\| [A-Z]+\d", line)]
    assert len(lines) >= len(IDS) - 2
    assert [line for line in lines if "::test_" not in line] == []


def test_tracker_is_moved_only_by_a_delivery_that_a_decision_orders() -> None:
    """Only `bot/desk/decisions.py` orders a move, with the Slack user who decided beside it in the audit."""
    sources = {
        path: path.read_text(encoding="utf-8") for room in ("bot", "screening") for path in (ROOT / room).rglob("*.py")
    }
    moves = {str(path.relative_to(ROOT)) for path, text in sources.items() if re.search(r'way="move"', text)}
    assert moves == {"bot/desk/decisions.py"}
    callers = {
        str(p.relative_to(ROOT))
        for p, text in sources.items()
        if re.search(r"applications\.(?:move|set_status)\(", text)
    }
    assert callers <= {"bot/ats/move.py"}
    assert '"actor": actor' in sources[ROOT / "bot/desk/decisions.py"]
