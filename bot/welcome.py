"""The welcome: each admin gets one direct message, ever: what Greenroom does, what to do next, where help is."""

from collections.abc import Callable

from bot.outbox.delivery import Delivery
from bot.settings import Settings
from bot.slack import cards
from bot.slack.post import SlackPost
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.ports import Order


async def welcome(
    store: Store, records: Callable[[Tables], Repositories], settings: Settings, now: Callable[[], int]
) -> None:
    """Orders the message for every admin who never got it."""

    def order(tables: Tables) -> None:
        for admin in sorted(settings.admins):
            key = f"welcome:{admin}"
            records(tables).order(Order(key=key, way="welcome", lane=key, payload={"user": admin}), now())

    await store.run(order)


class WelcomeDelivery:
    """The direct message."""

    stale_ms = 1_500

    def __init__(self, post: SlackPost, slash: str) -> None:
        self._post, self._slash = post, slash

    async def call(self, d: Delivery) -> str:
        """Post it."""
        place = await self._post.open_dm(d.payload["user"])
        return ":".join(await self._post.post(place, *cards.welcome(self._slash), metadata=d.key))

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """By the key in its metadata."""
        found = await self._post.find(await self._post.open_dm(d.payload["user"]), d.key)
        return ":".join(found) if found else None
