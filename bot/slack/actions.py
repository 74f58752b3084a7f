"""Clicks on buttons: each asks the Desk, and tells whoever clicked."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.slack.answers import Answers, give
from bot.slack.counter import Counter
from bot.slack.desk import Actor, Desk
from bot.slack.home import show_home
from bot.slack.listing import read_place, show_candidates
from bot.slack.rights import ADMINS_ONLY
from bot.slack.views.connect import open_connect
from bot.slack.views.decisions import Card, card_of, open_decision
from bot.slack.views.importing import import_view
from bot.slack.views.mapping import open_map
from screening.contact import FIELDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """One click: who, on what, and the ways to answer. `value` comes from outside."""

    counter: Counter
    actor: Actor
    value: str
    trigger: str
    answers: Answers

    @property
    def desk(self) -> Desk:
        """What the click asks for things."""
        return self.counter.desk

    def card(self) -> Card:
        """The card that was clicked."""
        return card_of(self.value, self.actor.channel)


Clicked = Callable[[Click], Awaitable[None]]


async def _backfill_confirm(click: Click) -> None:
    await give(click.answers, await click.desk.confirm_backfill(click.actor, click.value), instead=True)


async def _backfill_cancel(click: Click) -> None:
    await give(click.answers, await click.desk.cancel_backfill(click.actor, click.value), instead=True)


async def _job_cancel(click: Click) -> None:
    await give(click.answers, await click.desk.cancel_backfill(click.actor, click.value))


async def _surge_confirm(click: Click) -> None:
    await give(click.answers, await click.desk.confirm_surge(click.actor, click.value))


async def _advance(click: Click) -> None:
    card = click.card()
    target = await click.desk.advance_target(card.screening)
    if target is None:
        return await open_decision(click.counter.views, "advance", click.trigger, card, click.desk.stage_choices())
    await give(click.answers, await click.desk.advance(click.actor, card.screening, card.revision, target))


async def _reject(click: Click) -> None:
    await open_decision(click.counter.views, "reject", click.trigger, click.card(), click.desk.stage_choices())


async def _hold(click: Click) -> None:
    card = click.card()
    await give(click.answers, await click.desk.hold(click.actor, card.screening, card.revision))


async def _ask_again(click: Click) -> None:
    card = click.card()
    choices = click.desk.question_choices(card.screening)
    await open_decision(click.counter.views, "ask_again", click.trigger, card, choices)


async def _take_over(click: Click) -> None:
    await give(click.answers, await click.desk.take_over(click.actor, click.card().screening))


async def _hand_back(click: Click) -> None:
    await give(click.answers, await click.desk.hand_back(click.actor, click.card().screening))


async def _report(click: Click) -> None:
    await give(click.answers, await click.desk.report(click.actor, click.card().screening))


async def _push(click: Click) -> None:
    await give(click.answers, await click.desk.push(click.actor, click.card().screening, ""))


async def _contact(click: Click) -> None:
    screening, _, field = click.value.partition(":")
    await give(click.answers, await click.desk.update_contact(click.actor, screening[:40], field[:20]))


async def _start_again(click: Click) -> None:
    await give(click.answers, await click.desk.start_again(click.actor, click.value), instead=True)


async def _erase_confirm(click: Click) -> None:
    if not click.actor.admin:
        return await click.answers.say(ADMINS_ONLY)
    await give(click.answers, await click.desk.erase(click.actor, click.value), instead=True)


async def _turn_page(click: Click) -> None:
    job, state, page = read_place(click.value)
    await show_candidates(click.desk, click.actor, click.answers, job, state, page, instead=True)


async def _home_connect(click: Click) -> None:
    if not click.actor.admin:
        return await click.answers.say(ADMINS_ONLY)
    await open_connect(click.counter.views, click.desk, click.trigger, click.actor.channel)


async def _home_map(click: Click) -> None:
    await open_map(click.counter.views, click.desk, click.trigger, click.actor.channel)


async def _choose_stage(click: Click) -> None:
    job, _, agent = click.value.partition(":")
    channel = click.actor.channel
    await open_map(click.counter.views, click.desk, click.trigger, channel, job=job[:20], agent=agent[:100])


async def _map_undo(click: Click) -> None:
    await give(click.answers, await click.desk.undo_map(click.actor, click.value), instead=True)


async def _map_pause(click: Click) -> None:
    await give(click.answers, await click.desk.pause(click.actor, _job(click), True), instead=True)


async def _map_resume(click: Click) -> None:
    await give(click.answers, await click.desk.pause(click.actor, _job(click), False), instead=True)


def _job(click: Click) -> str:
    """The job a button names; one that makes no sense is no job of ours, and never all of them."""
    return click.value[:12] or "0"


async def _home_import(click: Click) -> None:
    await click.counter.views.open(click.trigger, import_view(click.actor.channel))


async def _home_resume(click: Click) -> None:
    await give(click.answers, await click.desk.pause(click.actor, "", False))
    await show_home(click.counter, click.actor)


async def _home_retry(click: Click) -> None:
    await give(click.answers, await click.desk.retry_parked(click.actor))
    await show_home(click.counter, click.actor)


async def _home_page(click: Click) -> None:
    page = int(click.value) if click.value.isascii() and click.value.isdigit() and len(click.value) < 6 else 0
    await show_home(click.counter, click.actor, page)


async def _home_job(click: Click) -> None:
    await show_candidates(click.desk, click.actor, click.answers, click.value[:12], "", 0)


def work_of(action: str) -> Clicked | None:
    """What a button sets off; each job on Home has a button of its own."""
    return _home_job if action.startswith("home_job_") else CLICKS.get(action)


CLICKS: dict[str, Clicked] = {
    "backfill_confirm": _backfill_confirm,
    "backfill_cancel": _backfill_cancel,
    "job_cancel": _job_cancel,
    "surge_confirm": _surge_confirm,
    "advance": _advance,
    "reject": _reject,
    "hold": _hold,
    "ask_again": _ask_again,
    "take_over": _take_over,
    "hand_back": _hand_back,
    "report": _report,
    "push": _push,
    "erase_confirm": _erase_confirm,
    "start_again": _start_again,
    **dict.fromkeys((f"contact_{field}" for field in FIELDS), _contact),
    "candidates_before": _turn_page,
    "candidates_after": _turn_page,
    "choose_stage": _choose_stage,
    "map_undo": _map_undo,
    "map_pause": _map_pause,
    "map_resume": _map_resume,
    "home_connect": _home_connect,
    "home_map": _home_map,
    "home_import": _home_import,
    "home_resume": _home_resume,
    "home_retry": _home_retry,
    "home_before": _home_page,
    "home_after": _home_page,
}
