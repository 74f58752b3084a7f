"""Simulated calls: TwiML is obeyed as Twilio obeys it."""

from collections.abc import AsyncIterator
from urllib.parse import parse_qsl

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator

from bot.sandbox.run import an_app
from bot.sandbox.services import Services
from bot.sandbox.twiml import BadTwiml, read_twiml
from tests.sandbox.conftest import KEYS

VOICE = f"{KEYS.public_url}/twilio/voice"


class CallingBot:
    """A bot that answers each address with a document."""

    def __init__(self) -> None:
        self.documents: dict[str, str] = {}
        self.heard: list[tuple[str, dict[str, str], bool]] = []
        self.app = Starlette(routes=[Route("/{path:path}", self._answer, methods=["POST"])])

    async def _answer(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        signed = RequestValidator(KEYS.auth_token).validate(
            KEYS.public_url + request.url.path, form, request.headers["x-twilio-signature"]
        )
        self.heard.append((request.url.path, form, signed))
        inner = self.documents.get(request.url.path, "")
        return Response(f"<Response>{inner}</Response>", media_type="text/xml")

    def at(self, path: str) -> list[dict[str, str]]:
        return [form for p, form, _ in self.heard if p == path]


@pytest.fixture
def bot() -> CallingBot:
    return CallingBot()


@pytest.fixture
async def services(bot: CallingBot) -> AsyncIterator[Services]:
    made = Services(KEYS, transport=httpx.ASGITransport(app=bot.app), pause=0)
    yield made
    await made.close()


async def call(services: Services, **more: object) -> httpx.Response:
    transport = httpx.ASGITransport(app=an_app(services))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox.test/twilio") as http:
        path = f"/2010-04-01/Accounts/{KEYS.account_sid}/Calls.json"
        form = {"From": KEYS.number, "Url": f"{VOICE}/start", **more}
        answer = await http.post(path, data=form, auth=(KEYS.account_sid, KEYS.auth_token))
    await services.hooks.settled()
    return answer


def a_phone(services: Services, character: str = "prompt") -> str:
    return services.crowd.gather(1, job=1020, seed=1, character=character)[0].phone


async def test_a_call_goes_from_question_to_question(services: Services, bot: CallingBot) -> None:
    ask = "<Gather input='speech' action='/twilio/voice/{}'><Say>{}</Say></Gather>"
    bot.documents["/twilio/voice/start"] = ask.format("one", "How many years have you worked on a forklift?")
    bot.documents["/twilio/voice/one"] = "<Say>Thank you. Goodbye.</Say><Hangup/>"
    await call(services, To=a_phone(services))
    heard = bot.at("/twilio/voice/one")[0]
    assert "year" in heard["SpeechResult"]
    assert float(heard["Confidence"]) > 0.5
    assert all(signed for _, _, signed in bot.heard)
    assert [line["who"] for line in next(iter(services.calls.calls.values()))["log"]] == ["bot", "callee", "bot"]


async def test_an_answer_is_recorded_and_the_recording_can_be_fetched_and_deleted(
    services: Services, bot: CallingBot
) -> None:
    record = "<Record action='/twilio/voice/done' recordingStatusCallback='/twilio/voice/recording'/>"
    bot.documents["/twilio/voice/start"] = "<Say>How many years have you worked on a forklift?</Say>" + record
    await call(services, To=a_phone(services))
    told = bot.at("/twilio/voice/recording")[0]
    assert told["RecordingStatus"] == "completed"
    assert bot.at("/twilio/voice/done")[0]["RecordingSid"] == told["RecordingSid"]
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=an_app(services)), auth=(KEYS.account_sid, KEYS.auth_token)
    ) as http:
        wav = await http.get(told["RecordingUrl"] + ".wav")
        assert wav.content[:4] == b"RIFF"
        assert (await http.delete(told["RecordingUrl"] + ".json")).status_code == 204
        assert (await http.get(told["RecordingUrl"])).status_code == 404


async def test_silence_goes_on_to_the_next_verb(services: Services, bot: CallingBot) -> None:
    bot.documents["/twilio/voice/start"] = (
        "<Gather action='/twilio/voice/one'><Say>Hello.</Say></Gather><Redirect>/twilio/voice/bye</Redirect>"
    )
    await call(services, To=a_phone(services))
    assert bot.at("/twilio/voice/one") == []
    assert len(bot.at("/twilio/voice/bye")) == 1


async def test_who_does_not_pick_up_is_told_as_no_answer(services: Services, bot: CallingBot) -> None:
    await call(services, To=a_phone(services, "ghost"), StatusCallback=f"{VOICE}/status")
    assert [form["CallStatus"] for form in bot.at("/twilio/voice/status")] == ["no-answer"]
    assert bot.at("/twilio/voice/start") == []


async def test_the_wanted_events_are_told_in_order(services: Services, bot: CallingBot) -> None:
    events = ["initiated", "ringing", "answered", "completed"]
    await call(services, To=a_phone(services), StatusCallback=f"{VOICE}/status", StatusCallbackEvent=events)
    told = bot.at("/twilio/voice/status")
    assert [form["CallStatus"] for form in told] == ["initiated", "ringing", "in-progress", "completed"]
    assert [form["SequenceNumber"] for form in told] == ["1", "2", "3", "4"]


async def test_the_whole_call_is_recorded_when_asked(services: Services, bot: CallingBot) -> None:
    start = "<Start><Recording recordingStatusCallback='/twilio/voice/recording'/></Start>"
    bot.documents["/twilio/voice/start"] = start + "<Say>Hello.</Say>"
    await call(services, To=a_phone(services))
    assert len(bot.at("/twilio/voice/recording")) == 1


async def test_a_document_that_comes_back_for_ever_is_a_fault(services: Services, bot: CallingBot) -> None:
    bot.documents["/twilio/voice/start"] = "<Redirect>/twilio/voice/start</Redirect>"
    await call(services, To=a_phone(services))
    assert "more than 200 documents" in services.calls.faults[0]["fault"]


@pytest.mark.parametrize("document", ["", "not xml", "<Reply/>", "<Response><Shout/></Response>"])
def test_what_is_no_twiml_is_refused(document: str) -> None:
    with pytest.raises(BadTwiml):
        read_twiml(document)


async def test_a_call_to_nonsense_is_refused(services: Services) -> None:
    assert (await call(services, To="312")).json()["code"] == 21211
    assert (await call(services, To="+13125550142", From="+13125550143")).json()["code"] == 21210
    assert (await call(services, To="+13125550142", Url="")).json()["code"] == 21205
