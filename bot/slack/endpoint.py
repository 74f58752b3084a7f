"""POST /slack/events: bytes from the web, refused where they cannot be Slack's."""

from collections.abc import Awaitable, Callable

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.internals import parse_body
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Message

from bot.bodies import bounded

LONGEST_BODY = 1_000_000


def slack_endpoint(app: AsyncApp) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint for Starlette's routes."""
    handler = AsyncSlackRequestHandler(app)

    async def receive(request: Request) -> Response:
        body = await bounded(request, LONGEST_BODY)
        if body is None:
            return JSONResponse({"error": "too long"}, status_code=413)
        kept = _again(request, body)
        if not await _plausible(kept):
            return JSONResponse({"error": "invalid request"}, status_code=401)
        return await handler.handle(kept)

    return receive


def _again(request: Request, body: bytes) -> Request:
    """The same request, with the body that was read."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return Request(request.scope, receive)


async def _plausible(request: Request) -> bool:
    """Whether it can be read at all: Bolt reads the body before it looks at the signature, and raises where it cannot."""
    stamp = request.headers.get("x-slack-request-timestamp", "0")
    try:
        body = (await request.body()).decode("utf-8")
        read = parse_body(body, request.headers.get("content-type", "").split(";")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(read, dict) and stamp.isascii() and stamp.isdigit() and len(stamp) <= 12
