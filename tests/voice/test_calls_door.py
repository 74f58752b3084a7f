"""The webhooks about calls: signed, bounded, repeated, hostile."""

import time
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.calls import CallState
from screening.screening import Status
from tests.voice.house import CALL, PUBLIC, RECORDING, House

START = "/twilio/voice/start?s=GR-TEST01&c=1"
EVERY = [START, *(f"/twilio/voice/{x}?s=GR-TEST01&c=1&n=1" for x in ("step", "status", "recording", "words"))]


@pytest.mark.parametrize("path", EVERY)
async def test_nothing_is_taken_without_twilios_signature(house: House, path: str) -> None:
    await house.begin()
    before = await house.screening()
    for sign in ("nonsense", house.signer.compute_signature(f"{PUBLIC}/elsewhere", {"CallSid": CALL})):
        assert (await house.post(path, sign=sign, CallSid=CALL)).status_code == 403
    bare = await house.http.post(path, data={"CallSid": CALL})
    assert bare.status_code == 403
    assert await house.screening() == before


async def test_a_signature_for_other_fields_or_another_place_does_not_hold(house: House) -> None:
    await house.begin()
    good = house.signer.compute_signature(f"{PUBLIC}{START}", {"CallSid": CALL})
    assert (await house.post(START, sign=good, CallSid="CA" + "9" * 32)).status_code == 403
    other = START.replace("GR-TEST01", "GR-OTHER")
    assert (await house.post(other, sign=good, CallSid=CALL)).status_code == 403


async def test_what_is_too_long_or_of_another_type_is_refused(house: House) -> None:
    await house.begin()
    long = await house.post(START, CallSid=CALL, SpeechResult="x" * 70_000)
    many = await house.post(START, **{f"Field{n}": "x" for n in range(300)})
    body = '{"CallSid": "' + CALL + '"}'
    sign = house.signer.compute_signature(f"{PUBLIC}{START}", {})
    json = await house.http.post(
        START, content=body, headers={"content-type": "application/json", "x-twilio-signature": sign}
    )
    assert [r.status_code for r in (long, many, json)] == [403, 403, 403]


@pytest.mark.parametrize("query", ["", "s=GR-TEST01", "s=GR-TEST01&c=x", "s=GR-TEST01&c=99999", "s=GR-TEST01&c=1&n=-1"])
async def test_an_address_that_names_no_place_is_refused(house: House, query: str) -> None:
    await house.begin()
    assert (await house.post(f"/twilio/voice/step?{query}", CallSid=CALL)).status_code == 403


async def test_a_repeated_webhook_gets_the_same_bytes_and_changes_nothing(house: House) -> None:
    await house.begin()
    first = [await house.step(0), await house.step(1, SpeechResult="yes"), await house.step(2, SpeechResult="yes")]
    stood = await house.screening()
    again = [await house.step(0), await house.step(1, SpeechResult="no"), await house.step(2, SpeechResult="no")]
    assert [r.content for r in first] == [r.content for r in again]
    assert await house.screening() == stood


async def test_every_answer_is_twiml(house: House) -> None:
    await house.begin()
    for number, words in enumerate(("", "yes", "yes", "7")):
        answer = await house.step(number, SpeechResult=words)
        assert answer.headers["content-type"].startswith("text/xml")
        assert fromstring(answer.text).tag == "Response"
    assert (await house.screening()).status is Status.COMPLETED


async def test_nothing_is_recorded_before_the_yes(house: House) -> None:
    await house.begin()
    asked = await house.step(0)
    assert "<Record" not in asked.text
    assert "<Start>" not in asked.text
    assert "<Start>" in (await house.step(1, Digits="1")).text
    assert (await house.screening()).calls[0].consent == "yes"


async def test_a_screening_that_is_gone_is_hung_up_on(house: House) -> None:
    answer = await house.step(0)
    assert (answer.status_code, "<Hangup" in answer.text) == (200, True)


