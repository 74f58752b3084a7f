"""Seal: the canonical form of a scorecard and its digest, by which a report can be checked later."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from screening.scoring import Scorecard


def canonical(card: Scorecard) -> str:
    """The scorecard as JSON, always the same bytes for the same result."""
    return json.dumps(_plain(card), sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest(card: Scorecard) -> str:
    """sha256 of the canonical scorecard, hex."""
    return sha256(canonical(card).encode()).hexdigest()


def _plain(thing: Any) -> Any:
    if is_dataclass(thing):
        return {f.name: _plain(getattr(thing, f.name)) for f in fields(thing)}
    if isinstance(thing, Mapping):
        return {str(k): _plain(v) for k, v in thing.items()}
    if isinstance(thing, list | tuple):
        return [_plain(x) for x in thing]
    return thing
