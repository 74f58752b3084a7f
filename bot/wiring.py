"""The one place where adapters are made and tied together."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.applications import Starlette
from starlette.routing import Route
from twilio.rest import Client

from bot.agents import ScriptFolder
from bot.ats.connection import Connection, Credentials
from bot.ats.watch import Watcher
from bot.ats.write import ActivityDelivery, DocumentDelivery, MilestoneDelivery
from bot.clock import now
from bot.deliveries import CardDelivery, NoticeDelivery, OpsDelivery, PdfDelivery
from bot.desk.office import Office
from bot.desk.rights import Rights
from bot.outbox.deliver import Outbox
from bot.outbox.delivery import Deliverer, Delivery
from bot.outbox.rates import Rates
from bot.reports.render import Renderer
from bot.results import Result, Results
from bot.settings import Settings
from bot.slack.app import SlackConfig, build_app, make_post
from bot.slack.endpoint import slack_endpoint
from bot.slack.socket import SlackSocket
from bot.sms.gate import TextGate, count_sent
from bot.sms.send import BAD_NUMBER, OPTED_OUT, TextRefused, Texts
from bot.sms.transport import HttpxTransport
from bot.storage.keys import load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_store
from bot.web.health import Pulse, health_routes
from bot.web.twilio import TwilioDoor
from screening import screener
from screening.errors import PortFailed
from screening.events import OptedOut
from screening.report import build
from screening.screener import InboundText
from tracker.errors import TrackerError

log = structlog.get_logger(__name__)
ALL = frozenset({"web", "slack", "scheduler", "outbox"})
STRANGER = "{brand}: this number sends automated texts about job applications. We do not know your number. Reply STOP to get none, HELP for help."


@dataclass(slots=True, kw_only=True)
class Service:
    """Everything that runs. `start` and `stop` bracket its life."""

    settings: Settings
    store: Store
    app: Starlette
    outbox: Outbox
    pulse: Pulse
    parts: frozenset[str]
    jobs: list[tuple[str, Callable[[], Awaitable[object]], float]]
    closers: list[Callable[[], Awaitable[object] | None]]
    socket: object = None
    warm: Callable[[], Awaitable[None]] | None = None
    _scheduler: AsyncIOScheduler | None = None
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self) -> None:
        """Turn the loops."""
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        for name, run, every in self.jobs:
            self.pulse.beat(name, every)
            self._scheduler.add_job(
                self._turn,
                "interval",
                args=(name, run, every),
                seconds=every,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )
        self._scheduler.start()
        self._tasks.append(asyncio.create_task(self._awake()))
        if self.warm is not None and "outbox" in self.parts:
            self._tasks.append(asyncio.create_task(self.warm()))  # type: ignore[arg-type]
        if self.socket is not None:
            await self.socket.start()  # type: ignore[attr-defined]

    async def _turn(self, name: str, run: Callable[[], Awaitable[object]], every: float) -> None:
        try:
            await run()
            self.pulse.beat(name, every)
        except Exception:
            log.exception("a loop failed", loop=name)

    async def _awake(self) -> None:
        """Deliver as soon as something was saved, not only at the next tick."""
        urgent = [run for name, run, _ in self.jobs if name in ("outbox", "due")]
        while not self._stopping.is_set():
            await self.store.wait(1.0)
            for run in urgent:
                with contextlib.suppress(Exception):
                    await run()
            await asyncio.sleep(0.05)

    async def stop(self) -> None:
        """Finish what is in flight, within five seconds."""
        self._stopping.set()
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
        for task in self._tasks:
            task.cancel()
        if self.socket is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self.socket.stop(), 2)  # type: ignore[attr-defined]
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.outbox.drained(), 5)
        for close in self.closers:
            with contextlib.suppress(Exception):
                closing = close()
                if closing is not None:
                    await asyncio.wait_for(closing, 2)


async def wire(settings: Settings, parts: frozenset[str] = ALL) -> Service:  # noqa: C901
    """Make everything from the settings."""
    store = open_store(settings.store, SPECS, exclusive=True)
    keyring = await store.run(lambda t: load_keyring(t, settings.secret_keys))

    def records(tables: Tables) -> Repositories:
        return Repositories(tables, keyring.pepper)

    connection = Connection(
        store=store,
        keyring=keyring,
        rest_url=settings.tracker_api_url,
        widget_url=settings.tracker_widget_url,
        per_minute=settings.tracker_per_minute,
        now=now,
    )
    await _connect_at_start(settings, connection)
    config = SlackConfig(
        bot_token=settings.slack_bot_token,
        signing_secret=settings.slack_signing_secret,
        app_token=settings.slack_app_token,
        api_url=settings.slack_api_url,
        command=settings.slack_command,
        admins=settings.admins,
    )
    post, results, renderer = make_post(config), Results(store, records), Renderer()

    async def render(r: Result) -> bytes:
        return await renderer.render(build(r.screening, r.script, r.card, generated_at=now(), links=r.screening.links))

    transport = HttpxTransport(settings.twilio_api_url)
    texts = _texts(settings, transport)
    watcher = Watcher(store=store, connection=connection, settings=settings, records=records, now=now)
    office = Office(
        store=store,
        connection=connection,
        watcher=watcher,
        config=settings,
        rights=Rights(settings, post),
        post=post,
        results=results,
        records=records,
        now=now,
    )

    async def tracker_url(candidate: int) -> str:
        await connection.client()
        host = {"us": "evous", "ca": "evoca"}.get(connection.credentials.region, "evogl")
        return f"https://{host}.tracker-rms.com/Resource/Details/{candidate}"

    async def first_card(screening: str) -> str:
        row = await store.read(lambda t: t["outbox"].first(key=f"card:{screening}:1"))
        return str(row["provider_id"] or "").split("#")[0] if row and row["state"] == "done" else ""

    ways: dict[str, Deliverer] = {
        "sms": texts,
        "card": CardDelivery(post, results, tracker_url, first_card),
        "pdf": PdfDelivery(post, results, render),
        "notice": NoticeDelivery(post, results),
        "ops": OpsDelivery(post, settings.ops_channel, settings.admins),
        "activity": ActivityDelivery(connection, results, now),
        "milestone": MilestoneDelivery(connection, results, now),
        "document": DocumentDelivery(connection, results, render),
    }
    marks = Marks(records)
    outbox = Outbox(
        store=store,
        ways=ways,
        gate=TextGate(settings, records),
        rate=Rates(per_second=settings.sms_per_second),
        marked=marks.marked,
        refused=marks.refused,
        now=now,
    )
    pulse = Pulse(now)
    pause = int(settings.listening_pause * 1000)

    async def hear(text: InboundText) -> None:
        await store.run(lambda t: _hear(records(t), text, pause, settings))

    async def status(row: str, sid: str, state: str, code: str) -> None:
        await store.run(lambda t: marks.status(t, row, sid, state, code))

    routes: list[Route] = [*health_routes(pulse, lambda: store.read(_depth))]
    socket = None
    if "web" in parts:
        door = TwilioDoor(
            public_url=settings.public_url,
            auth_token=settings.twilio_auth_token,
            brand=settings.brand,
            now=now,
            hear=hear,
            status=status,
        )
        routes += door.routes()
    if "slack" in parts:
        bolt = build_app(settings_like=config, desk=office)
        if settings.slack_app_token:
            socket = SlackSocket(bolt, settings.slack_app_token)
        else:
            routes.append(Route("/slack/events", slack_endpoint(bolt), methods=["POST"]))
    folder = ScriptFolder(settings.scripts, store, records, now)
    await folder.run_once(at_start=True)

    async def due() -> int:
        ids = await store.read(lambda t: [r["gr"] for r in t["screenings"].due("due", now(), 200)])
        for id in ids:
            await store.run(lambda t, id=id: screener.due(records(t), id, now()))  # type: ignore[misc]
        return len(ids)

    reconcile = Reconcile(store, records, texts, hear)
    jobs: list[tuple[str, Callable[[], Awaitable[object]], float]] = []
    early: list[asyncio.Task[None]] = []
    if "outbox" in parts:
        jobs.append(("outbox", lambda: outbox.run_once(now()), 1.0))
    if "scheduler" in parts:
        jobs += [
            ("due", due, 1.0),
            ("poll", lambda: watcher.run_once(now()), settings.poll_seconds),
            ("texts", reconcile.run_once, 15.0),
            ("scripts", folder.run_once, 2.0),
        ]
        if settings.scripts is None:
            jobs.pop()
        early = [asyncio.create_task(reconcile.quietly()), asyncio.create_task(_check(connection))]

    async def shut() -> None:
        renderer.close()

    closers: list[Callable[[], Awaitable[object] | None]] = [shut, transport.http.aclose, store.close]
    return Service(
        _tasks=early,
        settings=settings,
        store=store,
        app=Starlette(routes=routes),
        outbox=outbox,
        pulse=pulse,
        parts=parts,
        jobs=jobs,
        closers=closers,
        socket=socket,
        warm=renderer.warm,
    )


async def _connect_at_start(settings: Settings, connection: Connection) -> None:
    if settings.tracker_access_token and await connection.client() is None:
        keys = Credentials(
            access_token=settings.tracker_access_token,
            region=settings.tracker_region,
            api_version=settings.tracker_api_version,
        )
        await connection.keep(keys, "environment")


async def _check(connection: Connection) -> None:
    """One live call at start, so that a dead token is known before the first candidate."""
    client = await connection.client()
    try:
        if client is not None:
            await client.check()
    except TrackerError as error:
        log.warning("Tracker does not answer as it should", why=str(error))


def _texts(settings: Settings, transport: HttpxTransport) -> Texts:
    user, password = settings.twilio_account_sid, settings.twilio_auth_token
    if settings.twilio_api_key:
        user, password = settings.twilio_api_key, settings.twilio_api_secret
    client = Client(user, password, account_sid=settings.twilio_account_sid, http_client=transport)
    return Texts(
        client=client,
        transport=transport,
        sender=settings.twilio_from,
        service=settings.twilio_service,
        callback=f"{settings.public_url}/twilio/status",
    )


def _hear(records: Repositories, text: InboundText, pause: int, settings: Settings) -> None:
    if screener.hear(records, text, pause) != "stranger":
        return
    for row in records.tables["outbox"].find(to=text.phone):
        if row["payload"]["kind"].startswith("stranger") and not row["payload"]["body"]:
            payload = row["payload"] | {"body": STRANGER.format(brand=settings.brand)}
            records.tables["outbox"].update({"payload": payload}, doc_ids=[row.doc_id])


def _depth(tables: Tables) -> dict[str, int]:
    return dict(Counter(r["state"] for r in tables["outbox"].all()))


class Marks:
    """What follows from a delivery that was made, refused or reported on; each inside the marking transaction."""

    def __init__(self, records: Callable[[Tables], Repositories]) -> None:
        self._records = records

    def marked(self, tables: Tables, d: Delivery, id: str, at: int) -> None:
        """It is done."""
        if d.way != "sms":
            return
        records = self._records(tables)
        count_sent(records, d.payload["to"], d.payload["kind"], bool(d.payload["started"]), at)
        if d.screening:
            screener.delivered(records, d.screening, d.payload["message"], at)

    def refused(self, tables: Tables, d: Delivery, error: PortFailed, at: int) -> None:
        """It will not be done."""
        records = self._records(tables)
        code = error.code if isinstance(error, TextRefused) else 0
        if d.way == "sms" and code == OPTED_OUT:
            self._opted_out(records, d, at)
            return
        from screening.ports import Order

        text = f"{d.way} of {d.screening or d.key} could not be delivered and was parked: {error}"
        if d.way == "sms" and d.screening and code in BAD_NUMBER:
            screener.undeliverable(records, d.screening, d.payload["message"], str(error), at)
        elif d.way != "ops":
            records.order(Order(key=f"ops:{d.key}", way="ops", lane="ops", payload={"text": text}), at)

    def _opted_out(self, records: Repositories, d: Delivery, at: int) -> None:
        phone = d.payload["to"]
        records.opt_out(phone, "Twilio says this number opted out (21610)", at)
        records.drop_texts(phone, "opted out (21610)")
        s = records.screening(d.screening) if d.screening else None
        if s is not None:
            screener.apply(records, s, OptedOut(why="the number opted out at Twilio (21610)"), at)

    def status(self, tables: Tables, row: str, sid: str, state: str, code: str) -> None:
        """Twilio's status of a text: proves acceptance even where the answer to the create was lost."""
        if not row.isdigit() or not sid:
            return
        from bot.outbox.claim import adopted

        doc = tables["outbox"].get(doc_id=int(row))
        if not isinstance(doc, dict) or doc["way"] != "sms" or doc["claimed"] is None:
            return
        d = Delivery(
            row=int(row),
            key=doc["key"],
            way="sms",
            payload=doc["payload"],
            screening=doc["screening"],
            claimed=doc["claimed"],
            tries=0,
            again=True,
        )
        if doc["state"] != "done" and adopted(tables, int(row), sid):
            self.marked(tables, d, sid, now())
        if state in ("failed", "undelivered") and code.isdigit() and int(code) in BAD_NUMBER | {OPTED_OUT}:
            self.refused(tables, d, TextRefused(f"Twilio could not deliver it ({code})", int(code)), now())


