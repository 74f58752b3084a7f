"""A decision against the recommendation keeps what the machine said and what the person did, and why."""

from typing import Any

from tests.desk.conftest import Shop
from tests.slack.conftest import chosen
from tests.slack.fake_slack import ADMIN


async def audit(shop: Shop, id: str) -> list[dict[str, Any]]:
    rows = await shop.service.store.read(lambda t: t["events"].find(screening=id))
    return [r["payload"] for r in sorted(rows, key=lambda r: r["number"])]


async def test_a_decision_against_the_recommendation_keeps_both_values_and_its_reason(shop: Shop) -> None:
    s = await shop.screened("no")
    await shop.click("advance", f"{s.id}:1")
    assert f"against the recommendation (Not a match, 0/100): please say why, `reason {s.id}" in shop.said()
    await shop.turn()
    assert "against the recommendation (Not a match, 0/100)" in shop.card(s)["text"]
    assert "is kept with the decision" in await shop.ask(f"reason {s.id} licence comes in May")
    await shop.turn()
    card = shop.card(s)["text"]
    assert "against the recommendation (Not a match, 0/100)" in card
    assert f"reason from <@{ADMIN}>: licence comes in May" in card
    decided, reason = (await audit(shop, s.id))[-2:]
    assert (decided["what"], decided["recommended"], decided["score"], decided["against"]) == (
        "Advanced",
        "Not a match",
        0,
        True,
    )
    assert (reason["what"], reason["actor"], reason["recommended"]) == ("Reason", ADMIN, "Not a match, 0/100")
    assert reason["note"].startswith("licence comes in May")
    assert any("licence comes in May" in str(a) for a in shop.tenant.activities)


async def test_a_rejection_of_somebody_recommended_keeps_the_note_as_its_reason(shop: Shop) -> None:
    s = await shop.screened()
    await shop.click("reject", f"{s.id}:1")
    kept = shop.slack.called("views.update")[-1]["view"]["private_metadata"]
    await shop.submit("reject", kept=kept, status=chosen("status:11"), note="hired elsewhere")
    await shop.turn()
    assert "against the recommendation (Advance, 100/100): hired elsewhere" in shop.card(s)["text"]
    assert "please say why" not in shop.said()
    assert (await audit(shop, s.id))[-1]["note"] == "hired elsewhere"


async def test_a_decision_that_follows_the_recommendation_asks_for_no_reason(shop: Shop) -> None:
    s = await shop.screened()
    await shop.click("advance", f"{s.id}:1")
    await shop.turn()
    assert "against the recommendation" not in shop.card(s)["text"] + shop.said()
    assert (await audit(shop, s.id))[-1]["against"] is False


async def test_a_reason_needs_a_decision_and_words(shop: Shop) -> None:
    s = await shop.screened()
    assert "Nothing was decided" in await shop.ask(f"reason {s.id} because")
    assert "Give the reason in words" in await shop.ask(f"reason {s.id}")


async def test_a_recruiter_gets_the_letter_of_whoever_was_not_advanced(shop: Shop) -> None:
    s = await shop.screened("no")
    said = await shop.ask(f"letter {s.id}")
    assert "Nobody has gone on with your application so far" in said
    assert "Do you hold a valid forklift licence?" in said
    await shop.click("advance", f"{s.id}:1")
    assert "is for those who were not" in await shop.ask(f"letter {s.id}")
