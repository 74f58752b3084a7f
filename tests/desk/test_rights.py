"""WHY, DATA, DELETE and AGAIN by text: each has an answer that a candidate understands, and an effect."""

import re
from datetime import timedelta
from typing import Any

from bot.subjects.erase import hold
from screening import screener
from screening.screener import InboundText
from screening.screening import Status
from tests.desk.conftest import Shop

HOUR = timedelta(hours=1)


async def asked(shop: Shop) -> Any:
    """Somebody who stands before the first question."""
    who = shop.arrive()
    await shop.turn()
    shop.move(who)
    await shop.turn()
    return who


async def rows(shop: Shop) -> str:
    """Everything in the store but Tracker's snapshot, as text."""
    names = ("screenings", "texts", "outbox", "notes", "queue", "consents", "events", "values", "links", "uses", "sent")
    return await shop.service.store.read(lambda t: repr([(n, [dict(r) for r in t[n].all()]) for n in names]))


def link_in(text: str) -> str:
    found = re.search(r"https://bot\.example\.com(/d/\S+)", text)
    assert found, text
    return found[1]


async def test_why_before_an_answer_says_what_the_questions_are_for_and_puts_the_question_again(shop: Shop) -> None:
    who = await asked(shop)
    await shop.text(who, "Why?")
    assert "A recruiter reads the answers and decides" in shop.sent()[-1]
    assert shop.sent()[-1].endswith("Do you hold a valid forklift licence?")
    await shop.text(who, "yes")
    assert "How many years" in shop.sent()[-1]


async def test_why_after_the_end_says_what_was_noted_and_who_decides(shop: Shop) -> None:
    s = await shop.screened("yes", "6")
    await shop.text({"resourceId": s.candidate.id, "opportunityId": 1020}, "WHY")
    assert "Licence: yes, years: 6" in shop.sent()[-1]
    assert "a recruiter" in shop.sent()[-1].lower()


async def test_why_after_a_must_have_was_not_met_names_that_answer_alone(shop: Shop) -> None:
    s = await shop.screened("no")
    assert s.status is Status.KNOCKED_OUT
    await shop.text({"resourceId": s.candidate.id, "opportunityId": 1020}, "por qué?")
    assert "Licence: no." in shop.sent()[-1]


async def test_data_is_a_link_to_a_page_of_their_own_data_and_to_nobody_elses(shop: Shop) -> None:
    other = await shop.screened("yes", "9", first="Bo", last="Birch")
    s = await shop.screened("yes", "6")
    who = {"resourceId": s.candidate.id, "opportunityId": 1020}
    await shop.text(who, "DATA")
    path = link_in(shop.sent()[-1])
    page = await shop.http.get(path)
    assert page.status_code == 200
    assert "Ana Alder" in page.text
    assert "noindex" in page.headers["x-robots-tag"]
    assert other.candidate.phone not in page.text
    held = (await shop.http.get(f"{path}/data.json")).json()
    assert held["screenings"][0]["answers"][0]["quote"] == "yes"
    assert held["consents"][0]["source"] == "application"
    assert [link for link in (await rows(shop)).split("'") if link.startswith("https://bot.example.com/d/")] == []


async def test_a_data_link_that_was_altered_or_is_old_opens_nothing(shop: Shop) -> None:
    s = await shop.screened("yes", "6")
    await shop.text({"resourceId": s.candidate.id, "opportunityId": 1020}, "my data")
    path = link_in(shop.sent()[-1])
    for bad in (path[:-1], f"{path}x", "/d/GR-1.9999999999.sig", "/d/..%2F..%2Fetc", f"/d/{'A' * 5000}", "/d/%00"):
        assert (await shop.http.get(bad)).status_code == 404, bad
    shop.clock.at += timedelta(days=8)
    gone = await shop.http.get(path)
    assert gone.status_code == 410
    assert "Ana" not in gone.text


async def test_a_number_nobody_knows_gets_no_data_and_erases_nothing(shop: Shop) -> None:
    s = await shop.screened("yes", "6")
    for n, words in enumerate(("DATA", "DELETE", "DELETE", "WHY")):
        text = InboundText(sid=f"SMX{n}", phone="+13125559999", text=words, at=shop.clock())
        await shop.service.store.run(lambda t, x=text: screener.hear(shop.records(t), x, 0, "Acme"))
        await shop.turn(2)
    assert "/d/" not in "".join(shop.sent())
    assert await shop.service.store.read(lambda t: shop.records(t).screening(s.id))


