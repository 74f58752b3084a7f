"""Opens a store: a path is SQLite, postgresql://... is PostgreSQL."""

import fcntl
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from bot.errors import StoreBusy
from bot.storage.database import TableSpec
from bot.storage.formats import FORMAT, prepare
from bot.storage.inline import InlineStore
from bot.storage.rows import RowTable, Tables
from bot.storage.sqlite import SqliteDatabase, connect
from bot.storage.waking import Store
from bot.storage.writer import SqliteStore

__all__ = ["FORMAT", "RowTable", "Store", "TableSpec", "Tables", "open_inline_store", "open_store"]

_POSTGRES: Final = ("postgresql://", "postgres://")


def is_postgres(where: str) -> bool:
    """Is it an address of PostgreSQL? Otherwise it is a path."""
    return where.startswith(_POSTGRES)


def open_store(where: str, specs: Sequence[TableSpec], *, exclusive: bool) -> Store:
    """The store at `where`, made or migrated if need be.

    `exclusive` (embedded only) keeps a second `greenroom run` away: StoreBusy. StoreNewer for a newer format.
    """
    if is_postgres(where):
        from bot.storage.pooled import open_postgres

        return open_postgres(where, specs)
    release = hold(where) if exclusive else _nothing
    try:
        return SqliteStore(where, specs, database=_open(where, specs), release=release)
    except BaseException:
        release()
        raise


def open_inline_store(where: str, specs: Sequence[TableSpec]) -> Store:
    """A store without a thread, on a path or on ":memory:"."""
    return InlineStore(specs, database=_open(where, specs))


def _open(path: str, specs: Sequence[TableSpec]) -> SqliteDatabase:
    database = SqliteDatabase(connect(path))
    try:
        prepare(database, specs)
    except BaseException:
        database.connection.close()
        raise
    return database


def hold(path: str) -> Callable[[], None]:
    """Hold the lock beside the file until the returned function is called or the process ends."""
    descriptor = os.open(f"{path}.lock", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise StoreBusy(f"another `greenroom run` is using {Path(path).name}; stop it first") from error
    return lambda: os.close(descriptor)


def _nothing() -> None:
    """There is no lock to let go."""
