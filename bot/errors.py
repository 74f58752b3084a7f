"""The bot's errors.

BotError
├ SettingsError (problems)
├ SignatureError
├ CommandError (text for the user)
├ StoreError
│  ├ StoreBusy
│  ├ StoreNewer
│  ├ StoreReadOnly
│  ├ StoreClosed
│  ├ StoreAway
│  ├ StoreUnclear
│  └ Duplicate
└ KeysError
"""

from collections.abc import Sequence


class BotError(Exception):
    """Anything that the edge refuses; the message is for the person who reads it."""


class SettingsError(BotError):
    """Settings that cannot be used; `problems` holds every one found."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


class SignatureError(BotError):
    """A request whose signature does not fit."""


class CommandError(BotError):
    """A command that cannot be done; the message is shown to its user."""


class StoreError(BotError):
    """The store could not do what it was asked."""


class StoreBusy(StoreError):
    """Another Greenroom is running on this store."""


class StoreNewer(StoreError):
    """The store was written by a newer Greenroom."""


class StoreReadOnly(StoreError):
    """A write inside `Store.read`."""


class StoreClosed(StoreError):
    """The store has been closed."""


class StoreAway(StoreError):
    """The database does not answer."""


class StoreUnclear(StoreError):
    """The connection was lost while committing: whether the transaction happened is not known."""


class Duplicate(StoreError):
    """A unique field already has this value in another document."""


class KeysError(BotError):
    """The keys in the store cannot be opened, or cannot open this."""
