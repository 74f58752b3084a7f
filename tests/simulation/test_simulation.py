"""The whole bot, simulated: nothing lost, nothing twice, nothing unwanted, and everything comes to its end.

`make simulate SEEDS=10000` plays the rest: every crash point, ten thousand hours, five hundred weeks.
"""

import pytest

from tests.simulation.campaign import crash_points, hours, played, report, weeks
from tests.simulation.mutants import MUTANTS, broken
from tests.simulation.plans import crowd, hour
from tests.simulation.run import play

CAUGHT_WITHIN = 100  # seeds


def test_three_hundred_random_hours_keep_every_invariant() -> None:
    broken_ones = list(played(hours(range(300))))
    assert not broken_ones, report(broken_ones[0])


def test_a_crash_at_any_of_many_points_loses_nothing_and_repeats_nothing() -> None:
    broken_ones = list(played(crash_points(range(3), every=40)))
    assert not broken_ones, report(broken_ones[0])


def test_twenty_random_weeks_keep_every_invariant() -> None:
    broken_ones = list(played(weeks(range(20))))
    assert not broken_ones, report(broken_ones[0])


@pytest.mark.parametrize("name", MUTANTS)
def test_each_broken_variant_is_caught(name: str) -> None:
    with broken(name):
        assert any(play(hour(seed)).wrong for seed in range(CAUGHT_WITHIN))


@pytest.mark.xfail(
    reason="two orders made in one transaction change places where a candidate leaves the stage", strict=False
)
def test_one_seed_replays_all() -> None:
    assert play(hour(7)).digest == play(hour(7)).digest
    assert play(hour(7)).digest != play(hour(8)).digest


def test_a_crowd_at_once_gets_through_at_the_rate_of_texts() -> None:
    played_out = play(crowd(25))
    assert not played_out.wrong, report(played_out)
