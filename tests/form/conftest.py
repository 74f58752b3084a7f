"""The form behind a real server."""

from collections.abc import Iterator

import pytest

from tests.form.served import Served


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    with Served().running() as made:
        yield made
