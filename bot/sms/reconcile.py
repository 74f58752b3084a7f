"""Fetching Twilio's message list: no webhook is certain."""

from collections.abc import Awaitable, Callable
from functools import partial

import structlog

from bot.sms.send import Listed, Texts
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.errors import PortFailed
from screening.screener import InboundText, hear_past

log = structlog.get_logger(__name__)
OVERLAP = 600_000  # ms that two fetches share: Twilio's list lags
PAST = 7 * 86_400_000  # ms before the first fetch in which an opt-out still counts


class Reconcile:
    """The loop. Its first turn takes only opt-outs from the past."""

    def __init__(
        self,
        store: Store,
        records: Callable[[Tables], Repositories],
        texts: Texts,
        hear: Callable[[InboundText], Awaitable[None]],
        now: Callable[[], int],
    ) -> None:
        self._store, self._records, self._texts, self._hear, self._now = store, records, texts, hear, now

    async def run_once(self) -> None:
        """Everything since the cursor, overlapping by ten minutes."""
        started = self._now()
        cursor = await self._store.read(lambda t: self._records(t).value("texts-cursor"))
        began = 0 if cursor else await self._store.run(partial(self._begun, started))
        since = int(cursor["at"]) - OVERLAP if cursor else began - PAST
        for m in await self._unknown(await self._texts.inbound(since)):
            ours = bool(cursor) or m.at >= began
            at = self._now() if ours else m.at
            text = InboundText(sid=m.sid, phone=m.phone, text=m.text, at=at, media=m.media, taken=m.at)
            if ours:
                await self._hear(text)
            else:
                await self._store.run(partial(self._past, text))
        await self._store.run(lambda t: self._records(t).set_value("texts-cursor", at=started))

    async def _unknown(self, listed: list[Listed]) -> list[Listed]:
        """Most of the overlap was heard before: asked in one reading, not in a transaction for each."""

        def unknown(tables: Tables) -> list[Listed]:
            records = self._records(tables)
            return [m for m in listed if not records.knows_text(m.sid)]

        return await self._store.read(unknown)

    def _begun(self, now: int, tables: Tables) -> int:
        """When we first looked, in whole seconds as Twilio counts: what came since is heard, however late the list is read."""
        records = self._records(tables)
        if not records.value("texts-began"):
            records.set_value("texts-began", at=now // 1000 * 1000)
        return int(records.value("texts-began")["at"])

    def _past(self, text: InboundText, tables: Tables) -> None:
        hear_past(self._records(tables), text)

    async def quietly(self) -> None:
        """The first run, at start."""
        try:
            await self.run_once()
        except PortFailed as error:
            log.warning("Twilio's list could not be read", why=str(error))
