"""The bot with one of its promises broken: each of these must be caught by the simulation, or the simulation is worth nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from bot.ats import connection
from bot.ats.write import ActivityDelivery
from bot.deliveries import CardDelivery, PdfDelivery
from bot.notices import NoticeDelivery
from bot.outbox import claim, deliver
from bot.outbox.deliver import Outbox
from bot.outbox.delivery import Deliverer, Delivery
from bot.sms.gate import TextGate
from bot.sms.reconcile import Reconcile
from bot.sms.send import Texts
from bot.storage.repositories import Repositories
from screening.duties import release
from screening.duties.release import Asked, Drop, Send
from tracker.auth import MemoryKeeper

Change = tuple[Any, str, Any]


def _send_then_mark() -> list[Change]:
    async def call_again(self: Outbox, way: Deliverer, d: Delivery) -> str:
        return await way.call(d)

    return [(Outbox, "_found", call_again)]


def _no_poll() -> list[Change]:
    async def nothing(self: Reconcile) -> None:
        return None

    return [(Reconcile, "run_once", nothing)]


def _stale_list_ignored() -> list[Change]:
    ways = (Texts, CardDelivery, PdfDelivery, NoticeDelivery, ActivityDelivery)
    return [(way, "stale_ms", 0) for way in ways]


def _no_dedupe() -> list[Change]:
    def first_seen(self: Repositories, sid: str, phone: str, text: str, at: int) -> bool:
        self.tables["texts"].insert_once({"sid": sid, "phone": phone, "text": text, "at": at})
        return True

    return [(Repositories, "first_seen", first_seen)]


def _timer_without_turn() -> list[Change]:
    forbidden = release._forbidden

    def of_any_turn(a: Asked) -> Drop | None:
        return forbidden(replace(a, turn=a.now_turn))

    return [(release, "_forbidden", of_any_turn)]


def _adopts_older() -> list[Change]:
    async def look_up(self: Texts, delivery: Delivery, taken: frozenset[str]) -> str | None:
        listed = await self._list(to=delivery.payload["to"])
        return next((str(m.sid) for m in reversed(listed) if m.body == delivery.payload["body"]), None)

    return [(Texts, "look_up", look_up), (deliver, "taken", lambda *_: False)]


def _no_lease() -> list[Change]:
    return [(claim, "LEASE", 10**12)]


def _gate_at_enqueue() -> list[Change]:
    return [(TextGate, "__call__", lambda self, tables, row, now: Send())]


def _token_per_process() -> list[Change]:
    return [(connection, "StoredKeeper", lambda *_: MemoryKeeper())]


MUTANTS: dict[str, Callable[[], list[Change]]] = {
    "send, then mark": _send_then_mark,
    "no poll of Twilio's list": _no_poll,
    "a stale list is believed": _stale_list_ignored,
    "repeats are heard again": _no_dedupe,
    "a timer without its turn": _timer_without_turn,
    "a look-up adopts an older equal text": _adopts_older,
    "a claim without lease": _no_lease,
    "the gate asked only at enqueue": _gate_at_enqueue,
    "the token exchanged per process": _token_per_process,
}


@contextmanager
def broken(name: str) -> Iterator[None]:
    """With that promise broken."""
    patches = [patch.object(thing, attribute, value) for thing, attribute, value in MUTANTS[name]()]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()
