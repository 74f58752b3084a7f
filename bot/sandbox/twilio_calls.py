"""Twilio's Calls and Recordings: a call rings, is answered or not, and ends; every step is told by signed callbacks."""

import asyncio
import itertools
import time
from collections.abc import Callable

from bot.sandbox.keys import Keys
from bot.sandbox.telephone import Callee, Conversation
from bot.sandbox.twilio_account import E164, TwilioRefusal, rfc2822
from bot.sandbox.twilio_hooks import Hooks
from bot.sandbox.twiml import BadTwiml
from bot.sandbox.wire import Json

NAMES = {"initiated": "initiated", "ringing": "ringing", "in-progress": "answered"}  # status to event


class Calls:
    """The account's calls."""

    def __init__(self, keys: Keys, hooks: Hooks, callee: Callable[[str], Callee | None], *, pause: float) -> None:
        self._keys, self._hooks, self._callee, self._pause = keys, hooks, callee, pause
        self.calls: dict[str, Json] = {}
        self.recordings: dict[str, Json] = {}
        self.faults: list[Json] = []
        self._numbers = itertools.count(1)

    def create(self, form: Json, events: list[str]) -> Json:
        """Accepts a call, or refuses it; it rings afterwards."""
        if not E164.fullmatch(form.get("To", "")):
            raise TwilioRefusal(400, 21211, "The phone number you are attempting to call is not valid.")
        if form.get("From") != self._keys.number:
            raise TwilioRefusal(400, 21210, "The source phone number is not verified or owned by the account.")
        if not form.get("Url"):
            raise TwilioRefusal(400, 21205, "Url parameter is required.")
        call = self._keep(form)
        self._hooks.run(self._ring(call, form, events or ["completed"]))
        return call

    def _keep(self, form: Json) -> Json:
        sid, now = f"CA{next(self._numbers):032x}", rfc2822(time.time())
        uri = f"/2010-04-01/Accounts/{self._keys.account_sid}/Calls/{sid}.json"
        self.calls[sid] = {
            "sid": sid, "account_sid": self._keys.account_sid, "to": form["To"], "from": form["From"], "status": "queued",
            "direction": "outbound-api", "duration": None, "date_created": now, "date_updated": now, "start_time": None,
            "end_time": None, "answered_by": None, "price": None, "price_unit": "USD", "api_version": "2010-04-01", "uri": uri,
            "subresource_uris": {}, "log": [], "sequence": 0,
        }  # fmt: skip
        return self.calls[sid]

    async def _ring(self, call: Json, form: Json, events: list[str]) -> None:
        callback = form.get("StatusCallback", "")
        for status in ("initiated", "ringing"):
            await self._reach(call, status, callback, events)
        callee = self._callee(call["to"])
        if callee is None or not callee.picks_up():
            await self._reach(call, "no-answer", callback, events)
            return
        await self._reach(call, "in-progress", callback, events)
        await self._talk(call, form, callee)
        await self._reach(call, "completed", callback, events)

    async def _reach(self, call: Json, status: str, callback: str, events: list[str]) -> None:
        await asyncio.sleep(self._pause)
        if call["status"] in ("completed", "canceled"):
            return
        call["status"] = status
        if callback and NAMES.get(status, "completed") in events:
            more = {"CallDuration": str(call["duration"] or 0)} if status == "completed" else {}
            call["sequence"] += 1
            await self._hooks.post(callback, self._fields(call) | {"SequenceNumber": str(call["sequence"]), **more})

    def _fields(self, call: Json) -> dict[str, str]:
        return {
            "CallSid": call["sid"], "AccountSid": call["account_sid"], "From": call["from"], "To": call["to"],
            "CallStatus": call["status"], "Direction": "outbound-api", "ApiVersion": "2010-04-01",
        }  # fmt: skip

    async def _talk(self, call: Json, form: Json, callee: Callee) -> None:
        async def fetch(url: str, fields: dict[str, str]) -> str:
            return await self._hooks.fetch(url, {**self._fields(call), **fields})

        talk = Conversation(callee, fetch, lambda *about: self._record(call, *about), pause=self._pause)
        try:
            await talk.hold(form["Url"])
        except BadTwiml as error:
            self.faults.append({"call": call["sid"], "fault": str(error)})
        call |= {"log": talk.log, "duration": str(round(talk.seconds))}
        if talk.whole or form.get("Record") == "true":
            words = " ".join(line["text"] for line in talk.log)
            self._record(call, talk.whole or form.get("RecordingStatusCallback", ""), talk.seconds, words)

    def _record(self, call: Json, callback: str, seconds: float, words: str, wording: str = "") -> Json:
        """A new recording; that it is ready is told a moment later."""
        sid = f"RE{next(self._numbers):032x}"
        url = f"{self._keys.sandbox_url}/twilio/2010-04-01/Accounts/{self._keys.account_sid}/Recordings/{sid}"
        made: Json = {
            "sid": sid,
            "call_sid": call["sid"],
            "duration": max(1, round(seconds)),
            "url": url,
            "words": words,
        }
        self.recordings[sid] = made
        if callback:
            self._hooks.run(self._tell(call, made, callback))
        if wording:
            self._hooks.run(self._tell_words(call, made, wording))
        return made

    async def _tell_words(self, call: Json, recording: Json, callback: str) -> None:
        await asyncio.sleep(self._pause)
        about = {"RecordingSid": recording["sid"], "RecordingUrl": recording["url"]}
        words = {"TranscriptionStatus": "completed", "TranscriptionText": recording["words"]}
        await self._hooks.post(callback, self._fields(call) | about | words)

    async def _tell(self, call: Json, recording: Json, callback: str) -> None:
        await asyncio.sleep(self._pause)
        about = {"RecordingSid": recording["sid"], "RecordingUrl": recording["url"], "RecordingStatus": "completed"}
        more = {
            "RecordingDuration": str(recording["duration"]),
            "RecordingChannels": "1",
            "RecordingSource": "RecordVerb",
        }
        await self._hooks.post(callback, self._fields(call) | about | more)

    def fetch(self, sid: str) -> Json:
        """One call."""
        if sid not in self.calls:
            raise TwilioRefusal(404, 20404, f"The requested resource /Calls/{sid}.json was not found")
        return shown(self.calls[sid])

    def listed(self, query: Json) -> Json:
        """The calls, newest first, on one page."""
        fits = [
            c
            for c in self.calls.values()
            if all(query.get(n, c[n.lower()]) == c[n.lower()] for n in ("To", "From", "Status"))
        ]
        page = [shown(call) for call in reversed(fits)][: int(query.get("PageSize", 50))]
        return {"calls": page, "page": 0, "page_size": 50, "next_page_uri": None, "uri": "/Calls.json"}


def shown(call: Json) -> Json:
    """A call as Twilio shows it."""
    return {key: value for key, value in call.items() if key not in ("log", "sequence")}
