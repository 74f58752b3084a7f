"""The words that a person sees in a Slack message or view, without its boxes."""

import html
from collections.abc import Iterator
from typing import Any

from bot.sandbox.wire import Json

SHOWN = ("text", "title", "label", "alt_text", "url")


def words_of(message: Json) -> str:
    """All words of a message: its text, then those of its blocks that the text does not say."""
    parts = [message.get("text") or "", *_of_blocks(message.get("blocks") or [])]
    return html.unescape("\n".join(dict.fromkeys(part for part in parts if part)))


def _of_blocks(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _of_blocks(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_blocks(inner, key)
    elif isinstance(value, str) and key in SHOWN:
        yield value


def actions_of(blocks: Any) -> set[str]:
    """The action_ids in blocks."""
    if isinstance(blocks, dict):
        own = {blocks["action_id"]} if "action_id" in blocks else set()
        return own.union(*(actions_of(inner) for inner in blocks.values()))
    if isinstance(blocks, list):
        return set().union(*(actions_of(inner) for inner in blocks))
    return set()


def buttons_of(blocks: Any) -> list[str]:
    """What stands on the buttons in blocks."""
    if isinstance(blocks, list):
        return [words for inner in blocks for words in buttons_of(inner)]
    if not isinstance(blocks, dict):
        return []
    if blocks.get("type") == "button":
        return [str(blocks["text"]["text"])]
    return [*buttons_of(blocks.get("elements")), *buttons_of(blocks.get("accessory"))]
