"""Adverse impact: who is advanced how often, by group, with what chance could explain.

Source: 29 CFR 1607.4 D (four-fifths rule), Fisher's exact test, and New York's Local Law 144 (6 RCNY 5-301: scoring
rate = the share above the median score). Groups come from a separate file that the engine never reads.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb
from statistics import median
from typing import Final

SMALLEST: Final = 5  # people in a group, below which its figures could point at somebody
FOUR_FIFTHS: Final = 0.8
_TINY: Final = 1e-7  # relative tolerance of "at most as likely", as usual for the exact test


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group. Figures are None where the group is too small to be shown; `ratio` is to the highest rate."""

    name: str
    count: int | None
    selected: int | None = None
    rate: float | None = None
    ratio: float | None = None
    p: float | None = None

    @property
    def below(self) -> bool:
        """Whether the four-fifths rule of thumb is missed."""
        return self.ratio is not None and self.ratio < FOUR_FIFTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """One comparison: of an agent, a job or a question. `reference` is the group with the highest rate."""

    of: str
    groups: tuple[Group, ...]
    reference: str = ""


def impact(of: str, people: Iterable[tuple[str, bool]]) -> Impact:
    """From (group, selected) of each person."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for name, selected in people:
        counted[name].append(selected)
    shown = {name: rows for name, rows in counted.items() if len(rows) >= SMALLEST}
    best = max(sorted(shown), key=lambda name: sum(shown[name]) / len(shown[name]), default="")
    return Impact(of=of, groups=tuple(_group(n, counted[n], shown.get(best)) for n in sorted(counted)), reference=best)


def _group(name: str, rows: list[bool], best: list[bool] | None) -> Group:
    if len(rows) < SMALLEST or best is None:
        return Group(name=name, count=None)
    rate, highest = sum(rows) / len(rows), sum(best) / len(best)
    return Group(
        name=name,
        count=len(rows),
        selected=sum(rows),
        rate=rate,
        ratio=rate / highest if highest else None,
        p=None if rows is best else fisher(sum(rows), len(rows) - sum(rows), sum(best), len(best) - sum(best)),
    )


def fisher(a: int, b: int, c: int, d: int) -> float:
    """Two-sided p of Fisher's exact test on the table ((a, b), (c, d)), all counts >= 0."""
    row, column, total = a + b, a + c, a + b + c + d
    ways = [
        comb(column, x) * comb(total - column, row - x)
        for x in range(row + 1)
        if x <= column and row - x <= total - column
    ]
    first = max(0, row - (total - column))
    observed = ways[a - first]
    limit = observed * (1 + _TINY)
    return min(1.0, sum(w for w in ways if w <= limit) / comb(total, row))


def scoring_rates(of: str, people: Sequence[tuple[str, int]]) -> Impact:
    """From (group, score): the share of each group above the median score of all, as Local Law 144 asks."""
    middle = median(score for _, score in people) if people else 0
    return impact(of, ((name, score > middle) for name, score in people))
