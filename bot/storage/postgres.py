"""The statements of a table on PostgreSQL."""

from collections.abc import Sequence

from bot.errors import StoreError
from bot.storage.database import TableSpec
from bot.storage.waking import Store


def open_postgres(where: str, specs: Sequence[TableSpec]) -> Store:
    """The store behind a postgresql:// address."""
    raise StoreError("PostgreSQL is not there yet")
