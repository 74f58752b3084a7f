"""What another version of a script would have made of the screenings there were: recorded answers, scored again."""

from dataclasses import dataclass

import msgspec

from bot.storage.repositories import Repositories
from bot.storage.store import Tables
from screening.scoring import Scorecard, score
from screening.screening import UNSCORED, Screening, Status
from screening.scripts.script import Script
from screening.understanding import ENGINE

MOST = 5000  # screenings looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One person who would come out differently, e.g. from "84/100 Advance" to "61/100 Review"."""

    screening: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flips:
    """Who was looked at, who would come out differently, and which questions nobody was asked."""

    total: int
    changed: tuple[Changed, ...]
    new_questions: tuple[str, ...]


def flips(tables: Tables, records: Repositories, agent: str, script: Script, since: int) -> Flips:
    """Every ended screening of that agent begun since then (ms UTC), under its own script and under this one."""
    found = _ended(tables, agent, since)
    made = [c for s in found if (c := _compared(records, s, script))]
    known = {a.question for s in found for a in s.answers} | {k for s in found for k in s.unclear}
    unasked = tuple(q.key for q in script.questions if found and q.key not in known)
    return Flips(total=len(found), changed=tuple(made), new_questions=unasked)


def _ended(tables: Tables, agent: str, since: int) -> list[Screening]:
    rows = [
        r for status in (Status.COMPLETED, Status.KNOCKED_OUT) for r in tables["screenings"].find(status=status.value)
    ]
    mine = [r["data"] for r in rows if r["data"]["agent"] == agent and r["began_at"] >= since]
    return [msgspec.convert(data, Screening) for data in mine[-MOST:]]


def _compared(records: Repositories, s: Screening, script: Script) -> Changed | None:
    old = records.script(s.script)
    if old is None or s.status in UNSCORED:
        return None
    before, after = _words(score(s, old, ENGINE)), _words(score(_under(s, script), script, ENGINE))
    if before.split(" ", 1)[1] == after.split(" ", 1)[1]:
        return None
    return Changed(screening=s.id, name=s.candidate.name, before=before, after=after)


def _under(s: Screening, script: Script) -> Screening:
    """The screening as that script would have it: answers to its questions only."""
    keys = {q.key for q in script.questions}
    return s.having(script=script.hash, answers=tuple(a for a in s.answers if a.question in keys))


def _words(card: Scorecard) -> str:
    return f"{'-' if card.score is None else card.score}/100 {card.recommendation}"
