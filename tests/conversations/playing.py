"""Conversations as data: a script, what is said, what must be answered, and how it must end.

A conversation's `told` is a text of lines:

    < words          the candidate texts; `<< words`: another text follows in the same breath; `<` alone: an empty one
    <picture         a picture without words
    .. 25h           time passes
    ! take_over      a recruiter acts: take_over, hand_back, write WORDS, reopen KEY, close, decide
    *                whatever is asked from here on is answered from the sheet, until nothing is asked
    > kind question  a text of ours, in order; `~ pattern` after it must be found in the text
    > nothing        no text of ours

Every `>` line after an input must be there, in order, and no other text; an input without `>` lines is not judged.
"""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.rehearsal import Line, Rehearsal
from bot.talk import seconds_of
from screening.duties.window import Window
from screening.events import Event, HandedBack, Reopened, TakenOver, Withdrawn, Wrote
from screening.scripts.reader import read_script
from screening.scripts.script import Script

HERE = Path(__file__).parent
START = "2026-03-11T10:00:00-05:00"  # a Wednesday
SHEETS: dict[str, dict[str, str]] = {
    "packer": {
        "card": "Yes, I do",
        "years": "6",
        "shift": "afternoons",
        "pay": "$20",
        "start": "March 16",
        "travel": "25 minutes",
        "damage": "I stop, tape it off and tell my supervisor.",
    },
    "kitchen": {"weekends": "Yes", "station": "grill", "years": "4"},
    "driver": {
        "cdl": "Yes, I do",
        "dui": "No",
        "years": "6",
        "freight": "reefer",
        "nights_out": "No, none",
        "start": "March 16",
    },
    "nurse": {
        "license": "Yes",
        "discipline": "No, never",
        "years": "6",
        "shifts": "nights",
        "pay": "$44",
        "start": "March 23",
        "story": "I checked vitals and called the doctor.",
    },
    "cook": {"foodcard": "Yes", "fridays": "Yes", "station": "grill", "years": "4", "start": "March 16"},
    "picker": {
        "lift": "No, none at all",
        "boots": "Yes",
        "shift": "10 pm",
        "rate": "130",
        "pay": "$20",
        "commute": "20 minutes",
        "start": "March 16",
    },
    "office": {
        "authorized": "Yes",
        "sponsor": "No",
        "excel": "advanced",
        "years": "5",
        "salary": "$50,000",
        "notice": "March 23",
        "mixup": "I asked both sides and wrote one plan by email.",
    },
    "guard": {
        "guardcard": "Yes",
        "felony": "No",
        "years": "4",
        "posts": "patrol",
        "overnight": "Yes",
        "pay": "$21",
        "drive": "20 minutes",
        "start": "March 16",
        "calm": "I listened and called my supervisor",
    },
    "plumber": {
        "journeyman": "Yes",
        "work": "residential",
        "years": "6",
        "crew": "3",
        "oncall": "Yes",
        "salary": "$65,000",
        "start": "March 16",
    },
    "barista": {
        "adult": "Yes",
        "five": "Yes",
        "corner": "bar",
        "hours": "30",
        "walk": "10 minutes",
        "guest": "I apologized and remade it",
    },
    "limpieza": {
        "transporte": "sí",
        "anios": "3",
        "horario": "noche",
        "sueldo": "17",
        "sabados": "sí",
        "inicio": "el 16 de marzo",
    },
    "cuidado": {"permiso": "Sí, la tengo", "meses": "3 años", "inicio": "el 16 de marzo"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One conversation; `want`: status, answers, score, recommendation, told, unclear."""

    id: str
    why: str
    phenomena: tuple[str, ...]
    script: str
    start: str
    told: str
    want: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Played:
    """What happened: every text of ours with the number of the input it followed, and what did not fit."""

    lines: list[tuple[int, Line, datetime | None]] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    heard: datetime | None = None
    problems: list[str] = field(default_factory=list)
    end: dict[str, Any] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    rehearsal: Rehearsal | None = None


def conversations() -> list[Conversation]:
    """Every conversation of every file, in order."""
    found = []
    for path in sorted(HERE.glob("*.toml")):
        book = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [_one(path.stem, n, entry, book) for n, entry in enumerate(book["conversation"], 1)]
    return found


def _one(stem: str, number: int, entry: dict[str, Any], book: dict[str, Any]) -> Conversation:
    return Conversation(
        id=f"{stem}-{number:02}-{re.sub(r'[^a-z0-9]+', '-', entry['name'].lower()).strip('-')}",
        why=entry["why"],
        phenomena=tuple(entry["phenomena"]),
        script=entry.get("script", book.get("script", "packer")),
        start=entry.get("start", START),
        told=entry["told"],
        want=entry.get("want", {}),
    )


@cache
def script_of(name: str) -> Script:
    """One of the scripts beside this file."""
    return read_script((HERE / "scripts" / f"{name}.toml").read_text(encoding="utf-8"))


def play(c: Conversation, *, pause: float = 6) -> Played:
    """Play it through the use cases of the service."""
    played = Played()
    start = datetime.fromisoformat(c.start)
    played.rehearsal = r = Rehearsal(
        script_of(c.script),
        start,
        window=Window.read("08:00-20:00"),
        brand="Harbor Staffing",
        pause=pause,
        out=lambda line: played.lines.append((len(played.inputs), line, played.heard)),
    )
    wanted: list[str] | None = None
    for line in (x.strip() for x in c.told.strip().splitlines()):
        if line.startswith(">"):
            wanted = [*(wanted or []), line[1:].strip()]
            continue
        _compare(played, wanted)
        wanted = None
        if line:
            _put_in(played, r, line, c)
    _compare(played, wanted)
    played.end = r.end()
    played.notices = [t["text"] for t in r.told if t["way"] == "notice"]
    return played


def _put_in(played: Played, r: Rehearsal, line: str, c: Conversation) -> None:
    if line == "*":
        _sheet(played, r, SHEETS[c.script])
        return
    played.inputs.append(line)
    if line.startswith(".."):
        played.heard = None
        r.advance(int(seconds_of(line[2:]) * 1000))
    elif line.startswith("!"):
        played.heard = None
        _act(r, line[1:].strip())
    else:
        played.heard = datetime.fromtimestamp(r.now / 1000, r.zone)
        more = line.startswith("<<")
        text = line[2:].strip() if more else line[1:].strip()
        r.say("" if line == "<picture" else text, more=more, media=line == "<picture")


def _act(r: Rehearsal, what: str) -> None:
    verb, _, rest = what.partition(" ")
    if verb == "decide":
        r.shelf.save(r.screening.having(decided="Advanced by U1"))
        return
    events: dict[str, Event] = {
        "take_over": TakenOver(by="U1"),
        "hand_back": HandedBack(by="U1"),
        "write": Wrote(text=rest, by="U1", message="1.0"),
        "reopen": Reopened(question=rest, by="U1"),
        "close": Withdrawn(why="the job was closed"),
    }
    r.happens(events[verb])


def _sheet(played: Played, r: Rehearsal, sheet: dict[str, str]) -> None:
    """Answer what is asked until nothing is, each question at most twice."""
    left = {key: [words, words] for key, words in sheet.items()}
    while r.screening.open and left.get(r.screening.open_question):
        played.inputs.append(f"< {r.screening.open_question}")
        played.heard = datetime.fromtimestamp(r.now / 1000, r.zone)
        r.say(left[r.screening.open_question].pop())


def _compare(played: Played, wanted: list[str] | None) -> None:
    if wanted is None:
        return
    number = len(played.inputs)
    got = [line for n, line, _ in played.lines if n == number]
    wants = [w for w in wanted if w != "nothing"]
    for want, line in zip(wants, got, strict=False):
        head, _, pattern = want.partition("~")
        kind, _, question = head.strip().partition(" ")
        if (kind, question.strip()) != (line.kind, line.question):
            played.problems.append(
                f"after {_last(played)}: wanted {want!r}, got [{line.kind} {line.question}] {line.text!r}"
            )
        elif pattern and not re.search(pattern.strip(), line.text, re.I):
            played.problems.append(f"after {_last(played)}: {pattern.strip()!r} is not in {line.text!r}")
    if len(wants) != len(got):
        texts = [f"[{x.kind} {x.question}] {x.text}" for x in got]
        played.problems.append(f"after {_last(played)}: wanted {wants or 'nothing'}, got {texts}")


def _last(played: Played) -> str:
    return repr(played.inputs[-1]) if played.inputs else "the start"
