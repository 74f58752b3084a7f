"""Days as people tell them: gone by, at the end of something, one by another, and words that only look like days."""

import pytest

from tests.screening.understanding.readings import asked, hear

START, LAST, EXPIRES = "When can you start?", "When did you last work?", "When does your card expire?"
LAST_DAY = "When is your last day at your present job?"


def read(question: str, text: str) -> object:
    """The day read on Wednesday, 11 March 2026; two days as (from, to)."""
    reading = hear(text, asked("date", question)).reading
    if reading is None:
        return None
    value = reading.value
    assert isinstance(value, dict)
    return value["date"] if "date" in value else (value["from"], value["to"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("halloween, they threw a party", "2025-10-31"),
        ("the 28th", "2026-02-28"),
        ("sat, pulled a double", "2026-03-07"),
        ("three mondays ago", "2026-02-23"),
        ("two weeks ago yesterday", "2026-02-24"),
        ("about 40 min ago", "2026-03-11"),
        ("anoche", "2026-03-10"),
        ("antes de ayer", "2026-03-09"),
        ("hace 3 semanas", "2026-02-18"),
        ("christmas eve the year before... no, christmas eve last yr", "2025-12-24"),
        ("friday before labor day", "2025-08-29"),
        ("the night before new years", "2025-12-31"),
        ("black friday 2024", "2024-11-29"),
        ("august", ("2025-08-01", "2025-08-31")),
        ("back in 19 at the cannery", ("2019-01-01", "2019-12-31")),
        ("summer of 2023", ("2023-06-01", "2023-08-31")),
        ("the 3rd of last month", "2026-02-03"),
        ("over a month ago, jan 30", "2026-01-30"),
        ("two years ago in april", ("2024-04-01", "2024-04-30")),
        ("late 2024", ("2024-10-01", "2024-12-31")),
        ("la semana pasada", ("2026-03-02", "2026-03-06")),
        ("right before christmas", ("2025-12-20", "2025-12-24")),
        ("not yet, still there til april 3", "2026-04-03"),
        ("3 days after valentines day", "2026-02-17"),
        ("1/5/2026, good til next year", "2026-01-05"),
    ],
)
def test_where_a_day_gone_by_is_asked_for_a_day_is_the_last_one_of_its_name(text: str, day: object) -> None:
    assert read(LAST, text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("06/2027", "2027-06-30"),
        ("got it 2/3/2025, its good for 3 years", "2028-02-03"),
        ("took the class last may, they last 2 yrs", ("2027-05-01", "2027-05-31")),
        ("issued 5/9/2024 and theyre five year cards", "2029-05-09"),
        ("expired jan 30", "2026-01-30"),
        ("through the end of the year", "2026-12-31"),
        ("when june ends", "2026-06-30"),
        ("sept 27, like 2027", ("2027-09-01", "2027-09-30")),
        ("end of aug 28 is what it says", "2028-08-31"),
        ("not til 2029", "2029-01-01"),
        ("el ultimo dia de octubre", "2026-10-31"),
        ("the end of 2027", "2027-12-31"),
        ("they give you 4 years and i got mine last tuesday", "2030-03-10"),
        ("two years from when i got it which was in 2025", ("2027-01-01", "2027-12-31")),
        ("the card says 0827", "2027-08-31"),
        ("not for another 2 years", "2028-03-11"),
        ("april 30, i start renewing april 2", "2026-04-30"),
        ("whenever they say", None),
        ("nine fourteen twenty eight", "2028-09-14"),
    ],
)
def test_the_end_of_a_card_is_told_by_its_month_or_by_its_beginning_and_length(text: str, day: object) -> None:
    assert read(EXPIRES, text) == day


