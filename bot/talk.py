"""`greenroom talk`: the real engine with a virtual clock and an empty store; you are the candidate."""

import json
import os
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bot.rehearsal import Line, Rehearsal
from screening.duties.window import Window
from screening.errors import ScreeningError
from screening.scripts.reader import read_script
from screening.understanding.warming import warm

UNITS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LONGEST: Final = 3_650 * 86_400  # seconds that one wait may last
_WAIT: Final = re.compile(r"\s*(?:\d+(?:\.\d+)?\s*[smhd]\s*)+")


def talk(path: str, *, as_json: bool, start: str) -> int:
    """Play a script; 1 where it cannot be read, 2 where the input makes no sense."""
    try:
        played = _begun(path, start, _printed if as_json else _shown)
    except (OSError, ValueError, ScreeningError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for number, line in enumerate(sys.stdin.buffer, 1):
        try:
            item = _item(line.decode("utf-8", "replace").rstrip("\r\n"), as_json=as_json)
        except ValueError as error:
            sys.stderr.write(f"line {number}: {error}\n")
            return 2
        if "wait" in item:
            played.advance(int(seconds_of(item["wait"]) * 1000))
        elif "say" in item:
            played.say(item["say"], more=item.get("more", False))
    _write(played.end() if as_json else {"end": played.screening.status.value})
    return 0


def _begun(path: str, start: str, out: Callable[[Line], None]) -> Rehearsal:
    script = read_script(Path(path).read_text(encoding="utf-8"))
    warm()
    begin = datetime.fromisoformat(start) if start else datetime.now().astimezone()
    return Rehearsal(
        script,
        begin if begin.tzinfo else begin.replace(tzinfo=UTC),
        window=Window.read(os.environ.get("GREENROOM_WINDOW") or "08:00-20:00"),
        brand=os.environ.get("GREENROOM_BRAND") or "Greenroom",
        pause=float(os.environ.get("GREENROOM_LISTENING_PAUSE") or 6),
        out=out,
    )


def _item(line: str, *, as_json: bool) -> dict[str, Any]:
    """One line of input; raises ValueError with a sentence where it makes no sense."""
    if not as_json:
        return {"wait": line[1:]} if _WAIT.fullmatch(line[1:]) and line.startswith("+") else {"say": line}
    if not line.strip():
        return {}
    item = json.loads(line)
    known = isinstance(item, dict) and (isinstance(item.get("say"), str) or isinstance(item.get("wait"), str))
    if not known:
        raise ValueError(f'expected {{"say": text}} or {{"wait": "23h20m"}}, not {line[:80]}')
    if "wait" in item:
        seconds_of(item["wait"])
    return {"say": item["say"], "more": bool(item.get("more"))} if "say" in item else {"wait": item["wait"]}


def seconds_of(text: str) -> float:
    """`23h20m` in seconds; raises ValueError on anything else."""
    if not _WAIT.fullmatch(text):
        raise ValueError(f"{text!r} is no time to wait; write 90s, 20m, 23h20m or 2d")
    total = sum(float(n) * UNITS[u] for n, u in re.findall(r"(\d+(?:\.\d+)?)\s*([smhd])", text))
    if total > LONGEST:
        raise ValueError(f"{text!r} is more than ten years")
    return total


def _printed(line: Line) -> None:
    _write({"bot": line.text, "kind": line.kind, "question": line.question or None, "at": line.at.isoformat()})


def _shown(line: Line) -> None:
    sys.stdout.write(f"{line.at:%a %H:%M}  {line.text}\n")
    sys.stdout.flush()


def _write(data: dict[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False)
    lone = any("\ud800" <= c <= "\udfff" for c in text)  # half a character: only the escaped form can be written
    sys.stdout.write((json.dumps(data) if lone else text) + "\n")
    sys.stdout.flush()
