"""Simulated candidates with resumes and a browser: what they hand in and how they fill a form in."""

import pytest

from bot.resumes.child import convert
from bot.sandbox.browser import LINK, Page, filled
from bot.sandbox.characters import Character, Person
from bot.sandbox.resumes import has_file, resume
from bot.sandbox.services import Services
from bot.web.form_page import EMPTY, FormPages
from screening.forms import Open
from tests.builders import NOON, a_screening, a_script


def a_person(number: int = 4, **changes: object) -> Person:
    fields: dict[str, object] = {"first": "Mei", "last": "Tran", "phone": "+13125550100", "character": Character.PROMPT}
    return Person(id=number, application=1, **{**fields, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [3, 4, 5])
def test_every_kind_of_resume_can_be_read(number: int) -> None:
    text = convert(resume(a_person(number))[1]).text
    assert "Mei Tran" in text and "OSHA forklift certification" in text
    assert text.index("Forklift Operator") < text.index("Stopped and reported") < text.index("Stock Clerk")


def test_who_is_unqualified_has_no_certificate() -> None:
    assert b"OSHA" not in convert(resume(a_person(character=Character.UNQUALIFIED))[1]).text.encode()


async def test_most_candidates_have_a_resume_in_tracker_and_some_have_none(services: Services) -> None:
    people = services.crowd.gather(10, job=1020, seed=1)
    with_file = {d["resourceId"] for d in services.tracker.tenant.documents}
    assert with_file == {p.id for p in people if has_file(p)} and 0 < len(with_file) < 10


@pytest.mark.parametrize(("character", "licence"), [(Character.PROMPT, "yes"), (Character.UNQUALIFIED, "no")])
def test_a_form_is_filled_in_character(character: Character, licence: str) -> None:
    script = a_script("form")
    page = Open(screening=a_screening(script), script=script, questions=script.questions)
    html = FormPages("Acme").page(page, "en", "seal", EMPTY, NOON)
    sent = filled(a_person(character=character), Page(html))
    assert sent == {"licence": [licence], "years": ["About 3 years"], ".page": ["seal"]}


def test_a_link_is_found_in_a_text() -> None:
    found = LINK.search("Here: https://bot.example.com/f/GR-1.0.2.x_y-z")
    assert found is not None and found[0].endswith("x_y-z")
