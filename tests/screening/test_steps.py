"""Steps: which questions each asks, and what lets a candidate go on."""

import pytest

from screening.effects import PublishResult, Say
from screening.events import Began, Settled, Texted
from screening.machine import Step, step
from screening.screening import Status
from screening.scripts.reader import problems_of
from screening.scripts.script import Script
from screening.steps import place, questions_of
from tests.builders import NOON, STORY, TEXT, a_screening, a_script, sent


def keys(script: Script, number: int) -> list[str]:
    return [q.key for q in questions_of(script, number)]


def told(script: Script, *texts: str) -> Step:
    done = sent(step(a_screening(script), script, Began(), NOON), script)
    for number, text in enumerate(texts):
        done = step(done.screening, script, Texted(message=f"SM{number}", text=text), NOON)
        done = sent(step(done.screening, script, Settled(), NOON), script)
    return done


def test_one_step_asks_everything() -> None:
    assert keys(a_script("sms", questions=STORY), 0) == ["licence", "years", "story"]


def test_free_text_is_left_to_the_phone() -> None:
    script = a_script("sms", "voice", questions=STORY)
    assert (keys(script, 0), keys(script, 1)) == (["licence", "years"], ["story"])


def test_a_resume_step_asks_nothing() -> None:
    script = a_script("resume", "sms")
    assert (keys(script, 0), keys(script, 1)) == ([], ["licence", "years"])


def test_a_later_step_with_nothing_to_ask_takes_the_last_question_of_the_one_before() -> None:
    script = a_script("sms", "voice")
    assert (keys(script, 0), keys(script, 1)) == (["licence"], ["years"])


def test_a_question_may_name_its_step() -> None:
    named = STORY.replace('kind = "text"', 'kind = "text"\nstep = "sms"')
    assert "story" in keys(a_script("sms", "voice", questions=named), 0)


def test_a_step_that_the_agent_has_not_is_a_problem() -> None:
    text = TEXT.format(steps='"sms"', more="") + STORY.replace('kind = "text"', 'kind = "text"\nstep = "voice"')
    assert any("voice" in p.message and p.error for p in problems_of(text))


def test_the_next_step_begins_only_when_the_former_is_done() -> None:
    script = a_script("sms", "form")
    assert told(script).screening.step == 0
    assert told(script, "yes").screening.step == 1


def test_a_must_have_not_met_ends_it_before_the_next_step() -> None:
    done = told(a_script("sms", "form"), "no")
    assert (done.screening.status, done.screening.step) == (Status.KNOCKED_OUT, 0)


@pytest.mark.parametrize(("said", "step_reached"), [("3 years", 0), ("7 years", 1)])
def test_the_score_so_far_may_be_asked_for(said: str, step_reached: int) -> None:
    script = a_script("sms", "voice", more="pass_at = 90\n", questions=STORY)
    done = told(script, "yes", said)
    assert done.screening.step == step_reached
    if not step_reached:
        assert done.screening.status is Status.COMPLETED
        assert "90 are asked for" in done.screening.reason
        assert any(isinstance(e, PublishResult) for e in done.effects)


def test_the_greeting_is_said_once_over_all_steps() -> None:
    script = a_script("sms", "form")
    texts = [m.text for m in told(script, "yes").screening.messages if m.who == "bot"]
    assert sum("STOP" in t for t in texts) == 1


def test_the_last_step_ends_it() -> None:
    done = told(a_script("sms"), "yes", "7 years")
    assert done.screening.status is Status.COMPLETED
    assert [e.kind for e in done.effects if isinstance(e, Say)] == ["closing"]


def test_recruiters_are_told_where_someone_is() -> None:
    script = a_script("resume", "sms", "voice")
    assert place(a_screening(script, step=2), script) == "step 3 of 3: phone"
    assert place(a_screening(script, step=2, by_text=True), script) == "step 3 of 3: phone, by text"
    assert place(a_screening(a_script("sms")), a_script("sms")) == ""
