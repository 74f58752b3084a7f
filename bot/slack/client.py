"""Slack's clients: where they call, how long they wait, what they try again."""

from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

BEFORE_TRIGGER_ENDS = 2  # seconds; Slack's trigger lives for three
POSTING = 15


def retrying() -> list[AsyncRetryHandler]:
    """For calls that may be made twice: ephemeral answers, views, reading."""
    return [
        AsyncConnectionErrorRetryHandler(max_retry_count=1),
        AsyncRateLimitErrorRetryHandler(max_retry_count=2),
        AsyncServerErrorRetryHandler(max_retry_count=1),
    ]


def asking_client(token: str | None, api_url: str) -> AsyncWebClient:
    """For Bolt, views and answers: short waits, retries."""
    return AsyncWebClient(
        token=token, base_url=_slashed(api_url), timeout=BEFORE_TRIGGER_ENDS, retry_handlers=retrying()
    )


def posting_client(token: str, api_url: str) -> AsyncWebClient:
    """For messages that must stand once: it never tries again by itself, the outbox does, after a look."""
    return AsyncWebClient(token=token, base_url=_slashed(api_url), timeout=POSTING, retry_handlers=[])


def _slashed(url: str) -> str:
    return url if url.endswith("/") else url + "/"
