"""Options told apart by numbers, days, hours, schooling and what cannot be worked."""

import pytest

from tests.screening.understanding.readings import asked, hear

DOCKS = ("Dock 3", "Dock 7", "Dock 12")
CREWS = ("Blue crew (Mon-Wed)", "Gold crew (Thu-Sun)")
SHIFTS = ("1st shift (6a-2p)", "2nd shift (2p-10p)", "3rd shift (10p-6a)")
SCHOOL = ("No diploma", "High school diploma or GED", "Some college", "Bachelor's or higher")
SLOTS = ("Monday 8 am", "Monday 3 pm", "Thursday 10 am")
LIFTS = ("Heavy loads (50+ lbs)", "Light loads (up to 25 lbs)", "Desk only")
TIME = ("Full-time", "Part-time")
LENGTHS = ("6 hours", "8 hours", "10 hours")


def choice(text: str, question: str, options: tuple[str, ...]) -> object:
    reading = hear(text, asked("choice", question, options)).reading
    return reading.value if reading else None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("siete", "Dock 7"),
        ("d12", "Dock 12"),
        ("dock three", "Dock 3"),
        ("the second one", "Dock 7"),
        ("5 years", None),
    ],
)
def test_one_of_several_numbered_things_is_read_by_its_number(text: str, meant: str | None) -> None:
    assert choice(text, "Which dock were you at?", DOCKS) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("front half of the week", "Blue crew (Mon-Wed)"),
        ("my son plays saturdays", "Blue crew (Mon-Wed)"),
        ("not mondays", "Gold crew (Thu-Sun)"),
        ("i can do fri and sat", "Gold crew (Thu-Sun)"),
        ("tuesday and friday", None),
    ],
)
def test_a_crew_is_read_by_the_days_wanted_or_kept_free(text: str, meant: str | None) -> None:
    assert choice(text, "Which crew would you like?", CREWS) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("have to be home by the time school lets out at 3", "1st shift (6a-2p)"),
        ("my other job ends at 1 so second", "2nd shift (2p-10p)"),
        ("the kids get off the bus at 2:30", "1st shift (6a-2p)"),
    ],
)
def test_a_shift_is_read_by_the_hour_at_which_somebody_is_needed_elsewhere(text: str, meant: str) -> None:
    assert choice(text, "Which shift do you want?", SHIFTS) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("finished hs and then 2 semesters at state", "Some college"),
        ("Associates", "Some college"),
        ("MBA", "Bachelor's or higher"),
        ("one class short of my ged", "No diploma"),
        ("class of 09", "High school diploma or GED"),
    ],
)
def test_schooling_is_read_by_the_highest_step_reached(text: str, meant: str | None) -> None:
    assert choice(text, "What is your highest level of education?", SCHOOL) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("after lunch", "Monday 3 pm"),
        ("the earliest one", "Monday 8 am"),
        ("not the early one", ["Monday 3 pm", "Thursday 10 am"]),
    ],
)
def test_an_hour_to_meet_is_read_by_its_half_of_the_day(text: str, meant: object) -> None:
    assert choice(text, "Which time works for you?", SLOTS) == meant


def test_a_weight_is_read_by_the_load_that_holds_it() -> None:
    assert choice("doctor says nothing past 20 lbs", "What can you lift?", LIFTS) == "Light loads (up to 25 lbs)"
    assert choice("i throw 80 lb bags all day", "What can you lift?", LIFTS) == "Heavy loads (50+ lbs)"


def test_hours_of_a_week_are_full_or_part_time() -> None:
    assert choice("about 20 hrs a week", "What are you working now?", TIME) == "Part-time"
    assert choice("full would be nice but ill take part", "What do you want?", TIME) == ["Full-time", "Part-time"]


def test_figures_on_one_side_of_a_bound_are_all_meant() -> None:
    assert choice("anything under ten", "How long a shift?", LENGTHS) == ["6 hours", "8 hours"]
    assert choice("nothing over 8", "How long a shift?", LENGTHS) == ["6 hours", "8 hours"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("some plumbing in school but 6 years as a carpenter", "Carpenter"),
        ("was gonna be a plumber but ended up an electrician", "Electrician"),
        ("carpentry and a little plumbing", ["Plumber", "Carpenter"]),
        ("my real thing is electrical, ok at plumbing", "Electrician"),
        ("dont put me on plumbing or carpentry", "Electrician"),
        ("six of one half a dozen of the other", ["Electrician", "Plumber", "Carpenter"]),
    ],
)
def test_what_was_only_touched_gives_way_to_what_one_is(text: str, meant: object) -> None:
    assert choice(text, "Which trade suits you best?", ("Electrician", "Plumber", "Carpenter")) == meant


@pytest.mark.parametrize(
    ("text", "question", "options", "meant"),
    [
        ("im out on the skiddy all day", "What do you run?", ("Skid steer", "Excavator", "Crane"), "Skid steer"),
        ("blue book", "Which document will you bring?", ("US passport", "Green card", "Other"), "US passport"),
        ("hauled frozen fish", "Which trailer do you know?", ("Dry van", "Reefer", "Tanker"), "Reefer"),
        ("dont have a bank", "How do you want your pay?", ("Direct deposit", "Pay card"), "Pay card"),
        ("diapers but already walking", "Which age do you like?", ("Infants", "Toddlers", "Preschool"), "Toddlers"),
        ("the card that says category a05", "Which one?", ("Green card", "Work permit (EAD)"), "Work permit (EAD)"),
        ("remove my application then", "Which one?", ("Temp", "Direct hire"), None),
        ("dont put me on dishes or at the register", "Where?", ("Dish", "Cashier", "Grill", "Prep"), ["Grill", "Prep"]),
        ("b... no wait c", "Which?", ("Red", "Green", "Yellow"), "Yellow"),
        ("lab corp", "Which lab?", ("Quest", "LabCorp"), "LabCorp"),
    ],
)
def test_an_option_is_read_by_what_is_said_of_it(
    text: str, question: str, options: tuple[str, ...], meant: object
) -> None:
    assert choice(text, question, options) == meant


@pytest.mark.parametrize(
    ("text", "question", "options", "meant"),
    [
        ("just a tacoma", "What can you bring?", ("Sedan", "Pickup", "Cargo van"), "Pickup"),
        ("the swab one", "Which test?", ("Urine", "Mouth swab", "Hair"), "Mouth swab"),
        ("never went back after lunch", "How did it end?", ("Quit with notice", "Quit without notice"), "Quit without notice"),
        ("i learn by doing", "How do you like to learn?", ("Classroom", "Online", "On the job"), "On the job"),
        ("until classes start", "How long can you stay?", ("Summer only", "A year or more"), "Summer only"),
        ("cash", "How do you want your pay?", ("Direct deposit", "Paper check", "Pay card"), None),
    ],
)  # fmt: skip
def test_what_is_said_of_ways_things_and_ends_tells_the_option(
    text: str, question: str, options: tuple[str, ...], meant: object
) -> None:
    assert choice(text, question, options) == meant
