"""Days of the week chosen by those that are taken, by letters, by all of the week; a no that stands for two joined days."""

import pytest

from tests.screening.understanding.readings import asked, hear

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def days(text: str) -> str:
    """The days heard, by their places from Monday; empty where nothing is recorded."""
    answer = hear(text, asked("choice", "Which days could you work?", DAYS)).answer
    value = answer.value if answer else []
    return "".join(str(DAYS.index(day)) for day in (value if isinstance(value, list) else [str(value)]))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("school is mon/wed and weekends i got my boys", "134"),
        ("t/th class, the rest is open", "02456"),
        ("wednesday is for bible study, you can have the others", "013456"),
        ("class mon, tue and thurs", "2456"),
        ("tuesdays i have court, thursdays too", "02456"),
        ("cant do sundays, church. saturdays i babysit", "01234"),
        ("los domingos tengo misa, los demas dias si", "012345"),
        ("viernes cuido a mis hijos y lunes tengo clase", "12356"),
        ("monday i got dialysis and friday my kids, the other days are good", "12356"),
        ("i have my son tues n wed so thurs thru sun", "3456"),
        ("need sundays off", "012345"),
        ("i work my other job mon-wed", "3456"),
    ],
)
def test_the_days_taken_leave_the_others(text: str, left: str) -> None:
    assert days(text) == left


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("my mom watches my kids weekends so sat sun", "56"),
        ("the kids are in school mon-fri so those days", "01234"),
        ("no class on fridays so fri", "4"),
        ("after church on sundays", "6"),
        ("saturday is for me the best", "5"),
        ("i want to work weekends", "56"),
        ("im off mondays", "0"),
        ("class monday nights, otherwise any day", ""),
        ("i have my kids every other weekend", ""),
        ("therapy wednesdays at 4", ""),
    ],
)
def test_what_takes_no_day_or_only_part_of_one_leaves_none_out(text: str, heard: str) -> None:
    assert days(text) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("tth", "13"),
        ("m/w/f", "024"),
        ("tu/th and sat", "135"),
        ("24/7", "0123456"),
        ("7 days a week no problem", "0123456"),
        ("toda la semana", "0123456"),
        ("the whole week except sunday", "012345"),
        ("mon thru thurs, sorry thru fri", "01234"),
        ("7 days notice", ""),
    ],
)
def test_letters_stand_for_days_and_a_week_for_all(text: str, heard: str) -> None:
    assert days(text) == heard


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("all but monday and friday", "12356"),
        ("any day except sat, sun and mon", "1234"),
        ("todos menos lunes y martes", "23456"),
        ("cant work tuesday and friday", "02356"),
        ("not monday and tuesday is fine", "1"),
        ("not monday, tuesday", "1"),
    ],
)
def test_a_no_stands_for_days_that_are_joined(text: str, heard: str) -> None:
    assert days(text) == heard
