"""The interview apart from its channels."""

import pytest

from screening.interview import knocks_out, lost, must_confirm, next_question, recorded
from screening.screening import Answer, Screening
from screening.scripts.reader import read_script
from screening.scripts.script import Question, Script
from screening.understanding.reading import SURE, Reading, Value
from tests.builders import NOON, a_screening, a_script

CHOICE = """
[[question]]
key = "area"
kind = "choice"
ask = "Which areas do you cover?"
options = [{ value = "north" }, { value = "south" }, { value = "east" }]
several = true
knockout = ["north", "south"]
"""
HANGING = """
[[question]]
key = "trucks"
kind = "number"
ask = "How many trucks were there?"
ask_if = { question = "years", at_least = 2 }
"""


def an_answer(question: str, value: Value, **changes: object) -> Answer:
    fields: dict[str, object] = {
        "question": question,
        "value": value,
        "quote": "q",
        "message": "M1",
        "rule": "r",
        "confidence": 0.9,
        "engine": "e",
        "at": NOON,
    }
    return Answer(**{**fields, **changes})  # type: ignore[arg-type]


def a_reading(value: Value, confidence: float = 0.9) -> Reading:
    return Reading(value=value, quote="the quote", confidence=confidence, rule="the.rule")


def asked(script: Script, key: str) -> Question:
    found = script.question(key)
    assert found is not None
    return found


def with_answers(script: Script, **values: Value) -> Screening:
    s = a_screening(script)
    for key, value in values.items():
        s = s.with_answer(an_answer(key, value))
    return s


def test_questions_come_in_the_order_of_the_script() -> None:
    script = a_script(questions=HANGING)
    assert next_question(a_screening(script), script) == script.questions[0]
    assert next_question(with_answers(script, licence="yes"), script) == script.questions[1]
    assert next_question(with_answers(script, licence="yes", years=5), script) == script.questions[2]
    assert next_question(with_answers(script, licence="yes", years=5, trucks=2), script) is None


@pytest.mark.parametrize("field", ["unclear", "pending"])
def test_what_was_left_unclear_or_waits_for_its_words_is_not_asked_again(field: str) -> None:
    script = a_script()
    s = a_screening(script, **{field: ("licence",)})
    assert next_question(s, script) == script.questions[1]


def test_a_question_is_passed_over_where_its_condition_is_not_met() -> None:
    script = a_script(questions=HANGING)
    assert next_question(with_answers(script, licence="yes", years=1), script) is None


def test_an_earlier_question_is_found_though_later_ones_are_answered() -> None:
    script = a_script()
    assert next_question(with_answers(script, years=5), script) == script.questions[0]


def test_a_later_step_is_not_asked_yet() -> None:
    script = a_script("sms", "form")
    s = with_answers(script, licence="yes")
    assert next_question(s, script) is None
    assert next_question(s.having(step=1), script) == script.questions[1]


@pytest.mark.parametrize(("value", "ends"), [("no", True), ("yes", False)])
def test_the_named_answer_knocks_out(value: str, ends: bool) -> None:
    assert knocks_out(asked(a_script(), "licence"), a_reading(value)) is ends


def test_a_question_without_a_must_have_never_knocks_out() -> None:
    assert knocks_out(asked(a_script(), "years"), a_reading(0)) is False
    assert knocks_out(asked(a_script(), "years"), a_reading([])) is False


@pytest.mark.parametrize(
    ("value", "ends"),
    [(["north"], True), (["north", "south"], True), (["north", "east"], False), (["east"], False), ("south", True)],
)
def test_one_good_choice_among_several_saves(value: Value, ends: bool) -> None:
    assert knocks_out(asked(a_script(questions=CHOICE), "area"), a_reading(value)) is ends


def test_only_a_knock_out_that_is_less_than_sure_is_confirmed_and_only_once() -> None:
    script = a_script()
    s, q = a_screening(script), asked(script, "licence")
    assert must_confirm(s, q, a_reading("no", SURE - 0.01)) is True
    assert must_confirm(s, q, a_reading("no", SURE)) is False
    assert must_confirm(s, q, a_reading("yes", SURE - 0.01)) is False
    assert must_confirm(s.having(confirmed=("licence",)), q, a_reading("no", SURE - 0.01)) is False
    assert must_confirm(s.having(confirmed=("years",)), q, a_reading("no", SURE - 0.01)) is True
    assert must_confirm(s.having(unscored="no notice"), q, a_reading("no", SURE - 0.01)) is False


def test_a_must_have_not_met_is_named() -> None:
    script = a_script(questions=CHOICE)
    assert lost(a_screening(script), script) is None
    assert lost(with_answers(script, licence="yes", years=0), script) is None
    assert lost(with_answers(script, licence="no"), script) == asked(script, "licence")
    assert lost(with_answers(script, licence="yes", area=["north"]), script) == asked(script, "area")
    assert lost(with_answers(script, licence="yes", area=["north", "east"]), script) is None


def test_a_question_that_was_left_unclear_is_not_lost() -> None:
    script = a_script()
    assert lost(a_screening(script, unclear=("licence",)), script) is None


def test_a_reading_becomes_an_answer_as_it_is() -> None:
    reading = a_reading(7, 0.66)
    answer = recorded(asked(a_script(), "years"), reading, "M9", "engine-1", 123, "voice")
    assert answer == Answer(
        question="years",
        value=7,
        quote="the quote",
        message="M9",
        rule="the.rule",
        confidence=0.66,
        engine="engine-1",
        at=123,
        channel="voice",
    )


def test_scripts_without_questions_have_nothing_to_ask() -> None:
    script = read_script('format = 1\nname = "x"\ntitle = "X"\n[[question]]\nkey = "a"\nkind = "yes_no"\nask = "A?"\n')
    assert next_question(with_answers(script, a="no"), script) is None
    assert lost(with_answers(script, a="no"), script) is None
