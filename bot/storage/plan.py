"""Reads a TinyDB query for what an index can answer: a superset of the matches, which the query then judges itself."""

from typing import Any, Final

from bot.storage.database import Term

_OPERATORS: Final = {"==": "=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_EXACT: Final = 2**53


def plan(query: object, fields: frozenset[str], *, ranges: bool) -> tuple[Term, ...]:
    """The conditions on indexed fields that every match fulfils; with `ranges` also < <= > >=."""
    terms = _terms(getattr(query, "_hash", None), fields)
    return tuple(term for term in terms if ranges or term[1] == "=")


def _terms(tree: Any, fields: frozenset[str]) -> list[Term]:
    if not isinstance(tree, tuple) or not tree:
        return []
    if tree[0] == "and":
        return [term for branch in tree[1] for term in _terms(branch, fields)]
    if tree[0] in _OPERATORS and _serves(tree, fields):
        return [(tree[1][0], _OPERATORS[tree[0]], tree[2])]
    return []


def _serves(tree: tuple[Any, ...], fields: frozenset[str]) -> bool:
    _, path, value = tree
    return isinstance(path, tuple) and len(path) == 1 and path[0] in fields and _comparable(value)


def _comparable(value: object) -> bool:
    """Values that a database compares as Python does: text, and whole numbers that a float holds exactly."""
    if isinstance(value, str):
        return "\0" not in value and value.isprintable()
    return isinstance(value, int) and abs(value) < _EXACT
