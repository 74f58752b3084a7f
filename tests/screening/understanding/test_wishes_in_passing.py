"""Somebody else's phone, who we are, a person and later: told in passing, where they were taken for an answer."""

import pytest

from screening.understanding.reading import Intent
from tests.screening.understanding.readings import asked, hear

QUESTION = asked("number", "How many years of experience do you have?")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("there aint no Marvin here", Intent.WRONG_NUMBER),
        ("this is his aunties phone", Intent.WRONG_NUMBER),
        ("u got the wrong tanya sorry", Intent.WRONG_NUMBER),
        ("not me youre looking for", Intent.WRONG_NUMBER),
        ("she has her own phone now", Intent.WRONG_NUMBER),
        ("Rita was my sister. She died two springs ago", Intent.WRONG_NUMBER),
        ("and you are", Intent.WHO),
        ("is this even legit?", Intent.WHO),
        ("how can i be sure youre not a bot", Intent.WHO),
        ("remind me your name", Intent.WHO),
        ("one of yall just phone me", Intent.HUMAN),
        ("patch me thru to the office lady", Intent.HUMAN),
        ("id rather hear a human voice", Intent.HUMAN),
        ("try me again in the evening", Intent.DEFER),
        ("catch me after lunch", Intent.DEFER),
        ("circle back next week", Intent.DEFER),
        ("hold that thought", Intent.DEFER),
    ],
)
def test_it_is_heard_beside_a_question(text: str, intent: Intent) -> None:
    assert hear(text, QUESTION).intent is intent


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Are there any problems with your license?", "there aint no problem here"),
        ("Do you have a reference?", "my sister, she has her own phone at work"),
        ("Do you have a contact there?", "no need, they hand me to whoever is free"),
        ("Do you have children?", "yes, my mom watches the kids phone in hand"),
    ],
)
def test_what_only_sounds_so_is_none(question: str, text: str) -> None:
    assert hear(text, asked("yes_no", question)).intent not in (Intent.WRONG_NUMBER, Intent.HUMAN, Intent.DEFER)
