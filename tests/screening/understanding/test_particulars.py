"""Free text beside criteria that ask for one certain thing: shown, denied, somebody else's, or not told."""

import pytest

from screening.understanding.criteria import met
from screening.understanding.words import said


def shows(text: str, criterion: str, question: str) -> bool:
    return met(said(text).plain, criterion, question=question)


LIFT = "Tell us about the lifts you have driven."
LEFT = "Why did you leave your last job?"
CLEAN = "Tell us about cleaning work you have done."
LATE = "Tell us about your attendance."
HEIGHT = "Have you worked at heights?"
TOOLS = "Which tools do you own?"
HAZARD = "Tell us about a danger you saw at work."
ANGRY = "What would you do with an angry guest?"


@pytest.mark.parametrize(
    ("text", "criterion", "question"),
    [
        ("mostly a clamp and a reach", "names a type of lift", LIFT),
        ("my card is good til 2029", "says they are certified", LIFT),
        ("they cut everybodys hours", "gives a reason", LEFT),
        ("no notice, i was done", "says whether they gave notice", LEFT),
        ("turned in a letter and worked the two weeks", "says whether they gave notice", LEFT),
        ("medical offices mostly", "names a place they cleaned", CLEAN),
        ("trapeaba y limpiaba vidrios", "names a task or product", CLEAN),
        ("missed one day for a funeral", "gives the number of absences", LATE),
        ("missed one day for a funeral", "gives the reason for absences", LATE),
        ("two alarms and a backup ride", "says what they do to be on time", LATE),
        ("hanging siding on a 3 story house", "names the kind of height work", HEIGHT),
        ("heights never bothered me", "says they have no fear of it", HEIGHT),
        ("always tied off, full harness", "names fall protection used", HEIGHT),
        ("levels, snips and a chalk line", "names at least one hand tool", TOOLS),
        ("taladro y esmeril", "names at least one power tool", TOOLS),
        ("hydraulic oil all over the aisle", "names a hazard", HAZARD),
        ("le avise al supervisor", "says they reported it", HAZARD),
        ("mopped it and put out a cone", "says they fixed or guarded it", HAZARD),
        ("i let her vent and nodded", "listens or stays calm", ANGRY),
        ("if that doesnt work i get my manager", "brings in a supervisor if needed", ANGRY),
        ("comp the dessert", "offers a fix", ANGRY),
    ],
)
def test_a_certain_thing_is_shown_in_the_words_people_use(text: str, criterion: str, question: str) -> None:
    assert shows(text, criterion, question)


@pytest.mark.parametrize(
    ("text", "criterion", "question"),
    [
        ("my uncle drives a reach truck", "names a type of lift", LIFT),
        ("not certified", "says they are certified", LIFT),
        ("let my cert lapse", "says they are certified", LIFT),
        ("it was a good place with good people", "gives a reason", LEFT),
        ("i am a perfectionist", "names a task or product", CLEAN),
        ("you can count on me", "gives the number of absences", LATE),
        ("heights make me dizzy", "says they have no fear of it", HEIGHT),
        ("no harness, they were cheap", "names fall protection used", HEIGHT),
        ("i dont own hand tools", "names at least one hand tool", TOOLS),
        ("safety comes first with me", "names a hazard", HAZARD),
        ("my buddy told the boss", "says they reported it", HAZARD),
        ("never needed a supervisor", "brings in a supervisor if needed", ANGRY),
    ],
)
def test_what_is_denied_or_somebody_elses_or_not_told_shows_nothing(text: str, criterion: str, question: str) -> None:
    assert not shows(text, criterion, question)


def test_a_question_beside_a_criterion_is_not_taken_for_the_criterion() -> None:
    asked = "Tell us about a mistake you made or a missed deadline."
    assert not shows("forgot to lock a truck once", "says what they learned or changed", asked)
