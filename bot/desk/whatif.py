"""What another version of a script would have made of the screenings there were: each is read again under it."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice
from typing import Final

import msgspec
from tinydb.table import Document

from bot.storage.repositories import Repositories
from bot.storage.store import Tables
from screening.errors import ScreeningError
from screening.retelling import again
from screening.scoring import Scorecard, score
from screening.screening import UNSCORED, Screening, Status
from screening.scripts.script import Script
from screening.understanding import ENGINE

MOST: Final = 500  # screenings read again, the youngest
PAGE: Final = 200  # rows looked at in one go
ENDED: Final = (Status.COMPLETED, Status.KNOCKED_OUT)
Pair = tuple[Screening, Script]  # as it was held, and the script it was held by


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One person who would come out differently, e.g. from "84/100 Advance" to "61/100 Review"."""

    screening: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flips:
    """Who was read again, who would come out differently, and which questions nobody was asked."""

    total: int
    changed: tuple[Changed, ...]
    new_questions: tuple[str, ...]


def held(tables: Tables, records: Repositories, agent: str, since: int) -> list[Pair]:
    """The youngest ended screenings of that agent begun since then (ms UTC), with their scripts."""
    mine = (r for r in _since(tables, since) if r["status"] in ENDED and r["data"]["agent"] == agent)
    found = [msgspec.convert(r["data"], Screening) for r in islice(mine, MOST)]
    return [(s, script) for s in found if (script := records.script(s.script)) is not None]


def _since(tables: Tables, since: int) -> Iterator[Document]:
    """Screenings begun since then, the youngest first, read a page at a time."""
    for skip in count(step=PAGE):
        page = tables["screenings"].newest(PAGE, skip)
        yield from (r for r in page if r["began_at"] >= since)
        if len(page) < PAGE or page[-1]["began_at"] < since:
            return


async def flips(pairs: list[Pair], script: Script) -> Flips:
    """Every one of them as it was, and under this script; on a thread of its own, since reading takes its time."""
    changed = await asyncio.to_thread(lambda: [c for s, old in pairs if (c := _compared(s, old, script))])
    known = {a.question for s, _ in pairs for a in s.answers} | {k for s, _ in pairs for k in s.unclear}
    unasked = tuple(q.key for q in script.questions if pairs and q.key not in known)
    return Flips(total=len(pairs), changed=tuple(changed), new_questions=unasked)


def _compared(s: Screening, old: Script, script: Script) -> Changed | None:
    if s.status in UNSCORED:
        return None
    try:
        told = _told(s, script)
        # Where the engine has learned since, the change is the script's only beside the old script read as now.
        was = s if all(a.engine == ENGINE for a in s.answers) else _told(s, old)
    except ScreeningError:
        return None
    before, after = score(was, old, ENGINE), score(told, script, ENGINE)
    if before.recommendation == after.recommendation:
        return None
    return Changed(screening=s.id, name=s.candidate.name, before=_words(before), after=_words(after))


def _told(s: Screening, script: Script) -> Screening:
    """Read again; a question that nobody was asked does not leave it unfinished."""
    told = again(s, script)
    return told.having(status=s.status) if told.open else told


def _words(card: Scorecard) -> str:
    return f"{'-' if card.score is None else card.score}/100 {card.recommendation}"
