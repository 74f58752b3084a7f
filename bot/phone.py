"""What follows from calls and recordings in our records: each webhook and each fetched recording in one transaction."""

from collections.abc import Callable
from typing import Final

import structlog

from bot.links import Links
from bot.outbox.delivery import Delivery
from bot.outbox.endings import adopted
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from bot.voice.recordings import SID, Twilio
from bot.voice.twiml import Place, hang_up, render
from bot.web.calls import Told
from screening import screener
from screening.calls import Call
from screening.channels.joining import call_of
from screening.channels.on_the_phone import is_news
from screening.events import Called, CalledIn, CallEnded, Recorded, Spoke, Worded
from screening.ports import Order
from screening.screening import Screening

log = structlog.get_logger(__name__)
NEVER: Final = "never"


class Phone:
    """Answers Twilio about calls."""

    def __init__(
        self,
        *,
        store: Store,
        records: Callable[[Tables], Repositories],
        twilio: Twilio,
        public_url: str,
        now: Callable[[], int],
    ) -> None:
        self._store, self._records, self._twilio = store, records, twilio
        self._public, self._now = public_url, now

    async def speak(self, screening: str, event: Spoke) -> str:
        """Follow what was heard once, and say what the call is at."""
        s = await self._store.run(lambda t: self._spoke(t, screening, event))
        call = s.call(event.call) if s else None
        if call is None or not call.prompts or call.sid != event.sid:
            return hang_up()
        step = min(event.step, len(call.prompts) - 1)
        return render(call.prompts[step], step, Place(public=self._public, screening=screening, call=event.call))

    def _spoke(self, tables: Tables, screening: str, event: Spoke) -> Screening | None:
        records = self._records(tables)
        s = records.screening(screening)
        if s is None or not event.sid or not is_news(s, event):
            return s
        row = tables["outbox"].first(key=f"call:{screening}:{event.call}")
        if row is not None and row["state"] == "claimed":
            adopted(
                tables, row.doc_id, event.sid
            )  # the call proves itself, even where the answer to its making was lost
        return screener.apply(records, s, event, self._now())

    async def called_in(self, phone: str, sid: str) -> str:
        """What a candidate who calls us hears; empty where there is no interview to join."""
        screening = await self._store.run(lambda t: self._joined(t, phone, sid)) if sid else ""
        if not screening:
            return ""
        s = await self._store.read(lambda t: self._records(t).screening(screening))
        call = call_of(s, sid) if s else None
        return await self.speak(screening, Spoke(call=call.number, step=0, sid=sid)) if call else ""

    def _joined(self, tables: Tables, phone: str, sid: str) -> str:
        """The screening whose interview this call is from now on."""
        records = self._records(tables)
        s = records.open_of_phone(phone) if phone else None
        if s is None:
            return ""
        if call_of(s, sid) is None:
            s = screener.apply(records, s, CalledIn(sid=sid), self._now())
        return s.id if call_of(s, sid) else ""

    async def over(self, phone: str, sid: str, how: str) -> None:
        """A call that a candidate made is over; one of nobody we know is nobody's."""

        def end(tables: Tables) -> None:
            s = self._records(tables).latest_of_phone(phone) if phone else None
            call = call_of(s, sid) if s else None
            if s is not None and call is not None:
                ended = CallEnded(call=call.number, how=how, sid=sid)
                screener.apply(self._records(tables), s, ended, self._now())

        await self._store.run(end)

    async def follow(self, screening: str, event: CallEnded | Worded, call_sid: str) -> None:
        """A call is over, or words have come: taken only from the call's own id."""
        await self._store.run(lambda t: self._follow(t, screening, event, call_sid))

    def _follow(self, tables: Tables, screening: str, event: CallEnded | Worded, call_sid: str) -> None:
        found = self._call(tables, screening, event.call, call_sid)
        if found is not None:
            screener.apply(self._records(tables), found[0], event, self._now())

    def _call(self, tables: Tables, screening: str, number: int, sid: str) -> tuple[Screening, Call] | None:
        """The screening and the call, where that call has this id, or none yet."""
        s = self._records(tables).screening(screening)
        call = s.call(number) if s else None
        if s is None or call is None or not sid or call.sid not in ("", sid):
            log.warning("a webhook speaks of a call that is not ours", screening=screening, call=number)
            return None
        return s, call

    async def recording(self, screening: str, told: Told) -> None:
        """A recording is to be fetched, or will never come. One of another host is not touched."""
        await self._store.run(lambda t: self._told(t, screening, told))

    async def found(self, screening: str, call: int, sids: tuple[str, ...]) -> None:
        """Recordings that nobody told us of: fetched like any other; what was fetched before is not fetched again."""

        def take_up(tables: Tables) -> None:
            s = self._records(tables).screening(screening)
            known = s.call(call) if s else None
            for sid in sids if known and known.consent == "yes" else ():
                self._records(tables).order(_fetching(sid, screening, call, whole=False), self._now())

        await self._store.run(take_up)

    def _told(self, tables: Tables, screening: str, told: Told) -> None:
        found = self._call(tables, screening, told.call, told.call_sid)
        if found is None:
            return
        records, now, s = self._records(tables), self._now(), found[0]
        if not told.there:
            name = told.sid or f"{NEVER}-{len(found[1].arrived) + 1}"
            screener.apply(records, s, Recorded(call=told.call, recording=name), now)
        elif found[1].consent != "yes":
            log.warning("a recording without consent is not fetched", screening=screening)
            records.order(_deletion(told.sid, screening), now)
        elif SID.fullmatch(told.sid) and self._twilio.ours(told.url):
            records.order(_fetching(told.sid, screening, told.call, whole=told.whole), now)
        else:
            text = f"A recording of {screening} is said to lie on another host than Twilio's; it is not fetched."
            records.order(
                Order(key=f"ops:foreign:{screening}:{told.call}", way="ops", lane="ops", payload={"text": text}), now
            )


