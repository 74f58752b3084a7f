"""Decisions: advance, reject, hold. A named human decides, once; Tracker and the card follow by the outbox."""

import re
from dataclasses import replace
from typing import Any

from bot.ats.errors import translated
from bot.ats.shapes import Status
from bot.deliveries import order_card
from bot.desk.base import NOT_CONNECTED, no
from bot.desk.overriding import Overriding, against, asks_why
from bot.desk.triggers import status_named, status_numbered
from bot.results import Result, held
from bot.slack.desk import Actor, Said
from bot.slack.text import escape, moment, shown
from bot.storage.store import Tables
from screening.errors import PortFailed
from screening.ports import Order
from screening.screening import Screening

LONGEST_NOTE = 1000


class Decisions(Overriding):
    """What is done with a result."""

    async def advance_target(self, screening: str) -> str | None:
        """Where Advance moves to, if the mapping names it."""
        r = await self._result(screening)
        return (r.mapping.advance or None) if r and r.mapping else None

    async def advance(self, actor: Actor, screening: str, revision: int, status: str) -> Said:
        """Move the stage in Tracker."""
        target = status or await self.advance_target(screening) or ""
        return await self._decide(actor, screening, revision, "Advanced", target, "")

    async def reject(self, actor: Actor, screening: str, revision: int, status: str, note: str) -> Said:
        """Reject with a status and a note."""
        return await self._decide(actor, screening, revision, "Rejected", status, note.strip()[:LONGEST_NOTE])

    async def hold(self, actor: Actor, screening: str, revision: int) -> Said:
        """Keep for later; it can still be decided on."""
        return await self._decide(actor, screening, revision, "On hold", "", "")

    async def _decide(self, actor: Actor, screening: str, revision: int, what: str, status: str, note: str) -> Said:
        r = await self._theirs(actor, screening)
        if isinstance(r, Said):
            return r
        if refused := _too_late(r.screening, revision, what):
            return refused
        if what != "On hold" and not r.screening.application:
            return no(
                f"{escape(r.screening.candidate.name)} has no application on job {r.screening.job.id} in Tracker."
            )
        target = await self._status(status) if what != "On hold" else None
        if isinstance(target, Said):
            return target
        contrary = against(r, what)
        words = f"{what} by <@{actor.user}>, {moment(self.now())}"
        words += f", against the recommendation ({escape(contrary)})" if contrary else ""
        words += f": {shown(note, 600)}" if note else ""
        by = await self._name(actor.user) if note else ""
        before = await self.store.run(lambda t: self._settle(t, r, words, target, note, by, actor.user))
        if before is not None:
            return no(before)
        to = f" to {escape(target.name)}" if target else ""
        asked = asks_why(screening, contrary, note)
        if what == "Rejected":
            asked += f" What may be told to them: `letter {screening}`."
        return Said(text=f"{what}{to}: {escape(r.screening.candidate.name)}.{asked}")

    async def _status(self, wanted: str) -> Status | Said:
        """The status that is meant, as Tracker has it now."""
        client = await self.client()
        if client is None:
            return NOT_CONNECTED
        try:
            with translated("Tracker's statuses"):
                found = status_named(wanted, await self.statuses(client)) or await status_numbered(client, wanted)
        except PortFailed as error:
            return no(f"Nothing was decided: {escape(str(error))}. Please click again in a while.")
        return found or no(f"Nothing was decided: Tracker has no status “{shown(wanted, 100)}”.")

    async def _name(self, user: str) -> str:
        try:
            return await self.post.name_of(user)
        except PortFailed:
            return user

    def _settle(
        self, tables: Tables, r: Result, words: str, target: Status | None, note: str, by: str, actor: str
    ) -> str | None:
        """Decided, and what follows is ordered, in one transaction; else why not."""
        records, now = self.records(tables), self.now()
        s = records.screening(r.screening.id)
        if s is None:
            return "The screening is no longer there."
        if refused := _too_late(s, r.screening.revision, words.split(" by ")[0]):
            return refused.text
        what = words.split(" by ")[0]
        told: dict[str, Any] = {"what": what, "actor": actor, "status": target.name if target else "", "note": note}
        told |= {"recommended": r.card.recommendation, "score": r.card.score, "against": bool(against(r, what))}
        records.save(records.chain(s.having(decided=words), {**told, "revision": s.revision}, now))
        order_card(records, s, now, again=f"decided:{now}")
        if target is not None:
            move = Order(
                key=f"move:{s.id}:{s.revision}:{now}",
                way="move",
                lane=f"move:{s.id}",
                payload={"status": target.id, "name": target.name},
                screening=s.id,
            )
            records.order(move, now)
            if note:
                payload = {
                    "note": note,
                    "by": by,
                    "user": _user(words),
                    "what": words.split(" by ")[0],
                    "revision": s.revision,
                }
                key = f"decision:{s.id}:{s.revision}:{now}"
                about = Order(key=key, way="decision", lane=f"move:{s.id}", payload=payload, screening=s.id)
                records.order(replace(about, after=move.key), now)
        return None


def _user(words: str) -> str:
    """The Slack user who decided."""
    found = re.search(r"<@(\w+)>", words)
    return found[1] if found else ""


def _too_late(s: Screening, revision: int, what: str) -> Said | None:
    """Why this result cannot be decided on now."""
    if s.open:
        return no(f"{escape(s.candidate.name)} is being asked again; decide when the answer is there.")
    if revision != s.revision:
        return no(f"This card shows revision {revision}; revision {s.revision} is the one to decide on.")
    if s.decided and (not held(s) or what == "On hold"):
        return no(f"Already done: {s.decided}")
    return None
