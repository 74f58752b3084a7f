"""export, erase: what the law gives candidates."""

from bot.slack.cards import erase_confirm
from bot.slack.commands.asked import Asked
from bot.slack.commands.registry import Command
from bot.slack.rights import ADMINS_ONLY


async def _export(asked: Asked) -> None:
    await asked.give(await asked.desk.export(asked.actor, asked.candidate()))


async def _erase(asked: Asked) -> None:
    if not asked.actor.admin:
        return await asked.say(ADMINS_ONLY)
    text, blocks = erase_confirm(asked.candidate())
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
