"""Local Law 144: nothing is scored in New York City before ten business days of notice and an audit of the last year."""

from datetime import date, timedelta

import pytest

from screening.duties.ll144 import Bias, after_business_days, is_holiday
from screening.interview import lost
from screening.scoring import score
from screening.screening import Answer, Status
from screening.understanding import ENGINE
from tests.builders import NOON, a_screening, a_script


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2026, 11, 2), date(2026, 11, 17)),  # Veterans Day between
        (date(2026, 11, 13), date(2026, 11, 30)),  # Thanksgiving
        (date(2026, 12, 18), date(2027, 1, 5)),  # Christmas, and New Year on a Friday
        (date(2026, 6, 26), date(2026, 7, 13)),  # the Fourth on a Saturday is kept on Friday
        (date(2026, 3, 2), date(2026, 3, 16)),
    ],
)
def test_ten_business_days_leave_out_weekends_and_federal_holidays(day: date, after: date) -> None:
    assert after_business_days(day, 10) == after


KEPT = {  # as the Office of Personnel Management lists them: the weekday on which each is kept
    2023: "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
    2026: "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
    2027: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
}


@pytest.mark.parametrize("year", KEPT)
def test_federal_holidays_are_those_of_the_year(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [f"{d:%m-%d}" for d in days if is_holiday(d)] == KEPT[year].split()


TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("bias", "why"),
    [
        (Bias(), "no bias audit"),
        (Bias(notice=date(2026, 10, 1)), "no bias audit"),
        (Bias(audit=date(2026, 6, 30)), "no notice"),
        (Bias(notice=date(2026, 10, 1), audit=date(2025, 11, 20)), "older than a year"),
        (Bias(notice=date(2026, 11, 9), audit=date(2026, 6, 30)), "counts from 2026-11-24"),
        (Bias(notice=date(2026, 10, 1), audit=date(2026, 11, 21)), "no bias audit"),
        (Bias(notice=date(2026, 11, 4), audit=date(2025, 11, 21)), ""),
        (Bias(notice=date(2026, 11, 4), audit=TODAY), ""),
        (Bias(notice=date(2026, 11, 5), audit=TODAY), ""),
        (Bias(notice=date(2026, 11, 6), audit=TODAY), "counts from 2026-11-23"),
    ],
)
def test_each_date_that_is_missing_too_young_or_too_old_is_named(bias: Bias, why: str) -> None:
    said = bias.why_not(TODAY)
    assert why in said
    assert not said or said.endswith("(Local Law 144)")
    assert bool(said) == bool(why)


def test_an_unscored_screening_has_answers_and_nothing_that_ranks_or_classifies() -> None:
    script = a_script()
    said = [("licence", "no", "no"), ("years", 9, "9")]
    answers = tuple(
        Answer(question=q, value=v, quote=w, message="m", rule="r", confidence=1.0, engine=ENGINE, at=NOON)
        for q, v, w in said
    )
    s = a_screening(script, status=Status.COMPLETED, answers=answers, unscored="no notice is recorded")
    card = score(s, script, ENGINE)
    assert (card.score, card.recommendation) == (None, "Review")
    assert (card.criteria, card.must_haves, card.strengths, card.concerns) == ((), (), (), ())
    assert [(a.value, a.points) for a in card.answers] == [("no", None), (9, None)]
    assert lost(s, script) is None, "a must-have ends nothing"