def _fetching(sid: str, screening: str, call: int, *, whole: bool) -> Order:
    lane = f"recording:{sid}"
    payload = {"sid": sid, "call": call, "whole": whole}
    return Order(key=lane, way="recording", lane=lane, payload=payload, screening=screening)


def _deletion(sid: str, screening: str) -> Order:
    lane = f"unrecord:{sid}"
    return Order(key=lane, way="unrecord", lane=lane, payload={"sid": sid}, screening=screening)


class PhoneMarks:
    """What follows from a call that was placed or refused, and from a recording that is here or will never be."""

    def __init__(self, records: Callable[[Tables], Repositories], links: Links) -> None:
        self._records, self._links = records, links

    def marked(self, tables: Tables, d: Delivery, id: str, at: int) -> None:
        """It is done."""
        records = self._records(tables)
        s = records.screening(d.screening)
        if d.way == "call" and s is not None:
            screener.apply(records, s, Called(call=int(d.payload["call"]), sid=id), at)
        elif d.way == "recording":
            records.order(_deletion(str(d.payload["sid"]), d.screening), at)
            if s is not None:
                self._kept(tables, s, d, at)

    def _kept(self, tables: Tables, s: Screening, d: Delivery, at: int) -> None:
        sid, number = str(d.payload["sid"]), int(d.payload["call"])
        call = s.call(number)
        if call is None or sid in call.arrived:
            return
        link = self._links.make(tables, s.id, sid, at)
        kept = Recorded(call=number, recording=sid, link=link, whole=bool(d.payload["whole"]))
        screener.apply(self._records(tables), s, kept, at)

    def refused(self, tables: Tables, d: Delivery, why: str, at: int) -> None:
        """It will not be done."""
        records = self._records(tables)
        s = records.screening(d.screening)
        if s is None:
            return
        number = int(d.payload.get("call", 0))
        if d.way == "call":
            screener.apply(records, s, CallEnded(call=number, how="failed", why=why), at)
        elif d.way == "recording":
            screener.apply(records, s, Recorded(call=number, recording=str(d.payload["sid"])), at)
