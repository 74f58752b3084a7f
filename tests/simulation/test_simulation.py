"""The whole bot, simulated: nothing lost, nothing twice, nothing unwanted, and everything comes to its end.

`make simulate SEEDS=10000` plays the rest: every crash point, ten thousand hours, five hundred weeks.
"""

from collections.abc import Iterator
from concurrent.futures import Executor

import pytest

from tests.simulation.campaign import caught, cores, crash_points, hours, played, report, tights, weeks
from tests.simulation.mutants import ALWAYS, MUTANTS
from tests.simulation.plans import crowd
from tests.simulation.run import play
from tests.simulation.world import Plan

CAUGHT_WITHIN = 100  # seeds


@pytest.fixture(scope="module")
def pool() -> Iterator[Executor]:
    """One worker for each core, for all tests here."""
    with cores() as workers:
        yield workers


def sound(pool: Executor, plans: list[Plan]) -> None:
    """Every invariant holds in all of them."""
    broken_ones = list(played(pool, plans))
    assert not broken_ones, "\n\n".join(report(each) for each in broken_ones[:3])


def test_three_hundred_random_hours_keep_every_invariant(pool: Executor) -> None:
    sound(pool, hours(range(300)))


def test_forty_hours_in_which_something_does_not_get_through_keep_every_invariant(pool: Executor) -> None:
    sound(pool, tights(range(40)))


def test_a_crash_at_any_of_many_points_loses_nothing_and_repeats_nothing(pool: Executor) -> None:
    sound(pool, crash_points(range(3), every=60))


def test_twenty_random_weeks_keep_every_invariant(pool: Executor) -> None:
    sound(pool, weeks(range(20)))


def test_each_broken_variant_is_caught(pool: Executor) -> None:
    found = {name: pool.submit(caught, name, range(CAUGHT_WITHIN)) for name in tuple(MUTANTS)[:ALWAYS]}
    assert not [name for name, outcome in found.items() if outcome.result() is None]


def test_one_seed_replays_all_in_another_process_too(pool: Executor) -> None:
    elsewhere = [outcome.digest for outcome in pool.map(play, hours(range(5)))]
    assert [play(plan).digest for plan in hours(range(5))] == elsewhere
    assert len(set(elsewhere)) == 5


def test_a_crowd_at_once_gets_through_at_the_rate_of_texts() -> None:
    played_out = play(crowd(25))
    assert not played_out.wrong, report(played_out)
