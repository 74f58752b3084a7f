"""export, erase: what the law gives candidates."""

from bot.slack.cards import erase_confirm
from bot.slack.commands.asked import Asked, WrongWords
from bot.slack.commands.connecting import ADMINS_ONLY
from bot.slack.commands.registry import Command


def _who(asked: Asked) -> str:
    who = asked.words.joined()
    if not who:
        raise WrongWords("Name the candidate: Tracker id, phone or name.")
    return who


async def _export(asked: Asked) -> None:
    await asked.give(await asked.desk.export(asked.actor, _who(asked)))


async def _erase(asked: Asked) -> None:
    if not asked.actor.admin:
        return await asked.say(ADMINS_ONLY)
    text, blocks = erase_confirm(_who(asked))
    await asked.answers.say(text, blocks)


COMMANDS = (
    Command(
        name="export",
        usage="export CANDIDATE",
        does="Everything held about a candidate.",
        example='export "Jane Doe"',
        run=_export,
    ),
    Command(
        name="erase",
        usage="erase CANDIDATE",
        does="Erases a candidate's data, after a question. Admins only.",
        example='erase "Jane Doe"',
        run=_erase,
    ),
)
