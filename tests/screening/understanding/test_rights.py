"""Which texts ask for a right, and which answer a question with the same word."""

import pytest

from screening.scripts.script import Kind, Option, Question
from screening.understanding.rights import Right, asks_erasure, right

CHOICE = Question(key="d", kind=Kind.CHOICE, ask={"en": "Which team?"}, criterion="d", options=(Option(value="Data"), Option(value="Sales")))  # fmt: skip
TEXT = Question(key="t", kind=Kind.TEXT, ask={"en": "What is your field?"}, criterion="t")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("WHY", Right.WHY), ("why?", Right.WHY), ("Why me?", Right.WHY), ("¿Por qué?", Right.WHY), ("por que", Right.WHY),
        ("DATA", Right.DATA), ("my data please", Right.DATA), ("Send me my data", Right.DATA), ("mis datos", Right.DATA),
        ("what info do you have on me?", Right.DATA), ("DATOS", Right.DATA),
        ("DELETE", Right.DELETE), ("delete.", Right.DELETE), ("Erase", Right.DELETE), ("borrar", Right.DELETE),
        ("ELIMINAR por favor", Right.DELETE),
        ("AGAIN", Right.AGAIN), ("otra vez", Right.AGAIN), ("start over please", Right.AGAIN),
        ("porque sí", None), ("why not", None), ("data entry", None), ("delete it later", None), ("again and again", None),
        ("I delete files at work", None), ("yes", None), ("", None),
    ],
)  # fmt: skip
def test_a_right_is_the_whole_text(text: str, wanted: Right | None) -> None:
    assert right(text, None) is wanted


def test_a_word_that_answers_the_open_question_is_an_answer() -> None:
    assert right("data", CHOICE) is None
    assert right("Data", TEXT) is None
    assert right("DATA", TEXT) is Right.DATA
    assert right("my data", TEXT) is Right.DATA
    assert right("why", TEXT) is Right.WHY


@pytest.mark.parametrize(
    "text", ["delete my data", "please erase all information you have", "borren mis datos", "forget my details"]
)
def test_erasure_is_heard_beside_a_wish_to_be_left_alone(text: str) -> None:
    assert asks_erasure(text)


def test_a_story_about_deleting_is_no_wish() -> None:
    assert not asks_erasure("I removed the pallet and told my boss")
