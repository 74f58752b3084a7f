"""doctor, status, settings, impact: is all well, and is it fair."""

from bot.slack.commands.asked import Asked, WrongWords, the_job
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


async def _nyc(asked: Asked) -> None:
    word, words = asked.words.at(1).lower(), asked.words
    if word not in ("", "off"):
        raise WrongWords("After the job there may stand `off`, or notice= and audit= with a day each.")
    job = int(the_job(words.at(0)))
    await asked.give(
        await asked.desk.new_york(asked.actor, job, word != "off", words.get("notice"), words.get("audit"))
    )


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
    Command(
        name="nyc",
        usage="nyc JOB [notice=YYYY-MM-DD] [audit=YYYY-MM-DD] | nyc JOB off",
        does="A job in New York City: scored only after notice and audit. For admins.",
        example="nyc 1020 notice=2026-11-02 audit=2026-06-30",
        run=_nyc,
        keys=("notice", "audit"),
    ),
)
