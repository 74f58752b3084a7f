"""The format number of stored data, and the way from each older format to the next."""

from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from bot.errors import StoreNewer
from bot.storage.database import Database, TableSpec
from bot.storage.migrations import MIGRATIONS, Migration
from bot.storage.rows import RowStorage, Tables

FORMAT: Final = 2


class Preparable(Database, Protocol):
    """A database whose shape can be made."""

    def begin(self) -> None:
        """Begin a transaction that keeps others from preparing."""

    def commit(self) -> None:
        """Make everything durable."""

    def roll_back(self) -> None:
        """Undo everything."""

    def create(self, specs: Sequence[TableSpec]) -> None:
        """Make the tables and indexes that are not there yet."""

    def meta(self, key: str) -> str | None:
        """A fact about the store itself."""

    def set_meta(self, key: str, value: str) -> None:
        """Change a fact about the store itself."""


def prepare(
    database: Preparable,
    specs: Sequence[TableSpec],
    *,
    to: int = FORMAT,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> None:
    """Make or migrate the store, in one transaction; StoreNewer where it is ahead of us."""
    database.begin()
    try:
        database.create(())
        _refuse_newer(database.meta("format"), to)
        _shape(database, specs)
        _migrate(database, Tables(RowStorage(database, specs)), to, migrations)
        database.commit()
    except BaseException:
        database.roll_back()
        raise


def _shape(database: Preparable, specs: Sequence[TableSpec]) -> None:
    """Make tables and indexes only where they are not known to be there: making locks, and others may be writing."""
    shape = repr(sorted((s.name, sorted(s.index), sorted(s.unique), sorted(s.joint)) for s in specs))
    if database.meta("shape") != shape:
        database.create(specs)
        database.set_meta("shape", shape)


def _refuse_newer(found: str | None, to: int) -> None:
    if found is not None and int(found) > to:
        raise StoreNewer(
            f"this store has format {found}, and this Greenroom knows only format {to}: install the newer Greenroom"
        )


def _migrate(database: Preparable, tables: Tables, to: int, migrations: Mapping[int, Migration]) -> None:
    found = database.meta("format")
    for step in range(to if found is None else int(found), to):
        migrations[step](tables)
    if found != str(to):
        database.set_meta("format", str(to))
