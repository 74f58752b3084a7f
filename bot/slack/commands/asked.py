"""One typed command, with everything its work needs."""

from dataclasses import dataclass

from bot.slack.answers import Answers, give
from bot.slack.commands.words import Words, channel_id
from bot.slack.desk import Actor, Desk, Said
from bot.slack.post import SlackPost
from bot.slack.views.opening import Views


class WrongWords(Exception):
    """The arguments do not fit; the message, already escaped, says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asked for what, and the ways to answer."""

    actor: Actor
    words: Words
    trigger: str
    slash: str
    desk: Desk
    answers: Answers
    views: Views
    post: SlackPost

    async def say(self, text: str) -> None:
        """A short answer of our own wording."""
        await self.answers.say(text)

    async def give(self, said: Said) -> None:
        """The Desk's answer."""
        await give(self.answers, said)

    async def channel(self, word: str) -> str:
        """The channel meant by a word; the one it was typed in where there is no word."""
        if not word:
            return self.actor.channel
        found = channel_id(word) or await self.post.channel_named(word.lstrip("#").lower())
        if not found:
            raise WrongWords("I cannot find that channel. Invite me there first with /invite, then name it with its #.")
        return found
