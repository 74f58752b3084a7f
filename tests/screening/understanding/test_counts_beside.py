"""Counts told beside figures that count something else, of two circumstances, of what is left, and of what is named."""

import pytest

from tests.screening.understanding.readings import asked, hear

TYPED = "How many words per minute do you type?"
PATIENTS = "How many patients did you look after on a shift?"
MONTHS = "How many months did you work at your last job?"
YEARS = "How many years have you been welding?"
TOOLS = "How many power tools of your own do you have?"
LIFTS = "How many years of forklift experience do you have?"
BEDS = "How many beds can you make in a day?"
LED = "How many people did you supervise?"
HOURS = "How many hours a week do you want?"
TEAM = "How many people are on your team?"


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (TYPED, "did 71 w 2 errors", 71),
        (TYPED, "took 3 tests, best was 70", 70),
        (TYPED, "10 key 8500 kph, typing 61", 61),
        (TYPED, "typing 57, ten key 9000", 57),
        (TYPED, "ten key 9000", None),
        ("How fast is your ten key, in keystrokes per hour?", "9000 kph", 9000),
        ("How many errors do you make a page?", "2 mistakes maybe", 2),
        (TOOLS, "makita 18v everything", None),
        (TOOLS, "7 of em, 18v", 7),
        (PATIENTS, "one old man at his house", 1),
        (PATIENTS, "just my one lady", 1),
        (PATIENTS, "one lady quit so 9", 9),
    ],
)
def test_a_figure_of_something_else_counts_nothing(question: str, text: str, meant: object) -> None:
    heard = hear(text, asked("number", question))
    assert (heard.reading and heard.reading.value) == meant


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (PATIENTS, "7 on days, 13 on nights and i was nights", 13),
        (PATIENTS, "days had 6 nights had 10, i worked days", 6),
        (PATIENTS, "8 de dia 12 de noche, yo era de noche", 12),
        (PATIENTS, "7 on days, 13 on nights", {"min": 7, "max": 13}),
        (PATIENTS, "9 on paper, real life it was 15", 15),
        (PATIENTS, "state says 8, we had 14", 14),
        (PATIENTS, "en papel 8, en realidad 12", 12),
        (PATIENTS, "9 on paper", 9),
        (PATIENTS, "28 bed unit split even w one other aide", 14),
        (PATIENTS, "40 bed hall and me and another cna split it", 20),
        (PATIENTS, "24 between two of us", 12),
        (PATIENTS, "12 each, one other cna", 12),
        (MONTHS, "7 perm after 2 as a temp", 9),
        (MONTHS, "3 months temp and 9 months hired on", 12),
        (YEARS, "5, 2 of them as a temp", 5),
        (MONTHS, "jan 1 to the end of june", 6),
        (MONTHS, "beginning of april to end of july", 4),
        (MONTHS, "jan 1 to june 30", 6),
        (MONTHS, "del 1 de enero al fin de junio", 6),
        (YEARS, "from the end of 2018 to the end of 2021", 3),
        (YEARS, "jan 2020 to the end of 2022", 3),
        (YEARS, "im 44, been at it half my life", 22),
        (YEARS, "tengo 40 y la mitad de mi vida en esto", 20),
        (YEARS, "im 50, over half my life", {"min": 25}),
        (YEARS, "im 42, my dad did it half his life", None),
        (YEARS, "half my life on nights, 6 yrs", 6),
        (YEARS, "used to say 5 but its more like 3", 3),
        (YEARS, "you said 2 years right? i have 1", 1),
        (YEARS, "4 on my resume, honestly 3", 3),
        (YEARS, "dije 5 pero son 4", 4),
        (YEARS, "3 like yall asked", 3),
        (LIFTS, "had my cert 5 yrs, drove 2", 2),
        (YEARS, "i have my cert and 3 yrs", 3),
        (BEDS, "16 when i was young, 12", 12),
        (BEDS, "12 when we are busy", 12),
        (LED, "22 on the floor but only 7 under me", 7),
        (LED, "12, all under me", 12),
        (HOURS, "20 now hoping for 38", 38),
        (HOURS, "35, currently doing 20", 35),
        (HOURS, "no mas de 30, ahora hago 45", {"max": 30}),
        (HOURS, "30 needing weekends off", 30),
        ("How many hours a week can you work?", "now i have 30, before 20", 30),
    ],
)
def test_of_two_circumstances_ones_own_counts(question: str, text: str, meant: object) -> None:
    heard = hear(text, asked("number", question))
    assert (heard.reading and heard.reading.value) == meant


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (TOOLS, "had 11 pawned 4", 7),
        (TOOLS, "12 but lent my cousin 4", 8),
        (TOOLS, "i own 8 but 2 got stolen", 6),
        (TOOLS, "tenia 8 vendi 3", 5),
        (TEAM, "had 10 lost 20 pounds", 10),
        ("How many cars did you sell a month?", "had 12 sold 5", 12),
        (TOOLS, "just my impact and a sawzall", 2),
        (TOOLS, "drill, jigsaw, grinder", 3),
        (TOOLS, "2 drills 1 grinder", 3),
        (TOOLS, "taladro, sierra y pulidora", 3),
        (TOOLS, "drills and saws", None),
        (TOOLS, "my drill and my uncle's saw", None),
        (TOOLS, "drill, saw, whatever you need, all of it", None),
        (TOOLS, "only hand tools", 0),
        (TOOLS, "puras herramientas de mano", 0),
        (TOOLS, "hand tools and 3 power", 3),
        ("How many tools do you own?", "only hand tools, 40 of em", 40),
    ],
)
def test_what_is_left_and_what_is_named_is_counted(question: str, text: str, meant: object) -> None:
    heard = hear(text, asked("number", question))
    assert (heard.reading and heard.reading.value) == meant
