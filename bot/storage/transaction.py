"""One function in one transaction: kept whole or not at all."""

import inspect
from collections.abc import Callable
from typing import Protocol, TypeVar

from bot.storage.database import Database
from bot.storage.rows import Tables

T = TypeVar("T")


class Transactional(Database, Protocol):
    """A database that can begin and end transactions."""

    def begin(self) -> None:
        """Begin; a writer waits for its turn."""

    def commit(self) -> None:
        """Make everything durable."""

    def roll_back(self) -> None:
        """Undo everything since `begin`."""


def transact(database: Transactional, tables: Tables, fn: Callable[[Tables], T]) -> T:
    """`fn` in one transaction of its own."""
    database.begin()
    try:
        result = whole(database, tables, fn)
        database.commit()
    except BaseException:
        database.roll_back()
        raise
    return result


def snapshot(database: Transactional, tables: Tables, fn: Callable[[Tables], T]) -> T:
    """`fn` over one state of the data, on a connection that does not write."""
    database.begin()
    try:
        return whole(database, tables, fn)
    finally:
        database.roll_back()


def whole(database: Database, tables: Tables, fn: Callable[[Tables], T]) -> T:
    """The result of `fn`, if all that it did can be kept; a coroutine cannot: a transaction takes no await."""
    result = fn(tables)
    if inspect.iscoroutine(result):
        result.close()
        raise TypeError("a transaction is an ordinary function: it cannot await")
    if database.spoiled is not None:
        raise database.spoiled
    return result
