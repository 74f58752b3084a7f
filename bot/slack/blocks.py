"""Block Kit: data in, blocks out. Every builder keeps within Slack's limits; texts are expected escaped."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.slack.desk import Choice
from bot.slack.text import cut, shown

Block = dict[str, Any]


def plain_text(text: str, limit: int) -> Block:
    """A text object whose formatting characters stay as they are."""
    return {"type": "plain_text", "text": cut(text, limit) or "-", "emoji": True}


def mrkdwn(text: str, limit: int = 3000) -> Block:
    """A text object with Slack's formatting."""
    return {"type": "mrkdwn", "text": cut(text, limit) or "-"}


def section(text: str, accessory: Block | None = None) -> Block:
    """A paragraph with formatting."""
    block: Block = {"type": "section", "text": mrkdwn(text)}
    return {**block, "accessory": accessory} if accessory else block


def literal(text: str) -> Block:
    """A paragraph without formatting: for what candidates wrote."""
    return {"type": "section", "text": plain_text(text, 3000)}


def header(text: str) -> Block:
    """A heading."""
    return {"type": "header", "text": plain_text(text, 150)}


def context(*texts: str) -> Block:
    """Small print, at most ten parts."""
    return {"type": "context", "elements": [mrkdwn(text) for text in texts[:10]]}


def divider() -> Block:
    """A line."""
    return {"type": "divider"}


def actions(buttons: Sequence[Block]) -> Block:
    """A row of at most 25 buttons."""
    return {"type": "actions", "elements": list(buttons[:25])}


def button(label: str, action_id: str, value: str, *, style: str = "", confirm: Block | None = None) -> Block:
    """A button; a value over Slack's limit is a defect of the caller and is cut."""
    block: Block = {
        "type": "button",
        "text": plain_text(label, 75),
        "action_id": action_id,
        "value": value[:2000] or "-",
    }
    if style:
        block["style"] = style
    if confirm:
        block["confirm"] = confirm
    return block


def link_button(label: str, action_id: str, url: str) -> Block:
    """A button that opens an address."""
    return {"type": "button", "text": plain_text(label, 75), "action_id": action_id, "url": url[:3000]}


def confirm(title: str, text: str, yes: str, *, danger: bool = False) -> Block:
    """The question before a costly or final click."""
    block: Block = {
        "title": plain_text(title, 100),
        "text": plain_text(text, 300),
        "confirm": plain_text(yes, 30),
        "deny": plain_text("Cancel", 30),
    }
    return {**block, "style": "danger"} if danger else block


def option(choice: Choice) -> Block:
    """One option of a select."""
    return {"text": plain_text(shown(choice.label, 75), 75), "value": choice.value}


def options(choices: Iterable[Choice], most: int = 100) -> list[Block]:
    """Options with usable and distinct values, as many as Slack takes."""
    kept: dict[str, Block] = {}
    for choice in choices:
        if 0 < len(choice.value) <= 150 and choice.value not in kept and len(kept) < most:
            kept[choice.value] = option(choice)
    return list(kept.values())


def grouped(choices: Sequence[Choice]) -> list[Block]:
    """Option groups in the order in which the groups first appear."""
    by_group: dict[str, list[Choice]] = {}
    for choice in choices:
        by_group.setdefault(choice.group or "Other", []).append(choice)
    made = [(name, options(members)) for name, members in by_group.items()]
    return [{"label": plain_text(shown(name, 75), 75), "options": found} for name, found in made if found][:100]


def select(action_id: str, choices: Sequence[Choice], *, initial: str = "", placeholder: str = "Choose") -> Block:
    """A select; grouped where any choice names a group. The caller makes sure that there is a choice."""
    element: Block = {"type": "static_select", "action_id": action_id, "placeholder": plain_text(placeholder, 150)}
    if any(choice.group for choice in choices):
        element["option_groups"] = grouped(choices)
        found = [o for group in element["option_groups"] for o in group["options"]]
    else:
        element["options"] = found = options(choices)
    start = next((o for o in found if o["value"] == initial), None)
    return {**element, "initial_option": start} if start else element


def external(action_id: str, *, placeholder: str, initial: Choice | None = None, several: bool = False) -> Block:
    """A select whose choices are asked for while the person types."""
    kind = "multi_external_select" if several else "external_select"
    element: Block = {
        "type": kind,
        "action_id": action_id,
        "min_query_length": 0,
        "placeholder": plain_text(placeholder, 150),
    }
    return {**element, "initial_option": option(initial)} if initial and not several else element


def text_input(action_id: str, *, initial: str = "", several_lines: bool = False, most: int = 500) -> Block:
    """A field to type in."""
    element: Block = {
        "type": "plain_text_input",
        "action_id": action_id,
        "multiline": several_lines,
        "max_length": min(most, 3000),
    }
    return {**element, "initial_value": initial} if initial else element


def channel_select(action_id: str, *, initial: str = "") -> Block:
    """A select of public and private channels."""
    element: Block = {
        "type": "conversations_select",
        "action_id": action_id,
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    return {**element, "initial_conversation": initial} if initial else element


def field(label: str, element: Block, *, optional: bool = False, hint: str = "") -> Block:
    """An input block; its block_id is its element's action_id."""
    block: Block = {
        "type": "input",
        "block_id": element["action_id"],
        "label": plain_text(label, 2000),
        "element": element,
        "optional": optional,
    }
    return {**block, "hint": plain_text(hint, 2000)} if hint else block


def modal(callback_id: str, title: str, blocks: Sequence[Block], *, submit: str = "", kept: str = "") -> Block:
    """A modal; `kept` comes back with the submission and is input like any other."""
    view: Block = {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain_text(title, 24),
        "close": plain_text("Cancel" if submit else "Close", 24),
        "private_metadata": kept[:3000],
        "blocks": list(blocks[:100]),
    }
    return {**view, "submit": plain_text(submit, 24)} if submit else view


def home(blocks: Sequence[Block]) -> Block:
    """An App Home tab."""
    return {"type": "home", "blocks": list(blocks[:100])}
