"""The connection to Tracker: credentials sealed in the store, one client made from them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass

import httpx
import msgspec

from bot.ats.hints import hook_secret
from bot.ats.tokens import StoredKeeper, StoredPace
from bot.ats.waiting import release, try_refused
from bot.storage.keys import Keyring
from bot.storage.store import Store, Tables
from bot.storage.values import keep_value
from tracker.auth import WidgetCredentials
from tracker.client import REST_HOSTS, WIDGET_HOSTS, TrackerClient


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What connects us: an access token, or the older API's three, or both."""

    access_token: str = ""
    region: str = "us"
    api_version: str = "1"
    api_key: str = ""
    username: str = ""
    password: str = ""

    @property
    def widget(self) -> WidgetCredentials | None:
        """The older API's credentials, where given."""
        if not (self.api_key or (self.username and self.password)):
            return None
        return WidgetCredentials(api_key=self.api_key, username=self.username, password=self.password)


class Connection:
    """Keeps the client of the stored credentials; another process's change is seen at the next use."""

    def __init__(
        self,
        *,
        store: Store,
        keyring: Keyring,
        rest_url: str,
        widget_url: str,
        per_minute: int,
        now: Callable[[], int],
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._sleep = sleep
        self._store, self._keyring, self._now = store, keyring, now
        self._rest, self._widget, self._per_minute, self._transport = rest_url, widget_url, per_minute, transport
        self._sealed, self._client = "", None  # type: tuple[str, TrackerClient | None]
        self._switching = asyncio.Lock()
        self._ways: dict[str, str] = {}  # what works at this tenant, by operation
        self._learned = False
        self.credentials = Credentials()

    @property
    def hook_secret(self) -> str:
        """The unguessable part of the address to which Tracker may post what changed."""
        return hook_secret(self._keyring.links)

    async def client(self) -> TrackerClient | None:
        """The client, or None where Tracker is not connected."""
        sealed = await self._store.read(_sealed)
        if sealed != self._sealed:
            async with self._switching:  # who comes meanwhile waits, and does not find it half made
                if sealed != self._sealed:
                    await self._switch(sealed)
        return self._client

    async def _switch(self, sealed: str) -> None:
        """The former client serves until the new one is whole."""
        old, made = self._client, None
        if sealed:
            self._ways = await self._store.read(_ways)
            self.credentials = msgspec.json.decode(self._keyring.open(sealed), type=Credentials)
            made = self.make(self.credentials, shared=True)
        self._sealed, self._client = sealed, made
        if old is not None:
            await old.close()

    def make(self, c: Credentials, *, shared: bool) -> TrackerClient:
        """A client of these credentials; `shared` uses the stored JWT and budget."""
        region = c.region if c.region in REST_HOSTS else "other"
        return TrackerClient(
            base_url=self._rest or REST_HOSTS[region],
            access_token=c.access_token or None,
            api_version=c.api_version or "1",
            keeper=StoredKeeper(self._store, self._keyring, self._now) if shared else None,
            pace=StoredPace(self._store, self._per_minute, self._now, self._sleep),
            widget_url=self._widget or WIDGET_HOSTS[region],
            widget=c.widget,
            transport=self._transport,
            sleep=self._sleep,
            strategies=self._ways if shared else None,
            remember=self._learn if shared else None,
        )

    def _learn(self, operation: str, way: str) -> None:
        self._ways[operation], self._learned = way, True

    async def save_ways(self) -> None:
        """Keep what was learned of the tenant, so that the next start need not guess."""
        if self._learned:
            self._learned, ways = False, dict(self._ways)
            await self._store.run(lambda t: keep_value(t, "tracker_ways", ways=ways))

    async def keep(self, c: Credentials, by: str) -> None:
        """Store the credentials, sealed; the JWT of former ones is forgotten."""
        sealed = self._keyring.seal(msgspec.json.encode(asdict(c)).decode())

        def put(tables: Tables) -> None:
            keep_value(tables, "connection", sealed=sealed, by=by, region=c.region, version=c.api_version)
            keep_value(tables, "jwt", sealed="", until=0)
            keep_value(tables, "tracker_ways", ways={})
            release(tables, self._now())
            try_refused(tables, self._now())

        await self._store.run(put)

    async def forget(self) -> None:
        """Disconnect."""
        await self._store.run(lambda t: keep_value(t, "connection", sealed="", by="", region="", version=""))


def _ways(tables: Tables) -> dict[str, str]:
    row = tables["values"].first(name="tracker_ways")
    return dict(row["ways"]) if row else {}


def _sealed(tables: Tables) -> str:
    row = tables["values"].first(name="connection")
    return str(row["sealed"]) if row else ""
