"""Mapping: what is refused, and what it says."""

import pytest

from tests.desk.conftest import Shop
from tests.slack.fake_slack import PLAIN

MAP = 'map 1021 agent=dockhand stage="Phone Screen"'
REMAP = 'map 1020 agent=dockhand stage="Phone Screen" advance=status:6'


async def test_an_advance_that_tracker_does_not_know_is_refused_when_it_is_mapped(shop: Shop) -> None:
    assert "advance names no status of Tracker" in await shop.ask(f'{MAP} advance="Moon landing"')
    assert "Whoever reaches it" in await shop.ask(f"{MAP} advance=status:6")


async def test_a_mapping_is_not_taken_away_by_somebody_from_another_channel(shop: Shop) -> None:
    shop.slack.members["C0OTHER"] = [PLAIN]
    shop.slack.members["C0HIRING"] = ["U0ADMIN"]
    said = await shop.ask('map 1020 agent=dockhand stage="Offer Made"', user=PLAIN, channel="C0OTHER")
    assert "Only members of the job's channel" in said
    assert "Phone Screen" in await shop.ask("mappings")


async def test_a_closed_job_is_told_when_it_is_mapped(shop: Shop) -> None:
    assert "closed in Tracker: nobody is texted" in await shop.ask('map 1012 agent=dockhand stage="Phone Screen"')


async def test_a_draft_is_dropped_by_unmap_and_offered_again(shop: Shop) -> None:
    await shop.ask("import all")
    assert "The draft of job 1024 is dropped" in await shop.ask("unmap 1024")
    assert "1024" not in await shop.ask("mappings")
    assert (await shop.ask("import all")).startswith("1 imported")


@pytest.mark.parametrize("in_flight", ["finish", "stop"])
async def test_unmapping_stops_new_ones_and_says_what_becomes_of_the_others(shop: Shop, in_flight: str) -> None:
    who = shop.arrive()
    await shop.turn()
    shop.move(who)
    await shop.turn()
    said = await shop.ask(f"unmap 1020 in_flight={in_flight}")
    assert ("1 open conversations were stopped" in said) is (in_flight == "stop")
    assert (await shop.screening_of(who)).open is (in_flight == "finish")


async def button(shop: Shop, action: str) -> str:
    """The value of the button of that name in the last answer."""
    answers = [*shop.slack.replies, *(c for c in shop.slack.called("chat.postEphemeral"))]
    found = [e for a in answers for block in a.get("blocks") or [] for e in block.get("elements", [])]
    return str(next(e["value"] for e in reversed(found) if e.get("action_id") == action))


async def test_a_mapping_is_undone_and_the_one_before_is_again(shop: Shop) -> None:
    await shop.ask("map 1020 agent=dockhand stage=Interview channel=<#C0OTHER|other> advance=status:6 write_back=off")
    await shop.click("map_undo", await button(shop, "map_undo"))
    listed = await shop.ask("mappings")
    assert "trigger Interview › Phone Screen, <#C0HIRING>" in listed
    assert "C0OTHER" not in listed


async def test_a_first_mapping_is_undone_and_the_job_is_no_longer_screened(shop: Shop) -> None:
    await shop.ask(MAP)
    value = await button(shop, "map_undo")
    await shop.click("map_undo", value)
    assert "Undone: job 1021 is not mapped" in shop.said()
    assert "1021" not in await shop.ask("mappings")
    await shop.click("map_undo", value)
    assert "was changed since" in shop.said()


async def test_undoing_an_older_mapping_or_somebody_elses_is_refused(shop: Shop) -> None:
    await shop.ask(MAP)
    value = await button(shop, "map_undo")
    await shop.ask('map 1021 agent=dockhand stage="Offer Made"')
    await shop.click("map_undo", value)
    assert "was changed since" in shop.said()
    shop.slack.members["C0HIRING"] = ["U0ADMIN"]
    await shop.click("map_undo", await button(shop, "map_undo"), user=PLAIN)
    assert "Only members of the job's channel" in shop.said()
    assert "Offer Made" in await shop.ask("mappings")


async def test_a_mapping_of_an_imported_job_that_is_undone_is_a_draft_again(shop: Shop) -> None:
    await shop.ask("import all")
    await shop.ask('map 1024 agent=dockhand stage="Phone Screen"')
    await shop.click("map_undo", await button(shop, "map_undo"))
    assert "(a draft" in next(line for line in (await shop.ask("mappings")).split("\n") if "1024" in line)


async def test_a_job_is_paused_and_resumed_from_the_answer(shop: Shop) -> None:
    await shop.ask(MAP)
    await shop.click("map_pause", await button(shop, "map_pause"))
    assert "1021 is paused" in shop.said()
    assert "(paused)" in await shop.ask("mappings")
    await shop.click("map_resume", await button(shop, "map_resume"))
    assert "(paused)" not in await shop.ask("mappings")
    await shop.click("map_pause", "")
    assert "Everything is paused" not in await shop.ask("status")


async def test_an_address_of_another_region_is_pointed_out(shop: Shop) -> None:
    words = "agent=dockhand stage=Interview"
    for host, warned in (("evoca", True), ("evous", False), ("EVOGL", True), ("evouk", False)):
        said = await shop.ask(f"map <https://{host}.tracker-rms.com/Opportunity/Details/1021> {words}")
        assert "Whoever reaches it" in said
        assert ("Look again" in said) is warned, said


async def screened(shop: Shop) -> list[int]:
    """The candidates who are being screened."""
    return await shop.service.store.read(lambda t: [row["candidate"] for row in t["screenings"].all()])


@pytest.mark.parametrize("again", ["map 1020 agent=dockhand stage=Interview write_back=off", REMAP])
async def test_who_reached_the_stage_just_before_the_job_is_mapped_again_is_screened(shop: Shop, again: str) -> None:
    came = shop.arrive()
    await shop.turn()
    shop.move(came)
    said = await shop.ask(again)
    assert "Whoever reaches it from now on is texted." in said
    assert "stand there already" not in said
    await shop.turn()
    assert await screened(shop) == [came["resourceId"]]


async def test_who_stands_at_a_stage_that_is_newly_mapped_is_not_screened_and_counted(shop: Shop) -> None:
    stood = shop.arrive()
    await shop.turn()
    shop.move(stood, "Offer Made")
    assert "1 people stand there already" in await shop.ask('map 1020 agent=dockhand stage="Offer Made"')
    await shop.turn()
    assert await screened(shop) == []
