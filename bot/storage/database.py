"""What a table needs from a database: a dozen statements on one connection inside a transaction."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")

Scalar = str | int | None
Term = tuple[str, str, Scalar]  # field, one of = < <= > >=, value; a value of None means absent or null


def named(name: str) -> str:
    """A table or field name that may stand in SQL; ValueError for any other."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a name for a table or field: use a-z, 0-9 and _")
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSpec:
    """A table and its indexed top-level fields; `unique` ignores documents where the field is absent or None.

    `joint`: fields that one index holds together, for rows with equal values of the first ones in the order of the last.
    """

    name: str
    index: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    joint: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        for name in (self.name, *self.index, *self.unique, *(field for fields in self.joint for field in fields)):
            named(name)

    @property
    def fields(self) -> frozenset[str]:
        """Every field with an index."""
        return frozenset((*self.index, *self.unique))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which rows to read, in which order; `due` leaves rows that another worker holds.

    `joint`: one index holds the fields of the terms and the order. `newest`: the highest id first, after `skip` of them;
    with a limit and without an order of its own.
    """

    terms: tuple[Term, ...] = ()
    order: str | None = None
    limit: int | None = None
    due: bool = False
    joint: bool = False
    newest: bool = False
    skip: int = 0


class Database(Protocol):
    """One connection inside a transaction. A document is its JSON text."""

    writable: bool
    ranges: bool  # does < compare mixed values as Python does?
    spoiled: Exception | None  # an update that a unique index refused: the transaction cannot be kept

    @property
    def active(self) -> bool:
        """Is a transaction going on?"""

    @property
    def changes(self) -> int:
        """Rows changed on this connection so far."""

    def fetch(self, table: str, doc_id: int) -> str | None:
        """The document with this id, locked in a write transaction."""

    def fetch_many(self, table: str, doc_ids: Sequence[int]) -> Iterable[tuple[int, str]]:
        """The documents with these ids, as far as they are there, locked in a write transaction."""

    def select(self, table: str, choice: Choice) -> Iterable[tuple[int, str]]:
        """The rows of a choice, by `order` and then id, or the newest first."""

    def least(self, table: str, field: str, terms: tuple[Term, ...]) -> int | None:
        """The smallest value of a field."""

    def ids(self, table: str) -> list[int]:
        """Every id, ascending."""

    def count(self, table: str, terms: tuple[Term, ...] = ()) -> int:
        """How many documents there are, or fulfil the terms."""

    def insert(self, table: str, text: str) -> int | None:
        """The new id; None where a unique index refuses."""

    def insert_at(self, table: str, doc_id: int, text: str) -> None:
        """Insert under a given id, which no later document gets; Duplicate where it or a unique value exists."""

    def replace(self, table: str, doc_id: int, text: str) -> None:
        """Change a document; Duplicate, which ends the transaction, where a unique index refuses."""

    def replace_many(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        """Change several documents; as `replace`."""

    def delete(self, table: str, doc_ids: Iterable[int]) -> None:
        """Remove these documents."""

    def clear(self, table: str) -> None:
        """Remove every document."""
