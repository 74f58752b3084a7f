"""What a report says, as data."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.reports.pdf import text_now
from screening.clean import clean
from screening.people import Candidate, Opportunity
from screening.report import Report, build
from screening.screening import Screening, Status
from screening.scripts.script import Kind, Question
from screening.seal import digest
from screening.shown import moment, scale, span, value
from tests.reports import samples

AT = samples.BEGAN + 1_000_000


def made(of: Screening | None = None, **changes: Any) -> Report:
    """The report of that screening, else of the finished sample."""
    screening, script = of or samples.screening(**changes), samples.script()
    return build(screening, script, samples.card(screening, script), generated_at=AT)


def texts(thing: Any) -> Iterator[str]:
    """Every text in the report."""
    if isinstance(thing, str):
        yield thing
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from texts(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts(one)


def test_the_score_shown_is_the_scorecards() -> None:
    screening, script = samples.screening(), samples.script()
    card = samples.card(screening, script)
    report = made(screening)
    assert (report.score, report.recommendation, report.score_text) == (
        card.score,
        card.recommendation,
        f"{card.score}/100",
    )


def test_weights_sum_to_a_hundred() -> None:
    assert sum(int(c.share.rstrip("%")) for c in made().criteria) == 100


def test_every_quote_stands_in_the_transcript_and_every_reference_leads_to_an_answer() -> None:
    report = made()
    said = [line.text for line in report.transcript if line.candidate]
    refs = {a.ref for a in report.answers}
    for part in (*report.must_haves, *report.strengths, *report.concerns, *report.answers):
        assert any(part.quote in text for text in said), part
        assert part.ref in refs


def test_times_are_told_in_the_screenings_zone_with_its_abbreviation() -> None:
    assert made().finished == "21 Nov 2026, 08:51 CST"


def test_a_zone_without_an_abbreviation_shows_its_distance() -> None:
    assert moment(samples.BEGAN, "America/Sao_Paulo") == "21 Nov 2026, 11:38 UTC-03"


def test_the_summary_has_at_most_sixty_words() -> None:
    assert len(made(candidate=Candidate(id=1, first_name="X", name="word " * 90)).summary.split()) <= 60


def test_an_unanswered_question_is_open_and_no_zero() -> None:
    said = {k: v for k, v in samples.SAID.items() if k != "pay"}
    report = made(samples.screening(said, unclear=("pay",)))
    row = next(c for c in report.criteria if c.name == "Pay")
    told = next(a for a in report.answers if a.criterion == "Pay")
    assert (row.points, row.share, told.points, told.why) == ("", "–", "", "Unclear, left open")
    assert report.ask_next == ("What hourly pay are you looking for?",)
    assert "1 open or unclear" in report.confidence


def test_a_must_have_not_met_is_never_called_a_good_match() -> None:
    report = made(samples.screening(samples.SAID | {"licence": ("no", "No", "No")}, status=Status.KNOCKED_OUT))
    assert report.recommendation == "Not a match" and report.band == "A must-have is not met"


@pytest.mark.parametrize("status", list(Status))
def test_every_ending_makes_a_report_without_hurting_words(status: Status) -> None:
    report = made(
        samples.screening({}, status=status, decided="Rejected by <@U1> at 2026-11-21 15:04 UTC: not &lt;nice&gt;")
    )
    whole = text_now(report)
    assert "reject" not in whole.lower() and "<@U1>" not in whole
    assert "Not taken forward by a recruiter, 2026-11-21 15:04 UTC" in whole


@pytest.mark.parametrize("status", [Status.OPTED_OUT, Status.HUMAN_REQUESTED])
def test_there_is_no_score_where_none_was_given(status: Status) -> None:
    report = made(status=status)
    assert report.score_text == "No score" and "/100" not in report.score_text


def test_a_confidential_client_stands_nowhere() -> None:
    said = samples.SAID | {
        "incident": ("x", "at HALVORSEN  cold storage", "i worked at HALVORSEN  cold storage before")
    }
    job = Opportunity(
        id=1, title="Driver for Halvorsen Cold Storage", client="Halvorsen Cold Storage", confidential=True
    )
    report = made(
        samples.screening(said, job=job, links=("https://rec.example/Halvorsen%20x", "https://rec.example/a"))
    )
    assert not any(re.search(r"halvorsen\s+cold", t, re.IGNORECASE) for t in texts(report))


def test_an_open_client_is_named() -> None:
    assert "Halvorsen Cold Storage" in made().job


def test_every_text_is_clean() -> None:
    dirty = "\u202eabc\ud83d\x00" + "z" + "\u0335" * 50
    said = samples.SAID | {"incident": (dirty, dirty, dirty)}
    report = made(samples.screening(said, brand=dirty, candidate=Candidate(id=1, first_name=dirty, name=dirty)))
    assert all(clean(t) == t for t in texts(report))


def test_only_plain_https_links_are_kept() -> None:
    links = (
        "https://rec.example/1",
        "javascript:alert(1)",
        "http://rec.example/2",
        "https://a b",
        "https://x\u202ey",
        "https://rec.example/1",
    )
    assert [link.url for link in made(links=links).links] == ["https://rec.example/1"]


def test_the_phone_number_is_masked() -> None:
    assert not any("3125550147" in t or "5550147" in t for t in texts(made()))


def test_a_later_revision_says_what_it_replaces() -> None:
    assert dict(made(revision=2).audit)["Revision"] == "2, replaces 1"


def test_the_digest_is_that_of_the_scorecard_and_moves_with_it() -> None:
    screening, script = samples.screening(), samples.script()
    other = samples.card(samples.screening(samples.SAID | {"years": (9, "4 yrs", "4 yrs")}), script)
    assert made(screening).digest == digest(samples.card(screening, script)) != digest(other)


def test_the_same_result_gives_the_same_report() -> None:
    assert made() == made()


def test_messages_that_were_never_sent_are_not_told() -> None:
    screening = samples.screening()
    gone = dataclasses.replace(screening.messages[-1], id="x", text="never sent", state="dropped")
    failed = dataclasses.replace(screening.messages[-1], id="y", text="bounced", state="failed")
    report = made(screening.having(messages=(*screening.messages, gone, failed)))
    assert "never sent" not in [line.text for line in report.transcript]
    assert [line.mark for line in report.transcript][-1] == "not delivered"


def test_the_text_twin_tells_the_same_facts() -> None:
    report, whole = made(), text_now(made())
    for fact in (
        report.candidate,
        report.score_text,
        report.id,
        report.script,
        report.script_hash[:12],
        report.engine,
        report.summary,
    ):
        assert fact in whole


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("pay", {"amount": 24.5, "period": "hour", "currency": "USD"}, "$24.5 per hour"),
        ("pay", {"min": 20, "max": 24, "period": "", "currency": "EUR"}, "€20–24 per hour"),
        ("pay", {"min": 50000, "period": "year", "currency": "SEK"}, "at least 50,000 SEK per year"),
        ("pay", {"max": 9}, "at most 9 USD per hour"),
        ("years", 4, "4 years"),
        ("years", {"min": 2, "max": 3.5}, "2–3.5 years"),
        ("start", {"date": "2026-11-30"}, "30 Nov 2026"),
        ("start", {"from": "2026-11-30", "to": "2026-12-04"}, "30 Nov 2026 to 4 Dec 2026"),
        ("start", {"from": "soon"}, "from soon"),
        ("shift", ["day", "night"], "day, night"),
        ("work", "yes", "yes"),
    ],
)
def test_values_are_told_in_words(question: str, answer: Any, words: str) -> None:
    asked = samples.script().question(question)
    assert asked is not None and value(answer, asked) == words


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"minutes": 25}, "25 minutes"),
        ({"minutes": {"min": 20, "max": 30}}, "20–30 minutes"),
        ({"miles": 4.5}, "4.5 miles"),
        ({"place": "Gary"}, "Gary"),
    ],
)
def test_places_are_told_in_words(answer: Any, words: str) -> None:
    assert value(answer, Question(key="c", kind=Kind.LOCATION, ask={"en": "?"}, criterion="c")) == words


def test_durations_are_told_in_two_units() -> None:
    assert [span(x * 1000) for x in (0, 59, 3600, 90_061)] == ["0 s", "59 s", "1 h", "1 d 1 h"]


def test_a_wanted_no_earns_the_points() -> None:
    assert (
        scale(Question(key="c", kind=Kind.YES_NO, ask={"en": "?"}, criterion="c", knockout=("yes",)))
        == "no = 5, yes = 1"
    )
