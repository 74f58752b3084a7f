"""Many runs at once, on every core: random hours and weeks, and one crash at each point of a run."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace

from tests.simulation.mutants import broken
from tests.simulation.plans import hour, tight, week
from tests.simulation.run import Outcome, play
from tests.simulation.world import Plan


def hours(seeds: Iterable[int]) -> list[Plan]:
    """A plan for each seed."""
    return [hour(seed) for seed in seeds]


def tights(seeds: Iterable[int]) -> list[Plan]:
    """A plan for each seed."""
    return [tight(seed) for seed in seeds]


def weeks(seeds: Iterable[int]) -> list[Plan]:
    """A plan for each seed."""
    return [week(seed) for seed in seeds]


def crash_points(seeds: Iterable[int], every: int = 1) -> list[Plan]:
    """For each seed one plan per point at which its quiet run could die, or for every so manyth point."""
    found = []
    for n, seed in enumerate(seeds):
        quiet = Plan(seed=seed, people=2)
        points = play(quiet).points
        found += [replace(quiet, crashes=frozenset({point})) for point in range(1 + n % every, points + 1, every)]
    return found


def cores() -> ProcessPoolExecutor:
    """A worker for each core; each has to import the bot, which takes seconds."""
    workers, context = min(os.cpu_count() or 1, 8), multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_warm)


def _warm() -> None:
    """What the first run loads stays: the garbage collector need not look through it again and again."""
    play(Plan(seed=0))
    gc.collect()
    gc.freeze()


def played(
    pool: Executor, plans: list[Plan], *, only: Callable[[Outcome], bool] = lambda o: bool(o.wrong)
) -> Iterator[Outcome]:
    """Play them all; gives those that `only` picks, the broken ones unless told."""
    yield from (outcome for outcome in pool.map(play, plans, chunksize=4) if only(outcome))


def caught(name: str, seeds: Iterable[int]) -> Outcome | None:
    """The first random or tight hour that shows that the bot is broken in this way."""
    plans = (plan for seed in seeds for plan in (hour(seed), tight(seed)))
    with broken(name):
        return next((outcome for plan in plans if (outcome := play(plan)).wrong), None)


def report(outcome: Outcome) -> str:
    """What went wrong, the plan that plays it again, and what happened."""
    return f"{outcome.plan}\n{outcome.story}\n" + "\n".join(outcome.wrong)
