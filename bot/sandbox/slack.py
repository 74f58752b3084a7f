"""Slack's Web API as the bot uses it: one route, a table of methods, refusals in Slack's own words."""

import asyncio
import time

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.keys import SCOPES
from bot.sandbox.slack_chat import CHAT_METHODS, answer_at
from bot.sandbox.slack_directory import DIRECTORY_METHODS
from bot.sandbox.slack_files import FILE_METHODS, receive_bytes
from bot.sandbox.slack_history import HISTORY_METHODS
from bot.sandbox.slack_views import VIEW_METHODS
from bot.sandbox.wire import Json, read_arguments, read_json
from bot.sandbox.workspace import SlackRefusal, Workspace

METHODS = {**DIRECTORY_METHODS, **CHAT_METHODS, **VIEW_METHODS, **FILE_METHODS, **HISTORY_METHODS}


def call(slack: Workspace, name: str, arguments: Json) -> Json:
    """One call of the Web API."""
    method = METHODS.get(name)
    if not method:
        raise SlackRefusal("unknown_method", req_method=name)
    return {"ok": True, **method(slack, arguments)}


def routes(slack: Workspace) -> list[Route]:
    """Slack's part of the sandbox."""

    async def web_api(request: Request) -> Response:
        name, arguments = request.path_params["method"], await read_arguments(request)
        slack.calls.append((time.time(), name))
        if fault := take_fault(slack, name):
            return await faulty(fault)
        return answered(slack, name, request.headers.get("authorization", ""), arguments)

    async def respond(request: Request) -> Response:
        try:
            answer_at(slack, request.path_params["token"], await read_json(request))
        except SlackRefusal as refusal:
            return JSONResponse(refusal.answer, 404)
        return Response("ok", media_type="text/plain")

    async def upload(request: Request) -> Response:
        return Response(receive_bytes(slack, request.path_params["id"], await file_bytes(request)))

    return [
        Route("/slack/api/{method}", web_api, methods=["GET", "POST"]),
        Route("/slack/respond/{token}", respond, methods=["POST"]),
        Route("/slack/upload/{id}", upload, methods=["POST"]),
    ]


def answered(slack: Workspace, name: str, authorization: str, arguments: Json) -> Response:
    """The answer to a call, with the scopes of the token beside it."""
    token = authorization.removeprefix("Bearer ") or arguments.get("token", "")
    try:
        if token != slack.keys.bot_token and name != "api.test":
            raise SlackRefusal("not_authed" if not token else "invalid_auth")
        return JSONResponse(call(slack, name, arguments), headers={"x-oauth-scopes": SCOPES})
    except SlackRefusal as refusal:
        slack.refusals.append({"method": name, **refusal.answer})
        return JSONResponse(refusal.answer)


def take_fault(slack: Workspace, name: str) -> Json | None:
    """The next ordered fault for that method, which is then used up."""
    fault = next((f for f in slack.faults if f.get("method", name) == name), None)
    if fault:
        fault["times"] = fault.get("times", 1) - 1
        if fault["times"] <= 0:
            slack.faults.remove(fault)
    return fault


async def faulty(fault: Json) -> Response:
    """429 with Retry-After, a 5xx, a late answer or a refusal, as ordered."""
    await asyncio.sleep(min(fault.get("delay", 0), 30))
    status = fault.get("status", 200)
    headers = {"retry-after": str(fault.get("retry_after", 1))} if status == 429 else None
    return JSONResponse({"ok": False, "error": fault.get("error", "ratelimited")}, status, headers=headers)


async def file_bytes(request: Request) -> bytes:
    """The bytes of an upload: the body itself, or the file of a form."""
    if not request.headers.get("content-type", "").startswith("multipart/"):
        return await request.body()
    form = await request.form()
    file = next((v for v in form.values() if not isinstance(v, str)), None)
    return await file.read() if file else b""
