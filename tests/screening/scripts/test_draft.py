"""A first script from a job."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.scripts.draft import draft
from screening.scripts.reader import problems_of, read_script
from screening.scripts.script import Kind, Script

WAREHOUSE = """<p>Loading &amp; unloading pallets with a forklift. 2+ years of experience; OSHA class.</p>
<ul><li>Lift up to 50 lbs</li><li>Day shift or 2nd shift, some weekends and overtime</li></ul>"""


def drafted(**job: str) -> Script:
    blank = {"name": "job", "title": "Job", "description": "", "pay": "", "place": "", "work_type": ""}
    return read_script(draft(**{**blank, **job}))


def test_a_job_gives_questions_with_points_and_no_must_have() -> None:
    script = drafted(
        name="Forklift (2nd)", title="Forklift", description=WAREHOUSE, pay="$21-24/hr", place="Memphis, TN"
    )
    assert script.name == "forklift-2nd"
    assert [q.key for q in script.questions] == [
        "forklift",
        "osha",
        "years",
        "shift",
        "pay",
        "start",
        "commute",
        "last_work",
    ]
    assert not any(q.knockout for q in script.questions)
    years, pay = script.question("years"), script.question("pay")
    assert years is not None
    assert years.points[0].at_least == 2
    assert pay is not None
    assert (pay.points[0].at_most, pay.period) == (24, "hour")


def test_faqs_say_what_the_job_says() -> None:
    answers = [faq.answer["en"] for faq in drafted(pay="$20/hr", place="Reno", work_type="temp to hire").faq]
    assert answers == ["The pay is $20/hr.", "The job is in Reno.", "It is temp to hire."]


def test_an_empty_job_gives_pay_start_and_commute() -> None:
    script = drafted(name="", title="")
    assert script.name == "draft"
    assert [q.kind for q in script.questions] == [Kind.PAY, Kind.DATE, Kind.LOCATION]


def test_a_remote_job_has_no_commute() -> None:
    assert drafted(work_type="Remote").question("commute") is None


def test_one_shift_is_asked_by_yes_or_no() -> None:
    script = drafted(description="Overnight shift only.")
    assert script.question("shift") is None
    night = script.question("night_shift")
    assert night is not None
    assert night.kind is Kind.YES_NO


def test_lifting_is_asked_with_accommodation() -> None:
    lifting = drafted(description="Must lift up to 50 lbs").question("lifting")
    assert lifting is not None
    assert "50 pounds, with or without reasonable accommodation" in lifting.words("en")


@pytest.mark.parametrize(
    ("words", "high", "period", "currency", "country"),
    [
        ("$21.50 - $24/hr", 24, "hour", "USD", "US"),
        ("22", 22, "hour", "USD", "US"),
        ("55k-60k", 60_000, "year", "USD", "US"),
        ("£30,000 per annum", 30_000, "year", "GBP", "GB"),
        ("C$900 a week", 900, "week", "CAD", "CA"),
        ("€3000 monthly", 3_000, "month", "EUR", "US"),
        ("MX$400 daily", 400, "day", "MXN", "US"),
    ],
)
def test_pay_is_read_with_its_period_and_money(
    words: str, high: float, period: str, currency: str, country: str
) -> None:
    script = drafted(pay=words)
    pay = script.question("pay")
    assert pay is not None
    assert (pay.points[0].at_most, pay.period, pay.currency, script.country) == (high, period, currency, country)


@pytest.mark.parametrize("words", ["DOE", "0", "", "competitive"])
def test_pay_without_an_amount_has_no_points(words: str) -> None:
    pay = drafted(pay=words).question("pay")
    assert pay is not None
    assert pay.points == ()


def test_what_lint_would_refuse_is_left_out() -> None:
    script = drafted(work_type="guaranteed job, we are not a bot")
    assert [faq.answer for faq in script.faq] == []


def test_years_of_age_are_not_years_of_work() -> None:
    assert drafted(description="Must be 18 years old. 40 years in business.").question("years") is None


@given(*[st.text(max_size=90)] * 5)
@settings(max_examples=25, deadline=None)
def test_a_draft_always_passes(name: str, title: str, description: str, pay: str, place: str) -> None:
    text = draft(name=name, title=title, description=description + WAREHOUSE, pay=pay, place=place, work_type=title)
    assert not [problem for problem in problems_of(text) if problem.error]
