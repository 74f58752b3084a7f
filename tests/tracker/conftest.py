"""The small Tracker, and clients of it."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.tracker.small import SmallTracker
from tests.tracker.small_older import KEYS, TOKEN
from tracker.auth import WidgetCredentials
from tracker.client import TrackerClient

REST, OLDER = "https://rest.test", "https://older.test"


class Naps:
    """Stands for sleeping; keeps how long each nap would have been."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Take no time."""
        self.taken.append(seconds)


@pytest.fixture
def small() -> SmallTracker:
    """A Tracker with one open job and three applicants."""
    tracker = SmallTracker()
    tracker.add_job(1020)
    for person in (2001, 2002, 2003):
        tracker.apply(1020, person)
    return tracker


@pytest.fixture
def naps() -> Naps:
    """The sleeps that were asked for."""
    return Naps()


@pytest.fixture
def connect(small: SmallTracker, naps: Naps) -> Callable[..., TrackerClient]:
    """Makes clients of the small Tracker."""

    def make(**more: Any) -> TrackerClient:
        settings: dict[str, Any] = {"access_token": TOKEN, "widget_url": OLDER, **more}
        transport = httpx.MockTransport(small)
        return TrackerClient(base_url=REST, transport=transport, sleep=naps, **settings)

    return make


@pytest.fixture
def client(connect: Callable[..., TrackerClient]) -> TrackerClient:
    """A client with an access token."""
    return connect()


@pytest.fixture
def keys() -> WidgetCredentials:
    """What the older API takes."""
    return KEYS
