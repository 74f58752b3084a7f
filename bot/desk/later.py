"""What the desk can only partly do so far, and says so."""

from bot.desk.base import DeskBase, no
from bot.slack.desk import Actor, Said
from bot.slack.text import escape

NOT_YET = "Greenroom {version} cannot do this yet: {what}."


class Later(DeskBase):
    """Honest answers until these are built."""

    async def connected(self) -> bool:
        """Whether Tracker is connected."""
        return await self.client() is not None

    async def agent(self, actor: Actor, name: str) -> Said:
        """One agent and its questions."""
        record = await self.store.read(lambda t: self.records(t).agent(name))
        script = await self.store.read(lambda t: self.records(t).script(record.script)) if record else None
        if script is None:
            return no(f"There is no agent {escape(name)}. Agents are script files in GREENROOM_SCRIPTS.")
        lines = [f"{n}. {escape(q.words(script.language))}" for n, q in enumerate(script.questions, 1)]
        return Said(text=f"*{escape(script.name)}*: {escape(script.title)}\n" + "\n".join(lines))

    async def simulate(self, actor: Actor, agent: str) -> Said:
        """Not built in Slack yet."""
        return no(
            NOT_YET.format(
                version="0.1", what="playing an agent in Slack. On the server, `greenroom talk SCRIPT.toml` plays it"
            )
        )

    async def impact(self, actor: Actor, agent: str) -> Said:
        """Not built yet."""
        return no(NOT_YET.format(version="0.1", what="the adverse impact report"))
