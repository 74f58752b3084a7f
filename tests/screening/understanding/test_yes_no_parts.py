"""The parts that yes and no are read with, each by itself: set phrases, ways to work, how a text opens, senses of words."""

import pytest

from screening.understanding import opts_out
from screening.understanding.idioms import conditional, idiom, rhetorical
from screening.understanding.openings import at_a_loss, doubtful, nods, opened
from screening.understanding.polarity import Polarity, turned_back, weighed
from screening.understanding.reading import SURE, Context, Intent
from screening.understanding.senses import named, of_question, sense_pieces
from screening.understanding.transport import by_way
from screening.understanding.words import said
from screening.understanding.yes_no import by_rules, read_yes_no
from tests.screening.understanding.readings import NOW, asked

NIGHTS, RIDE, OWN_CAR = (
    "can you work nights and weekends?",
    "do you have reliable transportation?",
    "do you have your own car?",
)


@pytest.mark.parametrize(
    ("text", "question", "value", "hedge"),
    [
        ("weekends yes nights no", "can you work nights?", "no", ""),
        ("weekends yes nights no", NIGHTS, "", "cond"),
        ("is it under a roof? if so yes", "can you work outside?", "", "cond"),
        ("just on weekdays", "can you work nights?", "", "cond"),
        ("a little", "is the pay too low for you?", "no", ""),  # turned by the frame into a yes
        ("seven days a week if you let me", "can you work weekends?", "yes", ""),
    ],
)
def test_a_set_phrase_means_more_than_its_words(text: str, question: str, value: str, hedge: str) -> None:
    found = idiom(text, question)
    assert found is not None
    assert (found.value, found.hedge) == (value, hedge)


def test_an_everyday_answer_is_no_set_phrase() -> None:
    assert idiom("my tools go where i go", "do you have tools?") is None
    assert conditional("is it inside? if so count me in")
    assert rhetorical("who wouldnt")
    assert not rhetorical("who is the manager")


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("my truck", RIDE, "yes"),
        ("el camion", RIDE, "yes"),
        ("my cousin drops me off", RIDE, "yes"),
        ("the bus", OWN_CAR, "no"),
        ("my bike", OWN_CAR, "no"),
        ("a 09 camry", OWN_CAR, "yes"),
    ],
)
def test_a_way_to_work_named_alone_answers(text: str, question: str, value: str) -> None:
    found = by_way(text, question)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("my truck is in the shop", RIDE),
        ("the bus?", RIDE),
        ("sold my car", RIDE),
        ("my truck", "do you have car insurance?"),
        ("my truck", "can you work nights?"),
    ],
)
def test_a_way_taken_back_or_not_asked_for_answers_nothing(text: str, question: str) -> None:
    assert by_way(text, question) is None


def test_an_ok_that_opens_a_text_agrees_to_nothing_where_a_no_follows() -> None:
    for text in ("okay then, nope", "alright no", "ok no im not", "bueno pues no, gracias"):
        found = opened(text, "")
        assert found is not None and found.value == "no", text
    assert opened("ok no problem", "") is None
    assert opened("ok nothing to it", "") is None


def test_a_no_that_is_only_thought_is_confirmed_before_it_counts() -> None:
    found = opened("nah i dont think i can", "")
    assert found is not None
    assert found.value == "no"
    assert found.sure < 0.75


def test_what_is_not_understood_or_hangs_on_something_is_neither_yes_nor_no() -> None:
    assert at_a_loss("sorry i dont understand the question")
    for text, hedge in (
        ("no se, le pregunto", "unsure"),
        ("not sure if they let me", "unsure"),
        ("all depends", "cond"),
    ):
        found = doubtful(text)
        assert found is not None and (found.value, found.hedge) == ("", hedge), text
    assert doubtful("no se puede") is None


def test_a_yes_behind_a_no_wait_is_a_yes() -> None:
    found = turned_back("no wait sorry yes, i mixed it up")
    assert found is not None and found.value == "yes"


def test_words_of_one_sense_give_the_same_piece() -> None:
    truck, van = (set(sense_pieces(text, RIDE, "transport")) for text in ("got a tacoma", "got a minivan"))
    assert any(piece.startswith("S ") for piece in truck & van)
    assert dict(named(["broke", "down"])) != {}
    assert of_question(RIDE) == of_question(RIDE)


