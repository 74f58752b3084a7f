"""A choice by degree among options in order: the longest, the smallest, one under the biggest."""

import re
from functools import lru_cache

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered
from screening.understanding.numerals import numbers
from screening.understanding.synonyms import stems

_LEAST = re.compile(
    r"\b(?:small(?:est|er)|short(?:est|er)|low(?:est|er)|least|light(?:est|er)|few(?:est|er)|minimum|tiniest|youngest|cold(?:est|er)|chill(?:iest|ier)|earli(?:est|er)|soonest|only (?:the )?light|mas (?:chic|cort|baj|poc|lig|liv)\w+|lo menos)\b"
)
_MOST = re.compile(
    r"\b(?:bigg(?:est|er)|larg(?:est|er)|long(?:est|er)(?! than)|high(?:est|er)|the most|most (?:hours|money|days|possible|i can)|heav(?:iest|ier)|warm(?:est|er)|hott(?:est|er)|latest|the big one|the long one|max(?:imum)?|as (?:many|much|long|heavy|high) (?:\w+ )?as|mas (?:larg|grand|alt|pesad)\w+|lo mas)\b"
)
_NEXT = re.compile(r"\b(?:one|1|a) (?:size |step |notch )?(?:under|below|down from|smaller than|less than|up from|above|over|bigger than|before|after)\b")  # fmt: skip
_SIZES = ("xs", "s", "m", "l", "xl", "2xl", "xxl", "3xl", "xxxl", "4xl")
_SPELT = {"extra small": "xs", "small": "s", "medium": "m", "large": "l", "extra large": "xl", "x-large": "xl"}


@lru_cache(maxsize=16)
def by_degree(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The least or the most of options that stand in an order, or the one beside it."""
    order = (
        _in_order(options)
        or _in_order(_sharing(plain, options))
        or _in_order(tuple(o for o in options if _figure(o.name)))
    )
    if len(order) < 2 or len(plain.split()) > 12:
        return []
    least, most = _LEAST.search(plain), _MOST.search(plain)
    if next_to := _NEXT.search(plain):
        least, most = (m if m and m.start() >= next_to.end() - 1 else None for m in (least, most))
    if (least is None) == (most is None):
        return []
    if (
        least
        and len(order) < len(options) - 1 - any(o.nothing for o in options)
        and not stems(plain) & stems(options[order[0]].name)
    ):
        return []
    step = 1 if next_to and len(order) > 2 else 0
    index = order[step] if least else order[-1 - step]
    match = least or most
    return [Hit(index, match.start(), match.end(), 0.76, "choice.degree")] if match else []


def _sharing(plain: str, options: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """The options that share a word said ("the smaller truck")."""
    said = stems(plain)
    return max(
        (tuple(o for o in options if stem in stems(o.name)) for stem in said if stem.isalpha()), key=len, default=()
    )


@lru_cache(maxsize=256)
def _in_order(options: tuple[Offered, ...]) -> list[int]:
    """The options from the least to the most; empty where they have no order."""
    sizes = [
        (_SIZES.index(_SPELT.get(o.name, o.name)), o.index) for o in options if _SPELT.get(o.name, o.name) in _SIZES
    ]
    if len(sizes) == len(options):
        return [index for _, index in sorted(sizes)]
    figures = [
        (_figure(o.name if o.name[:1].isdigit() or not o.beside else f"{o.name} {o.beside}"), o.index)
        for o in options
        if not o.nothing
    ]
    known = [(figure, index) for figure, index in figures if figure is not None]
    return [index for _, index in sorted(known)] if len(known) >= 2 and len(known) >= len(figures) - 1 else []


def _figure(name: str) -> float | None:
    """The figure an option stands for; one without end (`over 75`) is above its figure, one below (`under 1`) beneath."""
    if degrees := re.search(r"(?P<f>-?\d+) ?f\b", name):
        return float(degrees["f"])
    found = numbers(name)
    if not found:
        return 10_000.0 if name.startswith("permanent") else None
    value = found[0].value
    return value + 0.5 if re.match(r"(?:over|more than|above)\b|.*\+|.*\bor more", name) else value - 0.5 * bool(re.match(r"(?:under|less than|below)\b", name))  # fmt: skip
