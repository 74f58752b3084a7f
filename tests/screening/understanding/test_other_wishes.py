"""Texts that want something else than to answer, whatever was asked, and answers that only look like them."""

import pytest

from screening.understanding.reading import Intent
from tests.screening.understanding.readings import asked, hear

QUESTIONS = (
    asked("yes_no", "Do you have a valid driver's license?"),
    asked("number", "How many years did you weld?"),
    asked("location", "What city do you live in?"),
    None,
)
GONE = (Intent.NOT_INTERESTED, Intent.ALREADY_HIRED)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("this is his aunt, he lost this phone", (Intent.WRONG_NUMBER,)),
        ("you texted a pharmacy", (Intent.WRONG_NUMBER,)),
        ("I think you want my neighbor", (Intent.WRONG_NUMBER,)),
        ("soy su mama, el ya no usa este celular", (Intent.WRONG_NUMBER,)),
        ("my name isnt walter", (Intent.WRONG_NUMBER,)),
        ("gonna bow out of this one", GONE),
        ("please take me out of the running", GONE),
        ("siempre no, gracias por la oportunidad", GONE),
        ("can somebody from the office call me", (Intent.HUMAN,)),
        ("put me through to the night manager", (Intent.HUMAN,)),
        ("no idea what you mean by that", (Intent.HELP,)),
        ("im on the phone with my landlord", (Intent.DEFER,)),
        ("let me get home first", (Intent.DEFER,)),
    ],
)
def test_a_wish_is_heard_whatever_was_asked(text: str, intents: tuple[Intent, ...], question: object) -> None:
    assert hear(text, question).intent in intents


@pytest.mark.parametrize(
    ("kind", "question", "text"),
    [
        ("yes_no", "Can you clean windows on the fourth floor?", "ill pass on that one"),
        ("yes_no", "Did you finish the online form?", "no the link wont open"),
        ("yes_no", "Do you have your own tools?", "my grandpa left me his whole shop when he passed"),
        ("yes_no", "Do you have a smartphone?", "yes its my old one"),
        ("number", "How many jobs did you hold last year?", "2, started at the mill and then the docks"),
        ("text", "Why did you leave your last job?", "my mom passed away and I moved home to help my dad"),
    ],
)
def test_an_answer_that_looks_like_a_wish_is_none(kind: str, question: str, text: str) -> None:
    assert hear(text, asked(kind, question)).intent in (Intent.ANSWER, Intent.UNCLEAR)


@pytest.mark.parametrize(
    ("kind", "words", "options", "text"),
    [
        ("choice", "¿Qué turno?", ("mañana", "tarde"), "llámeme mañana"),
        ("date", "¿Cuándo empieza?", (), "escríbame el jueves a las 8"),
        ("number", "¿Cuántos años de experiencia?", (), "salgo a las 6, después de las 6 le contesto"),
        ("yes_no", "¿Tiene carro?", (), "ahorita no puedo, en una hora"),
        ("text", "Cuente de su trabajo", (), "ando en la clínica, al rato le contesto"),
    ],
)
def test_a_time_to_write_again_is_no_answer(kind: str, words: str, options: tuple[str, ...], text: str) -> None:
    assert hear(text, asked(kind, words, options), "es-US").intent is Intent.DEFER


def test_a_way_of_being_reached_is_an_answer_where_one_is_asked_for() -> None:
    assert hear("text me", asked("choice", "How should we contact you?", ("Text", "Call"))).intent is Intent.ANSWER


def test_an_hour_with_a_mark_is_when_we_are_to_write_again() -> None:
    until = hear("still busy. 5?", None).until
    assert until is not None
    assert (until.hour, until.minute) == (17, 0)


@pytest.mark.parametrize("text", ["sorry my toddler grabbed the phone", "pocket text lol"])
def test_what_nobody_wrote_answers_nothing(text: str) -> None:
    assert hear(text, asked("text", "Tell us about your last job.")).intent is Intent.NO_ANSWER


@pytest.mark.parametrize("text", ["autumn of this year", "can i drop them off at the desk", "end of this month"])
def test_words_that_speak_of_nothing_of_ours_are_no_wish_to_be_left_alone(text: str) -> None:
    assert hear(text, None).intent not in (Intent.OPT_OUT, Intent.SUSPECTED_OPT_OUT)


@pytest.mark.parametrize("text", ["drop me off your list", "drop it off the list please", "no more of this"])
def test_wishes_beside_those_words_are_heard(text: str) -> None:
    assert hear(text, None).intent in (Intent.OPT_OUT, Intent.SUSPECTED_OPT_OUT)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Do you have a food card?", "taking the class tonight"),
        ("Did you send the form?", "not yet, tomorrow"),
        ("Is your record clean?", "a truck hit me in march, his fault"),
        ("Is your license active?", "i havent looked at it in a while"),
        ("¿Tiene trabajo ahora?", "si estoy trabajando, en una panaderia"),
        ("Do you know our time clock?", "dont know what that thing is"),
        ("Do you have a diploma?", "not me"),
        ("Are you okay with heights?", "no qualms here"),
    ],
)
def test_what_only_holds_words_of_later_or_of_a_wrong_number_is_neither(question: str, text: str) -> None:
    assert hear(text, asked("yes_no", question)).intent in (Intent.ANSWER, Intent.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hit me up tonight", Intent.DEFER),
        ("estoy trabajando", Intent.DEFER),
        ("text me back in a while", Intent.DEFER),
        ("no walter here", Intent.WRONG_NUMBER),
    ],
)
def test_later_and_a_wrong_number_are_heard_all_the_same(text: str, intent: Intent) -> None:
    assert hear(text, asked("yes_no", "Do you have a food card?")).intent is intent


@pytest.mark.parametrize(
    "text",
    ["nomas tantito no mas", "nothing reported, ever", "noise doesnt bug me"],
)
def test_an_everyday_word_beside_its_reason_is_no_wish_to_be_left_alone(text: str) -> None:
    assert hear(text, asked("yes_no", "Can you work by yourself?")).intent not in (
        Intent.OPT_OUT,
        Intent.SUSPECTED_OPT_OUT,
    )


@pytest.mark.parametrize("text", ["leave me alone", "ya no mas", "reported", "dont bug me again"])
def test_the_wish_without_the_reason_is_heard(text: str) -> None:
    assert hear(text, asked("yes_no", "Can you work by yourself?")).intent in (
        Intent.OPT_OUT,
        Intent.SUSPECTED_OPT_OUT,
    )
