"""The modals behind a card's buttons: reject, advance, ask again."""

import json
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.slack import blocks as b
from bot.slack.desk import Choice
from bot.slack.modals import Views, message_view, skeleton
from bot.slack.words import screening_id

TITLES = {"reject": "Reject a candidate", "advance": "Advance a candidate", "ask_again": "Ask again"}
_SUBMIT = {"reject": "Reject", "advance": "Advance", "ask_again": "Ask again"}
_NOTHING = {
    "reject": "Tracker shows no stages. Connect it first.",
    "advance": "Tracker shows no stages. Connect it first.",
    "ask_again": "There is no question left to ask again.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The card that was clicked: its screening, its revision, the channel it stands in."""

    screening: str
    revision: int
    channel: str = ""

    def kept(self) -> str:
        """As a modal's private_metadata."""
        return json.dumps([self.screening, self.revision, self.channel])


def card_of(value: str, channel: str = "") -> Card:
    """The card a button's value names; an empty screening where it names none."""
    name, _, revision = value.partition(":")
    number = int(revision) if revision.isascii() and revision.isdigit() and len(revision) < 9 else 1
    return Card(screening=screening_id(name), revision=number, channel=channel)


def kept_card(view: dict[str, Any]) -> Card:
    """The card a modal was opened from; from outside, so nothing about it is trusted."""
    try:
        name, revision, channel = json.loads(str(view.get("private_metadata") or ""))
        return card_of(f"{name}:{revision}", str(channel)[:40])
    except (ValueError, TypeError):
        return Card(screening="", revision=1)


async def open_decision(
    views: Views, kind: str, trigger: str, card: Card, choices: Awaitable[Sequence[Choice]]
) -> None:
    """Opens the modal at once and fills it with the choices when they are known."""
    view_id = await views.open(trigger, skeleton(kind, TITLES[kind], card.kept()))
    try:
        found = await choices
    except Exception:
        await views.fill(
            view_id, message_view(kind, TITLES[kind], "The choices could not be read. Close this and try again.")
        )
        raise
    await views.fill(view_id, decision_view(kind, card, found))


def decision_view(kind: str, card: Card, choices: Sequence[Choice]) -> b.Block:
    """The filled modal."""
    wanted = choices if kind == "ask_again" else [c for c in choices if c.value.startswith("status:")]
    if not b.options(wanted):
        return message_view(kind, TITLES[kind], _NOTHING[kind])
    return b.modal(kind, TITLES[kind], _inputs(kind, card, wanted), submit=_SUBMIT[kind], kept=card.kept())


def _inputs(kind: str, card: Card, choices: Sequence[Choice]) -> list[b.Block]:
    if kind == "ask_again":
        return [
            b.field("Question", b.select("question", choices)),
            b.context(f"{card.screening}: it goes out within the hours you set."),
        ]
    moves = b.field("Move to", b.select("status", choices, placeholder="A stage in Tracker"))
    if kind == "advance":
        return [moves, b.context(card.screening)]
    note = b.text_input("note", several_lines=True, most=2000)
    hint = "Stands in Tracker with your name. The candidate is not told by Greenroom."
    return [moves, b.field("Note", note, optional=True, hint=hint), b.context(card.screening)]
