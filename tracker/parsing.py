"""Reading Tracker's loose JSON: keys in any case, any envelope, numbers and flags as text."""

import math
from collections.abc import Mapping
from typing import Final, TypeAlias

from tracker.errors import TrackerMalformed

Row: TypeAlias = Mapping[str, object]

LONGEST_TEXT: Final = 200_000
LONGEST_ID: Final = 15
YES: Final = frozenset({"y", "yes", "true", "1"})
ENVELOPES: Final = ("data", "results", "items", "value")
TOTALS: Final = ("totalcount", "totalrecords", "count")


def folded(value: object) -> object:
    """The same JSON with every key in lower case: Tracker's casing differs from row to detail."""
    if isinstance(value, dict):
        return {str(key).lower(): folded(inner) for key, inner in value.items()}
    return [folded(inner) for inner in value] if isinstance(value, list) else value


def row(answer: object, what: str) -> Row:
    """The answer as one record, also where it is wrapped as {"data": {...}}."""
    if not isinstance(answer, dict):
        raise TrackerMalformed(f"{what}: a record was asked for and something else came")
    inner = answer.get("data")
    return inner if isinstance(inner, dict) else answer


def rows(answer: object, plural: str, what: str) -> list[Row]:
    """The rows of a list answer, whatever its envelope."""
    if isinstance(answer, dict):
        answer = _unwrapped(answer, plural.lower(), what)
    if not isinstance(answer, list):
        raise TrackerMalformed(f"{what}: a list was asked for and something else came")
    return [each for each in answer if isinstance(each, dict)]


def _unwrapped(answer: Row, plural: str, what: str) -> object:
    for key in (plural, *ENVELOPES):
        if key in answer:
            return answer[key] or []
    found = [value for value in answer.values() if isinstance(value, list)]
    if not found and not any(answer.get(total) == 0 for total in TOTALS):
        raise TrackerMalformed(f"{what}: no list in the answer")
    return found[0] if found else []


def first(record: Row, *keys: str) -> object:
    """The first of these keys that holds something; "address.town" looks inside."""
    for key in keys:
        value: object = record
        for part in key.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        if value not in (None, ""):
            return value
    return None


def text(record: Row, *keys: str) -> str:
    """The first filled key as text; of a nested reference, its name."""
    value = first(record, *keys)
    if isinstance(value, dict):
        value = value.get("name")
    if value is None or isinstance(value, list | dict | bool):
        return ""
    return str(value).strip()[:LONGEST_TEXT]


def identity(record: Row, *keys: str) -> int | None:
    """The first filled key as a positive id; of a nested reference, its id."""
    value = first(record, *keys)
    if isinstance(value, dict):
        value = value.get("id")
    digits = str(value)
    if isinstance(value, bool) or not digits.isascii() or not digits.isdigit():
        return None
    return int(digits) or None if len(digits) <= LONGEST_ID else None


def number(record: Row, *keys: str) -> float | None:
    """The first filled key as a number; Tracker's rows carry numbers as text."""
    try:
        value = float(text(record, *keys).replace(",", ""))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def flag(record: Row, *keys: str) -> bool | None:
    """The first filled key as a flag; None where no key is filled."""
    value = first(record, *keys)
    return None if value is None else str(value).strip().lower() in YES


def listed(record: Row, key: str) -> list[Row]:
    """A nested list of records."""
    value = record.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def custom(record: Row) -> dict[str, str]:
    """Custom fields by name."""
    return {name: text(each, "value") for each in listed(record, "customfields") if (name := text(each, "name"))}
