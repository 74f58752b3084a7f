"""The desk as a whole: setting up, people, decisions, and how the office itself is doing."""

import asyncio
from dataclasses import dataclass

from bot.desk.authoring import AuthoringDesk
from bot.desk.base import no
from bot.desk.contacts import Contacts
from bot.desk.conversation import Conversation
from bot.desk.decisions import Decisions
from bot.desk.entrants import Entrants
from bot.desk.fairness import Fairness
from bot.desk.health import Health
from bot.desk.home import Home
from bot.desk.importing import Importing
from bot.desk.letters import Letters
from bot.desk.mapping import Mappings
from bot.desk.newyork import NewYork
from bot.desk.people import People
from bot.desk.reasons import Reasons
from bot.desk.recordings import Recordings
from bot.desk.setup import Setup
from bot.desk.simulation import Simulation
from bot.slack.desk import Actor, Said
from bot.slack.text import escape
from bot.storage.store import Tables
from bot.subjects.erase import OnHold, check_hold, erase, forgotten, remove_files
from bot.subjects.held import Held, held


@dataclass(slots=True, kw_only=True)
class Office(
    Setup,
    Mappings,
    Entrants,
    People,
    Reasons,
    Decisions,
    Contacts,
    Conversation,
    Recordings,
    Importing,
    AuthoringDesk,
    Health,
    Home,
    Simulation,
    Fairness,
    Letters,
    NewYork,
):
    """Implements `bot.slack.desk.Desk`."""

    async def connected(self) -> bool:
        """Whether Tracker is connected."""
        return await self.client() is not None

    async def recruiter_wrote(
        self, actor: Actor, thread: str, text: str, message: str, *, files: bool = False
    ) -> Said | None:
        """A message in a thread: of a simulation, or of a candidate who was taken over."""
        if await self.simulated(actor, thread, text, message):
            return None
        return await Conversation.recruiter_wrote(self, actor, thread, text, message, files=files)

    async def erase(self, actor: Actor, candidate: str) -> Said:
        """Remove what we hold about a candidate; the opt-out stays as a peppered hash."""
        if refused := self.rights.admin(actor):
            return refused
        who = await self.key_of(candidate.strip()[:100])
        if isinstance(who, Said):
            return who
        try:
            found = await self.store.read(lambda t: self._may_go(t, who))
            files = await asyncio.to_thread(remove_files, found, self.config.data)  # first: the rows say which they are
            found = await self.store.run(lambda t: erase(self.records(t), who, self.now(), actor.user))
        except OnHold as kept:
            return no(escape(str(kept)))
        await forgotten(self.store)
        if not found.count:
            return no(f"Nothing is held about {escape(who)}.")
        return Said(
            text=f"Erased: {found.count} records, {files} files. What Tracker, Twilio and Slack hold is theirs to erase."
        )

    def _may_go(self, tables: Tables, who: str) -> Held:
        found = held(tables, who)
        check_hold(self.records(tables), found)
        return found

    async def export(self, actor: Actor, candidate: str) -> Said:
        """How to get everything about a candidate."""
        if refused := self.rights.admin(actor):
            return refused
        who = await self.key_of(candidate.strip()[:100])
        if isinstance(who, Said):
            return who
        return Said(text=f"Run `greenroom export {escape(who)}` on the server: the file must not travel through Slack.")