async def test_another_call_is_hung_up_on(house: House) -> None:
    await house.begin()
    await house.step(0)
    other = await house.step(0, CallSid="CA" + "2" * 32)
    assert "Do you agree" not in other.text
    assert (await house.screening()).calls[0].sid == CALL


async def test_another_calls_end_words_and_recordings_are_not_taken(house: House) -> None:
    await house.begin()
    await house.talk("yes")
    before, other = await house.screening(), "CA" + "2" * 32
    await house.post("/twilio/voice/status?s=GR-TEST01&c=1", CallSid=other, CallStatus="completed")
    await house.post("/twilio/voice/words?s=GR-TEST01&c=1&n=2", CallSid=other, TranscriptionStatus="completed")
    await house.recorded(CallSid=other)
    assert await house.screening() == before
    assert await house.rows("recording") == []


async def test_voicemail_is_hung_up_on_without_a_word(house: House) -> None:
    await house.begin()
    answer = await house.step(0, AnsweredBy="machine_start")
    assert "<Say" not in answer.text
    await house.over()
    assert (await house.screening()).calls[0].ended == "machine"


async def test_the_end_of_a_call_told_twice_counts_once(house: House) -> None:
    await house.begin()
    await house.talk("yes", "yes")
    for _ in range(2):
        assert (await house.over()).status_code == 204
    s = await house.screening()
    assert s.calls[0].state is CallState.OVER
    assert sum("cut off" in m.text for m in s.messages) == 1


async def test_a_recording_on_another_host_is_never_fetched_and_is_told(house: House) -> None:
    await house.begin()
    await house.talk("yes", "yes", "7")
    for host in ("https://evil.example", "http://169.254.169.254", "https://api.twilio.com.evil.example", "file://"):
        assert (await house.recorded(host=host)).status_code == 204
    assert await house.rows("recording") == []
    assert any("another host" in r["payload"]["text"] for r in await house.rows("ops"))
    assert not house.twilio.asked("GET", "Recordings")


async def test_a_recording_without_consent_is_deleted_unheard(house: House) -> None:
    await house.begin()
    await house.talk("no")
    await house.recorded()
    await house.deliver()
    assert not house.twilio.asked("GET", "Recordings")
    assert RECORDING not in house.twilio.recordings


@pytest.mark.parametrize("status", ["absent", "failed"])
async def test_a_recording_that_will_never_come_is_not_waited_for(house: House, status: str) -> None:
    await house.begin()
    await house.talk("yes", "yes", "7")
    await house.over()
    assert not await house.rows("card")
    await house.recorded(RecordingStatus=status)
    assert len(await house.rows("card")) == 1


HOSTILE = st.dictionaries(
    st.sampled_from(
        ["SpeechResult", "Confidence", "Digits", "AnsweredBy", "RecordingSid", "RecordingDuration", "CallStatus", "X"]
    ),
    st.text(max_size=200) | st.sampled_from(["nan", "-1", "1e999", "\0", "<Say>", "]]>", "&#x0;", "machine_end"]),
    max_size=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(heard=st.lists(HOSTILE, min_size=1, max_size=6))
async def test_whatever_is_heard_the_answer_is_twiml_and_the_same_twice(
    house: House, heard: list[dict[str, str]]
) -> None:
    fresh = House(folder=house.folder)
    await fresh.begin()
    for number, fields in enumerate(heard):
        said = [await fresh.step(number, **fields) for _ in range(2)]
        assert {r.status_code for r in said} == {200}
        assert fromstring(said[0].text).tag == "Response"
        assert said[0].content == said[1].content


async def test_a_call_step_is_answered_quickly(house: House) -> None:
    """The figure is 200 ms for 95 of 100 on a running service; in process, a tenth of it."""
    took = []
    for _ in range(10):
        fresh = House(folder=house.folder)
        await fresh.begin()
        for number, words in enumerate(("", "yes", "yes", "seven years")):
            before = time.perf_counter()
            await fresh.step(number, SpeechResult=words)
            took.append(time.perf_counter() - before)
    assert sorted(took)[int(len(took) * 0.95)] < 0.2
