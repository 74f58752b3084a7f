"""Sending texts by Twilio: create, look up by list, and the classes of its errors."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import httpx
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

from bot.outbox.delivery import Delivery
from bot.sms.transport import HttpxTransport
from screening.errors import Fate, PortFailed

OPTED_OUT: Final = 21610
BAD_NUMBER: Final = frozenset({21211, 21212, 21214, 21217, 21421, 21614, 21635, 30005, 30006})
WAIT: Final = frozenset({20429, 21611, 30001, 30017, 30022, 30023, 30036, 63017, 63018, 63038})
PAGE: Final = 200
MOST: Final = 10_000  # messages of one list
OLDER: Final = 100  # messages in a row from before what is asked for: the list is not quite in order


class TextRefused(PortFailed):
    """Twilio will not send this text; `code` is its error code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message, fate=Fate.REFUSED)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A message of Twilio's list; `at` in ms UTC."""

    sid: str
    phone: str
    text: str
    at: int
    media: bool


class Texts:
    """The account's messages."""

    stale_ms = 3_000

    def __init__(self, *, client: Client, transport: HttpxTransport, sender: str, service: str, callback: str) -> None:
        self._client, self._transport = client, transport
        self._sender, self._service, self._callback = sender, service, callback

    async def call(self, delivery: Delivery) -> str:
        """Create the message; answers its sid."""
        payload: dict[str, Any] = {"to": delivery.payload["to"], "body": delivery.payload["body"]}
        payload |= {"messaging_service_sid": self._service} if self._service else {"from_": self._sender}
        try:
            made = await self._client.messages.create_async(
                **payload, status_callback=f"{self._callback}?m={delivery.row}"
            )
        except TwilioRestException as error:
            raise self._refusal(error) from error
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise PortFailed("Twilio cannot be reached", fate=Fate.NOT_DONE) from error
        except (httpx.HTTPError, TwilioException, ValueError) as error:
            raise PortFailed("Twilio did not answer", fate=Fate.UNKNOWN) from error
        return str(made.sid)

    def _refusal(self, error: TwilioRestException) -> PortFailed:
        code = int(error.code or 0)
        if error.status == 429 or code in WAIT:
            return PortFailed("Twilio asks us to wait", fate=Fate.NOT_DONE, retry_after=self._transport.retry_after)
        if error.status >= 500:
            return PortFailed(f"Twilio answered {error.status}", fate=Fate.UNKNOWN)
        return TextRefused(f"Twilio refused the text ({code}): {error.msg}", code)

    async def look_up(self, delivery: Delivery, taken: frozenset[str]) -> str | None:
        """The sid of this very text, if Twilio has it."""
        since, to = delivery.claimed - 1500, delivery.payload["to"]
        after = datetime.fromtimestamp(delivery.claimed / 1000, UTC) - timedelta(days=1)
        listed = await self._list(since, to=to, date_sent_after=after)
        for m in listed:
            fits = m.body == delivery.payload["body"] and str(m.direction).startswith("outbound")
            if fits and m.sid not in taken and _ms(m.date_created) >= since:
                return str(m.sid)
        return None

    async def inbound(self, since: int) -> list[Listed]:
        """The texts that came in since then (ms UTC), oldest first."""
        after = datetime.fromtimestamp(since / 1000, UTC) - timedelta(days=1)
        to = {} if self._service else {"to": self._sender}
        rows = await self._list(since, date_sent_after=after, **to)
        inbound = [m for m in rows if m.direction == "inbound" and _ms(m.date_created) >= since]
        listed = (
            Listed(
                sid=m.sid,
                phone=m.from_,
                text=m.body or "",
                at=_ms(m.date_created),
                media=str(m.num_media) not in ("0", "None"),
            )
            for m in inbound
        )
        return sorted(listed, key=lambda m: m.at)

    async def _list(self, since: int, **filters: Any) -> list[Any]:
        """Twilio filters by day and begins with the newest: whoever has met enough older ones need not read the day."""
        found, older = [], 0
        try:
            async for m in await self._client.messages.stream_async(page_size=PAGE, limit=MOST, **filters):
                found.append(m)
                older = older + 1 if _ms(m.date_created) < since else 0
                if older >= OLDER:
                    break
        except (httpx.HTTPError, TwilioException, ValueError) as error:
            raise PortFailed("Twilio's message list cannot be read", fate=Fate.UNKNOWN) from error
        return found


def _ms(at: datetime | None) -> int:
    return int(at.timestamp() * 1000) if at else 0
