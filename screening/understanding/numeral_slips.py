"""Number words as they are mistyped (`twnety`, `forty fve`), put right where no other word can be meant."""

from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from screening.understanding.numeral_words import HUNDREDS, ONES, SCALES, TENS
from screening.understanding.tables import word_set
from screening.understanding.words import Token

_LEAST: Final = 5  # letters of a number word that is known for itself
_DIGITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NOT_ALONE: Final = 3  # letters of a digit's word, where tens or a unit stand by it


def righted(toks: list[Token]) -> list[Token]:
    """The tokens of a text with the slips in its number words put right, each where it stood."""
    out = list(toks)
    for index, token in enumerate(toks):
        word = token.text
        if len(word) < _NOT_ALONE or not word.isalpha() or word in _known():
            continue
        after_tens = index > 0 and out[index - 1].text in TENS
        counts = index + 1 < len(toks) and toks[index + 1].text in word_set("word_sets", "counted_units.words")
        if meant := _long(word) or (_digit(word) if after_tens or (counts and len(word) > _NOT_ALONE) else ""):
            out[index] = replace(token, text=meant)
    return out


@cache
def _known() -> frozenset[str]:
    return frozenset((*ONES, *TENS, *HUNDREDS, *SCALES)) | word_set("word_sets", "no_slips.words")


@cache
def _long_words() -> dict[str, tuple[str, ...]]:
    """The longer words of numbers by their first letter."""
    spelt = word_set("word_sets", "long_numbers.words")
    words = (*spelt, *(w for w in ONES if w.endswith(_DIGITS) and len(w) > 8))
    return {first: tuple(w for w in words if w[0] == first) for first in {w[0] for w in words}}


@lru_cache(maxsize=2048)
def _long(word: str) -> str:
    """The one number word that a longer word misses by a letter or two letters in the wrong order."""
    if len(word) < _LEAST or word.endswith(("s", "th")):
        return ""
    near = [w for w in _long_words().get(word[0], ()) if abs(len(w) - len(word)) < 2 and OSA.distance(word, w, score_cutoff=1) <= 1]  # fmt: skip
    return near[0] if len(near) == 1 else ""


@lru_cache(maxsize=2048)
def _digit(word: str) -> str:
    near = [w for w in _DIGITS if w[0] == word[0] and OSA.distance(word, w, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else ""
