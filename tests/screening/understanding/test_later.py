"""When to come back: the moment that a candidate names, on a Wednesday at ten in Chicago."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from screening.understanding.later import until

NOW = datetime(2026, 3, 11, 10, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("text me after 6", "11 18:00"),
        ("hit me up at 3 oclock", "11 15:00"),
        ("im free 4ish", "11 16:00"),
        ("try half past 4", "11 16:30"),
        ("quarter to five works", "11 16:45"),
        ("at 1630 please", "11 16:30"),
        ("at 4:15pm", "11 16:15"),
        ("text me at 11 tonight", "11 23:00"),
        ("tonight at 9", "11 21:00"),
        ("tomorrow night", "12 19:00"),
        ("first thing tomorrow", "12 09:00"),
        ("maybe later this week", "13 09:00"),
        ("end of the week", "13 09:00"),
        ("monday morning", "16 09:00"),
        ("in 20 minutes", "11 10:20"),
        ("at 9", "12 09:00"),
        ("escribeme a las 5", "11 17:00"),
        ("manana por la tarde", "12 14:00"),
    ],
)
def test_a_moment_to_come_back_is_the_one_that_was_named(words: str, moment: str) -> None:
    found = until(words, NOW)
    assert found is not None
    assert f"{found:%d %H:%M}" == moment


@pytest.mark.parametrize("words", ["not now", "busy", "mas tarde"])
def test_no_moment_is_made_up(words: str) -> None:
    assert until(words, NOW) is None
