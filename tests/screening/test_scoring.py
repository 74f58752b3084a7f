"""Scoring: points, criteria, score and recommendation, all from the script and the recorded answers."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.points import met_lines, points_of
from screening.scorecard import as_json
from screening.scoring import Scorecard, asked_if, must_have_result, score
from screening.screening import Answer, Screening, Status
from screening.scripts.reader import read_script
from screening.scripts.script import Question, Script
from screening.understanding.reading import Value
from tests.builders import NOON, a_screening
from tests.screening.test_interview import an_answer

SOURCE = """
format = 1
name = "all"
title = "All kinds"
[bands]
advance = 80
review = 50

[[question]]
key = "card"
kind = "yes_no"
ask = "Card?"
criterion = "Driving"
weight = 3
knockout = "no"

[[question]]
key = "record"
kind = "yes_no"
ask = "Any accident?"
knockout = "yes"
weight = 1

[[question]]
key = "mood"
kind = "yes_no"
ask = "Weekends?"
points = { yes = 4, no = 2 }

[[question]]
key = "years"
kind = "number"
ask = "Years?"
unit = "years"
criterion = "Driving"
weight = 2
points = [{ at_least = 5, at_most = 40, points = 5 }, { at_least = 2, points = 4 }, { at_most = 1, points = 1 }]

[[question]]
key = "shift"
kind = "choice"
ask = "Shift?"
options = [{ value = "day", points = 2 }, { value = "late", points = 5 }, { value = "night" }]
several = true

[[question]]
key = "pay"
kind = "pay"
ask = "Pay?"
period = "hour"
currency = "USD"
points = [{ at_most = 20, points = 5 }, { at_most = 25, points = 3 }, { points = 1 }]

[[question]]
key = "start"
kind = "date"
ask = "Start?"
points = [{ within_days = 7, points = 5 }, { within_days = 30, points = 3 }, { points = 1 }]

[[question]]
key = "way"
kind = "location"
ask = "How long is the way?"
points = [{ at_most = 30, points = 5 }, { points = 2 }]

[[question]]
key = "story"
kind = "text"
ask = "A story?"
[[question.rubric]]
name = "stops"
evidence = ["stopped"]
points = 2
[[question.rubric]]
name = "tells"
evidence = ["told", "called"]
points = 1

[[question]]
key = "plain"
kind = "text"
ask = "Anything else?"

