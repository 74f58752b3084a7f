"""Which of several plausible calls this tenant answers to: tried in order, remembered, probed."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from tracker.errors import (
    TrackerError,
    TrackerInvalid,
    TrackerNotFound,
    TrackerRefused,
    TrackerUnauthorized,
)

if TYPE_CHECKING:
    from tracker.client import TrackerClient

T = TypeVar("T")

WIDGET = "widget"  # the name of every way that uses the older API
NONE: Final = "none"  # remembered where no way was known to Tracker when it was tried last


class Strategies:
    """What is known to work, by operation."""

    def __init__(self, known: Mapping[str, str], remember: Callable[[str, str], None] | None) -> None:
        self._known = dict(known)
        self._remember = remember

    def order(self, operation: str, ways: Iterable[str]) -> list[str]:
        """The ways to try, the one that worked before first."""
        return sorted(ways, key=lambda way: way != self._known.get(operation))

    def known(self, operation: str) -> str | None:
        """The way that worked before."""
        way = self._known.get(operation)
        return None if way == NONE else way

    def lacking(self, operation: str) -> bool:
        """Whether Tracker knew no way when it was tried last."""
        return self._known.get(operation) == NONE

    def works(self, operation: str, way: str) -> None:
        """Remember the way that worked."""
        if self._known.get(operation) != way:
            self._known[operation] = way
            if self._remember:
                self._remember(operation, way)


async def first_that_answers(
    client: "TrackerClient", operation: str, ways: Mapping[str, Callable[[], Awaitable[T]]]
) -> T:
    """The first way that Tracker knows: a 404, 405 or 400 was certainly not carried out."""
    refused: TrackerRefused | None = None
    unknown = True  # whether every refusal says that the call itself is not there
    for name in client.strategies.order(operation, open_ways(client, ways)):
        try:
            result = await ways[name]()
        except (TrackerNotFound, TrackerInvalid) as error:
            refused, unknown = refused or error, unknown and isinstance(error, TrackerNotFound)
        except TrackerUnauthorized as error:
            if name != WIDGET:
                raise
            refused = error if client.widget.has_credentials else refused or error
        else:
            client.strategies.works(operation, name)
            return result
    if refused and unknown and not client.strategies.known(operation):
        client.strategies.works(operation, NONE)
    raise refused or TrackerUnauthorized(401, "no credentials for it", what=operation)


def open_ways(client: "TrackerClient", ways: Iterable[str]) -> list[str]:
    """The ways for which there are credentials."""
    return [way for way in ways if (client.widget.ready if way == WIDGET else client.has_token)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One thing the product needs from Tracker, and whether it is there."""

    name: str
    ok: bool
    sentence: str


ALIKE: Final = {"activity": ("activity", "activity_custom")}  # the same call, with custom fields
WRITES: Final = {  # operation by scope, with the call as Tracker's own list would show it
    "stage moves": ("move", "patch", re.compile(r"/opportunityresource/{\w+}")),
    "activity log": ("activity", "post", re.compile(r"/activity")),
    "document upload": ("upload", "post", re.compile(r"/resource/{\w+}/document")),
}


async def probe(client: "TrackerClient") -> list[Scope]:
    """Each scope of ours: what reads is read, what writes is looked up; nothing is written."""
    reads: dict[str, Callable[[], Awaitable[object]]] = {
        "access": client.check,
        "jobs": client.jobs.first_page,
        "applications": client.applications.far_page,
        "candidates": client.candidates.first_page,
        "stages": client.metadata.statuses,
        "users": client.metadata.users,
        "activities": client.activities.first_page,
        "older API": client.widget.check,
    }
    scopes = [await _scope(name, attempt) for name, attempt in reads.items()]
    listed = await _listed(client)
    return scopes + [_write(client, name, listed) for name in WRITES]


async def write_scopes(client: "TrackerClient") -> list[tuple[str, bool, str]]:
    """Name, whether it can be done, and a sentence, of each write; nothing is written."""
    listed = await _listed(client)
    scopes = [_write(client, name, listed) for name in WRITES]
    return [(scope.name, scope.ok, scope.sentence) for scope in scopes]


async def _scope(name: str, attempt: Callable[[], Awaitable[object]]) -> Scope:
    try:
        found = await attempt()
    except TrackerError as error:
        return Scope(name=name, ok=False, sentence=str(error))
    told = f"{len(found)} on the first page" if isinstance(found, list) and found else "answers"
    return Scope(name=name, ok=True, sentence=told)


async def _listed(client: "TrackerClient") -> set[tuple[str, str]]:
    """Method and path of every call in Tracker's own list; empty where it is not shown."""
    try:
        answer = await client.description()
    except TrackerError:
        return set()
    paths = answer.get("paths") if isinstance(answer, dict) else None
    if not isinstance(paths, dict):
        return set()
    return {
        (method, re.sub(r"^/api/v[\d.]+", "", path))
        for path, item in paths.items()
        if isinstance(item, dict)
        for method in item
    }


def _write(client: "TrackerClient", name: str, listed: set[tuple[str, str]]) -> Scope:
    operation, method, path = WRITES[name]
    if not (client.has_token or client.widget.ready):
        return Scope(name=name, ok=False, sentence="no credentials for it")
    alike = ALIKE.get(operation, (operation,))
    if known := next((way for each in alike if (way := client.strategies.known(each))), None):
        return Scope(name=name, ok=True, sentence=f"done before, by {known}")
    if any(client.strategies.lacking(each) for each in alike):
        return Scope(name=name, ok=False, sentence="Tracker's REST did not know the call when it was tried")
    if any(method == verb and path.fullmatch(each) for verb, each in listed):
        return Scope(name=name, ok=True, sentence="in Tracker's own list of calls")
    ways = ["REST"] * client.has_token + ["the older API"] * client.widget.ready
    return Scope(name=name, ok=True, sentence=f"will be tried by {', then '.join(ways)}")
