"""Simulated candidates answer in character."""

import pytest

from bot.sandbox.answers import TOPICS, asked_about
from bot.sandbox.candidates import a_number
from bot.sandbox.characters import MIX, Character, Person, respond
from bot.sandbox.services import Services
from tests.sandbox.conftest import KEYS

LICENCE = "Hi Ann, thanks. Do you have a forklift certificate that is still valid?"
YEARS = "How many years have you worked on a forklift?"
STORY = "Tell me about a near miss you saw at work and what you did next."


def a_person(character: Character = Character.PROMPT, quality: int = 0) -> Person:
    return Person(
        id=1, application=2, first="Ann", last="Lee", phone="+13125550142", character=character, quality=quality
    )


def says(person: Person, *texts: str) -> list[str]:
    """What the person texts after the last of the bot's texts."""
    return [say.text for say in respond(person, texts[:-1], texts[-1])]


def test_a_prompt_candidate_answers_what_is_asked() -> None:
    assert says(a_person(), LICENCE) == ["Yes, renewed it last year"]
    assert says(a_person(), LICENCE, YEARS) == ["6 years"]
    assert says(a_person(), LICENCE, YEARS, STORY)[0].startswith("A rack was leaning")


def test_nobody_answers_a_text_that_asks_nothing() -> None:
    assert says(a_person(), "Thanks Ann, that is all.") == []


def test_who_is_asked_again_answers_plainly() -> None:
    assert says(a_person(Character.TYPOS), LICENCE, YEARS, f"Sorry, I did not get that. {YEARS}") == ["3 years"]


def test_typos_are_typed_by_the_typo_ridden() -> None:
    assert says(a_person(Character.TYPOS, quality=1), LICENCE, YEARS) == ["abuot 3 yrs"]


def test_a_ghost_never_answers() -> None:
    assert says(a_person(Character.GHOST), LICENCE) == []


def test_stop_comes_at_the_second_question() -> None:
    stopper = a_person(Character.STOP)
    assert says(stopper, LICENCE) == ["Yes, renewed it last year"]
    assert says(stopper, LICENCE, YEARS) == ["STOP"]
    assert says(stopper, LICENCE, YEARS, STORY) == []


def test_a_wrong_number_says_so_once() -> None:
    stranger = a_person(Character.WRONG_NUMBER)
    assert says(stranger, LICENCE) == ["Wrong number, I'm not Ann"]
    assert says(stranger, LICENCE, YEARS) == []


def test_who_asks_gets_an_answer_and_then_answers_the_open_question() -> None:
    curious, faq = a_person(Character.ASKS), "The rate is $20 to $25 an hour."
    assert says(curious, LICENCE, YEARS) == ["How much does it pay?"]
    assert says(curious, LICENCE, YEARS, faq) == ["6 years"]
    assert says(curious, LICENCE, YEARS, f"{faq} {YEARS}") == ["6 years"]
    assert says(curious, LICENCE, YEARS, f"{faq} {YEARS}", STORY)[0].startswith("A rack")


def test_who_asks_does_not_answer_twice_when_the_question_is_repeated_in_a_text_of_its_own() -> None:
    curious, faq = a_person(Character.ASKS), "The rate is $20 to $25 an hour."
    assert says(curious, LICENCE, YEARS, faq, STORY)[0].startswith("A rack")


def test_bursts_come_in_two_texts() -> None:
    assert says(a_person(Character.BURSTS), LICENCE) == ["hmm let me think", "Yes, renewed it last year"]


def test_the_unqualified_say_no_and_stand_by_it() -> None:
    unqualified = a_person(Character.UNQUALIFIED)
    assert says(unqualified, LICENCE) == ["No, I don't have one"]
    assert says(unqualified, LICENCE, "Just to be sure: do you have a forklift certificate that is still valid?") == [
        "no"
    ]


def test_whoever_wants_a_person_says_so() -> None:
    assert says(a_person(Character.PERSON), LICENCE, YEARS) == ["Can I talk to a real person please?"]


def test_every_character_is_in_the_mix() -> None:
    assert set(MIX) == set(Character)


def test_numbers_are_never_given_twice() -> None:
    assert len({a_number(n)[0] for n in range(5000)} | {KEYS.number}) == 5001


def test_no_topic_hides_another_behind_its_own_words() -> None:
    assert len({id(t) for t in TOPICS}) == len(TOPICS)
    assert asked_about(YEARS) is not asked_about(LICENCE)


async def test_a_crowd_answers_over_the_telephone(services: Services) -> None:
    person = services.crowd.gather(1, job=1020, seed=1, character="prompt")[0]
    services.crowd.speed = 1000
    services.twilio.create({"To": person.phone, "From": KEYS.number, "Body": LICENCE})
    await services.hooks.settled()
    await services.crowd.settled()
    assert [m["direction"] for m in services.twilio.messages] == ["outbound-api", "inbound"]


async def test_a_crowd_is_the_same_for_the_same_seed(services: Services) -> None:
    one, two = services.crowd.gather(20, job=1020, seed=3), Services(KEYS).crowd.gather(20, job=1020, seed=3)
    assert [p.shown() for p in one] == [p.shown() for p in two]


@pytest.mark.parametrize("count", [0, 3])
async def test_candidates_apply_in_tracker(services: Services, count: int) -> None:
    services.crowd.gather(count, job=1020, seed=1)
    assert len(services.tracker.tenant.applications) == count
