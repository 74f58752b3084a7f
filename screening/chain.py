"""The audit chain of a screening: each link seals what happened and the link before it.

A link holds sha256(nonce + payload) and nothing personal. Payload and nonce lie in rows of their own, which erasure
removes; the chain stays whole and says so.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any

from screening.events import Event
from screening.screening import Screening

START = "0" * 64  # what the first link seals in place of a link before it
ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link: `number` from 1, `at` ms UTC, `seal` of the payload, `head` of the chain up to here."""

    number: int
    at: int
    seal: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What a link seals: the event as plain data, and the nonce that keeps it from being guessed."""

    nonce: str
    payload: Mapping[str, Any]


def sealed(what: Sealed) -> str:
    """sha256 of nonce and canonical payload, hex."""
    said = json.dumps(what.payload, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(f"{what.nonce}{said}".encode()).hexdigest()


def next_link(head: str, number: int, at: int, what: Sealed) -> Link:
    """The link after `head`."""
    seal = sealed(what)
    return Link(number=number, at=at, seal=seal, head=_head(head or START, number, at, seal))


def _head(before: str, number: int, at: int, seal: str) -> str:
    return sha256(f"{before}|{number}|{at}|{seal}".encode()).hexdigest()


def faults(links: Sequence[Link], events: Mapping[int, Sealed]) -> list[str]:
    """What is wrong with a chain, each by the number of its link; empty where it is whole.

    A payload may be missing only where a later link says that it was erased.
    """
    found: list[str] = []
    before = START
    erased = max((link.number for link in links if _is_erasure(events.get(link.number))), default=0)
    for place, link in enumerate(links, 1):
        if link.number != place:
            return [*found, f"link {place} is missing"]
        if link.head != _head(before, link.number, link.at, link.seal):
            found.append(f"link {link.number} does not follow from the one before it")
        found += _payload_faults(link, events.get(link.number), erased)
        before = link.head
    return found


def _payload_faults(link: Link, what: Sealed | None, erased: int) -> list[str]:
    if what is None:
        return [] if link.number < erased else [f"what link {link.number} seals is missing"]
    return [] if sealed(what) == link.seal else [f"what link {link.number} seals was changed"]


def _is_erasure(what: Sealed | None) -> bool:
    return what is not None and what.payload.get("what") == ERASED


def happened(event: Event, before: Screening, after: Screening, published: Mapping[str, Any] | None) -> dict[str, Any]:
    """An event and what came of it, as plain data: its fields, new answers, the status where it changed, the result."""
    told: dict[str, Any] = {
        "what": type(event).__name__,
        **{f.name: _plain(getattr(event, f.name)) for f in fields(event)},
    }
    fresh = [a for a in after.answers if a not in before.answers]
    if fresh:
        told["answers"] = [_plain(a) for a in fresh]
    if after.status is not before.status:
        told["status"] = after.status.value
    if published:
        told["result"] = dict(published)
    return told


def _plain(thing: Any) -> Any:
    if hasattr(thing, "__dataclass_fields__"):
        return {f.name: _plain(getattr(thing, f.name)) for f in fields(thing)}
    if isinstance(thing, Mapping):
        return {str(k): _plain(v) for k, v in thing.items()}
    if isinstance(thing, list | tuple | frozenset):
        return [_plain(x) for x in thing]
    return thing if isinstance(thing, str | int | float | bool | None) else str(thing)
