"""Everyday other words for common options: shifts, days, schooling, jobs, employment."""

import re
from functools import cache, lru_cache

from screening.understanding.tables import any_of, table


@cache
def _groups() -> tuple[tuple["re.Pattern[str]", "re.Pattern[str]", str], ...]:
    """(fits as a whole, fits as a part, words) of each group of data/synonyms.txt."""
    found = []
    for section in table("synonyms"):
        if section.endswith(".names"):
            name = any_of("synonyms", section)
            whole = re.compile(rf"{name}(?: shifts?| time| only| hours| turno)?")
            found.append((whole, re.compile(rf"\b{name}\b"), any_of("synonyms", section.replace(".names", ".words"))))
    return tuple(found)


_ENDINGS = ("ations", "ation", "ingly", "ments", "ment", "ings", "ing", "ers", "ies", "ied", "er", "ed", "es", "or", "al", "ly", "y", "s", "e")  # fmt: skip
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "or",
        "and",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "from",
        "my",
        "de",
        "la",
        "el",
        "y",
        "o",
        "en",
        "con",
        "i",
        "no",
        "not",
        "is",
        "it",
        "job",
        "work",
        "position",
        "role",
        "shift",
        "time",
        "only",
        "shifts",
        "call",
        "interview",
    ]
)


@lru_cache(maxsize=1024)
def synonyms_of(option: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns of other words for an option, without groups that fit another option too."""
    return tuple(
        words
        for whole, part, words in _groups()
        if (whole.fullmatch(option) and not any(whole.fullmatch(other) for other in others))
        or (_fits(whole, part, option) and not any(_fits(whole, part, other) for other in others))
    )


def _fits(whole: "re.Pattern[str]", part: "re.Pattern[str]", option: str) -> bool:
    if whole.fullmatch(option):
        return True
    inside = part.search(option)
    return bool(inside and len(inside.group()) >= 4)


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(_stem(word) for word in re.findall(r"[a-z0-9]+", text) if word not in _SMALL and len(word) > 1)


def _stem(word: str) -> str:
    word = word[:-1] if word.endswith("days") and len(word) > 4 else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
