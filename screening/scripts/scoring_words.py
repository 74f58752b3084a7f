"""Scoring in a person's words, one row a line: "at least 5 = 5", "evening, 2nd, swing = 4", "stopped the work: stopped, parked = 2"."""

import re
from collections.abc import Mapping
from typing import Any, Final

from screening.scripts.script import Kind

HINTS: Final[Mapping[str, str]] = {
    Kind.YES_NO: "Leave it empty: the wanted answer gives 5, the other 1. Or two rows: yes = 5 and no = 3",
    Kind.NUMBER: "A row a line, the first that fits counts: at least 5 = 5, then at least 2 = 3, then otherwise = 1",
    Kind.PAY: "A row a line, the first that fits counts: at most 24 = 5, then at most 26 = 3, then otherwise = 1",
    Kind.DATE: "A row a line, the first that fits counts: within 14 days = 5, then otherwise = 1",
    Kind.CHOICE: "An option a line, with other words for it and its points: evening, 2nd, swing = 4",
    Kind.LOCATION: "Minutes, a row a line: at most 30 = 5, then at most 60 = 3, then otherwise = 1",
    Kind.TEXT: "What you look for, a line each: stopped the work: stopped, shut it down, parked = 2",
}
_WORDS: Final = {"at_least": "at least", "at_most": "at most", "within_days": "within"}
_ROW: Final = re.compile(r"(.*?)\s*=\s*(\d+(?:\.\d+)?)\s*")
_BOUND: Final = re.compile(r"(at least|at most|within)\s+(\d+(?:\.\d+)?)(?:\s+[a-z]+)?", re.IGNORECASE)
_NAMES: Final = {words: name for name, words in _WORDS.items()}


def scoring_of(q: Mapping[str, Any]) -> str:
    """A question's scoring in words; empty where it has none."""
    match q.get("kind"):
        case Kind.YES_NO:
            points = q.get("points")
            return "\n".join(f"{k} = {v:g}" for k, v in points.items()) if isinstance(points, Mapping) else ""
        case Kind.CHOICE:
            return "\n".join(_option(o) for o in q.get("options", []))
        case Kind.TEXT:
            return "\n".join(_rubric(line) for line in q.get("rubric", []))
        case _:
            return "\n".join(_points(row) for row in q.get("points", []))


def read_scoring(kind: str, words: str) -> dict[str, Any]:
    """The keys of a question that these words give; ValueError names the line that cannot be read."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not lines:
        return {}
    match kind:
        case Kind.YES_NO:
            return {"points": dict(_yes_no(line) for line in lines)}
        case Kind.CHOICE:
            return {"options": [_read_option(line) for line in lines]}
        case Kind.TEXT:
            return {"rubric": [_read_rubric(line) for line in lines]}
        case _:
            return {"points": [_read_points(line) for line in lines]}


def _number(text: str) -> int | float:
    value = float(text)
    return int(value) if value.is_integer() else value


def _points(row: Mapping[str, Any]) -> str:
    bounds = [
        f"{words} {row[name]:g}" + (" days" if name == "within_days" else "")
        for name, words in _WORDS.items()
        if name in row
    ]
    return f"{', '.join(bounds) or 'otherwise'} = {row.get('points', 1):g}"


def _read_points(line: str) -> dict[str, Any]:
    found = _ROW.fullmatch(line)
    if not found:
        raise ValueError(f"“{line}” gives no points: end it with = and a number from 1 to 5")
    bounds = _BOUND.findall(found[1])
    if not bounds and found[1].strip().lower() not in ("otherwise", "else", ""):
        raise ValueError(f"“{line}”: begin with at least, at most, within or otherwise")
    return {_NAMES[word.lower()]: _number(number) for word, number in bounds} | {"points": _number(found[2])}


def _yes_no(line: str) -> tuple[str, int | float]:
    found = _ROW.fullmatch(line)
    if not found or found[1].strip().lower() not in ("yes", "no"):
        raise ValueError(f"“{line}”: write yes = 5 and no = 3")
    return found[1].strip().lower(), _number(found[2])


def _option(o: Mapping[str, Any]) -> str:
    words = ", ".join([str(o.get("value", "")), *map(str, o.get("also", []))])
    return f"{words} = {o['points']:g}" if "points" in o else words


def _read_option(line: str) -> dict[str, Any]:
    found = _ROW.fullmatch(line)
    words = [w.strip() for w in (found[1] if found else line).split(",") if w.strip()]
    if not words:
        raise ValueError(f"“{line}” names no option")
    made: dict[str, Any] = {"value": words[0]} | ({"also": words[1:]} if words[1:] else {})
    return made | ({"points": _number(found[2])} if found else {})


def _rubric(line: Mapping[str, Any]) -> str:
    return f"{line.get('name', '')}: {', '.join(map(str, line.get('evidence', [])))} = {line.get('points', 1):g}"


def _read_rubric(line: str) -> dict[str, Any]:
    found = _ROW.fullmatch(line)
    name, _, evidence = (found[1] if found else line).partition(":")
    words = [w.strip() for w in evidence.split(",") if w.strip()]
    if not name.strip() or not words:
        raise ValueError(f"“{line}”: write what you look for, a colon, and the words that show it")
    return {"name": name.strip(), "evidence": words, "points": _number(found[2]) if found else 1}
