"""A recruiter takes over one field of a candidate's contact data into Tracker."""

from bot.ats.contact import shown_of
from bot.ats.read import phone_of
from bot.ats.shapes import TrackerClient, TrackerError
from bot.ats.writing import writing_of
from bot.desk.base import NOT_CONNECTED, no
from bot.desk.outcomes import Outcomes
from bot.slack.desk import Actor, Said
from bot.slack.text import escape, shown
from screening.contact import FIELDS, differing


class Contacts(Outcomes):
    """Field by field, and never unasked."""

    async def update_contact(self, actor: Actor, screening: str, field: str) -> Said:
        """Writes what the candidate said into that field, if it is still what it was when it was shown."""
        r = await self._theirs(actor, screening.upper())
        if isinstance(r, Said):
            return r
        s = r.screening
        kept = await self.store.read(lambda t: self.records(t).value(f"contact:{s.id}").get("fields", {}))
        if field not in kept or field not in FIELDS:
            return no("That is no longer known; nothing was changed.")
        if field in (await self.store.read(writing_of)).protected:
            return no(f"The {FIELDS[field]} is protected (`settings`): change it in Tracker.")
        client = await self.client()
        if client is None:
            return NOT_CONNECTED
        try:
            return await self._change(actor, client, s.candidate.id, s.job.id, field, kept[field])
        except TrackerError as error:
            return no(f"Tracker did not take it: {escape(str(error))}. Nothing else was changed.")

    async def _change(
        self, actor: Actor, client: TrackerClient, candidate: int, job: int, field: str, each: dict[str, str]
    ) -> Said:
        live, word = shown_of(await client.candidates.get(candidate))[field], FIELDS[field]
        was, now = str(each["was"]), str(each["now"])

        def same(one: str, other: str) -> bool:
            return not differing({field: one}, {field: other}, lambda raw: phone_of(raw, self.config.country))

        if same(now, live):
            return Said(text=f"Tracker has that {word} already.")
        if live != was:
            return no(f"The {word} was changed in Tracker meanwhile, to {shown(live, 200)}. Nothing was changed.")
        await client.candidates.change(candidate, field, now)
        sentence = f"{word} changed in Tracker from {was or 'nothing'} to {now}, by <@{actor.user}>"
        await self.store.run(
            lambda t: self.records(t).note(candidate, "", job, f"contact_{field}", sentence, self.now())
        )
        return Said(text=f"The {word} in Tracker is {shown(now, 200)} now; it was {shown(was, 200) or 'empty'}.")
