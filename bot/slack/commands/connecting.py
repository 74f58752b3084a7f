"""connect, disconnect, stages: the connection to Tracker."""

from bot.slack.commands.asked import Asked, job_or_none
from bot.slack.commands.registry import Command
from bot.slack.rights import ADMINS_ONLY
from bot.slack.views.connect import open_connect


async def _connect(asked: Asked) -> None:
    if not asked.actor.admin:
        return await asked.say(ADMINS_ONLY)
    await open_connect(asked.views, asked.desk, asked.trigger, asked.actor.channel)


async def _disconnect(asked: Asked) -> None:
    if not asked.actor.admin:
        return await asked.say(ADMINS_ONLY)
    await asked.give(await asked.desk.disconnect(asked.actor))


async def _stages(asked: Asked) -> None:
    await asked.give(await asked.desk.stages(asked.actor, job_or_none(asked.words.at(0))))


COMMANDS = (
    Command(
        name="connect",
        usage="connect",
        does="Connects Tracker; a form asks for the token. Admins only.",
        example="connect",
        run=_connect,
    ),
    Command(
        name="disconnect",
        usage="disconnect",
        does="Forgets Tracker's token. Admins only.",
        example="disconnect",
        run=_disconnect,
    ),
    Command(
        name="stages",
        usage="stages [JOB]",
        does="Tracker's stages, by category.",
        example="stages 1020",
        run=_stages,
    ),
)
