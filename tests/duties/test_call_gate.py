"""A call passes the gate of a text, and first that of the conversation: superseded, put off, or on its way."""

import pytest

from screening.calls import Call, CallState
from screening.duties.calls import release_call
from screening.duties.release import Drop, Hold, Send, Verdict
from screening.screening import Screening
from tests.builders import a_screening, a_script
from tests.duties.test_gate import NIGHT, NOON, WINDOW, asked

SUPERSEDED = Drop(code="superseded", reason="the candidate went on by text before the call was made")


def called(*calls: Call, **changes: object) -> Screening:
    return a_screening(a_script(), calls=calls, **changes)


def verdict(s: Screening, number: int = 1, now: int = NOON) -> Verdict:
    return release_call(s, number, asked(kind="call"), WINDOW, now)


def test_a_call_that_is_ordered_goes_as_a_text_would() -> None:
    s = called(Call(number=1, at=NOON))
    assert isinstance(verdict(s), Send)
    assert isinstance(verdict(s, now=NIGHT), Hold), "not at night"


@pytest.mark.parametrize("state", [x for x in CallState if x is not CallState.ORDERED])
def test_a_call_that_is_no_longer_wanted_is_not_made(state: CallState) -> None:
    assert verdict(called(Call(number=1, at=NOON, state=state))) == SUPERSEDED


def test_a_call_that_nobody_ordered_is_not_made() -> None:
    assert verdict(called(Call(number=1, at=NOON)), number=2) == SUPERSEDED


def test_a_call_waits_for_the_time_the_candidate_named() -> None:
    later = called(Call(number=1, at=NOON), resume_at=NOON + 1)
    reason = "the candidate asked for another time"
    assert verdict(later) == Hold(until=NOON + 1, code="deferred", reason=reason)
    assert isinstance(verdict(later, now=NOON + 1), Send), "the time has come"


def test_who_asks_to_be_called_now_does_not_wait() -> None:
    assert isinstance(verdict(called(Call(number=1, at=NOON, asked=True), resume_at=NOON + 60_000)), Send)
