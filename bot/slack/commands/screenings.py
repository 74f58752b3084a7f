"""candidates, start, stop, pause, resume, why: who is being screened."""

from bot.slack.commands.asked import Asked, WrongWords, job_or_none, the_job, the_screening
from bot.slack.commands.registry import Command
from bot.slack.listing import show_candidates
from bot.slack.words import job_id


async def _candidates(asked: Asked) -> None:
    job = job_or_none(asked.words.at(0))
    await show_candidates(asked.desk, asked.actor, asked.answers, job, asked.words.get("state"), 0)


async def _start(asked: Asked) -> None:
    words = asked.words.plain
    if len(words) < 2 or not job_id(words[-1]):
        raise WrongWords("Name the candidate (Tracker id, phone or name), then the job.")
    await asked.give(await asked.desk.start(asked.actor, asked.words.joined(0, -1), the_job(words[-1])))


async def _stop(asked: Asked) -> None:
    await asked.give(await asked.desk.stop(asked.actor, the_screening(asked.words.at(0))))


async def _pause(asked: Asked) -> None:
    await _set_pause(asked, on=True)


async def _resume(asked: Asked) -> None:
    await _set_pause(asked, on=False)


async def _set_pause(asked: Asked, *, on: bool) -> None:
    job = job_or_none(asked.words.at(0))
    await asked.give(await asked.desk.pause(asked.actor, job, on))


async def _why(asked: Asked) -> None:
    await asked.give(await asked.desk.why(asked.actor, asked.candidate()))


COMMANDS = (
    Command(
        name="candidates",
        usage="candidates [JOB] [state=…]",
        does="Who is being screened, in pages.",
        example="candidates 1020 state=in_progress",
        run=_candidates,
        keys=("state",),
    ),
    Command(
        name="start",
        usage="start CANDIDATE JOB",
        does="Begins a screening by hand.",
        example='start "Jane Doe" 1020',
        run=_start,
    ),
    Command(name="stop", usage="stop SCREENING", does="Ends a screening.", example="stop GR-7K2M4Q", run=_stop),
    Command(
        name="pause",
        usage="pause [JOB]",
        does="Begins no texts meanwhile; without a job none at all.",
        example="pause 1020",
        run=_pause,
    ),
    Command(name="resume", usage="resume [JOB]", does="Ends a pause.", example="resume 1020", run=_resume),
    Command(
        name="why",
        usage="why CANDIDATE",
        does="Why somebody was held, blocked or skipped.",
        example='why "Jane Doe"',
        run=_why,
    ),
)
