"""Pay of a piece of an hour, of several days, of several decades; figures refused, and what happens every week."""

import pytest

from tests.screening.understanding.readings import asked, hear

PAY = ("pay", "What pay do you want?")
LEAST = ("pay", "What is the lowest hourly rate you would take?")
DAY = ("pay", "What day rate do you want?")
WEEK = ("pay", "How much do you need a week?")
SALARY = ("pay", "What salary do you want?")
LINES = ("number", "How many orders did you pick a day?")


def hourly(amount: float) -> dict[str, object]:
    return {"amount": amount, "period": "hour"}


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (LEAST, "nothin below 18", {"min": 18, "period": "hour"}),
        (LEAST, "not goin under 18", {"min": 18, "period": "hour"}),
        (PAY, "im makin 17 now, lookin for 20", hourly(20)),
        (PAY, "35 is wishful thinking. 29", hourly(29)),
        (PAY, "31 would be nice. 27", hourly(31)),
        (LEAST, "walked out of my last place over 13, 18 now", hourly(18)),
        (LEAST, "anything over 13", {"min": 13, "period": "hour"}),
        (PAY, "9 every half hour", hourly(18)),
        (PAY, "4.50 every 15 min", hourly(18)),
        (PAY, "19 an hour, half hour lunch is ok", hourly(19)),
        (PAY, "19 for a half hour drive", hourly(19)),
        (DAY, "450 for the 3 days", {"amount": 150, "period": "day"}),
        (DAY, "150 but only for 3 days", {"amount": 150, "period": "day"}),
        (DAY, "180 for 3 days", {"amount": 60, "period": "day"}),
        (DAY, "90 for 2 days", {"amount": 90, "period": "day"}),
        (PAY, "22 for 40 hours", hourly(22)),
        (WEEK, "1150 to 1250", {"min": 1150, "max": 1250, "period": "week"}),
        (WEEK, "900, free 1400 to 2200", {"amount": 900, "period": "week"}),
        (SALARY, "low to mid sixties", {"min": 60_000, "max": 66_000, "period": "year"}),
        (PAY, "high teens to low twenties", {"min": 18, "max": 23, "period": "hour"}),
        (SALARY, "high 50s to low 60s", {"min": 57_000, "max": 63_000, "period": "year"}),
        (PAY, "they short us every week so 21", hourly(21)),
        (PAY, "i work 6 days a week, 21", hourly(21)),
        (PAY, "850 every week", {"amount": 850, "period": "week"}),
        (PAY, "every week i need 850", {"amount": 850, "period": "week"}),
    ],
)
def test_the_pay_is_worked_out_of_what_is_told(
    question: tuple[str, str], text: str, meant: dict[str, object] | None
) -> None:
    heard = hear(text, asked(*question))
    assert (heard.answer.value if heard.answer else None) == meant
    assert heard.answer is None or heard.answer.quote in text


def test_a_word_without_its_g_is_quoted_as_it_was_sent() -> None:
    heard = hear("Nothin below 18 dollars", asked(*LEAST))
    assert heard.answer and heard.answer.quote.startswith("Nothin below 18")
