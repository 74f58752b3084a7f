"""The one place where the parts are made and tied together: `screening`, `tracker` and the edge meet here alone."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import structlog
from starlette.applications import Starlette
from starlette.routing import Route
from twilio.rest import Client

from bot import clock, disk
from bot.agents import ScriptFolder
from bot.ats.apply import ApplyDelivery
from bot.ats.arrivals import Arrivals, new_id
from bot.ats.attach import AttachDelivery
from bot.ats.connection import Connection, Credentials
from bot.ats.contact import ContactDelivery
from bot.ats.drift import Drift
from bot.ats.hints import hint_of, hook_secret, keep_hint
from bot.ats.move import DecisionDelivery, MoveDelivery
from bot.ats.owners import Owners
from bot.ats.resumes import CandidateFiles
from bot.ats.targets import Targets
from bot.ats.watch import Watcher
from bot.ats.write import ActivityDelivery, DocumentDelivery, MilestoneDelivery
from bot.backfilling import Backfilling
from bot.data_links import DataLinks
from bot.deliveries import CardDelivery, PdfDelivery, undecide
from bot.desk.office import Office
from bot.desk.rights import Rights
from bot.digest import Digest, digest_of
from bot.disk import StoreWatch
from bot.due import Due
from bot.errors import StoreError
from bot.form_desk import FormDesk
from bot.form_links import FormLinks
from bot.links import Barred, Links, Playable, note_use
from bot.llm import llm_of
from bot.marks import Marks
from bot.notices import NoticeDelivery, OpsDelivery, first_message
from bot.outbox.claim import Rules
from bot.outbox.deliver import Outbox
from bot.outbox.delivery import Deliverer
from bot.outbox.places import Places
from bot.outbox.rates import Rates
from bot.outbox.successor import EVERY, Successor
from bot.phone import Phone, PhoneMarks
from bot.reports.once import Once
from bot.reports.render import Renderer
from bot.results import Result, Results
from bot.resume_step import ResumeDelivery
from bot.resumes.convert import Converter
from bot.resumes.found import LARGEST_FILE
from bot.scheduler import Job
from bot.service import Act, Service
from bot.settings import Settings
from bot.slack.app import SlackConfig, build_app, make_post
from bot.slack.edge import Edge
from bot.slack.endpoint import slack_endpoint
from bot.slack.post import SlackPost
from bot.slack.socket import SlackSocket
from bot.sms.gate import TextGate
from bot.sms.linked import LinkedTexts
from bot.sms.reconcile import Reconcile
from bot.sms.send import Texts
from bot.sms.transport import HttpxTransport
from bot.storage.keys import Keyring, load_keyring
from bot.storage.leading import Leading
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_store
from bot.subjects.anchoring import Anchoring
from bot.subjects.asked import EraseDelivery
from bot.subjects.erase import on_hold
from bot.subjects.given import given
from bot.subjects.retaining import Retaining
from bot.voice.call import Calls
from bot.voice.keeping import Keeping
from bot.voice.recordings import Deleting, Fetching, Seeking, Twilio
from bot.web.calls import CallDoor
from bot.web.data import DataDoor
from bot.web.form import FormDoor
from bot.web.form_page import FormPages
from bot.web.health import Pulse, health_routes, store_away
from bot.web.link_page import LinkPages
from bot.web.links import LinkDoor
from bot.web.signed import SignedForms
from bot.web.tracker import HookDoor
from bot.web.twilio import TwilioDoor
from bot.welcome import WelcomeDelivery, welcome
from screening import screener
from screening.duties.retention import DAY, Keep
from screening.report import build
from screening.screener import InboundText
from tracker.errors import TrackerError

log = structlog.get_logger(__name__)
ALL = frozenset({"web", "slack", "scheduler", "outbox"})
TRACKER_PAGES = {"us": "evous", "ca": "evoca"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What lies outside of us and is replaced where the whole bot is simulated. None: the real thing."""

    now: Callable[[], int] = clock.now
    store: Store | None = None
    renderer: Renderer | None = None
    post: SlackPost | None = None
    twilio: httpx.AsyncBaseTransport | None = None
    tracker: httpx.AsyncBaseTransport | None = None
    new_id: Callable[[], str] = new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """What every part is made of."""

    settings: Settings
    outside: Outside
    store: Store
    keyring: Keyring
    slack: SlackConfig
    post: SlackPost
    renderer: Renderer
    reports: Once
    connection: Connection
    converter: Converter

    @property
    def now(self) -> Callable[[], int]:
        """The clock, ms UTC."""
        return self.outside.now

    def records(self, tables: Tables) -> Repositories:
        """Our records on the tables of one transaction."""
        return Repositories(tables, self.keyring.pepper)

    @property
    def handed_in(self) -> Path:
        """Where resumes wait until Tracker has them."""
        return self.settings.data / "resumes"

    @property
    def form_links(self) -> FormLinks:
        """Links to the web form."""
        return FormLinks(self.keyring.links, self.settings.public_url)

    @property
    def data_links(self) -> DataLinks:
        """Links to what we hold about a candidate."""
        return DataLinks(self.keyring.links, self.settings.public_url)

    @property
    def links(self) -> Links:
        """Links to recordings."""
        return Links(self.keyring.links, self.settings.public_url)

    @property
    def recordings(self) -> Path:
        """Where recordings are kept."""
        return self.settings.data / "recordings"

    @property
    def results(self) -> Results:
        """Results ready to be shown."""
        return Results(self.store, self.records)

    async def render(self, r: Result) -> bytes:
        """The PDF report of a result."""
        report = build(r.screening, r.script, r.card, generated_at=self.now(), links=r.screening.links)
        return await self.reports.render(report)


