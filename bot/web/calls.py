"""Twilio's webhooks about calls: what to say next, that a call is over, that a recording or its words are there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.signed import SignedForms, sid_of
from screening.events import CallEnded, Spoke, Worded

WORDS: Final = 2_000  # characters of one spoken answer
MACHINES: Final = ("machine", "fax")
XML: Final = "text/xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A recording that Twilio tells of. `there`: it can be fetched; otherwise it will never come."""

    call: int
    call_sid: str
    sid: str
    url: str
    there: bool
    whole: bool


class Desk(Protocol):
    """What the door needs done; each saves before it returns."""

    async def speak(self, screening: str, event: Spoke) -> str:
        """Follow what was heard; the TwiML to answer with."""
        ...

    async def follow(self, screening: str, event: CallEnded | Worded, call_sid: str) -> None:
        """A call is over, or the words of a recorded answer have come."""
        ...

    async def recording(self, screening: str, told: Told) -> None:
        """A recording is there, or will never come."""
        ...


class CallDoor:
    """The routes."""

    def __init__(self, *, forms: SignedForms, desk: Desk) -> None:
        self._forms, self._desk = forms, desk

    def routes(self) -> list[Route]:
        """The routes of this door."""
        return [
            Route("/twilio/voice/start", self._signed(self._speak), methods=["POST"]),
            Route("/twilio/voice/step", self._signed(self._speak), methods=["POST"]),
            Route("/twilio/voice/status", self._signed(self._status), methods=["POST"]),
            Route("/twilio/voice/recording", self._signed(self._recording), methods=["POST"]),
            Route("/twilio/voice/words", self._signed(self._words), methods=["POST"]),
        ]

    def _signed(
        self, answer: Callable[[str, int, int, dict[str, str], bool], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """Verify, read the place in the address, and let `answer` do the rest."""

        async def endpoint(request: Request) -> Response:
            form = await self._forms.read(request)
            query = request.query_params
            screening, call, step = query.get("s", "")[:40], query.get("c", ""), query.get("n", "0")
            if form is None or not screening or not _small(call) or not _small(step):
                return Response("refused", 403)
            return await answer(screening, int(call), int(step), form, "whole" in query)

        return endpoint

    async def _speak(self, screening: str, call: int, step: int, form: dict[str, str], _: bool) -> Response:
        recording = bool(form.get("RecordingSid"))
        event = Spoke(
            call=call,
            step=step,
            sid=sid_of(form, "CallSid"),
            text=form.get("SpeechResult", "").replace("\0", "")[:WORDS].strip(),
            digits="" if recording else _keys(form.get("Digits", "")),
            confidence=_confidence(form.get("Confidence", "")),
            recorded=recording and form.get("RecordingDuration", "1") != "0",
            machine=form.get("AnsweredBy", "").startswith(MACHINES),
        )
        return Response(await self._desk.speak(screening, event), media_type=XML)

    async def _status(self, screening: str, call: int, _: int, form: dict[str, str], __: bool) -> Response:
        ended = CallEnded(call=call, how=form.get("CallStatus", "")[:20], sid=sid_of(form, "CallSid"))
        if ended.how in ("completed", "busy", "no-answer", "failed", "canceled"):
            await self._desk.follow(screening, ended, ended.sid)
        return Response(status_code=204)

    async def _recording(self, screening: str, call: int, _: int, form: dict[str, str], whole: bool) -> Response:
        told = Told(
            call=call,
            call_sid=sid_of(form, "CallSid"),
            sid=sid_of(form, "RecordingSid"),
            url=form.get("RecordingUrl", "")[:500],
            there=form.get("RecordingStatus", "") == "completed",
            whole=whole,
        )
        if form.get("RecordingStatus", "") in ("completed", "absent", "failed"):
            await self._desk.recording(screening, told)
        return Response(status_code=204)

    async def _words(self, screening: str, call: int, step: int, form: dict[str, str], _: bool) -> Response:
        made = form.get("TranscriptionStatus", "") == "completed"
        words = form.get("TranscriptionText", "").replace("\0", "")[:WORDS] if made else ""
        await self._desk.follow(screening, Worded(call=call, step=step, text=words), sid_of(form, "CallSid"))
        return Response(status_code=204)


def _keys(said: str) -> str:
    return "".join(c for c in said if c in "0123456789*#")[:20].rstrip("#")


def _small(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) <= 4


def _confidence(said: str) -> float | None:
    """0 to 1; None where Twilio said nothing that can be read."""
    try:
        value = float(said)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None
