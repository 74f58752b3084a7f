"""Twilio's signed forms: read only as far as they may be long, and trusted only where the signature is right."""

from typing import Final
from urllib.parse import parse_qsl

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from twilio.request_validator import RequestValidator

from bot.bodies import bounded

LARGEST: Final = 64 * 1024  # bytes
MOST_FIELDS: Final = 200


class SignedForms:
    """Reads webhooks signed with the account's token for our public address."""

    def __init__(self, public_url: str, auth_token: str) -> None:
        self._public, self._validator = public_url, RequestValidator(auth_token)

    async def read(self, request: Request) -> dict[str, str] | None:
        """The fields; None where size, type or signature are wrong."""
        if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return None
        body = await bounded(request, LARGEST)
        try:
            pairs = parse_qsl((body or b"").decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except ValueError:
            return None
        query = f"?{request.url.query}" if request.url.query else ""
        url = f"{self._public}{request.url.path}{query}"
        fields = FormData(list[tuple[str, str | UploadFile]](pairs))
        signature = request.headers.get("x-twilio-signature", "")
        if body is None or not self._validator.validate(url, fields, signature):
            return None
        return {key: value for key, value in fields.items() if isinstance(value, str)}


def sid_of(form: dict[str, str], name: str) -> str:
    """One of Twilio's ids; what is none comes to nothing."""
    said = form.get(name, "")
    return said if len(said) <= 64 and said.isascii() and said.isalnum() else ""
