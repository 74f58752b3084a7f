"""Towns as they sound or are mistyped (`wasila`, `brownsvil`), and words of everyday talk that are no town."""

import re
from functools import cache
from typing import Final

from rapidfuzz.distance import OSA

from screening.understanding.deferred import deferred
from screening.understanding.tables import table

_SOUNDS: Final = (
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|qu|q|c(?![eiyh])"), "k"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"(?<=[tdrwgk])h"), ""),
    (re.compile(r"iou|ou|oo|ew"), "u"),
    (re.compile(r"ea|ee|ie|ei|y(?![aeou])"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?:e|i|ei)$"), ""),
)
_LEAST: Final = 5  # letters of a name that may be mistyped
_LONG: Final = 9  # letters from which one slip of the finger is mended
_MADE: Final = deferred(
    r"(?:ville?|burgh?|boro(?:ugh)?|t[oe]n|town|field|ford|wood|dale|view|land|port|mont|berry|bury)s?$"
)


def sounded(name: str) -> str:
    """A name as it sounds: doubled letters, c and k, z and s, a silent end make no difference."""
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name


@cache
def _by_sound() -> dict[str, str]:
    """The one town of each sound; "" where several sound alike."""
    found: dict[str, str] = {}
    for name in table("towns")["towns"]:
        key = sounded(name)
        found[key] = name if found.get(key, name) == name else ""
    return found | {sounded(name): "" for name in table("towns")["words"]}


@cache
def _long_names() -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    for name in table("towns")["towns"]:
        if len(name) >= _LONG:
            found.setdefault((name[0], len(name)), []).append(name)
    return found


def mistyped(words: str) -> str:
    """The town a few words of a text misspell, in the plain form; "" for none or where several could be meant."""
    if len(words) < _LEAST or any(everyday(word) for word in words.split()):
        return ""
    if name := _by_sound().get(sounded(words), ""):
        return name
    if len(words) < _LONG - 1 or _MADE.search(words):
        return ""
    alike = [
        name
        for size in (len(words) - 1, len(words), len(words) + 1)
        for name in _long_names().get((words[0], size), ())
        if OSA.distance(words, name, score_cutoff=1) <= 1
    ]
    return alike[0] if len(alike) == 1 else ""


@cache
def _everyday() -> frozenset[str]:
    return frozenset(word for line in table("towns")["everyday"] for word in line.split())


def everyday(word: str) -> bool:
    """Whether a plain word is one of everyday talk, and no name."""
    return word in _everyday()


@cache
def large(name: str) -> bool:
    """Whether a city is one that neighborhoods are told with."""
    return name.casefold().replace(".", "") in table("towns")["large"]
