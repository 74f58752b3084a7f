"""Ways and towns beside others: the drive among other ways, there and home, no minute more, a town one only visits."""

import pytest

from tests.screening.understanding.readings import asked, hear

COMMUTE = "How many minutes is your commute?"
DRIVE = "How many minutes is your drive to downtown?"
FAR = "How far do you live from the plant?"
MAX = "What's your max one-way commute?"
LIVE = "Where will you be coming from for work?"


def read(question: str, text: str) -> object:
    """What the reply says of a way or a place; None where it is asked again."""
    reading = hear(text, asked("location", question)).reading
    return dict(reading.value) if reading and isinstance(reading.value, dict) else None


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (COMMUTE, "50 in the morning, 25 coming home", {"minutes": {"min": 25, "max": 50}}),
        (COMMUTE, "40 going, 30 coming back", {"minutes": {"min": 30, "max": 40}}),
        (COMMUTE, "35 there and 50 back", {"minutes": {"min": 35, "max": 50}}),
        (COMMUTE, "25 min in the am and 40 min in the pm", {"minutes": {"min": 25, "max": 40}}),
        (COMMUTE, "30 de ida y 45 de regreso", {"minutes": {"min": 30, "max": 45}}),
        (COMMUTE, "30 there and back", {"minutes": 15}),
        (DRIVE, "i could walk it in 20, drive is like 5", {"minutes": 5}),
        (DRIVE, "its a 30 min walk but the drive is 8 minutes", {"minutes": 8}),
        (DRIVE, "15 by bike, driving maybe 6", {"minutes": 6}),
        (DRIVE, "caminando 30, en carro 10", {"minutes": 10}),
        (DRIVE, "bus takes an hour, driving its 20", {"minutes": 20}),
        (DRIVE, "15 driving", {"minutes": 15}),
        (DRIVE, "i walk it, 10 min", {"minutes": 10}),
        (DRIVE, "i dont drive. bus is 55 w the transfer", {"minutes": 55}),
        (DRIVE, "no car, the bus takes 40", {"minutes": 40}),
        (DRIVE, "i dont have a car, train is 35", {"minutes": 35}),
        (DRIVE, "dont drive but its 20 on the bike", {"minutes": 20}),
        (FAR, "bout a mile n a half", {"miles": 1.5}),
        (FAR, "a mile & a half", {"miles": 1.5}),
        (FAR, "two miles n a half", {"miles": 2.5}),
        (FAR, "a mile and a quarter", {"miles": 1.25}),
        (FAR, "map says 22 miles, i make it in 25 minutes", {"miles": 22}),
        (FAR, "google says 14 miles but it takes me 30 min", {"miles": 14}),
        (FAR, "gps says 14 miles but i say 12", {"miles": 12}),
        (COMMUTE, "google says 20 but its really 35", {"minutes": 35}),
        (MAX, "Half an hour and not a minute more", {"minutes": {"max": 30}}),
        (MAX, "45 min and not a minute more", {"minutes": {"max": 45}}),
        (MAX, "30 minutes and thats it", {"minutes": {"max": 30}}),
        (MAX, "media hora, ni un minuto mas", {"minutes": {"max": 30}}),
        (MAX, "an hour, no more", {"minutes": {"max": 60}}),
        (MAX, "40 min, nothing more", {"minutes": {"max": 40}}),
        (MAX, "my drive now is 40 min and thats enough", {"minutes": {"max": 40}}),
        (MAX, "25 miles and not a mile more", {"miles": {"max": 25}}),
        (LIVE, "Moreno Valley til my lease is up, might be Perris after", {"place": "Moreno Valley"}),
        (LIVE, "Dayton until june, maybe Columbus after that", {"place": "Dayton"}),
        (LIVE, "akron for now, probably moving to canton", {"place": "akron"}),
        (LIVE, "im in Toledo, could be in Cleveland by summer", {"place": "Toledo"}),
        (LIVE, "Waco hasta junio, luego tal vez Austin", {"place": "Waco"}),
        (LIVE, "Dearborn hts", {"place": "Dearborn hts"}),
        (LIVE, "Sterling hts mi", {"place": "Sterling hts"}),
        (LIVE, "palm spgs", {"place": "palm spgs"}),
        (LIVE, "huntington bch", {"place": "huntington bch"}),
        (LIVE, "im in shaker hts", {"place": "shaker hts"}),
        (LIVE, "dearborn", {"place": "dearborn"}),
        (
            LIVE,
            "Well I'm in Macon this week but that's just for a funeral. Warner Robins is home.",
            {"place": "Warner Robins"},
        ),
        (LIVE, "in Tulsa visiting my mom, but Norman is home", {"place": "Norman"}),
        (LIVE, "im in Reno this weekend for a wedding, home is Sparks", {"place": "Sparks"}),
        (LIVE, "I'm in Denver right now for training, I live in Pueblo", {"place": "Pueblo"}),
        (LIVE, "estoy en Laredo esta semana por un funeral, vivo en Dallas", {"place": "Dallas"}),
        (LIVE, "im in Macon this week", {"place": "Macon"}),
        (LIVE, "im in Macon", {"place": "Macon"}),
        (LIVE, "Macon is home now", {"place": "Macon"}),
    ],
)
def test_the_way_or_town_meant_is_found_beside_others(question: str, text: str, value: object) -> None:
    assert read(question, text) == value


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (COMMUTE, "45 there, 90 there and back", {"minutes": 45}),
        (COMMUTE, "30 each way, 60 there and back", {"minutes": 30}),
        (COMMUTE, "25 in the morning", {"minutes": 25}),
        (COMMUTE, "20 min, home is by the mall", {"minutes": 20}),
        (COMMUTE, "map says 20 miles, about 30 min", {"minutes": 30}),
        (COMMUTE, "it was 40 at my old job, 15 now", {"minutes": 15}),
        (DRIVE, "20, i bike sometimes", {"minutes": 20}),
        (DRIVE, "i dont drive, i walk it in 20", {"minutes": 20}),
        (DRIVE, "10 min walk to the bus and 20 on the bus", {"minutes": 30}),
        (MAX, "30 min, thats it for today", {"minutes": 30}),
        (MAX, "45, but i wont do it every day", {"minutes": 45}),
        (COMMUTE, "30 minutes and thats it", {"minutes": 30}),
        (FAR, "a mile and a half hour walk", {"miles": 1}),
        (FAR, "2 miles", {"miles": 2}),
        (LIVE, "lived in Akron til my divorce, Canton now", {"place": "Canton"}),
        (LIVE, "maybe Akron", {"place": "Akron"}),
        (LIVE, "Akron, probably", {"place": "Akron"}),
        (LIVE, "im in Akron for the next year", {"place": "Akron"}),
        (LIVE, "Citrus Heights", {"place": "Citrus Heights"}),
        (LIVE, "hutchinson, township road", {"place": "hutchinson"}),
        (LIVE, "clinton twp", {"place": "clinton twp"}),
        (LIVE, "Tulsa, on a trip right now", {"place": "Tulsa"}),
        (LIVE, "i live in Tulsa, going on vacation to Miami", {"place": "Tulsa"}),
        (LIVE, "Boise for school", {"place": "Boise"}),
        (LIVE, "Omaha, moved for the training", {"place": "Omaha"}),
        (LIVE, "could be Omaha or Lincoln", {"place": "Omaha"}),
        (LIVE, "H-town", {"place": "Houston"}),
    ],
)
def test_words_that_look_alike_leave_the_way_or_town_as_it_is(question: str, text: str, value: object) -> None:
    assert read(question, text) == value
