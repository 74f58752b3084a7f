"""Twilio's REST API as the bot uses it: messages, calls, recordings and the number itself."""

import base64

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.sound import a_wav
from bot.sandbox.twilio_account import Account, TwilioRefusal, public
from bot.sandbox.twilio_calls import Calls, shown
from bot.sandbox.wire import Json, read_arguments


def routes(account: Account, calls: Calls) -> list[Route]:
    """Twilio's part of the sandbox, under /twilio and, for whoever joins origins and paths, at the root."""

    async def api(request: Request) -> Response:
        try:
            allowed(account, request)
            await fail_as_ordered(account)
            return await _act(account, calls, request)
        except TwilioRefusal as refusal:
            return JSONResponse(refusal.answer, refusal.status)

    base = "/2010-04-01/Accounts/" + account.keys.account_sid
    methods = ["GET", "POST", "DELETE"]
    return [Route(prefix + base + "{path:path}", api, methods=methods) for prefix in ("/twilio", "")]


async def _act(account: Account, calls: Calls, request: Request) -> Response:
    arguments = await read_arguments(request)
    match request.method, request.path_params["path"].removesuffix(".json").strip("/").split("/"):
        case "POST", ["Messages"]:
            return JSONResponse(public(account.create(arguments)), 201)
        case "GET", ["Messages"]:
            return JSONResponse(account.listed(arguments))
        case "GET", ["Messages", sid]:
            return JSONResponse(public(account.fetch(sid)))
        case "POST", ["Calls"]:
            form: FormData = await request.form()
            return JSONResponse(
                shown(calls.create(arguments, [str(e) for e in form.getlist("StatusCallbackEvent")])), 201
            )
        case "GET", ["Calls"]:
            return JSONResponse(calls.listed(arguments))
        case "GET", ["Calls", sid]:
            return JSONResponse(calls.fetch(sid))
        case method, ["Recordings", name]:
            return _recording(calls, method, name)
        case "GET", ["IncomingPhoneNumbers"]:
            return JSONResponse(own_numbers(account))
        case "GET", [""]:
            return JSONResponse(
                {"sid": account.keys.account_sid, "status": "active", "friendly_name": "Sandbox", "type": "Full"}
            )
    raise TwilioRefusal(404, 20404, f"The requested resource {request.url.path} was not found")


def _recording(calls: Calls, method: str, name: str) -> Response:
    sid, _, kind = name.partition(".")
    recording = calls.recordings.get(sid)
    if not recording:
        raise TwilioRefusal(404, 20404, f"The requested resource /Recordings/{name} was not found")
    if method == "DELETE":
        del calls.recordings[sid]
        return Response(status_code=204)
    if kind == "mp3":
        raise TwilioRefusal(404, 20404, "only .wav is kept here")
    return Response(a_wav(recording["duration"], recording["words"]), media_type="audio/x-wav")


def own_numbers(account: Account) -> Json:
    """The account's one number."""
    number = {"sid": "PN" + "1" * 32, "phone_number": account.keys.number, "account_sid": account.keys.account_sid}
    number |= {"sms_url": account.keys.public_url + "/twilio/sms", "sms_method": "POST"}
    able: Json = {"capabilities": {"sms": True, "voice": True, "mms": True}}
    return {"page": 0, "page_size": 50, "next_page_uri": None, "incoming_phone_numbers": [number | able]}


def allowed(account: Account, request: Request) -> None:
    """Basic auth with the account's own token, or with an API key of any name."""
    kind, _, packed = request.headers.get("authorization", "").partition(" ")
    try:
        user, _, secret = base64.b64decode(packed).decode().partition(":")
    except ValueError:
        user = secret = ""
    own = user == account.keys.account_sid and secret == account.keys.auth_token
    if kind.lower() != "basic" or not (own or user.startswith("SK")):
        raise TwilioRefusal(401, 20003, "Authenticate")


async def fail_as_ordered(account: Account) -> None:
    """The next ordered fault, if there is one."""
    if account.faults:
        fault = account.faults.pop(0)
        raise TwilioRefusal(
            fault.get("status", 500), fault.get("code", 20500), fault.get("message", "Internal Server Error")
        )
