"""What a browser sent with a form: bounded fields, and at most one file."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

LARGEST: Final = 256 * 1024  # bytes of a page of answers
LARGEST_FILE: Final = (5 << 20) + LARGEST  # bytes of a page with a file
MOST_FIELDS: Final = 200
MOST_PARTS: Final = 20
POURED_AWAY: Final = 64 << 20  # bytes that are read and forgotten, so that the browser shows our answer
PATIENCE: Final = 60.0  # seconds for a whole body


class TooLarge(Exception):
    """More bytes or fields than a page can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The fields, each with all its values; the file where there is one."""

    fields: Mapping[str, tuple[str, ...]]
    name: str = ""
    data: bytes = b""

    def text(self, name: str) -> str:
        """A field's values as one; empty where it is not there."""
        return "".join(self.fields.get(name, ()))


async def read_body(request: Request) -> Body:
    """The sent page. Raises TooLarge; what comes too slowly counts as too large."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        async with asyncio.timeout(PATIENCE):
            if kind == "application/x-www-form-urlencoded":
                return _fields(await _bytes(request, LARGEST))
            if kind == "multipart/form-data":
                return await _parts(request, await _bytes(request, LARGEST_FILE))
    except TimeoutError as error:
        raise TooLarge from error
    return Body(fields={})


def _fields(body: bytes) -> Body:
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise TooLarge from error
    return Body(fields=_together(pairs))


async def _parts(request: Request, body: bytes) -> Body:
    async def stream() -> AsyncGenerator[bytes, None]:
        yield body
        yield b""

    parser = MultiPartParser(
        request.headers,
        stream(),
        max_files=1,
        max_fields=MOST_PARTS,
        max_part_size=LARGEST,
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError):
        return Body(fields={})
    pairs = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    file = next((value for _, value in form.multi_items() if isinstance(value, UploadFile)), None)
    data = await file.read() if file is not None else b""
    await form.close()
    return Body(fields=_together(pairs), name=(file.filename or "") if file is not None else "", data=data)


def _together(pairs: list[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    given: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        given[name] = (*given.get(name, ()), value)
    return given


async def _bytes(request: Request, largest: int) -> bytes:
    """The body; what lies beyond `largest` is not kept."""
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > POURED_AWAY:
        raise TooLarge
    chunks, size = list[bytes](), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > POURED_AWAY:
            raise TooLarge
        if size > largest:
            chunks.clear()
        else:
            chunks.append(chunk)
    if size > largest:
        raise TooLarge
    return b"".join(chunks)
