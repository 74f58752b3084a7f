"""Wishes to be left alone beside an answer, told before, or for good; harm that a person must see; and what only sounds so."""

import pytest

from screening.understanding import opts_out
from screening.understanding.reading import Context, Intent
from tests.screening.understanding.readings import NOW, asked, hear

CONTEXT = Context(now=NOW)
WISHES = (Intent.OPT_OUT, Intent.SUSPECTED_OPT_OUT)


@pytest.mark.parametrize(
    "text",
    [
        "good pay but dont you ever write me",
        "i drove for 9 years. now dont yall ever text me",
        "nights are fine but dont message this number from now on",
        "hired last week so wipe my name from the system",
        "6 yrs, and pull my number out of your database",
        "got put in this group by somebody. get me out of it",
        "got a job at the mill. go ahead and scratch me off hun",
        "9 months at the dock. take my name off please",
        "im hired. yall can stop with the messages",
        "yes i can lift 50. so quit w the texts",
        "yes. but please no more of these",
        "nah quit hittin me up about jobs",
        "if i need work i will call. dont message me",
        "ill reach out if i ever need you, quit texting",
        "ya encontre trabajo, ya no hace falta que me escriban",
        "mi mama no quiere que la molesten mas",
    ],
)
def test_a_wish_beside_an_answer_is_heard(text: str) -> None:
    assert opts_out(text, CONTEXT) in WISHES


@pytest.mark.parametrize(
    "text",
    [
        "yall said my number would be removed, its been 2 months",
        "your ad promised i would be taken off last week",
        "i texted stop on monday and here you are",
        "i put S.T.O.P. last week and again today",
        "why am i still on this list",
        "ya les habia dicho que me borraran",
        "mande stop hace dos semanas",
    ],
)
def test_a_wish_told_before_is_heard(text: str) -> None:
    assert opts_out(text, CONTEXT) in WISHES


@pytest.mark.parametrize(
    "text",
    [
        "would it hurt you people to leave a man alone",
        "would it be so hard to just stop",
        "my son doesnt want nothing from your company",
        "make sure my number gets erased",
        "can i get some peace from these texts",
        "i dont want you to keep my number in your phone",
        "act like i never existed",
        "hagan cuenta que me mori",
        "the one who is reporting you as spam",
        "nomore messages",
    ],
)
def test_a_wish_in_a_turn_of_speech_is_heard(text: str) -> None:
    assert opts_out(text, CONTEXT) in WISHES


@pytest.mark.parametrize(
    "text",
    [
        "stop when you dont know what the load weighs",
        "they can leave me alone with the line all night",
        "kept customers from cancelling their cable",
        "7 no mas",
        "los lunes no mas",
        "the foreman put an end to overtime",
        "opt me out of that one",
        "leave me off next saturday",
        "prefer you not text him he is busy",
        "if its 12s then take me off the list",
        "how come im still on hold",
        "the store said i was taken off the schedule",
        "i dont want nothing from yall but a fair check",
        "hey i sent stop last month but that was a mistake",
        "you can stop at the gate, i will walk",
        "take me off the waiting list, im ready",
        "my mom gonna drop me off",
    ],
)
def test_what_only_sounds_like_a_wish_is_none(text: str) -> None:
    assert opts_out(text, CONTEXT) is None


@pytest.mark.parametrize(
    "text",
    [
        "im 15 but i look older",
        "i turn 15 in june",
        "cut my hand friday and the supervisor told us not to report it",
        "the lead keeps grabbing on the girls",
        "they make us put 8 when we work 12",
        "the contractor is holding our passports",
        "been drinkin since 5 this morning",
        "she doesnt want to talk to you people",
        "el jefe nos dijo que no reporten nada",
    ],
)
def test_harm_and_children_are_seen_by_a_person(text: str) -> None:
    assert opts_out(text, CONTEXT) is Intent.SUSPECTED_OPT_OUT


@pytest.mark.parametrize(
    "text",
    [
        "i turn 45 in may",
        "14 but almost 15 counting the army",
        "i pick my kids up from middle school at 3",
        "im in a middle school cafeteria now",
        "the supervisor always keeps us late",
        "my boss told me not to report late",
        "i have been drinking water all day",
        "he doesnt want to talk to the customers",
        "they took my passport photo",
    ],
)
def test_what_only_sounds_like_harm_is_none(text: str) -> None:
    assert opts_out(text, CONTEXT) is None


@pytest.mark.parametrize(
    ("text", "distress"),
    [
        ("dont think ill be alive much longer", True),
        ("tryin to make it thru the night, not sure i can", True),
        ("nothing matters anymore", True),
        ("im coming to your office and somebody is gonna bleed", True),
        ("i dont think ill be around much longer at this plant, they are closing", False),
        ("nothing matters more than safety", False),
        ("i made it through the night shift", False),
        ("somebody is gonna get promoted", False),
        ("would it kill you to pay 20", False),
    ],
)
def test_distress_and_threats_call_a_person(text: str, *, distress: bool) -> None:
    found = hear(text, asked("text", "Tell us about your last job.")).intent
    assert (found is Intent.HOSTILE) == distress


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("whered you get my number", Intent.QUESTION),
        ("your agency name please", Intent.WHO),
        ("i cant see these letters. ring me please", Intent.HUMAN),
    ],
)
def test_other_wishes_are_not_taken_for_one_to_be_left_alone(text: str, intent: Intent) -> None:
    assert hear(text, asked("number", "How many years?")).intent is intent
