"""Pay told beside other figures: what was refused, what was paid once, what a check says, a differential, a place refused."""

import pytest

from screening.understanding.reading import Intent
from tests.screening.understanding.readings import asked, hear

PAY = ("pay", "What hourly pay do you want?")
SALARY = ("pay", "What salary do you want?")
OVERNIGHT = ("pay", "What rate do you want for overnights?")
WEEK = ("pay", "How much do you need a week?")
LEAST = ("pay", "What is the lowest hourly rate you would take?")
WORK_IN = ("location", "What town would you like to work in?")
LIVES = ("location", "What city do you live in?")
FAR = ("location", "How far would you drive to work?")
COMMUTE = ("location", "How long is your commute to our Mesa plant?")


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (PAY, "minimum was 5.15 when i started. 17 will do", {"amount": 17, "period": "hour"}),
        (PAY, "made 9 back when i was a teen, 20 today", {"amount": 20, "period": "hour"}),
        (PAY, "they pay 17 at target, 19 for me", {"amount": 19, "period": "hour"}),
        (PAY, "i passed on 19 last month, 23 does it", {"amount": 23, "period": "hour"}),
        (PAY, "id leave where im at for 22", {"amount": 22, "period": "hour"}),
        (PAY, "18 50, im about 20 miles away", {"amount": 18.5, "period": "hour"}),
        (PAY, "20 25 maybe", {"min": 20, "max": 25, "period": "hour"}),
        (PAY, "19 plus shift diff", {"amount": 19, "period": "hour"}),
        (PAY, "my stub says 18.25 at my job now", None),
        (SALARY, "62 is what i passed on last week, 68 gets me", {"amount": 68_000, "period": "year"}),
        (SALARY, "52 and no more 12 hr shifts", {"amount": 52_000, "period": "year"}),
        (SALARY, "born in 84, 65k", {"amount": 65_000, "period": "year"}),
        (PAY, "25 is my age, 19 is my price", {"amount": 19, "period": "hour"}),
        (PAY, "18 is my number", {"amount": 18, "period": "hour"}),
        (PAY, "offered 17 elsewhere, 18 and ill sign", {"amount": 18, "period": "hour"}),
        (PAY, "level 2 welder 28", {"amount": 28, "period": "hour"}),
        (PAY, "im 6 foot and lift 80, 20", {"amount": 20, "period": "hour"}),
        (PAY, "5 kids 1 income 23", {"amount": 23, "period": "hour"}),
        (PAY, "la renta es 1200, unos 21", {"amount": 21, "period": "hour"}),
        (PAY, "two bucks over minimum", None),
        (SALARY, "credit score 700 lol, 58k", {"amount": 58_000, "period": "year"}),
        (SALARY, "5k more than the 52 i make", {"amount": 57_000, "period": "year"}),
        (SALARY, "boss offered 62 to stay, 66 id go", {"amount": 66_000, "period": "year"}),
        (WEEK, "2000 miles at 55 cents", None),
        (FAR, "bus 12 then 15 min walk", {"minutes": 15}),
        (FAR, "my trucks got 210 on it, 40", {"miles": 40}),
        (FAR, "tank is 14 gallons lol", None),
        (FAR, "in 10 minutes i can tell you", None),
        (FAR, "1 hour lunch, 15 min commute", {"minutes": 15}),
        (FAR, "maps says 22 min i say 30", {"minutes": 30}),
        (FAR, "my mom drives 40 min, id do 20", {"minutes": 20}),
        (PAY, "15 an hour?? nah 18", {"amount": 18, "period": "hour"}),
        (PAY, "zip 43215", None),
        (PAY, "gas went from 3 to 4", None),
        (PAY, "not 15", None),
        (PAY, "15 is insulting 17 is eh 19 is good", {"amount": 19, "period": "hour"}),
        (PAY, "18.50 rn, gotta beat it by 2", {"amount": 20.5, "period": "hour"}),
        (PAY, "dub and a half", {"amount": 30, "period": "hour"}),
        (COMMUTE, "35 w/ traffic 20 without", {"minutes": {"min": 20, "max": 35}}),
        (COMMUTE, "15 on a good day 30 on a bad one", {"minutes": {"min": 15, "max": 30}}),
        (COMMUTE, "20 in my car, 2 kids in it", {"minutes": 20}),
        (OVERNIGHT, "20 is my day rate, so add 1.50 for overnights", {"amount": 21.5, "period": "hour"}),
        (OVERNIGHT, "19 plus the 2 diff", {"amount": 21, "period": "hour"}),
        (LEAST, "union scale is 38 here so thirty five at the least", {"min": 35, "period": "hour"}),
        (WEEK, "700, 750 around there", {"min": 700, "max": 750, "period": "week"}),
        (WORK_IN, "Akron no. Canton yes", {"place": "Canton"}),
        (WORK_IN, "not in Akron", None),
        (WORK_IN, "moving to Akron next month so there", {"place": "Akron"}),
        (LIVES, "used to live in Mesa", None),
        (LIVES, "heading to Vegas saturday", None),
        (LIVES, "university of Phoenix grad", None),
        (LIVES, "Cleveland browns til i die. Akron", {"place": "Akron"}),
        (LIVES, "left Chicago for Hammond", {"place": "Hammond"}),
        (LIVES, "mail goes to Reno, i sleep in Sparks", {"place": "Sparks"}),
        (LIVES, "my kid is in Lansing, we're in Holt", {"place": "Holt"}),
        (FAR, "45, and thats my age", None),
        (FAR, "06 corolla", None),
        (FAR, "2 car seats in the back lol", None),
        (COMMUTE, "depends on traffic at the bridge", None),
        (COMMUTE, "depends, 20 to 30 min", {"minutes": {"min": 20, "max": 30}}),
    ],
)
def test_the_figure_or_town_that_is_meant_is_read(question: tuple[str, str], text: str, meant: object) -> None:
    heard = hear(text, asked(*question))
    assert (heard.reading and heard.reading.value) == meant


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("does retail stockroom count or just warehouses", Intent.QUESTION),
        ("do internships count", Intent.QUESTION),
        ("retail does count right, so 4", Intent.ANSWER),
        ("hired on at 15, 3 years", Intent.ANSWER),
    ],
)
def test_whether_something_counts_is_asked(text: str, intent: Intent) -> None:
    heard = hear(text, asked("number", "How many years of warehouse experience do you have?"))
    assert heard.intent is intent
