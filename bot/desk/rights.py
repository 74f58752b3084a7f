"""Who may do what, asked on every command, click and submission."""

from dataclasses import dataclass

from bot.settings import Settings
from bot.slack.desk import Actor, Said
from bot.slack.post import SlackPost
from bot.slack.text import escape
from screening.errors import PortFailed

ADMINS_ONLY = Said(text="Only admins may do this. Your admins are set in GREENROOM_ADMINS.", ok=False)


@dataclass(frozen=True, slots=True)
class Rights:
    """Admins may do everything; recruiters the rest: those named, else the members of the mapping's channel."""

    settings: Settings
    post: SlackPost

    async def recruiter(self, actor: Actor, channel: str = "") -> Said | None:
        """None where allowed; otherwise the refusal."""
        if actor.user in self.settings.admins or actor.user in self.settings.recruiters:
            return None
        if self.settings.recruiters:
            return Said(text="Only the recruiters set in GREENROOM_RECRUITERS may do this.", ok=False)
        try:
            allowed = (
                actor.user in await self.post.members(channel)
                if channel
                else await self.post.is_full_member(actor.user)
            )
        except PortFailed as error:
            return Said(text=f"Your permission could not be checked: {escape(str(error))}", ok=False)
        who = "members of the job's channel" if channel else "full members of this workspace"
        return None if allowed else Said(text=f"Only {who} may do this.", ok=False)

    def admin(self, actor: Actor) -> Said | None:
        """None for an admin."""
        return None if actor.user in self.settings.admins else ADMINS_ONLY
