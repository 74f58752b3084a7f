"""A typed command: which sub-command, its words; then its work."""

from typing import Any

from bot.slack.answers import Answers
from bot.slack.commands.asked import Asked, WrongWords
from bot.slack.commands.registry import Command, Registry
from bot.slack.counter import Counter
from bot.slack.text import escape
from bot.slack.words import Words, read


async def run_command(counter: Counter, registry: Registry, body: dict[str, Any], answers: Answers) -> None:
    """Finds the sub-command and does it; whatever is wrong with the words is said."""
    words = read(str(body.get("text") or ""))
    name = words.at(0).lower()
    if name in ("", "help"):
        return await answers.say(_help(counter, registry, words.at(1)))
    command = registry.find(name)
    if command is None:
        return await answers.say(registry.unknown(counter.slash, name))
    if words.at(1).lower() == "help":
        return await answers.say(registry.help(counter.slash, name))
    rest = Words(plain=words.plain[1:], named=words.named)
    await _run(registry, command, _asked(counter, body, answers, rest))


async def _run(registry: Registry, command: Command, asked: Asked) -> None:
    try:
        strange = asked.words.unknown(*command.keys)
        if strange:
            raise WrongWords(f"I do not know “{escape(strange)}=” here.")
        await command.run(asked)
    except WrongWords as wrong:
        await asked.say(registry.usage(asked.counter.slash, command, str(wrong)))


def _help(counter: Counter, registry: Registry, topic: str) -> str:
    if topic and topic.lower() != "help" and not registry.find(topic):
        return registry.unknown(counter.slash, topic)
    return registry.help(counter.slash, topic)


def _asked(counter: Counter, body: dict[str, Any], answers: Answers, words: Words) -> Asked:
    return Asked(
        counter=counter,
        actor=counter.actor(str(body.get("user_id") or ""), str(body.get("channel_id") or "")),
        words=words,
        trigger=str(body.get("trigger_id") or ""),
        answers=answers,
    )
