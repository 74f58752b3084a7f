"""Clicks and submissions of the agent's modals: each changes the draft, and the editor shows it."""

from dataclasses import replace
from typing import Any

from bot.slack.counter import Counter
from bot.slack.desk import Actor, AgentDraft, Change, Move, Put, Remove, Said, Whole
from bot.slack.text import cut, escape
from bot.slack.views import agent as views
from bot.slack.views.agent import Desk
from screening.scripts.edit import Form

MOVES = {"up": -1, "down": 1}


async def open_editor(counter: Counter, actor: Actor, trigger: str, name: str) -> Said | None:
    """Opens the editor on a draft of that agent; gives the refusal where there is one."""
    draft = await counter.desk.new_draft(actor, name)
    if isinstance(draft, Said):
        return draft
    await counter.views.open(trigger, views.editor_view(draft, actor.channel))
    return None


async def clicked(counter: Counter, actor: Actor, view: dict[str, Any], action: str, value: str, trigger: str) -> None:
    """A click inside the editor: what is typed there is kept first."""
    desk = replace(views.kept_desk(view), root=str(view.get("id") or ""))
    draft = await counter.desk.change_draft(actor, desk.draft, views.head_of(view))
    if isinstance(draft, Said):
        return await _say(counter, desk, draft)
    what, _, number = value.partition(":")
    place = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else None
    if action == "agent_add":
        return await counter.views.push(trigger, views.question_view(desk, Form(), draft.outline.language))
    if action == "agent_text":
        return await _as_text(counter, desk, draft, trigger)
    if action == "agent_upload":
        return await counter.views.push(trigger, views.upload_view(desk))
    if place is None or place >= len(draft.outline.questions):
        return None
    if what == "edit":
        form = draft.outline.questions[place]
        return await counter.views.push(
            trigger, views.question_view(replace(desk, place=place), form, draft.outline.language)
        )
    change: Change = Remove(place=place) if what == "remove" else Move(place=place, by=MOVES.get(what, 0))
    return await _change(counter, actor, desk, change)


async def _as_text(counter: Counter, desk: Desk, draft: AgentDraft, trigger: str) -> None:
    if views.fits(draft.source):
        return await counter.views.push(trigger, views.text_view(desk, draft.source))
    too_long = Said(text="This script is too long for a form in Slack. Upload it as a file instead.", ok=False)
    return await _say(counter, desk, too_long)


async def question_kept(counter: Counter, actor: Actor, view: dict[str, Any]) -> None:
    """One question was filled in."""
    desk = views.kept_desk(view)
    await _change(counter, actor, desk, Put(place=desk.place, form=views.form_of(view)))


async def text_kept(counter: Counter, actor: Actor, view: dict[str, Any]) -> None:
    """The script was written as text."""
    await _change(counter, actor, views.kept_desk(view), Whole(source=views.script_of(view)))


async def file_kept(counter: Counter, actor: Actor, view: dict[str, Any]) -> None:
    """A script file was uploaded."""
    text = await counter.post.file_text(views.file_of(view))
    await _change(counter, actor, views.kept_desk(view), Whole(source=text))


async def _change(counter: Counter, actor: Actor, desk: Desk, change: Change) -> None:
    draft = await counter.desk.change_draft(actor, desk.draft, change)
    if isinstance(draft, Said):
        return await _say(counter, desk, draft)
    await counter.views.fill(desk.root, views.editor_view(draft, desk.channel))


async def _say(counter: Counter, desk: Desk, said: Said) -> None:
    """A refusal stands in place of the editor."""
    await counter.views.fill(desk.root, views.publish_view(desk, said.text, ready=False))


async def before_publishing(counter: Counter, actor: Actor, view: dict[str, Any]) -> dict[str, Any]:
    """How the editor's submission is acknowledged: what is wrong, or a place for what publishing changes."""
    desk = views.kept_desk(view)
    draft = await counter.desk.change_draft(actor, desk.draft, views.head_of(view))
    if isinstance(draft, Said):
        return {"response_action": "errors", "errors": {"title": cut(draft.text, 300)}}
    if draft.problems:
        wrong = cut(escape("; ".join(draft.problems)), 1500)
        return {"response_action": "errors", "errors": {"title": wrong}}
    waiting = "Comparing with the screenings of the last 90 days…"
    return {"response_action": "update", "view": views.publish_view(desk, waiting, ready=False)}


async def compare(counter: Counter, actor: Actor, view: dict[str, Any]) -> None:
    """Fills the modal with what publishing changes, and the button to do it."""
    desk = views.kept_desk(view)
    said = await counter.desk.what_would_change(actor, desk.draft)
    await counter.views.fill(str(view.get("id") or ""), views.publish_view(desk, said.text, ready=said.ok))
