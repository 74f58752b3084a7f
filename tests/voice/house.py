"""A house with a telephone: the doors and ways of voice on a real store, Twilio's side played over a mock transport."""

import io
import re
import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import httpx
from starlette.applications import Starlette
from twilio.request_validator import RequestValidator
from twilio.rest import Client

from bot.agents import publish
from bot.links import Barred, Links, Playable, note_use
from bot.marks import Marks
from bot.outbox.claim import Rules
from bot.outbox.deliver import Outbox
from bot.phone import Phone, PhoneMarks
from bot.sms.transport import HttpxTransport
from bot.storage.repositories import SPECS, Repositories
from bot.storage.store import Store, Tables, open_inline_store
from bot.voice.call import Calls
from bot.voice.recordings import Deleting, Fetching, Seeking, Twilio
from bot.web.calls import CallDoor
from bot.web.link_page import LinkPages
from bot.web.links import LinkDoor
from bot.web.signed import SignedForms
from bot.web.twilio import TwilioDoor
from screening.duties.release import Send
from screening.events import Began, Sent
from screening.screener import apply
from screening.screening import Screening
from screening.scripts.script import Script
from tests.builders import NOON, a_mapping, a_screening, a_script

PUBLIC = "https://bot.example.com"
ORIGIN = "https://api.twilio.com"
ACCOUNT = "AC" + "0" * 32
TOKEN = "f" * 32
CALL = "CA" + "1" * 32
RECORDING = "RE" + "a" * 32
BASE = f"/2010-04-01/Accounts/{ACCOUNT}"


def a_wav() -> bytes:
    """A short recording."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes([128, 131, 128, 125]) * 500)
    return made.getvalue()


@dataclass
class FakeTwilio:
    """The account's REST API: what it was asked, and what it answers."""

    requests: list[httpx.Request] = field(default_factory=list)
    recordings: dict[str, bytes] = field(default_factory=lambda: {RECORDING: a_wav()})
    answers: list[httpx.Response | Exception] = field(default_factory=list)
    calls: list[dict[str, Any]] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.answers:
            answer = self.answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer
        if request.url.path.endswith(f"/{CALL}/Recordings.json"):
            rows = [{"sid": sid, "status": "completed"} for sid in self.recordings]
            return httpx.Response(200, json={"recordings": rows})
        if request.url.path.endswith("/Calls.json"):
            return self._calls(request)
        found = re.search(r"/Recordings/(RE\w+)", request.url.path)
        if found is None or found[1] not in self.recordings:
            return httpx.Response(404, json={"code": 20404, "message": "not found", "status": 404})
        if request.method == "DELETE":
            del self.recordings[found[1]]
            return httpx.Response(204)
        return httpx.Response(200, content=self.recordings[found[1]], headers={"content-type": "audio/x-wav"})

    def _calls(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json={"calls": self.calls, "next_page_uri": None})
        form = dict(parse_qsl(request.content.decode()))
        return httpx.Response(201, json={"sid": CALL, "to": form["To"], "from": form["From"], "status": "queued"})

    def asked(self, method: str, part: str) -> list[httpx.Request]:
        """The requests of that method whose path holds `part`."""
        return [r for r in self.requests if r.method == method and part in r.url.path]