async def wire(settings: Settings, parts: frozenset[str] = ALL, outside: Outside | None = None) -> Service:
    """Make everything that `parts` need from the settings."""
    core = await _core(settings, outside or Outside())
    twilio = _twilio(core)
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
    outbox, successor = _outbox(core, twilio, marks), Successor(core.store, core.now)
    if "outbox" in parts:
        await successor.begin()
    reconcile = Reconcile(core.store, core.records, twilio.texts, _hear(core), core.now)
    pulse, leading = Pulse(core.now), Leading(core.store, core.now)
    web, slack = _web(core, marks, twilio) if "web" in parts else [], _slack(core, watcher, parts, pulse)
    depth: Callable[[], Awaitable[dict[str, int]]] = lambda: core.store.read(_depth)  # noqa: E731
    return Service(
        app=Starlette(
            routes=[*health_routes(pulse, depth), *web, *slack.routes], exception_handlers={StoreError: store_away}
        ),
        store=core.store,
        outbox=outbox,
        pulse=pulse,
        jobs=(
            *slack.jobs,
            *_jobs(core, parts, outbox, watcher, reconcile, folder, leading, pulse),
            *_signs(
                core,
                parts,
                successor,
                OpsDelivery(core.post, settings.ops_channel, settings.admins),
            ),
        ),
        at_start=(*slack.at_start, *_at_start(core, parts, reconcile, leading)),
        at_stop=(
            *slack.at_stop,
            ("leadership", leading.release),
            ("successor", successor.end),
            ("twilio", twilio.close),
            ("renderer", _closing(core)),
            ("store", core.store.close),
        ),
    )


async def _core(settings: Settings, outside: Outside) -> Core:
    store = outside.store or open_store(settings.store, SPECS, exclusive=True)
    keyring = await store.run(lambda t: load_keyring(t, settings.secret_keys))
    slack = SlackConfig(
        bot_token=settings.slack_bot_token,
        signing_secret=settings.slack_signing_secret,
        app_token=settings.slack_app_token,
        api_url=settings.slack_api_url,
        command=settings.slack_command,
        admins=settings.admins,
    )
    connection = Connection(
        store=store,
        keyring=keyring,
        rest_url=settings.tracker_api_url,
        widget_url=settings.tracker_widget_url,
        per_minute=settings.tracker_per_minute,
        now=outside.now,
        transport=outside.tracker,
    )
    await _connect_at_start(settings, connection)
    renderer = outside.renderer or Renderer()
    return Core(
        settings=settings,
        outside=outside,
        store=store,
        keyring=keyring,
        slack=slack,
        post=outside.post or make_post(slack),
        renderer=renderer,
        reports=Once(renderer.render),
        connection=connection,
        converter=Converter(),
    )


async def _connect_at_start(settings: Settings, connection: Connection) -> None:
    if settings.tracker_access_token and await connection.client() is None:
        keys = Credentials(
            access_token=settings.tracker_access_token,
            region=settings.tracker_region,
            api_version=settings.tracker_api_version,
        )
        await connection.keep(keys, "environment")


@dataclass(frozen=True, slots=True, kw_only=True)
class TwilioSide:
    """What speaks to Twilio."""

    texts: Texts
    calls: Calls
    recordings: Twilio
    close: Act


