"""`greenroom export, erase, hold, retain, verify`: on the server, beside a running service. Each answers with an exit code."""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import BotError, SettingsError
from bot.settings import environment, read_data, read_keep, read_store
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, is_postgres, open_store
from bot.subjects.erase import OnHold, check_hold, erase, forgotten, hold, mentioned_in, remove_files
from bot.subjects.held import held
from bot.subjects.retaining import Retaining
from bot.subjects.verifying import Verdict, verify_all, verify_report

Records = Callable[[Tables], Repositories]
POSTGRES = (
    " PostgreSQL: the rows are vacuumed now; its write-ahead log is recycled within a checkpoint or two, and back-ups keep "
    "them until those back-ups expire."
)
BUSY = (
    "Somebody was reading the whole time, so removed rows still stand in the store's own log (-wal); it is emptied at "
    "the next quiet moment, at the latest when the service stops."
)
ELSEWHERE = "What Tracker, Twilio and Slack hold is theirs to erase, and older back-ups hold it until they expire."


def export(candidate: str, out: str) -> int:
    """`greenroom export CANDIDATE`: everything that is held, as JSON."""

    async def act(store: Store, records: Records) -> int:
        found = await store.read(lambda t: held(t, candidate))
        if not found.count:
            return _none(candidate)
        told = {"candidate": candidate, "made": datetime.now(UTC).isoformat(), "files": found.files, **found.plain()}
        text = json.dumps(told, indent=2, ensure_ascii=False, default=str) + "\n"
        if out:
            await asyncio.to_thread(Path(out).write_text, text, encoding="utf-8")
        else:
            sys.stdout.write(text)
        return 0

    return _with_store(act)


def erase_candidate(candidate: str) -> int:
    """`greenroom erase CANDIDATE`: every row and file, for good."""

    async def act(store: Store, records: Records) -> int:
        found = await store.read(lambda t: held(t, candidate))
        await store.read(lambda t: check_hold(records(t), found))
        files = remove_files(found, read_data(environment()))  # first: the rows say which they are
        left = mentioned_in(found, read_data(environment()))
        found = await store.run(lambda t: erase(records(t), candidate, _now(), "the command line"))
        if not found.count and not files:
            return _none(candidate)
        gone = await forgotten(store)
        postgres = POSTGRES if is_postgres(read_store(environment()).where) else ""
        sys.stdout.write(f"Erased: {found.count} records, {files} files.{postgres} {ELSEWHERE}\n")
        if not gone:
            sys.stdout.write(f"{BUSY}\n")
        if left:
            sys.stdout.write(
                f"These files in the data directory mention them and are not ours to judge: {', '.join(left)}\n"
            )
        return 0

    return _with_store(act)


def hold_candidate(candidate: str, why: str) -> int:
    """`greenroom hold CANDIDATE [--why ...]`: keep the records; without a reason the hold is lifted."""

    async def act(store: Store, records: Records) -> int:
        if not candidate.isdigit():
            sys.stderr.write("Give the candidate's Tracker id.\n")
            return 1
        await store.run(lambda t: hold(records(t), int(candidate), why.strip(), _now()))
        sys.stdout.write(f"Candidate {candidate}: " + (f"kept ({why}).\n" if why.strip() else "the hold is lifted.\n"))
        return 0

    return _with_store(act)


def retain(*, dry_run: bool) -> int:
    """`greenroom retain [--dry-run]`: what is past its time, by class; without --dry-run it goes."""

    async def act(store: Store, records: Records) -> int:
        keep = read_keep(environment())
        retaining = Retaining(store, records, keep, read_data(environment()), _now)
        found = await (retaining.planned() if dry_run else retaining.retain())
        done = "Nothing was changed." if dry_run else "Done; recordings go with the service's own loop."
        sys.stdout.write(f"{found.words(keep)}\n{done}\n")
        return 0

    return _with_store(act)


def verify(report: str) -> int:
    """`greenroom verify [REPORT.pdf]`: whether a report still matches, and the chains are whole; without one: all chains."""

    async def act(store: Store, records: Records) -> int:
        if report:
            pdf = await asyncio.to_thread(Path(report).read_bytes)
            verdict = await store.read(lambda t: verify_report(records(t), pdf))
        else:
            verdict = await store.read(lambda t: verify_all(records(t)))
        return _say(verdict)

    return _with_store(act)


def _say(verdict: Verdict) -> int:
    (sys.stdout if verdict.ok else sys.stderr).write(f"{verdict.text}\n")
    return 0 if verdict.ok else 1


def _none(candidate: str) -> int:
    sys.stderr.write(f"Nothing is held about {candidate!r}. Give a Tracker id, a phone as +15550100000, or a GR- id.\n")
    return 1


def _with_store(act: Callable[[Store, Records], Awaitable[int]]) -> int:
    try:
        settings = read_store(environment())
        return asyncio.run(_opened(settings.where, settings.secret_keys, act))
    except SettingsError as error:
        sys.stderr.write("".join(f"{problem}\n" for problem in error.problems))
    except (BotError, OnHold, OSError) as error:
        sys.stderr.write(f"{error}\n")
    return 1


async def _opened(where: str, keys: tuple[str, ...], act: Callable[[Store, Records], Awaitable[int]]) -> int:
    store = open_store(where, SPECS, exclusive=False)
    try:
        ring = await store.run(lambda t: load_keyring(t, keys))

        def records(tables: Tables) -> Repositories:
            return Repositories(tables, ring.pepper)

        return await act(store, records)
    finally:
        await store.close()


def _now() -> int:
    return time.time_ns() // 1_000_000
