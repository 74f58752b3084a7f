"""Results as recruiters ask for them: the card again, a recording made elsewhere, the report, writing back by hand."""

from bot.ats.waiting import leave
from bot.ats.writing import RECORDS
from bot.deliveries import order_report, result_of
from bot.desk.base import DeskBase, no
from bot.links import why_not_outside
from bot.results import OFF, Result, written_of
from bot.slack.desk import Actor, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.errors import PortFailed
from screening.events import Linked
from screening.ordering import order_writing
from screening.screener import apply
from screening.screening import Screening

AS = {
    "candidate": "on the candidate", "contact": "as a contact", "lead": "as a lead", "job": "on the job alone",
}  # fmt: skip


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
            return await self._again(r)
        if wrong := why_not_outside(link, self.config.public_url):
            return no(wrong)
        if r.screening.open:
            return no(f"{r.screening.id} is still being screened; add the recording when it has ended.")
        if link in r.screening.links:
            return no(f"{r.screening.id} has that recording.")
        await self.store.run(lambda t: self._link(t, r.screening.id, link))
        return Said(text=f"The recording is added to {r.screening.id}.")

    async def _again(self, r: Result) -> Said:
        """The card, with new links in place of those that play no more."""
        if self.links is not None and await self.store.run(lambda t: self._renew(t, r.screening.id)):
            r = await self.results.of(r.screening.id)
        shown = result_of(r, "")
        return Said(text=shown) if isinstance(shown, str) else Said(text=r.screening.id, card=shown)

    def _renew(self, tables: Tables, id: str) -> bool:
        records = self.records(tables)
        s = records.screening(id)
        links = self.links.renewed(tables, s.links, self.now()) if s and self.links else ()
        if s is None or links == s.links:
            return False
        records.save(s.having(links=links))
        return True

    def _link(self, tables: Tables, id: str, link: str) -> None:
        records = self.records(tables)
        s = records.screening(id)
        if s is not None:
            apply(records, s, Linked(link=link), self.now())

    async def push(self, actor: Actor, screening: str, job: str) -> Said:
        """Write back by hand; a second time does nothing. `job` may be what this one is written as instead: a contact, ..."""
        r = await self._theirs(actor, screening.upper())
        if isinstance(r, Said):
            return r
        s = r.screening
        kind = job if job in (*RECORDS, OFF) else ""
        if s.open and not kind:
            return no(f"{s.id} has no result yet.")
        if job and not kind and job != str(s.job.id):
            return no(f"{s.id} is about job {s.job.id}; it is written there.")
        if await self.store.read(lambda t: written_of(t, s.id, s.revision).state) == "written":
            return Said(text=f"{s.id} is in Tracker already, and is not written twice.")
        await self.store.run(lambda t: self._written_as(t, s, kind))
        if kind == OFF:
            return Said(text=f"{s.id} is not written to Tracker; `push {s.id} as=candidate` does it after all.")
        if s.open:
            return Said(text=f"When {s.id} ends, it is written {AS[kind]}.")
        await self.store.run(lambda t: self._order_push(t, s))
        return Said(text=f"{s.id} is on its way to Tracker; what is there already is not written twice.")

    def _written_as(self, tables: Tables, s: Screening, kind: str) -> None:
        """What this one person is written as; a push without a word lifts that they are not."""
        records, name = self.records(tables), f"as:{s.id}"
        if kind or records.value(name).get("record") == OFF:
            records.set_value(name, record=kind)
        if kind == OFF:
            leave(tables, s.id, "not to be written, as somebody chose", code=OFF)

    def _order_push(self, tables: Tables, s: Screening) -> None:
        """Ordered; what was refused before is looked up, and made again where it is missing."""
        for way in ("activity", "document"):
            row = tables["outbox"].first(key=f"{way}:{s.id}:{s.revision}")
            if row is not None and row["state"] in ("parked", "dropped"):
                blind = way == "document" and not self.connection.credentials.access_token  # cannot be looked up there
                state, claimed = ("new", None) if blind else ("claimed", row["claimed"] or self.now())
                again = {"state": state, "due": self.now(), "tries": 0, "claimed": claimed}
                tables["outbox"].update(again, doc_ids=[row.doc_id])
        order_writing(self.records(tables), s, s.revision, True, self.now())

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
        if all(row["state"] in ("parked", "dropped") for row in mine):
            first = next((row["key"] for row in tables["outbox"].find(screening=s.id) if row["way"] == "card"), "")
            order_report(records, s, after=first, now=self.now(), again=len(mine))
        return "new"
