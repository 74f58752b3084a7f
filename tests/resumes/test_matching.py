"""What a resume answers: exact places, years as a union, nothing denied, nothing that it should not tell."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.resumes.child import convert
from screening.resume.matching import match, resume
from screening.resume.periods import Period, periods, years
from screening.scripts.reader import read_script
from screening.scripts.script import Question
from screening.understanding.reading import Reading
from tests.builders import STORY, a_script
from tests.resumes import made, people

TODAY = date(2026, 11, 21)


def asked(kind: str, ask: str, **more: str) -> Question:
    rest = "\n".join(f"{k} = {v}" for k, v in more.items())
    text = (
        f'format = 1\nname = "x"\nsteps = ["resume"]\n[[question]]\nkey = "q"\nkind = "{kind}"\nask = "{ask}"\n{rest}\n'
    )
    return read_script(text).questions[0]


def read(text: str, question: Question, *, alone: bool = False) -> Reading | None:
    found = match(resume(text, TODAY), question, alone=alone)
    assert found is None or found.quote in text
    return found


FORKLIFT = asked("yes_no", "Do you hold a valid forklift licence?")
YEARS = asked("number", "How many years have you driven a forklift?", unit='"years"')


@pytest.mark.parametrize("make", [made.one_column, made.two_columns, made.plain_docx, made.table_docx])
def test_pdf_and_docx_give_the_same_answers_from_exact_places(make: Callable[[], bytes]) -> None:
    text = convert(make()).text
    script = a_script("resume", questions=STORY)
    values = {q.key: read(text, q, alone=True) for q in script.questions}
    assert {k: r.value for k, r in values.items() if r} == {
        "licence": "yes",
        "years": 7.8,
        "story": "Stopped the line when a rack leaned and called the lead",
    }
    for reading in values.values():
        assert reading is not None
        for span in reading.rule.partition("[")[2].rstrip("]").split(","):
            start, end = map(int, span.split(":"))
            assert 0 <= start < end <= len(text) and text[start:end].strip()
    licence, spanned = values["licence"], values["years"]
    assert licence is not None and licence.quote == "OSHA forklift certification"
    assert spanned is not None and "Jan 2019 - Present" in spanned.quote


@pytest.mark.parametrize(
    "line",
    [
        "Forklift licence (Class IV)",
        "Certified forklift driver since 2020",
        "OSHA fork-lift card",
        "Licencia de montacargas vigente",
        "No convictions, forklift license",
    ],
)
def test_a_licence_is_seen_in_its_many_names(line: str) -> None:
    found = read(f"Skills\n{line}\n", FORKLIFT)
    assert found is not None and found.value == "yes"


@pytest.mark.parametrize(
    "line",
    [
        "No forklift licence",
        "Forklift licence expired 2021",
        "Studying for my forklift certification",
        "Looking to get a forklift license",
        "Sin licencia de montacargas",
        "Forklift operator",
        "First aid certificate",
        "12 Forklift Licence Rd, Springfield 62701",
        "forklift.licence@example.com",
    ],
)
def test_what_is_denied_doubtful_or_something_else_is_no_answer(line: str) -> None:
    assert read(f"Skills\n{line}\n", FORKLIFT) is None


@pytest.mark.parametrize(
    "ask",
    [
        "Are you willing to work night shifts?",
        "Are you 18 or older?",
        "Are you legally authorized to work in the US?",
        "Do you have reliable transport to work?",
        "Do you have a disability?",
        "Have you been convicted of a felony?",
    ],
)
def test_wishes_and_what_nobody_may_read_from_a_resume_are_never_answered_by_one(ask: str) -> None:
    text = "Night shifts, 18 years old, authorized to work, own transport, disability, felony convicted, older"
    assert read(text, asked("yes_no", ask)) is None


def test_where_yes_would_end_the_chances_a_resume_says_nothing() -> None:
    assert read("Forklift licence", asked("yes_no", "Do you hold a forklift licence?", knockout='"yes"')) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jan 2018 - Dec 2020", 3),
        ("01/2018 – 12/2020", 3),
        ("2018-01 to 2020-12", 3),
        ("2016 - 2018", 2),
        ("enero 2018 a diciembre de 2020", 3),
        ("Sept. '19 — present", 7.2),
        ("March 2024 until now", 2.7),
        ("2030 - 2035", 0),
        ("Dec 2020 - Jan 2018", 0),
        ("call 555-2019 2020", 0),
        ("Room 2018-2020x", 0),
    ],
)
def test_a_range_of_dates_counts_its_months(text: str, value: float) -> None:
    assert years(periods(text, TODAY)) == value


def test_overlapping_jobs_count_once_and_gaps_not_at_all() -> None:
    text = "Forklift Driver, A   Jan 2015 - Dec 2017\n\nForklift Driver, B   Jan 2017 - Dec 2018\n\nForklift Lead, C   Jan 2021 - Dec 2021\n"
    found = read(f"Experience\n{text}", YEARS)
    assert found is not None and found.value == 5


@given(st.lists(st.tuples(st.integers(24_000, 24_300), st.integers(1, 80)), max_size=12))
def test_the_union_is_the_number_of_months_touched(ranges: list[tuple[int, int]]) -> None:
    made_of = [Period(first=a, last=a + n, start=0, end=0) for a, n in ranges]
    touched = {month for p in made_of for month in range(p.first, p.last)}
    assert years(made_of) == round(len(touched) / 12, 1)
    assert years(reversed(made_of)) == years(made_of)


def test_only_jobs_that_deal_with_it_are_counted_and_school_is_no_job() -> None:
    text = (
        "Education\nForklift College, diploma   2001 - 2009\n\nExperience\nForklift Driver, Acme   2010 - 2014\n"
        "Cashier, Shop   2014 - 2020\nSold tickets; no forklift there\n"
    )
    found = read(text, YEARS)
    assert found is not None and found.value == 4
    assert read(text.replace("Driver", "Driver").replace("Forklift", "Tractor"), YEARS) is None


@pytest.mark.parametrize(
    "jobs",
    [
        "Forklift Driver, Acme\n2010 - 2014\nMoved pallets\nCashier, Shop\n2014 - 2020\nSold things",
        "2010 - 2014\nForklift Driver, Acme\nMoved pallets\n2014 - 2020\nCashier, Shop\nSold things",
        "2010 - 2014 | Forklift Driver | Acme\nMoved pallets\n2014 - 2020 | Cashier | Shop\nSold things",
        "Forklift Driver (2010-2014)\nMoved pallets\nCashier (2014-2020)\nSold things",
        "Acme\tChicago\nForklift Driver\t2010 - 2014\nShop\tGary\nCashier\t2014 - 2020",
        "Cashier, Shop\n2014 - 2020\nSold things\nForklift Driver, Acme\n2010 - 2014\n- Moved pallets from 2011 to 2012",
    ],
)
def test_titles_may_stand_above_below_or_beside_their_dates(jobs: str) -> None:
    found = read(f"Work Experience\n{jobs}\n\nEducation\nForklift school 2001 - 2009\n", YEARS)
    assert found is not None and found.value == 4 and "2010" in found.quote


def test_words_broken_over_two_lines_belong_together_but_two_entries_do_not() -> None:
    assert read("Skills\nOSHA forklift\ncertification\n", FORKLIFT) is not None
    assert read("Skills\nForklift\nFirst aid certification\n", FORKLIFT) is None


def test_a_claim_counts_where_no_dates_do() -> None:
    found = read("Summary\nOver seven years of forklift driving in cold stores\n", YEARS)
    assert found is not None and (found.value, found.rule.split("[")[0]) == (7, "resume.claim")


def test_years_out_of_the_questions_range_are_not_taken() -> None:
    short = asked("number", "How many years have you driven a forklift?", range="[0, 3]")
    assert read("Experience\nForklift driver 2010 - 2019", short) is None


def test_the_recruiters_own_words_are_looked_for_with_edges_of_their_own() -> None:
    code = asked("yes_no", "Do you program?", resume='["C++", "C#"]')
    assert read("Skills\nC, Cobol, C+", code) is None
    assert read("Skills\nC++ and Java", code) is not None
    assert read("Skills\nC# and Java", code) is not None


def test_options_are_found_and_several_where_several_may_be_chosen() -> None:
    several = asked(
        "choice",
        "Which languages do you speak?",
        options='[{ value = "Spanish" }, { value = "Polish", also = ["Polski"] }, { value = "Thai" }]',
        several="true",
    )
    found = read("Languages\nSpanish, fluent\nPolski", several)
    assert found is not None and found.value == ["Spanish", "Polish"]
    wish = asked("choice", "Which shift suits you?", options='[{ value = "day" }, { value = "night" }]')
    assert read("Worked night shift", wish) is None


def test_free_text_is_left_to_a_step_that_asks() -> None:
    story = a_script("resume", "sms", questions=STORY).questions[-1]
    assert read("Stopped the line", story) is None
    assert read("Stopped the line", story, alone=True) is not None


def test_name_address_age_and_gaps_change_nothing() -> None:
    script = a_script("resume", questions=STORY)
    text = convert(made.one_column()).text
    other = text.replace(made.NAME, "Fatima Osei, born 1961, 1 Main St") + "\n2001 - 2009 career break\n"
    for q in script.questions:
        one, two = read(text, q, alone=True), read(other, q, alone=True)
        assert one is not None and two is not None and (one.value, one.quote) == (two.value, two.quote)


@given(st.text(max_size=400))
def test_any_text_is_read_without_harm(text: str) -> None:
    for q in (FORKLIFT, YEARS, *a_script("resume", questions=STORY).questions):
        read(text, q, alone=True)


JOBS = (
    ("Warehouse Lead", "Evergreen Inc.", "03/2021 - 10/2025", "Led a team of fourteen"),
    ("Forklift Operator", "Harbor Lines", "07/2017 - 02/2021", "Loaded trailers"),
    ("Stocker", "Corner Market", "01/2015 - 06/2017", "Stocked shelves"),
)
LAYOUTS = {
    "dates beside the title": "{title}\t{dates}\n{firm}\n{did}",
    "dates before the title": "{dates}\n{title}, {firm}\n{did}",
    "title and firm above the dates": "{title}\n{firm}\n{dates}\n{did}",
    "dates beside the firm": "{title}\n{firm} | {dates}\n{did}",
    "all in one line": "{title}, {firm}, {dates}\n{did}",
    "firm, title and town above the dates": "{firm}\n{title}\nSeattle, WA\n{dates}\n{did}",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_title_belongs_to_its_own_dates_however_a_job_is_laid_out(layout: str) -> None:
    made = "\n".join(LAYOUTS[layout].format(title=t, firm=f, dates=d, did=x) for t, f, d, x in JOBS)
    text = f"Li Wei\nExperience\n{made}\nSkills\nReach truck\n"
    found = read(text, YEARS)
    assert found is not None
    assert found.value == 3.7
    assert "Forklift Operator" in found.quote


QUESTIONS = {
    people.NURSE: (
        (asked("yes_no", "Do you have a current CPR or BLS certification?"), "yes"),
        (asked("number", "How many years have you worked as a nursing assistant?", unit='"years"'), 7.4),
        (asked("choice", "Which languages do you speak?", several="true", options='[{value="Spanish"}, {value="French"}]'), ["Spanish"]),
    ),
    people.LEAD: (
        (asked("yes_no", "Have you worked as a forklift operator?"), "yes"),
        (YEARS, 3.7),
        (
            asked("choice", "Which have you driven?", several="true", options='[{value="reach"}, {value="order picker"}]'),
            ["reach", "order picker"],
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", people.FILES)
@pytest.mark.parametrize("who", [people.NURSE, people.LEAD], ids=["nurse", "lead"])
def test_whatever_file_a_person_sends_the_same_facts_are_read(who: people.Person, kind: str) -> None:
    text = convert(people.FILES[kind](who)).text
    for question, value in QUESTIONS[who]:
        found = read(text, question)
        assert found is not None and found.value == value, (question.ask, text)
