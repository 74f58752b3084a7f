"""A typed command: who, which sub-command, its words; then its work."""

from dataclasses import dataclass
from typing import Any

from bot.slack.answers import Answers
from bot.slack.commands.asked import Asked, WrongWords
from bot.slack.commands.registry import Registry
from bot.slack.commands.words import Words, read
from bot.slack.desk import Actor, Desk
from bot.slack.post import SlackPost
from bot.slack.text import escape
from bot.slack.views.opening import Views


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """What every listener has at hand."""

    desk: Desk
    post: SlackPost
    views: Views
    registry: Registry
    slash: str
    admins: frozenset[str]

    def actor(self, user: str, channel: str) -> Actor:
        """Who acts, by Slack's ids."""
        return Actor(user=user, channel=channel, admin=user in self.admins)


async def run_command(counter: Counter, body: dict[str, Any], answers: Answers) -> None:
    """Finds the sub-command and does it; whatever is wrong with the words is said."""
    words = read(str(body.get("text") or ""))
    name = words.at(0).lower()
    if name in ("", "help"):
        return await answers.say(_help(counter, words))
    command = counter.registry.find(name)
    if command is None:
        return await answers.say(counter.registry.unknown(counter.slash, name))
    asked = _asked(counter, body, answers, Words(plain=words.plain[1:], named=words.named))
    try:
        strange = asked.words.unknown(*command.keys)
        if strange:
            raise WrongWords(f"I do not know “{escape(strange)}=” here.")
        await command.run(asked)
    except WrongWords as wrong:
        await answers.say(counter.registry.usage(counter.slash, command, str(wrong)))


def _help(counter: Counter, words: Words) -> str:
    topic = words.at(1)
    if topic and not counter.registry.find(topic):
        return counter.registry.unknown(counter.slash, topic)
    return counter.registry.help(counter.slash, topic)


def _asked(counter: Counter, body: dict[str, Any], answers: Answers, words: Words) -> Asked:
    return Asked(
        actor=counter.actor(str(body.get("user_id") or ""), str(body.get("channel_id") or "")),
        words=words,
        trigger=str(body.get("trigger_id") or ""),
        slash=counter.slash,
        desk=counter.desk,
        answers=answers,
        views=counter.views,
        post=counter.post,
    )
