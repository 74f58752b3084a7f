"""Of two ways or towns told, the one asked for: not the one hated or made now, nor the one in snow, nor the one lived in; a day not named."""

import pytest

from tests.screening.understanding.readings import asked, hear

FAR = ("location", "How long a drive to work would you be willing to make?")
TAKES = ("location", "How long is your drive to the dairy?")
WORK_IN = ("location", "What city or area would you like to work in?")
LIVES = ("location", "What city do you live in?")
DAY = ("date", "What day can you come by?")
MONTH = ("date", "When does your license come back?")


@pytest.mark.parametrize(
    ("question", "text", "meant"),
    [
        (FAR, "i do 50 min now and cant stand it, 25 min is all", {"minutes": 25}),
        (FAR, "50 min now, could do 60", {"minutes": 60}),
        (FAR, "i drive 50 min now and its fine", {"minutes": 50}),
        (TAKES, "40 in the snow. usually 25", {"minutes": 25}),
        (TAKES, "25, 40 in snow", {"minutes": {"min": 25, "max": 40}}),
        (TAKES, "20 if the bridge is open, 35 if it isnt", {"minutes": {"min": 20, "max": 35}}),
        (TAKES, "20 if i leave at 6", {"minutes": 20}),
        (WORK_IN, "im in tulsa but want wichita", {"place": "wichita"}),
        (WORK_IN, "wichita but i live in tulsa", {"place": "wichita"}),
        (WORK_IN, "im in tulsa", {"place": "tulsa"}),
        (LIVES, "im in tulsa but want wichita", {"place": "tulsa"}),
        (DAY, "whenever lol", None),
        (DAY, "whenever, tomorrow works", {"date": "2026-03-12"}),
        (DAY, "asap but not sure when, my truck is in the shop", None),
        (DAY, "asap", {"date": "2026-03-11"}),
        (MONTH, "el mes que entra", {"from": "2026-04-01", "to": "2026-04-30"}),
        (MONTH, "la semana entrante", {"from": "2026-03-16", "to": "2026-03-20"}),
        (MONTH, "el mes pasado", {"from": "2026-02-01", "to": "2026-02-28"}),
    ],
)
def test_the_one_asked_for_is_read(question: tuple[str, str], text: str, meant: object) -> None:
    heard = hear(text, asked(*question))
    assert (heard.answer.value if heard.answer else None) == meant
