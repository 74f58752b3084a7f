"""Pay of a stretch of time and pay counted from another, beside figures that look like it and are none."""

import pytest

from tests.screening.understanding.readings import asked, hear

HOUR = "What hourly rate are you looking for?"
LEAST = "What is the lowest hourly rate you would take?"
WEEK = "How much do you need a week?"
DAY = "What do you charge per day?"
SALARY = "What salary do you want?"
LAST = "What did your last job pay?"


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (LAST, "4100 mo", {"amount": 4100, "period": "month"}),
        (LAST, "4k mo clean", {"amount": 4000, "period": "month"}),
        (LAST, "870 wk", {"amount": 870, "period": "week"}),
        (LAST, "190 day", {"amount": 190, "period": "day"}),
        (LAST, "2600 mes", {"amount": 2600, "period": "month"}),
        (LAST, "16 for 8 mo", {"amount": 16, "period": "hour"}),
        (LAST, "14 mo ago i made 17", {"amount": 17, "period": "hour"}),
        (WEEK, "900 wk or so", {"amount": 900, "period": "week"}),
        (WEEK, "8 wk old baby, 700", {"amount": 700, "period": "week"}),
        (WEEK, "600 mo rent so 720", {"amount": 720, "period": "week"}),
        (WEEK, "every 2 wks i clear 1500", {"amount": 750, "period": "week"}),
        (WEEK, "biweekly check is 1640, half of that", {"amount": 820, "period": "week"}),
        (WEEK, "me pagan 1400 cada quincena, la mitad", {"amount": 700, "period": "week"}),
        (WEEK, "paid every 2 weeks, 850 a week", {"amount": 850, "period": "week"}),
        (WEEK, "paid biweekly now. need 900", {"amount": 900, "period": "week"}),
        (WEEK, "gano 800 ahora, unos 100 mas", {"amount": 900, "period": "week"}),
        (HOUR, "20 for a day shift", {"amount": 20, "period": "hour"}),
        (DAY, "180 for a half day 310 full", {"amount": 310, "period": "day"}),
        (DAY, "half day 160, full day 290", {"amount": 290, "period": "day"}),
        (DAY, "150 half a day n 280 for the whole day", {"amount": 280, "period": "day"}),
        (DAY, "medio dia 120, dia completo 220", {"amount": 220, "period": "day"}),
        (DAY, "half day is 150", None),
        (DAY, "220, half a day friday ok", {"amount": 220, "period": "day"}),
        (DAY, "280 plus materials", {"amount": 280, "period": "day"}),
        (DAY, "280 + supplies and dump fees", {"amount": 280, "period": "day"}),
        (DAY, "280 plus a day", {"min": 280, "period": "day"}),
        (DAY, "280 plus", {"min": 280, "period": "day"}),
    ],
)
def test_pay_is_of_the_stretch_that_is_told(question: str, text: str, meant: object) -> None:
    heard = hear(text, asked("pay", question))
    assert (heard.reading and heard.reading.value) == meant


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (HOUR, "what i get now plus 2, im at 19", {"amount": 21, "period": "hour"}),
        (HOUR, "current plus 3. currently 18", {"amount": 21, "period": "hour"}),
        (HOUR, "im at 19 now, plus 2", {"amount": 21, "period": "hour"}),
        (HOUR, "lo que gano mas 2, gano 18", {"amount": 20, "period": "hour"}),
        (HOUR, "im at 18 and another 2 would do it", {"amount": 20, "period": "hour"}),
        (HOUR, "another 2 weeks and im free, 18", {"amount": 18, "period": "hour"}),
        (HOUR, "21 plus 2 weeks vacation", {"amount": 21, "period": "hour"}),
        (WEEK, "im at 1300, another 2 hundred", {"amount": 1500, "period": "week"}),
        (WEEK, "bringing home 680 now and i need a hundred more", {"amount": 780, "period": "week"}),
        (WEEK, "im on 1000 rn, couple hundred more", {"amount": 1200, "period": "week"}),
        (WEEK, "gano 700, otros 100", {"amount": 800, "period": "week"}),
        (WEEK, "i make 1500 and gave up another 300 in bonus", {"amount": 1500, "period": "week"}),
        (SALARY, "low end 54, high end 60. thousands", {"min": 54_000, "max": 60_000, "period": "year"}),
        (SALARY, "high end 57k, low end 52k", {"min": 52_000, "max": 57_000, "period": "year"}),
        (SALARY, "floor is 50, ceiling 58", {"min": 50_000, "max": 58_000, "period": "year"}),
        (WEEK, "my low week was 600, top week 1000", {"amount": 600, "period": "week"}),
        (LEAST, "21, twenty if its close to home", {"amount": 20, "period": "hour"}),
        (LEAST, "19, 18 si es de dia", {"amount": 18, "period": "hour"}),
        (LEAST, "17, 19 if its nights", {"amount": 17, "period": "hour"}),
        (HOUR, "last place 16, 18 here", {"amount": 18, "period": "hour"}),
        (HOUR, "i make 17 here, want 20", {"amount": 20, "period": "hour"}),
        (HOUR, "i know its 16 but 17.50", {"amount": 17.5, "period": "hour"}),
        (HOUR, "dije 18 pero mejor 19", {"amount": 19, "period": "hour"}),
        (HOUR, "used to get 23 but 19 is ok", {"amount": 19, "period": "hour"}),
        (HOUR, "heard its 21 but 20 is fine", {"amount": 20, "period": "hour"}),
        (HOUR, "19 is good but id like 22", {"amount": 22, "period": "hour"}),
        (HOUR, "15 hell no. 18", {"amount": 18, "period": "hour"}),
        (HOUR, "i said 20", {"amount": 20, "period": "hour"}),
        (HOUR, "21, 20 if its close to home", {"amount": 21, "period": "hour"}),
    ],
)
def test_pay_is_counted_from_another_or_runs_to_it(question: str, text: str, meant: object) -> None:
    heard = hear(text, asked("pay", question))
    assert (heard.reading and heard.reading.value) == meant
