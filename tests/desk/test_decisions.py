"""Decisions: a human decides, named, once, and Tracker hears of it."""

from tests.desk.conftest import Shop


async def test_a_screening_ends_in_a_card(shop: Shop) -> None:
    s = await shop.screened()
    assert s.status == "completed"
    assert "100/100" in shop.card(s)["text"]
