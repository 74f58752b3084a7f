"""Whatever holds or drops a text, `why` says it in one sentence, once."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.storage.repositories import Repositories
from screening.duties.release import DAY
from tests.desk.conftest import Shop

Doing = Callable[[Repositories, Shop], object]


def opted_out(records: Repositories, shop: Shop) -> None:
    records.opt_out("+13125550100", "a recruiter said so", shop.clock())


def ended(records: Repositories, shop: Shop) -> None:
    for row in records.tables["screenings"].all():
        data = {**row["data"], "status": "expired"}
        records.tables["screenings"].update({"data": data, "status": "expired"}, doc_ids=[row.doc_id])


def taken_over(records: Repositories, shop: Shop) -> None:
    for row in records.tables["screenings"].all():
        records.tables["screenings"].update({"data": {**row["data"], "taken_over": True}}, doc_ids=[row.doc_id])


def paused(records: Repositories, shop: Shop) -> None:
    records.set_value("pause", on=True)


def capped(records: Repositories, shop: Shop) -> None:
    for row in records.tables["screenings"].all():
        for n in range(3):
            sent = {"phone": row["phone"], "at": shop.clock() - 4_000_000 - n, "started": True, "kind": "remind"}
            records.tables["sent"].insert(sent)


def budget_spent(records: Repositories, shop: Shop) -> None:
    records.set_value("started-today", day=shop.clock() // DAY, count=10_000)


def night(records: Repositories, shop: Shop) -> None:
    shop.clock.at += timedelta(hours=14)


SITUATIONS: dict[str, tuple[Doing, str]] = {
    "opted_out": (opted_out, "this number opted out of our texts"),
    "ended": (ended, "the screening had ended before the text went out"),
    "taken_over": (taken_over, "a recruiter has taken the conversation over"),
    "paused": (paused, "everything is paused"),
    "cap": (capped, "at most 3 texts that we start in 24 hours"),
    "daily_budget": (budget_spent, "GREENROOM_DAILY_TEXTS is reached"),
    "quiet_hours": (night, "quiet hours"),
}


@pytest.fixture
def more() -> dict[str, str]:
    return {"GREENROOM_WINDOW": "08:00-20:00"}


@pytest.mark.parametrize("code", sorted(SITUATIONS))
async def test_a_text_that_does_not_go_out_is_one_sentence_in_why(shop: Shop, code: str) -> None:
    happen, sentence = SITUATIONS[code]
    who = shop.arrive()
    await shop.turn()
    await shop.service.store.run(lambda t: paused(shop.records(t), shop))
    shop.move(who)
    await shop.turn()
    s = await shop.screening_of(who)
    assert s.messages, "the first text waits"
    await shop.service.store.run(lambda t: shop.records(t).set_value("pause", on=False))
    await shop.service.store.run(lambda t: happen(shop.records(t), shop))
    shop.clock.at += timedelta(seconds=6)
    await shop.turn()
    assert shop.sent() == []
    rows = await shop.service.store.read(lambda t: [r for r in t["outbox"].find(screening=s.id) if r["way"] == "sms"])
    assert {r["code"] for r in rows} == {code}, [(r["code"], r["reason"], r["state"]) for r in rows]
    said = await shop.ask(f"why {who['resourceId']}")
    assert said.count(sentence) == 1, said
