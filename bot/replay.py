"""`greenroom replay`: a stored screening read again, optionally under another script, and what would change."""

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.errors import BotError
from bot.settings import environment
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Tables, open_store
from screening.errors import ScreeningError
from screening.retelling import again, changes
from screening.scoring import score
from screening.screening import Screening
from screening.scripts.reader import read_script
from screening.scripts.script import Script
from screening.understanding import ENGINE


def replay(screening: str, script: str | None) -> int:
    """Say what would change if a stored screening were read now; 1 with a sentence where there is none."""
    try:
        held, kept = _stored(screening.upper())
        other = read_script(Path(script).read_text(encoding="utf-8")) if script else kept
    except (OSError, ValueError, LookupError, ScreeningError, BotError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for line in compared(held, kept, again(held, other), other):
        sys.stdout.write(line + "\n")
    return 0


def _stored(id: str) -> tuple[Screening, Script]:
    where = environment().get("GREENROOM_STORE") or "greenroom.db"
    if "://" not in where and not Path(where).is_file():
        raise LookupError(f"there is no store at {where}; GREENROOM_STORE names it")
    return asyncio.run(_in_store(where, id))


async def _in_store(where: str, id: str) -> tuple[Screening, Script]:
    store = open_store(where, SPECS, exclusive=False)
    try:
        found = await store.read(lambda t: _found(t, id))
    finally:
        await store.close()
    if found is None:
        raise LookupError(f"there is no screening {id} in {where.split('@')[-1]}")
    return found


def _found(tables: Tables, id: str) -> tuple[Screening, Script] | None:
    records = Repositories(tables, b"")
    held = records.screening(id)
    script = records.script(held.script) if held else None
    return (held, script) if held and script else None


def compared(held: Screening, kept: Script, told: Screening, other: Script) -> Iterator[str]:
    """The differences, a sentence each."""
    before, after = score(held, kept, ENGINE), score(told, other, ENGINE)
    engines = sorted({a.engine for a in held.answers} - {ENGINE})
    yield f"{held.id}: {held.candidate.name}, {held.job.title}; script {kept.name} {kept.hash[:12]}, read by engine {', '.join(engines) or ENGINE}"
    if other.hash != kept.hash:
        yield f"under script {other.name} {other.hash[:12]}"
    found = [
        f"{c.question}: {_shown(c.before.value if c.before else None)} would be {_shown(c.after.value if c.after else None)}"
        for c in changes(held, told)
    ]
    pairs = (
        ("status", held.status.value, told.status.value),
        ("score", before.score, after.score),
        ("recommendation", before.recommendation, after.recommendation),
    )
    found += [f"{name}: {_shown(old)} would be {_shown(new)}" for name, old, new in pairs if old != new]
    yield from found or ["nothing would change"]


def _shown(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)
