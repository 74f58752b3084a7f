"""The examples of a yes and of a no that a script gives for its question, looked for in a reply."""

import re

from rapidfuzz import fuzz

from screening.understanding.polarity import Polarity, hedge_of
from screening.understanding.words import flat


def by_examples(plain: str, yes: tuple[str, ...], no: tuple[str, ...]) -> Polarity | None:
    """What the script's own examples of a yes and of a no make of a text; None where none of them stands in it."""
    scores = [(_best(plain, words), value) for value, words in (("no", no), ("yes", yes))]
    (top, value), other = max(scores), min(scores)[0]
    score, start, end = top
    if score < 0.86 or score - other[0] < 0.05:
        return None
    if value == "yes" and re.search(r"\b(?:not|dont|no|isnt|never|aint|arent)\s+(?:\w+\s){0,2}$", plain[:start]):
        return None
    return Polarity(value=value, hedge=hedge_of(plain), sure=0.9, start=start, end=end, rule="yes_no.example")


def _best(plain: str, examples: tuple[str, ...]) -> tuple[float, int, int]:
    best = (0.0, 0, 0)
    for example in examples:
        words = flat(example)
        if not words:
            continue
        at = re.search(rf"(?<![a-z]){re.escape(words)}(?![a-z])", plain)
        if at:
            return (1.0, at.start(), at.end())
        near = fuzz.partial_ratio_alignment(words, plain) if 5 <= len(words) <= len(plain) + 2 else None
        if near and near.score / 100 > best[0]:
            best = (near.score / 100, near.dest_start, max(near.dest_end, near.dest_start + 1))
    return best
