"""Turning the pages of a search that repeats, overlaps, ignores filters and sizes at will."""

from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerNotFound
from tracker.parsing import Row, identity, rows

if TYPE_CHECKING:
    from tracker.client import TrackerClient

MOST_PAGES: Final = 2000
STALE_PAGES: Final = 2  # pages without anything new, one after the other, before we stop
PAGE: Final = {"maxResults": 10, "pageSize": 10}  # both spellings; Tracker sends 10 whatever we ask


async def pages(
    client: "TrackerClient",
    path: str,
    body: Mapping[str, object],
    *,
    plural: str,
    id_keys: tuple[str, ...],
    limit: int | None = None,
) -> AsyncIterator[list[Row]]:
    """The rows of each page that no earlier page had; rows without an id are left out."""
    seen: set[int] = set()
    stale = 0
    for turn in range(1, (limit or MOST_PAGES) + 1):
        answer = await client.read("POST", path, {**body, **PAGE, "pageNumber": turn})
        found = rows(answer, plural, path)
        fresh = _unseen(found, id_keys, seen)
        if fresh:
            yield fresh
        stale = 0 if fresh else stale + 1
        if not found or stale == STALE_PAGES or _last(answer):
            return


async def each_page(
    client: "TrackerClient",
    paths: tuple[str, ...],
    body: Mapping[str, object],
    *,
    plural: str,
    id_keys: tuple[str, ...],
    limit: int | None = None,
) -> AsyncIterator[list[Row]]:
    """The same, by the first of these paths that exists; that one is remembered."""
    missing: TrackerNotFound | None = None
    operation = f"search:{plural}"
    for path in client.strategies.order(operation, paths):
        try:
            async for page in pages(client, path, body, plural=plural, id_keys=id_keys, limit=limit):
                yield page
        except TrackerNotFound as error:
            missing = missing or error
            continue
        client.strategies.works(operation, path)
        return
    raise missing or TrackerNotFound(404, "no way to search", what=plural)


async def every_row(
    client: "TrackerClient",
    paths: tuple[str, ...],
    body: Mapping[str, object],
    *,
    plural: str,
    id_keys: tuple[str, ...],
    limit: int | None = None,
) -> list[Row]:
    """All rows, each once."""
    turning = each_page(client, paths, body, plural=plural, id_keys=id_keys, limit=limit)
    return [row async for page in turning for row in page]


def _unseen(found: list[Row], id_keys: tuple[str, ...], seen: set[int]) -> list[Row]:
    fresh = []
    for each in found:
        key = identity(each, *id_keys)
        if key is not None and key not in seen:
            seen.add(key)
            fresh.append(each)
    return fresh


def _last(answer: object) -> bool:
    return isinstance(answer, dict) and answer.get("hasnextpage") is False
