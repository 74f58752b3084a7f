"""Recordings of a screening: their links, who used them how often, and taking them back."""

from bot.desk.base import no
from bot.desk.outcomes import Outcomes
from bot.links import Issued, issued, revoke
from bot.slack.desk import Actor, Said
from bot.slack.text import escape, moment
from bot.storage.store import Tables
from screening.ports import Order

SHOWN = 20


class Recordings(Outcomes):
    """What can be listened to."""

    async def recording_links(self, actor: Actor, screening: str, take_back: bool) -> Said:
        """The links of a screening; `take_back`: none of ours plays any more."""
        r = await self._theirs(actor, screening.upper())
        if isinstance(r, Said):
            return r
        s = r.screening
        if take_back:
            return await self._taken_back(s.id, actor)
        found = await self.store.read(lambda t: issued(t, s.id))
        mine = [self._listed_link(n, one, s.links) for n, one in enumerate(found[-SHOWN:], 1)]
        other = [f"• Made elsewhere: {escape(url)}" for url in s.links if not self._ours(url)]
        if not mine + other:
            return Said(text=f"{s.id} has no recording.")
        again = f"`recordings {s.id} revoke` ends every link of ours; `result {s.id}` shows the card with fresh ones."
        return Said(text="\n".join([f"Recordings of {s.id}:", *mine, *other, again]))

    def _ours(self, url: str) -> bool:
        return self.links is not None and self.links.owns(url)

    def _listed_link(self, number: int, one: Issued, shown: tuple[str, ...]) -> str:
        url = next((u for u in shown if self.links is not None and self.links.id_in(u) == one.id), "")
        name = f"<{escape(url)}|Link {number}>" if url else f"Link {number}"
        if one.revoked is not None:
            state = f"revoked {moment(one.revoked)}"
        else:
            state = f"expired {moment(one.until)}" if one.until <= self.now() else f"plays until {moment(one.until)}"
        times = "once" if one.opened == 1 else f"{one.opened} times, last"
        used = f"opened {times} {moment(one.last)}" if one.last is not None else "never opened"
        return f"• {name}: {state}; {used}"

    async def _taken_back(self, id: str, actor: Actor) -> Said:
        count = await self.store.run(lambda t: self._revoke(t, id, actor.user))
        if not count:
            return no(f"{id} has no link of ours that plays.")
        many = "1 link plays" if count == 1 else f"{count} links play"
        return Said(text=f"{many} no more. `result {id}` makes new ones when somebody is to listen.")

    def _revoke(self, tables: Tables, id: str, by: str) -> int:
        records, now = self.records(tables), self.now()
        count = revoke(tables, id, now)
        if count:
            text = f"<@{by}> took back the recording links of {id}, {moment(now)}."
            payload = {"text": "", "ours": text}
            key = f"notice:{id}:revoked:{now}"
            records.order(Order(key=key, way="notice", lane=f"notice:{id}", payload=payload, screening=id), now)
        return count
