"""Taking over and handing back: the recruiter's words go out as texts, the candidate's come into the thread."""

from datetime import timedelta
from typing import Any

import pytest

from screening.screening import Screening
from tests.desk.conftest import Shop
from tests.slack.fake_slack import ADMIN, PLAIN


@pytest.fixture
async def called(shop: Shop) -> tuple[Shop, Any, Screening, str]:
    """An answer stayed unclear, so that a person is called for: shop, application, screening, thread."""
    who = shop.arrive()
    await shop.turn()
    shop.move(who)
    await shop.turn()
    await shop.text(who, "purple monkey", "dishwasher purple")
    _, ts = shop.place("stayed unclear")
    return shop, who, await shop.screening_of(who), ts


async def test_a_recruiters_words_go_out_and_replies_come_into_the_thread(
    called: tuple[Shop, Any, Screening, str],
) -> None:
    shop, who, s, ts = called
    await shop.click("take_over", s.id)
    await shop.turn()
    call = [m for m in shop.slack.called("chat.update") if m["ts"] == ts][-1]
    assert f"Taken over by <@{ADMIN}>" in call["text"]
    assert "hand_back" in str(call["blocks"])
    assert "take_over" not in str(call["blocks"])
    await shop.wrote(ts, "Hi Ana, this is Dana. Is tomorrow 9 fine?")
    assert shop.sent()[-1] == "Hi Ana, this is Dana. Is tomorrow 9 fine?"
    await shop.text(who, "yes, 9 is fine <!here>")
    reply = shop.posts("9 is fine")[-1]
    assert reply["thread_ts"] == ts
    assert "<!here>" not in reply["text"]
    before = len(shop.sent())
    await shop.turn()
    assert len(shop.sent()) == before


async def test_taking_over_shows_what_was_said_so_far(called: tuple[Shop, Any, Screening, str]) -> None:
    shop, _, s, ts = called
    await shop.click("take_over", s.id)
    await shop.turn()
    said = shop.posts("The conversation so far")[-1]
    assert said["thread_ts"] == ts
    assert "purple monkey" in said["text"]


async def test_handing_back_repeats_the_open_question(called: tuple[Shop, Any, Screening, str]) -> None:
    shop, who, s, ts = called
    await shop.click("take_over", s.id)
    await shop.turn()
    await shop.click("hand_back", s.id)
    await shop.turn()
    assert "How many years have you driven a forklift?" in shop.sent()[-1]
    call = [m for m in shop.slack.called("chat.update") if m["ts"] == ts][-1]
    assert f"Handed back by <@{ADMIN}>" in call["text"]
    assert "take_over" in str(call["blocks"])
    await shop.text(who, "6")
    assert (await shop.screening_of(who)).status == "completed"


async def test_a_second_recruiter_is_told_who_has_it(called: tuple[Shop, Any, Screening, str]) -> None:
    shop, _, s, _ = called
    await shop.click("take_over", s.id)
    await shop.click("take_over", s.id, user=PLAIN)
    assert f"Already taken over by <@{ADMIN}>" in shop.said()
    await shop.click("hand_back", s.id)
    await shop.click("hand_back", s.id, user=PLAIN)
    assert "the bot is at it" in shop.said()


async def test_words_in_the_thread_go_nowhere_while_the_bot_is_at_it(called: tuple[Shop, Any, Screening, str]) -> None:
    shop, _, _, ts = called
    before = shop.sent()
    await shop.wrote(ts, "she seems nice")
    assert shop.sent() == before


async def test_a_message_delivered_twice_is_texted_once(called: tuple[Shop, Any, Screening, str]) -> None:
    shop, _, s, ts = called
    await shop.click("take_over", s.id)
    await shop.turn()
    await shop.wrote(ts, "Hello", ts="18000.7")
    await shop.wrote(ts, "Hello", ts="18000.7")
    assert shop.sent().count("Hello") == 1
    await shop.wrote(ts, "Hello", ts="18000.8")
    assert shop.sent().count("Hello") == 1
    assert "These very words were texted before" in shop.said()


async def test_a_message_too_long_for_a_text_is_refused_with_its_length(
    called: tuple[Shop, Any, Screening, str],
) -> None:
    shop, _, s, ts = called
    await shop.click("take_over", s.id)
    before = shop.sent()
    await shop.wrote(ts, "x" * 400)
    assert "That has 400 characters, a text holds 320" in shop.said()
    assert shop.sent() == before


async def test_strangers_do_not_write_to_candidates(called: tuple[Shop, Any, Screening, str]) -> None:
    shop, _, s, ts = called
    await shop.click("take_over", s.id)
    before = shop.sent()
    await shop.wrote(ts, "pay me", user="U0STRANGER")
    assert shop.sent() == before
    assert "Only members" in shop.said()


async def test_nobody_is_texted_after_an_opt_out(called: tuple[Shop, Any, Screening, str]) -> None:
    shop, _, s, ts = called
    await shop.click("take_over", s.id)
    await shop.turn()
    await shop.ask(f"optout {s.candidate.phone} reason=asked")
    before = shop.sent()
    await shop.wrote(ts, "one more thing")
    assert shop.sent() == before
    assert "opted out of texts" in shop.said()
    await shop.click("hand_back", s.id)
    assert shop.sent() == before


async def test_a_recruiter_may_go_on_talking_with_somebody_who_answers(
    called: tuple[Shop, Any, Screening, str],
) -> None:
    shop, who, s, ts = called
    await shop.click("take_over", s.id)
    await shop.turn()
    for n in range(5):
        await shop.wrote(ts, f"Question number {n}", ts=f"18000.{n}")
        await shop.text(who, f"reply number {n}")
    assert [t for t in shop.sent() if t.startswith("Question number")] == [f"Question number {n}" for n in range(5)]


@pytest.mark.parametrize("more", [{"GREENROOM_WINDOW": "08:00-20:00"}])
async def test_words_at_night_wait_and_the_recruiter_is_told_until_when(
    called: tuple[Shop, Any, Screening, str],
) -> None:
    shop, _, s, ts = called
    await shop.click("take_over", s.id)
    await shop.turn()
    shop.clock.at += timedelta(hours=14)  # one in the morning in Chicago
    before = shop.sent()
    await shop.wrote(ts, "Are you still up?")
    assert shop.sent() == before
    assert "Your words go out <!date^" in shop.said()


async def test_a_recruiter_is_told_that_a_file_does_not_go_out(called: tuple[Shop, Any, Screening, str]) -> None:
    shop, _, s, ts = called
    event = {"type": "message", "user": ADMIN, "channel": "C0HIRING", "channel_type": "channel", "thread_ts": ts}
    event |= {"subtype": "file_share", "files": [{"id": "F1"}]}
    await shop.event({**event, "text": "", "ts": "19.1"}, "EvF1")
    assert "file" not in shop.said()  # nobody has taken over: it is talk among recruiters
    await shop.click("take_over", s.id)
    await shop.turn()
    before = len(shop.sent())
    await shop.event({**event, "text": "", "ts": "19.2"}, "EvF2")
    assert "A file cannot go out as a text" in shop.said()
    await shop.event({**event, "text": "Here is the map.", "ts": "19.3"}, "EvF3")
    await shop.turn()
    assert "the file does not" in shop.said()
    assert shop.sent()[before:] == ["Here is the map."]
