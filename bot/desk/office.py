"""The desk as a whole: setting up, people, decisions, and how the office itself is doing."""

from dataclasses import dataclass

from bot.desk.authoring import AuthoringDesk
from bot.desk.backfills import Backfills
from bot.desk.base import no
from bot.desk.conversation import Conversation
from bot.desk.decisions import Decisions
from bot.desk.health import Health
from bot.desk.home import Home
from bot.desk.importing import Importing
from bot.desk.later import Later
from bot.desk.people import People
from bot.desk.reasons import Reasons
from bot.desk.setup import Setup
from bot.desk.simulation import Simulation
from bot.slack.desk import Actor, Said
from bot.slack.text import escape
from bot.storage.store import Tables


@dataclass(slots=True, kw_only=True)
class Office(
    Setup,
    Backfills,
    People,
    Reasons,
    Decisions,
    Conversation,
    Importing,
    AuthoringDesk,
    Health,
    Home,
    Simulation,
    Later,
):
    """Implements `bot.slack.desk.Desk`."""

    async def recruiter_wrote(self, actor: Actor, thread: str, text: str, message: str) -> Said | None:
        """A message in a thread: of a simulation, or of a candidate who was taken over."""
        if await self.simulated(actor, thread, text, message):
            return None
        return await Conversation.recruiter_wrote(self, actor, thread, text, message)

    async def erase(self, actor: Actor, candidate: str) -> Said:
        """Remove what we hold about a candidate; the opt-out stays as a peppered hash."""
        if refused := self.rights.admin(actor):
            return refused
        if not candidate.strip().isdigit():
            return no("Give the candidate's Tracker id.")
        gone, files = await self.store.run(lambda t: _erase(t, int(candidate)))
        if self.recordings is not None:
            for name in files:
                (self.recordings / name).unlink(missing_ok=True)
        return Said(text=f"Erased: {gone} records. What Tracker, Twilio and Slack hold is theirs to erase.")

    async def export(self, actor: Actor, candidate: str) -> Said:
        """How to get everything about a candidate."""
        if refused := self.rights.admin(actor):
            return refused
        return Said(
            text=f"Run `greenroom export {escape(candidate)}` on the server: the file must not travel through Slack."
        )


def _erase(tables: Tables, candidate: int) -> tuple[int, list[str]]:
    """How many records went, and the files of recordings that must go too."""
    rows = tables["screenings"].find(candidate=candidate)
    gone = 0
    files = [str(k["name"]) for row in rows for k in tables["recordings"].find(screening=row["gr"])]
    for row in rows:
        for name, field, value in (
            ("texts", "phone", row["phone"]),
            ("outbox", "screening", row["gr"]),
            ("sent", "phone", row["phone"]),
            ("recordings", "screening", row["gr"]),
            ("links", "screening", row["gr"]),
            ("uses", "screening", row["gr"]),
        ):
            ids = [d.doc_id for d in tables[name].find(**{field: value})]
            tables[name].remove(doc_ids=ids)
            gone += len(ids)
        tables["screenings"].remove(doc_ids=[row.doc_id])
    for name in ("notes", "queue"):
        tables[name].remove(doc_ids=[d.doc_id for d in tables[name].find(candidate=candidate)])
    return gone + len(rows), files
