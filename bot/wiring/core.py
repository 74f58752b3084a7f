"""What every part is made of: settings, store, keys, Slack, Tracker, the renderer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot import clock
from bot.ats.arrivals import new_id
from bot.ats.connection import Connection, Credentials
from bot.data_links import DataLinks
from bot.form_links import FormLinks
from bot.links import Links
from bot.reports.once import Once
from bot.reports.render import Renderer
from bot.results import Result, Results
from bot.resumes.convert import Converter
from bot.settings import Settings
from bot.slack.app import SlackConfig, make_post
from bot.slack.post import SlackPost
from bot.storage.keys import Keyring, load_keyring
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_store
from screening.report import build


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


async def core_of(settings: Settings, outside: Outside) -> Core:
    """The core, on the store of the settings or of the outside given."""
    store = outside.store or open_store(settings.store, SPECS, exclusive=True)
    keyring = await store.run(lambda t: load_keyring(t, settings.secret_keys))
    slack = slack_config(settings)
    connection = connection_on(store, keyring, settings, outside)
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


def slack_config(settings: Settings) -> SlackConfig:
    """Our app in Slack, as it is set."""
    return SlackConfig(
        bot_token=settings.slack_bot_token,
        signing_secret=settings.slack_signing_secret,
        app_token=settings.slack_app_token,
        api_url=settings.slack_api_url,
        command=settings.slack_command,
        admins=settings.admins,
    )


def connection_on(store: Store, keyring: Keyring, settings: Settings, outside: Outside) -> Connection:
    """The connection to Tracker that this store keeps."""
    return Connection(
        store=store,
        keyring=keyring,
        rest_url=settings.tracker_api_url,
        widget_url=settings.tracker_widget_url,
        per_minute=settings.tracker_per_minute,
        now=outside.now,
        transport=outside.tracker,
    )


async def _connect_at_start(settings: Settings, connection: Connection) -> None:
    if settings.tracker_access_token and await connection.client() is None:
        keys = Credentials(
            access_token=settings.tracker_access_token,
            region=settings.tracker_region,
            api_version=settings.tracker_api_version,
        )
        await connection.keep(keys, "environment")