[[question]]
key = "kept"
kind = "number"
ask = "Boots?"
weight = 0
points = [{ points = 5 }]
"""
SCRIPT = read_script(SOURCE)


def q(key: str, script: Script = SCRIPT) -> Question:
    found = script.question(key)
    assert found is not None
    return found


def with_answers(script: Script = SCRIPT, status: Status = Status.COMPLETED, **values: Value) -> Screening:
    s = a_screening(script, status=status)
    for key, value in values.items():
        s = s.with_answer(an_answer(key, value, quote=f"said {key}"))
    return s


def scored(status: Status = Status.COMPLETED, script: Script = SCRIPT, **values: Value) -> Scorecard:
    return score(with_answers(script, status, **values), script, "engine-1")


def points(key: str, value: Value, **changes: object) -> float | None:
    return points_of(q(key), an_answer(key, value, **changes), a_screening(SCRIPT))


@pytest.mark.parametrize(
    ("key", "value", "wanted"),
    [
        ("card", "yes", 5),
        ("card", "no", 1),
        ("record", "no", 5),  # where yes ends the chances, no is wanted
        ("record", "yes", 1),
        ("mood", "yes", 4),
        ("mood", "no", 2),
        ("mood", "maybe", 1),
        ("years", 5, 5),
        ("years", 4.99, 4),
        ("years", 40, 5),
        ("years", 41, 4),
        ("years", 2, 4),
        ("years", 1.5, None),
        ("years", 1, 1),
        ("years", {"min": 5, "max": 9}, 5),  # a range counts by its lower end
        ("years", {"min": 4, "max": 9}, 4),
        ("years", {"max": 1}, 1),
        ("years", {"min": 0, "max": 9}, 1),
        ("years", "several", None),
        ("shift", "day", 2),
        ("shift", "night", None),
        ("shift", ["day", "late"], 5),
        ("shift", ["day", "night"], 2),
        ("shift", [], None),
        ("pay", {"amount": 20, "period": "hour"}, 5),
        ("pay", {"amount": 20.01, "period": "hour"}, 3),
        ("pay", {"amount": 26}, 1),
        ("pay", {"min": 19, "max": 30, "period": "hour"}, 5),
        ("pay", {"amount": 41_600, "period": "year"}, 5),  # 2,080 hours
        ("pay", {"amount": 41_700, "period": "year"}, 3),
        ("pay", {"amount": 160, "period": "day"}, 5),  # 8 hours a day
        ("pay", {"amount": 161, "period": "day"}, 3),
        ("pay", {"amount": 800, "period": "week"}, 5),  # 40 hours a week
        ("pay", {"amount": 801, "period": "week"}, 3),
        ("pay", {"amount": 3_466, "period": "month"}, 5),
        ("pay", {"amount": 3_467, "period": "month"}, 3),
        ("pay", {"amount": 26, "period": "shift"}, 1),  # an unknown period is compared as it is
        ("pay", 20, 5),
        ("pay", {"period": "hour"}, None),
        ("way", {"minutes": 30}, 5),
        ("way", {"minutes": 31}, 2),
        ("way", {"minutes": {"min": 20, "max": 40}}, 2),  # a range of minutes counts by its upper end
        ("way", {"minutes": {"max": 40}}, 2),  # "up to 40" is 40 for the rows
        ("way", {"minutes": {"min": 20}}, 5),
        ("way", {"miles": 3}, None),
        ("way", {"place": "Elk Grove"}, None),
        ("story", "I stopped and called my lead", 5),
        ("story", "I stopped", 3.6667),
        ("story", "I called my lead", 2.3333),
        ("story", "I went on", 1),
        ("plain", "I like trucks", None),
        ("kept", 2, None),
    ],
)
def test_points(key: str, value: Value, wanted: float | None) -> None:
    assert points(key, value) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ({"date": "2026-11-21"}, 5),
        ({"date": "2026-11-28"}, 5),
        ({"date": "2026-11-28T09:00"}, 5),
        ({"date": "2026-11-29"}, 3),
        ({"date": "2026-12-21"}, 3),
        ({"date": "2026-12-22"}, 1),
        ({"from": "2026-11-28", "to": "2026-12-30"}, 5),  # a range counts by its first day
        ({"to": "2026-11-28"}, 5),
        ({}, None),
        ("soon", None),
    ],
)
def test_days_count_from_the_day_of_the_answer(value: Value, wanted: float | None) -> None:
    assert points("start", value) == wanted


def test_the_day_of_the_answer_is_the_candidates_own() -> None:
    late = NOON + 13 * 3_600_000  # one in the morning in Chicago, the 22nd
    assert points("start", {"date": "2026-11-29"}, at=late - 2 * 3_600_000) == 3  # 23:00 on the 21st
    assert points("start", {"date": "2026-11-29"}, at=late) == 5


def test_a_choice_without_points_is_kept_unscored() -> None:
    card = scored(shift="night")
    assert [(a.question, a.points) for a in card.answers] == [("shift", None)]
    assert (card.score, card.recommendation) == (None, "Review")


def test_the_score_is_the_weighted_mean_of_points_over_answered_questions() -> None:
    assert scored(card="yes", years=5).score == 100
    assert scored(card="yes", years=1).score == 60  # 3 x 100 % and 2 x 0 %
    assert scored(card="yes", mood="yes").score == 94  # 3 x 1 + 1 x .75 of 4
    assert scored(card="no", years=1).score == 0
    assert scored(kept=2).score is None
    assert scored().score is None


def test_a_criterion_has_the_mean_and_the_weight_of_its_answered_questions() -> None:
    rows = {c.name: c for c in scored(card="yes", years=1).criteria}
    driving = rows["Driving"]
    assert (driving.points, driving.weight, driving.questions) == (3.4, 5, ("card", "years"))
    assert (rows["mood"].points, rows["mood"].weight) == (None, 0)
    assert "kept" not in rows and "plain" not in rows
    assert [c.name for c in scored().criteria] == ["Driving", "record", "mood", "shift", "pay", "start", "way", "story"]
    uneven = read_script(SOURCE.replace('criterion = "Driving"\nweight = 2', 'criterion = "Driving"\nweight = 4'))
    third = {c.name: c for c in scored(script=uneven, card="no", years=5).criteria}["Driving"]
    assert third.points == 3.2857
    only = {c.name: c for c in scored(card="no").criteria}["Driving"]
    assert (only.points, only.weight) == (1, 3)


@pytest.mark.parametrize("status", [Status.OPTED_OUT, Status.HUMAN_REQUESTED, Status.WRONG_NUMBER, Status.UNREACHABLE])
def test_some_endings_have_no_score(status: Status) -> None:
    card = scored(status, card="yes", years=5)
    assert (card.score, card.recommendation) == (None, "Incomplete")
    assert card.answers


@pytest.mark.parametrize("status", [Status.IN_PROGRESS, Status.EXPIRED, Status.NOT_INTERESTED, Status.WITHDRAWN])
def test_others_are_incomplete_with_a_score(status: Status) -> None:
    card = scored(status, card="yes", years=5)
    assert (card.score, card.recommendation) == (100, "Incomplete")


FULL: dict[str, Value] = {
    "card": "yes",
    "record": "no",
    "mood": "yes",
    "years": 5,
    "shift": "late",
    "pay": {"amount": 20, "period": "hour"},
    "start": {"date": "2026-11-28"},
    "way": {"minutes": 10},
    "story": "I stopped and told them",
}


def test_a_must_have_not_met_is_not_a_match_whatever_the_score() -> None:
    card = scored(Status.KNOCKED_OUT, **{**FULL, "card": "no"})
    assert card.recommendation == "Not a match"
    assert scored(Status.COMPLETED, **{**FULL, "record": "yes"}).recommendation == "Not a match"
    assert scored(Status.IN_PROGRESS, card="no").recommendation == "Not a match"


def banded(advance: int, review: int) -> Script:
    return read_script(
        SOURCE.replace("advance = 80", f"advance = {advance}").replace("review = 50", f"review = {review}")
    )


@pytest.mark.parametrize(
    ("bands", "wanted"),
    [((85, 50), "Advance"), ((86, 50), "Review"), ((95, 85), "Review"), ((95, 86), "Not a match")],
)
def test_the_bands_decide_at_their_very_bounds(bands: tuple[int, int], wanted: str) -> None:
    card = scored(script=banded(*bands), **{**FULL, "pay": {"amount": 30, "period": "hour"}, "mood": "no"})
    assert (card.score, card.recommendation) == (85, wanted)


def test_an_unclear_must_have_is_at_best_a_review_and_never_a_no() -> None:
    rest = {k: v for k, v in FULL.items() if k != "card"}
    card = scored(**rest)
    assert card.recommendation == "Review"
    assert [(m.question, m.result) for m in card.must_haves] == [("card", "unclear"), ("record", "met")]
    assert scored(**{**rest, "years": 1, "mood": "no", "shift": "day"}).recommendation == "Review"


def test_free_text_without_evidence_is_read_by_a_person() -> None:
    card = scored(**{**FULL, "story": "hm"})
    assert card.recommendation == "Review"
    story = next(a for a in card.answers if a.question == "story")
    assert (story.points, story.note) == (1, "no evidence found; please read it")
    assert "story" in card.ask_next
    assert all(not a.note for a in card.answers if a.question != "story")
    low = {
        "card": "yes",
        "record": "no",
        "mood": "no",
        "years": 1,
        "shift": "day",
        "pay": {"amount": 99},
        "story": "hm",
    }
    assert scored(script=banded(99, 98), **low).recommendation == "Review"


def test_less_than_half_the_weight_answered_is_a_review() -> None:
    assert scored(card="yes", record="no", mood="yes").confidence == 0.42  # 5 of 12
    assert scored(card="yes", record="no", mood="yes").recommendation == "Review"
    half = scored(card="yes", record="no", mood="yes", shift="late")
    assert (half.confidence, half.recommendation) == (0.5, "Advance")


def test_where_nothing_can_be_scored_confidence_is_whole() -> None:
    script = read_script(
        'format = 1\nname = "x"\ntitle = "X"\n[[question]]\nkey = "a"\nkind = "text"\nask = "A?"\n'
        '[[question]]\nkey = "n"\nkind = "number"\nask = "N?"\n[[question]]\nkey = "y"\nkind = "yes_no"\nask = "Y?"\nweight = 0\n'
    )
    card = score(a_screening(script, status=Status.COMPLETED), script, "e")
    assert (card.confidence, card.recommendation, card.criteria) == (1.0, "Review", ())


def test_only_criteria_that_can_be_scored_have_a_row() -> None:
    script = read_script(
        'format = 1\nname = "x"\ntitle = "X"\n'
        '[[question]]\nkey = "a"\nkind = "choice"\nask = "A?"\noptions = [{ value = "p", points = 2 }, { value = "q", points = 3 }]\n'
        '[[question]]\nkey = "b"\nkind = "choice"\nask = "B?"\noptions = [{ value = "p" }, { value = "q" }]\n'
        '[[question]]\nkey = "c"\nkind = "text"\nask = "C?"\ncriterion = "talk"\n'
        '[[question]]\nkey = "d"\nkind = "yes_no"\nask = "D?"\ncriterion = "talk"\nweight = 0\n'
    )
    assert [c.name for c in score(a_screening(script), script, "e").criteria] == ["a"]


def test_strengths_and_concerns_are_the_best_and_the_worst_three() -> None:
    card = scored(
        card="yes", record="yes", mood="yes", years=4, shift="day", pay={"amount": 99}, start={"date": "2027-11-28"},
        way={"minutes": 10}, story="I called them",
    )  # fmt: skip
    assert [s.question for s in card.strengths] == ["card", "way", "mood"]
    assert [s.question for s in card.concerns] == ["record", "pay", "start"]
    few = scored(years=4, shift="day", story="I stopped")
    assert [s.question for s in few.strengths] == ["years"]
    assert [s.question for s in few.concerns] == ["shift"]
    neither = scored(pay={"amount": 25})
    assert (neither.strengths, neither.concerns) == ((), ())


def test_what_to_ask_next_are_the_first_three_without_an_answer() -> None:
    assert scored().ask_next == ("card", "record", "mood")
    assert scored(card="yes", record="no", mood="no", years=3, shift="day", pay={"amount": 3}, start={"date": "2026-11-28"},
                  way={"minutes": 3}, plain="x", kept=3, story="x").ask_next == ("story",)  # fmt: skip


def test_must_haves_carry_their_words() -> None:
    card = scored(card="no", record="no")
    assert [(m.question, m.result, m.quote, m.message) for m in card.must_haves] == [
        ("card", "not_met", "said card", "M1"),
        ("record", "met", "said record", "M1"),
    ]
    assert [(m.quote, m.message) for m in scored().must_haves] == [(None, None), (None, None)]


@pytest.mark.parametrize(
    ("value", "result"), [("no", "not_met"), ("yes", "met"), (["no"], "not_met"), (["no", "yes"], "met")]
)
def test_the_result_of_a_must_have(value: Value, result: str) -> None:
    assert must_have_result(q("card"), an_answer("card", value)) == result


def test_an_unanswered_must_have_is_unclear() -> None:
    assert must_have_result(q("card"), None) == "unclear"


def hanging(condition: str, earlier: str = "years") -> Script:
    return read_script(
        SOURCE
        + f'\n[[question]]\nkey = "last"\nkind = "yes_no"\nask = "Last?"\nask_if = {{ question = "{earlier}", {condition} }}\n'
    )


@pytest.mark.parametrize(
    ("earlier", "condition", "value", "asked"),
    [
        ("years", "is = 2", 2.0, True),
        ("years", "at_least = 2", 2, True),
        ("years", "at_least = 2", 1.9, False),
        ("years", "at_most = 2", 2, True),
        ("years", "at_most = 2", 2.1, False),
        ("years", "at_least = 1, at_most = 2", 3, False),
        ("years", "at_least = 1, at_most = 2", 0, False),
        ("years", "at_least = 2", {"min": 1, "max": 5}, False),
        ("card", 'is = "yes"', "yes", True),
        ("card", 'is = "yes"', "no", False),
        ("shift", 'in = ["late", "night"]', "night", True),
        ("shift", 'in = ["late", "night"]', "day", False),
        ("shift", 'is = "late"', ["day", "late"], True),
        ("shift", 'is = "late"', ["day"], False),
    ],
)
def test_a_condition(earlier: str, condition: str, value: Value, asked: bool) -> None:
    script = hanging(condition, earlier)
    assert asked_if(q("last", script), script, with_answers(script, **{earlier: value})) is asked


@pytest.mark.parametrize("condition", ["at_least = 2", "is = 2"])
def test_a_condition_counts_as_met_while_the_earlier_answer_is_missing(condition: str) -> None:
    script = hanging(condition)
    assert asked_if(q("last", script), script, with_answers(script)) is True
    assert asked_if(q("card"), SCRIPT, with_answers()) is True


def test_what_is_not_asked_is_no_must_have_and_lowers_no_confidence() -> None:
    script = hanging("at_least = 90")
    with_knockout = replace(script, questions=(*script.questions[:-1], replace(script.questions[-1], knockout=("no",))))
    card = score(with_answers(with_knockout, **FULL), with_knockout, "e")
    assert (card.confidence, card.recommendation) == (1.0, "Advance")
    assert [m.question for m in card.must_haves] == ["card", "record"]
    assert "last" not in card.ask_next
    unmet = score(with_answers(with_knockout, **{**FULL, "years": 95}), with_knockout, "e")
    assert [m.result for m in unmet.must_haves] == ["met", "met", "unclear"]
    assert unmet.confidence < 1


def test_evidence_lines_are_named() -> None:
    assert met_lines(q("story"), "I STOPPED it and then called") == ("stops", "tells")
    assert met_lines(q("story"), "nobody told me") == ()
    assert met_lines(q("plain"), "I stopped") == ()


def test_the_card_names_where_it_comes_from() -> None:
    card = scored(card="yes")
    assert (card.screening, card.script, card.script_hash, card.engine) == ("GR-TEST01", "all", SCRIPT.hash, "engine-1")
    assert card.status is Status.COMPLETED
    assert card.answers[0].rule == "r"


def test_the_published_names() -> None:
    data = as_json(scored(card="yes", story="hm"))
    assert list(data) == [
        "screening", "script", "script_hash", "engine", "status", "score", "recommendation", "confidence", "criteria",
        "must_haves", "answers", "strengths", "concerns", "ask_next",
    ]  # fmt: skip
    assert data["answers"][0] == {
        "question": "card", "value": "yes", "quote": "said card", "message": "M1", "points": 5, "rule": "r",
    }  # fmt: skip
    assert data["must_haves"][0] == {"question": "card", "result": "met", "quote": "said card", "message": "M1"}
    assert data["criteria"][0] == {"name": "Driving", "weight": 3, "points": 5, "questions": ["card", "years"]}


VALUES: dict[str, st.SearchStrategy[Value]] = {
    "card": st.sampled_from(["yes", "no"]),
    "record": st.sampled_from(["yes", "no"]),
    "mood": st.sampled_from(["yes", "no"]),
    "years": st.integers(0, 50),
    "shift": st.sampled_from([["day"], ["late"], ["night"], ["day", "late"]]),
    "pay": st.integers(8, 60).map(lambda n: {"amount": n, "period": "hour"}),
    "way": st.integers(1, 120).map(lambda n: {"minutes": n}),
}
ANSWERS = st.fixed_dictionaries({}, optional=VALUES)


@given(ANSWERS)
def test_scoring_is_pure_and_knows_no_order(values: dict[str, Value]) -> None:
    first = scored(**values)
    for order in list(permutations(values))[:4]:
        assert scored(**{k: values[k] for k in order}) == first
    assert first.score is None or 0 <= first.score <= 100


@given(ANSWERS, st.sampled_from(sorted(VALUES)), st.data())
def test_a_better_answer_never_lowers_the_score(values: dict[str, Value], key: str, data: st.DataObject) -> None:
    one, other = (data.draw(VALUES[key]) for _ in range(2))
    a, b = ({**values, key: v} for v in (one, other))
    points_a, points_b = points(key, one), points(key, other)
    if points_a is None or points_b is None or points_a > points_b:
        return
    score_a, score_b = scored(**a).score, scored(**b).score
    assert score_a is not None and score_b is not None and score_a <= score_b


@given(ANSWERS, st.text(max_size=30), st.integers(0, 10**9), st.floats(0, 1), st.sampled_from(["sms", "voice", "form"]))
def test_how_it_was_said_never_counts(
    values: dict[str, Value], words: str, later: int, confidence: float, channel: str
) -> None:
    plain = with_answers(**values)
    said = plain.having(
        answers=tuple(
            replace(a, quote=words, rule=words, confidence=confidence, channel=channel, at=a.at + later)
            for a in plain.answers
        )
    )
    first, second = score(plain, SCRIPT, "e"), score(said, SCRIPT, "e")
    assert (first.score, first.recommendation, first.criteria) == (second.score, second.recommendation, second.criteria)


@given(ANSWERS, st.sampled_from(["card", "record"]))
def test_an_unclear_must_have_never_says_no(values: dict[str, Value], key: str) -> None:
    rest = {k: v for k, v in values.items() if k != key}
    card = scored(**rest)
    refused = [m for m in card.must_haves if m.result == "not_met"]
    assert refused or card.recommendation == "Review"


def test_no_answer_is_never_an_answer_of_nothing() -> None:
    answer = Answer(question="years", value=0, quote="0", message="M", rule="r", confidence=1, engine="e", at=NOON)
    assert points_of(q("years"), answer, a_screening(SCRIPT)) == 1
