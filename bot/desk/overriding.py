"""Decisions against the recommendation: both values are kept, and the reason is asked for where none was given."""

from bot.deliveries import order_card
from bot.desk.base import no
from bot.desk.outcomes import Outcomes
from bot.results import Result
from bot.slack.desk import Actor, Said
from bot.slack.text import escape, shown
from bot.storage.store import Tables
from screening.errors import PortFailed
from screening.ports import Order

LONGEST_REASON = 1000
CONTRARY = {"Advanced": "Not a match", "Rejected": "Advance"}  # what was done, against which recommendation


def against(r: Result, what: str) -> str:
    """The recommendation that a decision goes against, with its score; empty where it does not."""
    machine = r.card.recommendation
    if CONTRARY.get(what) != machine:
        return ""
    return f"{machine}, {r.card.score}/100" if r.card.score is not None else machine


def asks_why(screening: str, recommended: str, reason: str) -> str:
    """What the one who decided is told."""
    if not recommended or reason:
        return ""
    return f" This goes against the recommendation ({escape(recommended)}): please say why, `reason {screening} YOUR REASON`."


class Overriding(Outcomes):
    """Gives a reason afterwards."""

    async def reason(self, actor: Actor, screening: str, words: str) -> Said:
        """The reason for a decision, for card, audit and Tracker; the machine's and the person's values stay beside it."""
        r = await self._theirs(actor, screening)
        if isinstance(r, Said):
            return r
        what = r.screening.decided.partition(" by ")[0]
        if what not in CONTRARY:
            return no(f"Nothing was decided on {escape(screening)} that a reason could be given for.")
        if not words.strip():
            return no("Give the reason in words.")
        by = await self._called(actor.user)
        await self.store.run(lambda t: self._keep_reason(t, r, what, words.strip()[:LONGEST_REASON], actor.user, by))
        return Said(text=f"The reason is kept with the decision on {escape(r.screening.candidate.name)}.")

    async def _called(self, user: str) -> str:
        try:
            return await self.post.name_of(user)
        except PortFailed:
            return user

    def _keep_reason(self, tables: Tables, r: Result, what: str, words: str, actor: str, by: str) -> None:
        records, now = self.records(tables), self.now()
        s = records.screening(r.screening.id)
        if s is None:
            return
        told = {"what": "Reason", "of": what, "actor": actor, "note": words, "recommended": against(r, what)}
        decided = f"{s.decided}; reason from <@{actor}>: {shown(words, 600)}"
        records.save(records.chain(s.having(decided=decided), {**told, "revision": s.revision}, now))
        order_card(records, s, now, again=f"reason:{now}")
        payload = {"note": words, "by": by, "user": actor, "what": f"Reason for {what.lower()}", "revision": s.revision}
        key = f"decision:{s.id}:{s.revision}:{now}"
        records.order(Order(key=key, way="decision", lane=f"move:{s.id}", payload=payload, screening=s.id), now)
