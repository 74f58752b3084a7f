"""`make simulate SEEDS=10000`: every crash point of three seeds, so many random hours, a twentieth as many weeks."""

import argparse
import sys
import time
from concurrent.futures import Executor
from itertools import repeat

from tests.simulation.campaign import caught, cores, crash_points, hours, played, report, tights, weeks
from tests.simulation.mutants import MUTANTS
from tests.simulation.plans import crowd, hour, week
from tests.simulation.run import play
from tests.simulation.world import Plan


def main() -> int:
    """Play, and print the figures; 1 where an invariant was broken."""
    asked = argparse.ArgumentParser(prog="python -m tests.simulation")
    asked.add_argument("--seeds", type=int, default=10_000)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--replay", type=int, help="play one random hour again and print what happened")
    asked.add_argument("--replay-week", type=int)
    asked.add_argument("--crowd", type=int, help="so many people at once instead")
    asked.add_argument("--crowd-week", type=int, help="so many people over the first days of a week instead")
    given = asked.parse_args()
    if given.replay is not None or given.replay_week is not None:
        outcome = play(hour(given.replay) if given.replay is not None else week(given.replay_week), told=True)
        sys.stdout.write(report(outcome) + "\n")
        return int(bool(outcome.wrong))
    if given.crowd or given.crowd_week:
        with cores() as pool:
            return _campaign(pool, "a crowd", [crowd(given.crowd or given.crowd_week, week=not given.crowd)])
    with cores() as pool:
        return _all(pool, given)


def _all(pool: Executor, given: argparse.Namespace) -> int:
    many = range(given.first, given.first + given.seeds)
    wrong = _campaign(pool, "one crash at each point, 3 seeds", crash_points(range(3)))
    wrong += _campaign(pool, "random hours", hours(many))
    wrong += _campaign(pool, "hours while something does not get through", tights(many[: len(many) // 4]))
    wrong += _campaign(pool, "random weeks", weeks(range(given.first, given.first + max(1, given.seeds // 20))))
    return int(wrong + _mutants(pool, range(given.first, given.first + 100)) > 0)


def _campaign(pool: Executor, name: str, plans: list[Plan]) -> int:
    start, wrong, seconds = time.monotonic(), 0, 0.0
    for outcome in played(pool, plans, only=lambda _: True):
        seconds += outcome.seconds
        if outcome.wrong:
            wrong += 1
            sys.stdout.write(report(outcome) + "\n")
    took = time.monotonic() - start
    speed = seconds / took if took else 0
    figures = f"{len(plans)} runs, {wrong} broken, {len(plans) / took:.1f} runs/s, {speed:.0f} times real time"
    sys.stdout.write(f"{name}: {figures}\n")
    sys.stdout.flush()
    return wrong


def _mutants(pool: Executor, seeds: range) -> int:
    missed = 0
    for name, outcome in zip(MUTANTS, pool.map(caught, MUTANTS, repeat(seeds)), strict=True):
        missed += outcome is None
        how = f"caught by seed {outcome.plan.seed}: {outcome.wrong[0]}" if outcome is not None else "NOT CAUGHT"
        sys.stdout.write(f"broken variant “{name}”: {how}\n")
    return missed


if __name__ == "__main__":
    sys.exit(main())
