"""Towns mistyped, told with their postcode or their city, and words that are no town."""

import pytest

from screening.understanding.location_spelling import mistyped
from tests.screening.understanding.readings import asked, hear

TOWN = "What town do you live in?"
TOWN_OR_ZIP = "What city or zip code are you in?"
ZIP = "What's your zip code?"
FAR = "How far would you travel for a job?"


def place(text: str, question: str = TOWN) -> object:
    reading = hear(text, asked("location", question)).reading
    return reading.value["place"] if reading and isinstance(reading.value, dict) and "place" in reading.value else None


def way(text: str) -> object:
    reading = hear(text, asked("location", FAR)).reading
    return reading.value if reading else None


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("albuquerqe", "Albuquerque"),
        ("im in milwakee", "Milwaukee"),
        ("tuskaloosa", "Tuscaloosa"),
        ("harisonburg va", "Harrisonburg"),
        ("Schenectedy", "Schenectady"),
        ("Belten", "Belten"),  # may be any of several, and short
        ("Clarkesville GA", "Clarkesville"),  # a town of its own beside Clarksville
    ],
)
def test_a_mistyped_town_is_read_only_where_one_alone_can_be_meant(text: str, town: str) -> None:
    assert place(text) == town


def test_words_that_only_sound_like_a_town_of_plain_words_are_none() -> None:
    assert mistyped("mision") == mistyped("oranje") == ""


@pytest.mark.parametrize(
    "text",
    [
        "wherever yall need me",
        "indoors",
        "the good side lol",
        "it is on my resume",
        "with my cousins",
        "en mi casa",
        "in a camper",
        "austin is my name",
        "2nd floor",
    ],
)
def test_everyday_words_are_no_place(text: str) -> None:
    assert place(text) is None


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Story City", "Story City"),
        ("paradise valley", "paradise valley"),
        ("Joppatowne", "Joppatowne"),
        ("Early, TX", "Early"),
    ],
)
def test_a_name_unknown_or_written_as_one_is_kept(text: str, town: str) -> None:
    assert place(text) == town


@pytest.mark.parametrize(
    ("text", "question", "town"),
    [
        ("79101 amarillo", TOWN_OR_ZIP, "amarillo"),
        ("bismark nd 58501", TOWN_OR_ZIP, "Bismarck"),
        ("58501", TOWN_OR_ZIP, "58501"),
        ("79101 amarillo", ZIP, "79101"),
        ("jamaica plain, boston", TOWN, "boston"),
        ("flushing queens", TOWN, "queens"),
        ("10 minutes north of waco in hewitt", TOWN, "hewitt"),
        ("washington state, yakima", TOWN, "yakima"),
        ("detroit suburbs, dearborn", TOWN, "dearborn"),
        ("houston. well, pearland", TOWN, "pearland"),
        ("on jackson st in toledo", TOWN, "toledo"),
        ("nearest big town is fargo im in moorhead", TOWN, "moorhead"),
        ("little rock", TOWN, "little rock"),
        ("upper arlington", TOWN, "upper arlington"),
        ("texas, lubock", TOWN, "Lubbock"),
        ("akron. was dayton till last year", TOWN, "akron"),
        ("leaving reno in may, sparks", TOWN, "sparks"),
        ("chelsea. thats the town not my name", TOWN, "chelsea"),
    ],
)
def test_the_town_is_read_beside_a_postcode_a_neighborhood_or_a_name(text: str, question: str, town: str) -> None:
    assert place(text, question) == town


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("couple dozen miles", {"miles": 24}),
        ("hr to hr and a half", {"minutes": {"min": 60, "max": 90}}),
        ("half hour to 40", {"minutes": {"min": 30, "max": 40}}),
        ("30, minutes not miles", {"minutes": 30}),
        ("30 to 40 miles", {"miles": {"min": 30, "max": 40}}),
        ("I been to 22 states", None),
        ("quit my last job over a 90 minute drive, 25 tops", {"minutes": {"max": 25}}),
        ("I drove 500 miles a day as a trucker", None),
    ],
)
def test_a_way_is_read_in_the_unit_it_was_told_in(text: str, meant: object) -> None:
    assert way(text) == meant
