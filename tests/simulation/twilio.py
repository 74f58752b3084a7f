"""SimTwilio: messages in and out, its stale list, its callbacks, and all the ways in which it goes wrong."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from itertools import takewhile
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from tests.simulation.world import World

OURS = "+13125550100"
STOPS = {"stop", "stopall", "unsubscribe", "cancel", "end", "quit"}
STARTS = {"start", "unstop"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sms:
    """A message that Twilio has; `row` is the delivery named in the status callback; `at` in ms UTC."""

    sid: str
    sender: str
    to: str
    body: str
    at: int
    inbound: bool
    row: int = 0


class SimTwilio(httpx.AsyncBaseTransport):
    """One account. `hook` delivers a webhook; `receive` is a phone; `judge` looks at every text that arrives here."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.messages: list[Sms] = []
        self.of: dict[str, list[Sms]] = defaultdict(list)  # with this phone, both ways
        self.inbound: list[Sms] = []
        self.stopped: set[str] = set()
        self.bad: set[str] = set()  # no such number: refused at once
        self.dead: set[str] = set()  # accepted, never delivered
        self.acknowledged: set[str] = set()
        self.hook: Callable[[str, dict[str, str], str], None] = lambda path, form, sid: None
        self.receive: Callable[[Sms], None] = lambda sms: None
        self.tried: Callable[[int], None] = lambda row: None  # told of every attempt
        self.judge: Callable[[int, str, str], None] = lambda row, to, body: None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One call of the REST API."""
        if request.method == "GET":
            return await self._listing(request)
        return await self._create(request)

    # --- texts to candidates

    async def _create(self, request: httpx.Request) -> httpx.Response:
        world, form = self.world, {k: v[0] for k, v in parse_qs(request.content.decode()).items()}
        row = int(form["StatusCallback"].rpartition("m=")[2])
        world.point("text: before the call")
        trouble = world.trouble("429", "500", "500 after", "hang", "hang after", "no connection", of="twilio")
        await _pass(world, 0.03, 0.3)
        world.point("text: on the wire")
        self.tried(row)
        refused = await self._refused(request, trouble, form["To"])
        if refused is not None:
            return refused
        sms = self._accept(row, form["To"], form["Body"])
        world.point("text: accepted, answer on its way")
        if trouble == "500 after":
            return _error(500, 20500)
        if trouble == "hang after":
            await _hang(request)
        await _pass(world, 0.01, 0.1)
        world.point("text: answered")
        return httpx.Response(201, text=json.dumps(_shape(sms)))

    async def _refused(self, request: httpx.Request, trouble: str, to: str) -> httpx.Response | None:
        if trouble:
            self.world.note("twilio", f"trouble with a text to {to}: {trouble}")
        if trouble == "429":
            return _error(429, 20429, {"retry-after": "3"})
        if trouble == "500":
            return _error(500, 20500)
        if trouble == "no connection":
            raise httpx.ConnectError("refused")
        if trouble == "hang":
            await _hang(request)
        if to in self.bad:
            return _error(400, 21211)
        if to in self.stopped:
            return _error(400, 21610)
        return None

    def _accept(self, row: int, to: str, body: str) -> Sms:
        sms = Sms(
            sid=f"SM{len(self.messages):032x}",
            sender=OURS,
            to=to,
            body=body,
            at=self.world.now(),
            inbound=False,
            row=row,
        )
        self.judge(row, to, body)
        self._keep(sms)
        gone = to in self.dead
        for state in ("sent", "undelivered" if gone else "delivered"):
            self._status(sms, state, "30005" if gone and state == "undelivered" else "")
        if not gone:
            self.world.later(self.world.rng.uniform(*self.world.plan.carried), self.receive, sms)
        return sms

    def _status(self, sms: Sms, state: str, code: str) -> None:
        world = self.world
        if world.trouble("lost", of="twilio") or (world.rng.random() < 0.5 and not code):
            return
        form = {"MessageSid": sms.sid, "MessageStatus": state, "To": sms.to, "From": sms.sender}
        if code:
            form["ErrorCode"] = code
        world.later(world.rng.uniform(0.01, 6), self.hook, f"/twilio/status?m={sms.row}", form, "")

    # --- texts from candidates

    def text(self, sender: str, body: str) -> None:
        """A candidate texts us: once on the list, and by webhook once, twice, late or never."""
        sms = Sms(
            sid=f"SM{len(self.messages):032x}", sender=sender, to=OURS, body=body, at=self.world.now(), inbound=True
        )
        self._keep(sms)
        word = body.strip().lower().rstrip(".!")
        self.stopped |= {sender} if word in STOPS else set()
        self.stopped -= {sender} if word in STARTS else set()
        form = {"MessageSid": sms.sid, "From": sender, "To": OURS, "Body": body, "NumMedia": "0"}
        trouble = self.world.trouble("lost", "twice", "late", of="twilio")
        for n in range({"lost": 0, "twice": 2}.get(trouble, 1)):
            wait = self.world.rng.uniform(0.05, 0.4) + n * self.world.rng.uniform(0, self.world.rng.choice((3, 60)))
            wait += self.world.rng.uniform(5, 40) if trouble == "late" else 0
            self.world.later(wait, self.hook, "/twilio/sms", form, sms.sid)

    def _keep(self, sms: Sms) -> None:
        self.messages.append(sms)
        self.of[sms.sender if sms.inbound else sms.to].append(sms)
        if sms.inbound:
            self.inbound.append(sms)
        way = f"{sms.sender} texts" if sms.inbound else f"row {sms.row} to {sms.to}"
        self.world.note("twilio", f"{way}: {sms.body}")
        if sms.inbound:
            self.world.later(self.world.plan.lag, self.world.stir, "texts")

    # --- the list

    async def _listing(self, request: httpx.Request) -> httpx.Response:
        world, asked = self.world, {k: v[0] for k, v in parse_qs(urlsplit(str(request.url)).query).items()}
        world.point("texts: before the list")
        trouble = world.trouble("500", "hang", "no connection", of="twilio")
        await _pass(world, 0.03, 0.2)
        if trouble == "500":
            return _error(503, 20503)
        if trouble == "no connection":
            raise httpx.ConnectError("refused")
        if trouble == "hang":
            await _hang(request)
        known = world.now() - world.plan.lag * 1000
        rows = self._listed(asked, known)
        world.point("texts: list answered")
        size, number = min(int(asked.get("PageSize", 50)), world.plan.page), int(asked.get("Page", 0))
        first, more = number * size, urlencode(asked | {"Page": str(number + 1)})
        page = {
            "messages": [_shape(m) for m in rows[first : first + size]],
            "next_page_uri": f"{request.url.path}?{more}" if len(rows) > first + size else None,
            "page": number,
            "uri": "/",
        }
        return httpx.Response(200, text=json.dumps(page))

    def _listed(self, asked: dict[str, str], known: float) -> list[Sms]:
        """The newest first, of the days that were asked for."""
        day = (asked.get("DateSent>") or asked.get("DateSent>=") or "1970-01-01")[:10]
        since, to = datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000, asked.get("To")
        rows = self.messages if to is None else self.inbound if to == OURS else self.of[to]
        found = takewhile(lambda m: m.at >= since, reversed(rows))
        return [m for m in found if m.at <= known and to in (None, m.to)]


def _shape(sms: Sms) -> dict[str, Any]:
    when = format_datetime(datetime.fromtimestamp(sms.at // 1000, UTC))
    return {
        "sid": sms.sid, "body": sms.body, "to": sms.to, "from": sms.sender, "status": "delivered", "num_media": "0",
        "direction": "inbound" if sms.inbound else "outbound-api", "date_created": when, "date_sent": when, "uri": "/",
    }  # fmt: skip


def _error(status: int, code: int, headers: dict[str, str] | None = None) -> httpx.Response:
    return httpx.Response(status, headers=headers, text=json.dumps({"code": code, "message": "no", "status": status}))


async def _pass(world: World, least: float, most: float) -> None:
    await asyncio.sleep(world.rng.uniform(least, most))


async def _hang(request: httpx.Request) -> None:
    await asyncio.sleep(float(request.extensions.get("timeout", {}).get("read") or 15))
    raise httpx.ReadTimeout("no answer")
