"""`greenroom backup, restore, migrate, keys`: looking after the store. Each answers with an exit code and says what it did."""

import asyncio
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from bot.errors import BotError, SettingsError
from bot.settings import StoreSettings, environment, read_store
from bot.storage.copying import Copied, back_up, migrate, restore
from bot.storage.keys import NAMES, load_keyring
from bot.storage.repositories import SPECS
from bot.storage.store import is_postgres, open_store


def backup_to(file: str) -> int:
    """`greenroom backup FILE`."""

    def act(store: StoreSettings) -> str:
        copied = back_up(store.where, Path(file), SPECS)
        return (
            f"{_counted(copied)} in {file}. The secret key is not in it: keep GREENROOM_SECRET_KEY elsewhere, without "
            "it nobody can open the tokens in this back-up. GREENROOM_DATA (recordings, reports) is not in it either."
        )

    return _told(act)


def restore_from(file: str) -> int:
    """`greenroom restore FILE`, while no service runs."""

    def act(store: StoreSettings) -> str:
        copied = restore(Path(file), store.where, SPECS)
        asyncio.run(_opened_keys(store))
        return f"{_counted(copied)} restored from {file}, and GREENROOM_SECRET_KEY opens it."

    return _told(act)


def migrate_to(source: str, target: str) -> int:
    """`greenroom migrate SOURCE TARGET`."""

    def act(_: StoreSettings) -> str:
        copied = migrate(source, target, SPECS)
        running = "" if is_postgres(source) else _running(source)
        return f"{_counted(copied)} copied; set GREENROOM_STORE to the target now. The source is as it was.{running}"

    return _told(act)


def show_keys() -> int:
    """`greenroom keys`: how far a rotation of the secret key has come."""
    return _told(lambda store: asyncio.run(_opened_keys(store)))


async def _opened_keys(settings: StoreSettings) -> str:
    store = open_store(settings.where, SPECS, exclusive=False)
    try:
        ring = await store.run(lambda t: load_keyring(t, settings.secret_keys))
    finally:
        await store.close()
    lines = [f"{name}: wrapped by the newest secret key" for name in NAMES]
    if ring.waiting:
        lines.append(f"{ring.waiting} of them needed the older secret until now and were wrapped anew.")
    if len(settings.secret_keys) > 1:
        lines.append("The older secret may be dropped once every `greenroom run` has been started with the new one.")
    return "\n".join(lines)


def _running(source: str) -> str:
    """A word of warning where a service goes on writing to the source."""
    from bot.errors import StoreBusy
    from bot.storage.store import hold

    try:
        hold(source)()
    except StoreBusy:
        return " But a `greenroom run` still uses it: what it saves from now on is not in the target. Stop it first."
    return ""


def _counted(copied: Copied) -> str:
    rows = copied.rows
    return (
        f"{copied.total} records ({rows['screenings']} screenings, {rows['texts']} texts, {rows['outbox']} deliveries)"
    )


def _told(act: Callable[[StoreSettings], str]) -> int:
    try:
        sys.stdout.write(act(read_store(environment())) + "\n")
    except SettingsError as error:
        sys.stderr.write("\n".join(error.problems) + "\n")
        return 1
    except BotError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except (OSError, sqlite3.Error) as error:
        sys.stderr.write(f"this could not be done: {error}\n")
        return 1
    return 0
