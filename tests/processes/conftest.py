"""A PostgreSQL for the processes."""

from collections.abc import Iterator

import pytest

from tests.postgres import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL, durable as it comes."""
    with Server() as server:
        yield server
