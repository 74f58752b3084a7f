"""What every listener has at hand."""

from dataclasses import dataclass

from bot.slack.desk import Actor, Desk
from bot.slack.modals import Views
from bot.slack.post import SlackPost


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The Desk, the ways out, the command's name, and who is an admin."""

    desk: Desk
    post: SlackPost
    views: Views
    slash: str
    admins: frozenset[str]

    def actor(self, user: str, channel: str) -> Actor:
        """Who acts, by Slack's ids."""
        return Actor(user=user, channel=channel, admin=user in self.admins)
