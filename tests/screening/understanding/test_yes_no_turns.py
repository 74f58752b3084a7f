"""Replies to yes/no questions whose words point the other way: lost and had again, emptied, denied, or no answer at all."""

import pytest

from screening.understanding.idioms import idiom
from screening.understanding.measures import compared, counts, figures_alone
from screening.understanding.reading import SURE, Context, Intent
from screening.understanding.regained import nothing_missed, regained, so_fine, so_not, still_good
from screening.understanding.transport import by_way
from screening.understanding.words import said
from screening.understanding.yes_no import by_rules
from tests.screening.understanding.readings import NOW, asked, hear

CARD, LICENSE, SCREEN = (
    "do you have a current guard card?",
    "do you have a valid driver's license?",
    "can you pass a drug screen?",
)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("they revoked it over a fine but it was reinstated in june", LICENSE),
        ("flunked it once, passed on the second try", CARD),
        ("mine expired so i renewed it last month", CARD),
        ("the dmv took mine for a while and gave it back in april", LICENSE),
        ("gave up weed 6 years ago", SCREEN),
        ("quit smoking pot before my twins were born", SCREEN),
    ],
)
def test_what_was_lost_and_is_had_again_is_a_yes(text: str, question: str) -> None:
    found = regained(text, question)
    assert found is not None
    assert found.value == "yes"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("they revoked it and i never got it back", LICENSE),
        ("lost it, should get it back in june", LICENSE),
        ("mine was suspended and reinstated", "has your license ever been suspended?"),
        ("expired, i renewed it but the card is not here yet", CARD),
        ("quit smoking weed last week", SCREEN),
        ("quit weed 3 years ago but still do edibles", SCREEN),
        ("got my truck back from the shop", LICENSE),
    ],
)
def test_what_is_not_had_yet_or_asked_as_something_that_ever_happened_is_none(text: str, question: str) -> None:
    assert regained(text, question) is None


def test_a_reply_that_concludes_in_other_words_than_yes_agrees() -> None:
    assert so_fine("my shift ends at noon so no problem")
    assert so_fine("im up at 3 anyway so put me down")
    assert not so_fine("so no issue unless it snows")
    assert not so_fine("so good luck finding somebody")


@pytest.mark.parametrize("text", ["55k", "like 6 years", "7 to 3", "$19", "4 anos", "2 yrs or so"])
def test_a_figure_alone_is_neither_yes_nor_no_where_none_is_asked_for(text: str) -> None:
    assert figures_alone(said(text).plain)
    assert hear(text, asked("yes_no", "Were you ever convicted of a felony?")).answer is None


def test_a_figure_answers_where_years_or_amounts_are_asked_for() -> None:
    assert counts("do you have warehouse experience?")
    assert not counts("do you have a forklift certificate?")
    assert not figures_alone("7 years, never missed a day")
    assert hear("6 years", asked("yes_no", "Do you have experience as a picker?")).answer is not None


def test_a_no_put_as_a_question_is_confirmed_before_it_ends_anything() -> None:
    reading = hear("no?", asked("yes_no", "Do you have a work permit?")).answer
    assert reading is not None
    assert reading.value == "no"
    assert reading.confidence < SURE


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("yes i had one, the bank came for it", "yes_no.leads"),
        ("sure, back when i was twenty", "yes_no.leads"),
        ("yes my kids all do", "yes_no.leads"),
        ("never had a single ticket", "yes_no.leads"),
        ("never had a license", "yes_no.topic"),
        ("yes, had mine since 2009", "yes_no.word"),
    ],
)
def test_a_yes_that_is_emptied_and_a_never_of_something_else_are_no_plain_words(text: str, rule: str) -> None:
    assert by_rules(said(text), asked("yes_no", "Do you have a driver's license?"), Context(now=NOW)).rule == rule


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("they call me the freezer queen", "Are you comfortable working in the cold?"),
        ("no fear of heights here", "Are you okay with ladders?"),
        ("somebody hit me last june but it was his fault", "Do you have a clean driving record?"),
    ],
)
def test_what_only_sounds_like_another_wish_beside_a_yes_no_question_is_none(text: str, question: str) -> None:
    assert hear(text, asked("yes_no", question)).intent in (Intent.ANSWER, Intent.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wrong number", Intent.WRONG_NUMBER),
        ("text me tonight, im at work", Intent.DEFER),
        ("please have a person call me", Intent.HUMAN),
        ("not interested anymore", Intent.NOT_INTERESTED),
    ],
)
def test_a_wish_beside_a_yes_no_question_is_heard(text: str, intent: Intent) -> None:
    assert hear(text, asked("yes_no", "Are you comfortable working in the cold?")).intent is intent


