"""People: lists, starting by hand, pauses, opt-outs, and why nothing happened."""

import pytest

from tests.desk.conftest import KEYS, Shop
from tests.slack.fake_slack import PLAIN


async def test_candidates_are_listed_in_pages_the_youngest_first(shop: Shop) -> None:
    people = [shop.arrive(f"P{n}", "Birch") for n in range(12)]
    await shop.turn()
    for one in people:
        shop.move(one)
    await shop.turn(8)
    first = await shop.ask("candidates 1020")
    assert "P11 Birch" in first
    assert first.count("Birch") == 10
    assert "candidates_after" in str(shop.slack.replies[-1]["blocks"])
    await shop.click("candidates_after", '["1020", "", 1]')
    assert shop.slack.replies[-1]["text"].count("Birch") == 2


async def test_a_state_is_one_of_those_there_are(shop: Shop) -> None:
    await shop.screened()
    assert "Ana Alder" in await shop.ask("candidates state=waiting")
    assert "No candidates here" in await shop.ask("candidates state=in_progress")
    assert "state is one of: in_progress" in await shop.ask("candidates state=nonsense")


async def test_somebody_is_started_by_id_phone_or_name_and_several_are_offered(shop: Shop) -> None:
    who = shop.arrive("Ana", "Alder")
    shop.arrive("Bo", "Birch")
    shop.arrive("Bo", "Beech")
    said = await shop.ask("start Bo 1020")
    assert "Several answer to Bo" in said
    assert "Bo Birch, Tracker id" in said
    assert "will be texted" in await shop.ask('start "Ana Alder" 1020')
    assert (await shop.screening_of(who)).application == who["id"]
    await shop.turn(6)
    assert (await shop.screening_of(who)).open, "whoever is started by hand stays, wherever the application stands"
    assert "nobody called Zed" in await shop.ask("start Zed 1020")
    assert "is not mapped" in await shop.ask(f"start {who['resourceId']} 1021")


async def test_who_was_screened_before_is_offered_to_start_again(shop: Shop) -> None:
    s = await shop.screened()
    said = await shop.ask(f"start {s.candidate.id} 1020")
    assert "Start again?" in said
    button = shop.slack.replies[-1]["blocks"][-1]["elements"][0]
    await shop.click(button["action_id"], button["value"])
    assert "will be texted" in shop.said()


async def test_a_paused_job_begins_nothing_until_it_goes_on(shop: Shop) -> None:
    assert "Job 1020 is paused" in await shop.ask("pause 1020")
    who = shop.arrive()
    await shop.turn()
    shop.move(who)
    await shop.turn()
    assert shop.sent() == []
    assert "job 1020 is paused" in await shop.ask(f"why {who['resourceId']}")
    assert "Job 1020 is paused" in await shop.ask("status")
    assert "goes on" in await shop.ask("resume 1020")
    await shop.turn(10)
    assert len(shop.sent()) == 1
    assert "is not mapped" in await shop.ask("pause 1021")


async def test_stopping_needs_an_open_screening(shop: Shop) -> None:
    s = await shop.screened()
    assert "is not an open screening" in await shop.ask(f"stop {s.id}")
    assert "is not an open screening" in await shop.ask("stop GR-NONE")


@pytest.mark.parametrize(("status", "reason"), [("Applied", "only Interview › Phone Screen is screened")])
async def test_why_tells_where_somebody_stands_who_was_never_begun(shop: Shop, status: str, reason: str) -> None:
    who = shop.arrive(status=status)
    await shop.turn()
    assert reason in await shop.ask(f"why {who['resourceId']}")
    assert "nothing is known" in await shop.ask("why Nobody")


async def test_why_tells_of_those_who_were_there_before_the_mapping(empty_shop: Shop) -> None:
    shop = empty_shop
    who = shop.arrive(status="Phone Screen")
    await shop.submit(
        "connect", access_token=KEYS.access_token, region={"selected_option": {"value": "us"}}, api_version="1"
    )
    await shop.ask('map 1020 agent=dockhand stage="Phone Screen"')
    await shop.turn()
    assert "before it was mapped; `backfill 1020` takes them" in await shop.ask(f"why {who['resourceId']}")


async def test_why_finds_people_by_name_and_phone_and_tells_of_opt_outs(shop: Shop) -> None:
    s = await shop.screened()
    await shop.ask(f"optout {s.candidate.phone} reason=letter")
    for asked in (s.candidate.phone, "ana alder", str(s.candidate.id)):
        said = await shop.ask(f"why {asked}")
        assert "Ana Alder, job 1020" in said
        assert "opted out of texts: recorded by" in said


async def test_strangers_learn_nothing(shop: Shop) -> None:
    s = await shop.screened()
    shop.slack.answers["users.info"] = {"user": {"id": "U9", "is_restricted": True}}
    for asked in (f"why {s.candidate.id}", "candidates", f"optout {s.candidate.phone} reason=x", f"result {s.id}"):
        assert "Ana" not in await shop.ask(asked, user="U0STRANGER")


async def test_settings_show_values_and_where_they_come_from_but_no_secret(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GREENROOM_BRAND", "Acme")
    said = await shop.ask("settings", user=PLAIN)
    assert "`GREENROOM_BRAND`: Acme (environment)" in said
    assert "`GREENROOM_SURGE`: 25 (default)" in said
    assert "`TWILIO_AUTH_TOKEN`: set" in said
    assert KEYS.auth_token not in said
    assert "xoxb-1" not in said


async def test_doctor_names_what_is_to_be_mended(shop: Shop) -> None:
    assert "To mend" not in await shop.ask("doctor")
    shop.outside.tracker.keys = type(KEYS)(sandbox_url=KEYS.sandbox_url, access_token="other" * 8)
    shop.outside.tracker.tokens.clear()
    assert "To mend · Tracker" in await shop.ask("doctor")


async def test_erasing_takes_a_name_a_phone_or_an_id_and_offers_several(shop: Shop) -> None:
    s = await shop.screened(first="Zoe", last="Zimmer")
    for words in ("Nobody Known", "no 7 such", ""):
        await shop.click("erase_confirm", words)
        assert "Erased" not in shop.said()
    shop.arrive("Zoe", "Zander")
    await shop.click("erase_confirm", "Zoe")
    assert "Several answer to Zoe; type the id:" in shop.said()
    assert f"greenroom export {s.candidate.id}`" in await shop.ask("export Zoe Zimmer")
    for typed in ("(312) 555-01" + s.candidate.phone[-2:], s.candidate.phone[2:]):
        assert f"greenroom export {s.candidate.phone}`" in await shop.ask(f"export {typed}")
    await shop.click("erase_confirm", "Zoe Zimmer")
    assert "Erased" in shop.said()
    assert await shop.service.store.read(lambda t: shop.records(t).screening(s.id)) is None
