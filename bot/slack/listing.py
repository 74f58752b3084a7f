"""The paged list of candidates."""

import json

from bot.slack import cards
from bot.slack.answers import Answers, give
from bot.slack.desk import CANDIDATES_PAGE, Actor, Desk, Said


async def show_candidates(
    desk: Desk, actor: Actor, answers: Answers, job: str, state: str, page: int, *, instead: bool = False
) -> None:
    """Shows one page, with buttons to the pages beside it."""
    found = await desk.candidates(actor, job, state, page)
    if isinstance(found, Said):
        return await give(answers, found)
    text, blocks = cards.candidates(
        found,
        before=place(job, state, page - 1) if page > 0 else "",
        after=place(job, state, page + 1) if len(found) >= CANDIDATES_PAGE else "",
    )
    await answers.say(text, blocks, instead=instead)


def place(job: str, state: str, page: int) -> str:
    """A page, as a button's value."""
    return json.dumps([job[:20], state[:100], page])


def read_place(value: str) -> tuple[str, str, int]:
    """The page a button's value names; the first where it makes no sense."""
    try:
        job, state, page = json.loads(value)
        return str(job)[:20], str(state)[:100], min(max(int(page), 0), 10_000)
    except (ValueError, TypeError):
        return "", "", 0
