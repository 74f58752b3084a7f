"""The daily anchor: one seal over the heads of every audit chain that grew, and over the anchor before it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from screening.chain import START, Link

Head = tuple[str, int, str]  # screening, number of links, head of the chain there


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One anchor: `number` from 1, `at` ms UTC, the heads it seals, and its root over them and the root before."""

    number: int
    at: int
    heads: tuple[Head, ...]
    root: str


def next_anchor(before: Anchor | None, at: int, heads: Sequence[Head]) -> Anchor:
    """The anchor after `before`."""
    number, kept = (before.number + 1 if before else 1), tuple(sorted(heads))
    return Anchor(number=number, at=at, heads=kept, root=_root(before.root if before else START, number, at, kept))


def _root(before: str, number: int, at: int, heads: Sequence[Head]) -> str:
    said = json.dumps([list(h) for h in heads], separators=(",", ":"), ensure_ascii=True)
    return sha256(f"{before}|{number}|{at}|{said}".encode()).hexdigest()


def anchor_faults(anchors: Sequence[Anchor], chains: Mapping[str, Sequence[Link]]) -> list[str]:
    """What is wrong with the anchors, or with the chains beside them; empty where they agree."""
    found: list[str] = []
    before = START
    for place, anchor in enumerate(anchors, 1):
        if anchor.number != place:
            return [*found, f"anchor {place} is missing"]
        if anchor.root != _root(before, anchor.number, anchor.at, anchor.heads):
            found.append(f"anchor {place} was changed, or one before it")
        found += [fault for head in anchor.heads if (fault := _differs(place, head, chains.get(head[0], ())))]
        before = anchor.root
    return found


def _differs(place: int, head: Head, links: Sequence[Link]) -> str:
    id, number, said = head
    if len(links) < number:
        return f"{id}: anchor {place} has seen {number} links, {len(links)} are left"
    return "" if links[number - 1].head == said else f"{id}: link {number} is not the one that anchor {place} has seen"
