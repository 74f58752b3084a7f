"""Figures that stand in a relation are reckoned; where nobody can, or where they only stand side by side, they are not."""

import pytest

from tests.screening.understanding.readings import asked, hear

PEOPLE = "How many people did you manage at once?"
POUNDS = "How many pounds can you lift?"
HOURS = "How many hours a week can you work?"
TICKETS = "How many traffic tickets have you had in the last 5 years?"
MONTHS = "How many months did you work there?"
ACCIDENTS = "How many accidents have you had?"
TRAINED = "How many people have you trained?"
YEARS = "How many years have you been cooking?"
COMMUTE = "How many miles is your commute now?"
KIDS = "How many kids were in your class?"
LANGUAGES = "How many languages do you speak?"
OUT = "How many months have you been out of work?"
LICENCE = "How many years have you had your CDL?"
PATIENTS = "How many patients do you care for on a shift?"


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (PEOPLE, "3 cooks 2 dishwashers and a hostess", 6),
        (PEOPLE, "5 drivers, 4 loaders", 9),
        (PEOPLE, "six: 4 framers 2 helpers", 6),
        (PEOPLE, "12 guys and 3 forklifts", 12),
        (PEOPLE, "10 people 2 shifts", 10),
        (PEOPLE, "4 techs then 9 techs", 9),
        (PEOPLE, "started with 6 and then it was triple that", 18),
        (PEOPLE, "6, wanted double that", 6),
        (POUNDS, "a 40 lb bag in each hand", 80),
        (POUNDS, "40 kilos en cada hombro", 176),
        (POUNDS, "50 lbs with both hands", 50),
        (POUNDS, "60 in each hand, 120 total", 120),
        (PATIENTS, "two wings of 9, all mine", 18),
        (HOURS, "my other job takes 25 so whatevers left out of 40", 15),
        (HOURS, "40 minus one 10, im off fridays. 30", 30),
        (HOURS, "30. 20 days 10 evenings", 30),
        (HOURS, "disability cuts me off over 25", {"max": 25}),
        (HOURS, "takes over 30 to pay rent", {"min": 30}),
        (TICKETS, "had three, lawyer got two tossed", 1),
        (TICKETS, "four, beat two in court", 2),
        (TICKETS, "5 but 4 of those were 2016", 1),
        (TICKETS, "3 and one of them was in 2025", 3),
        (TICKETS, "a speeding ticket and one for running a stop sign", 2),
        (TICKETS, "expired tags and no insurance same stop", 2),
        (TICKETS, "rolled a stop sign in april, thats it", 1),
        (TICKETS, "i think i had a speeding one", None),
        (TICKETS, "no speeding tickets", 0),
        (ACCIDENTS, "fender bender in 2022", 1),
        (ACCIDENTS, "hit a deer and got rear ended", 2),
        (POUNDS, "two 30s at a time", 60),
        (POUNDS, "keg is like 160, i roll it. 75", 75),
        (HOURS, "half of 40", 20),
        (HOURS, "2nd job gets me 16, you get 24", 24),
        (TRAINED, "4 and 3 of em quit", 4),
        (TRAINED, "5 in 2023 6 in 2024", 11),
        (TRAINED, "3 new hires each at 2 stores", 6),
        (YEARS, "15 w/ a 3 yr break in there", 12),
        (YEARS, "did 2 stints, 3 yrs each", 6),
        (YEARS, "a year at ihop and 18 months at dennys", 2.5),
        (YEARS, "kitchen of 12, i ran it 4 yrs", 4),
        (YEARS, "table 9 lol. six", 6),
        (YEARS, "line 5, prep 2", 7),
        (YEARS, "un par", 2),
        (YEARS, "one year shy of ten", 9),
        (YEARS, "admin 5 yrs", 5),
        (HOURS, "30, 40 if needed", {"min": 30, "max": 40}),
        (HOURS, "not 40", None),
        (HOURS, "why not 40", 40),
        (HOURS, "not 40, more like 32", 32),
        (COMMUTE, "18 round trip", 9),
        (KIDS, "10 boys 9 girls", 19),
        (LANGUAGES, "two and a half lol", 2.5),
        (YEARS, "4 on the line then 1 in jail", 4),
        (YEARS, "4 kids 1 wife 8 yrs", 8),
        (YEARS, "10 speed mixer, 4", 4),
        (HOURS, "make 16 rn at 32 hrs", 32),
        (POUNDS, "gym 3x a week, 100 easy", 100),
        (POUNDS, "2 hernias. 20", 20),
        (OUT, "laid off in jan", 2),
        (MONTHS, "march of last year to this january", 10),
        (MONTHS, "april of last year till right now", 11),
        (MONTHS, "laid off 2 months short of my 1 yr mark", 10),
        (MONTHS, "quit a month before my 1 yr", 11),
        (LICENCE, "still in truck school, test in april", 0),
        (LICENCE, "still have it, 8 yrs", 8),
        (LICENCE, "twelve total minus the two i was out", 10),
    ],
)
def test_what_several_figures_come_to_is_the_answer(question: str, text: str, meant: object) -> None:
    heard = hear(text, asked("number", question))
    assert (heard.reading and heard.reading.value) == meant
