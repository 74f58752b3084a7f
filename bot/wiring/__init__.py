"""The one place where the parts are made and tied together: `screening`, `tracker` and the edge meet here alone."""

from starlette.applications import Starlette

from bot.agents import ScriptFolder
from bot.ats.watch import Watcher
from bot.errors import StoreError
from bot.marks import Marks
from bot.outbox.successor import Successor
from bot.phone import PhoneMarks
from bot.service import Act, Service
from bot.settings import Settings
from bot.sms.reconcile import Reconcile
from bot.storage.leading import Leading
from bot.storage.store import Tables
from bot.web.health import Pulse, health_routes, store_away
from bot.wiring.core import Core, Outside, core_of
from bot.wiring.desk import slack_side
from bot.wiring.doors import hearing, web_routes
from bot.wiring.loops import Turned, acts_at_start, jobs_of, signs_of_life
from bot.wiring.outward import outbox_of
from bot.wiring.twilio import twilio_side

__all__ = ["ALL", "Core", "Outside", "wire"]
ALL = frozenset({"web", "slack", "scheduler", "outbox"})


async def wire(settings: Settings, parts: frozenset[str] = ALL, outside: Outside | None = None) -> Service:
    """Make everything that `parts` need from the settings."""
    core = await core_of(settings, outside or Outside())
    twilio = twilio_side(core)
    watcher = Watcher(
        store=core.store,
        connection=core.connection,
        settings=settings,
        records=core.records,
        now=core.now,
        new_id=core.outside.new_id,
    )
    folder = ScriptFolder(settings.scripts, core.store, core.records, core.now)
    await folder.run_once(at_start=True)
    marks = Marks(core.records, core.now, PhoneMarks(core.records, core.links), settings.country)
    successor = Successor(core.store, core.now)
    if "outbox" in parts:
        await successor.begin()
    turned = Turned(
        outbox=outbox_of(core, twilio, marks),
        watcher=watcher,
        reconcile=Reconcile(core.store, core.records, twilio.texts, hearing(core), core.now),
        folder=folder,
        leading=Leading(core.store, core.now),
        pulse=Pulse(core.now),
    )
    slack = slack_side(core, watcher, parts, turned.pulse)
    web = web_routes(core, marks, twilio) if "web" in parts else []
    health = health_routes(turned.pulse, lambda: core.store.read(_depth))
    return Service(
        app=Starlette(routes=[*health, *web, *slack.routes], exception_handlers={StoreError: store_away}),
        store=core.store,
        outbox=turned.outbox,
        pulse=turned.pulse,
        jobs=(*slack.jobs, *jobs_of(core, parts, turned), *signs_of_life(core, parts, successor)),
        at_start=(*slack.at_start, *acts_at_start(core, parts, turned)),
        at_stop=(
            *slack.at_stop,
            ("leadership", turned.leading.release),
            ("successor", successor.end),
            ("twilio", twilio.close),
            ("renderer", _closing(core)),
            ("store", core.store.close),
        ),
    )


def _closing(core: Core) -> Act:
    async def close() -> None:
        core.renderer.close()

    return close


def _depth(tables: Tables) -> dict[str, int]:
    """Deliveries by state, but for those that are over: these only grow."""
    return {state: tables["outbox"].how_many(state=state) for state in ("new", "claimed", "held", "parked")}
