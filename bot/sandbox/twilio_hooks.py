"""What Twilio posts to the bot: delivery statuses and inbound texts, signed against the public address."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from urllib.parse import urldefrag, urlencode, urlsplit

import httpx

from bot.sandbox.keys import Keys
from bot.sandbox.wire import Json, twilio_signature

GOES_WELL = ("sent", "delivered")
GOES_WRONG = ("sent", "undelivered")


class Hooks:
    """Posts webhooks to the bot and keeps the running ones."""

    def __init__(self, keys: Keys, http: httpx.AsyncClient, *, pause: float = 0.05) -> None:
        self._keys, self._http, self._pause = keys, http, pause
        self._running: set[asyncio.Task[None]] = set()
        self.on_delivered: list[Callable[[Json], None]] = []
        self.posted: list[Json] = []

    def follow(self, message: Json, callback: str, *, undeliverable: bool) -> None:
        """Brings a message on its way, status by status."""
        self.run(self._travel(message, callback, undeliverable))

    def run(self, work: Coroutine[None, None, None]) -> None:
        """Does something beside us, and remembers it until it is done."""
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _travel(self, message: Json, callback: str, undeliverable: bool) -> None:
        for status in GOES_WRONG if undeliverable else GOES_WELL:
            await asyncio.sleep(self._pause)
            message["status"] = status
            if status == "undelivered":
                message |= {"error_code": 30006, "error_message": "Landline or unreachable carrier"}
            if callback:
                await self.post(callback, self._status(message))
        if message["status"] == "delivered":
            for told in self.on_delivered:
                told(message)

    def _status(self, message: Json) -> dict[str, str]:
        fields = {
            "MessageSid": message["sid"], "SmsSid": message["sid"], "AccountSid": message["account_sid"], "From": message["from"],
            "To": message["to"], "MessageStatus": message["status"], "SmsStatus": message["status"], "ApiVersion": "2010-04-01",
        }  # fmt: skip
        return fields | ({"ErrorCode": str(message["error_code"])} if message["error_code"] else {})

    async def inbound(self, message: Json) -> int:
        """Posts an inbound text to the number's SMS address."""
        fields = {
            "MessageSid": message["sid"], "SmsSid": message["sid"], "SmsMessageSid": message["sid"], "NumMedia": "0",
            "AccountSid": message["account_sid"], "From": message["from"], "To": message["to"], "Body": message["body"],
            "NumSegments": message["num_segments"], "ApiVersion": "2010-04-01", "FromCity": "", "FromState": "", "FromCountry": "US",
        }  # fmt: skip
        return await self.post(self._keys.public_url + "/twilio/sms", fields)

    async def post(self, url: str, fields: dict[str, str]) -> int:
        """One signed post. Twilio does not repeat a failed one."""
        answer = await self._post(url, fields)
        return answer.status_code if answer else 0

    async def fetch(self, url: str, fields: dict[str, str]) -> str:
        """The document that the bot answers; an empty one where it fails."""
        answer = await self._post(url, fields)
        return answer.text if answer and answer.status_code == 200 else ""

    async def _post(self, url: str, fields: dict[str, str]) -> httpx.Response | None:
        """Signs for the public address and posts to the bot's own; what stands behind `#` is for Twilio alone, and unsigned."""
        url = urldefrag(url).url
        signature = twilio_signature(self._keys.auth_token, url, fields.items())
        headers = {"x-twilio-signature": signature, "content-type": "application/x-www-form-urlencoded"}
        parts, answer = urlsplit(url), None
        where = self._keys.bot_url + parts.path + (f"?{parts.query}" if parts.query else "")
        with contextlib.suppress(httpx.HTTPError):
            answer = await self._http.post(where, content=urlencode(fields).encode(), headers=headers)
        sid = fields.get("MessageSid") or fields.get("CallSid")
        self.posted.append({"path": parts.path, "sid": sid, "status": answer.status_code if answer else 0})
        return answer

    async def settled(self) -> None:
        """Until no message is on its way."""
        while self._running:
            await asyncio.gather(*self._running)

    async def close(self) -> None:
        """Gives up whatever is still on its way."""
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
