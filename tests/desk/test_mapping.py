"""Mapping: what is refused, and what it says."""

import pytest

from tests.desk.conftest import Shop
from tests.slack.fake_slack import PLAIN

MAP = 'map 1021 agent=dockhand stage="Phone Screen"'


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
