"""Kinds of work, tools, licences and ways, and what people say of them (`data/trades.txt`)."""

import re
from functools import cache, lru_cache

from screening.understanding.tables import any_of, table


@cache
def _kinds() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """(kind, names of the options it fits) of each kind of data/trades.txt."""
    return tuple(
        (section.removesuffix(".names"), re.compile(any_of("trades", section)))
        for section in table("trades")
        if section.endswith(".names")
    )


@cache
def words_of_kind(kind: str) -> "re.Pattern[str]":
    """What people say of a kind."""
    return re.compile(rf"\b{any_of('trades', f'{kind}.words')}\b")


@lru_cache(maxsize=1024)
def kinds_of(names: tuple[str, ...]) -> frozenset[str]:
    """The kinds a name is of, whole or by one side of a slash."""
    sides = {side.strip() for name in names for side in (name, *re.split(r"\s*/\s*|\s*,\s*|\s+(?:or|and|&)\s+", name))}
    return frozenset(kind for kind, fits in _kinds() if any(side and fits.fullmatch(side) for side in sides))
