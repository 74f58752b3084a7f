"""Doubts that do not forbid publishing, and lawful words next to unlawful ones."""

import pytest

from screening.scripts.lint import lint
from screening.scripts.reader import problems_of
from screening.scripts.script import AskIf, Kind, Option, Question, Script
from tests.screening.scripts.made import LICENCE, SPANISH, STORY, YEARS, asking, choice, faq, script, top

LONG = (
    "Describe the organizational responsibilities you administered concerning international regulatory documentation."
)
LARGO = (
    "Describe detalladamente las responsabilidades organizacionales internacionales correspondientes a procedimientos "
    "administrativos institucionales."
)

DOUBTS = [
    ("where somebody lives", script(asking("Where do you live?", "text")), "stands in for race"),
    ("convictions", script(asking("Have you ever been convicted of a crime?")), "after an offer"),
    ("a car", script(asking("Do you own a car?")), "get to work on time"),
    ("a kept zip code", script(asking("What is your zip code?", "text")), "zip code stands in"),
    ("a zip code of no weight", script(asking("What is your zip code?", "number", "weight = 0\npoints = [{ points = 1 }]")), "zip code stands in"),
    ("a name of a person", script(head=top('intro = "Hi, my name is Sarah."')), "sounds like a person"),
    ("a shortened link", script(head=top('closing = "See bit.ly/abc"')), "shortened links"),
    ("the notice said twice", script(head=top('intro = "Hi. Reply STOP to opt out."')), "the engine adds by itself"),
    ("a closing that asks", script(head=top('closing = "Thanks, any questions?"')), "nobody listens"),
    ("an intro that asks", script(head=top('intro = "Hi, how are you?"')), "before the first question"),
    ("an answer that needs two texts", script(faq("what is it like", "It is good work. " * 15), LICENCE), "it will take two"),
    ("typographic quotes", script(head=top('intro = "Hi \u201cyou\u201d"')), "typographic characters"),
    ("emoji", script(head=top('closing = "Thanks \U0001f44d"')), "emoji"),
    ("hard words", script(asking(LONG, "text")), "school grade"),
    ("hard words in Spanish", script(asking(LARGO, "text"), head=SPANISH), "hard to read"),
    ("a twisted question", script(asking("Do you mind night shifts?")), "ask it straight"),
    ("a choice in disguise", script(asking("Do you prefer days or nights?")), "make it a choice"),
    ("a choice in disguise in Spanish", script(asking("¿Prefieres el turno de día o de noche?"), head=SPANISH), "make it a choice"),
    ("an open question of the wrong kind", script(asking("When could you start?")), "use another kind"),
    ("a row that is never reached", script(YEARS.replace("{ points = 1 }", "{ points = 1 }, { at_least = 1, points = 2 }")), "row 4 of 'points' is never reached"),
    ("a row beyond the range", script(YEARS.replace("at_least = 5,", "at_least = 51,")), "lies outside 'range'"),
    ("a row below the range", script(YEARS.replace("at_least = 5,", "at_most = -1,")), "lies outside 'range'"),
    ("no last row", script(YEARS.replace(", { points = 1 }", "")), "answers that fit no row"),
    ("a row of days never reached", script(asking("When could you start?", "date", "points = [{ within_days = 9, points = 5 }, { within_days = 3, points = 4 }, { points = 1 }]")), "row 2 of 'points' is never reached"),
    ("the most points for the knock-out", script(LICENCE + "points = { yes = 1, no = 5 }\n"), "the knock-out has the most points"),
    ("evidence in every text", script(STORY.replace('"cones"', '"the"')), "nearly every text holds 'the'"),
    ("evidence twice", script(STORY + '[[question.rubric]]\nname = "tidy"\nevidence = ["mopped"]\n'), "evidence for two rubric lines"),
    ("nine questions", script(*[asking(f"Do you know rule {n}?", key=f"r{n}") for n in range(9)]), "many candidates give up"),
    ("a late must-have", script(*[asking(f"Do you know rule {n}?", key=f"r{n}") for n in range(5)], LICENCE), "ask it earlier"),
    ("a reminder after the end", script(head=top('remind_after = ["2d"]\nexpire_after = "1d"')), "reminder 1 is never sent"),
    ("no weight at all", script(LICENCE.replace("weight = 3", "weight = 0")), "nothing is scored"),
    ("half a translation", script(head=top('intro = { en = "Hi", es = "Hola" }')), "'es' is not offered: the closing has no words in it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), [doubt[1:] for doubt in DOUBTS], ids=[doubt[0] for doubt in DOUBTS])
def test_a_doubt_is_told_and_forbids_nothing(text: str, message: str) -> None:
    problems = problems_of(text)
    assert any(message in problem.message for problem in problems), problems
    assert not any(problem.error for problem in problems), problems


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (script(asking("Can you drive. Do you hold a licence. Do you lift?")), "asks two things"),
        (script(asking("Don't you have a licence?", more='knockout = "no"')), "'yes' can mean either"),
        (script(asking("Do you want days or do you want nights?", more='knockout = "no"')), "make it a choice"),
        (script(asking("How many years have you worked?", more='knockout = "no"')), "not answered by yes or no"),
        (script(asking("Please say if you have a licence", more='knockout = "no"\nno_examples = ["Quit."]')), "'Quit.' is a keyword"),
        (script(faq("help", "Call us."), LICENCE), "faq 'help' is a keyword"),
        (script(faq("is this a real person", "Yes, it is Ana."), LICENCE), "denies that a machine writes"),
        (script(head=top('intro = "You cannot talk to a person here."')), "takes away the way to a person"),
        (script(head=top('closing = "Slow answers will count against you."')), "time pressure"),
        (script(head=top('closing = "Gracias, quedas contratada."')), "tells a decision"),
        (script(STORY.replace("made it safe", "good grammar")), "speech"),
        (script(LICENCE + 'criterion = "Cultural fit"\n'), "whether somebody is like the others"),
        (script(LICENCE + 'criterion = "age_group"\n'), "a protected trait"),
        (script(choice("Which zip code are you in?", "38103", "38104")), "zip code"),
        (script(asking("What is your zip code?", "text", 'weight = 0\nknockout = "x"')), "zip code"),
        (script(YEARS, LICENCE + 'ask_if = { question = "years", at_most = -1 }\n'), "is never asked"),
        (script(YEARS, LICENCE + 'ask_if = { question = "years", in = [60, 70] }\n'), "is never asked"),
    ],
)  # fmt: skip
def test_other_wordings_are_refused_too(text: str, message: str) -> None:
    assert any(message in p.message and p.error for p in problems_of(text)), problems_of(text)


