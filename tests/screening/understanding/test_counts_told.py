"""Counts told in words: a count before the list of it, several of one kind in a list, the last of several, a load split."""

import pytest

from tests.screening.understanding.readings import asked, hear

JOBS = ("number", "How many different employers have you had in the last 3 years?")
TICKETS = ("number", "How many moving violations do you have?")
MONTHS = ("number", "How many months were you at your last job?")
PATIENTS = ("number", "How many patients do you look after on a shift?")
SPEED = ("number", "How many words a minute do you type?")
LED = ("number", "How many people have you supervised at one time?")


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (JOBS, "two, the cannery and the dock", 2),
        (JOBS, "just the one, they shut down in march", 1),
        (JOBS, "the cannery and the dock", 2),
        (JOBS, "a bakery, two hotels and the airport", 4),
        (JOBS, "2 hotels, 1 diner", 3),
        (JOBS, "two, no wait, three", 3),
        (TICKETS, "two speeding and a stop sign", 3),
        (TICKETS, "two, a speeding and a stop sign", 2),
        (TICKETS, "2 speeding", 2),
        (MONTHS, "3 years at the cannery but the last one was 7 months", 7),
        (MONTHS, "last one was 7 months", 7),
        (PATIENTS, "30 on the wing and there are 3 of us, we split it", 10),
        (PATIENTS, "10, there are 3 of us", 10),
        (SPEED, "nunca me han medido", None),
        (SPEED, "nunca he escrito a maquina", 0),
        (LED, "two crews, one of 5 and one of 8", 13),
    ],
)
def test_a_count_is_what_the_words_come_to(question: tuple[str, str], text: str, meant: object) -> None:
    heard = hear(text, asked(*question))
    assert (heard.answer.value if heard.answer else None) == meant
