"""Results and decisions: the card again, push, advance, reject, hold, ask again, take over and hand back."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.ats.errors import translated
from bot.deliveries import card_of
from bot.desk.base import NOT_CONNECTED, DeskBase, no
from bot.results import Result
from bot.slack.desk import Actor, Choice, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from screening.errors import Fate, PortFailed
from screening.events import HandedBack, Reopened, TakenOver, Wrote
from screening.ports import Order
from screening.screener import apply, order_writing
from screening.screening import Screening


class Decisions(DeskBase):
    """A human decides, named, once."""

    async def _result(self, screening: str) -> Result | None:
        try:
            return await self.results.of(screening)
        except PortFailed:
            return None

    async def _allowed(self, actor: Actor, r: Result) -> Said | None:
        return await self.may(actor, r.mapping.channel if r.mapping else "")

    async def result(self, actor: Actor, screening: str, link: str) -> Said:
        """The card again, or a link to a recording made elsewhere."""
        r = await self._result(screening.upper())
        if r is None:
            return no(f"There is no screening {escape(screening)}.")
        if refused := await self._allowed(actor, r):
            return refused
        if link:
            if not link.startswith("https://") or len(link) > 500:
                return no("Give an https:// link.")
            await self.store.run(lambda t: self._link(t, r.screening.id, link))
            return Said(text=f"The recording is added to {r.screening.id}.")
        return Said(text=card_of(r, "")[0])

    def _link(self, tables: Tables, id: str, link: str) -> None:
        records = self.records(tables)
        s = records.screening(id)
        if s is None or link in s.links:
            return
        s = s.having(links=(*s.links, link), revision=s.revision + 1)
        records.save(s)
        now = self.now()
        key = f"card:{s.id}:{s.revision}"
        records.order(
            Order(
                key=key, way="card", lane=f"card:{s.id}", payload={"revision": s.revision, "card": True}, screening=s.id
            ),
            now,
        )
        records.order(
            Order(
                key=f"pdf:{s.id}:{s.revision}",
                way="pdf",
                lane=f"card:{s.id}",
                payload={"revision": s.revision},
                screening=s.id,
                after=key,
            ),
            now,
        )
        order_writing(records, s, s.revision, True, now)

    async def push(self, actor: Actor, screening: str, job: str) -> Said:
        """Write back by hand; a second time does nothing."""
        r = await self._result(screening.upper())
        if r is None or r.screening.open:
            return no(f"{escape(screening)} has no result yet.")
        if refused := await self._allowed(actor, r):
            return refused
        s = r.screening
        await self.store.run(lambda t: order_writing(self.records(t), s, s.revision, True, self.now()))
        return Said(text=f"{s.id} is on its way to Tracker; what is there already is not written twice.")

    async def report(self, actor: Actor, screening: str) -> Said:
        """Where the report is."""
        r = await self._result(screening)
        return (
            Said(text=f"The report {escape(r.file)} is in the thread of the result.")
            if r
            else no("There is no such screening.")
        )

    async def advance_target(self, screening: str) -> str | None:
        """Where Advance moves to, if the mapping names it."""
        r = await self._result(screening)
        return (r.mapping.advance or None) if r and r.mapping else None

    async def advance(self, actor: Actor, screening: str, revision: int, status: str) -> Said:
        """Move the stage in Tracker."""
        return await self._decide(
            actor, screening, revision, "Advanced", status or (await self.advance_target(screening) or ""), ""
        )

    async def reject(self, actor: Actor, screening: str, revision: int, status: str, note: str) -> Said:
        """Reject with a status and a note."""
        return await self._decide(actor, screening, revision, "Rejected", status, note)

    async def hold(self, actor: Actor, screening: str, revision: int) -> Said:
        """Keep for later."""
        return await self._decide(actor, screening, revision, "On hold", "", "")

    async def _decide(self, actor: Actor, screening: str, revision: int, what: str, status: str, note: str) -> Said:
        r = await self._result(screening)
        if r is None:
            return no("There is no such screening.")
        if refused := await self._allowed(actor, r):
            return refused
        if revision != r.screening.revision:
            return no(f"This card shows revision {revision}; revision {r.screening.revision} is the one to decide on.")
        when = datetime.fromtimestamp(self.now() / 1000, UTC)
        words = f"{what} by <@{actor.user}> at {when:%Y-%m-%d %H:%M} UTC" + (f": {escape(note)}" if note else "")
        before = await self.store.run(lambda t: self._claim_decision(t, screening, words))
        if before:
            return no(f"Already decided: {before}")
        if status:
            try:
                await self._move(r.screening, status)
            except PortFailed as error:
                await self.store.run(lambda t: self._undo(t, screening))
                return no(f"The stage was not moved: {escape(str(error))}")
        await self._refresh(screening)
        return Said(text=f"{what}: {escape(r.screening.candidate.name)}.")

    def _claim_decision(self, tables: Tables, id: str, words: str) -> str:
        records = self.records(tables)
        s = records.screening(id)
        if s is None or (s.decided and not s.decided.startswith("On hold")):
            return s.decided if s else "gone"
        records.save(s.having(decided=words))
        return ""

    def _undo(self, tables: Tables, id: str) -> None:
        records = self.records(tables)
        if s := records.screening(id):
            records.save(s.having(decided=""))

    async def _move(self, s: Screening, status: str) -> None:
        client = await self.client()
        if client is None:
            raise PortFailed(NOT_CONNECTED.text, fate=Fate.NOT_DONE)
        with translated(f"moving {s.candidate.name}"):
            rows = await client.metadata.statuses()
            _, _, id = status.partition(":")
            wanted = status.strip().strip('"').lower()
            found = next((x.id for x in rows if x.name.lower() == wanted or str(x.id) in (id, wanted)), None)
            if found is None:
                raise PortFailed(f"Tracker has no status {status!r}", fate=Fate.REFUSED)
            await client.applications.move(s.application, found)

    async def _refresh(self, screening: str) -> None:
        """Show the decision on the card."""
        row = await self.store.read(lambda t: t["outbox"].first(key=f"card:{screening}:1"))
        if not row or not row["provider_id"]:
            return
        channel, ts = row["provider_id"].split("#")[0].split(":", 1)
        r = await self.results.of(screening)
        text, blocks = card_of(r, "")
        await self.post.update(channel, ts, text, blocks)

    async def question_choices(self, screening: str) -> Sequence[Choice]:
        """The questions of a screening."""
        r = await self._result(screening)
        return [Choice(label=q.words(r.screening.language)[:75], value=q.key) for q in r.script.questions] if r else []

    async def ask_again(self, actor: Actor, screening: str, question: str) -> Said:
        """Reopen one question."""
        r = await self._result(screening)
        if r is None or r.script.question(question) is None:
            return no("There is no such question.")
        if refused := await self._allowed(actor, r):
            return refused
        await self.store.run(lambda t: self._event(t, screening, Reopened(question=question, by=actor.user)))
        return Said(text=f"“{escape(question)}” is asked again.")

    async def take_over(self, actor: Actor, screening: str) -> Said:
        """The bot stands still."""
        r = await self._result(screening)
        if r is None:
            return no("There is no such screening.")
        if refused := await self._allowed(actor, r):
            return refused
        await self.store.run(lambda t: self._event(t, screening, TakenOver(by=actor.user)))
        return Said(
            text=f"You have taken {escape(r.screening.candidate.name)} over: write in the thread, and it goes out as a text."
        )

    async def hand_back(self, actor: Actor, screening: str) -> Said:
        """The bot goes on."""
        r = await self._result(screening)
        if r is None:
            return no("There is no such screening.")
        if refused := await self._allowed(actor, r):
            return refused
        await self.store.run(lambda t: self._event(t, screening, HandedBack(by=actor.user)))
        return Said(text="The bot goes on where it was.")

    async def recruiter_wrote(self, actor: Actor, thread: str, text: str, message: str) -> Said | None:
        """A message in a candidate's thread becomes a text, if the conversation is taken over."""
        gr = await self.store.read(lambda t: _of_thread(t, thread))
        r = await self._result(gr) if gr else None
        if r is None or not r.screening.taken_over:
            return None
        if refused := await self._allowed(actor, r):
            return refused
        await self.store.run(
            lambda t: self._event(t, r.screening.id, Wrote(text=text[:320], by=actor.user, message=message))
        )
        return None

    def _event(self, tables: Tables, id: str, event: Reopened | TakenOver | HandedBack | Wrote) -> None:
        records = self.records(tables)
        if s := records.screening(id):
            apply(records, s, event, self.now())


def _of_thread(tables: Tables, thread: str) -> str | None:
    rows = [
        r
        for r in tables["outbox"].find(state="done")
        if r["provider_id"] and str(r["provider_id"]).split("#")[0].endswith(f":{thread}")
    ]
    return str(rows[0]["screening"]) if rows else None
