"""Documents as JSON: `encode` and `decode` for a row, `canonical` for bytes that are hashed."""

import math
from collections.abc import Mapping
from typing import Any, Final

import orjson

_STRICT: Final = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS
_INT64: Final = 2**63

decode = orjson.loads


def encode(document: Mapping[str, Any]) -> str:
    """A document as it is kept; refuses what would not come back as it was (TypeError, ValueError)."""
    data = orjson.dumps(document, option=_STRICT)
    if b"null" in data or b"\\u0000" in data:
        _refuse_unkeepable(document)
    return data.decode()


def encode_scalar(value: str | int | None) -> str:
    """One value as JSON text."""
    return orjson.dumps(value).decode()


def canonical(value: object) -> bytes:
    """One sequence of bytes for equal values, whichever database they have been through.

    Keys are sorted, whole floats are written as integers (jsonb gives 1e16 back as an integer).
    """
    _refuse_unkeepable(value)
    return orjson.dumps(_plain(value), option=_STRICT | orjson.OPT_SORT_KEYS)


def _refuse_unkeepable(value: object) -> None:
    """NaN would be kept as null; PostgreSQL cannot keep the character NUL."""
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} cannot be kept in the store")
    if isinstance(value, str) and "\0" in value:
        raise ValueError("the character NUL cannot be kept in the store")
    for part in _parts(value):
        _refuse_unkeepable(part)


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, Mapping):
        return (*value.keys(), *value.values())
    return tuple(value) if isinstance(value, list | tuple) else ()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _INT64:
        return int(value)
    return value