class Reconcile:
    """Fetches Twilio's message list: no webhook is certain. The first poll takes only opt-outs from the past."""

    def __init__(
        self,
        store: Store,
        records: Callable[[Tables], Repositories],
        texts: Texts,
        hear: Callable[[InboundText], Awaitable[None]],
    ) -> None:
        self._store, self._records, self._texts, self._hear = store, records, texts, hear

    async def run_once(self) -> None:
        """Everything since the cursor, overlapping by ten minutes."""
        started = now()
        cursor = await self._store.read(lambda t: self._records(t).value("texts-cursor"))
        since = int(cursor["at"]) - 600_000 if cursor else started - 7 * 86_400_000
        for m in await self._texts.inbound(since):
            text = InboundText(sid=m.sid, phone=m.phone, text=m.text, at=now() if cursor else m.at, media=m.media)
            if cursor:
                await self._hear(text)
            else:
                await self._store.run(lambda t, x=text: _past(self._records(t), x))  # type: ignore[misc]
        await self._store.run(lambda t: self._records(t).set_value("texts-cursor", at=started))

    async def quietly(self) -> None:
        """The first run, at start."""
        try:
            await self.run_once()
        except PortFailed as error:
            log.warning("Twilio's list could not be read", why=str(error))


def _past(records: Repositories, text: InboundText) -> None:
    """From before we ran: only opt-outs count."""
    from screening.understanding import opts_out
    from screening.understanding.reading import Intent

    if not records.first_seen(text.sid, text.phone, text.text, text.at):
        return
    if opts_out(text.text, screener._context(text, None)) is Intent.OPT_OUT:
        records.opt_out(text.phone, f"texted “{text.text[:80]}”", text.at)
