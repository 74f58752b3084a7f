"""Words a letter off, and words beside which another one turns the sense."""

import pytest

from screening.understanding.cli_rows import row


def heard(kind: str, question: str, text: str) -> tuple[object, object]:
    got = row({"kind": kind, "question": question, "text": text, "reference_time": "2026-06-01T10:00:00"})
    return got["intent"], got["value"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("absolutly not", "no"),
        ("definatly not", "no"),
        ("certanly not", "no"),
        ("ofc not", "no"),
        ("def not a problem", "yes"),
        ("definitely not an issue", "yes"),
    ],
)
def test_a_strong_word_before_not_is_turned_however_it_is_spelt(text: str, value: str) -> None:
    assert heard("yesno", "Can you work the night shift?", text) == ("answer", value)


@pytest.mark.parametrize(
    ("kind", "question", "text"),
    [
        ("yesno", "Do you own a smartphone?", "txting u from it now"),
        ("yesno", "Is email a good way to reach you?", "no, skip the emails, texting works"),
        ("pay", "What pay are you after?", "19, no more of that 15 i got last summer"),
        ("yesno", "Can you stay late now and then?", "yall need to stop by my house and ask my wife lol yes"),
    ],
)
def test_an_answer_with_words_of_an_opt_out_is_none(kind: str, question: str, text: str) -> None:
    assert heard(kind, question, text)[0] == "answer"


@pytest.mark.parametrize(
    "text",
    [
        "lose this number, i got my own shop",
        "my wife says yall need to stop, same here",
        "remove my info. i work for my uncle",
        "you people really need to stop",
    ],
)
def test_a_wish_beside_a_reason_is_heard(text: str) -> None:
    assert heard("choice", "How do you want to be paid?", text)[0] == "opt_out"


def test_a_meeting_in_person_is_asked_about_and_nobody_asks_who_we_are() -> None:
    assert heard("date", "Which day suits you for an interview?", "is it in person or on a screen?")[0] == "question"


def test_what_was_meant_for_somebody_else_went_to_a_wrong_number() -> None:
    assert heard("date", "When can you start?", "i think this text was meant for another person")[0] == "wrong_number"
