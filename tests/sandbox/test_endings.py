"""The demo's judge: what counts as an ending, and what is missing."""

from dataclasses import replace

import pytest

from bot.sandbox.endings import World, outcome, score_in, texts_after_stop
from bot.sandbox.wire import Json
from bot.sandbox.words import actions_of, words_of

PHONE = "+13125550142"


def a_person(expected: str = "completed") -> Json:
    return {"id": 7, "name": "Ann Lee", "phone": PHONE, "expected": expected, "character": "prompt"}


def a_text(body: str, *, inbound: bool = False) -> Json:
    ends = {"from": PHONE, "to": "+12065550100"} if inbound else {"from": "+12065550100", "to": PHONE}
    return {"body": body, "direction": "inbound" if inbound else "outbound-api", **ends}


def a_card(text: str = "Ann Lee: 83/100, Advance", ts: str = "10.0", action: str = "report") -> Json:
    button = {"type": "button", "action_id": action, "text": {"type": "plain_text", "text": "Report"}}
    return {"ts": ts, "channel": "C0001", "text": text, "blocks": [{"type": "actions", "elements": [button]}]}


def an_activity(note: str = "Score 83/100") -> Json:
    return {"subject": "Screening GR-1", "note": note, "links": {"resource": [7]}}


def a_world() -> World:
    """One in which Ann Lee has completed."""
    file = {
        "id": "F1",
        "name": "ann.pdf",
        "size": 4,
        "posted": [{"ts": "10.5", "thread_ts": "10.0", "channel": "C0001", "comment": "Report"}],
    }
    return World(
        slack={"messages": [a_card()], "ephemerals": [], "views": [], "files": [file]},
        twilio={"messages": [a_text("Do you?"), a_text("yes", inbound=True)], "blocked": []},
        tracker={"activities": [an_activity()], "documents": [{"resourceId": 7}]},
    )


def with_slack(**changes: object) -> World:
    world = a_world()
    return replace(world, slack={**world.slack, **changes})


def with_tracker(**changes: object) -> World:
    world = a_world()
    return replace(world, tracker={**world.tracker, **changes})


def test_a_complete_ending_is_done() -> None:
    seen = outcome(a_world(), a_person())
    assert (seen.done, seen.phrase, seen.card_score, seen.activity_score) == (True, "completed, 83/100", 83, 83)


@pytest.mark.parametrize(
    ("world", "missing"),
    [
        (with_slack(messages=[]), ("card", "PDF in its thread")),
        (with_slack(files=[]), ("PDF in its thread",)),
        (with_slack(files=[{"name": "ann.pdf", "posted": [{"thread_ts": "9.0"}]}]), ("PDF in its thread",)),
        (with_tracker(activities=[]), ("Activity",)),
        (with_tracker(documents=[{"resourceId": 8}]), ("PDF in Tracker",)),
        (with_tracker(activities=[an_activity("Score 84/100")]), ("equal scores (card 83, Activity 84)",)),
        (with_slack(messages=[a_card("Ann Lee: no score")]), ("equal scores (card None, Activity 83)",)),
        (with_slack(messages=[a_card("Bob Ray: 83/100")]), ("card", "PDF in its thread")),
    ],
    ids=[
        "no card",
        "no PDF",
        "PDF elsewhere",
        "no Activity",
        "no document",
        "other score",
        "no score",
        "another's card",
    ],
)
def test_what_is_missing_is_named(world: World, missing: tuple[str, ...]) -> None:
    seen = outcome(world, a_person())
    assert (seen.done, seen.missing) == (False, missing)


def test_a_person_on_the_way_is_shown_by_their_replies() -> None:
    assert outcome(with_slack(messages=[]), a_person()).phrase == "1 reply"


def quiet(*texts: Json, messages: list[Json] | None = None, note: str = "Opted out") -> World:
    """A world in which the screening has ended without a score."""
    line = {"ts": "10.0", "channel": "C0001", "text": "Ann Lee asked us to stop", "blocks": []}
    return replace(
        a_world(),
        slack={"messages": [line] if messages is None else messages, "ephemerals": [], "views": [], "files": []},
        twilio={"messages": list(texts), "blocked": [PHONE]},
        tracker={"activities": [an_activity(note)], "documents": []},
    )


STOPPED = (a_text("Do you?"), a_text("STOP", inbound=True))


def test_stop_ends_with_a_line_an_activity_and_silence() -> None:
    assert outcome(quiet(*STOPPED), a_person("opted_out")).done


def test_a_text_after_stop_is_a_fault() -> None:
    world = quiet(*STOPPED, a_text("Are you sure?"))
    assert outcome(world, a_person("opted_out")).missing == ("silence after STOP",)
    assert len(texts_after_stop(world, PHONE)) == 1


@pytest.mark.parametrize("world", [quiet(*STOPPED, messages=[a_card()]), quiet(*STOPPED, note="Score 10/100")])
def test_an_opt_out_with_a_score_is_a_fault(world: World) -> None:
    assert "an ending without a score" in outcome(world, a_person("opted_out")).missing


def test_whoever_asks_for_a_person_is_handed_over() -> None:
    world = quiet(messages=[a_card("Ann Lee wants to talk to a person", action="take_over")], note="Handed over")
    assert outcome(world, a_person("human_requested")).done
    assert not outcome(quiet(note="Handed over"), a_person("human_requested")).done


def test_a_ghost_is_texted_and_nothing_else_is_said_about_them() -> None:
    untouched = World(
        slack={"messages": [], "ephemerals": [], "views": [], "files": []},
        twilio={"messages": [a_text("Do you?")], "blocked": []},
        tracker={"activities": [], "documents": []},
    )
    assert outcome(untouched, a_person("in_progress")).done
    assert outcome(quiet(), a_person("in_progress")).missing == ("no Activity", "a first text")


def test_an_answer_is_the_first_message_after_a_moment() -> None:
    world = with_slack(
        ephemerals=[{"ts": "11.0", "text": "Mapped", "blocks": []}, {"ts": "12.0", "text": "Later", "blocks": []}]
    )
    answer = world.answer_after(10.0)
    assert answer is not None
    assert answer["text"] == "Mapped"
    assert world.latest == 12.0


def test_a_view_is_found_once_it_has_the_input() -> None:
    view = {"callback_id": "connect", "blocks": [{"type": "input", "element": {"action_id": "access_token"}}]}
    world = with_slack(views=[view])
    assert world.open_view("connect", "access_token") == view
    assert world.open_view("connect", "region") is None


@pytest.mark.parametrize(
    ("text", "score"),
    [("83/100", 83), ("Score: 7 / 100.", 7), ("100/100", 100), ("8300/100", None), ("no score", None)],
)
def test_a_score_is_read_from_words(text: str, score: int | None) -> None:
    assert score_in(text) == score


def test_words_are_shown_once_and_entities_resolved() -> None:
    blocks = [
        {"type": "section", "text": {"type": "mrkdwn", "text": "A &amp; B"}},
        {"type": "header", "text": {"type": "plain_text", "text": "A"}},
    ]
    assert words_of({"text": "A", "blocks": blocks}) == "A\nA & B"
    assert actions_of([{"accessory": {"action_id": "x"}}, {"elements": [{"action_id": "y"}]}]) == {"x", "y"}
