"""Everybody who is not advanced has a letter: what the tool did, what was noted, what mattered, and what they can do."""

import pytest

from bot.reports.letters import letter_text
from screening.letter import letter
from screening.people import Opportunity
from screening.scoring import score
from screening.screening import Answer, Screening, Status
from screening.understanding import ENGINE
from tests.builders import NOON, a_screening, a_script

GOLDEN = """21 Nov 2026

Dear Ana,

you applied for Forklift operator with Acme. We did not go on with your application. This letter says what part a computer program had in that, and what you can do.

What the program did
An automated assistant asked you the questions below and noted your answers. It gave points by fixed rules that are the same for everybody. It did not look at your spelling, at how fast you answered, or at how you sounded. It made a recommendation. It decides nothing: a person at Acme decided.

What was noted
- Do you hold a valid forklift licence? no (your words: "nope")

What mattered most
The job needs this, and your answer says that it is not given:
- Do you hold a valid forklift licence?

What you can do
- Something is wrong: text us what is right, and it is noted and looked at again.
- See everything that is held about you: text DATA.
- Have a person look at it again: text HUMAN. A recruiter reads your answers without the recommendation deciding anything.
- Need another way to answer, or an accommodation: text HUMAN and say so.
- Have your data erased: text DELETE.

Acme
Reference GR-TEST01"""


def an_answer(question: str, value: str | int, quote: str) -> Answer:
    return Answer(
        question=question, value=value, quote=quote, message="m1", rule="r", confidence=1.0, engine=ENGINE, at=NOON
    )


def told(s: Screening) -> str:
    script = a_script()
    return letter_text(letter(s, script, score(s, script, ENGINE), NOON))


def test_the_letter_is_as_written() -> None:
    s = a_screening(
        a_script(),
        status=Status.KNOCKED_OUT,
        answers=(an_answer("licence", "no", "nope"),),
        decided="Rejected by <@U1>",
    )
    assert told(s).strip() == GOLDEN


@pytest.mark.parametrize("language", ["en", "es", "fr"])
@pytest.mark.parametrize("status", [s for s in Status if s is not Status.IN_PROGRESS])
def test_every_ending_has_a_letter_with_all_its_parts(status: Status, language: str) -> None:
    said = told(a_screening(a_script(), status=status, language=language, answers=(an_answer("years", 1, "one"),)))
    for part in ("DATOS", "HUMANO", "BORRAR") if language == "es" else ("DATA", "HUMAN", "DELETE"):
        assert f"text {part}" in said or f"escribe {part}" in said
    assert "Acme" in said
    assert "\n\n\n" not in said
    assert "machine learning" not in said


def test_a_confidential_client_stands_in_no_letter() -> None:
    job = Opportunity(id=1, title="Picker at Northwind", client="Northwind", confidential=True)
    s = a_screening(
        a_script(), status=Status.COMPLETED, job=job, answers=(an_answer("licence", "yes", "yes at northwind"),)
    )
    assert "northwind" not in told(s).lower()
