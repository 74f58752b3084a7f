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
    """NaN would be kept as null; PostgreSQL cannot keep the character NUL. Asked of almost every row: flat, for speed."""
    ahead = [value]
    while ahead:
        part = ahead.pop()
        if isinstance(part, str):
            if "\0" in part:
                raise ValueError("the character NUL cannot be kept in the store")
        elif isinstance(part, dict | list | tuple):
            ahead += (*part.keys(), *part.values()) if isinstance(part, dict) else part
        elif isinstance(part, float):
            if not math.isfinite(part):
                raise ValueError(f"{part} cannot be kept in the store")
        elif isinstance(part, Mapping):
            ahead += (*part.keys(), *part.values())


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _INT64:
        return int(value)
    return value
