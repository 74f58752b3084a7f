"""Socket Mode: the same app over Slack's socket, with the age of its last sign of life."""

import logging
import time
from collections.abc import Callable
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

log = logging.getLogger("greenroom.slack")
STALE_AFTER = 60.0  # seconds without a ping, a pong or an envelope


class SlackSocket:
    """One connection; `watch` opens a new one where the old has gone quiet."""

    def __init__(self, app: AsyncApp, app_token: str, *, clock: Callable[[], float] = time.time) -> None:
        self._app, self._token, self._clock = app, app_token, clock
        self._handler: AsyncSocketModeHandler | None = None
        self._sign = clock()

    async def start(self) -> None:
        """Connects; from then on the library reconnects by itself."""
        handler = AsyncSocketModeHandler(self._app, self._token, web_client=self._app.client)
        handler.client.message_listeners.append(self._noted)
        self._handler, self._sign = handler, self._clock()
        client: Any = handler.client  # its methods carry no types
        await client.connect()

    async def stop(self) -> None:
        """Disconnects for good."""
        handler, self._handler = self._handler, None
        if handler is not None:
            client: Any = handler.client
            await client.close()

    async def connected(self) -> bool:
        """Whether a socket is open now."""
        return self._handler is not None and bool(await self._handler.client.is_connected())

    def age(self) -> float:
        """Seconds since the last sign of life."""
        pinged = getattr(self._handler.client, "last_ping_pong_time", None) if self._handler else None
        return max(self._clock() - max(self._sign, float(pinged or 0.0)), 0.0)

    async def watch(self) -> None:
        """Called now and then: a connection that has gone quiet is replaced whole."""
        if self.age() < STALE_AFTER:
            return
        log.warning("slack: the socket was quiet for %.0f s; connecting anew", self.age())
        try:
            await self.stop()
        except Exception:
            log.exception("slack: the old socket could not be closed")
        await self.start()

    async def _noted(self, *_: object) -> None:
        self._sign = self._clock()
