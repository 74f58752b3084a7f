"""The question given back as a statement, or judged as a whole, is as plain as a yes or no; what adds, leaves out or belongs to another question is not."""

import pytest

from screening.understanding.echoes import PART, RULE, VERDICT
from tests.screening.understanding.readings import asked, hear

NIGHTS = "Can you work Friday and Saturday nights?"
LICENCE = "Do you have a forklift licence?"


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (NIGHTS, "I can work those nights", "yes"),
        (NIGHTS, "i can't work those nights", "no"),
        (NIGHTS, "ok I can do those shifts, thanks", "yes"),
        (LICENCE, "I have one", "yes"),
        (LICENCE, "I've got one sir", "yes"),
        (LICENCE, "i dont have one", "no"),
        ("Do you own steel toe boots?", "I don't own any", "no"),
        ("Are you able to lift 50 pounds?", "I'm able to lift 50 pounds", "yes"),
        ("Are you legally authorized to work in the US?", "I am not authorized to work in the US", "no"),
        ("Have you ever been convicted of a felony?", "I have never been convicted of a felony", "no"),
        ("Did you work there?", "I did work there", "yes"),
        ("Do you smoke?", "I don't smoke", "no"),
        ("Is your vehicle insured?", "it isn't insured", "no"),
        ("Has your license ever been suspended?", "it has been suspended", "yes"),
        ("Have you operated a skid steer?", "I haven't run one", "no"),
        ("Do you know how to use a hostler truck?", "I dont know how to run one", "no"),
        ("Do you have any allergies we should know about?", "I have a few", "yes"),
        ("Are you 21 or older? The insurance requires it for drivers.", "im not 21", "no"),
        ("Can you read a caliper and micrometer?", "cant read them", "no"),
        ("¿Puede trabajar cualquier turno?", "puedo trabajar cualquier turno", "yes"),
        ("¿Tiene experiencia en construcción?", "no tengo experiencia en construccion", "no"),
    ],
)
def test_what_was_asked_given_back_is_a_plain_yes_or_no(question: str, text: str, value: str) -> None:
    read = hear(text, asked("yesno", question)).reading
    assert read is not None
    assert (read.value, read.rule, read.confidence) == (value, RULE, 0.9)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (NIGHTS, "I can work friday nights"),  # a part of it
        (NIGHTS, "I can work those nights if its paid"),  # more than was asked
        (NIGHTS, "I can work those nights but not saturday"),
        (LICENCE, "I had one"),  # another time
        (LICENCE, "I can have one"),  # another verb
        (LICENCE, "My brother has one"),  # another person
        ("Do you have a Class A CDL?", "I have a CDL"),  # less than was asked
        ("Do you not have a car?", "I do have one"),  # turned
        ("Would you mind working nights?", "I can work those"),
        (NIGHTS, "I can work those nights?"),
        (LICENCE, "I don't get it"),
        (LICENCE, "I have it in progress"),
        ("Have you pulled a flatbed before?", "I have sold one"),
    ],
)
def test_what_says_more_or_less_or_another_thing_is_weighed_like_any_other_words(question: str, text: str) -> None:
    read = hear(text, asked("yesno", question)).reading
    assert read is None or read.rule != RULE


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Would you relocate to Orlando for this job?", "I would relocate"),
        ("Are you comfortable standing for a 10 hour shift?", "im comfortable standing"),
    ],
)
def test_what_names_a_part_of_it_is_weighed(question: str, text: str) -> None:
    read = hear(text, asked("yesno", question)).reading
    assert read is not None
    assert (read.value, read.rule) == ("yes", PART)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("Is a 4 am start time doable for you?", "4 am is doable", "yes"),
        ("How about part time, would that be OK with you?", "part time doesn't work for me", "no"),
        ("Are you OK working four 10-hour days?", "10 hr days work for me", "yes"),
        ("Would lifting 75 lb boxes be an issue for you?", "that would be an issue", "yes"),
        ("Is working in the walk-in freezer a problem?", "the freezer is no problem", "no"),
        ("Pay is every other Friday. Is that OK?", "two weeks is too long for me", "no"),
    ],
)
def test_what_is_said_of_all_that_is_offered_is_plain(question: str, text: str, value: str) -> None:
    read = hear(text, asked("yesno", question)).reading
    assert read is not None
    assert (read.value, read.rule) == (value, VERDICT)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is your license suspended or revoked?", "my license is good"),  # nothing was offered
        ("Is there any day next week you can't be available?", "any day works"),  # turned
        ("Can you read and write English?", "read ok, write is not good"),  # two things
        ("Are you open to temp-to-hire?", "direct hire is fine"),  # another thing
    ],
)
def test_what_is_said_of_another_thing_is_no_verdict(question: str, text: str) -> None:
    read = hear(text, asked("yesno", question)).reading
    assert read is None or read.rule != VERDICT


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes no kids at home", "yes"),
        ("yes no sweat", "yes"),
        ("yes no nights though", "no"),
        ("yes no wait i cant", "no"),
    ],
)
def test_a_no_after_a_yes_may_belong_to_another_thing(text: str, value: str) -> None:
    read = hear(text, asked("yesno", NIGHTS)).reading
    assert read is not None and read.value == value
