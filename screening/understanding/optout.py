"""The wish to be left alone, in other words than a keyword: verb class x object class x negation, kept in data/opt_out.txt."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from screening.understanding.tables import any_of, table, words
from screening.understanding.words import tokens

_SIGNS = re.compile(r"^\W*[🛑🚫⛔]\W*(?:texting|texts?|messages?|messaging|sms|me|textos|mensajes)?\W*$")
SHORT = 6  # words of a text in which a stop phrase needs nothing beside it
_CLASS = re.compile(r"<(=?[a-z]+)>")


@cache
def _wishes() -> "re.Pattern[str]":
    lines = (*table("opt_out")["english"], *table("opt_out")["spanish"])
    return re.compile("|".join(f"(?:{_CLASS.sub(_alternatives, line)})" for line in lines))


def _alternatives(match: "re.Match[str]") -> str:
    return any_of("opt_out", f"={match[1]}")


@cache
def _anywhere(section: str) -> "re.Pattern[str]":
    return re.compile(any_of("opt_out", section))


@lru_cache(maxsize=64)
def _mended(plain: str) -> str:
    """Common slips of the stop words mended ("stpo", "txting", "unsubcribe")."""
    out, last = [], 0
    for token in tokens(plain):
        right = _slips().get(token.text) or _near(token.text)
        if right and right != token.text:
            out.append(plain[last : token.start] + right)
            last = token.end
    return "".join([*out, plain[last:]])


@cache
def _slips() -> dict[str, str]:
    return dict(line.split(" ", 1) for line in table("opt_out")["slips"])


@lru_cache(maxsize=4096)
def _near(word: str) -> str | None:
    if (
        len(word) < 6
        or word in table("opt_out")["left_as_is"]
        or word in table("opt_out")["mended"]
        or not word.isascii()
    ):
        return None
    reach = 2 if len(word) >= 10 else 1
    return next(
        (
            right
            for right in table("opt_out")["mended"]
            if abs(len(right) - len(word)) <= reach and OSA.distance(word, right, score_cutoff=reach) <= reach
        ),
        None,
    )


@lru_cache(maxsize=64)
def asks_to_stop(plain: str) -> bool:
    """Whether the phrase grammar hears a wish to be left alone."""
    if _SIGNS.search(plain):
        return True
    if elsewhere(plain):
        return False
    return bool(_wishes().search(words("opt_out", "friends").sub(" ~ ", _mended(plain))))


def elsewhere(plain: str) -> bool:
    """Whether a longer text is a story about work, or speaks of nothing that could be ours to stop."""
    if len(plain.split()) <= SHORT:
        return False
    if not _anywhere("about_us").search(plain):
        return True
    told = words("opt_out", "story_people").search(plain) and words("opt_out", "story_deeds").search(plain)
    return bool(told and not words("opt_out", "story_to_us").search(plain))


@lru_cache(maxsize=64)
def sounds_hostile(plain: str) -> bool:
    """Whether the words curse us away."""
    return bool(_anywhere("hostile").search(plain))


@lru_cache(maxsize=64)
def suspicious(plain: str) -> bool:
    """Whether words about law, privacy or spam stand in it."""
    return bool(words("opt_out", "suspicious").search(plain))


@lru_cache(maxsize=64)
def stop_word_left(plain: str) -> bool:
    """Whether a stop-class word stands in it that no everyday phrase explains."""
    return bool(words("opt_out", "stop_word").search(words("opt_out", "friends").sub(" ~ ", _mended(plain))))


def evidence(plain: str) -> list[str]:
    """What the rules make of a text, as pieces for the learned model."""
    return [
        f"R asks {asks_to_stop(plain)}",
        f"R hostile {sounds_hostile(plain)}",
        f"R suspicious {suspicious(plain)}",
        f"R word {stop_word_left(plain)}",
    ]
