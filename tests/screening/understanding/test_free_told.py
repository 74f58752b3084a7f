"""Under a free question: what tells nothing is no answer, and a story that begins as questions do is one."""

import pytest

from screening.understanding.reading import Intent
from tests.screening.understanding.readings import asked, hear

ASKED = asked("text", "Tell us about your time in a kitchen.")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("qwerty asdfgh", Intent.UNCLEAR),
        ("grbfx dkt", Intent.UNCLEAR),
        ("oops the cat walked on my phone", Intent.UNCLEAR),
        ("yes ill tell u about it", Intent.UNCLEAR),
        ("like at home or in a restaurant?", Intent.QUESTION),
        ("ill tell you all of it once somebody calls", Intent.HUMAN),
        ("en la fila del banco, al rato le mando la respuesta", Intent.DEFER),
        ("when we got slammed on sundays i ran the grill by myself", Intent.ANSWER),
        ("whenever a table sent food back i cooked it again", Intent.ANSWER),
        ("i shut up and listen to the chef", Intent.ANSWER),
        ("two years til my dialysis started", Intent.ANSWER),
        ("3 yrs wrk in a dr office kitchen", Intent.ANSWER),
    ],
)
def test_what_tells_nothing_is_no_answer_and_a_story_is(text: str, intent: Intent) -> None:
    assert hear(text, ASKED).intent is intent
