"""Twilio's list is read beside the webhooks: what came since we began is heard, however late the first reading."""

from types import SimpleNamespace
from typing import Any

import pytest

from bot.sms.reconcile import Reconcile
from bot.storage.repositories import Repositories
from screening.errors import Fate, PortFailed
from tests.outbox.yard import NOW, Yard


class Listed:
    """Twilio's list, which may be away."""

    def __init__(self) -> None:
        self.away, self.messages = True, [self.text("before", NOW - 60_000)]

    def text(self, sid: str, at: int) -> Any:
        return SimpleNamespace(sid=sid, phone="+13125550101", text="yes", at=at, media=False)

    async def inbound(self, since: int) -> list[Any]:
        if self.away:
            raise PortFailed("Twilio's message list cannot be read", fate=Fate.NOT_DONE)
        return self.messages


async def test_a_text_that_came_while_the_first_reading_failed_is_heard(yard: Yard) -> None:
    listed, heard = Listed(), []

    async def hear(text: Any) -> None:
        heard.append(text.sid)

    reconcile = Reconcile(yard.store, lambda t: Repositories(t, b"pepper"), listed, hear, yard.clock)  # type: ignore[arg-type]
    with pytest.raises(PortFailed):
        await reconcile.run_once()
    listed.messages.append(listed.text("since", NOW + 20_000))
    listed.away, yard.now = False, NOW + 30_000
    await reconcile.run_once()
    assert heard == ["since"]


async def test_what_was_heard_before_is_not_heard_again_at_each_reading(yard: Yard) -> None:
    listed, heard = Listed(), []

    async def hear(text: Any) -> None:
        heard.append(text.sid)
        await yard.run(lambda t: Repositories(t, b"pepper").first_seen(text.sid, text.phone, text.text, text.at))

    listed.away = False
    reconcile = Reconcile(yard.store, lambda t: Repositories(t, b"pepper"), listed, hear, yard.clock)  # type: ignore[arg-type]
    await reconcile.run_once()
    listed.messages.append(listed.text("since", NOW + 20_000))
    for _ in range(2):
        yard.now += 30_000
        await reconcile.run_once()
    assert heard == ["since"]


async def test_a_text_found_late_bears_the_moment_at_which_twilio_took_it(yard: Yard) -> None:
    listed, heard = Listed(), []

    async def hear(text: Any) -> None:
        heard.append((text.at, text.taken))

    listed.away, listed.messages = False, []
    reconcile = Reconcile(yard.store, lambda t: Repositories(t, b"pepper"), listed, hear, yard.clock)  # type: ignore[arg-type]
    await reconcile.run_once()
    listed.messages.append(listed.text("since", NOW + 20_000))
    yard.now = NOW + 90_000
    await reconcile.run_once()
    assert heard == [(NOW + 90_000, NOW + 20_000)]
