"""The word lists of `data/`: sections of patterns, one a line, read once when first asked for."""

import re
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The sections of `data/NAME.txt`: `[section]`, then a pattern a line; `#` begins a comment line."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in files(__package__).joinpath("data", f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            lines = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return {section: tuple(found) for section, found in sections.items()}


def any_of(name: str, section: str) -> str:
    """The patterns of one section as one group of alternatives."""
    return "(?:" + "|".join(table(name)[section]) + ")"


@cache
def words(name: str, section: str) -> "re.Pattern[str]":
    """A section compiled to match whole words anywhere."""
    return re.compile(rf"\b{any_of(name, section)}\b")


@cache
def word_set(name: str, section: str) -> frozenset[str]:
    """A section that holds plain words, separated by blanks."""
    return frozenset(" ".join(table(name)[section]).split())


@cache
def written(name: str, section: str) -> "re.Pattern[str]":
    """A section compiled as its patterns are written, with their own anchors."""
    return re.compile("|".join(table(name)[section]))


@cache
def known_words() -> frozenset[str]:
    """Every plain word of the lists of other words, so that none of them is taken for a slip of another."""
    return frozenset(
        word
        for name in ("synonyms", "trades")
        for lines in table(name).values()
        for line in lines
        for word in re.findall(r"(?<![\\(?:\[a-z])[a-z]{4,}(?![a-z?*+{\\])", line)
    )
