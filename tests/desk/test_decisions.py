"""Decisions: a human decides, named, once, and Tracker hears of it."""

import json

import pytest

from bot.storage.store import Tables
from tests.desk.conftest import Shop
from tests.slack.conftest import chosen
from tests.slack.fake_slack import ADMIN, PLAIN


def ids(message: dict[str, object]) -> set[str]:
    blocks = message["blocks"]
    assert isinstance(blocks, list)
    return {e["action_id"] for block in blocks for e in block.get("elements", []) if "action_id" in e}


DECIDING = {"advance", "reject", "hold", "ask_again"}


async def test_a_screening_ends_in_a_card_with_buttons(shop: Shop) -> None:
    s = await shop.screened()
    assert s.status == "completed"
    assert "100/100" in shop.card(s)["text"]
    assert "Met: Do you hold a valid forklift licence?" in shop.card(s)["text"]
    assert "Strength (Licence): “yes”" in shop.card(s)["text"]
    assert ids(shop.card(s)) > DECIDING


async def test_advance_moves_the_stage_once_and_names_who_and_when(shop: Shop) -> None:
    s = await shop.screened()
    for _ in range(3):
        await shop.click("advance", f"{s.id}:1")
    await shop.turn()
    moves = [m for m in shop.tenant.moves if m["by"] != "people"]
    assert [m["status"] for m in moves] == ["First Interview"]
    assert f"Advanced by <@{ADMIN}>, <!date^" in shop.card(s)["text"]
    assert not ids(shop.card(s)) & DECIDING


async def test_a_second_click_by_somebody_else_is_told_who_was_first(shop: Shop) -> None:
    s = await shop.screened()
    await shop.click("advance", f"{s.id}:1")
    await shop.click("hold", f"{s.id}:1", user=PLAIN)
    assert f"Already done: Advanced by <@{ADMIN}>" in shop.said()


async def test_reject_takes_a_status_and_a_note_into_tracker(shop: Shop) -> None:
    s = await shop.screened("no")
    assert s.status == "knocked_out"
    await shop.click("reject", f"{s.id}:1")
    kept = shop.slack.called("views.update")[-1]["view"]["private_metadata"]
    await shop.submit("reject", kept=kept, status=chosen("status:11"), note="no licence <!channel>")
    await shop.turn()
    assert [m["status"] for m in shop.tenant.moves if m["by"] != "people"] == ["Declined"]
    note = [a for a in shop.tenant.activities if "no licence <!channel>" in str(a)]
    assert len(note) == 1
    assert "no licence &lt;!channel&gt;" in shop.card(s)["text"]


async def test_on_hold_can_still_be_decided_on(shop: Shop) -> None:
    s = await shop.screened()
    await shop.click("hold", f"{s.id}:1")
    await shop.turn()
    assert f"On hold by <@{ADMIN}>" in shop.card(s)["text"]
    assert ids(shop.card(s)) & DECIDING == {"advance", "reject", "ask_again"}
    await shop.click("advance", f"{s.id}:1", user=PLAIN)
    await shop.turn()
    assert f"Advanced by <@{PLAIN}>" in shop.card(s)["text"]


async def test_nobody_from_outside_the_channel_decides(shop: Shop) -> None:
    s = await shop.screened()
    for action in ("advance", "hold", "report", "push", "take_over", "hand_back"):
        await shop.click(action, f"{s.id}:1", user="U0STRANGER")
    await shop.submit("reject", kept=json.dumps([s.id, 1, "C0HIRING"]), user="U0STRANGER", status=chosen("status:11"))
    await shop.submit("ask_again", kept=json.dumps([s.id, 1, "C0HIRING"]), user="U0STRANGER", question=chosen("years"))
    await shop.turn()
    assert shop.said().count("Only members of the job's channel may do this.") == 8
    assert [m for m in shop.tenant.moves if m["by"] != "people"] == []
    assert (await shop.service.store.read(lambda t: shop.records(t).screening(s.id))) == s


async def test_a_move_that_tracker_refuses_takes_the_decision_back(shop: Shop) -> None:
    s = await shop.screened()
    quirks = shop.tenant.quirks
    quirks.rest_stage_move = False
    shop.tenant.applications.pop(s.application)
    await shop.click("advance", f"{s.id}:1")
    await shop.turn()
    assert ids(shop.card(s)) > DECIDING
    assert shop.posts("Advanced was not done in Tracker, so it is taken back")


async def test_nothing_is_decided_while_tracker_does_not_answer(shop: Shop) -> None:
    s = await shop.screened()
    shop.outside.tracker.faults.extend({"status": 500} for _ in range(20))
    await shop.submit("reject", kept=json.dumps([s.id, 1, "C0HIRING"]), status=chosen("status:11"))
    assert "Nothing was decided" in shop.said()
    shop.outside.tracker.faults.clear()
    assert ids(shop.card(s)) > DECIDING


