"""The statements of a table on SQLite, and connections that commit durably."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from bot.errors import Duplicate, StoreError
from bot.storage.database import Choice, Scalar, TableSpec, Term

PRAGMAS: Final = (
    "PRAGMA busy_timeout=10000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA cache_size=-65536",
    "PRAGMA journal_size_limit=67108864",
)


def connect(path: str) -> sqlite3.Connection:
    """A connection in autocommit mode to a file that only its owner may read."""
    try:
        if path != ":memory:":
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=512)
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"the store {Path(path).name} cannot be opened: {error}") from error
    return connection


def raisable(error: BaseException) -> BaseException:
    """An error as the caller may see it: no sqlite3 exception leaves the store."""
    if not isinstance(error, sqlite3.Error):
        return RuntimeError("StopIteration in a transaction") if isinstance(error, StopIteration) else error
    ours = StoreError(f"the store could not do this: {error}")
    ours.__cause__ = error
    return ours


class SqliteDatabase:
    """One SQLite connection."""

    ranges = True

    def __init__(self, connection: sqlite3.Connection, *, writable: bool = True) -> None:
        self.connection = connection
        self.writable = writable
        self.spoiled: Exception | None = None
        self.erased = False  # deleted documents may still stand in the write-ahead log
        self._execute = connection.execute

    @property
    def changes(self) -> int:
        """Rows changed on this connection so far."""
        return self.connection.total_changes

    @property
    def active(self) -> bool:
        """Is a transaction going on?"""
        return self.connection.in_transaction

    # --- transactions

    def begin(self) -> None:
        """Begin; a writer waits here for any other writer."""
        self._execute("BEGIN IMMEDIATE" if self.writable else "BEGIN")

    def commit(self) -> None:
        """Make everything durable."""
        self._execute("COMMIT")

    def roll_back(self) -> None:
        """Undo everything since `begin`."""
        if self.connection.in_transaction:
            self._execute("ROLLBACK")
        self.spoiled = None

    def mark(self) -> None:
        """Begin a part that can be undone alone."""
        self._execute("SAVEPOINT part")

    def keep(self) -> None:
        """Keep the part."""
        self._execute("RELEASE part")

    def undo(self) -> None:
        """Undo the part."""
        self._execute("ROLLBACK TO part")
        self._execute("RELEASE part")
        self.spoiled = None

    def scrub(self) -> None:
        """Empty the write-ahead log, where deleted documents would live on; put off while a reader needs it."""
        self._execute("PRAGMA busy_timeout=0")
        busy = self._execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        self._execute(PRAGMAS[0])
        self.erased = bool(busy)

    # --- shape

    def create(self, specs: Iterable[TableSpec]) -> None:
        """Make the tables and indexes that are not there yet."""
        self._execute("CREATE TABLE IF NOT EXISTS _meta(key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        for spec in specs:
            self._execute(
                f"CREATE TABLE IF NOT EXISTS {_table(spec.name)}"
                "(id INTEGER PRIMARY KEY AUTOINCREMENT, doc TEXT NOT NULL)"
            )
            for field in sorted(spec.fields):
                self._execute(_index(spec, field))
            for fields in spec.joint:
                self._execute(_joint(spec, fields))

    def meta(self, key: str) -> str | None:
        """A fact about the store itself."""
        row = self._execute("SELECT value FROM _meta WHERE key=?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        """Change a fact about the store itself."""
        self._execute("INSERT INTO _meta VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", (key, value))

    # --- reading

    def fetch(self, table: str, doc_id: int) -> str | None:
        """The document with this id."""
        row = self._execute(_statements(table)["fetch"], (doc_id,)).fetchone()
        return None if row is None else row[0]

    def fetch_many(self, table: str, doc_ids: Sequence[int]) -> list[tuple[int, str]]:
        """The documents with these ids, as far as they are there."""
        found = ((i, self.fetch(table, i)) for i in doc_ids)
        return [(i, text) for i, text in found if text is not None]

    def select(self, table: str, choice: Choice) -> list[tuple[int, str]]:
        """The rows of a choice."""
        values = _values(choice.terms)
        if choice.limit is not None:
            values.append(choice.limit)
        if choice.newest:
            return self._execute(_newest(table, _shape(choice.terms)), [*values, choice.skip]).fetchall()
        statement = _select(
            table, _shape(choice.terms), choice.order, choice.limit is not None, choice.due and not choice.joint
        )
        return self._execute(statement, values).fetchall()

    def least(self, table: str, field: str, terms: tuple[Term, ...]) -> int | None:
        """The smallest value of a field."""
        row = self._execute(_least(table, field, _shape(terms)), _values(terms)).fetchone()
        return None if row is None else row[0]

    def ids(self, table: str) -> list[int]:
        """Every id, ascending."""
        return [row[0] for row in self._execute(_statements(table)["ids"])]

    def count(self, table: str, terms: tuple[Term, ...] = ()) -> int:
        """How many documents there are, or fulfil the terms."""
        return int(self._execute(_count(table, _shape(terms)), _values(terms)).fetchone()[0])

    def pages(self, table: str, size: int) -> Iterator[list[tuple[int, str]]]:
        """Every row in order, so many at a time."""
        cursor = self._execute(f"SELECT id, doc FROM {_table(table)} ORDER BY id")
        while page := cursor.fetchmany(size):
            yield page

    # --- writing

    def load(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        """Insert rows under their ids."""
        self.connection.executemany(f"INSERT INTO {_table(table)}(id, doc) VALUES(?,?)", rows)

    def wipe(self, table: str) -> None:
        """Remove every row."""
        self.clear(table)

    def insert(self, table: str, text: str) -> int | None:
        """The new id; None where a unique index refuses."""
        cursor = self._execute(_statements(table)["insert"], (text,))
        return cursor.lastrowid if cursor.rowcount else None

    def insert_at(self, table: str, doc_id: int, text: str) -> None:
        """Insert under a given id."""
        if not self._execute(_statements(table)["insert_at"], (doc_id, text)).rowcount:
            raise Duplicate(f"{table} already has such a document")

    def replace(self, table: str, doc_id: int, text: str) -> None:
        """Change a document."""
        try:
            self._execute(_statements(table)["replace"], (text, doc_id))
        except sqlite3.IntegrityError as error:
            self.spoiled = Duplicate(f"{table} already has a document with this value")
            raise self.spoiled from error

    def replace_many(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        """Change several documents."""
        for doc_id, text in rows:
            self.replace(table, doc_id, text)

    def delete(self, table: str, doc_ids: Iterable[int]) -> None:
        """Remove these documents."""
        self.connection.executemany(_statements(table)["delete"], [(i,) for i in doc_ids])
        self.erased = True

    def clear(self, table: str) -> None:
        """Remove every document."""
        self._execute(_statements(table)["clear"])
        self.erased = True


Shape = tuple[tuple[str, str, bool], ...]  # field, operator, is it None


def _table(name: str) -> str:
    return f'"t_{name}"'


def _field(name: str) -> str:
    return f"json_extract(doc,'$.{name}')"


def _index(spec: TableSpec, field: str) -> str:
    kind, prefix = ("UNIQUE INDEX", "ux") if field in spec.unique else ("INDEX", "ix")
    return f'CREATE {kind} IF NOT EXISTS "{prefix}_{spec.name}_{field}" ON {_table(spec.name)}({_field(field)})'


def _shape(terms: tuple[Term, ...]) -> Shape:
    return tuple((field, operator, value is None) for field, operator, value in terms)


def _values(terms: tuple[Term, ...]) -> list[Scalar]:
    return [value for *_, value in terms if value is not None]


def _where(shape: Shape, *, by_order: bool = False) -> str:
    """The condition; `by_order` keeps equal fields (with +) from choosing the index: few are due, many are equal."""
    plus = "+" if by_order else ""
    parts = (f"{plus if operator == '=' else ''}{_term(field, operator, none)}" for field, operator, none in shape)
    return " AND ".join(parts) or "1"


def _term(field: str, operator: str, none: bool) -> str:
    return f"{_field(field)} IS NULL" if none else f"{_field(field)} {operator} ?"


def _joint(spec: TableSpec, fields: tuple[str, ...]) -> str:
    columns = ",".join(_field(field) for field in fields)
    return f'CREATE INDEX IF NOT EXISTS "ix_{spec.name}_{"_".join(fields)}" ON {_table(spec.name)}({columns})'


@cache
def _count(table: str, shape: Shape) -> str:
    return f"SELECT count(*) FROM {_table(table)} WHERE {_where(shape)}"


@cache
def _select(table: str, shape: Shape, order: str | None, limited: bool, due: bool) -> str:
    by = f"{_field(order)}, id" if order else "id"
    return f"SELECT id, doc FROM {_table(table)} WHERE {_where(shape, by_order=due)} ORDER BY {by}" + (
        " LIMIT ?" if limited else ""
    )


@cache
def _newest(table: str, shape: Shape) -> str:
    return f"SELECT id, doc FROM {_table(table)} WHERE {_where(shape)} ORDER BY id DESC LIMIT ? OFFSET ?"


@cache
def _least(table: str, field: str, shape: Shape) -> str:
    return (
        f"SELECT {_field(field)} FROM {_table(table)} WHERE {_field(field)} IS NOT NULL AND {_where(shape)} "
        f"ORDER BY {_field(field)} LIMIT 1"
    )


@cache
def _statements(name: str) -> dict[str, str]:
    table = _table(name)
    return {
        "fetch": f"SELECT doc FROM {table} WHERE id=?",
        "ids": f"SELECT id FROM {table} ORDER BY id",
        "insert": f"INSERT INTO {table}(doc) VALUES(?) ON CONFLICT DO NOTHING",
        "insert_at": f"INSERT INTO {table}(id,doc) VALUES(?,?) ON CONFLICT DO NOTHING",
        "replace": f"UPDATE {table} SET doc=? WHERE id=?",
        "delete": f"DELETE FROM {table} WHERE id=?",
        "clear": f"DELETE FROM {table}",
    }
