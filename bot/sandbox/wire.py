"""What goes over the wire: reading a request's arguments, and the two ways in which senders sign."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterable
from typing import Any

from starlette.requests import Request

Json = dict[str, Any]

MAX_BODY = 20_000_000


async def read_arguments(request: Request) -> Json:
    """Query, form and JSON body as one dictionary; JSON texts inside a form are left as texts."""
    arguments: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        arguments.update(await read_json(request))
    elif request.method == "POST":
        form = await request.form()
        arguments.update({key: value for key, value in form.items() if isinstance(value, str)})
    return arguments


async def read_json(request: Request) -> Json:
    """The JSON object of the body; an empty one where there is none."""
    raw = await request.body()
    try:
        value = json.loads(raw or b"{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def decoded(value: Any) -> Any:
    """A JSON text as its value; anything else as it is."""
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def slack_signature(secret: str, timestamp: str, body: bytes) -> str:
    """Slack's v0 signature of a request."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def twilio_signature(token: str, url: str, fields: Iterable[tuple[str, str]]) -> str:
    """Twilio's signature of a form posted to a URL."""
    base = url + "".join(name + value for name, value in sorted(fields))
    digest = hmac.new(token.encode(), base.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()
