"""impact: adverse impact by agent, job and question, for admins."""

import asyncio

from bot.desk.base import DeskBase, no
from bot.impact import NoGroups, in_words, read_groups, report, scored
from bot.slack.desk import Actor, Said
from bot.slack.text import escape

NOTE = "Groups come from your own file, which nothing that scores can open. Figures of fewer than five people are not shown."


class Fairness(DeskBase):
    """What the figures say of our questions."""

    async def impact(self, actor: Actor, agent: str) -> Said:
        """The report of one agent, or of all."""
        if refused := self.rights.admin(actor):
            return refused
        try:
            groups = await asyncio.to_thread(read_groups, self.config.demographics)
        except NoGroups as problem:
            return no(escape(str(problem)))
        people = await self.store.read(lambda t: list(scored(self.records(t), agent.strip())))
        text = in_words(report(people, groups))
        if not text:
            return Said(text="No scored screening belongs to anybody in the file of groups yet.")
        return Said(text=f"```{escape(text)}```\n{NOTE}")