async def test_delete_is_confirmed_and_then_nothing_is_left_but_the_wish_to_be_left_alone(shop: Shop) -> None:
    s = await shop.screened("yes", "6")
    who, phone = {"resourceId": s.candidate.id, "opportunityId": 1020}, s.candidate.phone
    await shop.text(who, "DELETE")
    assert "reply DELETE once more" in shop.sent()[-1]
    assert await shop.service.store.read(lambda t: shop.records(t).screening(s.id)), "nothing happens yet"
    await shop.text(who, "delete")
    assert "now erases" in shop.sent()[-1]
    shop.clock.at += timedelta(minutes=2)
    await shop.turn(6)
    held = await rows(shop)
    for trace in ("Ana", "Alder", phone, phone[2:]):
        assert trace not in held, trace
    assert await shop.service.store.read(lambda t: shop.records(t).opted_out(phone))
    told = [c.args["text"] for c in shop.slack.calls if c.method == "chat.postMessage" and s.id in c.args["text"]]
    assert any("erased, as the candidate asked" in text for text in told)
    assert "Ana" not in told[-1]


async def test_a_delete_with_other_words_between_or_a_day_later_is_asked_to_be_confirmed_again(shop: Shop) -> None:
    who = await asked(shop)
    await shop.text(who, "DELETE", "yes", "DELETE")
    s = await shop.screening_of(who)
    assert s.open
    assert "DELETE once more" in shop.sent()[-1]
    shop.clock.at += 25 * HOUR
    await shop.text(who, "DELETE")
    assert (await shop.screening_of(who)).open
    assert "DELETE within 24 hours" in shop.sent()[-1]


async def test_a_legal_hold_keeps_what_the_candidate_wants_erased_and_a_recruiter_is_told(shop: Shop) -> None:
    s = await shop.screened("yes", "6")
    who = {"resourceId": s.candidate.id, "opportunityId": 1020}
    await shop.service.store.run(lambda t: hold(shop.records(t), s.candidate.id, "case 7", shop.clock()))
    await shop.text(who, "DELETE", "DELETE")
    shop.clock.at += timedelta(minutes=2)
    await shop.turn(6)
    assert await shop.service.store.read(lambda t: shop.records(t).screening(s.id))
    assert shop.posts("legal hold .case 7.")


async def test_somebody_held_under_another_number_too_is_not_erased_from_one_of_them(shop: Shop) -> None:
    s = await shop.screened("yes", "6")
    who = {"resourceId": s.candidate.id, "opportunityId": 1020}

    def moved(tables: Any) -> None:
        row = dict(tables["screenings"].first(gr=s.id))
        data = {**row["data"], "id": "GR-OLD0000001"}
        old = {**row, "gr": "GR-OLD0000001", "phone": "+13125550999", "open_phone": None, "job": 9, "data": data}
        tables["screenings"].insert(old)

    await shop.service.store.run(moved)
    await shop.text(who, "DELETE", "DELETE")
    shop.clock.at += timedelta(minutes=2)
    await shop.turn(6)
    assert await shop.service.store.read(lambda t: shop.records(t).screening(s.id))
    assert shop.posts("make sure who asks")


async def test_again_repeats_the_question_and_after_the_end_asks_the_recruiter(shop: Shop) -> None:
    who = await asked(shop)
    await shop.text(who, "again")
    assert shop.sent()[-1].endswith("Do you hold a valid forklift licence?")
    await shop.text(who, "yes", "6", "AGAIN")
    assert "asked a recruiter" in shop.sent()[-1]
    assert shop.posts(f"start {who['resourceId']} 1020")


async def test_who_gets_no_texts_any_more_still_has_the_right_told_to_a_recruiter(shop: Shop) -> None:
    who = await asked(shop)
    await shop.text(who, "STOP")
    before = shop.sent()
    await shop.text(who, "DELETE")
    assert shop.sent() == before
    assert shop.posts("who gets no texts any more, asks for their data to be erased")


async def test_a_wish_to_be_left_alone_that_asks_for_erasure_stops_at_once_and_a_recruiter_erases(shop: Shop) -> None:
    who = await asked(shop)
    await shop.text(who, "please delete my data and stop texting me")
    s = await shop.screening_of(who)
    assert s.status is Status.OPTED_OUT
    assert shop.posts("asks for their data to be erased")
