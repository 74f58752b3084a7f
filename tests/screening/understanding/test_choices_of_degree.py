"""Several sizes of which one is worn, how well a language is spoken, a skill or a job told in other words, the longer of two."""

import pytest

from tests.screening.understanding.readings import asked, hear

SIZES = ("Small/Medium", "Large/XL", "2X/3X", "4X/5X")
ENGLISH = ("Basic", "Conversational", "Fluent", "Native")
SCHOOL = ("No diploma", "High school diploma or GED", "Some college", "Associate degree", "Bachelor's or higher")
JOBS = ("Picker", "Lift Operator", "Floor Supervisor", "Cleaner")
RIGS = ("Box truck", "Flatbed", "Tanker", "Reefer")
SHIFTS = ("1st shift (7a-3p)", "2nd shift (3p-11p)", "3rd shift (11p-7a)")


def chosen(text: str, question: str, options: tuple[str, ...]) -> list[str]:
    answer = hear(text, asked("choice", question, options)).answer
    value = answer.value if answer else []
    return value if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("used to be a 5x, im a 3x these days", ["2X/3X"]),
        ("was a medium before the kids, large now", ["Large/XL"]),
        ("somewhere between an xl and a 2x", ["Large/XL", "2X/3X"]),
        ("medium or large", ["Small/Medium", "Large/XL"]),
        ("large. sorry 2x", ["2X/3X"]),
        ("xl is too tight so 2x", ["2X/3X"]),
        ("my son wears 4x, im a small", ["Small/Medium"]),
        ("2x or 3x same thing", ["2X/3X"]),
        ("2x in carhartt but xl in dickies", []),
        ("bigger than xl", []),
    ],
)
def test_of_several_sizes_the_one_worn_counts(text: str, meant: list[str]) -> None:
    assert chosen(text, "What size shirt?", SIZES) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no so good", ["Basic"]),
        ("not that great honestly", ["Basic"]),
        ("not bad", []),
        ("born n raised in ohio", ["Native"]),
        ("i was born here", ["Native"]),
        ("born in honduras", []),
        ("people think i was born here", []),
        ("i came here at 10 but i dream in it", ["Fluent"]),
        ("i have an accent", []),
    ],
)
def test_how_well_a_language_is_spoken(text: str, meant: list[str]) -> None:
    assert chosen(text, "How good is your English?", ENGLISH) == meant


@pytest.mark.parametrize(
    ("question", "options", "text", "meant"),
    [
        ("What is your highest level of education?", SCHOOL, "walked across the stage in 07, no college", [SCHOOL[1]]),
        ("What is your highest level of education?", SCHOOL, "never walked the stage", [SCHOOL[0]]),
        ("Which job?", JOBS, "the boss one", [JOBS[2]]),
        ("Which job?", JOBS, "my boss told me to apply", []),
        ("What have you driven most?", RIGS, "reefer in my 20s, tanker since which is longer", [RIGS[2]]),
        ("What have you driven most?", RIGS, "started in a box truck but flatbed for the last 9", [RIGS[1]]),
        ("What have you driven most?", RIGS, "tanker 2 yrs reefer 9", [RIGS[3]]),
        ("What have you driven most?", RIGS, "6 months flatbed, 3 years box truck", [RIGS[0]]),
        ("What have you driven most?", RIGS, "tanker and reefer, 5 years", [RIGS[2], RIGS[3]]),
        ("What have you driven?", RIGS, "tanker 2 yrs and reefer 9", [RIGS[2], RIGS[3]]),
        ("Which shift?", SHIFTS, "10 hour days only", []),
        ("Which shift?", SHIFTS, "4 days a week", []),
        ("Which shift?", SHIFTS, "days only", [SHIFTS[0]]),
    ],
)
def test_degrees_told_in_other_words(question: str, options: tuple[str, ...], text: str, meant: list[str]) -> None:
    assert chosen(text, question, options) == meant
