"""POST /slack/events: bytes from the web, refused where they cannot be Slack's."""

from collections.abc import Awaitable, Callable

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.internals import parse_body
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

LONGEST_BODY = 1_000_000


def slack_endpoint(app: AsyncApp) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint for Starlette's routes."""
    handler = AsyncSlackRequestHandler(app)

    async def receive(request: Request) -> Response:
        if len(await request.body()) > LONGEST_BODY:
            return JSONResponse({"error": "too long"}, status_code=413)
        if not await _plausible(request):
            return JSONResponse({"error": "invalid request"}, status_code=401)
        return await handler.handle(request)

    return receive


async def _plausible(request: Request) -> bool:
    """Whether it can be read at all: Bolt reads the body before it looks at the signature, and raises where it cannot."""
    stamp = request.headers.get("x-slack-request-timestamp", "0")
    try:
        body = (await request.body()).decode("utf-8")
        read = parse_body(body, request.headers.get("content-type", "").split(";")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(read, dict) and stamp.isascii() and stamp.isdigit() and len(stamp) <= 12
