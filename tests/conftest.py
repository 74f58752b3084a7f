"""A browser for the pages that candidates see, a real PostgreSQL, and logs that cost nothing."""

import os
import shutil
from collections.abc import Iterator

import pytest
import structlog
from playwright.sync_api import Browser, sync_playwright

from tests.postgres import Server


@pytest.fixture(autouse=True)
def cheap_logs() -> None:
    """structlog's own default draws each traceback with all its locals, which takes a second apiece."""
    structlog.configure(processors=[structlog.processors.format_exc_info, structlog.processors.KeyValueRenderer()])


def chromium() -> str | None:
    """Where the machine's browser is."""
    return next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")  # not longer: its event loop would be in the way of asynchronous tests
def browser() -> Iterator[Browser]:
    """Debian's Chromium; CI installs it (`make browser`), elsewhere its lack skips with that reason."""
    where = chromium()
    if where is None and not os.environ.get("CI"):
        pytest.skip("there is no Chromium: `make browser` installs it")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=where, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A real PostgreSQL, for as long as the tests run."""
    with Server("fsync=off") as server:
        yield server


@pytest.fixture
def postgres(postgres_server: Server) -> Iterator[str]:
    """The address of an empty database."""
    with postgres_server.database() as address:
        yield address
