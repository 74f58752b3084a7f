"""A small Slack Web API on loopback, and a Desk that remembers what it was asked."""

import itertools
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.slack.desk import Actor, CandidateLine, Choice, HomePage, JobFunnel, Preview, Said


@dataclass
class Call:
    """One Web API call."""

    method: str
    args: dict[str, Any]


@dataclass
class FakeSlack:
    """Answers like Slack; `plans` holds answers to give instead, by method, in order."""

    calls: list[Call] = field(default_factory=list)
    replies: list[dict[str, Any]] = field(default_factory=list)
    plans: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    uploads: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    posted: list[tuple[str, str]] = field(default_factory=list)
    reply_status: int = 200
    url: str = ""

    def __post_init__(self) -> None:
        self._ids = itertools.count(1)

    async def start(self) -> "FakeSlack":
        app = web.Application(client_max_size=8 << 20)
        app.router.add_post("/api/{method}", self._api)
        app.router.add_get("/api/{method}", self._api)
        app.router.add_post("/upload/{name}", self._upload)
        app.router.add_post("/response/{name}", self._response)
        app.router.add_get("/files/{name}", self._download)
        app.router.add_get("/socket", self._socket)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"  # type: ignore[union-attr]
        return self

    async def stop(self) -> None:
        await self._runner.cleanup()

    @property
    def api(self) -> str:
        return f"{self.url}/api/"

    def response_url(self) -> str:
        return f"{self.url}/response/r{next(self._ids)}"

    def called(self, method: str) -> list[dict[str, Any]]:
        return [call.args for call in self.calls if call.method == method]

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        args = await _arguments(request)
        self.calls.append(Call(method, args))
        plan = self.plans[method].pop(0) if self.plans[method] else {}
        if "status" in plan or "error" in plan:
            body = {"ok": False, "error": plan.get("error", "internal_error")}
            return web.json_response(body, status=plan.get("status", 200), headers=plan.get("headers", {}))
        return web.json_response({"ok": True, **self._answer(method, args)})

    def _answer(self, method: str, args: dict[str, Any]) -> dict[str, Any]:
        if method == "conversations.members" and args.get("channel") in self.members:
            return {"members": self.members[args["channel"]]}
        if method in self.answers:
            return self.answers[method]
        match method:
            case "chat.postMessage":
                self.posted.append((args["channel"], f"17000.{next(self._ids):06d}"))
                return {"channel": self.posted[-1][0], "ts": self.posted[-1][1]}
            case "views.open":
                return {"view": {"id": f"V{next(self._ids)}", "hash": "h1"}}
            case "conversations.open":
                return {"channel": {"id": f"D{args['users']}"}}
            case "files.getUploadURLExternal":
                return {"upload_url": f"{self.url}/upload/{args['filename']}", "file_id": f"F{next(self._ids)}"}
            case "apps.connections.open":
                return {"url": f"{self.url.replace('http', 'ws')}/socket"}
            case _:
                return {}

    async def _upload(self, request: web.Request) -> web.Response:
        self.uploads[request.match_info["name"]] = await request.read()
        return web.Response(text="OK")

    async def _download(self, request: web.Request) -> web.Response:
        known = request.headers.get("Authorization") == "Bearer xoxb-1"
        return web.Response(body=self.files[request.match_info["name"]], status=200 if known else 403)

    async def _response(self, request: web.Request) -> web.Response:
        if self.reply_status == 200:
            self.replies.append(json.loads(await request.text()))
        return web.Response(text="ok", status=self.reply_status)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        async for _ in socket:
            pass
        return socket


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        found: dict[str, Any] = json.loads(await request.text() or "{}")
    else:
        found = {**request.query, **await request.post()}
    for name in ("blocks", "view", "metadata", "files"):
        if isinstance(found.get(name), str):
            found[name] = json.loads(found[name])
    return found


STAGES = (
    Choice(label="Interview (all)", value="category:Interview", group="Interview"),
    Choice(label="Phone Screen", value="status:7", group="Interview"),
    Choice(label="Offer Made", value="status:9", group="Offer"),
)


class FakeDesk:
    """Remembers each call; says what `says` holds for it, else its name; raises what `raises` holds."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.says: dict[str, Any] = {}
        self.raises: dict[str, Exception] = {}

    def called(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)

        async def asked(*args: Any) -> Any:
            self.calls.append((name, *args))
            if name in self.raises:
                raise self.raises[name]
            return self.says.get(name, _USUAL.get(name, Said(text=f"{name} done")))

        return asked


JOB = JobFunnel(job=1020, title="Picker", agent="forklift", trigger="Interview", channel="C1", waiting=2)
_USUAL: dict[str, Any] = {
    "connected": True,
    "home": HomePage(connected=True, summary="All is well.", jobs=(JOB,)),
    "stage_choices": STAGES,
    "job_choices": (Choice(label="1020 Forklift operator", value="1020"),),
    "agent_choices": (Choice(label="forklift", value="forklift"),),
    "import_choices": (Choice(label="1021 Picker", value="1021"),),
    "question_choices": (Choice(label="Do you hold a licence?", value="licence"),),
    "advance_target": "status:7",
    "preview_backfill": Preview(text="4 candidates are at Phone Screen.", count=4, token="tok"),
    "candidates": [CandidateLine(name="Ann", job="Picker", status="completed", score="84", screening="GR-1")],
    "recruiter_wrote": None,
}

ADMIN, PLAIN = "U0ADMIN", "U0PLAIN"


def actor(user: str = ADMIN, channel: str = "C0HIRING") -> Actor:
    return Actor(user=user, channel=channel, admin=user == ADMIN)
