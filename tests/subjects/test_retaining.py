"""Retention: what is past its time goes, younger records and those on hold stay, and a dry run changes nothing."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import read_keep
from bot.storage.store import Tables
from bot.subjects.commands import retain
from bot.subjects.erase import hold
from bot.subjects.retaining import Plan, Retaining
from bot.subjects.verifying import verify_all
from screening import screener
from screening.duties.retention import DAY, FOUR_YEARS, Keep
from screening.screener import InboundText
from tests.builders import NOON
from tests.subjects.conftest import PHONE, SAID, House, on_either

YEARS = FOUR_YEARS * DAY


def retaining(house: House, now: int, keep: Keep | None = None) -> Retaining:
    return Retaining(house.store, house.records, keep or Keep(), house.path.parent / "data", lambda: now)


async def there(house: House) -> set[str]:
    return await house.store.read(lambda t: {r["gr"] for r in t["screenings"].all()})


async def over(house: House, gr: str) -> None:
    def end(tables: Tables) -> None:
        row = tables["screenings"].first(gr=gr)
        assert row is not None
        data = {**row["data"], "status": "completed"}
        tables["screenings"].update({"data": data, "status": "completed", "open_phone": None}, doc_ids=[row.doc_id])

    await house.store.run(end)


@on_either
async def test_decision_data_is_kept_for_four_years_and_goes_the_day_after(house: House) -> None:
    s = await house.screened()
    await over(house, s.id)
    last = max(m.at for m in s.messages)
    assert (await retaining(house, last + YEARS).retain()).empty
    assert await there(house) == {s.id}
    assert (await retaining(house, last + YEARS + 1).retain()).people == ("7",)
    assert await there(house) == set()
    verdict = await house.store.read(lambda t: verify_all(house.records(t)))
    assert verdict.ok
    assert f"{s.id}: erased on" in verdict.text
    assert SAID[0].encode() not in await house.everything()


async def test_an_open_screening_is_never_past_its_time(house: House) -> None:
    await house.begin()
    assert (await retaining(house, NOON + 2 * YEARS).retain()).empty


@on_either
async def test_a_younger_screening_of_the_same_person_stays_with_its_texts(house: House) -> None:
    old = await house.screened()
    await over(house, old.id)
    await house.screened("GR-0000000002", phone="+13125550143")

    def later(tables: Tables) -> None:
        row = tables["screenings"].first(gr="GR-0000000002")
        assert row is not None
        messages = [{**m, "at": m["at"] + YEARS} for m in row["data"]["messages"]]
        tables["screenings"].update({"data": {**row["data"], "messages": messages}}, doc_ids=[row.doc_id])

    await house.store.run(later)
    found = await retaining(house, NOON + YEARS + DAY).retain()
    assert (found.people, found.single) == ((), (old.id,))
    assert await there(house) == {"GR-0000000002"}
    texts = await house.store.read(lambda t: {r["sid"]: r["text"] for r in t["texts"].all()})
    assert texts == {f"{old.id}-0": "", f"{old.id}-1": "", "GR-0000000002-0": SAID[0], "GR-0000000002-1": SAID[1]}


@on_either
async def test_a_legal_hold_goes_before_every_period_and_is_shown(house: House) -> None:
    s = await house.screened()
    await over(house, s.id)
    await house.act(lambda r: hold(r, 7, "case 7", NOON))
    found = await retaining(house, NOON + 2 * YEARS).retain()
    assert (found.people, found.kept) == ((), (s.id,))
    assert await there(house) == {s.id}
    assert f"1 more are kept by a legal hold: {s.id}" in found.words(Keep())


@on_either
async def test_numbers_that_were_never_screened_go_after_a_year_and_the_wish_to_be_left_alone_stays(
    house: House,
) -> None:
    for n, (words, phone) in enumerate((("hello", "+13125550188"), ("STOP", "+13125550189"))):
        text = InboundText(sid=f"SM{n}", phone=phone, text=words, at=NOON)
        await house.act(lambda r, x=text: screener.hear(r, x, 0, "Acme"))
    await house.act(lambda r: r.note(9, PHONE, 1020, "no_consent", "Somebody has given no consent", NOON))
    found = await retaining(house, NOON + 366 * DAY).retain()
    assert found.strangers == ("+13125550188", "+13125550189")
    assert len(found.notes) == 1
    left = await house.store.read(lambda t: repr([[dict(r) for r in t[n].all()] for n in ("texts", "outbox", "notes")]))
    assert "55018" not in left
    assert await house.store.read(lambda t: house.records(t).opted_out("+13125550189"))


async def test_the_dry_run_says_what_would_go_and_changes_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    s = await house.screened()
    await over(house, s.id)
    found = await retaining(house, NOON + 2 * YEARS).planned()
    assert found == Plan(people=("7",))
    assert "all of 1 people" in found.words(Keep())
    assert await there(house) == {s.id}


def test_the_command_prints_the_classes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GREENROOM_SECRET_KEY", "k" * 40)
    assert retain(dry_run=True) == 0
    said = capsys.readouterr().out
    assert "screenings (1461 days): 0 past their time" in said
    assert "Nothing was changed." in said


async def test_it_runs_once_a_day(house: House) -> None:
    s = await house.screened()
    await over(house, s.id)
    now = NOON + 2 * YEARS
    assert await retaining(house, now).run_once() == 1
    await house.screened("GR-0000000002")
    await over(house, "GR-0000000002")
    assert await retaining(house, now).run_once() == 0
    assert await retaining(house, now + DAY).run_once() == 1


def test_logs_of_decisions_may_not_be_kept_for_less_than_six_months() -> None:
    assert read_keep({}) == Keep()
    with pytest.raises(SettingsError) as caught:
        read_keep({"GREENROOM_KEEP_SCREENINGS": "30"})
    assert "at least 183" in str(caught.value.problems)
