"""Figures as people say or mistype them, made plain without moving a letter: 4-0, 5o, 150 plus thousand, a buck fifty."""

import re

from screening.understanding.numeral_words import Number
from screening.understanding.numerals import numbers

_MENDED = (
    (re.compile(r"(?<=\d)o\b"), lambda m: "0"),  # "5o"
    (re.compile(r"\bl(?=\d\b)"), lambda m: "1"),  # "l0"
    (re.compile(r"\b[1-9]-0\b(?!\d)"), lambda m: m.group()[0] + "0 "),  # "the big 4-0"
    (re.compile(r"(?<=\d) plus (thousand|hundred|million)\b"), lambda m: f" {m[1]} plus"),
    (re.compile(r"\ba(?= (?:full |whole |solid )?(?:years?|yrs?|months?) ?(?:plus|and|&|n|\+|,) ?\d)"), lambda m: "1"),
)
_BUCK = re.compile(r"\b(?:a )?buck (?P<rest>ten|fifteen|twenty|twenty five|thirty|forty|fifty|sixty|seventy|seventy five|eighty|ninety)\b")  # fmt: skip


def spoken(plain: str) -> list[Number]:
    """The numbers of a text, slips of the finger mended, `two fifty` taken for 250 where it stands alone."""
    fixed = plain
    for pattern, mend in _MENDED:
        fixed = pattern.sub(mend, fixed)
    found = numbers(fixed)
    if buck := _BUCK.search(fixed):
        rest = numbers(buck["rest"])
        figure = Number(100 + rest[0].value, buck.start(), buck.end(), 1, True)
        return [figure, *(n for n in found if n.start >= buck.end() or n.end <= buck.start())]
    return _hundreds(fixed, found)


def _hundreds(plain: str, found: list[Number]) -> list[Number]:
    """`two fifty`: 250, where nothing else is counted."""
    if len(found) != 2 or not all(n.words and float(n.value).is_integer() for n in found):
        return found
    first, second = found
    spaced = plain[first.end : second.start].isspace() and 1 <= first.value <= 9 and 10 <= second.value < 100
    return [Number(first.value * 100 + second.value, first.start, second.end, 1, True)] if spaced else found
