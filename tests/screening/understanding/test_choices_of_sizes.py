"""Sizes of clothes, the electronic ones of several ways, the first of two ranked; as long as is no length."""

import pytest

from tests.screening.understanding.readings import asked, hear

SPANS = ("Small/Medium", "Large/XL", "2X/3X", "4X or bigger")
SINGLE = ("S", "M", "L", "XL", "2XL", "3XL")
PAID = ("Direct deposit", "Pay card", "Paper check")
SITES = ("Eastgate", "Midtown", "Harbor")


@pytest.mark.parametrize(
    ("options", "text", "meant"),
    [
        (SPANS, "XXL", ["2X/3X"]),
        (SPANS, "3xl please", ["2X/3X"]),
        (SPANS, "5x", ["4X or bigger"]),
        (SPANS, "double xl", ["2X/3X"]),
        (SPANS, "medium", ["Small/Medium"]),
        (SINGLE, "xxxl", ["3XL"]),
        (SINGLE, "xx large", ["2XL"]),
        (PAID, "any of the electronic ones", ["Direct deposit", "Pay card"]),
        (PAID, "any of them", list(PAID)),
        (PAID, "doesnt matter as long as i get it friday", list(PAID)),
        (SITES, "2 first, harbor second", ["Midtown"]),
        (SITES, "harbor first", ["Harbor"]),
        (SITES, "midtown and harbor", ["Midtown", "Harbor"]),
    ],
)
def test_the_options_meant_are_chosen(options: tuple[str, ...], text: str, meant: list[str]) -> None:
    heard = hear(text, asked("choice", "Which one?", options))
    assert heard.answer is not None
    value = heard.answer.value
    assert (value if isinstance(value, list) else [value]) == meant
