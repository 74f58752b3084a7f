"""Slack's errors into ours: what failed, and what is known about its effect."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from screening.errors import Fate, PortFailed

_LATER = {"ratelimited", "rate_limited", "message_limit_exceeded"}
_UNKNOWN = {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"}
AGAIN = 30.0  # seconds between tries while a person has something to mend
_WORDS = {
    "channel_not_found": "the channel is gone, or Greenroom was not invited to it (/invite it there)",
    "not_in_channel": "Greenroom is not a member of the channel (/invite it there)",
    "is_archived": "the channel is archived",
    "token_revoked": "Slack's token was revoked: install the app again",
    "account_inactive": "the app was removed from the workspace: install it again",
    "invalid_auth": "Slack does not know the bot token",
    "missing_scope": "the app lacks a permission: install it again from the manifest",
}


class MessageGone(PortFailed):
    """The message to be changed was deleted."""


@asynccontextmanager
async def translated(what: str) -> AsyncIterator[None]:
    """Whatever goes wrong inside with Slack leaves as PortFailed."""
    try:
        yield
    except SlackApiError as error:
        raise from_answer(what, error) from error
    except (aiohttp.ClientConnectorError, aiohttp.InvalidURL) as error:
        raise PortFailed(f"{what}: Slack cannot be reached", fate=Fate.NOT_DONE) from error
    except TimeoutError as error:
        raise PortFailed(f"{what}: Slack did not answer in time", fate=Fate.UNKNOWN) from error
    except (aiohttp.ClientError, SlackClientError, json.JSONDecodeError, OSError) as error:
        raise PortFailed(
            f"{what}: the connection to Slack broke ({type(error).__name__})", fate=Fate.UNKNOWN
        ) from error


def from_answer(what: str, error: SlackApiError) -> PortFailed:
    """The failure that Slack answered with."""
    answer: Any = error.response
    status = int(getattr(answer, "status_code", None) or getattr(answer, "status", None) or 0)
    code = _code(answer)
    if status == 429 or code in _LATER:
        return PortFailed(f"{what}: Slack asks to wait", fate=Fate.NOT_DONE, retry_after=_retry_after(answer))
    if status >= 500 or code in _UNKNOWN or not code:
        return PortFailed(f"{what}: Slack failed ({code or status})", fate=Fate.UNKNOWN)
    if code in ("message_not_found", "thread_not_found"):
        return MessageGone(f"{what}: the message was deleted ({code})", fate=Fate.REFUSED)
    if code in _WORDS:
        return PortFailed(f"{what}: {_WORDS[code]} ({code})", fate=Fate.NOT_DONE, retry_after=AGAIN, waits=True)
    return PortFailed(f"{what}: Slack refused ({code})", fate=Fate.REFUSED)


def error_code(error: SlackApiError) -> str:
    """Slack's own word for it."""
    return _code(error.response)


def _code(answer: Any) -> str:
    data = getattr(answer, "data", None)
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def _retry_after(answer: Any) -> float:
    found = {str(key).lower(): value for key, value in dict(getattr(answer, "headers", {}) or {}).items()}
    try:
        return min(max(float(found.get("retry-after", 1)), 0.0), 3600.0)
    except (TypeError, ValueError):
        return 1.0