@dataclass(kw_only=True)
class House:
    """A store with one screening by phone in it."""

    folder: Path
    script: Script = field(default_factory=lambda: a_script("voice"))
    now: int = NOON
    twilio: FakeTwilio = field(default_factory=FakeTwilio)
    store: Store = field(default_factory=lambda: open_inline_store(":memory:", SPECS))

    def __post_init__(self) -> None:
        self.transport = HttpxTransport(ORIGIN, transport=httpx.MockTransport(self.twilio))
        account = Twilio(origin=ORIGIN, account=ACCOUNT, auth=(ACCOUNT, TOKEN), http=self.transport.http)
        self.links = Links(b"k" * 32, PUBLIC)
        self.phone = Phone(store=self.store, records=self.records, twilio=account, public_url=PUBLIC, now=self.clock)
        self.signer = RequestValidator(TOKEN)
        forms = SignedForms(PUBLIC, TOKEN)
        door = CallDoor(forms=forms, desk=self.phone)
        number = TwilioDoor(
            forms=forms, brand="Acme", now=self.clock, hear=_nothing, status=_nothing,
            called_in=self.phone.called_in, over=self.phone.over,
        )  # fmt: skip
        pages = LinkPages("Acme Staffing", "/screen")
        plays = LinkDoor(folder=self.folder, pages=pages, open=self._open, used=self._used)
        self.app = Starlette(routes=[*door.routes(), *number.routes(), *plays.routes()])
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=PUBLIC)
        client = Client(ACCOUNT, TOKEN, http_client=self.transport)
        self.calls = Calls(client=client, transport=self.transport, sender="+15005550006", public_url=PUBLIC)
        self.fetching = Fetching(account, self.store, self.folder, self.clock)
        marks = Marks(self.records, self.clock, PhoneMarks(self.records, self.links))
        self.outbox = Outbox(
            store=self.store,
            ways={
                "call": self.calls,
                "recording": self.fetching,
                "unrecord": Deleting(account),
                "seek": Seeking(account, self.phone.found),
            },
            rules=Rules(
                gate=lambda t, row, now: Send(),
                rate=lambda t, row, now: None,
                dropped=lambda t, row, verdict, now: None,
            ),
            follow=marks,
            now=self.clock,
        )

    def clock(self) -> int:
        return self.now

    def records(self, tables: Tables) -> Repositories:
        return Repositories(tables, b"pepper")

    async def _open(self, token: str) -> Playable | Barred:
        return await self.store.read(lambda t: self.links.open(t, token, self.now))

    async def _used(self, link: str, screening: str, what: str, agent: str) -> None:
        await self.store.run(lambda t: note_use(t, link, screening, what, agent, self.now))

    async def begin(self) -> Screening:
        """The screening begins, and the announcement goes out."""

        def start(t: Tables) -> Screening:
            records = self.records(t)
            publish(records, self.script)
            records.put("mappings", "job", _row(a_mapping()))
            s = a_screening(self.script)
            records.begin(s)
            done = apply(records, s, Began(), self.now)
            for row in t["outbox"].find(way="sms"):
                t["outbox"].update({"state": "done", "due": None}, doc_ids=[row.doc_id])
            return apply(records, done, Sent(message=done.messages[0].id), self.now)

        return await self.store.run(start)

    async def screening(self) -> Screening:
        """As it stands."""
        found = await self.store.read(lambda t: self.records(t).screening("GR-TEST01"))
        assert found is not None
        return found

    async def deliver(self, times: int = 3) -> None:
        """So many turns of the outbox."""
        for _ in range(times):
            await self.outbox.run_once(self.now)
            await self.outbox.drained()
            self.now += 1_000

    async def rows(self, way: str) -> list[dict[str, Any]]:
        """The deliveries of that way."""
        return await self.store.read(lambda t: [dict(r) for r in t["outbox"].find(way=way)])

    async def post(self, path: str, *, sign: str = "", url: str = "", **fields: str) -> httpx.Response:
        """A webhook of Twilio's; `sign`: a signature of another's, `url`: the address it is signed for."""
        signature = sign or self.signer.compute_signature(url or f"{PUBLIC}{path}", fields)
        headers = {"content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature}
        return await self.http.post(path, content=urlencode(fields), headers=headers)

    async def step(self, number: int, *, call: int = 1, **fields: str) -> httpx.Response:
        """The webhook that asks for prompt `number`."""
        name = "start" if number == 0 else "step"
        path = f"/twilio/voice/{name}?s=GR-TEST01&c={call}" + (f"&n={number}" if number else "")
        return await self.post(path, **{"CallSid": CALL, **fields})

    async def talk(self, *said: str) -> None:
        """Pick up, and say these one after the other."""
        await self.step(0)
        for number, words in enumerate(said, 1):
            await self.step(number, SpeechResult=words, Confidence="0.95")

    async def over(self, how: str = "completed") -> httpx.Response:
        """The call is over."""
        return await self.post("/twilio/voice/status?s=GR-TEST01&c=1", CallSid=CALL, CallStatus=how)

    async def recorded(self, sid: str = RECORDING, host: str = ORIGIN, **fields: str) -> httpx.Response:
        """Twilio tells of a recording."""
        url = f"{host}{BASE}/Recordings/{sid}"
        told = {"CallSid": CALL, "RecordingSid": sid, "RecordingUrl": url, "RecordingStatus": "completed", **fields}
        return await self.post("/twilio/voice/recording?s=GR-TEST01&c=1&whole=1", **told)


async def _nothing(*_: Any) -> None: ...


def _row(mapping: Any) -> dict[str, Any]:
    return {name: getattr(mapping, name) for name in mapping.__slots__} | {"statuses": list(mapping.statuses)}


Make = Callable[[], House]
__all__ = ["BASE", "CALL", "ORIGIN", "PUBLIC", "RECORDING", "FakeTwilio", "House", "a_wav"]
