"""Bodies from outside, read only as far as they may be long."""

from starlette.requests import ClientDisconnect, Request


async def bounded(request: Request, most: int) -> bytes | None:
    """The body; None as soon as it is longer than `most` bytes, or breaks off."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                return None
    except ClientDisconnect:
        return None
    return body
