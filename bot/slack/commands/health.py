"""doctor, status, settings, impact: is all well, and is it fair."""

from bot.slack.commands.asked import Asked
from bot.slack.commands.registry import Command


async def _doctor(asked: Asked) -> None:
    await asked.give(await asked.desk.doctor(asked.actor))


async def _status(asked: Asked) -> None:
    await asked.give(await asked.desk.status(asked.actor))


async def _settings(asked: Asked) -> None:
    if asked.words.named:
        return await asked.give(await asked.desk.configure(asked.actor, asked.words.named))
    return await asked.give(await asked.desk.settings(asked.actor))


async def _impact(asked: Asked) -> None:
    await asked.give(await asked.desk.impact(asked.actor, asked.words.joined()))


_WRITING = (
    "agent",
    "write_back",
    "record",
    "activity_type",
    "protected",
    "score",
    "report",
    "criteria",
    "feedback",
    "invitations",
    "optouts",
)
COMMANDS = (
    Command(
        name="doctor", usage="doctor", does="Checks every part, and says what to mend.", example="doctor", run=_doctor
    ),
    Command(name="status", usage="status", does="Connection, pauses and what waits.", example="status", run=_status),
    Command(
        name="settings",
        usage="settings [write_back=…] [record=…] [agent=A] [activity_type=…] [score=ID] [invitations=on]",
        does="Settings in force, and where each comes from; admins set what Tracker gets.",
        example="settings",
        run=_settings,
        keys=_WRITING,
    ),
    Command(
        name="impact",
        usage="impact [AGENT]",
        does="Adverse impact, by question.",
        example="impact forklift",
        run=_impact,
    ),
)
