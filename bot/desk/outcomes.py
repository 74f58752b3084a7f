"""Results as recruiters ask for them: the card again, a recording made elsewhere, the report, writing back by hand."""

from urllib.parse import urlsplit

from bot.deliveries import order_card, order_report, result_of
from bot.desk.base import DeskBase, no
from bot.results import Result
from bot.slack.desk import Actor, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.errors import PortFailed
from screening.screener import order_writing

LONGEST_LINK = 500


class Outcomes(DeskBase):
    """What is known of a screening, shown or sent once more."""

    async def _result(self, screening: str) -> Result | None:
        try:
            return await self.results.of(screening)
        except PortFailed:
            return None

    async def _theirs(self, actor: Actor, screening: str) -> Result | Said:
        """The result, where there is one that the actor may see."""
        r = await self._result(screening)
        if r is None:
            return no(f"There is no screening {escape(screening)}.")
        return await self.may(actor, r.mapping.channel if r.mapping else "") or r

    async def result(self, actor: Actor, screening: str, link: str) -> Said:
        """The card again, or a link to a recording made elsewhere."""
        r = await self._theirs(actor, screening.upper())
        if isinstance(r, Said):
            return r
        if not link:
            shown = result_of(r, "")
            return Said(text=shown) if isinstance(shown, str) else Said(text=r.screening.id, card=shown)
        if not _is_link(link):
            return no(f"Give a whole https:// address of at most {LONGEST_LINK} characters.")
        if r.screening.open:
            return no(f"{r.screening.id} is still being screened; add the recording when it has ended.")
        added = await self.store.run(lambda t: self._link(t, r.screening.id, link))
        return Said(text=f"The recording is added to {r.screening.id}.") if added else no("It has that recording.")

    def _link(self, tables: Tables, id: str, link: str) -> bool:
        records, now = self.records(tables), self.now()
        s = records.screening(id)
        if s is None or link in s.links:
            return False
        s = s.having(links=(*s.links, link), revision=s.revision + 1)
        records.save(s)
        order_report(records, s, after=order_card(records, s, now), now=now)
        order_writing(records, s, s.revision, True, now)
        return True

    async def push(self, actor: Actor, screening: str, job: str) -> Said:
        """Write back by hand; a second time does nothing."""
        r = await self._theirs(actor, screening.upper())
        if isinstance(r, Said):
            return r
        s = r.screening
        if s.open:
            return no(f"{s.id} has no result yet.")
        if job and job != str(s.job.id):
            return no(f"{s.id} is about job {s.job.id}; it is written there.")
        if await self.store.read(lambda t: _written(t, s.id, s.revision)):
            return Said(text=f"{s.id} is in Tracker already, and is not written twice.")
        await self.store.run(lambda t: order_writing(self.records(t), s, s.revision, True, self.now()))
        return Said(text=f"{s.id} is on its way to Tracker; what is there already is not written twice.")

    async def report(self, actor: Actor, screening: str) -> Said:
        """Where the report is; one that was never delivered is sent again."""
        r = await self._theirs(actor, screening)
        if isinstance(r, Said):
            return r
        state = await self.store.run(lambda t: self._report(t, r))
        if state == "done":
            return Said(text=f"The report *{escape(r.file)}* is in the thread of the result.")
        return Said(text=f"The report *{escape(r.file)}* is on its way into the thread of the result.")

    def _report(self, tables: Tables, r: Result) -> str:
        """The state of its delivery; a parked one is ordered anew."""
        s, records = r.screening, self.records(tables)
        rows = [row for row in tables["outbox"].find(screening=s.id) if row["way"] == "pdf"]
        mine = [row for row in rows if row["payload"]["revision"] == s.revision]
        if any(row["state"] == "done" for row in mine):
            return "done"
        if all(row["state"] == "parked" for row in mine):
            first = next((row["key"] for row in tables["outbox"].find(screening=s.id) if row["way"] == "card"), "")
            order_report(records, s, after=first, now=self.now(), again=len(mine))
        return "new"


def _is_link(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.netloc) and len(link) <= LONGEST_LINK


def _written(tables: Tables, id: str, revision: int) -> bool:
    row = tables["outbox"].first(key=f"activity:{id}:{revision}")
    return row is not None and row["state"] == "done"
