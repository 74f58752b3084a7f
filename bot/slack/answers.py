"""Answers for the person who asked: through Slack's response_url where there is one, else by an ephemeral message."""

import logging
from collections.abc import Sequence
from typing import Any, Protocol

from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack.blocks import Block
from bot.slack.cards import choose_stage, just_mapped, just_paused, result_card, start_again
from bot.slack.client import retrying
from bot.slack.desk import Said
from bot.slack.faults import translated
from bot.slack.post import SlackPost
from bot.slack.text import disarm, escape, pages
from screening.errors import PortFailed

log = logging.getLogger("greenroom.slack")
MOST_USES = 5  # Slack's own limit of a response_url


class Answers(Protocol):
    """Where one person's answers go."""

    async def say(self, text: str, blocks: Sequence[Block] = (), *, instead: bool = False) -> None:
        """Shows it to that person alone; `instead` replaces the message that was clicked."""


async def give(answers: Answers, said: Said, *, instead: bool = False) -> None:
    """A Desk's answer; the clicked message is replaced only by a success."""
    if said.card is not None:
        return await answers.say(*result_card(said.card), instead=instead and said.ok)
    found = pages(said.text)
    for number, page in enumerate(found, 1):
        blocks = _following(page, said) if number == len(found) else ()
        await answers.say(page, blocks, instead=instead and said.ok and number == 1)


def _following(text: str, said: Said) -> Sequence[Block]:
    """The button to what follows, if anything does."""
    if said.again:
        return start_again(text, said.again)[1]
    if said.mapped:
        return just_mapped(text, said.mapped)[1]
    if said.paused:
        return just_paused(text, said.paused)[1]
    return choose_stage(text, said.to_map)[1] if said.to_map else ()


class UrlAnswers:
    """Answers through a response_url: works without membership, at most five times; then, or where it fails, `otherwise`."""

    def __init__(self, url: str, otherwise: Answers) -> None:
        self._client = AsyncWebhookClient(url, timeout=10, retry_handlers=retrying())
        self._otherwise = otherwise
        self._left = MOST_USES

    async def say(self, text: str, blocks: Sequence[Block] = (), *, instead: bool = False) -> None:
        """Posts it for the person alone, or in place of the message that was clicked."""
        if not await self._sent(_payload(text, blocks, instead)):
            await self._otherwise.say(text, blocks)

    async def _sent(self, payload: dict[str, Any]) -> bool:
        if self._left <= 0:
            return False
        self._left -= 1
        try:
            async with translated("answering"):
                answer = await self._client.send_dict(payload)
        except PortFailed as failure:
            log.warning("slack: %s", failure)
            return False
        return answer.status_code == 200


class PlaceAnswers:
    """Answers by an ephemeral message in a channel, or a direct message where the bot is not in it."""

    def __init__(self, post: SlackPost, channel: str, user: str, *, thread_ts: str = "") -> None:
        self._post, self._channel, self._user, self._thread = post, channel, user, thread_ts

    async def say(self, text: str, blocks: Sequence[Block] = (), *, instead: bool = False) -> None:
        """Shows it to the person alone."""
        if self._channel:
            await self._post.ephemeral(self._channel, self._user, text, blocks, thread_ts=self._thread)
        else:
            await self._post.post(await self._post.open_dm(self._user), text, blocks)


def answers_for(body: dict[str, Any], post: SlackPost, channel: str, user: str) -> Answers:
    """The best way to answer this payload."""
    url = str(body.get("response_url") or "")
    place = PlaceAnswers(post, channel, user)
    return UrlAnswers(url, place) if url else place


def _payload(text: str, blocks: Sequence[Block], instead: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"text": disarm(text), "replace_original": instead}
    if blocks:
        made["blocks"] = disarm(list(blocks))
    return made if instead else {**made, "response_type": "ephemeral"}


def apology(answers: Answers) -> Any:
    """How a failure is told through these answers."""

    async def tell(text: str) -> None:
        await answers.say(escape(text))

    return tell
