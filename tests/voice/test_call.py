"""Placing a call: what Twilio is asked, what its answers mean, and how a call is found whose answer was lost."""

from urllib.parse import parse_qs

import httpx
import pytest

from bot.outbox.delivery import Delivery
from bot.voice.call import Calls
from screening.errors import Fate, PortFailed
from screening.screening import Status
from tests.voice.house import CALL, PUBLIC, House


def a_delivery(claimed: int = 0) -> Delivery:
    payload = {"to": "+13125550101", "call": 1, "kind": "call", "started": True}
    return Delivery(
        row=1, key="k", way="call", payload=payload, screening="GR-TEST01", claimed=claimed, tries=1, again=False
    )


async def test_a_call_asks_for_our_words_the_end_and_voicemail(house: House) -> None:
    assert await house.calls.call(a_delivery()) == CALL
    form = parse_qs(house.twilio.requests[0].content.decode())
    assert (form["To"], form["From"]) == (["+13125550101"], ["+15005550006"])
    assert form["Url"][0].startswith(f"{PUBLIC}/twilio/voice/start?s=GR-TEST01&c=1")
    assert form["StatusCallback"][0].startswith(f"{PUBLIC}/twilio/voice/status?s=GR-TEST01&c=1")
    assert form["MachineDetection"] == ["Enable"]
    assert "Record" not in form
    assert int(form["Timeout"][0]) <= 25


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        (httpx.Response(429, json={"code": 20429, "message": "slow down", "status": 429}), Fate.NOT_DONE),
        (httpx.Response(500, json={"code": 20500, "message": "oops", "status": 500}), Fate.UNKNOWN),
        (httpx.Response(400, json={"code": 21211, "message": "invalid", "status": 400}), Fate.REFUSED),
        (httpx.Response(201, text="{cut"), Fate.UNKNOWN),
        (httpx.ReadTimeout("slow"), Fate.UNKNOWN),
        (httpx.ConnectError("down"), Fate.NOT_DONE),
    ],
)
async def test_each_answer_has_its_fate(house: House, answer: httpx.Response | Exception, fate: Fate) -> None:
    house.twilio.answers = [answer]
    with pytest.raises(PortFailed) as failed:
        await house.calls.call(a_delivery())
    assert failed.value.fate is fate


async def test_without_a_number_to_call_from_it_is_refused_in_words(house: House) -> None:
    calls = Calls(client=house.calls._client, transport=house.transport, sender="", public_url=PUBLIC)
    with pytest.raises(PortFailed, match="TWILIO_FROM") as failed:
        await calls.call(a_delivery())
    assert failed.value.fate is Fate.REFUSED


async def test_a_call_whose_answer_was_lost_is_found_in_the_list(house: House) -> None:
    old = {"sid": "CAold", "direction": "outbound-api", "date_created": "Sat, 21 Nov 2026 10:00:00 +0000"}
    new = {"sid": "CAnew", "direction": "outbound-api", "date_created": "Sat, 21 Nov 2026 18:00:01 +0000"}
    came = {"sid": "CAin", "direction": "inbound", "date_created": "Sat, 21 Nov 2026 18:00:01 +0000"}
    house.twilio.calls = [came, new, old]
    claimed = 1_795_284_000_000
    assert await house.calls.look_up(a_delivery(claimed), frozenset()) == "CAnew"
    assert await house.calls.look_up(a_delivery(claimed), frozenset({"CAnew"})) is None
    house.twilio.answers = [httpx.Response(503, json={})]
    with pytest.raises(PortFailed):
        await house.calls.look_up(a_delivery(claimed), frozenset())


async def test_the_call_itself_proves_that_it_was_made(house: House) -> None:
    await house.begin()
    house.twilio.answers = [httpx.ReadTimeout("slow")]
    await house.deliver(1)
    await house.step(0)
    house.twilio.answers = []
    house.now += 120_000
    await house.deliver()
    assert len(house.twilio.asked("POST", "Calls.json")) == 1
    assert [(r["state"], r["provider_id"]) for r in await house.rows("call")] == [("done", CALL)]


async def test_a_refused_call_goes_on_by_text_and_is_told(house: House) -> None:
    await house.begin()
    house.twilio.answers = [httpx.Response(400, json={"code": 21215, "message": "geo", "status": 400})]
    await house.deliver()
    s = await house.screening()
    assert s.by_text
    assert any("could not be called" in r["payload"]["text"] for r in await house.rows("notice"))
    assert any("licence" in m.text for m in s.messages)
    assert s.status is Status.IN_PROGRESS
