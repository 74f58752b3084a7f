"""Erasure: no trace but a peppered hash of a phone that opted out, and the links of the audit chain, which hold nothing personal."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.reports.verify import claims, text_of
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from bot.subjects.held import Held, held, held_screening
from screening.chain import ERASED

LEGAL_HOLD: Final = "legal hold"
TRIES: Final = 20


class OnHold(Exception):
    """A legal hold keeps this candidate's records; the message says whose."""


def erase(records: Repositories, candidate: str, now: int, by: str) -> Held:
    """Remove every row about the candidate in this transaction; gives what was removed. OnHold where a hold keeps it."""
    found = held(records.tables, candidate)
    check_hold(records, found)
    _remove(records, found, now, by)
    for phone in found.phones:
        _keep_only_the_wish(records, phone)
    _forget_applications(records.tables, found)
    return found


def purge(records: Repositories, screening: str, now: int, by: str) -> Held:
    """Remove one screening of somebody who has others; as `erase` otherwise."""
    found = held_screening(records.tables, screening)
    check_hold(records, found)
    _remove(records, found, now, by)
    return found


def _remove(records: Repositories, found: Held, now: int, by: str) -> None:
    tables = records.tables
    for id in found.screenings:
        screening = records.screening(id)
        if screening is not None:
            records.chain(screening, {"what": ERASED, "by": by}, now)
    for name, rows in found.rows.items():
        if name == "texts":  # Twilio's list would bring them back as new if their ids were forgotten
            tables[name].update({"phone": "", "text": ""}, doc_ids=list(rows))
        else:
            tables[name].remove(doc_ids=list(rows))


def filed(data: Path) -> dict[Path, str]:
    """Every file of the data directory, with the screening whose report it is, if any; whatever it is called."""
    return {path: _claimed(path) for path in _files(data)}


def remove_files(found: Held, data: Path, files: Mapping[Path, str] | None = None) -> int:
    """Remove the candidate's files, reports whatever they are called; those gone do not count. `files`: looked at before."""
    removed = 0
    for path, claimed in (filed(data) if files is None else files).items():
        named = path.name in found.files or any(id in path.name for id in found.screenings)
        if (named or claimed in found.screenings) and path.exists():
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def mentioned_in(found: Held, data: Path) -> list[str]:
    """Files of the data directory that still hold a name, number or address of theirs: an operator's own, to be looked at."""
    marks = [mark.encode() for mark in (*found.screenings, *found.phones, *found.names)]
    return [path.name for path in _files(data) if any(mark in _said_in(path) for mark in marks)]


def _files(data: Path) -> list[Path]:
    return [path for path in sorted(data.rglob("*")) if path.is_file()] if data.is_dir() else []


def _claimed(path: Path) -> str:
    return str(claims(path.read_bytes()).get("screening", "")) if path.suffix.lower() == ".pdf" else ""


def _said_in(path: Path) -> bytes:
    whole = path.read_bytes()
    return whole + text_of(whole).encode() if path.suffix.lower() == ".pdf" else whole


async def forgotten(store: Store) -> bool:
    """Wait until the store's own log has let go of removed rows: it is put off while somebody reads. False: not yet."""
    for _ in range(TRIES):
        await store.run(lambda t: None)
        if await store.forget():
            return True
        await asyncio.sleep(0.25)
    return False


def hold(records: Repositories, candidate: int, why: str, at: int) -> None:
    """Keep this candidate's records until the hold is lifted (`why` empty)."""
    kept = records.value(LEGAL_HOLD).get("candidates", {})
    changed = (
        {**kept, str(candidate): {"why": why, "at": at}}
        if why
        else {k: v for k, v in kept.items() if k != str(candidate)}
    )
    records.set_value(LEGAL_HOLD, candidates=changed)


def on_hold(records: Repositories, candidate: int) -> str:
    """Why this candidate's records are kept; empty where nothing keeps them."""
    return str(records.value(LEGAL_HOLD).get("candidates", {}).get(str(candidate), {}).get("why", ""))


def check_hold(records: Repositories, found: Held) -> None:
    """OnHold where a legal hold keeps anybody who is found."""
    for candidate in sorted(found.candidates):
        if why := on_hold(records, candidate):
            raise OnHold(f"Candidate {candidate} is under a legal hold ({why}); lift it first.")


def _keep_only_the_wish(records: Repositories, phone: str) -> None:
    if records.opted_out(phone):
        records.opt_in(phone)
        records.opt_out(phone, "opted out", 0)


def _forget_applications(tables: Tables, found: Held) -> None:
    """The snapshot of who stands where keeps the number of an application, not whose it is."""
    for candidate in found.candidates:
        for row in tables["stages"].find():
            if row.get("candidate") == candidate:
                tables["stages"].update({"candidate": 0}, doc_ids=[row.doc_id])
