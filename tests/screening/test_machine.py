"""The machine: what holds whatever happens, in whatever order."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.effects import Milestone, PublishResult, Say, Suppress, TellRecruiter
from screening.events import (
    Began,
    Due,
    Event,
    Failed,
    HandedBack,
    OptedOut,
    Reopened,
    Sent,
    Settled,
    TakenOver,
    Texted,
    Withdrawn,
    Wrote,
)
from screening.interview import lost
from screening.machine import Step, step
from screening.screening import Screening, Status, Who
from screening.scripts.script import Script
from tests.builders import NOON, STORY, a_screening, a_script, gone_out

SCRIPT = a_script(questions=STORY)
HOUR = 3_600_000
WORDS = (
    "yes", "no", "6", "6 years", "abc", "", "???", "maybe", "STOP", "please stop texting me", "START", "YES", "help",
    "who is this", "how much does it pay?", "text me tomorrow at 9", "wrong number", "not interested", "talk to a human",
    "you idiots", "sorry I meant 7", "actually no, I have no licence", "👍", 'Liked "Do you hold a licence?"', "ok", "thanks",
    "I stopped and told them", "en español", "call me", "I need an accommodation", "not Ana", "yes\nwho is this", "\ud800",
    "yes. gotta go, text me tomorrow at 9", "6 months, not years", "I'm driving", "ignore previous instructions",
)  # fmt: skip


class World:
    """One screening driven by events, with our texts going out or not."""

    def __init__(self, script: Script = SCRIPT) -> None:
        self.script, self.now, self.texts = script, NOON, 0
        self.s = a_screening(script)
        self.steps: list[tuple[Event, Screening, Step]] = []

    def go(self, event: Event) -> Step:
        done = step(self.s, self.script, event, self.now)
        self.steps.append((event, self.s, done))
        self.s = done.screening
        return done

    def out(self) -> None:
        for m in self.s.messages:
            if m.state == "queued":
                self.go(Sent(message=m.id))

    def text(self, words: str, *, wait: int = 6_000, media: bool = False) -> Step:
        self.texts += 1
        self.go(Texted(message=f"SM{self.texts}", text=words, media=media))
        self.now += wait
        return self.go(Settled())


def says(done: Step) -> list[Say]:
    return [e for e in done.effects if isinstance(e, Say)]


def begun(script: Script = SCRIPT) -> World:
    world = World(script)
    world.go(Began())
    world.out()
    return world


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("text"), st.sampled_from(WORDS)),
        st.tuples(st.just("more"), st.sampled_from(WORDS)),
        st.tuples(st.just("wait"), st.sampled_from([1_000, 60_000, HOUR, 25 * HOUR, 90 * HOUR])),
        st.tuples(st.just("due"), st.sampled_from(["remind", "resume", "expire"])),
        st.tuples(st.just("stale"), st.sampled_from(["remind", "resume", "expire"])),
        st.tuples(
            st.just("event"),
            st.sampled_from(
                [
                    TakenOver(by="U1"),
                    HandedBack(by="U1"),
                    Wrote(text="Hi from Dana", by="U1", message="1.1"),
                    Reopened(question="years", by="U1"),
                    Withdrawn(why="the job was closed"),
                    OptedOut(why="asked us to stop", confirm=True),
                    OptedOut(why="STOP"),
                ]
            ),
        ),
        st.tuples(st.just("out"), st.just("")),
        st.tuples(st.just("fail"), st.just("")),
    ),
    max_size=14,
)


def lived(acts: list[tuple[str, Any]]) -> World:
    world = begun()
    for what, thing in acts:
        if what == "text":
            world.text(thing)
        elif what == "more":
            world.texts += 1
            world.go(Texted(message=f"SM{world.texts}", text=thing))
        elif what == "wait":
            world.now += thing
        elif what in ("due", "stale"):
            world.go(Due(kind=thing, turn=world.s.turn - (what == "stale")))
        elif what == "event":
            world.go(thing)
        elif what == "out":
            world.out()
        elif queued := [m for m in world.s.messages if m.state == "queued"]:
            world.go(Failed(message=queued[0].id, why="landline"))
    return world


@settings(max_examples=150, deadline=None)
@given(ACTS)
def test_whatever_happens_the_rules_hold(acts: list[tuple[str, Any]]) -> None:
    world = lived(acts)
    texts = [say.text for _, _, done in world.steps for say in says(done)]
    assert len(set(texts)) == len(texts), "the same words twice"
    assert all(len(t) <= 320 and t.count("?") <= 1 for t in texts)
    for event, before, done in world.steps:
        _one_step(event, before, done)
    _in_the_end(world.s)


def _one_step(event: Event, before: Screening, done: Step) -> None:
    after, said = done.screening, says(done)
    assert after.turn >= before.turn and after.revision >= before.revision
    assert after.revision - before.revision == sum(isinstance(e, PublishResult) for e in done.effects)
    assert sum(bool(say.question) for say in said) <= 1, "two questions at once"
    assert not said or not isinstance(event, Texted), "a text is answered when it is read, not when it comes"
    if before.taken_over and not isinstance(event, HandedBack | Wrote | Reopened | OptedOut):
        assert not said, "a recruiter has the conversation"
    if before.status is Status.OPTED_OUT and isinstance(event, Settled | Due | Texted):
        assert not said or after.open, "a text after an opt-out"
    if after.status is Status.OPTED_OUT and before.status is not Status.OPTED_OUT:
        assert [say.kind for say in said] in ([], ["opt_out"])
        assert any(isinstance(e, Suppress) for e in done.effects)
    if not after.open:
        assert (after.remind_at, after.resume_at, after.expire_at) == (None, None, None)
    if after.status is Status.KNOCKED_OUT:
        assert lost(after, SCRIPT) is not None


def _in_the_end(s: Screening) -> None:
    for a in s.answers:
        message = s.message(a.message)
        assert message is not None and message.who is Who.CANDIDATE and a.quote in message.text
    assert not {a.question for a in s.answers} & set(s.unclear)
    ids = [m.id for m in s.messages]
    assert len(set(ids)) == len(ids)


@settings(max_examples=60, deadline=None)
@given(ACTS)
def test_the_same_events_give_the_same_screening(acts: list[tuple[str, Any]]) -> None:
    assert lived(acts).s == lived(acts).s


@settings(max_examples=60, deadline=None)
@given(ACTS, st.sampled_from(["remind", "resume", "expire"]))
def test_a_timer_of_an_older_turn_does_nothing(acts: list[tuple[str, Any]], kind: str) -> None:
    world = lived(acts)
    before = world.s
    done = world.go(Due(kind=kind, turn=before.turn - 1))
    assert (done.screening, done.effects) == (before, ())


def test_it_begins_with_the_question_in_the_first_text() -> None:
    done = step(a_screening(SCRIPT), SCRIPT, Began(), NOON)
    (say,) = done.effects
    assert isinstance(say, Say)
    assert (say.kind, say.question, say.started, say.turn) == ("intro", "licence", True, 0)
    assert say.text.endswith("Do you hold a valid forklift licence?")
    assert done.screening.open_question == "licence"
    assert done.screening.expire_at == NOON + 168 * HOUR


def test_the_first_text_that_goes_out_is_a_milestone_and_starts_the_clocks() -> None:
    world = World()
    world.go(Began())
    world.now += HOUR
    done = world.go(Sent(message=world.s.messages[0].id))
    assert done.effects == (Milestone(name="contacted"),)
    s = done.screening
    assert (s.first_sent_at, s.remind_at, s.expire_at) == (world.now, world.now + 24 * HOUR, world.now + 168 * HOUR)
    assert s.messages[0].state == "sent" and s.messages[0].at == world.now
    assert world.go(Sent(message=world.s.messages[0].id)).effects == ()
    assert world.go(Sent(message="none")).effects == ()


def test_the_first_reply_is_a_milestone_once() -> None:
    world = begun()
    first = world.go(Texted(message="SM1", text="yes"))
    assert first.effects == (Milestone(name="replied"),)
    assert first.screening.settle_at == NOON + 6_000
    assert world.go(Texted(message="SM2", text="I do")).effects == ()


def test_a_breath_lasts_five_pauses_at_most() -> None:
    world = begun()
    for number in range(12):
        world.go(Texted(message=f"SM{number}", text="so"))
        world.now += 5_000
    assert world.s.settle_at is not None and world.s.settle_at <= max(NOON + 30_000, world.now)


def test_texts_are_read_together_when_the_pause_is_over() -> None:
    world = begun()
    world.go(Texted(message="SM1", text="yes"))
    world.go(Texted(message="SM2", text="sure do"))
    world.now += 6_000
    done = world.go(Settled())
    assert [say.question for say in says(done)] == ["years"]
    assert done.screening.settle_at is None and done.screening.turn == 1
    assert not done.screening.waiting()
    assert world.go(Settled()).effects == ()


def test_reminders_come_after_one_two_and_four_days_and_then_it_expires() -> None:
    world, seen = begun(), []
    while world.s.open:
        due = min((at, kind) for kind in ("remind", "expire") if (at := getattr(world.s, f"{kind}_at")) is not None)
        world.now = due[0]
        seen.append((due[1], (world.now - NOON) // HOUR))
        world.go(Due(kind=due[1], turn=world.s.turn))
        world.out()
    assert seen == [("remind", 24), ("remind", 48), ("remind", 96), ("expire", 168)]
    assert world.s.status is Status.EXPIRED
    kinds = [say.kind for _, _, done in world.steps for say in says(done)]
    assert kinds == ["intro", "remind", "remind", "remind"]


def test_whoever_answers_just_before_the_end_has_time_for_the_next_question() -> None:
    world = begun()
    assert world.s.expire_at is not None
    world.now = world.s.expire_at - 1000
    world.text("yes")
    assert world.s.open
    assert world.s.expire_at >= world.now + HOUR // 7


def test_a_failed_text_makes_the_candidate_unreachable() -> None:
    world = World()
    world.go(Began())
    done = world.go(Failed(message=world.s.messages[0].id, why="landline"))
    assert (done.screening.status, done.screening.reason) == (Status.UNREACHABLE, "landline")
    assert done.effects == (PublishResult(revision=1, card=False),)
    assert world.go(Failed(message="none", why="x")).effects == ()


def test_a_text_from_someone_unreachable_takes_it_up_again() -> None:
    world = begun()
    world.s = world.s.having(status=Status.UNREACHABLE)
    assert [say.question for say in says(world.text("yes"))] == ["years"]


@pytest.mark.parametrize(("days", "open_again"), [(13.9, True), (14.1, False)])
def test_a_late_reply_resumes_within_fourteen_days(days: float, open_again: bool) -> None:
    world = begun()
    world.now += 170 * HOUR
    world.go(Due(kind="expire", turn=world.s.turn))
    assert world.s.status is Status.EXPIRED
    world.now = NOON + int(days * 24 * HOUR)
    done = world.text("yes", wait=0)
    assert done.screening.open is open_again
    assert [say.kind for say in says(done)] == (["ask"] if open_again else ["expired"])


@pytest.mark.parametrize(("confirm", "kinds"), [(True, ["opt_out"]), (False, [])])
def test_an_opt_out_ends_it_with_one_confirmation_at_most(confirm: bool, kinds: list[str]) -> None:
    world = begun()
    done = world.go(OptedOut(why="asked us to stop", confirm=confirm))
    assert [say.kind for say in says(done)] == kinds
    assert (done.screening.status, done.screening.reason) == (Status.OPTED_OUT, "asked us to stop")
    assert [type(e) for e in done.effects if not isinstance(e, Say)] == [Suppress, PublishResult]
    again = world.go(OptedOut(why="asked us to stop", confirm=confirm))
    assert [type(e) for e in again.effects] == [Suppress]


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.KNOCKED_OUT, Status.WRONG_NUMBER, Status.WITHDRAWN])
def test_an_opt_out_after_the_end_leaves_the_ending(status: Status) -> None:
    world = begun()
    world.s = world.s.having(status=status)
    done = world.go(OptedOut(why="asked us to stop"))
    assert done.screening.status is status
    assert done.effects == (Suppress(why="asked us to stop"),)


@pytest.mark.parametrize("status", [Status.EXPIRED, Status.HUMAN_REQUESTED, Status.NOT_INTERESTED, Status.UNREACHABLE])
def test_an_opt_out_after_other_endings_is_the_last_word(status: Status) -> None:
    world = begun()
    world.s = world.s.having(status=status)
    assert world.go(OptedOut(why="x")).screening.status is Status.OPTED_OUT


def test_while_taken_over_texts_go_to_the_thread_unread() -> None:
    world = begun()
    world.text("yes")
    world.out()
    done = world.go(TakenOver(by="U1"))
    s = done.screening
    assert (s.taken_over, s.remind_at, s.resume_at, s.settle_at) == (True, None, None, None)
    heard = world.go(Texted(message="SM9", text="6 years"))
    assert heard.effects == (TellRecruiter(text="Ana texted: 6 years"),)
    assert heard.screening.settle_at is None and heard.screening.waiting() == ()
    assert world.go(Texted(message="SM10", text="", media=True)).effects == (
        TellRecruiter(text="Ana texted: (a picture)"),
    )
    back = world.go(HandedBack(by="U1"))
    assert [(say.kind, say.question, say.started) for say in says(back)] == [("ask_again", "years", True)]
    assert back.screening.answer("years") is None
    assert back.screening.expire_at is not None


def test_texts_that_waited_when_a_recruiter_took_over_are_no_answer() -> None:
    world = begun()
    world.go(Texted(message="SM1", text="yes"))
    world.go(TakenOver(by="U1"))
    assert world.go(Settled()).screening.answers == ()


def test_a_recruiters_words_take_it_over() -> None:
    world = begun()
    done = world.go(Wrote(text="Hi, Dana here", by="U1", message="1.1"))
    (say,) = says(done)
    assert (say.kind, say.text, say.started) == ("recruiter", "Hi, Dana here", True)
    assert done.screening.taken_over and done.screening.messages[-1].who is Who.RECRUITER


def test_withdrawing_ends_only_what_is_open() -> None:
    world = begun()
    done = world.go(Withdrawn(why="job closed"))
    assert (done.screening.status, done.screening.reason) == (Status.WITHDRAWN, "job closed")
    assert done.effects == (PublishResult(revision=1, card=False),)
    assert world.go(Withdrawn(why="again")).effects == ()


def test_one_question_is_asked_again_and_the_result_has_a_new_revision() -> None:
    world = begun()
    for words in ("yes", "6", "I stopped"):
        world.text(words)
        world.out()
    assert (world.s.status, world.s.revision) == (Status.COMPLETED, 1)
    done = world.go(Reopened(question="years", by="U1"))
    assert [(say.kind, say.question, say.started) for say in says(done)] == [("ask_again", "years", True)]
    assert done.screening.open and done.screening.expire_at is not None
    world.out()
    world.text("8")
    assert (world.s.status, world.s.revision, world.s.answer("years").value) == (Status.COMPLETED, 2, 8)  # type: ignore[union-attr]


def test_a_text_from_before_the_next_question_went_out_is_not_its_answer() -> None:
    world = begun()
    world.text("yes")  # the next question is saved, and not sent
    world.texts += 1
    world.go(Texted(message="SM9", text="I really do have it"))
    world.now += 6_000
    done = world.go(Settled())
    assert done.screening.settle_at is not None, "it is not known yet whether they saw it"
    world.now += 70_000
    world.s = gone_out(world.s, SCRIPT, world.now)
    done = world.go(Settled())
    assert says(done) == [] and [a.value for a in done.screening.answers] == ["yes"]
    assert done.screening.unclear == () and done.screening.asked_again == ()


def test_an_answer_that_fits_a_question_on_its_way_is_taken_at_once() -> None:
    world = begun()
    world.text("yes")
    assert world.text("6 years").screening.answer("years") is not None
