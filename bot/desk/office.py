"""The desk as a whole: setting up, people, decisions, and how the office itself is doing."""

from collections import Counter
from dataclasses import dataclass

from bot.desk.authoring import AuthoringDesk
from bot.desk.backfills import Backfills
from bot.desk.base import no
from bot.desk.conversation import Conversation
from bot.desk.decisions import Decisions
from bot.desk.importing import Importing
from bot.desk.later import Later
from bot.desk.people import People
from bot.desk.reasons import Reasons
from bot.desk.setup import Setup
from bot.slack.desk import Actor, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from tracker.errors import TrackerError


@dataclass(slots=True, kw_only=True)
class Office(Setup, Backfills, People, Reasons, Decisions, Conversation, Importing, AuthoringDesk, Later):
    """Implements `bot.slack.desk.Desk`."""

    async def status(self, actor: Actor) -> Said:
        """Queue and connection."""
        connected = await self.client() is not None
        counts = await self.store.read(_counts)
        waiting = counts["new"] + counts["claimed"]
        lines = [
            f"Tracker: {'connected' if connected else 'not connected'}",
            f"Deliveries: {waiting} on their way, {counts['held']} held, {counts['parked']} need a person",
        ]
        if await self.store.read(lambda t: bool(self.records(t).value("pause").get("on"))):
            lines.append("Everything is paused; `resume` goes on.")
        return Said(text="\n".join(lines))

    async def doctor(self, actor: Actor) -> Said:
        """Is everything in order?"""
        client = await self.client()
        if client is None:
            return Said(text="Tracker: not connected. Slack: this answer reached you.")
        try:
            await client.check()
        except TrackerError as error:
            return no(
                f"Tracker: {escape(str(error))}. If the token was regenerated in Tracker, an admin connects again."
            )
        return Said(text="Tracker: in order. Slack: in order.")

    async def settings(self, actor: Actor) -> Said:
        """The effective settings, without secrets."""
        s = self.config
        rows = [
            ("brand", s.brand),
            ("window", f"{s.window.start:%H:%M}-{s.window.end:%H:%M}"),
            ("consent", s.consent),
            ("poll", f"{s.poll_seconds:g} s"),
            ("texts a day", s.daily_texts),
            ("surge", s.surge),
            ("time zone", s.time_zone),
        ]
        return Said(text="\n".join(f"• {name}: {escape(str(value))} (environment or default)" for name, value in rows))

    async def erase(self, actor: Actor, candidate: str) -> Said:
        """Remove what we hold about a candidate; the opt-out stays as a peppered hash."""
        if refused := self.rights.admin(actor):
            return refused
        if not candidate.strip().isdigit():
            return no("Give the candidate's Tracker id.")
        gone = await self.store.run(lambda t: _erase(t, int(candidate)))
        return Said(text=f"Erased: {gone} records. What Tracker, Twilio and Slack hold is theirs to erase.")

    async def export(self, actor: Actor, candidate: str) -> Said:
        """How to get everything about a candidate."""
        if refused := self.rights.admin(actor):
            return refused
        return Said(
            text=f"Run `greenroom export {escape(candidate)}` on the server: the file must not travel through Slack."
        )


def _counts(tables: Tables) -> Counter[str]:
    return Counter({state: len(tables["outbox"].find(state=state)) for state in ("new", "claimed", "held", "parked")})


def _erase(tables: Tables, candidate: int) -> int:
    rows = tables["screenings"].find(candidate=candidate)
    gone = 0
    for row in rows:
        for name, field, value in (
            ("texts", "phone", row["phone"]),
            ("outbox", "screening", row["gr"]),
            ("sent", "phone", row["phone"]),
        ):
            ids = [d.doc_id for d in tables[name].find(**{field: value})]
            tables[name].remove(doc_ids=ids)
            gone += len(ids)
        tables["screenings"].remove(doc_ids=[row.doc_id])
    for name in ("notes", "queue"):
        tables[name].remove(doc_ids=[d.doc_id for d in tables[name].find(candidate=candidate)])
    return gone + len(rows)
