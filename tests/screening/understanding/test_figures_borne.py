"""A figure of another unit than the question's is no answer, nor is what somebody else does."""

import pytest

from screening.understanding.reading import Intent
from tests.screening.understanding.readings import asked, hear

YEARS = ("number", "How many years have you worked in roofing?")
PEOPLE = ("number", "How many people were on your crew?")
PAY = ("pay", "What hourly rate are you looking for?")
FAR = ("location", "How far are you willing to travel for work?")
MONTHS = ("number", "How many months were you at your last job?")
MILES = ("number", "How many miles would you drive to work?")
START = ("date", "When could you start?")
TOWN = ("location", "What city do you live in?")


def value(text: str, question: tuple[str, str]) -> object:
    heard = hear(text, asked(*question))
    return heard.reading.value if heard.intent is Intent.ANSWER and heard.reading else None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("around 40 min", YEARS),
        ("52k", YEARS),
        ("I clock out at 6", YEARS),
        ("a las 4", YEARS),
        ("$19 an hour", YEARS),
        ("dec 12", YEARS),
        ("731 Elm St", YEARS),
        ("one sunday a month", YEARS),
        ("0600 to 1430 every day", PEOPLE),
        ("june 14", PAY),
        ("55 hours", PAY),
        ("call you after 6?", PAY),
        ("may 3", FAR),
        ("$15 in gas", FAR),
        ("I get up at 4", FAR),
        ("exit 12", FAR),
        ("call my cell 555-0142", PEOPLE),
        ("75 cents more than minimum", PAY),
        ("yale 60 and the crown 5000 series", YEARS),
        ("off exit 31", MILES),
        ("203k on my civic", MILES),
        ("started at 17 ended at 19.25", MONTHS),
        ("diesel is 4.89 here", PAY),
        ("finished school in 99", PAY),
    ],
)
def test_a_figure_of_another_unit_is_no_answer(text: str, question: tuple[str, str]) -> None:
    assert value(text, question) is None


@pytest.mark.parametrize(
    ("text", "question", "meant"),
    [
        ("6, been up since 5am", YEARS, 6),
        ("5 years min", YEARS, {"min": 5}),
        ("since march 2019", YEARS, 7),
        ("about 3 I get off at 4", YEARS, 3),
        ("22 and I can do 50 hours", PAY, {"amount": 22, "period": "hour"}),
        ("21, rent is 1300 now", PAY, {"amount": 21, "period": "hour"}),
        ("at least 20", PAY, {"min": 20, "period": "hour"}),
        ("ten four, 6 yrs", YEARS, 6),
        ("one too many lol, 12", YEARS, 12),
        ("3 companies, 8 years", YEARS, 8),
        ("1 year 10 months 20 days, so 2", YEARS, 2),
        ("25 min", FAR, {"minutes": 25}),
        ("15 miles, gas is 4.09", FAR, {"miles": 15}),
        ("toyota 8 years", YEARS, 8),
        ("off hwy 12, 30 is ok", MILES, 30),
        ("25, shes at 150,000 on the clock", MILES, 25),
        ("cigs are 11 a pack lol 20", PAY, {"amount": 20, "period": "hour"}),
        ("bus 40 min", FAR, {"minutes": 40}),
        ("25 minutes so I can be there by 7", FAR, {"minutes": 25}),
    ],
)
def test_beside_other_figures_the_one_in_the_unit_asked_is_read(
    text: str, question: tuple[str, str], meant: object
) -> None:
    found = value(text, question)
    assert found == meant or (isinstance(found, dict) and isinstance(meant, dict) and meant.items() <= found.items())


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("my cousin starts wednesday", START),
        ("my husband can start next week", START),
        ("mi prima empieza el lunes", START),
        ("my neighbor makes 30 there", PAY),
        ("mi tio dice que pagan 19", PAY),
        ("my sister drives an hour", FAR),
        ("my folks live in Tulsa", TOWN),
        ("my uncle did it for a decade", YEARS),
        ("pops showed me, hes been at it 30 yrs", YEARS),
        ("my wife brings home 30", PAY),
    ],
)
def test_what_only_somebody_else_does_is_no_answer(text: str, question: tuple[str, str]) -> None:
    assert value(text, question) is None


@pytest.mark.parametrize(
    ("text", "question", "meant"),
    [
        ("my cousin starts wednesday, I can do friday", START, {"date": "2026-03-13"}),
        ("me and my cousin can start friday", START, {"date": "2026-03-13"}),
        ("my wife can watch the baby starting friday", START, {"date": "2026-03-13"}),
        ("my folks live in Tulsa and I stay with them", TOWN, {"place": "Tulsa"}),
        ("my dad had 30 years in, I have 4", YEARS, 4),
        ("my brothers got 20, i got 3", YEARS, 3),
        ("she has 10 and i have 4", YEARS, 4),
        ("buddy there makes 26, 24 is fine", PAY, {"amount": 24, "period": "hour"}),
        ("manager did 3 years", YEARS, 3),
    ],
)
def test_what_somebody_else_does_beside_one_s_own_answer_does_not_count(
    text: str, question: tuple[str, str], meant: object
) -> None:
    assert value(text, question) == meant
