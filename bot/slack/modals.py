"""Opening modals within the life of a trigger: a skeleton at once, its content afterwards."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import blocks as b
from bot.slack.faults import error_code, translated
from bot.slack.text import disarm
from screening.errors import Refused

_TOO_LATE = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"}
_GONE = {"not_found", "hash_conflict", "view_not_found"}


class Views:
    """Opens and fills modals, publishes Home."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def open(self, trigger: str, view: b.Block) -> str:
        """Opens a modal; gives the id under which it can be filled."""
        async with _in_time():
            answer = await self._client.views_open(trigger_id=trigger, view=disarm(view))
        return str((answer.get("view") or {}).get("id") or "")

    async def push(self, trigger: str, view: b.Block) -> None:
        """Opens a modal on top of the open one."""
        async with _in_time():
            await self._client.views_push(trigger_id=trigger, view=disarm(view))

    async def fill(self, view_id: str, view: b.Block) -> None:
        """Replaces what an open modal shows; a modal closed meanwhile is no fault."""
        async with translated("filling a form"):
            try:
                await self._client.views_update(view_id=view_id, view=disarm(view))
            except SlackApiError as error:
                if error_code(error) not in _GONE:
                    raise

    async def publish(self, user: str, view: b.Block) -> None:
        """Shows a person's Home."""
        async with translated("publishing Home"):
            await self._client.views_publish(user_id=user, view=disarm(view))


@asynccontextmanager
async def _in_time() -> AsyncIterator[None]:
    """A trigger that is over is told in words: whoever clicked can do it again."""
    async with translated("opening a form"):
        try:
            yield
        except SlackApiError as error:
            if error_code(error) in _TOO_LATE:
                raise Refused("The form could not open in time. Nothing was lost: please do that once more.") from error
            raise


def skeleton(callback_id: str, title: str, kept: str = "") -> b.Block:
    """What a modal shows while its content is fetched."""
    return b.modal(callback_id, title, [b.section("Loading…")], kept=kept)


def message_view(callback_id: str, title: str, text: str) -> b.Block:
    """A modal that only says something."""
    return b.modal(callback_id, title, [b.section(text)])


def state_value(view: dict[str, Any], name: str) -> str:
    """What was put into an input: text, the chosen value or the chosen channel; bounded."""
    found = _state(view, name)
    chosen = found.get("selected_option") or {}
    value = found.get("value") or chosen.get("value") or found.get("selected_conversation") or ""
    return str(value).replace("\x00", "").strip()[:3000]


def state_values(view: dict[str, Any], name: str) -> tuple[str, ...]:
    """What was chosen in a multi select."""
    return tuple(str(o.get("value"))[:150] for o in (_state(view, name).get("selected_options") or [])[:100])


def state_file(view: dict[str, Any], name: str) -> str:
    """The id of an uploaded file; empty where there is none."""
    first = next(iter(_state(view, name).get("files") or []), "")
    return str(first.get("id") if isinstance(first, dict) else first)[:40]


def shown_file(view: dict[str, Any], name: str) -> Mapping[str, Any]:
    """An uploaded file as the form shows it, with its address; empty where it shows the id alone."""
    first = next(iter(_state(view, name).get("files") or []), None)
    return first if isinstance(first, dict) else {}


def _state(view: dict[str, Any], name: str) -> dict[str, Any]:
    values = (view.get("state") or {}).get("values") or {}
    return dict((values.get(name) or {}).get(name) or {})
