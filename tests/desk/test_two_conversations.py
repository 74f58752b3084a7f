"""One phone, two screenings: what was written to the one that is over must not stand in the way of the one that runs."""

from datetime import timedelta

from screening import screener
from screening.screener import InboundText
from screening.screening import Status
from tests.desk.conftest import Shop


async def test_a_late_change_of_mind_is_told_to_a_recruiter_where_another_screening_has_begun_since(shop: Shop) -> None:
    ended = await shop.screened("sorry, I am not interested any more")
    assert ended.status is Status.NOT_INTERESTED
    mind = InboundText(sid="SMmind", phone=ended.candidate.phone, text="actually I am interested", at=shop.clock())
    await shop.service.store.run(lambda t: screener.hear(shop.records(t), mind, 6000, "Acme"))
    begun = ended.having(id="GR-SECOND", status=Status.IN_PROGRESS, messages=(), settle_at=None)
    await shop.service.store.run(lambda t: shop.records(t).begin(begun))
    shop.clock.at += timedelta(seconds=7)

    await shop.turn(3)

    old, new = await shop.service.store.read(lambda t: [shop.records(t).screening(id) for id in (ended.id, begun.id)])
    assert old is not None and new is not None
    assert (old.status, old.due, old.waiting()) == (Status.NOT_INTERESTED, None, ())
    assert new.open and not new.messages  # what was written before its first question is no answer to it
    assert shop.posts(f"now in {begun.id}, wrote about this one: actually I am interested")


async def test_a_late_correction_still_counts_where_it_was_meant(shop: Shop) -> None:
    done = await shop.screened("yes", "6")
    late = InboundText(sid="SMlate", phone=done.candidate.phone, text="sorry I meant 8 years", at=shop.clock())
    await shop.service.store.run(lambda t: screener.hear(shop.records(t), late, 6000, "Acme"))
    begun = done.having(id="GR-SECOND", status=Status.IN_PROGRESS, messages=(), answers=(), settle_at=None)
    await shop.service.store.run(lambda t: shop.records(t).begin(begun))
    shop.clock.at += timedelta(seconds=7)

    await shop.turn(3)

    old = await shop.service.store.read(lambda t: shop.records(t).screening(done.id))
    assert old is not None and old.status is Status.COMPLETED
    assert [a.quote for a in old.answers if a.question == "years"] == ["8"]
