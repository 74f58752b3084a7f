"""The gate's bounds to the millisecond and its words: what holds one text, and lets the next instant go."""

from dataclasses import fields

import pytest

from screening.duties.release import BURST, DAY, STARTED_A_DAY, Asked, Drop, Hold, Send, release
from tests.duties.test_gate import NIGHT, NOON, WINDOW, asked

MINUTE = 60_000
ALLOWED = 10 * MINUTE


def test_the_bounds_are_those_that_the_duties_name() -> None:
    assert (DAY, STARTED_A_DAY, BURST) == (86_400_000, 3, 6)


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"opted_out": True}, "opted_out", "this number opted out of our texts"),
        ({"open": False}, "ended", "the screening had ended before the text went out"),
        ({"turn": 1, "now_turn": 2, "kind": "remind"}, "superseded", "the candidate answered before the text went out"),
        ({"turn": 1, "now_turn": 2, "kind": "defer"}, "superseded", "the candidate answered before the text went out"),
        ({"turn": 1, "now_turn": 2, "kind": "ask_again"}, "superseded", "the candidate answered before the text went out"),
        ({"taken_over": True}, "taken_over", "a recruiter has taken the conversation over"),
    ],
)  # fmt: skip
def test_what_may_never_go_is_dropped_with_its_reason(changes: dict[str, object], code: str, words: str) -> None:
    assert release(asked(**changes), WINDOW, NOON) == Drop(code=code, reason=words)


@pytest.mark.parametrize("kind", ["opt_out", "wrong_number"])
def test_the_last_confirmation_goes_to_whoever_opted_out(kind: str) -> None:
    assert release(asked(opted_out=True, kind=kind), WINDOW, NOON) == Send()


@pytest.mark.parametrize(
    "kind",
    ["closing", "opt_out", "not_interested", "wrong_number", "human", "suspended", "help", "recruiter", "expired", "faq", "passed_on"],
)  # fmt: skip
def test_words_that_close_or_answer_may_follow_the_end_and_questions_may_not(kind: str) -> None:
    assert release(asked(open=False, kind=kind), WINDOW, NOON) == Send()
    assert isinstance(release(asked(open=False, kind=kind, asks=True), WINDOW, NOON), Drop)


def test_a_recruiters_own_words_go_while_they_have_the_conversation() -> None:
    assert release(asked(taken_over=True, kind="recruiter"), WINDOW, NOON) == Send()


def test_nothing_is_superseded_in_its_own_turn_nor_what_was_asked_for_in_an_earlier_one() -> None:
    assert release(asked(kind="remind", turn=2, now_turn=2), WINDOW, NOON) == Send()
    assert release(asked(kind="faq", turn=1, now_turn=2), WINDOW, NOON) == Send()


@pytest.mark.parametrize(
    ("changes", "until", "code", "words"),
    [
        ({"allowed_number": False}, DAY, "only_to", "trial mode: only the numbers of GREENROOM_ONLY_TO are texted"),
        ({"paused": "everything is paused"}, 5_000, "paused", "everything is paused"),
        ({"started": True, "budget_left": False}, MINUTE, "daily_budget", "GREENROOM_DAILY_TEXTS is reached for today"),
    ],
)
def test_what_must_wait_waits_so_long_and_says_why(
    changes: dict[str, object], until: int, code: str, words: str
) -> None:
    assert release(asked(**changes), WINDOW, NOON) == Hold(until=NOON + until, code=code, reason=words)


def test_the_budget_is_for_texts_that_we_start() -> None:
    assert release(asked(budget_left=False), WINDOW, NOON) == Send()


def test_a_reply_may_go_at_night_for_ten_minutes_and_not_an_instant_longer() -> None:
    assert release(asked(last_heard=NIGHT - ALLOWED), WINDOW, NIGHT) == Send()
    late = release(asked(last_heard=NIGHT - ALLOWED - 1), WINDOW, NIGHT)
    assert isinstance(late, Hold) and late.code == "quiet_hours"
    ours = release(asked(last_heard=NIGHT - 1, started=True), WINDOW, NIGHT)
    assert isinstance(ours, Hold) and ours.code == "quiet_hours"


def test_quiet_hours_are_told_with_the_zones_and_the_hour_at_which_it_goes() -> None:
    held = release(asked(), WINDOW, NIGHT)
    assert isinstance(held, Hold)
    assert held.reason == "quiet hours (we text 08:00-20:00 in America/Chicago); it goes out at 08:00 CST"
    anywhere = release(asked(zones=()), WINDOW, NIGHT)
    assert isinstance(anywhere, Hold) and "in every US zone" in anywhere.reason and anywhere.reason.endswith("UTC")


def test_a_states_own_hours_are_named() -> None:
    held = release(asked(zones=("America/New_York",)), WINDOW.within("FL"), NIGHT)
    assert isinstance(held, Hold) and ", within the hours of FL)" in held.reason


def test_six_texts_in_ten_minutes_are_enough_until_the_first_of_them_is_so_old() -> None:
    times = tuple(NOON - ALLOWED + 1 + n for n in range(6))
    held = release(asked(kind="confirm", sent_times=times), WINDOW, NOON)
    assert held == Hold(until=times[0] + ALLOWED, code="burst", reason="6 texts in ten minutes are enough")
    assert release(asked(kind="confirm", sent_times=times[1:]), WINDOW, NOON) == Send()
    assert release(asked(kind="confirm", sent_times=(NOON - ALLOWED, *times[1:])), WINDOW, NOON) == Send()


@pytest.mark.parametrize("kind", ["intro", "ask", "closing", "human", "recruiter", "suspended"])
def test_what_brings_the_interview_further_or_ends_it_is_no_burst(kind: str) -> None:
    assert release(asked(kind=kind, sent_times=(NOON - 1,) * 9), WINDOW, NOON) == Send()


def test_three_texts_that_we_start_in_a_day_are_enough_until_the_first_of_them_is_a_day_old() -> None:
    times = (NOON - DAY + 1, NOON - 5_000, NOON - 1)
    held = release(asked(started=True, started_times=times), WINDOW, NOON)
    assert held == Hold(until=NOON + 1, code="cap", reason="at most 3 texts that we start in 24 hours")
    assert release(asked(started=True, started_times=(NOON - DAY, *times[1:])), WINDOW, NOON) == Send()
    assert release(asked(started_times=times), WINDOW, NOON) == Send()


def test_a_text_asks_nothing_unless_that_is_said() -> None:
    facts = {field.name: getattr(asked(), field.name) for field in fields(Asked) if field.name != "asks"}
    assert Asked(**facts).asks is False