@pytest.mark.parametrize(
    "words",
    [
        "This is not a machine operator job.",
        "No machine experience is needed.",
        "If you can't reach a recruiter, reply HUMAN.",
        "Our human resources team reads your answers.",
        "The season runs to the end of May.",
        "You can stop by the office on Friday.",
        "Cancel culture is no topic here.",
    ],
)
def test_lawful_words_in_an_answer_pass(words: str) -> None:
    assert problems_of(script(faq("what is it", words), LICENCE)) == ()


def test_a_script_that_was_never_a_file_is_linted_without_lines() -> None:
    ask = Question(
        key="b",
        kind=Kind.CHOICE,
        ask={"en": "How old are you?"},
        criterion="b",
        options=(Option(value="x"), Option(value="y")),
        ask_if=AskIf(question="nowhere", is_="x"),
    )
    made = Script(name="m", title="M", intro={"en": "Hi"}, closing={"en": "Thanks"}, questions=(ask,))
    problems = lint(made)
    assert {problem.line for problem in problems} == {0}
    assert len(problems) == 2


def test_a_script_without_questions_is_an_error() -> None:
    made = Script(name="m", title="M", intro={"en": "Hi"}, closing={"en": "Thanks"})
    assert [problem.message for problem in lint(made)] == ["the script has no question"]