@pytest.mark.parametrize(
    ("question", "text", "day"),
    [
        (START, "not this fri, the one after", "2026-03-20"),
        (START, "this sat is my cousins thing so the one after", "2026-03-21"),
        (START, "viernes 27", "2026-03-27"),
        (START, "mon 6, 8am", "2026-04-06"),
        (START, "next month on the 9th", "2026-04-09"),
        (START, "early april, the 3rd", "2026-04-03"),
        (START, "tomorrow, wait no i have the dentist friday. saturday", "2026-03-14"),
        (START, "they moved it from the 20th to april 2", "2026-04-02"),
        (START, "del lunes en ocho", "2026-03-23"),
        (START, "wed or thurs of the week of april 20", ("2026-04-22", "2026-04-23")),
        (START, "in 3 weeks, the 1st", "2026-04-01"),
        (START, "not fri not sat so sun", "2026-03-15"),
        (START, "two more shifts, thurs and fri then im free", "2026-03-14"),
        (LAST_DAY, "two more shifts, thurs and fri then im free", "2026-03-13"),
        (LAST_DAY, "already left, feb 27", "2026-02-27"),
        (START, "mon-fri", ("2026-03-16", "2026-03-20")),
        ("How many weeks of notice must you give?", "two or three", ("2026-03-25", "2026-04-01")),
        (START, "2day", "2026-03-11"),
        ("Which day next week can you come in?", "all week really", ("2026-03-16", "2026-03-20")),
        ("When did you leave your last job?", "started in june, left in october", ("2025-10-01", "2025-10-31")),
        (START, "mid to late april", ("2026-04-10", "2026-04-30")),
        (START, "late march early april", ("2026-03-20", "2026-04-10")),
        (START, "from the 9th til the 13th", ("2026-03-11", "2026-03-13")),
        (START, "del 16 al 20 de abril", ("2026-04-16", "2026-04-20")),
        (START, "after easter but before may 1", ("2026-04-06", "2026-04-30")),
        (START, "the 16th, 17th or 18th", ("2026-03-16", "2026-03-18")),
        (START, "between now and the 20th", ("2026-03-11", "2026-03-20")),
        (START, "1st or 2nd week of may", ("2026-05-01", "2026-05-14")),
        (START, "a week or two", ("2026-03-18", "2026-03-25")),
        (START, "this week or next", ("2026-03-11", "2026-03-22")),
        (START, "before june", ("2026-03-11", "2026-05-31")),
        (START, "q3", ("2026-07-01", "2026-09-30")),
        (START, "may or june, prob june", ("2026-06-01", "2026-06-30")),
        (LAST, "the friday of labor day weekend", "2025-08-29"),
        (LAST, "the week of labor day, thursday", "2025-09-04"),
        (LAST_DAY, "it was yesterday, the 10th of march", "2026-03-10"),
        (EXPIRES, "renewed for a year on february 1", "2027-02-01"),
        (START, "surgery is the 18th then 2 weeks recovery", "2026-04-01"),
        (START, "got laid off the 3rd, ready monday", "2026-03-16"),
        (START, "anytime but not the 25th", "2026-03-11"),
        (START, "trip march 20-27 otherwise whenever", "2026-03-11"),
        ("How much notice must you give?", "one pay period", "2026-03-25"),
        ("When did you graduate?", "class of 14, june", ("2014-06-01", "2014-06-30")),
        ("When did you graduate?", "twenty eleven", ("2011-01-01", "2011-12-31")),
        ("When did you graduate?", "en el noventa y dos", ("1992-01-01", "1992-12-31")),
        ("When did you graduate?", "a couple summers ago", ("2024-06-01", "2024-08-31")),
        ("When did you graduate?", "this past december", ("2025-12-01", "2025-12-31")),
        ("When did you graduate?", "2 years after my brother", None),
        ("How much notice must you give?", "48-72 hrs", ("2026-03-13", "2026-03-14")),
        ("How much notice must you give?", "they ask for 3 weeks but ill give two", "2026-03-25"),
        ("How much notice must you give?", "2 weeks notice then a week off", "2026-04-01"),
        ("How much notice must you give?", "gave it last friday, 2 weeks", "2026-03-20"),
        ("How long until you could start?", "year and a half", "2027-09-11"),
        (START, "my two weeks are up the 20th", "2026-03-20"),
        (START, "gonna finish out the month", "2026-03-31"),
        (START, "later this month", ("2026-03-20", "2026-03-31")),
        (START, "friday would be best but monday works", "2026-03-13"),
        (START, "twelve of april", "2026-04-12"),
        ("What is your date of birth?", "turned 21 on feb 3", "2005-02-03"),
        ("What is your date of birth?", "may fifth nineteen eighty one", "1981-05-05"),
        ("What is your date of birth?", "may 5th", None),
        ("When do you plan to retire?", "not before 2029", "2029-01-01"),
        ("When can we call you?", "in the morning works", "2026-03-12"),
        ("When will you have a car?", "already got one", "2026-03-11"),
        ("What is your date of birth?", "july 4 64", "1964-07-04"),
    ],
)
def test_one_day_is_told_by_another(question: str, text: str, day: object) -> None:
    assert read(question, text) == day


@pytest.mark.parametrize(
    "text",
    [
        "i may need a ride",
        "sat down with them already",
        "the second i hear back from you",
        "3 shifts a week",
        "i have 5 years experience",
        "the other day",
        "they make me do 72 hours a week",
        "no accidents in the last 3 years",
        "three years or so in kitchens",
        "do u do same day pay",
        "you sent this 10 min ago",
        "fall semester",
        "40 west march st",
        "from 9 to 5",
        "de 9 a 5",
        "every other tuesday",
        "whenever god says",
        "i quit last friday",
    ],
)
def test_words_that_only_look_like_a_day_to_come_are_asked_about_again(text: str) -> None:
    assert read(START, text) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (LAST, "i was a line cook for 12 yrs"),
        (LAST, "shipping and receiving clerk at a mill, 6 years"),
        (EXPIRES, "the pay of 15 an hour works"),
        (EXPIRES, "hit me up in 30"),
    ],
)
def test_how_long_something_went_on_and_other_numbers_tell_no_day(question: str, text: str) -> None:
    assert read(question, text) is None


def test_an_exam_to_come_stays_to_come_though_a_class_is_finished() -> None:
    assert read(START, "finished the class, state exam is the 30th") == "2026-03-30"


@pytest.mark.parametrize("text", ["i may start may 4", "the second monday of april", "a week from sat"])
def test_days_beside_such_words_stay_days(text: str) -> None:
    assert read(START, text) in ("2026-05-04", "2026-04-13", "2026-03-21")
