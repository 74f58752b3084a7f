"""Options likened to one another, offered with ease, put right, or concluded from a question asked back."""

import pytest

from screening.understanding.reading import Intent
from tests.screening.understanding.readings import asked, hear

PLACES = ("Foxhall", "Mercer Avenue", "Depot")
SHIFTS = ("1st shift (6a-2p)", "2nd shift (2p-10p)", "3rd shift (10p-6a)")
TURNS = ("Turn A: every other Saturday", "Turn B: every other Sunday", "Turn C: one whole weekend a month")


def chosen(text: str, options: tuple[str, ...]) -> list[str]:
    answer = hear(text, asked("choice", "Which one suits you?", options)).answer
    value = answer.value if answer else []
    return value if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cant reach foxhall and the depot is even farther", ["Mercer Avenue"]),
        ("not foxhall. depot isnt any closer", ["Mercer Avenue"]),
        ("depot is too far n so is mercer", ["Foxhall"]),
        ("no bus to foxhall or the depot", ["Mercer Avenue"]),
        ("ni foxhall ni mercer", ["Depot"]),
        ("foxhall me queda lejos y mercer peor", ["Depot"]),
        ("foxhall no y mercer tampoco", ["Depot"]),
        ("cant do the depot. foxhall is not far", ["Foxhall"]),
        ("hate the depot, mercer is better", ["Mercer Avenue"]),
        ("mercer is good but foxhall is even better", ["Foxhall"]),
        ("foxhall is not bad", ["Foxhall"]),
        ("depot, no problem. foxhall too", ["Foxhall", "Depot"]),
    ],
)
def test_an_option_likened_to_a_refused_one_is_refused_too(text: str, meant: list[str]) -> None:
    assert chosen(text, PLACES) == meant


@pytest.mark.parametrize(
    ("options", "text", "places"),
    [
        (SHIFTS, "1st or 2nd makes no difference", (0, 1)),
        (SHIFTS, "second or third, i dont mind", (1, 2)),
        (SHIFTS, "primero o segundo me da igual", (0, 1)),
        (TURNS, "a or c either way", (0, 2)),
        (TURNS, "b or c idc", (1, 2)),
        (SHIFTS, "second, doesnt matter", (1,)),
        (SHIFTS, "doesnt matter", (0, 1, 2)),
        (SHIFTS, "third... on second thought first", (0,)),
        (SHIFTS, "nights. jk days", (0,)),
    ],
)
def test_ease_adds_no_option_and_a_correction_takes_one_back(
    options: tuple[str, ...], text: str, places: tuple[int, ...]
) -> None:
    assert chosen(text, options) == [options[at] for at in places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("B. hold on is B the sunday one? then A", (0,)),
        ("is C the full weekend? ok then B", (1,)),
        ("A. A is saturdays right?", (0,)),
        ("the sunday one", (1,)),
        ("saturdays", (0,)),
        ("cant do saturdays, cant give up a whole weekend", (1,)),
    ],
)
def test_what_is_asked_back_is_no_choice_but_what_is_drawn_from_it(text: str, places: tuple[int, ...]) -> None:
    assert chosen(text, TURNS) == [TURNS[at] for at in places]


@pytest.mark.parametrize("text", ["B. is that sunday? if not A", "is A saturdays? if so A"])
def test_a_choice_that_hangs_on_a_question_is_a_question(text: str) -> None:
    assert hear(text, asked("choice", "Which one suits you?", TURNS)).intent is Intent.QUESTION
