"""Days that are no answer: names of people, one's own affairs, what was done elsewhere; and days put right or told by another."""

import pytest

from tests.screening.understanding.readings import asked, hear

START, ENDS = "When can you start?", "When does your present contract run out?"


def read(question: str, text: str) -> object:
    """The day read on Wednesday, 11 March 2026; two days as (from, to)."""
    reading = hear(text, asked("date", question)).reading
    if reading is None:
        return None
    value = reading.value
    assert isinstance(value, dict)
    return value["date"] if "date" in value else (value["from"], value["to"])


@pytest.mark.parametrize(
    "text",
    [
        "ask june, she has my papers",
        "april said to text this number",
        "i will march right over",
        "they wont name a day",
        "rent is due the 1st",
        "payday is friday",
        "mi renta se vence el 20",
        "we get our stamps the 5th and the 9th",
        "did mine on the 8th at another place",
        "ya merito",
    ],
)
def test_a_day_that_tells_of_something_else_is_not_recorded(text: str) -> None:
    assert read(START, text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("april is the earliest i can", ("2026-04-01", "2026-04-30")),
        ("my sublease is up the 20th so the 23rd", "2026-03-23"),
        ("free after payday, friday", "2026-03-13"),
        ("the 17th. no my mistake the 18th", "2026-03-18"),
        ("exams are over thu the 26th so that monday", "2026-03-30"),
        ("friday the 27th is my last exam, then that friday", "2026-03-27"),
        ("wk from now", "2026-03-18"),
        ("this very second", "2026-03-11"),
        ("aqui me dan de baja el 27, con ustedes el 30", "2026-03-30"),
        ("a day or two", ("2026-03-12", "2026-03-13")),
    ],
)
def test_the_day_of_the_start_is_found_beside_such_words(text: str, day: object) -> None:
    assert read(START, text) == day


def test_where_an_end_is_asked_for_what_was_handed_in_today_ended_today() -> None:
    assert read(ENDS, "handed my keys in like 40 min ago") == "2026-03-11"
    assert read(ENDS, "turned my badge in about two weeks ago") == "2026-02-25"
    assert read(ENDS, "they said june but wont give us a date") == ("2026-06-01", "2026-06-30")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the day after my last shift on the 20th", "2026-03-21"),
        ("not this friday, next", "2026-03-20"),
        ("20th... 22nd actually", "2026-03-22"),
        ("forget the 20th, 22nd", "2026-03-22"),
        ("whenever but not the 17th", "2026-03-11"),
        ("la semana que entra", ("2026-03-16", "2026-03-20")),
        ("april showers lol, tuesday", "2026-03-17"),
        ("entro el 20", "2026-03-20"),
        ("disponible desde el viernes", "2026-03-13"),
        ("pasando la semana santa", ("2026-04-05", "2026-04-19")),
        ("cobro el 15", None),
        ("fall for sure", ("2026-09-01", "2026-11-30")),
        ("court on the 18th", None),
        ("surgery the 18th, 3 weeks to heal", None),
        ("done with court on the 18th so the 19th", "2026-03-19"),
    ],
)
def test_a_day_beside_another_is_the_one_meant(text: str, day: object) -> None:
    assert read(START, text) == day
