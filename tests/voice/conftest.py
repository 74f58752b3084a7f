"""A house with a telephone, one for each test."""

from pathlib import Path

import pytest

from tests.voice.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(folder=tmp_path / "recordings")
