"""Lint on words that its patterns were not written from one by one: unlawful ones are refused, lawful neighbours pass."""

import pytest

from screening.errors import Problem
from screening.scripts.reader import problems_of
from tests.screening.scripts import wider
from tests.screening.scripts.made import HEAD, LICENCE, SPANISH, asking, script, top


def errors(text: str) -> list[Problem]:
    return [problem for problem in problems_of(text) if problem.error]


@pytest.mark.parametrize("words", wider.FORBIDDEN)
def test_a_question_about_a_protected_trait_or_its_stand_in_is_refused(words: str) -> None:
    text = script(asking(words, "text"), head=SPANISH if words[0] == "¿" else HEAD)
    assert errors(text), words


@pytest.mark.parametrize("words", wider.LAWFUL)
def test_a_lawful_question_near_a_forbidden_one_passes(words: str) -> None:
    assert problems_of(script(asking(words))) == ()


@pytest.mark.parametrize("words", wider.LAWFUL_IN_SPANISH)
def test_a_lawful_question_in_spanish_passes(words: str) -> None:
    assert problems_of(script(asking(words), head=SPANISH)) == ()


@pytest.mark.parametrize("words", wider.DOUBLE)
def test_a_question_that_asks_two_things_is_refused(words: str) -> None:
    assert errors(script(asking(words, more='knockout = "no"')))


@pytest.mark.parametrize("words", wider.AMBIGUOUS)
def test_a_must_have_that_yes_and_no_do_not_answer_plainly_is_refused(words: str) -> None:
    assert errors(script(asking(words, more='knockout = "no"')))


@pytest.mark.parametrize("name", wider.JUDGES_A_PERSON)
def test_a_criterion_that_judges_a_feeling_a_trait_or_a_manner_is_refused(name: str) -> None:
    assert errors(script(f'{LICENCE}criterion = "{name}"\n'))


@pytest.mark.parametrize("name", wider.JUDGES_WORK)
def test_a_criterion_that_names_work_passes_though_its_words_are_those_of_feelings(name: str) -> None:
    assert problems_of(script(f'{LICENCE}criterion = "{name}"\n')) == ()


@pytest.mark.parametrize(("message", "words"), wider.DISHONEST_INTROS)
def test_an_intro_that_hides_or_contradicts_the_notice_is_refused(message: str, words: str) -> None:
    found = errors(script(head=top(f'intro = "{words}"')))
    assert any(message in problem.message for problem in found), found


@pytest.mark.parametrize("words", wider.HONEST_INTROS)
def test_an_honest_intro_passes(words: str) -> None:
    assert errors(script(head=top(f'intro = "{words}"'))) == []


@pytest.mark.parametrize("words", wider.DECIDING_CLOSINGS)
def test_a_closing_that_tells_a_decision_is_refused(words: str) -> None:
    assert errors(script(head=top(f'closing = "{words}"')))


@pytest.mark.parametrize("words", wider.HONEST_CLOSINGS)
def test_an_honest_closing_passes(words: str) -> None:
    assert errors(script(head=top(f'closing = "{words}"'))) == []


def test_where_somebody_lives_may_be_asked_but_may_not_count() -> None:
    near = '[[question.rubric]]\nname = "near"\nevidence = ["north"]'
    asked = asking("Which county do you live in?", "text")
    assert errors(script(asked)) == []
    assert errors(script(asking("Which county do you live in?", "text", near)))


def test_the_wording_that_the_law_gives_is_not_called_hard_to_read() -> None:
    assert problems_of(script(asking("Are you legally authorized to work in the United States?"))) == ()
