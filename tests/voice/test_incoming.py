"""Calls that candidates make to our number."""

import pytest

from screening.calls import CallState
from screening.screening import Status
from tests.voice.house import CALL, House

PHONE = "+13125550101"
INCOMING, OVER = "/twilio/voice/incoming", "/twilio/voice/over"
THEIRS = "CA" + "7" * 32


async def call_in(house: House, phone: str = PHONE, sid: str = THEIRS) -> str:
    answer = await house.post(INCOMING, CallSid=sid, From=phone, CallStatus="ringing")
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, "text/xml")
    return answer.text


async def test_a_candidate_who_calls_during_a_phone_step_is_interviewed_in_that_call(house: House) -> None:
    await house.begin()
    assert "thank you for calling" in await call_in(house)
    for number, words in enumerate(("yes", "yes", "7"), 1):
        await house.step(number, call=2, CallSid=THEIRS, SpeechResult=words, Confidence="0.9")
    s = await house.screening()
    assert s.status is Status.COMPLETED
    assert [(c.state, c.joined) for c in s.calls] == [(CallState.CANCELLED, False), (CallState.TALKING, True)]


async def test_who_was_cut_off_calls_back_and_goes_on_where_they_were(house: House) -> None:
    await house.begin()
    await house.talk("yes", "yes")
    said = await call_in(house)
    assert "Do you agree" in said
    again = await house.step(1, call=2, CallSid=THEIRS, Digits="1")
    assert "How many years" in again.text
    assert "licence" not in again.text
    assert (await house.screening()).calls[0].state is CallState.OVER


async def test_a_repeated_webhook_of_a_call_to_us_gets_the_same_words_and_changes_nothing(house: House) -> None:
    await house.begin()
    first = await call_in(house)
    stood = await house.screening()
    assert await call_in(house) == first
    assert await house.screening() == stood


async def test_when_their_call_is_over_the_rest_is_asked_by_text(house: House) -> None:
    await house.begin()
    await call_in(house)
    await house.step(1, call=2, CallSid=THEIRS, SpeechResult="yes")
    for _ in range(2):
        assert (await house.post(OVER, CallSid=THEIRS, From=PHONE, CallStatus="completed")).status_code == 204
    s = await house.screening()
    assert s.calls[-1].state is CallState.OVER
    assert sum("We were cut off" in m.text for m in s.messages) == 1


@pytest.mark.parametrize("phone", ["+13125550199", "anonymous", "", "+1" * 400])
async def test_anybody_else_hears_what_the_number_is_for(house: House, phone: str) -> None:
    await house.begin()
    before = await house.screening()
    assert "This number is for text messages" in await call_in(house, phone)
    assert await house.screening() == before


async def test_after_the_end_there_is_no_interview_to_join(house: House) -> None:
    await house.begin()
    await house.talk("yes", "yes", "7")
    assert "This number is for text messages" in await call_in(house)
    assert (await house.screening()).calls[-1].sid == CALL


async def test_calls_to_us_are_taken_from_twilio_alone(house: House) -> None:
    await house.begin()
    for path in (INCOMING, OVER):
        answer = await house.post(path, sign="nonsense", CallSid=THEIRS, From=PHONE, CallStatus="completed")
        assert answer.status_code == 403
    assert len((await house.screening()).calls) == 1
    await house.post(OVER, CallSid=THEIRS, From=PHONE, CallStatus="completed")
    assert len((await house.screening()).calls) == 1
