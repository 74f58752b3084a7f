"""Recordings: from Twilio's host alone, whole or not at all, once, and gone there afterwards."""

import hashlib
import stat
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.outbox.delivery import Delivery
from bot.voice import recordings
from screening.errors import Fate, PortFailed
from screening.screening import Status
from tests.voice.house import BASE, ORIGIN, RECORDING, House, a_wav


def a_delivery(sid: str = RECORDING) -> Delivery:
    payload = {"sid": sid, "call": 1, "whole": True}
    return Delivery(
        row=1, key="k", way="recording", payload=payload, screening="GR-TEST01", claimed=0, tries=1, again=False
    )


def sound(content: bytes = b"RIFF", kind: str = "audio/x-wav", **headers: str) -> httpx.Response:
    return httpx.Response(200, content=content, headers={"content-type": kind, **headers})


async def interviewed(house: House) -> None:
    await house.begin()
    await house.deliver(1)  # the call
    await house.talk("yes", "yes", "seven")
    await house.over()


async def test_a_recording_is_kept_linked_and_then_deleted_at_twilio(house: House) -> None:
    await interviewed(house)
    assert not await house.rows("card")
    await house.recorded()
    await house.deliver()
    s = await house.screening()
    assert s.status is Status.COMPLETED
    assert len(s.links) == 1
    assert len(await house.rows("card")) == 1
    assert RECORDING not in house.twilio.recordings
    kept = await house.store.read(lambda t: t["recordings"].first(sid=RECORDING))
    assert kept is not None
    path = house.folder / kept["name"]
    assert path.read_bytes() == a_wav()
    assert kept["sha256"] == hashlib.sha256(a_wav()).hexdigest()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert RECORDING not in kept["name"]


async def test_it_is_fetched_with_our_name_and_password_from_the_accounts_own_place(house: House) -> None:
    await house.fetching.call(a_delivery())
    (request,) = house.twilio.requests
    assert str(request.url) == f"{ORIGIN}{BASE}/Recordings/{RECORDING}"
    assert request.headers["authorization"].startswith("Basic ")


async def test_a_recording_told_of_twice_is_fetched_once(house: House) -> None:
    await interviewed(house)
    await house.recorded()
    await house.recorded()
    await house.deliver()
    await house.recorded()
    await house.deliver()
    assert len(house.twilio.asked("GET", "Recordings")) == 1
    assert len(list(house.folder.iterdir())) == 1
    assert len((await house.screening()).links) == 1


@pytest.mark.parametrize("sid", ["../../Messages", "RE" + "A" * 32, "REaaa", "", "RE" + "a" * 31 + "/", "http://evil"])
async def test_what_is_no_id_of_a_recording_is_never_put_into_an_address(house: House, sid: str) -> None:
    with pytest.raises(PortFailed) as failed:
        await house.fetching.call(a_delivery(sid))
    assert failed.value.fate is Fate.REFUSED
    assert not house.twilio.requests


@pytest.mark.parametrize(
    ("location", "fate"),
    [
        ("http://169.254.169.254/latest/meta-data", Fate.REFUSED),
        ("https://evil.example/x.wav", Fate.REFUSED),
        ("http://api.twilio.com/x.wav", Fate.REFUSED),
        ("https://api.twilio.com@evil.example/x", Fate.REFUSED),
        ("//evil.example/x", Fate.REFUSED),
        ("", Fate.REFUSED),
    ],
)
async def test_a_redirect_to_another_host_is_not_followed(house: House, location: str, fate: Fate) -> None:
    house.twilio.answers = [httpx.Response(302, headers={"location": location}) for _ in range(5)]
    with pytest.raises(PortFailed) as failed:
        await house.fetching.call(a_delivery())
    assert failed.value.fate is fate
    assert {r.url.host for r in house.twilio.requests} == {"api.twilio.com"}


async def test_a_redirect_within_twilio_is_followed(house: House) -> None:
    house.twilio.answers = [httpx.Response(302, headers={"location": f"{BASE}/Recordings/{RECORDING}.wav"}), sound()]
    assert await house.fetching.call(a_delivery()) == RECORDING


