"""Words by what they mean: a text's words and phrases named by the senses of `data/senses.txt`, for the learned model.

"got a hooptie" and "my tacoma runs fine" share no word, but a sense; so a wording nobody wrote before can still be weighed."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 4  # words of a phrase that are looked for
OF_QUESTION = 8  # senses of a question that a reply's are set beside
_TOKEN = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")
_ENDS = frozenset([".", ",", ";", "!", "?", "but", "pero"])  # a denial reaches no further
_DENIES = frozenset(
    [
        "no",
        "not",
        "dont",
        "cant",
        "never",
        "without",
        "aint",
        "isnt",
        "wasnt",
        "didnt",
        "doesnt",
        "havent",
        "hasnt",
        "wont",
        "couldnt",
        "wouldnt",
        "none",
        "nothing",
        "nada",
        "nunca",
        "sin",
        "ni",
    ]
)
_DENIAL = "negation"  # the sense whose words deny


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Each word or phrase with its senses."""
    found: dict[str, tuple[str, ...]] = {}
    for line in files(__package__).joinpath("data", "senses.txt").read_text("utf-8").splitlines():
        sense, _, meant = line.partition(": ")
        for phrase in meant.split(", ") if not line.startswith("#") else ():
            key = " ".join(_TOKEN.findall(phrase))
            found[key] = (*found.get(key, ()), sense)
    return found


def named(tokens: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words of a text in turn, the longest known phrase first, each with its senses."""
    known, at = _known(), 0
    while at < len(tokens):
        for size in range(min(LONGEST, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + size])
            if size == 1 or phrase in known:
                yield known.get(phrase, ()), phrase
                at += size
                break


@lru_cache(maxsize=512)
def of_question(asked: str) -> tuple[str, ...]:
    """The senses a question touches."""
    return tuple(sorted({sense for senses, _ in named(_TOKEN.findall(asked)) for sense in senses})[:OF_QUESTION])


def sense_pieces(text: str, asked: str, topic: str) -> list[str]:
    """The senses of a reply as pieces: alone, denied, beside the topic and the senses of the question, and each with the one before."""
    about = of_question(asked)
    found: dict[str, None] = {}
    denied, before, shared = False, "^", False
    for senses, phrase in named(_TOKEN.findall(text)):
        mark = "-" if denied else "+"
        for sense in senses:
            found[f"S {sense}"] = found[f"S {mark}{sense}"] = None
            found[f"T {topic} {sense}"] = found[f"T {topic} {mark}{sense}"] = None
            for other in about:
                found[f"Q {other} {mark}{sense}"] = None
            shared = shared or sense in about
        here = senses[0] if senses else phrase
        found[f"B {before} {here}"] = None
        before = here
        if phrase in _DENIES or _DENIAL in senses:
            denied = True
        elif phrase in _ENDS:
            denied = False
    found[f"A {shared} {denied}"] = None
    return list(found)
