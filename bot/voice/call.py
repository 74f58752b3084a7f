"""Placing calls by Twilio: create, look up by list, and the classes of its errors."""

from datetime import datetime
from typing import Any, Final, Protocol

import httpx
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

from bot.outbox.delivery import Delivery
from bot.voice.twiml import Place
from screening.errors import Fate, PortFailed

RINGS: Final = 25  # seconds: voicemail often picks up after that
LONGEST: Final = 900  # seconds of a call
LAG: Final = 1_500  # ms by which Twilio's clock may differ from ours


class Asking(Protocol):
    """The transport's memory of how long Twilio asked us to wait, in seconds."""

    retry_after: float | None


class Calls:
    """The account's calls."""

    stale_ms = 3_000

    def __init__(self, *, client: Client, transport: Asking, sender: str, public_url: str) -> None:
        self._client, self._transport, self._sender, self._public = client, transport, sender, public_url

    async def call(self, delivery: Delivery) -> str:
        """Place the call; answers its sid."""
        if not self._sender:
            raise PortFailed("a call needs a number to call from: set TWILIO_FROM", fate=Fate.REFUSED)
        place = Place(public=self._public, screening=delivery.screening, call=int(delivery.payload["call"]))
        try:
            made = await self._client.calls.create_async(
                to=delivery.payload["to"],
                from_=self._sender,
                url=place.url("start"),
                method="POST",
                status_callback=place.url("status"),
                status_callback_event=["completed"],
                timeout=RINGS,
                time_limit=LONGEST,
                machine_detection="Enable",
            )
        except TwilioRestException as error:
            raise self._refusal(error) from error
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise PortFailed("Twilio cannot be reached", fate=Fate.NOT_DONE) from error
        except (httpx.HTTPError, TwilioException, ValueError) as error:
            raise PortFailed("Twilio did not answer", fate=Fate.UNKNOWN) from error
        return str(made.sid)

    def _refusal(self, error: TwilioRestException) -> PortFailed:
        if error.status == 429:
            return PortFailed("Twilio asks us to wait", fate=Fate.NOT_DONE, retry_after=self._transport.retry_after)
        if error.status >= 500:
            return PortFailed(f"Twilio answered {error.status}", fate=Fate.UNKNOWN)
        return PortFailed(f"Twilio refused the call ({error.code}): {error.msg}", fate=Fate.REFUSED)

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        """The sid of this very call: the only one to this number since the claim, for a phone's calls are made one by one."""
        try:
            listed: list[Any] = await self._client.calls.list_async(to=delivery.payload["to"], limit=50)
        except (httpx.HTTPError, TwilioException, ValueError) as error:
            raise PortFailed("Twilio's list of calls cannot be read", fate=Fate.UNKNOWN) from error
        ours = [c for c in listed if str(c.direction).startswith("outbound") and c.sid not in taken]
        return next((str(c.sid) for c in ours if _ms(c.date_created) >= delivery.claimed - LAG), None)


def _ms(at: datetime | None) -> int:
    return int(at.timestamp() * 1000) if at else 0
