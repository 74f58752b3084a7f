"""Twilio's webhooks: verify, store, answer at once. From here on nobody sees Twilio's field names."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.signed import SignedForms
from screening.screener import InboundText

EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
SPOKEN = (
    '<?xml version="1.0" encoding="UTF-8"?><Response><Say>This is {brand}. This number is for text messages. '
    "Please send us a text, or reply STOP to any text to opt out. Goodbye.</Say><Hangup/></Response>"
)


class TwilioDoor:
    """The routes. `hear` and `status` do the rest."""

    def __init__(
        self,
        *,
        forms: SignedForms,
        brand: str,
        now: Callable[[], int],
        hear: Callable[[InboundText], Awaitable[None]],
        status: Callable[[str, str, str, str], Awaitable[None]],
    ) -> None:
        self._forms, self._brand, self._now = forms, brand, now
        self._hear, self._status = hear, status

    def routes(self) -> list[Route]:
        """The routes of this door."""
        return [
            Route("/twilio/sms", self.sms, methods=["POST"]),
            Route("/twilio/status", self.status, methods=["POST"]),
            Route("/twilio/voice/incoming", self.incoming_call, methods=["POST"]),
        ]

    async def sms(self, request: Request) -> Response:
        """An inbound text: stored before it is answered; the answer says nothing."""
        form = await self._forms.read(request)
        if form is None or not form.get("MessageSid") or not form.get("From"):
            return Response("refused", 403)
        media = form.get("NumMedia", "0") not in ("0", "")
        text = InboundText(
            sid=form["MessageSid"][:64],
            phone=form["From"][:20],
            text=form.get("Body", "")[:24_000],
            at=self._now(),
            media=media,
        )
        await self._hear(text)
        return Response(EMPTY, media_type="text/xml")

    async def status(self, request: Request) -> Response:
        """A delivery status; `m` is the delivery."""
        form = await self._forms.read(request)
        if form is None:
            return Response("refused", 403)
        await self._status(
            request.query_params.get("m", ""),
            form.get("MessageSid", ""),
            form.get("MessageStatus", ""),
            form.get("ErrorCode", ""),
        )
        return Response(status_code=204)

    async def incoming_call(self, request: Request) -> Response:
        """Someone calls the texting number."""
        if await self._forms.read(request) is None:
            return Response("refused", 403)
        return Response(SPOKEN.format(brand=self._brand.replace("&", "and").replace("<", "")), media_type="text/xml")
