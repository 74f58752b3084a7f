"""What the desk can only partly do so far, and says so."""

from bot.desk.base import DeskBase, no
from bot.slack.desk import Actor, Said

NOT_YET = "Greenroom {version} cannot do this yet: {what}."


class Later(DeskBase):
    """Honest answers until these are built."""

    async def connected(self) -> bool:
        """Whether Tracker is connected."""
        return await self.client() is not None

    async def impact(self, actor: Actor, agent: str) -> Said:
        """Not built yet."""
        return no(NOT_YET.format(version="0.1", what="the adverse impact report"))
