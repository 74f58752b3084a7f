"""Options named in another sense, all of them refused, kept free, not yet reached or pointed at by their place."""

import pytest

from tests.screening.understanding.readings import asked, hear

PLACES = ("Northgate", "Harbor", "Airport")
SHIFTS = ("1st shift (6a-2p)", "2nd shift (2p-10p)", "3rd shift (10p-6a)")
SCHOOL = ("No diploma", "High school diploma or GED", "Some college, no degree", "Associate degree", "Bachelor's or higher")  # fmt: skip
PAID = ("Direct deposit", "Pay card", "Paper check")
HIRE = ("Temporary", "Temp-to-hire", "Direct hire")
WAYS = ("Own car", "Bus or train", "Ride from someone", "Bike or walk")


def choice(text: str, question: str, options: tuple[str, ...]) -> object:
    reading = hear(text, asked("choice", question, options)).reading
    return reading.value if reading else None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("lemme check w my wife", None),
        ("just write me a check", "Paper check"),
        ("check comes in the mail right, that one", "Paper check"),
        ("to be direct with u i dont care", list(PAID)),
        ("they closed my account so card", "Pay card"),
        ("straight into the account on file", "Direct deposit"),
        ("paid a deposit on the house so no bank left, check", "Paper check"),
    ],
)
def test_a_word_of_an_option_in_another_sense_names_it_not(text: str, meant: object) -> None:
    assert choice(text, "How should we pay you?", PAID) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("north is my middle name", None),
        ("every one of those is too far", None),
        ("thats a no to all three", None),
        ("none of em work for me, i only have saturdays", None),
        ("no way to get to those", None),
        ("none but the harbor", "Harbor"),
        ("stay right by the harbor but send me to the airport", "Airport"),
        ("stuck at the airport rn", None),
        ("last one you sent, or the first one works too", ["Northgate", "Airport"]),
        ("all of them are fine", list(PLACES)),
    ],
)
def test_where_all_are_refused_or_only_passed_through_none_is_recorded(text: str, meant: object) -> None:
    assert choice(text, "Which of our sites suits you?", PLACES) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("want to keep my evenings free", ["1st shift (6a-2p)", "3rd shift (10p-6a)"]),
        ("did thirds for ten years and im over it", ["1st shift (6a-2p)", "2nd shift (2p-10p)"]),
        ("did thirds for ten years and love it", "3rd shift (10p-6a)"),
        ("class ends at 1 so the next shift", "2nd shift (2p-10p)"),
        ("evenings please", "2nd shift (2p-10p)"),
    ],
)
def test_hours_to_oneself_and_shifts_one_is_done_with_are_refused(text: str, meant: object) -> None:
    assert choice(text, "Which shift do you want?", SHIFTS) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("six credits short of my associates", "Some college, no degree"),
        ("one class away from my bachelors", "Some college, no degree"),
        ("finished my associates", "Associate degree"),
    ],
)
def test_a_degree_that_is_a_few_credits_off_is_not_had(text: str, meant: str) -> None:
    assert choice(text, "What is your highest level of education?", SCHOOL) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("temp", "Temporary"),
        ("temp to hire", "Temp-to-hire"),
        ("either temp or temp to perm", ["Temporary", "Temp-to-hire"]),
        ("60 days with yall then on their payroll", "Temp-to-hire"),
        ("done with temp, direct", "Direct hire"),
        ("no more temp work", "Direct hire"),
    ],
)
def test_a_short_word_stands_for_the_option_that_is_nothing_more(text: str, meant: object) -> None:
    assert choice(text, "What kind of work do you want?", HIRE) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("its a block from here, on foot", "Bike or walk"),
        ("septa when it runs, my huffy when it doesnt", ["Bus or train", "Bike or walk"]),
        ("traffic drives me nuts so the train", "Bus or train"),
    ],
)
def test_ways_by_turns_are_both_meant(text: str, meant: object) -> None:
    assert choice(text, "How would you get to us?", WAYS) == meant


WORK, CONTACT = ("Warehouse", "Office", "Kitchen"), ("Text", "Call", "Email")
TIMES = ("Days", "Evenings", "Overnights")


@pytest.mark.parametrize(
    ("text", "options", "meant"),
    [
        ("keep me out of the kitchen", WORK, ["Warehouse", "Office"]),
        ("years in kitchens, never again", WORK, ["Warehouse", "Office"]),
        ("moving away from the warehouse", WORK, ["Office", "Kitchen"]),
        ("the warehouse", WORK, "Warehouse"),
        ("i never check my email", CONTACT, ["Text", "Call"]),
        ("call me old fashioned but email", CONTACT, "Email"),
        ("totaled my car", WAYS, None),
        ("my ride flaked so the bus", WAYS, "Bus or train"),
        ("i ride the train", WAYS, "Bus or train"),
        ("on my own two feet", WAYS, "Bike or walk"),
        ("bus when it snows otherwise i bike", WAYS, ["Bus or train", "Bike or walk"]),
        ("my days off change so overnights", TIMES, "Overnights"),
        ("evenings wouldnt work", TIMES, None),
        ("i got dialysis in the evenings", TIMES, None),
        ("no me gustan las noches", TIMES, "Days"),
        ("going from overnights to days", TIMES, "Days"),
        ("days >> evenings", TIMES, "Days"),
        ("after 5", TIMES, ["Evenings", "Overnights"]),
        ("whatever my cousin got", TIMES, None),
        ("i lose cards all the time", PAID, ["Direct deposit", "Paper check"]),
        ("whatevers fastest", PAID, None),
        ("english and spanish", ("English", "Spanish", "Both"), "Both"),
        ("full or part", ("Full-time", "Part-time", "Either"), "Either"),
        ("im a full time mom so part time", ("Full-time", "Part-time"), "Part-time"),
        ("in school full time", ("Full-time", "Part-time"), None),
        ("first three", ("Mon", "Tue", "Wed", "Thu"), ["Mon", "Tue", "Wed"]),
    ],
)
def test_what_is_left_behind_or_does_not_work_is_not_chosen(text: str, options: tuple[str, ...], meant: object) -> None:
    assert choice(text, "Which one?", options) == meant
