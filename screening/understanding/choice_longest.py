"""A choice asked by the most or the longest, of options each told with its length (`tanker 2 yrs reefer 9`)."""

import itertools
import re
from typing import Final

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_names import named
from screening.understanding.choice_options import Offered
from screening.understanding.deferred import deferred
from screening.understanding.numerals import numbers

_ASKED: Final = deferred(
    r"\b(?:most|longest|mas tiempo)\b.*|.*\b(?:driven|drove|used|worked|done|operated|pulled|manejado|usado)\b.{0,20}\b(?:most|longest|mas)\b"
)
_UNIT: Final = re.compile(
    r"\s*(?P<unit>years?|yrs?|y|months?|mos?|weeks?|wks?|anos|mes(?:es)?)?(?![a-z0-9])(?!\s*(?:ft|foot|x|am|pm|k|miles))"
)
_LIFE: Final = 60  # years: what is more is a date
_PARTS: Final = {"m": 12.0, "w": 52.0}
Told = tuple[int, float, Hit | None]  # where, how long, or the option


def by_longest(plain: str, asked: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The option told with the greatest length, where options and lengths take turns."""
    if not _ASKED.search(asked):
        return []
    told: list[Told] = [(hit.start, 0.0, hit) for hit in named(plain, options)]
    for number in numbers(plain):
        if number.value <= _LIFE and (match := _UNIT.match(plain[number.end :])):
            told.append((number.start, number.value / _PARTS.get((match["unit"] or "y")[0], 1.0), None))
    told.sort(key=lambda one: one[0])
    if len(told) not in (4, 6) or any((a[2] is None) == (b[2] is None) for a, b in itertools.pairwise(told)):
        return []
    pairs = [(max(a[1], b[1]), a[2] or b[2]) for a, b in zip(told[::2], told[1::2], strict=True)]
    best = max(length for length, _ in pairs)
    first = [hit for length, hit in pairs if length == best and hit]
    return [Hit(h.index, h.start, h.end, 0.8, "choice.longest") for h in first] if len(first) == 1 else []
