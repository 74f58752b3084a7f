"""Lint over good and bad scripts: every verdict, at its line."""

import pytest

from screening.scripts.reader import problems_of
from tests.screening.scripts.corpus import BAD, GOOD


def test_there_are_sixty_of_each() -> None:
    assert len(BAD) >= 60
    assert len(GOOD) >= 60
    assert len({text for _, text, _, _ in BAD}) == len(BAD)
    assert len({text for _, text in GOOD}) == len(GOOD)


@pytest.mark.parametrize(("text", "message", "line"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_a_bad_script_is_refused_with_its_reason_and_its_line(text: str, message: str, line: str) -> None:
    found = [problem for problem in problems_of(text) if problem.error and message in problem.message]
    assert found, problems_of(text)
    if line:
        assert any(line in text.split("\n")[problem.line - 1] for problem in found), found


@pytest.mark.parametrize("text", [good[1] for good in GOOD], ids=[good[0] for good in GOOD])
def test_a_good_script_passes_without_a_word(text: str) -> None:
    assert problems_of(text) == ()
