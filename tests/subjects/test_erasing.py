"""Erasure: afterwards nothing in the data directory names the person; the opt-out and the chain live on."""

import pytest

from bot.subjects.erase import OnHold, erase, hold, remove_files
from bot.subjects.held import held
from bot.subjects.verifying import verify_all, verify_report
from screening import screener
from screening.intake import Taken
from screening.screener import InboundText
from tests.builders import NOON
from tests.subjects.conftest import EMAIL, NAME, PHONE, SAID, House

TRACES = (NAME, "Wilhelmina", PHONE, PHONE[2:], EMAIL, *SAID)


async def everywhere(house: House) -> bytes:
    await house.store.run(lambda t: None)
    return b"".join(p.read_bytes() for p in house.path.parent.iterdir() if p.is_file())


async def test_everything_that_is_held_is_found(house: House) -> None:
    await house.screened()
    found = await house.store.read(lambda t: held(t, "7").plain())
    assert {"screenings", "texts", "outbox", "events", "consents"} <= set(found)
    assert found["consents"][0]["source"] == "application"
    assert [t["text"] for t in found["texts"]] == list(SAID)


@pytest.mark.parametrize("typed", ["7", PHONE, "GR-0000000001", "gr-0000000001"])
async def test_a_person_is_found_by_id_phone_or_screening(house: House, typed: str) -> None:
    await house.screened()
    assert (await house.store.read(lambda t: held(t, typed))).screenings == ["GR-0000000001"]


@pytest.mark.parametrize("typed", ["8", "", "+1", "Wilhelmina", "' OR 1=1 --", "GR-", "../../etc"])
async def test_nobody_else_is_found(house: House, typed: str) -> None:
    await house.screened()
    assert (await house.store.read(lambda t: held(t, typed))).screenings == []


async def test_no_trace_is_left_in_any_file(house: House) -> None:
    await house.screened()
    before = await everywhere(house)
    assert all(trace.encode() in before for trace in (NAME, PHONE, *SAID))
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    after = await everywhere(house)
    assert [trace for trace in TRACES if trace.encode() in after] == []


async def test_the_wish_to_be_left_alone_survives_without_its_words(house: House) -> None:
    await house.screened()
    await house.act(lambda r: r.opt_out(PHONE, "texted “leave Wilhelmina alone”", NOON))
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    assert b"leave Wilhelmina alone" not in await everywhere(house)
    assert await house.store.read(lambda t: house.records(t).opted_out(PHONE))
    await house.begin("GR-0000000002")
    assert await house.store.read(lambda t: house.records(t).screening("GR-0000000002")) is None
    notes = await house.store.read(lambda t: t["notes"].find(candidate=7))
    assert [n["code"] for n in notes] == [Taken.OPTED_OUT.value]


async def test_a_text_that_twilios_list_brings_again_stays_known(house: House) -> None:
    s = await house.screened()
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    again = InboundText(sid=f"{s.id}-0", phone=PHONE, text=SAID[0], at=NOON)
    assert await house.act(lambda r: screener.hear(r, again, 0, "Acme")) == "repeat"
    assert SAID[0].encode() not in await everywhere(house)


async def test_someone_who_shares_the_phone_keeps_their_own_rows(house: House) -> None:
    await house.screened()
    await house.screened("GR-0000000002", id=8, name="Other Person")
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    kept = await house.store.read(lambda t: held(t, "8"))
    assert kept.screenings == ["GR-0000000002"]
    assert await house.store.read(lambda t: house.records(t).screening("GR-0000000001")) is None


async def test_a_legal_hold_keeps_everything_until_it_is_lifted(house: House) -> None:
    await house.screened()
    await house.act(lambda r: hold(r, 7, "case 12-345", NOON))
    with pytest.raises(OnHold, match="case 12-345"):
        await house.act(lambda r: erase(r, "7", NOON, "U1"))
    assert (await house.store.read(lambda t: held(t, "7"))).screenings
    await house.act(lambda r: hold(r, 7, "", NOON))
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    assert not (await house.store.read(lambda t: held(t, "7"))).screenings


async def test_files_that_carry_the_screenings_id_go_too(house: House) -> None:
    await house.screened()
    data = house.path.parent / "data"
    (data / "recordings").mkdir(parents=True)
    theirs, others = data / "recordings" / "GR-0000000001-1.mp3", data / "recordings" / "GR-0000000009-1.mp3"
    theirs.write_bytes(b"x")
    others.write_bytes(b"x")
    found = await house.store.run(lambda t: erase(house.records(t), "7", NOON, "U1"))
    assert remove_files(found, data) == 1
    assert (theirs.exists(), others.exists()) == (False, True)


async def test_the_chain_says_erased_and_is_whole(house: House) -> None:
    await house.screened()
    assert (await house.store.read(lambda t: verify_all(house.records(t)))).ok
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    verdict = await house.store.read(lambda t: verify_all(house.records(t)))
    assert verdict.ok
    assert not (await house.store.read(lambda t: verify_report(house.records(t), b"%PDF-1.4 nothing"))).ok
