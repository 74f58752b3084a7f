"""Importing jobs: drafts only, once each."""

from tests.desk.conftest import Shop
from tests.slack.fake_slack import PLAIN


async def test_import_all_drafts_one_agent_per_active_unmapped_job_and_none_the_second_time(shop: Shop) -> None:
    said = await shop.ask("import all")
    assert said.startswith("11 imported")
    assert "seasonal" not in said.lower()
    listed = await shop.ask("mappings")
    assert "1024 *Line cook* → line-cook-1024 (a draft" in listed
    assert "1020" in listed
    assert (await shop.ask("import all")).startswith("0 imported")


async def test_nobody_is_texted_for_a_draft(shop: Shop) -> None:
    await shop.ask("import all")
    who = shop.arrive(job=1024)
    await shop.turn()
    shop.move(who)
    await shop.turn()
    assert shop.sent() == []
    assert "is a draft: publish it first" in await shop.ask('map 1024 agent=line-cook-1024 stage="Phone Screen"')


async def test_chosen_jobs_are_imported_by_the_form(shop: Shop) -> None:
    await shop.ask("import")
    assert shop.slack.called("views.open")[-1]["view"]["callback_id"] == "import"
    chosen = {"selected_options": [{"value": "1024"}, {"value": "1025"}, {"value": "1012"}]}
    await shop.submit("import", jobs=chosen, user=PLAIN)
    assert "2 imported" in shop.said()
    assert "9 imported" in await shop.ask("import all")


async def test_an_import_that_breaks_off_is_taken_up_again(shop: Shop) -> None:
    shop.outside.tracker.faults.extend([{"status": 200, "body": "[]"}, {"status": 400}])
    said = await shop.ask("import all")
    assert "Not everything was imported" in said or "0 imported" in said
    shop.outside.tracker.faults.clear()
    assert "imported" in await shop.ask("import all")
    assert (await shop.ask("import all")).startswith("0 imported")
