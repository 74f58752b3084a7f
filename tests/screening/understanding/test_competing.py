"""Replies in which words and figures compete: what is refused, told of the past, a reason or a figure of speech gives way."""

import pytest

from screening.understanding.reading import Intent
from tests.screening.understanding.readings import asked, hear

SHIFTS = ("1st shift (6am-2pm)", "2nd shift (2pm-10pm)", "3rd shift (10pm-6am)")
SITES = ("Harbor", "Mill Road", "Eastgate")
START = ("date", "When can you start?")
PAY = ("pay", "What hourly pay do you want?")
SALARY = ("pay", "What salary are you looking for?")
AGE = ("number", "How old are you?")
YEARS = ("number", "How many years have you been a machinist?")
MOST = ("number", "What is the most people you have supervised at once?")
TICKETS = ("number", "How many speeding tickets have you had?")


def value(text: str, question: tuple[str, str], options: tuple[str, ...] = ()) -> object:
    heard = hear(text, asked(*question, options))
    return heard.reading.value if heard.intent is Intent.ANSWER and heard.reading else None


def shift(text: str) -> object:
    return value(text, ("choice", "Which shift do you want?"), SHIFTS)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("hold on a second... mornings", 0),
        ("third. my old place had me on second and I hated it", 2),
        ("my second choice would be 3rd but really 1st", 0),
        ("I'll take 3rd, 1st im barely awake", 2),
    ],
)
def test_a_figure_of_speech_or_an_old_shift_is_not_chosen(text: str, index: int) -> None:
    assert shift(text) == SHIFTS[index]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("I live on mill road but eastgate is close to my gym", "Eastgate"),
        ("harbor too, and eastgate", ["Harbor", "Eastgate"]),
        ("harbor had a nice break room last summer, eastgate my uncle knows the foreman", None),
    ],
)
def test_where_two_options_stand_apart_and_nothing_decides_it_is_asked_again(text: str, site: object) -> None:
    assert value(text, ("choice", "Which site suits you?"), SITES) == site


@pytest.mark.parametrize(
    ("text", "question", "meant"),
    [
        ("the 20th I cant, the 24th yes", START, {"date": "2026-03-24"}),
        ("friday i cant", START, None),
        ("el jueves 19, no el jueves 12", START, {"date": "2026-03-19"}),
        ("how bout fri", START, {"date": "2026-03-13"}),
        ("2mrw", START, {"date": "2026-03-12"}),
        ("3 years ago I would have said today lol", START, {"date": "2026-03-11"}),
    ],
)
def test_the_day_that_can_be_done_is_read(text: str, question: tuple[str, str], meant: object) -> None:
    assert value(text, question) == meant


@pytest.mark.parametrize(
    ("text", "question", "amount"),
    [
        ("21.50 days, I asked the last agency 24", PAY, 21.5),
        ("18, diesel is 4.20 or id say 16", PAY, 18),
        ("24 and 3 quarters", PAY, 24.75),
        ("19\n20 actually", PAY, 20),
    ],
)
def test_the_pay_meant_now_is_read(text: str, question: tuple[str, str], amount: float) -> None:
    found = value(text, question)
    assert isinstance(found, dict) and found.get("amount") == amount


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("7", SALARY),
        ("more than the 16 you gave me last year", PAY),
        ("depends what the night diff is after 8", PAY),
        ("31 years in the trade", AGE),
        ("lived in 4 states", AGE),
    ],
)
def test_a_figure_that_cannot_be_the_answer_is_none(text: str, question: tuple[str, str]) -> None:
    assert value(text, question) is None


@pytest.mark.parametrize(
    ("text", "question", "meant"),
    [
        ("started 2004 at 18 w my dad, laid off twice, all in all its been 19 years", YEARS, 19),
        ("usually 3 or 4, one summer 15 at the arena", MOST, 15),
        ("never even a parking ticket, been driving 30 years", TICKETS, 0),
        ("44, not like the 20s no more", AGE, 44),
        ("19, 20 in three weeks", AGE, 19),
    ],
)
def test_of_several_figures_the_one_asked_for_is_read(text: str, question: tuple[str, str], meant: object) -> None:
    assert value(text, question) == meant


@pytest.mark.parametrize(
    ("text", "question", "locale"),
    [
        ("llámame el jueves a las 3", START, "es-US"),
        ("márqueme en la tarde", ("choice", "Which part of the day?"), "es-US"),
        ("termino a las 6, ya después contesto", YEARS, "es-US"),
        ("le aviso el sábado", START, "es-US"),
        ("still slammed. 5?", YEARS, "en-US"),
    ],
)
def test_when_to_talk_is_no_answer(text: str, question: tuple[str, str], locale: str) -> None:
    options = ("mañana", "tarde", "noche") if question[0] == "choice" else ()
    assert hear(text, asked(*question, options), locale).intent is Intent.DEFER


@pytest.mark.parametrize(
    ("text", "options", "meant"),
    [
        ("english, my french is rusty", ("English", "French"), "English"),
        ("van, the truck belongs to my uncle", ("Van", "Truck"), "Van"),
        ("wearing a medium, my wife wears small", ("Small", "Medium"), "Medium"),
        ("email is dead to me, text", ("Email", "Text"), "Text"),
        ("none in sales, cashier 2 years", ("Sales", "Cashier"), "Cashier"),
        ("good morning! evening please", ("Morning", "Evening"), "Evening"),
        ("mill is ten minutes, harbor is over the bridge", ("Mill", "Harbor"), None),
        ("half my calls are wrong numbers, text", ("Call", "Text"), "Text"),
    ],
)
def test_the_option_said_by_itself_is_taken_and_a_contrast_asked_again(
    text: str, options: tuple[str, ...], meant: object
) -> None:
    assert value(text, ("choice", "Which one is it?"), options) == meant


@pytest.mark.parametrize(
    ("text", "question", "meant"),
    [
        ("none in 3 years", ("number", "How many days of work did you miss last year?"), 0),
        ("24/7 haha, 50", ("number", "How many hours a week can you work?"), 50),
        ("5'11 and 36", AGE, 36),
        ("born in 97", AGE, 29),
        ("20 in august", AGE, None),
        ("I cooked for 300 people once", ("number", "How many years have you cooked?"), None),
        ("badge number 44", MOST, None),
        ("wed nights is choir, thursday", START, {"date": "2026-03-12"}),
        ("I applied on the 20th, nobody called", START, None),
        ("4 days a week", START, None),
    ],
)
def test_what_only_stands_beside_is_not_read(text: str, question: tuple[str, str], meant: object) -> None:
    assert value(text, question) == meant


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("minimum wage is 9.50 here, I need 17", 17),
        ("I owe 250 a month, so 19", 19),
        ("im 23 with a kid, 21", 21),
        ("16 is an insult, 19", 19),
    ],
)
def test_other_money_and_an_age_are_no_pay(text: str, amount: float) -> None:
    found = value(text, PAY)
    assert isinstance(found, dict) and found.get("amount", found.get("min")) == amount


def test_working_with_the_public_asks_for_nobody() -> None:
    heard = hear("I like to talk to people, sales", asked("choice", "Which team?", ("Sales", "Stockroom")))
    assert heard.reading is not None and heard.reading.value == "Sales"
