"""What a text answers and how long it may be answered, where it was found long after the candidate had written it."""

import pytest

from screening.effects import Say, TellRecruiter
from screening.events import Began, Sent, Settled, Texted
from screening.screening import Status
from tests.screening.test_machine import World, begun

LOST = 60_000  # ms for which nobody heard anything


def two_questions_out() -> World:
    """The licence was asked and answered; the years were asked after a dead time."""
    world = begun()
    world.text("yes")
    world.now += LOST
    world.out()
    return world


@pytest.mark.parametrize(
    ("taken", "answered"), [(0, True), (-LOST // 2, False)], ids=["heard at once", "from before the question"]
)
def test_a_text_counts_as_a_reply_to_what_was_out_when_it_was_written(taken: int, answered: bool) -> None:
    world = two_questions_out()
    written = world.now + taken if taken else 0
    world.go(Texted(message="SMlate", text="6", taken=written))
    world.now += 6_000
    world.go(Settled())
    assert (world.s.answer("years") is not None) is answered


def test_a_text_found_just_before_its_question_goes_out_is_not_an_answer_to_it() -> None:
    world = begun()
    world.text("yes")
    asked = world.s.messages[-1]
    written = world.now - 1_000  # before the question was even saved
    world.now += LOST
    world.go(Texted(message="SMlate", text="6", taken=written))
    world.now += 13
    world.go(Sent(message=asked.id))
    world.now += 6_000
    world.go(Settled())
    assert world.s.answer("years") is None


def test_a_text_written_before_its_question_was_even_saved_is_no_answer_to_it_while_that_waits() -> None:
    world = begun()
    world.text("yes")
    written = world.now - 3_000
    world.now += LOST
    world.go(Texted(message="SMlate", text="6", taken=written))
    world.now += 80_000  # no longer unsure
    world.go(Settled())
    assert world.s.answer("years") is None


def test_a_reply_within_the_second_of_its_question_answers_it_though_both_were_lost_sight_of() -> None:
    """A process dies between the first text and its mark; the reply is found in a list of whole seconds."""
    world = begun()
    world.now += 540
    world.text("yes")
    asked = world.s.messages[-1]
    written = asked.at // 1000 * 1000
    assert written < asked.at, "else this shows nothing"
    world.now += 3_000
    world.go(Texted(message="SMlate", text="6", taken=written))
    world.now += 6_000
    world.go(Settled())
    assert world.s.answer("years") is not None


def test_a_text_that_is_found_in_the_night_is_no_leave_to_answer_in_the_night() -> None:
    world = begun()
    written = world.now + LOST
    world.now += 60 * LOST
    world.go(Texted(message="SMlate", text="yes", taken=written))
    assert world.s.last_heard == written, "the ten minutes for a reply count from when it was written"


def test_a_recruiter_reads_what_was_written_before_anything_of_ours_went_out() -> None:
    """A late answer about another job, while the first text about this one waits for the morning."""
    world = World()
    world.go(Began())
    world.text("day", wait=90_000)
    assert world.s.settle_at == world.now + 600_000, "the first text may have gone out, for all we know"
    world.now += 12 * 3_600_000
    world.out()
    world.go(Settled())
    (told,) = [e for e in world.steps[-1][2].effects if isinstance(e, TellRecruiter)]
    assert told.text.endswith("wrote before our first text went out: day")
    assert not world.s.answers


def test_a_reply_to_a_first_text_of_which_twilio_says_nothing_for_an_hour_is_an_answer() -> None:
    world = World()
    world.go(Began())
    world.now += 10_000
    world.text("yes", wait=90_000)
    world.now += 60 * LOST
    sent = world.now - 60 * LOST - 95_000
    world.now, now = sent, world.now
    world.out()  # looked up: it bears the moment at which we had asked for it
    world.now = now
    world.go(Settled())
    assert world.s.answer("licence") is not None


def test_a_wish_does_not_wait_until_it_is_known_whether_the_first_text_went_out() -> None:
    world = World()
    world.go(Began())
    world.text("can i talk to a person", wait=90_000)
    assert world.s.status is Status.HUMAN_REQUESTED


def test_a_text_found_late_does_not_take_the_answers_beside_it_to_an_earlier_question() -> None:
    world = begun()
    world.text("yes")
    world.now += LOST
    world.out()
    world.now += 3_000
    world.go(Texted(message="SMlate", text="ok so", taken=world.now - LOST))
    world.text("6")
    assert [(a.question, a.value) for a in world.s.answers] == [("licence", "yes"), ("years", 6)]


def test_a_text_found_late_does_not_settle_what_a_later_one_may_still_answer() -> None:
    """Nobody knows yet whether the question went out; the last text that came is the first that was written."""
    world = begun()
    world.text("yes")
    world.now += LOST
    world.go(Texted(message="SMsoon", text="6"))
    world.go(Texted(message="SMlate", text="ok so", taken=world.now - 2 * LOST))
    world.now += 6_000
    world.go(Settled())
    assert [(a.question, a.value) for a in world.s.answers] == [("licence", "yes"), ("years", 6)]


def test_what_is_wished_in_a_text_found_late_is_heard_beside_the_answer() -> None:
    world = begun()
    world.text("yes")
    world.now += LOST
    world.out()
    world.now += 3_000
    world.go(Texted(message="SMlate", text="what is the pay?", taken=world.now - LOST))
    done = world.text("6")
    assert world.s.answer("years") is not None
    assert "pay" in " ".join(e.text for e in done.effects if isinstance(e, TellRecruiter | Say))
