"""The form as a channel: which questions a page holds, how its fields are read, and what a page brings about."""

from screening.channels.form import context, page, problems, read_fields
from screening.channels.inviting import MARK
from screening.effects import Milestone, PublishResult, Say, Suppress, TellRecruiter
from screening.events import Began, Due, Sent, Settled, Submitted, Texted
from screening.machine import Step, step
from screening.screening import Screening, Status
from screening.scripts.script import Script
from tests.builders import NOON, STORY, a_screening, a_script
from tests.builders import sent as sent_out

BRANCH = """
[[question]]
key = "night"
kind = "yes_no"
ask = "Would you work nights?"
ask_if = { question = "years", at_least = 5 }
"""


def opened(script: Script) -> Screening:
    return step(a_screening(script), script, Began(), NOON).screening


def sent(s: Screening, script: Script, language: str = "en", **given: str) -> Step:
    fields = read_fields(page(s, script), {k: (v,) for k, v in given.items()}, language)
    return step(s, script, Submitted(fields=fields, language=language), NOON + 60_000)


def wrong(s: Screening, script: Script, tried: frozenset[str] = frozenset(), **given: str) -> dict[str, str]:
    asked = page(s, script)
    fields = read_fields(asked, {k: (v,) for k, v in given.items()}, "en")
    return problems(asked, fields, tried, context(s, script, "en", NOON))


def test_the_first_text_holds_the_greeting_and_the_mark_of_a_link() -> None:
    script = a_script("form")
    done = step(a_screening(script), script, Began(), NOON)
    (say,) = (e for e in done.effects if isinstance(e, Say))
    assert say.kind == "intro" and MARK in say.text and "STOP" in say.text and "?" not in say.text
    assert say.link is not None and say.link.round == 0


def test_a_filled_page_gives_the_answers_that_the_same_texts_give() -> None:
    by_form, by_text = a_script("form"), a_script("sms")
    s = sent(opened(by_form), by_form, licence="yes", years="7 years").screening
    t = sent_out(step(a_screening(by_text), by_text, Began(), NOON), by_text).screening
    for n, words in enumerate(("Yes", "7 years")):
        t = step(t, by_text, Texted(message=f"SM{n}", text=words, pause=0), NOON + n).screening
        t = sent_out(step(t, by_text, Settled(), NOON + n), by_text, NOON + n).screening
    assert s.status is t.status is Status.COMPLETED
    assert [(a.question, a.value, a.quote, a.rule) for a in s.answers] == [
        (a.question, a.value, a.quote, a.rule) for a in t.answers
    ]
    assert {a.channel for a in s.answers} == {"form"}
    for a in s.answers:
        message = s.message(a.message)
        assert message is not None and a.quote in message.text


def test_a_question_that_hangs_on_an_answer_waits_for_the_next_page() -> None:
    script = a_script("form", questions=BRANCH)
    s = opened(script)
    assert [q.key for q in page(s, script)] == ["licence", "years"]
    many = sent(s, script, licence="yes", years="7").screening
    assert [q.key for q in page(many, script)] == ["night"] and many.open
    assert many.remind_at is not None
    few = sent(s, script, licence="yes", years="2").screening
    assert few.status is Status.COMPLETED


def test_a_must_have_not_met_is_thanked_and_not_asked_the_rest() -> None:
    script = a_script("form", questions=BRANCH)
    done = sent(opened(script), script, licence="no", years="7")
    assert done.screening.status is Status.KNOCKED_OUT
    assert [e.kind for e in done.effects if isinstance(e, Say)] == ["closing"]
    assert any(isinstance(e, PublishResult) and e.card for e in done.effects)


def test_missing_and_unread_fields_are_named_and_an_unread_one_is_taken_the_second_time() -> None:
    script = a_script("form", questions=STORY)
    s = opened(script)
    assert wrong(s, script) == {"licence": "choose", "years": "missing", "story": "missing"}
    assert wrong(s, script, licence="yes", years="many moons", story="x" * 2001) == {"years": "unread", "story": "long"}
    assert wrong(s, script, frozenset({"years"}), licence="yes", years="many moons", story="I stopped the line") == {}
    done = sent(s, script, licence="yes", years="many moons", story="I stopped the line")
    assert done.screening.unclear == ("years",) and done.screening.status is Status.COMPLETED
    assert any(isinstance(e, TellRecruiter) and "many moons" in e.text for e in done.effects)


def test_blank_fields_are_never_taken() -> None:
    script = a_script("form")
    assert wrong(opened(script), script, frozenset({"licence", "years"}), years=" \n ")["years"] == "missing"


def test_stop_written_into_a_field_is_an_opt_out() -> None:
    script = a_script("form", questions=STORY)
    done = sent(opened(script), script, licence="yes", years="7", story="Stop texting me and delete my number")
    assert done.screening.status is Status.OPTED_OUT
    assert any(isinstance(e, Suppress) for e in done.effects)


def test_someone_who_asks_for_a_person_in_a_field_gets_one_and_the_answers_are_kept() -> None:
    script = a_script("form")
    done = sent(opened(script), script, licence="yes", years="can I talk to a real person please")
    assert done.screening.status is Status.HUMAN_REQUESTED
    assert done.screening.answer("licence") is not None


def test_a_text_instead_of_the_form_is_pointed_to_the_form_and_a_reminder_repeats_the_link() -> None:
    script = a_script("form")
    s = opened(script)
    s = step(s, script, Texted(message="SM1", text="purple", pause=0), NOON + 1).screening
    done = step(s, script, Settled(), NOON + 1)
    assert [MARK in e.text and e.link is not None for e in done.effects if isinstance(e, Say)] == [True]
    reminded = step(done.screening, script, Due(kind="remind", turn=done.screening.turn), NOON + 2)
    assert [(e.kind, MARK in e.text) for e in reminded.effects if isinstance(e, Say)] == [("remind", True)]


def test_a_link_that_follows_the_candidates_own_text_is_a_reply() -> None:
    script = a_script("sms", "form")
    s = step(a_screening(script), script, Began(), NOON).screening
    for message in s.messages:
        s = step(s, script, Sent(message=message.id), NOON).screening
    s = step(s, script, Texted(message="SM1", text="Yes", pause=0), NOON + 60_000).screening
    done = step(s, script, Settled(), NOON + 60_000)
    (say,) = (e for e in done.effects if isinstance(e, Say))
    assert MARK in say.text and not say.started and done.screening.step == 1


def test_the_first_page_counts_as_a_reply() -> None:
    script = a_script("form")
    done = sent(opened(script), script, licence="yes", years="7")
    assert Milestone(name="replied") in done.effects


def test_what_is_picked_means_what_it_says_even_where_a_text_would_not() -> None:
    odd = """
[[question]]
key = "days"
kind = "choice"
several = true
ask = "Which days?"
options = [{ value = "Mon, Tue", points = 5 }, { value = "Stop at noon" }, { value = "Wed" }]
"""
    script = a_script("form", questions=odd)
    s = opened(script)
    given = {"licence": ("yes",), "years": ("7",), "days": ("Mon, Tue", "Stop at noon")}
    fields = read_fields(page(s, script), given, "en")
    done = step(s, script, Submitted(fields=fields, language="en"), NOON)
    answer = done.screening.answer("days")
    assert answer is not None and answer.value == ["Mon, Tue", "Stop at noon"]
    assert done.screening.status is Status.COMPLETED