def test_a_denied_sense_is_another_piece() -> None:
    assert set(sense_pieces("no truck", RIDE, "transport")) ^ set(sense_pieces("truck", RIDE, "transport"))


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("Has your licence ever been revoked or suspended?", "spotless since day one", "no"),
        ("Are you authorized to work in this country?", "citizen, so no visa needed", "yes"),
        ("Have you had a DWI in the past 7 years?", "okay then no", "no"),
        ("Do you have a CDL?", "no wait yes, i read it too fast", "yes"),
    ],
)
def test_a_word_of_denial_is_not_taken_for_the_answer(question: str, text: str, value: str) -> None:
    assert by_rules(said(text), asked("yes_no", question), Context(now=NOW)).value == value


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is your guard card still good?", "no gaps, paid through june"),
        ("Have you ever been let go?", "always gave my two weeks"),
        ("Do you have your own welder?", "always ran the ones at the plant"),
        ("Are you still looking for work?", "ya consegui en otro lado"),
        ("Are you still free on Tuesday?", "yes i was before they moved my class"),
        ("Do you have a food card?", "yes i cook but i never got the paper"),
    ],
)
def test_a_yes_or_no_that_is_part_of_a_phrase_is_no_plain_word(question: str, text: str) -> None:
    found = by_rules(said(text), asked("yes_no", question), Context(now=NOW))
    assert found.rule != "yes_no.word"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no, i never did", "no"),
        ("no im off that day", "no"),
        ("never had one", "no"),
        ("yes and thank you for asking", "yes"),
        ("ya", "yes"),
        ("sure", "yes"),
    ],
)
def test_a_yes_or_no_set_off_from_the_rest_is_a_plain_word(text: str, value: str) -> None:
    found = by_rules(said(text), asked("yes_no", "Do you own a torque wrench?"), Context(now=NOW))
    assert (found.value, found.rule) == (value, "yes_no.word")


@pytest.mark.parametrize(
    ("question", "text", "value", "hedge"),
    [
        ("Can you stay late?", "si avisan temprano, me quedo", "", "cond"),
        ("Can you stay late?", "si tengo tiempo", "yes", ""),
        ("Would you mind a ten-hour day?", "honestly i would mind", "yes", ""),
        ("Would you mind a ten-hour day?", "not the least bit", "no", ""),
        ("Is a late bus going to be a problem?", "the bus is always late, yes", "yes", ""),
        ("Do you mind the noise?", "no no, its nothing", "no", ""),
        ("Can you carry 80 lbs upstairs?", "yes if you want to see me in the er", "no", ""),
        ("Can you come on Sunday?", "nothing better to do", "yes", ""),
        ("Would you be unable to lift boxes?", "id be lying if i said i could", "no", ""),
        ("Are you ok with needles?", "no les tengo miedo", "yes", ""),
    ],
)
def test_a_turn_of_phrase_is_read_by_what_it_means(question: str, text: str, value: str, hedge: str) -> None:
    found = by_rules(said(text), asked("yes_no", question), Context(now=NOW))
    assert (found.value, found.hedge) == (value, hedge)


SHARES = {"yes": 0.0, "no": 0.0, "cond": 0.0, "unsure": 0.0, "unclear": 0.0}


def test_what_the_model_alone_says_stays_below_the_bound_of_a_knock_out() -> None:

    nothing = Polarity()
    assert weighed(nothing, SHARES | {"no": 0.99}, 40).sure < 0.75
    assert weighed(nothing, SHARES | {"no": 0.4, "yes": 0.35}, 40).value == ""
    plain = Polarity(value="no", sure=0.93, start=0, end=2, rule="yes_no.word")
    assert weighed(plain, SHARES | {"no": 0.95}, 40).sure == 0.93
    assert weighed(plain, SHARES | {"no": 0.45, "yes": 0.4}, 40).sure < 0.75


@pytest.mark.parametrize("text", ["sure", "Ok", "sounds good", "fine.", "ok sure"])
def test_a_lone_word_of_consent_is_a_yes_that_is_confirmed_before_it_counts_against_anybody(text: str) -> None:
    reading = read_yes_no(said(text), asked("yesno", "Have you had a DUI?"), Context(now=NOW))
    assert reading is not None
    assert (reading.value, reading.confidence < SURE) == ("yes", True)
    assert not nods(said(f"{text} I have one").plain)


def test_who_wants_texts_instead_of_calls_does_not_opt_out() -> None:
    assert opts_out("yes. stop calling me though, texting is better", Context(now=NOW)) is None
    assert opts_out("stop calling me, it would be better if you stop", Context(now=NOW)) is Intent.OPT_OUT
