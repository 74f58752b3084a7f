"""Which town and which way a reply means, where it names several."""

import pytest

from tests.screening.understanding.readings import asked, hear

LIVE = "What town do you live in?"
WORK = "Where would you like to work?"
TIME = "How long does it take you to get to work?"
FAR = "How far are you willing to travel for work?"


def place(text: str, question: str = LIVE) -> object:
    reading = hear(text, asked("location", question)).reading
    return reading.value["place"] if reading and isinstance(reading.value, dict) and "place" in reading.value else None


def way(text: str, question: str = TIME) -> object:
    reading = hear(text, asked("location", question)).reading
    return reading.value if reading else None


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("born in Toledo grew up in Lima, living in Akron", "Akron"),
        ("I used to be in Reno, Sparks now", "Sparks"),
        ("moved from Tulsa to Wichita", "Wichita"),
        ("Racine, just over the bridge from Kenosha", "Racine"),
        ("camper outside of Yuma", "Yuma"),
        ("Philly", "Philadelphia"),
        ("Ft Wayne", "Fort Wayne"),
        ("duluth mn not georgia", "duluth"),
        ("Mesa. my job is in Tempe", "Mesa"),
        ("a town you never heard of, call it Joplin", "Joplin"),
        ("20 minutes north of Amarillo", "Amarillo"),
        ("33128 miami", "miami"),
        ("south oakland", "oakland"),
        ("en reynosa pero naci en monterrey", "reynosa"),
    ],
)
def test_the_town_lived_in_now_is_read_among_others(text: str, town: str) -> None:
    assert place(text) == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("I live in Gary but Hammond is where I want to be", "Hammond"),
        ("not Fresno anymore, Clovis", "Clovis"),
        ("anywhere but Lima, Findlay would be good", "Findlay"),
        ("anywhere in tulsa except downtown", "tulsa"),
    ],
)
def test_where_work_is_wished_for_the_town_wanted_is_read(text: str, town: str) -> None:
    assert place(text, WORK) == town


@pytest.mark.parametrize("text", ["with my dad", "w my sister", "not Chicago", "Gary or Hammond?"])
def test_no_town_is_made_up(text: str) -> None:
    assert place(text) is None


@pytest.mark.parametrize("text", ["I hope it is close", "reading the map now", "orange line goes there", "union job"])
def test_an_everyday_word_that_is_also_a_town_is_no_town(text: str) -> None:
    assert place(text, TIME) is None


def test_a_town_is_taken_where_a_distance_is_asked() -> None:
    assert place("im in Elkhart", FAR) == "Elkhart"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2 hours there and back", 60),
        ("80 min round trip", 40),
        ("70 total, 35 each way", 35),
        ("my last job was 40 min, this one 15", 15),
        ("it took me an hour before i moved, now 20", 20),
        ("10 walking and 25 on the train", 35),
        ("google says 12 but really its 20", 20),
        ("1:20", 80),
        ("15 min, like 4 exits down", 15),
        ("35 minutes total with the transfer", 35),
    ],
)
def test_the_way_made_now_one_way_is_read(text: str, minutes: int) -> None:
    assert way(text) == {"minutes": minutes}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("was doing 90 min at my last job, never again. 25 now", {"minutes": 25}),
        ("drove 50 miles before. could do 15", {"miles": 15}),
        ("half hour, 45 if the pay is right", {"minutes": 45}),
        ("20 by bus thats it", {"minutes": 20}),
        ("used to do 2 hrs and hated it. hour and a half max", {"minutes": {"max": 90}}),
        ("3 and a half miles", {"miles": 3.5}),
    ],
)
def test_the_way_willing_to_make_is_read(text: str, value: object) -> None:
    assert way(text, FAR) == value
