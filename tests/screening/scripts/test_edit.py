"""Editing a script piece by piece keeps everything that was not touched."""

import tomllib

import pytest

from screening.scripts.edit import Form, moved, named, outline, with_head, with_question, without
from screening.scripts.reader import read_script
from screening.scripts.scoring_words import HINTS, read_scoring, scoring_of
from screening.scripts.script import Kind

SOURCE = """format = 1
name = "dockhand"
title = "Dock hand"
steps = ["sms"]
intro = { en = "Hi {{ first_name }}.", es = "Hola {{ first_name }}." }
closing = { en = "Thanks!", es = "¡Gracias!" }

[[question]]
key = "licence"
kind = "yes_no"
ask = { en = "Do you hold a licence?", es = "¿Tienes licencia?" }
knockout = "no"
yes_examples = ["sure thing"]
weight = 3

[[question]]
key = "years"
kind = "number"
ask = { en = "How many years?", es = "¿Cuántos años?" }
range = [0, 50]
points = [{ at_least = 5, points = 5 }, { at_least = 2, at_most = 4, points = 3 }, { points = 1 }]

[[question]]
key = "shift"
kind = "choice"
ask = { en = "Which shift?", es = "¿Qué turno?" }
options = [{ value = "day" }, { value = "evening", also = ["2nd", "swing"], points = 4 }]

[[question]]
key = "story"
kind = "text"
ask = { en = "Tell me about it.", es = "Cuéntame." }
[[question.rubric]]
name = "stopped the work"
evidence = ["stopped", "parked"]
points = 2
"""


def test_an_outline_shows_what_a_person_would_fill_in() -> None:
    found = outline(SOURCE)
    assert (found.title, found.intro) == ("Dock hand", "Hi {{ first_name }}.")
    licence, years, shift, story = found.questions
    assert (licence.ask, licence.ends, licence.weight) == ("Do you hold a licence?", "no", "3")
    assert years.scoring == "at least 5 = 5\nat least 2, at most 4 = 3\notherwise = 1"
    assert shift.scoring == "day\nevening, 2nd, swing = 4"
    assert story.scoring == "stopped the work: stopped, parked = 2"


def test_a_question_saved_as_it_was_shown_is_unchanged() -> None:
    for place, form in enumerate(outline(SOURCE).questions):
        assert tomllib.loads(with_question(SOURCE, place, form))["question"][place] | {"weight": 0} == tomllib.loads(
            SOURCE
        )["question"][place] | {"weight": 0}


def test_other_languages_and_keys_that_no_form_shows_stay() -> None:
    made = tomllib.loads(with_question(SOURCE, 0, Form(kind="yes_no", ask="Do you hold a licence now?", ends="no")))
    assert made["question"][0]["ask"] == {"en": "Do you hold a licence now?", "es": "¿Tienes licencia?"}
    assert made["question"][0]["yes_examples"] == ["sure thing"]


def test_another_kind_drops_what_belonged_to_the_old_one() -> None:
    made = tomllib.loads(
        with_question(SOURCE, 1, Form(kind="text", ask="What have you driven?", scoring="reach: reach truck = 2"))
    )
    assert set(made["question"][1]) == {"key", "kind", "ask", "weight", "rubric"}


def test_a_new_question_gets_a_short_name_of_its_own() -> None:
    once = with_question(
        SOURCE, None, Form(kind="date", ask="When could you start?", scoring="within 14 days = 5\notherwise = 1")
    )
    twice = with_question(once, None, Form(kind="date", ask="When could you start?"))
    keys = [q["key"] for q in tomllib.loads(twice)["question"]]
    assert keys[-2:] == ["start", "start_2"]
    assert tomllib.loads(twice)["question"][-2]["points"] == [{"within_days": 14, "points": 5}, {"points": 1}]


def test_questions_move_within_their_bounds_and_go() -> None:
    def keys(source: str) -> list[str]:
        return [q["key"] for q in tomllib.loads(source)["question"]]

    assert keys(moved(SOURCE, 0, 1)) == ["years", "licence", "shift", "story"]
    assert keys(moved(SOURCE, 0, -1)) == keys(moved(SOURCE, 9, 1)) == ["licence", "years", "shift", "story"]
    assert keys(without(SOURCE, 2)) == ["licence", "years", "story"]


def test_the_words_around_the_questions_change_in_one_language() -> None:
    made = tomllib.loads(with_head(SOURCE, title="Dock hand, nights", intro="Hello {{ first_name }}.", closing=""))
    assert made["title"] == "Dock hand, nights"
    assert made["intro"] == {"en": "Hello {{ first_name }}.", "es": "Hola {{ first_name }}."}
    assert "closing" not in made
    assert tomllib.loads(named(SOURCE, "other"))["name"] == "other"


def test_what_is_edited_is_still_a_script() -> None:
    made = with_question(SOURCE, 1, Form(kind="number", ask="How many years?", scoring="at least 3 = 5\notherwise = 1"))
    assert read_script(made).questions[1].points[0].at_least == 3


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.NUMBER, "at least 5"),
        (Kind.NUMBER, "five = 5"),
        (Kind.YES_NO, "maybe = 3"),
        (Kind.CHOICE, " , = 3"),
        (Kind.TEXT, "no colon = 2"),
    ],
)
def test_scoring_that_cannot_be_read_is_named(kind: str, words: str) -> None:
    with pytest.raises(ValueError, match="“"):
        read_scoring(kind, words)


def test_a_weight_that_is_no_number_is_named() -> None:
    with pytest.raises(ValueError, match="no number"):
        with_question(SOURCE, 0, Form(kind="yes_no", ask="x", weight="heavy"))


def test_every_kind_has_a_hint_and_reads_back_what_it_shows() -> None:
    assert set(HINTS) == set(Kind)
    for q in tomllib.loads(SOURCE)["question"]:
        assert read_scoring(q["kind"], scoring_of(q)) == {k: q[k] for k in ("points", "options", "rubric") if k in q}


def test_the_other_language_is_written_changed_and_removed() -> None:
    plain = 'format = 1\nname = "a"\ntitle = "A"\nsteps = ["sms"]\nintro = "Hi"\n'
    both = with_head(plain, title="A", intro="Hi", closing="Bye", intro_other="Hola", closing_other="")
    asked = with_question(both, None, Form(ask="Do you drive?", ask_other="¿Conduces?"))
    made = tomllib.loads(asked)
    assert (made["intro"], made["closing"]) == ({"en": "Hi", "es": "Hola"}, "Bye")
    assert made["question"][0]["ask"] == {"en": "Do you drive?", "es": "¿Conduces?"}
    shown = outline(asked)
    assert (shown.intro_other, shown.closing_other, shown.questions[0].ask_other) == ("Hola", "", "¿Conduces?")
    gone = with_question(asked, 0, Form(ask="Do you drive?", ask_other=""))
    assert tomllib.loads(gone)["question"][0]["ask"] == "Do you drive?"
    spanish = with_head(f'{plain}language = "es"\n', title="A", intro="Hola", closing="", intro_other="Hi")
    assert tomllib.loads(spanish)["intro"] == {"es": "Hola", "en": "Hi"}