def _twilio(core: Core) -> TwilioSide:
    s = core.settings
    transport = HttpxTransport(s.twilio_api_url, transport=core.outside.twilio)
    user, password = s.twilio_account_sid, s.twilio_auth_token
    if s.twilio_api_key:
        user, password = s.twilio_api_key, s.twilio_api_secret
    client = Client(user, password, account_sid=s.twilio_account_sid, http_client=transport)
    callback = f"{s.public_url}/twilio/status"
    texts = Texts(client=client, transport=transport, sender=s.twilio_from, service=s.twilio_service, callback=callback)
    calls = Calls(client=client, transport=transport, sender=s.twilio_from, public_url=s.public_url)
    recordings = Twilio(
        origin=s.twilio_api_url, account=s.twilio_account_sid, auth=(user, password), http=transport.http
    )
    return TwilioSide(texts=texts, calls=calls, recordings=recordings, close=transport.http.aclose)


def _outbox(core: Core, twilio: TwilioSide, marks: Marks) -> Outbox:
    s, post, results, connection = core.settings, core.post, core.results, core.connection
    owners, targets = Owners(connection, post.email_of, core.now), Targets(core.store, core.records)
    places = Places(store=core.store)
    ways: dict[str, Deliverer] = {
        "sms": LinkedTexts(twilio.texts, core.form_links, core.data_links),
        "call": twilio.calls,
        "recording": Fetching(twilio.recordings, core.store, core.recordings, core.now),
        "unrecord": Deleting(twilio.recordings),
        "seek": Seeking(twilio.recordings, _phone(core, twilio).found),
        "card": CardDelivery(post, results, _tracker_page(connection), _first_card(core.store), places),
        "pdf": PdfDelivery(post, results, core.render),
        "notice": NoticeDelivery(post, results, _first_message(core.store), places, _digest_of(core)),
        "ops": OpsDelivery(post, s.ops_channel, s.admins, _place_of(core.store)),
        "welcome": WelcomeDelivery(post, s.slack_command),
        "erase": EraseDelivery(core.store, core.records, s.data, core.now),
        "move": MoveDelivery(connection, results, _unmoved(core)),
        "apply": ApplyDelivery(
            core.store,
            connection,
            s,
            core.records,
            Arrivals(core.store, s, core.records, core.now, core.outside.new_id),
            core.now,
        ),
        "decision": DecisionDelivery(connection, results, owners),
        "activity": ActivityDelivery(connection, results, targets, owners, core.now),
        "milestone": MilestoneDelivery(connection, results, targets, owners, core.now),
        "contact": ContactDelivery(core.store, connection, results, core.records, s.country, core.now),
        "attach": AttachDelivery(connection, results, core.handed_in),
        "resume": ResumeDelivery(
            core.store, core.records, CandidateFiles(connection, LARGEST_FILE), core.converter, core.now
        ),
        "document": DocumentDelivery(connection, results, core.render),
    }
    rules = Rules(
        gate=TextGate(s, core.records),
        rate=Rates(per_second=s.sms_per_second),
        dropped=marks.dropped,
        by=Successor.name_on(core.store),
    )
    return Outbox(store=core.store, ways=ways, rules=rules, follow=marks, now=core.now)


def _tracker_page(connection: Connection) -> Callable[[int], Awaitable[str]]:
    async def page(candidate: int) -> str:
        await connection.client()
        host = TRACKER_PAGES.get(connection.credentials.region, "evogl")
        return f"https://{host}.tracker-rms.com/Resource/Details/{candidate}"

    return page


def _first_card(store: Store) -> Callable[[str], Awaitable[str]]:
    async def first(screening: str) -> str:
        rows = await store.read(lambda t: [r for r in t["outbox"].find(screening=screening) if r["way"] == "card"])
        places = [str(r["provider_id"] or "") for r in rows if r["state"] == "done"]
        return next((place for place in reversed(places) if place and "#" not in place), "")

    return first


def _place_of(store: Store) -> Callable[[str], Awaitable[str]]:
    """Where the message of a delivery stands."""

    async def place(key: str) -> str:
        row = await store.read(lambda t: t["outbox"].first(key=key))
        return str(row["provider_id"] or "") if row and row["state"] == "done" else ""

    return place


def _first_message(store: Store) -> Callable[[str, str], Awaitable[str]]:
    """Where the thread of a candidate is: under the first message about them, other than the one of that key."""

    async def first(screening: str, key: str) -> str:
        return await store.read(lambda t: first_message(t, screening, key))

    return first


