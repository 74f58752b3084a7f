"""The bot with one of its promises broken: each of these must be caught by the simulation, or the simulation is worth nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from bot.ats import connection
from bot.ats.arrivals import Arrivals
from bot.ats.sight import remember
from bot.ats.write import ActivityDelivery, DocumentDelivery
from bot.deliveries import CardDelivery, PdfDelivery
from bot.notices import NoticeDelivery
from bot.outbox import claim, deliver
from bot.outbox.deliver import Outbox
from bot.outbox.delivery import Deliverer, Delivery
from bot.outbox.rates import Rates
from bot.sms import gate, reconcile, send
from bot.sms.gate import TextGate
from bot.sms.reconcile import Reconcile
from bot.sms.send import Texts
from bot.storage.repositories import Repositories
from screening import screener
from screening.duties import release
from screening.duties.release import Asked, Drop, Send
from screening.duties.window import Window
from screening.screening import Message
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
        listed = await self._list(0, to=delivery.payload["to"])
        return next((str(m.sid) for m in reversed(listed) if m.body == delivery.payload["body"]), None)

    return [(Texts, "look_up", look_up), (deliver, "taken", lambda *_: False)]


def _no_lease() -> list[Change]:
    return [(claim, "LEASE", 10**12)]


def _gate_at_enqueue() -> list[Change]:
    return [(TextGate, "__call__", lambda self, tables, row, now: Send())]


def _token_per_process() -> list[Change]:
    return [(connection, "StoredKeeper", lambda *_: MemoryKeeper())]


def _asked_without(**facts: Any) -> Callable[[], list[Change]]:
    """The gate as if these were always so."""
    decided = release.release

    def forgetful(asked: Asked, window: Any, now: int) -> Any:
        return decided(replace(asked, **facts), window, now)

    return lambda: [(gate, "release", forgetful)]


def _never_found(way: type[Any]) -> Callable[[], list[Change]]:
    async def nothing(self: Any, *given: Any) -> None:
        return None

    return lambda: [(way, "look_up", nothing)]


def _mark_then_send() -> list[Change]:
    deliver_it = Outbox._deliver

    async def mark_first(self: Outbox, d: Delivery) -> None:
        if not d.again:
            await self._store.run(lambda t: t["outbox"].update({"state": "done", "due": None}, doc_ids=[d.row]))
        await deliver_it(self, d)

    return [(Outbox, "_deliver", mark_first)]


def _hours(first: int, last: int) -> Callable[[], list[Change]]:
    def inside(self: Window, now: int, zone: str) -> bool:
        return first <= datetime.fromtimestamp(now / 1000, ZoneInfo(zone)).hour < last

    return lambda: [(Window, "holds", inside)]


def _words_for_ids() -> list[Change]:
    first_seen = Repositories.first_seen

    def by_words(self: Repositories, sid: str, phone: str, text: str, at: int) -> bool:
        if any(row["text"] == text for row in self.tables["texts"].find(phone=phone)):
            return False
        return first_seen(self, sid, phone, text, at)

    return [(Repositories, "first_seen", by_words)]


def _first_page() -> list[Change]:
    """Where a page has two texts."""
    return [(send, "MOST", 2)]


def _no_overlap() -> list[Change]:
    return [(reconcile, "OVERLAP", 0)]


def _mark_before_hearing() -> list[Change]:
    run_once = Reconcile.run_once

    async def moved(self: Reconcile) -> None:
        at = self._now() + reconcile.OVERLAP
        await self._store.run(lambda t: self._records(t).set_value("texts-cursor", at=at))
        await run_once(self)
        await self._store.run(lambda t: self._records(t).set_value("texts-cursor", at=at))

    return [(Reconcile, "run_once", moved)]


def _no_lanes() -> list[Change]:
    return [(claim, "blocked", lambda *_: False)]


def _stored_apart() -> list[Change]:
    """As if a crash came between storing a text and hearing it: now and then."""
    hear = screener.hear

    def stored(records: Any, inbound: Any, *given: Any) -> str:
        if inbound.at % 5:
            return str(hear(records, inbound, *given))
        records.first_seen(inbound.sid, inbound.phone, inbound.text, inbound.at)
        return "repeat"

    return [(screener, "hear", stored)]


def _no_rate() -> list[Change]:
    return [(Rates, "__call__", lambda *_: None)]


def _opt_out_forgotten() -> list[Change]:
    return [(Repositories, "opt_out", lambda *_: None)]


def _ticked_off_first() -> list[Change]:
    """As if a crash came between ticking off who arrived and taking them: now and then."""
    take = Arrivals.take

    async def lost(self: Any, client: Any, mapping: Any, row: Any, job: Any) -> bool:
        if self._now() % 5:
            return bool(await take(self, client, mapping, row, job))
        await self._store.run(lambda t: remember(t, row, row.status_id))
        return False

    return [(Arrivals, "take", lost)]


def _whole_seconds() -> list[Change]:
    return [(Message, "said_by", Message.said_at)]


def _never_renewed() -> list[Change]:
    """And so short that a call outlasts it."""
    return [(deliver, "renew", lambda *_: []), (claim, "LEASE", 4_000)]


ALWAYS = 12  # of these, the first ones, are tried in every run of the tests; the others in campaigns
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
    "opt-outs are asked only at enqueue": _asked_without(opted_out=False),
    "the end is asked only at enqueue": _asked_without(open=True),
    "the cap is asked only at enqueue": _asked_without(started_times=()),
    "quiet hours are asked only at enqueue": _hours(0, 24),
    "the window closes an hour too late": _hours(8, 21),
    "a card is posted without a look": _never_found(CardDelivery),
    "a notice is posted without a look": _never_found(NoticeDelivery),
    "a report is uploaded without a look": _never_found(PdfDelivery),
    "an Activity is written without a look": _never_found(ActivityDelivery),
    "a document is attached without a look": _never_found(DocumentDelivery),
    "mark, then send": _mark_then_send,
    "texts are known by their words": _words_for_ids,
    "the list's second page is not read": _first_page,
    "two readings of the list do not overlap": _no_overlap,
    "the list's mark moves before it is heard": _mark_before_hearing,
    "texts of one phone overtake each other": _no_lanes,
    "a text is stored and heard in two transactions": _stored_apart,
    "texts go out at any rate": _no_rate,
    "an opt-out is followed and not remembered": _opt_out_forgotten,
    "whoever arrives is ticked off before they are taken": _ticked_off_first,
    "a claim is not renewed while the call lasts": _never_renewed,
    "the fractions of a second that Twilio's list drops are forgotten": _whole_seconds,
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