async def test_an_unknown_status_decides_nothing(shop: Shop) -> None:
    s = await shop.screened()
    await shop.submit("advance", kept=json.dumps([s.id, 1, "C0HIRING"]), status=chosen("status:999"))
    assert "Tracker has no status" in shop.said()


async def test_a_question_asked_again_goes_out_by_text_and_gives_a_new_revision(shop: Shop) -> None:
    s = await shop.screened("yes", "2")
    assert shop.sent()[-1].startswith("Thanks")
    await shop.submit("ask_again", kept=json.dumps([s.id, 1, "C0HIRING"]), question=chosen("years"))
    await shop.turn()
    assert "How many years have you driven a forklift?" in shop.sent()[-1]
    assert f"Asked again by <@{ADMIN}>" in shop.card(s)["text"]
    assert not ids(shop.card(s)) & DECIDING
    who = shop.tenant.applications[s.application]
    await shop.text(who, "10 years")
    card = shop.card(s)
    assert "revision 2" in card["text"]
    assert ids(card) > DECIDING
    await shop.click("advance", f"{s.id}:1")
    assert "This card shows revision 1; revision 2 is the one to decide on." in shop.said()
    titles = [f["files"][0]["title"] for f in shop.slack.called("files.completeUploadExternal")]
    assert titles[-1].endswith("revision 2, replaces 1")


async def test_a_decided_result_is_not_asked_again(shop: Shop) -> None:
    s = await shop.screened()
    await shop.click("advance", f"{s.id}:1")
    await shop.submit("ask_again", kept=json.dumps([s.id, 1, "C0HIRING"]), question=chosen("years"))
    assert "Already done: Advanced" in shop.said()


async def test_whoever_opted_out_is_not_asked_again(shop: Shop) -> None:
    s = await shop.screened()
    await shop.ask(f"optout {s.candidate.phone} reason=asked")
    await shop.submit("ask_again", kept=json.dumps([s.id, 1, "C0HIRING"]), question=chosen("years"))
    assert "opted out of texts" in shop.said()


async def test_the_report_is_found_and_a_lost_one_sent_again(shop: Shop) -> None:
    s = await shop.screened()
    await shop.click("report", f"{s.id}:1")
    assert "is in the thread of the result" in shop.said()
    await shop.service.store.run(
        lambda t: t["outbox"].update(
            {"state": "parked"}, doc_ids=[r.doc_id for r in t["outbox"].find(screening=s.id) if r["way"] == "pdf"]
        )
    )
    uploads = len(shop.slack.called("files.completeUploadExternal"))
    await shop.click("report", f"{s.id}:1")
    await shop.turn()
    assert len(shop.slack.called("files.completeUploadExternal")) == uploads + 1


async def test_result_shows_the_card_again_and_adds_a_recording(shop: Shop) -> None:
    s = await shop.screened()
    await shop.ask(f"result {s.id.lower()}")
    assert ids(shop.slack.replies[-1]) > DECIDING
    assert "is added" in await shop.ask(f"result {s.id} link=https://video.example.com/abc")
    await shop.turn()
    assert "https://video.example.com/abc" in shop.card(s)["text"]
    assert "has that recording" in await shop.ask(f"result {s.id} link=https://video.example.com/abc")


@pytest.mark.parametrize("said", ["result GR-NONE", "push GR-NONE"])
async def test_an_unknown_screening_is_told(shop: Shop, said: str) -> None:
    assert "There is no screening GR-NONE" in await shop.ask(said)


async def test_push_writes_once(shop: Shop) -> None:
    s = await shop.screened()
    assert "in Tracker already" in await shop.ask(f"push {s.id}")
    await shop.turn()
    assert len([a for a in shop.tenant.activities if s.id in str(a)]) == 1


async def test_a_writing_that_was_refused_is_pushed_once_more(shop: Shop) -> None:
    s = await shop.screened()

    def park(tables: Tables) -> None:
        row = tables["outbox"].first(key=f"activity:{s.id}:1")
        assert row is not None
        tables["outbox"].update({"state": "parked", "due": None, "provider_id": None}, doc_ids=[row.doc_id])

    shop.tenant.activities.clear()
    await shop.service.store.run(park)
    assert "on its way" in await shop.ask(f"push {s.id}")
    await shop.turn(4)
    assert len([a for a in shop.tenant.activities if s.id in str(a)]) == 1


async def test_a_card_that_somebody_deleted_is_posted_anew(shop: Shop) -> None:
    s = await shop.screened()
    cards = len(shop.posts(s.id))
    shop.slack.plans["chat.update"] = [{"error": "message_not_found"}]
    await shop.click("hold", f"{s.id}:1")
    await shop.turn()
    assert len(shop.posts(s.id)) == cards + 1
    new = shop.slack.posted[-1]
    await shop.click("advance", f"{s.id}:1")
    await shop.turn()
    assert len(shop.posts(s.id)) == cards + 1
    assert shop.slack.called("chat.update")[-1]["ts"] == new[1]