@pytest.mark.parametrize(
    ("answer", "fate"),
    [
        (sound(kind="text/html"), Fate.REFUSED),
        (sound(kind="image/svg+xml"), Fate.REFUSED),
        (sound(kind=""), Fate.REFUSED),
        (sound(b""), Fate.NOT_DONE),
        (httpx.Response(404), Fate.NOT_DONE),
        (httpx.Response(429), Fate.NOT_DONE),
        (httpx.Response(503), Fate.NOT_DONE),
        (httpx.Response(401), Fate.REFUSED),
        (httpx.ConnectError("down"), Fate.NOT_DONE),
        (httpx.ReadTimeout("slow"), Fate.NOT_DONE),
    ],
)
async def test_what_is_no_sound_is_not_kept(house: House, answer: httpx.Response | Exception, fate: Fate) -> None:
    house.twilio.answers = [answer]
    with pytest.raises(PortFailed) as failed:
        await house.fetching.call(a_delivery())
    assert failed.value.fate is fate
    assert not list(house.folder.glob("*"))


class Endless(httpx.AsyncByteStream):
    """More bytes than anybody keeps, told or untold."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 1024


class Cut(httpx.AsyncByteStream):
    """A line that breaks."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"RIFF"
        raise httpx.ReadError("cut")


async def test_an_endless_recording_is_cut_off(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "LARGEST", 10_000)
    kind = {"content-type": "audio/wav"}
    for answer in (sound(b"x", **{"content-length": "20000"}), httpx.Response(200, stream=Endless(), headers=kind)):
        house.twilio.answers = [answer]
        with pytest.raises(PortFailed) as failed:
            await house.fetching.call(a_delivery())
        assert failed.value.fate is Fate.REFUSED
        assert not list(house.folder.glob("*"))


async def test_a_line_that_breaks_leaves_nothing_and_is_tried_again(house: House) -> None:
    await interviewed(house)
    kind = {"content-type": "audio/wav"}
    house.twilio.answers = [httpx.Response(200, stream=Cut(), headers=kind)]
    await house.recorded()
    await house.deliver(1)
    assert not list(house.folder.glob("*"))
    await house.deliver(4)
    assert len((await house.screening()).links) == 1


async def test_a_recording_that_cannot_be_kept_does_not_hold_the_result_up(house: House) -> None:
    await interviewed(house)
    house.twilio.answers = [sound(kind="text/html")]
    await house.recorded()
    await house.deliver()
    s = await house.screening()
    assert s.links == ()
    assert len(await house.rows("card")) == 1
    assert any("recording" in r["payload"]["text"] for r in await house.rows("ops"))


async def test_deleting_at_twilio_is_tried_until_it_is_done(house: House) -> None:
    await interviewed(house)
    await house.recorded()
    await house.deliver(1)
    house.twilio.answers = [httpx.Response(503), httpx.ConnectError("down")]
    await house.deliver(8)
    assert RECORDING not in house.twilio.recordings
    assert len(house.twilio.asked("DELETE", RECORDING)) == 3


async def test_what_is_deleted_there_already_is_deleted(house: House) -> None:
    await interviewed(house)
    await house.recorded()
    await house.deliver(1)
    house.twilio.recordings.clear()
    await house.deliver(2)
    assert [r["state"] for r in await house.rows("unrecord")] == ["done"]


async def test_a_recording_that_nobody_told_of_is_looked_for_and_found(house: House) -> None:
    await interviewed(house)
    await house.deliver(2)
    assert not house.twilio.asked("GET", "Recordings")
    house.now += 600_000
    await house.deliver(4)
    assert len((await house.screening()).links) == 1
    assert RECORDING not in house.twilio.recordings


async def test_what_is_found_again_is_not_fetched_again(house: House) -> None:
    await interviewed(house)
    await house.recorded()
    await house.deliver(1)
    house.now += 600_000
    house.twilio.answers = [httpx.Response(503)]
    await house.deliver(5)
    assert len(house.twilio.asked("GET", f"Recordings/{RECORDING}")) == 1
    assert len((await house.screening()).links) == 1


@pytest.mark.parametrize("answer", ["[]", "{}", "nothing", '{"recordings": [{"sid": "../x", "status": "completed"}]}'])
async def test_a_list_of_nonsense_brings_no_recording(house: House, answer: str) -> None:
    await interviewed(house)
    house.now += 600_000
    house.twilio.answers = [httpx.Response(200, text=answer)]
    await house.deliver(1)
    assert await house.rows("recording") == []
