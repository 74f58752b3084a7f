"""connect, disconnect, stages: the connection to Tracker."""

from bot.slack.commands.asked import Asked, WrongWords
from bot.slack.commands.registry import Command
from bot.slack.commands.words import job_id
from bot.slack.views.connect import connect_view

ADMINS_ONLY = "Only admins may do that. Ask one of them, or have your id added to GREENROOM_ADMINS."


async def _connect(asked: Asked) -> None:
    if not asked.actor.admin:
        return await asked.say(ADMINS_ONLY)
    await asked.views.open(asked.trigger, connect_view(asked.actor.channel))


async def _disconnect(asked: Asked) -> None:
    if not asked.actor.admin:
        return await asked.say(ADMINS_ONLY)
    await asked.give(await asked.desk.disconnect(asked.actor))


async def _stages(asked: Asked) -> None:
    job = ""
    if asked.words.plain:
        job = job_id(asked.words.at(0)) or ""
        if not job:
            raise WrongWords("A job is given by its number, like 1020 or JOB-1020, or by its Tracker address.")
    await asked.give(await asked.desk.stages(asked.actor, job))


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
