"""Whole stores: copied into an empty one, backed up into a file, restored from it. Ids stay what they were."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from bot.errors import StoreBusy, StoreError
from bot.storage.database import TableSpec
from bot.storage.formats import Preparable, prepare
from bot.storage.sqlite import SqliteDatabase, connect
from bot.storage.store import hold, is_postgres

PASSING: Final = ("lead:", "alive", "written")  # values that mean something only to the processes of one store
PAGE: Final = 2_000


class Copyable(Preparable, Protocol):
    """A database that can be read whole, or filled."""

    def pages(self, table: str, size: int) -> Iterator[list[tuple[int, str]]]:
        """Every row in order, so many at a time."""

    def load(self, table: str, rows: Sequence[tuple[int, str]]) -> None:
        """Insert rows under their ids, which no later document gets."""

    def wipe(self, table: str) -> None:
        """Remove every row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """How many rows of each table were copied."""

    rows: dict[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.rows.values())


def copy(source: Copyable, target: Copyable, specs: Sequence[TableSpec], *, over: bool = False) -> Copied:
    """Fill the target from one state of the source, in one transaction; StoreError where it is not empty.

    `over` empties it first.
    """
    source.begin()
    target.begin()
    try:
        _make_room(target, specs, over=over)
        copied = Copied(rows={spec.name: _table(source, target, spec.name) for spec in specs})
        target.commit()
    except BaseException:
        target.roll_back()
        raise
    finally:
        source.roll_back()
    return copied


def _make_room(target: Copyable, specs: Sequence[TableSpec], *, over: bool) -> None:
    for spec in specs:
        if over:
            target.wipe(spec.name)
        elif target.count(spec.name):
            raise StoreError("the target is not empty: give a new file or an empty database")


def _table(source: Copyable, target: Copyable, name: str) -> int:
    count = 0
    for page in source.pages(name, PAGE):
        kept = [row for row in page if name != "values" or not _passing(row[1])]
        target.load(name, kept)
        count += len(kept)
    return count


def _passing(text: str) -> bool:
    return any(f'"name":"{name}' in text or f'"name": "{name}' in text for name in PASSING)


def migrate(source: str, target: str, specs: Sequence[TableSpec]) -> Copied:
    """Everything from one store into another, empty one; each is a path or a postgresql:// address."""
    if not is_postgres(source) and not Path(source).is_file():
        raise StoreError(f"there is no store {source}")
    with opened(source, specs, writable=False) as old, opened(target, specs) as new:
        return copy(old, new, specs)


def back_up(where: str, file: Path, specs: Sequence[TableSpec]) -> Copied:
    """One state of the store as a new file; a running service goes on."""
    if file.exists():
        raise StoreError(f"{file} is there already: a back-up never replaces one")
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        copied = migrate(where, str(part), specs)
        os.link(part, file)  # unlike a rename, fails where somebody else was faster
        _durable(file)
    except FileExistsError as error:
        raise StoreError(f"{file} is there already: a back-up never replaces one") from error
    finally:
        for leftover in (part, part.with_name(f"{part.name}-wal"), part.with_name(f"{part.name}-shm")):
            leftover.unlink(missing_ok=True)
    return copied


def restore(file: Path, where: str, specs: Sequence[TableSpec]) -> Copied:
    """The state of a back-up in place of the store's; StoreBusy while a service uses it. All or nothing."""
    check_file(file)
    with _alone(where), tempfile.TemporaryDirectory() as folder:
        own = shutil.copyfile(file, Path(folder, "restored"))  # it may be of an older format, and is brought up to ours
        with opened(str(own), specs, writable=False) as old, opened(where, specs) as new:
            return copy(old, new, specs, over=True)


def check_file(file: Path) -> None:
    """StoreError where the file is no whole store."""
    if not file.is_file():
        raise StoreError(f"there is no back-up {file}")
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True)) as connection:
        try:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
            connection.execute("SELECT value FROM _meta WHERE key='format'").fetchone()
        except sqlite3.Error as error:
            raise StoreError(f"{file} is no back-up of Greenroom: {error}") from error
    if found != "ok":
        raise StoreError(f"{file} is damaged: {found}")


@contextmanager
def opened(where: str, specs: Sequence[TableSpec], *, writable: bool = True) -> Iterator[Copyable]:
    """A database of the store at `where`, its tables made or migrated if need be."""
    if is_postgres(where):
        from bot.storage.lines import Lines
        from bot.storage.postgres import PostgresDatabase

        lines = Lines(where)
        try:
            prepare(PostgresDatabase(lines.mine()), specs)
            yield PostgresDatabase(lines.mine(), writable=writable)
        finally:
            lines.close()
        return
    with closing(connect(where)) as connection:
        prepare(SqliteDatabase(connection), specs)
        yield SqliteDatabase(connection, writable=writable)


@contextmanager
def _alone(where: str) -> Iterator[None]:
    """StoreBusy while a `greenroom run` uses the store."""
    if not is_postgres(where):
        release = hold(where)
        try:
            yield
        finally:
            release()
        return
    from bot.storage.lines import Lines

    lines = Lines(where)
    try:
        others = lines.mine().execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND application_name = 'greenroom' AND pid <> pg_backend_pid()"
        )
        if (row := others.fetchone()) and row[0]:
            raise StoreBusy(f"{row[0]} connections of Greenroom are open on this database; stop every `run` first")
        yield
    finally:
        lines.close()


def _durable(file: Path) -> None:
    for place in (file, file.parent):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