def _unmoved(core: Core) -> Callable[[str, str], Awaitable[None]]:
    """What follows where Tracker refuses a move: the decision is taken back, and said so in the thread."""

    async def undo(screening: str, why: str) -> None:
        await core.store.run(lambda t: undecide(core.records(t), screening, why, core.now()))

    return undo


def _hear(core: Core) -> Callable[[InboundText], Awaitable[None]]:
    pause, brand = int(core.settings.listening_pause * 1000), core.settings.brand

    def heard(text: InboundText, tables: Tables) -> tuple[str, str]:
        row = tables["screenings"].first(open_phone=text.phone)
        return screener.hear(core.records(tables), text, pause, brand), str(row["gr"]) if row else ""

    async def hear(text: InboundText) -> None:
        became, screening = await core.store.run(partial(heard, text))
        if became != "repeat":
            log.info("heard", text=text.sid, screening=screening, became=became)

    return hear


def _web(core: Core, marks: Marks, twilio: TwilioSide) -> list[Route]:
    async def status(row: str, sid: str, state: str, code: str) -> None:
        await core.store.run(lambda t: marks.status(t, row, sid, state, code))

    s = core.settings
    forms = SignedForms(s.public_url, s.twilio_auth_token)
    phone = _phone(core, twilio)
    door = TwilioDoor(
        forms=forms,
        brand=s.brand,
        now=core.now,
        hear=_hear(core),
        status=status,
        called_in=phone.called_in,
        over=phone.over,
    )
    return [
        *door.routes(),
        *CallDoor(forms=forms, desk=phone).routes(),
        *_form(core).routes(),
        *_recordings(core).routes(),
        *_data(core).routes(),
        *_hook(core).routes(),
    ]


def _hook(core: Core) -> HookDoor:
    async def changed(body: object) -> None:
        await core.store.run(lambda t: keep_hint(t, hint_of(body)))

    return HookDoor(hook_secret(core.keyring.links), changed)


def _phone(core: Core, twilio: TwilioSide) -> Phone:
    public = core.settings.public_url
    return Phone(store=core.store, records=core.records, twilio=twilio.recordings, public_url=public, now=core.now)


def _recordings(core: Core) -> LinkDoor:
    async def opened(token: str) -> Playable | Barred:
        return await core.store.read(lambda t: core.links.open(t, token, core.now()))

    async def used(link: str, screening: str, what: str, agent: str) -> None:
        await core.store.run(lambda t: note_use(t, link, screening, what, agent, core.now()))

    pages = LinkPages(core.settings.brand, core.settings.slack_command)
    return LinkDoor(folder=core.recordings, pages=pages, open=opened, used=used)


def _data(core: Core) -> DataDoor:
    async def held(screening: str) -> dict[str, Any]:
        return await core.store.read(lambda t: given(core.records(t), screening))

    async def used(screening: str, agent: str) -> None:
        await core.store.run(lambda t: note_use(t, "data", screening, "the candidate's data", agent, core.now()))

    pages = LinkPages(core.settings.brand, core.settings.slack_command)
    return DataDoor(links=core.data_links, pages=pages, now=core.now, given=held, used=used)


