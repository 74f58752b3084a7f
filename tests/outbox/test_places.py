"""A message that may have been posted is looked for where it was posted, not where it would go today."""

from types import SimpleNamespace
from typing import Any

import pytest

from bot.deliveries import CardDelivery
from bot.notices import NoticeDelivery
from bot.outbox.delivery import Delivery
from bot.outbox.places import Places
from bot.slack.faults import MessageGone
from bot.slack.post import SlackPost
from bot.storage.store import Store
from screening.errors import Fate, PortFailed
from tests.outbox.yard import Yard

NOTICE = "notice:GR-1"


class LateSlack(SlackPost):
    """Every post arrives, and none is answered. `gone`: threads whose head was deleted."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, str, str]] = []
        self.gone: set[str] = set()

    async def post(self, channel: str, text: str, blocks: Any = (), metadata: str = "", **where: Any) -> Any:
        if where.get("thread_ts") in self.gone:
            raise MessageGone("the thread is gone", fate=Fate.REFUSED)
        self.posts.append((channel, where.get("thread_ts", ""), metadata))
        raise PortFailed("no answer", fate=Fate.UNKNOWN)

    async def find(self, channel: str, key: str, *, thread_ts: str = "", oldest: str = "") -> tuple[str, str] | None:
        if thread_ts in self.gone:
            raise MessageGone("the thread is gone", fate=Fate.REFUSED)
        return (channel, "9.9") if (channel, thread_ts, key) in self.posts else None


class Threads:
    """Where a notice goes: changes while its outcome is unknown."""

    def __init__(self) -> None:
        self.head = ""

    async def __call__(self, screening: str, key: str) -> str:
        return self.head


class Moved:
    """The job's results go to C2 by now."""

    async def of(self, screening: str) -> Any:
        return SimpleNamespace(mapping=SimpleNamespace(channel="C2"))


@pytest.fixture
async def store(yard: Yard) -> Store:
    await yard.order(NOTICE)
    return yard.store


def delivery(key: str = NOTICE) -> Delivery:
    payload = {"text": "asks for a person", "channel": "C1"}
    return Delivery(row=1, key=key, way="notice", payload=payload, screening="GR-1", claimed=0, tries=1, again=False)


def notices(slack: LateSlack, threads: Threads, store: Store) -> NoticeDelivery:
    return NoticeDelivery(slack, None, threads, Places(store=store))  # type: ignore[arg-type]


@pytest.mark.parametrize(("before", "after"), [("", "C1:1.1"), ("C1:1.1", "C1:2.2"), ("C1:1.1", "")])
async def test_a_notice_is_found_although_the_thread_is_another_by_now(store: Store, before: str, after: str) -> None:
    slack, threads = LateSlack(), Threads()
    threads.head = before
    with pytest.raises(PortFailed):
        await notices(slack, threads, store).call(delivery())
    threads.head = after
    assert await notices(slack, threads, store).look_up(delivery(), frozenset()) == "C1:9.9"


async def test_a_notice_whose_thread_was_deleted_is_found_in_the_channel(store: Store) -> None:
    slack, threads = LateSlack(), Threads()
    slack.gone, threads.head = {"1.1"}, "C1:1.1"
    with pytest.raises(PortFailed):
        await notices(slack, threads, store).call(delivery())
    assert slack.posts == [("C1", "", NOTICE)]
    assert await notices(slack, threads, store).look_up(delivery(), frozenset()) == "C1:9.9"


async def test_a_notice_that_was_never_posted_is_not_found(store: Store) -> None:
    assert await notices(LateSlack(), Threads(), store).look_up(delivery(), frozenset()) is None


async def test_a_card_is_looked_for_in_the_channel_that_the_job_had_then(store: Store) -> None:
    slack, places = LateSlack(), Places(store=store)
    slack.posts.append(("C1", "", NOTICE))

    async def nowhere(_: object) -> str:
        return ""

    card = CardDelivery(slack, Moved(), nowhere, nowhere, places)  # type: ignore[arg-type]
    assert await card.look_up(delivery(), frozenset()) is None
    await places.keep(NOTICE, "C1:")
    assert await card.look_up(delivery(), frozenset()) == "C1:9.9"


async def test_a_delivery_that_is_gone_keeps_no_place(store: Store) -> None:
    places = Places(store=store)
    await places.keep("notice:GR-gone", "C1:")
    assert await places.kept("notice:GR-gone") == ""
