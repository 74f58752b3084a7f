"""The one client for Tracker: whoever asks first, everybody gets it whole."""

import asyncio
from typing import Any

from bot.ats.connection import Connection
from tests.ats.conftest import House


class Breathing:
    """A store that lets others run before it answers, as a real one does."""

    def __init__(self, store: Any) -> None:
        self._store = store

    async def read(self, look: Any) -> Any:
        await asyncio.sleep(0)
        return await self._store.read(look)


async def test_who_asks_while_the_client_is_being_made_gets_it_too(house: House) -> None:
    fresh = Connection(
        store=Breathing(house.store),  # type: ignore[arg-type]
        keyring=house.connection._keyring,
        rest_url="https://rest.test",
        widget_url="https://widget.test",
        per_minute=60,
        now=house.connection._now,
    )
    clients = await asyncio.gather(*(fresh.client() for _ in range(5)))
    assert clients[0] is not None
    assert {id(client) for client in clients} == {id(clients[0])}


async def test_after_disconnecting_there_is_none(house: House) -> None:
    assert await house.connection.client() is not None
    await house.connection.forget()
    assert await house.connection.client() is None
