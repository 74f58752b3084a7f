"""A job in New York City is screened by questions alone until its notice and its audit count."""

from tests.desk.conftest import Shop
from tests.slack.fake_slack import PLAIN


async def test_a_job_in_new_york_is_asked_about_and_not_scored_until_notice_and_audit_count(shop: Shop) -> None:
    assert "Only admins" in await shop.ask("nyc 1020", user=PLAIN)
    assert "nothing is scored: no bias audit is recorded" in await shop.ask("nyc 1020")
    s = await shop.screened("no", "6")
    assert (s.status, len(s.answers)) == ("completed", 2), "a must-have ends nothing, every question is asked"
    assert "/100" not in shop.card(s)["text"]
    assert "completed, not scored: no bias audit is recorded (Local Law 144)" in shop.card(s)["text"]
    assert "Not met" not in shop.card(s)["text"]
    assert "Not a match" not in str(shop.card(s)["blocks"])
    assert not any("/100" in str(a) for a in shop.tenant.activities)
    said = await shop.ask("nyc 1020 notice=2026-05-01 audit=2026-03-31")
    assert "screenings that begin now are scored" in said
    other = await shop.screened("yes", "6", first="Bo", last="Birch")
    assert "100/100" in shop.card(other)["text"]
    assert "in the future" in await shop.ask("nyc 1020 audit=2027-01-01")
    assert "days like" in await shop.ask("nyc 1020 audit=yesterday")
    assert "no longer marked" in await shop.ask("nyc 1020 off")
