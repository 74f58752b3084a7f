"""Adverse impact: the figures are scipy's, small groups are not shown, and the engine can not see the groups."""

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from screening.fairness import SMALLEST, fisher, impact, scoring_rates

COUNTS = st.integers(0, 60)


@settings(max_examples=400, deadline=None)
@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_fishers_p_is_scipys(a: int, b: int, c: int, d: int) -> None:
    if a + b + c + d:
        assert fisher(a, b, c, d) == pytest.approx(fisher_exact([[a, b], [c, d]]).pvalue, abs=1e-9)


def people(**groups: tuple[int, int]) -> list[tuple[str, bool]]:
    return [(name, n < yes) for name, (yes, count) in groups.items() for n in range(count)]


def test_the_four_fifths_rule_is_measured_against_the_highest_rate() -> None:
    found = impact("agent dock", people(A=(48, 80), B=(12, 48)))
    assert found.reference == "A"
    b = next(g for g in found.groups if g.name == "B")
    assert (b.count, b.selected, b.rate) == (48, 12, 0.25)
    assert b.ratio == pytest.approx(0.25 / 0.6)
    assert b.below
    assert b.p == pytest.approx(fisher_exact([[12, 36], [48, 32]]).pvalue, abs=1e-9)


def test_exactly_four_fifths_is_not_below() -> None:
    found = impact("x", people(A=(50, 100), B=(40, 100)))
    assert not any(g.below for g in found.groups)


def test_a_small_group_is_named_without_figures() -> None:
    found = impact("x", people(A=(5, 10), B=(1, SMALLEST - 1)))
    b = next(g for g in found.groups if g.name == "B")
    assert (b.count, b.selected, b.rate, b.ratio, b.p) == (None,) * 5


def test_nobody_selected_gives_no_ratio() -> None:
    assert [g.ratio for g in impact("x", people(A=(0, 9), B=(0, 9))).groups] == [None, None]


def test_no_people_give_no_groups() -> None:
    assert impact("x", []).groups == ()
    assert scoring_rates("x", []).groups == ()


def test_the_scoring_rate_is_the_share_above_the_median() -> None:
    scores = [("A", s) for s in (90, 80, 70, 60, 50)] + [("B", s) for s in (85, 40, 30, 20, 10)]
    rates = {g.name: g.rate for g in scoring_rates("x", scores).groups}
    assert rates == {"A": 0.8, "B": 0.2}  # the median of all is 55


def test_the_engine_has_no_way_to_the_groups() -> None:
    """Only bot/impact.py reads the file, and nothing that scores imports it."""
    root = Path(__file__).parents[2]
    importers = [
        str(path.relative_to(root))
        for path in [*root.glob("bot/**/*.py"), *root.glob("screening/**/*.py"), *root.glob("tracker/**/*.py")]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module in ("bot.impact", "screening.fairness")
    ]
    assert set(importers) <= {"bot/impact.py", "bot/cli.py", "bot/desk/fairness.py"}