def _form(core: Core) -> FormDoor:
    return FormDoor(
        public_url=core.settings.public_url,
        links=core.form_links,
        pages=FormPages(core.settings.brand),
        now=core.now,
        desk=FormDesk(core.store, core.records, core.converter, core.handed_in, core.now),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackSide:
    """What listens to Slack, by socket or by HTTP."""

    routes: tuple[Route, ...] = ()
    jobs: tuple[Job, ...] = ()
    at_start: tuple[tuple[str, Act], ...] = ()
    at_stop: tuple[tuple[str, Act], ...] = ()


def _slack(core: Core, watcher: Watcher, parts: frozenset[str], pulse: Pulse) -> SlackSide:
    if "slack" not in parts:
        return SlackSide()
    office = Office(
        store=core.store,
        connection=core.connection,
        watcher=watcher,
        config=core.settings,
        rights=Rights(core.settings, core.post),
        post=core.post,
        results=core.results,
        records=core.records,
        now=core.now,
        links=core.links,
        recordings=core.recordings,
    )
    edge = Edge()
    app = build_app(settings_like=core.slack, desk=office, edge=edge)
    answers = ("slack answers", edge.finish)
    if not core.slack.app_token:
        return SlackSide(
            routes=(Route("/slack/events", slack_endpoint(app), methods=["POST"]),),
            at_stop=(answers,),
        )
    socket = SlackSocket(app, core.slack.app_token)
    pulse.sign("slack_socket", socket.age)
    return SlackSide(
        jobs=(Job(name="socket", run=socket.watch, every=15.0),),
        at_start=(("slack socket", socket.start),),
        at_stop=(answers, ("slack socket", socket.stop)),
    )


def _jobs(
    core: Core,
    parts: frozenset[str],
    outbox: Outbox,
    watcher: Watcher,
    reconcile: Reconcile,
    folder: ScriptFolder,
    leading: Leading,
    pulse: Pulse,
) -> tuple[Job, ...]:
    s, now, jobs = core.settings, core.now, []
    if "outbox" in parts:
        jobs.append(Job(name="outbox", run=lambda: outbox.run_once(now()), every=1.0, urgent=True))
    if "scheduler" in parts:
        due = Due(core.store, core.records, llm_of(s))
        drift = Drift(store=core.store, connection=core.connection, settings=s, records=core.records, now=core.now)
        watcher.changed = drift.look_at
        jobs += [
            Job(name="due", run=leading.only_one("due", lambda: due.run_once(now())), every=1.0, urgent=True),
            Job(
                name="poll",
                run=leading.only_one("poll", _polled(core, watcher, pulse)),
                every=core.settings.poll_seconds,
                at_once=True,
            ),
            Job(name="hurry", run=leading.only_one("poll", lambda: watcher.hurry(now())), every=2.0),
            Job(name="drift", run=leading.only_one("drift", lambda: drift.run_once(now())), every=s.poll_seconds),
            Job(name="anchor", run=leading.only_one("anchor", Anchoring(core.store, now).run_once), every=3600.0),
            Job(name="recordings", run=_keeping(core).run_once, every=3600.0),
            Job(name="retain", run=leading.only_one("retain", _retaining(core).run_once), every=3600.0),
            Job(name="texts", run=leading.only_one("texts", reconcile.run_once), every=15.0),
            Job(
                name="digest",
                run=leading.only_one("digest", Digest(core.store, core.records, s, now, _open_jobs(core)).run_once),
                every=60.0,
            ),
            Job(name="backfills", run=leading.only_one("backfills", _backfilling(core, watcher).run_once), every=1.0),
        ]
    if "scheduler" in parts and core.settings.scripts is not None:
        jobs.append(Job(name="scripts", run=folder.run_once, every=2.0))
    return tuple(jobs)


def _keeping(core: Core) -> Keeping:
    def kept_by_law(tables: Tables, screening: str) -> bool:
        s = core.records(tables).screening(screening)
        return s is not None and bool(on_hold(core.records(tables), s.candidate.id))

    return Keeping(core.store, core.recordings, core.now, core.settings.keep_recordings * DAY, kept_by_law)


def _retaining(core: Core) -> Retaining:
    s = core.settings
    keep = Keep(screenings=s.keep_screenings, recordings=s.keep_recordings, strangers=s.keep_strangers)
    return Retaining(core.store, core.records, keep, s.data, core.now)


def _digest_of(core: Core) -> Callable[[str], Awaitable[str]]:
    """What waits in a channel, in words."""

    async def words(channel: str) -> str:
        return await core.store.read(lambda t: digest_of(t, core.records(t), channel, core.now()))

    return words


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


def _signs(core: Core, parts: frozenset[str], successor: Successor, ops: OpsDelivery) -> tuple[Job, ...]:
    """The store is watched; where several processes deliver, each gives signs of life."""
    if "outbox" not in parts or core.outside.store is not None:
        return ()
    path = None if core.store.shared else Path(core.settings.store)
    watch = StoreWatch(core.store, path, core.post, ops.places, core.now)
    jobs = [Job(name="store", run=watch.run_once, every=disk.EVERY)]
    if core.store.shared:
        jobs.append(Job(name="alive", run=successor.run_once, every=EVERY))
    return tuple(jobs)


def _at_start(core: Core, parts: frozenset[str], reconcile: Reconcile, leading: Leading) -> tuple[tuple[str, Act], ...]:
    acts: list[tuple[str, Act]] = []
    if "scheduler" in parts:
        acts += [
            ("welcome", lambda: welcome(core.store, core.records, core.settings, core.now)),
            ("texts of the past", leading.only_one("texts", reconcile.quietly)),
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


def _closing(core: Core) -> Act:
    async def close() -> None:
        core.renderer.close()

    return close


def _depth(tables: Tables) -> dict[str, int]:
    """Deliveries by state, but for those that are over: these only grow."""
    return {state: tables["outbox"].how_many(state=state) for state in ("new", "claimed", "held", "parked")}
