"""A yard for each test."""

import pytest

from tests.outbox.yard import Yard


@pytest.fixture
def yard() -> Yard:
    return Yard()
