"""map, unmap, mappings, backfill, import: which job's stage is screened by which agent."""

import re

from bot.slack.cards import backfill_preview
from bot.slack.commands.asked import Asked, WrongWords, one_of, the_job
from bot.slack.commands.registry import Command
from bot.slack.desk import MapRequest, Said
from bot.slack.text import escape
from bot.slack.views.importing import import_view
from bot.slack.views.mapping import open_map
from bot.slack.views.people import people_view
from bot.slack.words import Words, job_id
from screening.errors import PortFailed

WRITE_BACK = ("completed", "contacted", "replied", "interested", "passed", "off")
RECORD = ("candidate", "contact", "lead", "job")
_KEYS = ("agent", "stage", "channel", "advance", "write_back", "record", "confidential", "job", "trigger")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YES = {"yes", "true", "on", "1"}


async def _map(asked: Asked) -> None:
    job, agent, stage = _named_or_in_order(asked.words)
    if not (job and agent and stage):
        here = asked.actor.channel
        return await open_map(asked.views, asked.desk, asked.trigger, here, job=job_id(job) or "", agent=agent)
    await asked.give(await asked.desk.map(asked.actor, await _request(asked, the_job(job), agent, stage)))


def _named_or_in_order(words: Words) -> tuple[str, str, str]:
    """Job, agent and stage; each by its key, or in that order."""
    rest = list(words.plain)
    job = words.get("job") or (rest.pop(0) if rest else "")
    agent = words.get("agent") or (rest.pop(0) if rest else "")
    named = words.get("stage") or words.get("trigger")
    if named and rest:
        raise WrongWords("Names of several words need quotes around them.")
    return job, agent, named or " ".join(rest)


async def _request(asked: Asked, job: str, agent: str, stage: str) -> MapRequest:
    words = asked.words
    return MapRequest(
        job=job,
        address=_address(words.get("job") or words.at(0)),
        agent=agent,
        stage=stage,
        channel=await asked.channel(words.get("channel")),
        advance=words.get("advance"),
        write_back=one_of("write_back", words.get("write_back"), ("", *WRITE_BACK)),
        record=one_of("record", words.get("record"), ("", *RECORD)),
        confidential=words.get("confidential").lower() in _YES,
    )


def _address(word: str) -> str:
    """The address that was pasted for a job; nothing for its number."""
    return word if "://" in word else ""


async def _unmap(asked: Asked) -> None:
    in_flight = one_of("in_flight", asked.words.get("in_flight"), ("finish", "stop"))
    await asked.give(await asked.desk.unmap(asked.actor, the_job(asked.words.at(0)), in_flight))


async def _mappings(asked: Asked) -> None:
    await asked.give(await asked.desk.mappings(asked.actor))


async def _backfill(asked: Asked) -> None:
    until = asked.words.get("until")
    if until and not _DAY.fullmatch(until):
        raise WrongWords("until is a day written like 2026-11-01.")
    found = await asked.desk.preview_backfill(asked.actor, the_job(asked.words.at(0)), until)
    if isinstance(found, Said):
        return await asked.give(found)
    text, blocks = backfill_preview(found.text, found.count, found.token)
    await asked.answers.say(text, blocks)


async def _import(asked: Asked) -> None:
    if asked.words.at(0).lower() == "all":
        return await asked.give(await asked.desk.import_jobs(asked.actor, True))
    if asked.words.at(0).lower() == "template":
        return await _template(asked)
    if asked.words.at(0):
        await asked.views.open(asked.trigger, people_view(asked.actor.channel, the_job(asked.words.at(0))))
        return None
    await asked.views.open(asked.trigger, import_view(asked.actor.channel))


async def _template(asked: Asked) -> None:
    """An example of a list: as a file in a direct message, or to copy where that cannot be."""
    data, post = asked.desk.people_template(), asked.counter.post
    try:
        await post.upload(await post.open_dm(asked.actor.user), "", "people.csv", data, "A list of people")
    except PortFailed:
        return await asked.say(f"A list goes like this:\n```{escape(data.decode())}```")
    await asked.say("The example is in our direct messages. Fill it in, then `import JOB` takes it.")


COMMANDS = (
    Command(
        name="map",
        usage="map JOB agent=A stage=S [channel=#c] [advance=STATUS] [write_back=…] [record=…] [confidential=yes]",
        does="Screens whoever reaches that stage of the job. Without arguments: a form.",
        example='map 1020 agent=forklift stage="Phone Screen" channel=#hiring',
        run=_map,
        keys=_KEYS,
    ),
    Command(
        name="unmap",
        usage="unmap JOB [in_flight=finish|stop]",
        does="Ends a mapping; open screenings finish or stop.",
        example="unmap 1020 in_flight=stop",
        run=_unmap,
        keys=("in_flight",),
    ),
    Command(name="mappings", usage="mappings", does="Every mapping.", example="mappings", run=_mappings),
    Command(
        name="backfill",
        usage="backfill JOB [until=YYYY-MM-DD]",
        does="Adds those already at the stage, after a preview.",
        example="backfill 1020 until=2026-11-01",
        run=_backfill,
        keys=("until",),
    ),
    Command(
        name="import",
        usage="import [all|JOB|template]",
        does="Drafts an agent for each active job without a mapping. With a job: takes a list of people from a CSV file.",
        example="import 1020",
        run=_import,
    ),
)
