"""Twilio's webhooks: verify, store, answer at once. From here on nobody sees Twilio's field names."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.signed import SignedForms, sid_of
from screening.screener import InboundText

EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
ENDS = ("completed", "busy", "no-answer", "failed", "canceled")
SPOKEN = (
    '<?xml version="1.0" encoding="UTF-8"?><Response><Say>This is {brand}. This number is for text messages. '
    "Please send us a text, or reply STOP to any text to opt out. Goodbye.</Say><Hangup/></Response>"
)


class TwilioDoor:
    """The routes. `hear`, `status`, `called_in` and `over` do the rest."""

    def __init__(
        self,
        *,
        forms: SignedForms,
        brand: str,
        now: Callable[[], int],
        hear: Callable[[InboundText], Awaitable[None]],
        status: Callable[[str, str, str, str], Awaitable[None]],
        called_in: Callable[[str, str], Awaitable[str]],
        over: Callable[[str, str, str], Awaitable[None]],
    ) -> None:
        self._forms, self._brand, self._now = forms, brand, now
        self._hear, self._status = hear, status
        self._called_in, self._over = called_in, over

    def routes(self) -> list[Route]:
        """The routes of this door."""
        return [
            Route("/twilio/sms", self.sms, methods=["POST"]),
            Route("/twilio/status", self.status, methods=["POST"]),
            Route("/twilio/voice/incoming", self.incoming_call, methods=["POST"]),
            Route("/twilio/voice/over", self.call_over, methods=["POST"]),
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
        """Someone calls the texting number: a candidate joins their interview, anybody else hears what the number is for."""
        form = await self._forms.read(request)
        if form is None:
            return Response("refused", 403)
        joined = await self._called_in(form.get("From", "")[:20], sid_of(form, "CallSid"))
        said = SPOKEN.format(brand=self._brand.replace("&", "and").replace("<", ""))
        return Response(joined or said, media_type="text/xml")

    async def call_over(self, request: Request) -> Response:
        """A call that somebody made to us is over."""
        form = await self._forms.read(request)
        if form is None:
            return Response("refused", 403)
        if form.get("CallStatus") in ENDS:
            await self._over(form.get("From", "")[:20], sid_of(form, "CallSid"), form["CallStatus"])
        return Response(status_code=204)
