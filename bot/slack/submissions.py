"""Submitted modals: checked at once, done afterwards, answered where the modal came from."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.slack import authoring
from bot.slack.answers import Answers, give
from bot.slack.cards import backfill_preview
from bot.slack.counter import Counter
from bot.slack.desk import Actor, Desk, Said
from bot.slack.home import show_home
from bot.slack.modals import shown_file, state_file, state_value, state_values
from bot.slack.rights import ADMINS_ONLY
from bot.slack.views import agent, connect, mapping, people
from bot.slack.views.decisions import kept_card
from screening.roster import MOST_BYTES


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
        case "agent_question":
            return agent.question_problems(view)
        case "agent_text":
            return agent.text_problems(view)
        case "agent_file" if not agent.file_of(view):
            return {"file": "Choose a file."}
        case "people" if not state_file(view, "file"):
            return {"file": "Choose a file."}
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


async def _publish(given: Submission) -> Said:
    return await given.desk.publish_draft(given.actor, agent.kept_desk(given.view).draft)


async def _import(given: Submission) -> Said:
    return await given.desk.import_jobs(given.actor, False, state_values(given.view, "jobs"))


async def _people(given: Submission) -> None:
    """What a list holds, with Confirm; nothing is done yet."""
    file, shown = state_file(given.view, "file"), shown_file(given.view, "file")
    data = await given.counter.post.file_bytes(file, MOST_BYTES, shown=shown)
    found = await given.desk.preview_people(given.actor, people.place_and_job(given.view)[1], data)
    if isinstance(found, Said):
        return await give(given.answers, found)
    await given.answers.say(*backfill_preview(found.text, found.count, found.token))


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
    "agent_publish": _publish,
    "reject": _reject,
    "advance": _advance,
    "ask_again": _ask_again,
}


IN_THE_EDITOR: dict[str, Callable[[Counter, Actor, dict[str, Any]], Awaitable[None]]] = {
    "agent": authoring.compare,
    "agent_question": authoring.question_kept,
    "agent_text": authoring.text_kept,
    "agent_file": authoring.file_kept,
}


MODALS = frozenset({*SUBMISSIONS, *IN_THE_EDITOR, "people"})


async def do_submission(given: Submission) -> None:
    """Does what the modal asks for, and says how it went."""
    callback = str(given.view["callback_id"])
    if callback in IN_THE_EDITOR:
        return await IN_THE_EDITOR[callback](given.counter, given.actor, given.view)
    if callback == "people":
        return await _people(given)
    await give(given.answers, await SUBMISSIONS[callback](given))


def place_of(view: dict[str, Any]) -> str:
    """The channel in which a modal's answer is shown; empty where none is known."""
    if view.get("callback_id") in ("reject", "advance", "ask_again"):
        return kept_card(view).channel
    if str(view.get("callback_id")).startswith("agent"):
        return agent.kept_desk(view).channel
    if view.get("callback_id") == "people":
        return people.place_and_job(view)[0]
    return str(view.get("private_metadata") or "")[:40]
