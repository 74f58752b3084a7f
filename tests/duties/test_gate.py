"""Every text that does not go out has one reason code and one sentence."""

import re
from datetime import UTC, datetime
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from screening.duties.release import AFTER_THE_END, CODES, DAY, PROGRESS, Asked, Hold, Send, Verdict, release
from screening.duties.window import Window

WINDOW = Window.read("08:00-20:00")
NOON = int(datetime(2026, 11, 21, 18, tzinfo=UTC).timestamp() * 1000)
NIGHT = NOON + 12 * 3_600_000
KINDS = sorted(AFTER_THE_END | PROGRESS | {"remind", "defer", "ask_again", "confirm", "call"})


def judged(verdict: Verdict, now: int) -> None:
    """A verdict that says no says one thing, in one line, and says when it will be asked again."""
    if isinstance(verdict, Send):
        return
    assert verdict.code in CODES
    assert re.fullmatch(r"[^\n•]{10,250}[^\s.]", verdict.reason), verdict.reason
    assert ". " not in verdict.reason, "one sentence"
    if isinstance(verdict, Hold):
        assert now < verdict.until <= now + 9 * DAY


def asked(**changes: object) -> Asked:
    facts: dict[str, object] = {
        "kind": "ask", "started": False, "turn": 1, "now_turn": 1, "open": True, "opted_out": False, "taken_over": False,
        "paused": "", "allowed_number": True, "budget_left": True, "last_heard": None, "started_times": (),
        "sent_times": (), "zones": ("America/Chicago",), "asks": False,
    }  # fmt: skip
    return Asked(**{**facts, **changes})  # type: ignore[arg-type]


def test_every_combination_of_the_gates_questions_gives_one_code_and_one_sentence() -> None:
    yes_no = (False, True)
    sentences: dict[str, set[str]] = {}
    for kind, started, open_, out, over, paused, allowed, budget in product(KINDS, *[yes_no] * 7):
        for now, turn, many in ((NOON, 1, 0), (NOON, 1, 7), (NIGHT, 0, 7)):
            facts = asked(
                kind=kind, started=started, open=open_, opted_out=out, taken_over=over, allowed_number=allowed,
                paused="everything is paused; `resume` goes on" if paused else "", budget_left=budget, turn=turn,
                started_times=(now - 1,) * many, sent_times=(now - 1,) * many,
            )  # fmt: skip
            verdict = release(facts, WINDOW, now)
            judged(verdict, now)
            if not isinstance(verdict, Send):
                sentences.setdefault(verdict.code, set()).add(re.sub(r"\d", "0", verdict.reason))
    assert all(len(words) == 1 for words in sentences.values()), "one code, one sentence"
    assert len({w for words in sentences.values() for w in words}) == len(sentences), "one sentence, one code"
    asked_elsewhere = {"gone", "deferred"}  # of the store, and of calls
    assert set(sentences) == CODES - asked_elsewhere


@given(
    st.sampled_from(KINDS),
    st.booleans(),
    st.integers(min_value=0, max_value=8 * 24 * 60),
    st.lists(st.integers(min_value=0, max_value=30 * 3_600_000), max_size=9),
    st.lists(st.sampled_from(["America/New_York", "Pacific/Honolulu", "Europe/London", "Asia/Kolkata"]), max_size=2),
    st.sampled_from(["", "FL", "TX", "UT", "RI"]),
)
def test_random_hours_caps_and_zones_give_one_code_and_one_sentence(
    kind: str, started: bool, minute: int, ago: list[int], zones: list[str], state: str
) -> None:
    now = NOON + minute * 60_000
    times = tuple(now - a for a in ago)
    facts = asked(kind=kind, started=started, started_times=times, sent_times=times, zones=tuple(zones))
    judged(release(facts, WINDOW.within(state), now), now)
