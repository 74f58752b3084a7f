"""Connections to PostgreSQL: one for each thread that asks, made anew where it was lost."""

import threading
import time
from typing import Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bot.errors import StoreAway, StoreError

PATIENCE: Final = 10.0  # seconds for which we try to connect; Twilio waits 15 for its answer
PAUSE: Final = 0.2  # seconds between two attempts
FOR_GOOD: Final = ("password authentication failed", "does not exist", "no pg_hba.conf entry")
OPTIONS: Final = {
    "connect_timeout": 5,
    "application_name": "greenroom",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    # a process that hangs in mid-transaction must not keep its rows from the others
    "options": "-c idle_in_transaction_session_timeout=30s -c lock_timeout=20s",
}


class Lines:
    """The connections of one process to one database."""

    def __init__(self, where: str, *, patience: float | None = None) -> None:
        try:
            given: dict[str, Any] = {**OPTIONS, **conninfo_to_dict(where)}
        except psycopg.Error as error:
            raise StoreError(f"GREENROOM_STORE cannot be read as an address of PostgreSQL: {error}") from error
        host = given.get("host", "localhost")
        self.place = f"{host}:{given.get('port', 5432)}/{given.get('dbname', '')}"  # without user or password
        self._where = make_conninfo(**given)
        self._patience = PATIENCE if patience is None else patience
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._every: set[psycopg.Connection[Any]] = set()

    def mine(self) -> psycopg.Connection[Any]:
        """This thread's connection; StoreAway where PostgreSQL does not answer for `patience` seconds."""
        connection: psycopg.Connection[Any] | None = getattr(self._mine, "connection", None)
        if connection is None or connection.closed:
            self.drop()
            connection = self._mine.connection = self._connect()
            with self._lock:
                self._every.add(connection)
        return connection

    def drop(self) -> None:
        """Let go of this thread's connection."""
        connection: psycopg.Connection[Any] | None = getattr(self._mine, "connection", None)
        self._mine.connection = None
        if connection is not None:
            connection.close()
            with self._lock:
                self._every.discard(connection)

    def close(self) -> None:
        """Let go of every connection; nobody asks any more."""
        with self._lock:
            for connection in self._every:
                connection.close()
            self._every.clear()

    def _connect(self) -> psycopg.Connection[Any]:
        until = time.monotonic() + self._patience
        while True:
            try:
                return psycopg.connect(self._where, autocommit=True, prepare_threshold=2)
            except psycopg.OperationalError as error:
                hopeless = any(words in str(error) for words in FOR_GOOD)
                if hopeless or time.monotonic() > until:
                    raise StoreAway(f"PostgreSQL at {self.place} cannot be used: {last_line(error)}") from error
            time.sleep(PAUSE)


def last_line(error: Exception) -> str:
    """What PostgreSQL or libpq says, in one line."""
    if isinstance(error, psycopg.Error) and error.diag.message_primary:
        return error.diag.message_primary
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
