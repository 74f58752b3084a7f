"""What free text speaks of: the subject a criterion names, in other words than the criterion's own."""

import pytest

from screening.understanding.criteria import met
from screening.understanding.words import said

LEFT = "What made you leave that job?"
CUSTOMERS = "What have you done with customers?"
PROUD = "Which accomplishment are you proud of?"
QUARREL = "Tell us of a conflict with a coworker."


def shows(text: str, criterion: str, question: str) -> bool:
    return met(said(text).plain, criterion, question=question)


@pytest.mark.parametrize(
    ("text", "criterion", "question"),
    [
        ("eleven fifty an hour and no raise in 3 yrs", "mentions the pay", LEFT),
        ("my man got stationed in Texas so we relocated", "mentions a move or the commute", LEFT),
        ("they wanted me there every single sunday", "mentions the schedule or hours", LEFT),
        ("the mill sent the work to mexico and closed down in june", "says it was no fault of theirs", LEFT),
        ("busser then hostess at a steakhouse", "names a customer-facing job or workplace", CUSTOMERS),
        (
            "lady was cussing about her bill, i sat with her till she cooled off",
            "describes calming somebody",
            CUSTOMERS,
        ),
        ("rang up groceries all through college", "mentions handling cash or a register", CUSTOMERS),
        ("the crew was only 4 of us", "mentions the size of the team", "Tell us about a team you were on."),
        ("mopped, bagged the trash, wiped the tables", "lists at least two tasks", "What did a day look like?"),
        ("made crew chief at the mill", "it happened at work", PROUD),
        ("nobody in my family thought i could", "says why it matters to them", PROUD),
        ("pulled her to the side and we talked it out", "talked to the person directly", QUARREL),
        ("uncle gives me a lift on his way in", "says how they get to work", "How would you get here?"),
        ("weekday mornings, done by 2", "gives days or hours available", "What is your availability?"),
        ("class on tuesday nights", "mentions a day they cannot work", "What is your availability?"),
        ("backed into a bollard with the van", "admits a mistake", "Tell us of a mistake."),
        ("now i always count it twice", "says what they learned", "Tell us of a mistake."),
        ("xlookup and drop downs", "names a function or feature", "What can you do in Excel?"),
        ("screen locked when i step away", "names a practical measure", "How do you keep information private?"),
        ("hauled gravel in an end dump", "names a kind of vehicle driven", "What did you drive?"),
        ("mowed the lot and watched the monitors", "mentions patrols, cameras or a gate", "What did you guard?"),
        ("bread and a cab, and no more pouring", "stops serving alcohol", "What would you do with a drunk guest?"),
        ("i hit the e-stop before anything", "turns it off first", "What would you do if a line jammed?"),
        ("layers and two pairs of socks", "says how they dress for it", "Have you worked in the cold?"),
        ("pastor james at my church", "names a person", "Do you have references?"),
        ("feeler gauge and a dial indicator", "names a measuring tool", "What quality work have you done?"),
        ("speak hmong at home", "speaks a language other than English", "What languages do you speak?"),
    ],
)
def test_a_subject_is_heard_in_other_words(text: str, criterion: str, question: str) -> None:
    assert shows(text, criterion, question)


@pytest.mark.parametrize(
    ("text", "criterion", "question"),
    [
        ("the hours were crazy", "mentions the pay", LEFT),
        ("an hour away every day", "mentions the schedule or hours", LEFT),
        ("fired for missing days", "says it was no fault of theirs", LEFT),
        ("i get along with everybody", "names a customer-facing job or workplace", CUSTOMERS),
        ("my sister waits tables", "names a customer-facing job or workplace", CUSTOMERS),
        ("never touched the money", "mentions handling cash or a register", CUSTOMERS),
        ("we were a great team", "mentions the size of the team", "Tell us about a team you were on."),
        ("mopped all day", "lists at least two tasks", "What did a day look like?"),
        ("raising my two boys", "it happened at work", PROUD),
        ("no sundays", "gives days or hours available", "What is your availability?"),
        ("i never make mistakes", "admits a mistake", "Tell us of a mistake."),
        ("my husband has a class a", "gives the class of license", "Do you hold a commercial license?"),
        ("i saw a guy fall once", "names a machine they ran", "What machines have you run?"),
        ("i just love kids", "gives how many children", "Tell us of your work in child care."),
        ("dont speak any spanish", "speaks a language other than English", "What languages do you speak?"),
    ],
)
def test_another_subject_or_what_is_denied_shows_nothing(text: str, criterion: str, question: str) -> None:
    assert not shows(text, criterion, question)