def test_a_reply_that_concludes_against_it_declines() -> None:
    assert so_not("monday is my sons game, so that day is out")
    assert so_not("nine years of it, which is why im done with warehouses")
    assert not so_not("so thats how i got the job")


def test_a_lack_denied_is_a_yes_unless_lacks_are_asked_about() -> None:
    assert nothing_missed("didnt skip a single page", "did you fill in the form?")
    assert nothing_missed("never missed a shift", "have you missed any shifts?") is None


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("retail yes, restaurant no", "have you worked in a restaurant?", "no"),
        ("the online one no, the paper one yes", "did you send the paper form?", "yes"),
        ("restauranteur no, restaurant yes", "have you worked in a restaurant?", "yes"),
    ],
)
def test_of_a_yes_and_a_no_the_half_that_the_question_names_speaks(text: str, question: str, value: str) -> None:
    found = idiom(text, question)
    assert found is not None
    assert found.value == value


def test_who_has_no_record_passes_a_background_check() -> None:
    found = regained("no felonies no misdemeanors, nothing", "can you pass a background check?")
    assert found is not None
    assert found.value == "yes"
    assert regained("no felonies but a dui in june", "can you pass a background check?") is None


def test_not_even_denies_more_and_is_no_half() -> None:
    assert idiom("clean, not even a parking ticket, fine by me", "can you pass a check?") is None


def test_who_has_no_car_and_is_driven_all_the_same_has_a_way_to_work() -> None:
    found = by_way("no car but my neighbor drives me every day", "do you have reliable transportation?")
    assert found is not None
    assert found.value == "yes"
    assert by_way("no car but my neighbor drives me sometimes", "do you have reliable transportation?") is None


@pytest.mark.parametrize(
    "text", ["when my ride gets here", "why not", "puedo los domingos", "once the baby is in daycare"]
)
def test_what_begins_like_a_question_and_tells_is_none(text: str) -> None:
    assert hear(text, asked("yes_no", "Can you work Sundays?")).intent in (Intent.ANSWER, Intent.UNCLEAR)


@pytest.mark.parametrize("text", ["when do i start", "puedo llevar a mi hijo", "why do you need it"])
def test_a_question_stays_one(text: str) -> None:
    assert hear(text, asked("yes_no", "Can you work Sundays?")).intent is Intent.QUESTION


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("its active", "no"),
        ("esta vigente", "no"),
        ("got it back in march", "no"),
        ("it was last year, not now", "no"),
        ("not active right now", "yes"),
        ("aint valid", "yes"),
    ],
)
def test_what_is_active_is_not_suspended(text: str, value: str) -> None:
    found = still_good(text, "is your license suspended?")
    assert found is not None
    assert found.value == value
    assert still_good(text, "has your license ever been suspended?") is None


def test_what_is_hoped_to_be_active_says_nothing_yet() -> None:
    assert still_good("until it is active in june", "is your license suspended?") is None


@pytest.mark.parametrize(("text", "enough"), [("class b", False), ("clase a", True), ("cdl a and b", True)])
def test_a_class_of_licence_stands_beside_the_class_asked_for(text: str, enough: bool) -> None:
    found = compared(text, "do you have a class a cdl?")
    assert found is not None
    assert found.enough is enough
    assert compared("class a permit only", "do you have a class a cdl?") is None
    assert compared("class a", "do you have a driver's license?") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("my truck", "no"), ("the bus", "no"), ("no car right now", "yes"), ("i dont have a car", "yes")],
)
def test_who_has_a_way_to_work_needs_no_ride(text: str, value: str) -> None:
    found = by_way(text, "will you need a ride to the plant?")
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["3 yrs icu and 2 yrs er", "about 6 years at a bakery", "mostly warehouses"])
def test_years_of_work_are_no_record(text: str) -> None:
    assert hear(text, asked("yes_no", "Have you ever been convicted of a crime?")).answer is None


@pytest.mark.parametrize("text", ["yes 7 years ago", "one dui in 2012"])
def test_what_was_done_years_ago_is_one(text: str) -> None:
    reading = hear(text, asked("yes_no", "Have you ever been convicted of a crime?")).answer
    assert reading is not None
    assert reading.value == "yes"


def test_what_is_newly_had_is_had() -> None:
    assert regained("ya consegui carro, me lo presta mi tio", "tiene transporte propio?")
    assert regained("ya la tengo, llego el lunes", "do you have a guard card?")
    assert regained("ya tengo otro trabajo", "tiene transporte propio?") is None
    assert regained("ya tengo cita para sacarla", "tiene licencia?") is None
