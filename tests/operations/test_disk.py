"""A store that cannot be written is told past the store: once, and again when it is mended."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.disk import SCARCE, StoreWatch
from bot.errors import StoreError
from screening.errors import Fate, PortFailed


class Slack:
    """What was posted and changed."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.up = True

    async def post(self, place: str, text: str, blocks: object, metadata: str = "") -> tuple[str, str]:
        if not self.up:
            raise PortFailed("Slack is away", fate=Fate.NOT_DONE)
        self.said.append(text)
        return place, str(len(self.said))

    async def update(self, channel: str, ts: str, text: str, blocks: object) -> None:
        self.said[int(ts) - 1] = text

    async def places(self) -> list[str]:
        return ["C0002"]


class Full:
    """A store whose disk is full while `full` is set."""

    def __init__(self) -> None:
        self.full = False

    async def run(self, fn: Callable[[Any], Any]) -> None:
        if self.full:
            raise StoreError("the store could not do this: database or disk is full")


@pytest.fixture
def slack() -> Slack:
    return Slack()


def a_watch(store: Full, slack: Slack, room: Callable[[Path], int] = lambda _: SCARCE) -> StoreWatch:
    return StoreWatch(store, Path("greenroom.db"), slack, slack.places, lambda: 0, free=room)  # type: ignore[arg-type]


async def turn(watch: StoreWatch) -> None:
    """As the scheduler does it."""
    try:
        await watch.run_once()
    except StoreError:
        return


async def test_a_full_disk_is_told_once_and_the_message_changes_when_there_is_room(slack: Slack) -> None:
    store = Full()
    watch = a_watch(store, slack)
    await turn(watch)
    store.full = True
    for _ in range(5):
        await turn(watch)
    assert len(slack.said) == 1 and "disk is full" in slack.said[0]
    store.full = False
    await turn(watch)
    assert len(slack.said) == 1 and slack.said[0].startswith("Mended: ")


async def test_a_disk_that_gets_full_is_told_before_it_is(slack: Slack) -> None:
    rooms = iter((SCARCE, SCARCE - 1, 1, SCARCE))
    watch = a_watch(Full(), slack, lambda _: next(rooms))
    for _ in range(3):
        await turn(watch)
    assert [s.partition(" has only ")[0] for s in slack.said] == [":warning: The disk of greenroom.db"]
    await turn(watch)
    assert slack.said[0].startswith("Mended: ")


async def test_what_slack_did_not_take_is_told_again(slack: Slack) -> None:
    store = Full()
    store.full, slack.up = True, False
    watch = a_watch(store, slack)
    await turn(watch)
    slack.up = True
    await turn(watch)
    assert len(slack.said) == 1
