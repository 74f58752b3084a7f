"""Criteria in few words (`left on good terms`, `ok in the cold`), read beside replies that never use those words."""

import pytest

from screening.understanding.criteria import met
from screening.understanding.words import flat

LEFT, CUSTOMER = "Why did you leave your last position?", "Tell us of a time with an angry guest."
COOK, WANT = "What have you done in a kitchen?", "Why would you like to work here?"
STORE = "What is your warehouse experience?"
ROAD, RUSH, SERVED = "What have you driven?", "Tell us of a day under pressure.", "What is your service experience?"
SITE, SELF = "What have you built?", "Tell us about yourself."


@pytest.mark.parametrize(
    ("criterion", "question", "reply"),
    [
        ("left on good terms", LEFT, "baby came early, my boss said the door is always open"),
        ("left on good terms", LEFT, "went back to school, they bought me a cake and signed a card"),
        ("gave proper notice", LEFT, "turned in my letter and worked the two weeks"),
        ("put in two weeks", LEFT, "les di aviso con tiempo"),
        ("ok in the cold", STORE, "three winters in the frozen foods side"),
        ("comfortable in freezers", STORE, "room was kept at minus 5, never minded"),
        ("got a manager when needed", CUSTOMER, "she kept on so i grabbed my supervisor"),
        ("got a manager when needed", CUSTOMER, "no le grite, llame a mi jefa"),
        ("problem was fixed", CUSTOMER, "room had no heat so i moved them upstairs"),
        ("ran a busy station", COOK, "grill, 250 covers on a friday"),
        ("cooked from scratch", COOK, "rolled our own dough and made the gravy"),
        ("lives close by", WANT, "i can hear your trucks from my porch"),
        ("wants to stay long term", WANT, "sick of bouncing around, i want to retire somewhere"),
        ("clean record", ROAD, "ten yrs and not so much as a ding"),
        ("drove a box truck", ROAD, "a 24 footer for a moving outfit"),
        ("knows the area", ROAD, "born here, i know every shortcut"),
        ("finished on time", RUSH, "pallets went out by noon like they wanted"),
        ("stayed focused", RUSH, "one pallet at a time, no panic"),
        ("helped coworkers", RUSH, "jumped over to receiving so they could catch up"),
        ("face to face with guests", SERVED, "waited tables at a diner"),
        ("own hand tools", SITE, "full set of carpentry tools in my van"),
        ("framing", SITE, "put up walls and joists"),
        ("team player", SELF, "get along with anybody"),
        ("good physical shape", SELF, "strong as a mule, i throw hay"),
    ],
)
def test_what_shows_a_short_criterion_need_not_use_its_words(criterion: str, question: str, reply: str) -> None:
    assert met(flat(reply), flat(criterion), None, question)


@pytest.mark.parametrize(
    ("criterion", "question", "reply"),
    [
        ("left on good terms", LEFT, "mill closed, forty of us gone"),
        ("left on good terms", LEFT, "got into it with the lead and left"),
        ("gave proper notice", LEFT, "i just quit that day"),
        ("gave proper notice", LEFT, "laid off with no notice at all"),
        ("ok in the cold", STORE, "dry side only, the cold gets to me"),
        ("got a manager when needed", CUSTOMER, "calmed her down, didnt need the manager"),
        ("problem was fixed", CUSTOMER, "he was yelling, i couldnt do anything and he stormed off"),
        ("ran a busy station", COOK, "dishes mostly, small diner"),
        ("cooked from scratch", COOK, "everything came frozen, we heated it up"),
        ("lives close by", WANT, "the shift ends at 3 and that suits me perfect"),
        ("wants to stay long term", WANT, "just for the summer until i go back to school"),
        ("drove a box truck", ROAD, "nothing bigger than my sedan, never drove anything big"),
        ("finished on time", RUSH, "we missed it by an hour"),
        ("stayed focused", RUSH, "i panicked and walked out"),
        ("helped coworkers", RUSH, "had to do all of it by myself"),
        ("face to face with guests", SERVED, "only over the phone"),
        ("good physical shape", SELF, "bad knees, light duty for now"),
        ("has used a palletizer", STORE, "read about palletizers but never used one"),
    ],
)
def test_nothing_shows_a_short_criterion_by_chance(criterion: str, question: str, reply: str) -> None:
    assert not met(flat(reply), flat(criterion), None, question)
