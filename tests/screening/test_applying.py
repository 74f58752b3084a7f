"""Applying by text."""

import pytest

from screening.applying import Wish, read_wish


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("APPLY 1020", Wish(job=1020)),
        ("  apply for job #1020!", Wish(job=1020)),
        ("Apply JOB-1020", Wish(job=1020)),
        ("apply 1020 Jane O'Hara", Wish(job=1020, name="Jane O'Hara")),
        ("Apply 1020, my name is José García.", Wish(job=1020, name="José García")),
        ("aplicar 1020 soy Олена", Wish(job=1020, name="Олена")),
        ("postular para empleo 1020", Wish(job=1020)),
        ("apply 1020 because I really want to work with you guys", Wish(job=1020)),
        ("I want to apply", None),
        ("apply now", None),
        ("I applied 1020 times", None),
        ("apply 99999999999999", None),
        ("1020", None),
        ("", None),
    ],
)
def test_a_wish_names_its_job_and_perhaps_the_person(text: str, wish: Wish | None) -> None:
    assert read_wish(text) == wish
