"""Erasure: afterwards nothing in the data directory names the person; the opt-out and the chain live on."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.reports.render import Renderer
from bot.storage.repositories import Repositories
from bot.subjects.erase import OnHold, erase, hold, mentioned_in, remove_files
from bot.subjects.held import held
from bot.subjects.verifying import verify_all, verify_report
from screening import screener
from screening.intake import Taken
from screening.people import Candidate
from screening.ports import Order
from screening.report import build
from screening.scoring import score
from screening.screener import InboundText
from screening.understanding import ENGINE
from tests.builders import NOON, a_script
from tests.subjects.conftest import EMAIL, NAME, PHONE, SAID, House, on_either

TRACES = (NAME, "Wilhelmina", PHONE, PHONE[2:], EMAIL, *SAID)


def words_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


@on_either
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


@on_either
async def test_no_trace_is_left_in_any_file(house: House) -> None:
    await house.screened()
    before = await house.everything()
    assert all(trace.encode() in before for trace in (NAME, PHONE, *SAID))
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    after = await house.everything()
    assert [trace for trace in TRACES if trace.encode() in after] == []


@on_either
async def test_what_was_told_about_them_before_and_beside_a_screening_goes_too(house: House) -> None:
    await house.screened()
    for n in (NAME, EMAIL):
        about = {"text": f"{n} waits for an answer"}
        await house.act(lambda r, a=about, n=n: r.order(Order(key=f"ops:{n}", way="ops", lane="ops", payload=a), NOON))
    stranger = InboundText(sid="SMX", phone="+13125550177", text="quixotic zephyr here", at=NOON)
    await house.act(lambda r: screener.hear(r, stranger, 0, "Acme"))
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    await house.act(lambda r: erase(r, "+13125550177", NOON, "U1"))
    after = await house.everything()
    assert [trace for trace in (*TRACES, "quixotic zephyr", "+13125550177") if trace.encode() in after] == []


@on_either
async def test_somebody_who_was_never_screened_is_erased_with_the_notice_about_them(house: House) -> None:
    await house.begin(marketing="")
    await house.act(lambda r: erase(r, "7", NOON, "U1"))

    def refused(records: Repositories) -> None:
        s = Candidate(id=9, first_name="Quirinus", name="Quirinus Vex", phone="+13125550188")
        records.note(9, s.phone, 1020, "no_consent", f"{s.name}, job 1020: has given no consent", NOON)
        notice = Order(key="notice:consent:1020:9", way="notice", lane="n", payload={"text": f"{s.name} needs consent"})
        records.order(notice, NOON)

    await house.act(refused)
    assert b"Quirinus" in await house.everything()
    await house.act(lambda r: erase(r, "9", NOON, "U1"))
    after = await house.everything()
    assert [trace for trace in ("Quirinus", "Vex", "+13125550188") if trace.encode() in after] == []


async def test_reports_go_whatever_they_are_called_and_other_files_that_mention_them_are_named(house: House) -> None:
    s = await house.screened()
    data, renderer, script = house.path.parent / "data", Renderer(), a_script()
    (data / "kept").mkdir(parents=True)
    report = await renderer.render(build(s, script, score(s, script, ENGINE), generated_at=NOON))
    renderer.close()
    (data / "kept" / "a.pdf").write_bytes(report)
    (data / "kept" / "list.csv").write_text(f"name,phone\n{NAME},{PHONE}\n")
    (data / "kept" / "others.csv").write_text("name,phone\nOther Person,+13125550999\n")
    assert NAME in words_of(data / "kept" / "a.pdf")
    found = await house.store.read(lambda t: held(t, "7"))
    assert remove_files(found, data) == 1
    assert mentioned_in(found, data) == ["list.csv"]
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    (data / "kept" / "list.csv").unlink()
    left = await house.everything()
    assert [trace for trace in TRACES if trace.encode() in left] == []


@on_either
async def test_the_wish_to_be_left_alone_survives_without_its_words(house: House) -> None:
    await house.screened()
    await house.act(lambda r: r.opt_out(PHONE, "texted “leave Wilhelmina alone”", NOON))
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    assert b"leave Wilhelmina alone" not in await house.everything()
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
    assert SAID[0].encode() not in await house.everything()


@on_either
async def test_someone_who_shares_the_phone_keeps_their_own_rows(house: House) -> None:
    await house.screened()
    await house.screened("GR-0000000002", id=8, name="Other Person")
    await house.act(lambda r: erase(r, "7", NOON, "U1"))
    kept = await house.store.read(lambda t: held(t, "8"))
    assert kept.screenings == ["GR-0000000002"]
    assert await house.store.read(lambda t: house.records(t).screening("GR-0000000001")) is None


@on_either
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
