"""Number words mistyped by a letter are read, and words that only look like them are not."""

import pytest

from tests.screening.understanding.readings import asked, hear

POUNDS = ("number", "How much weight can you lift, in pounds?")
YEARS = ("number", "How many years have you been a welder?")
PAY = ("pay", "What hourly rate do you want?")


@pytest.mark.parametrize(
    ("text", "question", "meant"),
    [
        ("fourty fve", POUNDS, 45),
        ("sevnty", POUNDS, 70),
        ("hundrad", POUNDS, 100),
        ("sesnta libras", POUNDS, 60),
        ("twleve", YEARS, 12),
        ("thre yrs", YEARS, 3),
        ("svene years", YEARS, None),
        ("fvie years", YEARS, 5),
        ("twetny two", PAY, {"amount": 22, "period": "hour"}),
        ("eightteen", PAY, {"amount": 18, "period": "hour"}),
        ("twenty fine w me", PAY, {"amount": 20, "period": "hour"}),
        ("my ninth shop, im thirsty", YEARS, None),
        ("a nifty little town, the forth", YEARS, None),
    ],
)
def test_a_number_word_a_letter_off_is_that_number(text: str, question: tuple[str, str], meant: object) -> None:
    heard = hear(text, asked(*question))
    assert (heard.reading and heard.reading.value) == meant
