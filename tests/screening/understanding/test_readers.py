"""What readers know from the script, and corrections."""

import pytest

from screening.scripts.script import Option, RubricLine
from screening.understanding.reading import SURE, Intent
from screening.understanding.tables import table
from tests.screening.understanding.readings import asked, hear

LICENCE = asked(
    "yes_no",
    "Do you hold a valid forklift licence?",
    yes_examples=("got my blue badge",),
    no_examples=("only pallets",),
)
YEARS = asked("number", "How many years have you driven a forklift?", unit="years")


@pytest.mark.parametrize(
    ("reply", "value"), [("got my blue badge", "yes"), ("nah only pallets", "no"), ("only palets", "no")]
)
def test_the_examples_of_the_script_decide_first(reply: str, value: str) -> None:
    heard = hear(reply, LICENCE)
    assert heard.reading and heard.reading.value == value


def test_a_yes_taken_back_is_a_no() -> None:
    heard = hear("yes. oh wait no, it ran out", LICENCE)
    assert heard.reading and (heard.reading.value, heard.reading.rule) == ("no", "yes_no.corrected")


@pytest.mark.parametrize(("sign", "value"), [("👍🏽", "yes"), ("❌", "no")])
def test_an_emoji_alone_answers(sign: str, value: str) -> None:
    heard = hear(sign, LICENCE)
    assert heard.reading and (heard.reading.value, heard.reading.rule) == (value, "yes_no.emoji")


def test_agreeing_to_a_would_you_mind_is_a_no_to_its_words() -> None:
    question = asked("yes_no", "Would you mind working on Sundays?")
    assert (heard := hear("fine by me", question)).reading and heard.reading.value == "no"
    assert hear("yes", question).reading is None


def test_what_only_the_learned_model_says_never_knocks_out_unconfirmed() -> None:
    question = asked("yes_no", "Are you comfortable working in a freezer environment?")
    heard = hear("cold kills my joints", question)
    assert heard.reading is None or heard.reading.confidence < SURE


def test_a_text_that_corrects_itself_corrects_no_earlier_answer() -> None:
    heard = hear("6\nweeks I mean, sorry, not years", YEARS)
    assert heard.reading and heard.reading.value == pytest.approx(6 / 52, abs=1e-4)
    assert not heard.correction


def test_a_text_that_begins_with_a_correction_corrects_an_earlier_answer() -> None:
    assert hear("sorry, I meant 4", YEARS).correction


def test_other_words_of_an_option_come_from_the_script() -> None:
    options = (Option(value="early", also=("before lunch",)), Option(value="late"))
    question = asked("choice", "Early or late?")
    question = type(question)(**{f: getattr(question, f) for f in question.__slots__} | {"options": options})
    heard = hear("before lunch", question)
    assert heard.reading and (heard.reading.value, heard.reading.rule) == ("early", "choice.also")


def test_free_text_is_quoted_from_its_first_evidence_to_its_last() -> None:
    rubric = (RubricLine(name="stopped", evidence=("stopped",)), RubricLine(name="told", evidence=("told",)))
    question = asked("text", "What did you do?", rubric=rubric)
    heard = hear("There was oil so I stopped and told Ann, then lunch", question)
    assert heard.reading and heard.reading.rule == "text.evidence"
    assert heard.reading.quote == "stopped and told"


def test_free_text_without_evidence_is_quoted_whole() -> None:
    question = asked("text", "What did you do?", rubric=(RubricLine(name="stopped", evidence=("stopped",)),))
    heard = hear("I did not do much that day", question)
    assert heard.reading and heard.reading.quote == "I did not do much that day"


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        ("2 weeks after april 1", {"date": "2026-04-15"}),
        ("april 6-10", {"from": "2026-04-06", "to": "2026-04-10"}),
        ("the first monday of april", {"date": "2026-04-06"}),
        ("a week from tomorrow", {"date": "2026-03-19"}),
    ],
)
def test_days_are_reckoned_from_the_moment_of_the_reply(reply: str, value: object) -> None:
    heard = hear(reply, asked("date", "When can you start?"))
    assert heard.reading and heard.reading.value == value


def test_a_bare_number_counts_in_the_unit_of_the_notice_asked_for() -> None:
    heard = hear("3", asked("date", "How many weeks of notice must you give?"))
    assert heard.reading and (heard.reading.value, heard.reading.rule) == ({"date": "2026-04-01"}, "date.count")


def test_the_unit_asked_for_stands_after_how_many() -> None:
    heard = hear("30", asked("number", "How many hours a week can you work?"))
    assert heard.reading and heard.reading.value == 30


def test_distress_goes_to_a_person_and_is_no_opt_out() -> None:
    assert hear("i want to end my life", LICENCE).intent is Intent.HOSTILE


@pytest.mark.parametrize("reply", ["humano", "una persona", "HUMANO por favor"])
def test_the_word_our_notice_gives_for_a_person_calls_one(reply: str) -> None:
    assert hear(reply, LICENCE).intent is Intent.HUMAN


def test_a_yes_with_a_question_behind_it_keeps_both() -> None:
    heard = hear("yes what are the hours", LICENCE)
    assert heard.reading and (heard.reading.value, heard.also) == ("yes", "what are the hours")


def test_a_number_in_another_unit_is_no_count_of_years() -> None:
    assert hear("22 an hour", YEARS).reading is None


def test_min_is_minutes_where_a_way_is_asked_for() -> None:
    heard = hear("12 min", asked("location", "How long is your commute, in minutes?"))
    assert heard.reading and heard.reading.value == {"minutes": 12}


def test_a_time_to_write_again_is_heard() -> None:
    heard = hear("text me at 3pm", LICENCE)
    assert (heard.intent, heard.until and heard.until.hour) == (Intent.DEFER, 15)


@pytest.mark.parametrize(
    "name", ["claims", "criteria", "evidence", "intents", "opt_out", "synonyms", "topics", "trades", "yes_no"]
)
def test_no_pattern_of_a_word_list_stands_twice_in_its_section(name: str) -> None:
    assert [section for section, lines in table(name).items() if len(set(lines)) < len(lines)] == []
