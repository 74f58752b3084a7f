"""What runs again and again, and what runs at the start."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import structlog

from bot import disk
from bot.agents import ScriptFolder
from bot.ats.connection import Connection
from bot.ats.drift import Drift
from bot.ats.watch import Watcher
from bot.backfilling import Backfilling
from bot.digest import Digest
from bot.disk import StoreWatch
from bot.due import Due
from bot.llm import llm_of
from bot.notices import OpsDelivery
from bot.outbox.deliver import Outbox
from bot.outbox.successor import EVERY, Successor
from bot.scheduler import Job
from bot.service import Act
from bot.sms.reconcile import Reconcile
from bot.storage.leading import Leading
from bot.storage.store import Tables
from bot.subjects.anchoring import Anchoring
from bot.subjects.erase import on_hold
from bot.subjects.retaining import Retaining
from bot.voice.keeping import Keeping
from bot.web.health import Pulse
from bot.welcome import welcome
from bot.wiring.core import Core
from screening.duties.retention import DAY, Keep
from tracker.errors import TrackerError

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What the loops turn."""

    outbox: Outbox
    watcher: Watcher
    reconcile: Reconcile
    folder: ScriptFolder
    leading: Leading
    pulse: Pulse


def jobs_of(core: Core, parts: frozenset[str], turned: Turned) -> tuple[Job, ...]:
    """The loops of those parts."""
    jobs: list[Job] = []
    if "outbox" in parts:
        jobs.append(Job(name="outbox", run=lambda: turned.outbox.run_once(core.now()), every=1.0, urgent=True))
    if "scheduler" in parts:
        jobs += [*_of_conversations(core, turned), *_of_tracker(core, turned), *_of_the_day(core, turned)]
        if core.settings.scripts is not None:
            jobs.append(Job(name="scripts", run=turned.folder.run_once, every=2.0))
    return tuple(jobs)


def _of_conversations(core: Core, turned: Turned) -> list[Job]:
    """What is due in screenings, and texts whose webhook was lost."""
    due, alone = Due(core.store, core.records, llm_of(core.settings)), turned.leading.only_one
    return [
        Job(name="due", run=alone("due", lambda: due.run_once(core.now())), every=1.0, urgent=True),
        Job(name="texts", run=alone("texts", turned.reconcile.run_once), every=15.0),
    ]


def _of_tracker(core: Core, turned: Turned) -> list[Job]:
    """Who reached a mapped stage, what changed in Tracker under our feet, and backfills."""
    s, now, watcher, alone = core.settings, core.now, turned.watcher, turned.leading.only_one
    drift = Drift(store=core.store, connection=core.connection, settings=s, records=core.records, now=now)
    watcher.changed = drift.look_at
    poll = _polled(core, watcher, turned.pulse)
    return [
        Job(name="poll", run=alone("poll", poll), every=s.poll_seconds, at_once=True),
        Job(name="hurry", run=alone("poll", lambda: watcher.hurry(now())), every=2.0),
        Job(name="drift", run=alone("drift", lambda: drift.run_once(now())), every=s.poll_seconds),
        Job(name="backfills", run=alone("backfills", _backfilling(core, watcher).run_once), every=1.0),
    ]


def _of_the_day(core: Core, turned: Turned) -> list[Job]:
    """Anchors, what is kept how long, and the digest."""
    alone = turned.leading.only_one
    digest = Digest(core.store, core.records, core.settings, core.now, _open_jobs(core))
    return [
        Job(name="anchor", run=alone("anchor", Anchoring(core.store, core.now).run_once), every=3600.0),
        Job(name="recordings", run=_keeping(core).run_once, every=3600.0),
        Job(name="retain", run=alone("retain", _retaining(core).run_once), every=3600.0),
        Job(name="digest", run=alone("digest", digest.run_once), every=60.0),
    ]


def _keeping(core: Core) -> Keeping:
    def kept_by_law(tables: Tables, screening: str) -> bool:
        s = core.records(tables).screening(screening)
        return s is not None and bool(on_hold(core.records(tables), s.candidate.id))

    return Keeping(core.store, core.recordings, core.now, core.settings.keep_recordings * DAY, kept_by_law)


def _retaining(core: Core) -> Retaining:
    s = core.settings
    keep = Keep(screenings=s.keep_screenings, recordings=s.keep_recordings, strangers=s.keep_strangers)
    return Retaining(core.store, core.records, keep, s.data, core.now)


def _open_jobs(core: Core) -> Callable[[], Awaitable[list[int]]]:
    """The ids of Tracker's active jobs; none where it cannot be asked."""

    async def ids() -> list[int]:
        client = await core.connection.client()
        try:
            return [job.id for job in await client.jobs.open()] if client is not None else []
        except TrackerError as error:
            log.warning("new jobs were not offered", why=str(error))
            return []

    return ids


def _backfilling(core: Core, watcher: Watcher) -> Backfilling:
    return Backfilling(
        store=core.store,
        connection=core.connection,
        watcher=watcher,
        settings=core.settings,
        post=core.post,
        records=core.records,
        now=core.now,
    )


def _polled(core: Core, watcher: Watcher, pulse: Pulse) -> Act:
    async def poll() -> None:
        connected = await core.connection.client() is not None
        pulse.note("tracker", "" if connected else "not connected yet: an admin connects it with `connect`")
        await watcher.run_once(core.now())

    return poll


def signs_of_life(core: Core, parts: frozenset[str], successor: Successor) -> tuple[Job, ...]:
    """The store is watched; where several processes deliver, each gives signs of life."""
    if "outbox" not in parts or core.outside.store is not None:
        return ()
    ops = OpsDelivery(core.post, core.settings.ops_channel, core.settings.admins)
    path = None if core.store.shared else Path(core.settings.store)
    watch = StoreWatch(core.store, path, core.post, ops.places, core.now)
    jobs = [Job(name="store", run=watch.run_once, every=disk.EVERY)]
    if core.store.shared:
        jobs.append(Job(name="alive", run=successor.run_once, every=EVERY))
    return tuple(jobs)


def acts_at_start(core: Core, parts: frozenset[str], turned: Turned) -> tuple[tuple[str, Act], ...]:
    """What is done once, before the loops turn."""
    acts: list[tuple[str, Act]] = []
    if "scheduler" in parts:
        acts += [
            ("welcome", lambda: welcome(core.store, core.records, core.settings, core.now)),
            ("texts of the past", turned.leading.only_one("texts", turned.reconcile.quietly)),
            ("tracker check", lambda: _check(core.connection)),
        ]
    if "outbox" in parts:
        acts.append(("warm renderer", core.renderer.warm))
    return tuple(acts)


async def _check(connection: Connection) -> None:
    """One live call at start, so that a dead token is known before the first candidate; no exchange while the JWT lives."""
    client = await connection.client()
    try:
        if client is not None:
            await (client.jobs.first_page() if client.has_token else client.check())
    except TrackerError as error:
        log.warning("Tracker does not answer as it should", why=str(error))
