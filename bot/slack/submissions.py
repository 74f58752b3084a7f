"""Submitted modals: checked at once, done afterwards, answered where the modal came from."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.slack.answers import Answers, give
from bot.slack.counter import Counter
from bot.slack.desk import Actor, Authoring, Desk, Said
from bot.slack.home import show_home
from bot.slack.modals import state_value, state_values
from bot.slack.rights import ADMINS_ONLY
from bot.slack.views import agent, connect, mapping
from bot.slack.views.decisions import kept_card


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One submitted modal."""

    counter: Counter
    actor: Actor
    view: dict[str, Any]
    answers: Answers

    @property
    def desk(self) -> Desk:
        """What it asks for things."""
        return self.counter.desk


Submitted = Callable[[Submission], Awaitable[Said]]


def wrong_inputs(view: dict[str, Any]) -> dict[str, str]:
    """What keeps a modal open, by input; decided before the acknowledgement."""
    match view.get("callback_id"):
        case "connect":
            return connect.problems(connect.credentials(view))
        case "map" if (view.get("state") or {}).get("values"):
            return mapping.problems(mapping.map_request(view))
        case "agent":
            return agent.problems(view)
        case _:
            return {}


async def _connect(given: Submission) -> Said:
    if not given.actor.admin:
        return Said(text=ADMINS_ONLY, ok=False)
    said = await given.desk.connect(given.actor, connect.credentials(given.view))
    if said.ok:
        await show_home(given.counter, given.actor)
    return said


async def _map(given: Submission) -> Said:
    return await given.desk.map(given.actor, mapping.map_request(given.view))


async def _agent(given: Submission) -> Said:
    if not isinstance(given.desk, Authoring):
        return Said(text="Agents cannot be written in Slack here.", ok=False)
    return await given.desk.publish_agent(given.actor, agent.script_of(given.view))


async def _import(given: Submission) -> Said:
    return await given.desk.import_jobs(given.actor, False, state_values(given.view, "jobs"))


async def _reject(given: Submission) -> Said:
    card, status, note = kept_card(given.view), state_value(given.view, "status"), state_value(given.view, "note")
    return await given.desk.reject(given.actor, card.screening, card.revision, status, note)


async def _advance(given: Submission) -> Said:
    card = kept_card(given.view)
    return await given.desk.advance(given.actor, card.screening, card.revision, state_value(given.view, "status"))


async def _ask_again(given: Submission) -> Said:
    card, question = kept_card(given.view), state_value(given.view, "question")
    return await given.desk.ask_again(given.actor, card.screening, card.revision, question)


SUBMISSIONS: dict[str, Submitted] = {
    "connect": _connect,
    "map": _map,
    "import": _import,
    "agent": _agent,
    "reject": _reject,
    "advance": _advance,
    "ask_again": _ask_again,
}


async def do_submission(given: Submission) -> None:
    """Does what the modal asks for, and says how it went."""
    await give(given.answers, await SUBMISSIONS[str(given.view["callback_id"])](given))


def place_of(view: dict[str, Any]) -> str:
    """The channel in which a modal's answer is shown; empty where none is known."""
    if view.get("callback_id") in ("reject", "advance", "ask_again"):
        return kept_card(view).channel
    return str(view.get("private_metadata") or "")[:40]
