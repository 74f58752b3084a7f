"""Plans of seeds: what one number stands for, for an hour and for a week."""

import random

from tests.simulation.world import NOON, Plan

EVENING = 7 * 3_600_000 + 40 * 60_000  # ms from noon to 19:40, shortly before the window closes
CRASHES = 600  # points among which the crashes are drawn


def hour(seed: int) -> Plan:
    """Two or three people around noon; crashes, faults, stale lists, sometimes two processes."""
    rng = random.Random(f"hour {seed}")
    return Plan(
        seed=seed,
        people=rng.choice((1, 2)),
        crashes=frozenset(rng.sample(range(1, CRASHES), rng.randint(0, 6))),
        faults=rng.choice((0.0, 0.1, 0.4)),
        lag=rng.choice((0.0, 0.0, 1.0, 2.7)),
        search_lag=rng.choice((0.0, 0.0, 30.0, 200.0)),
        processes=rng.choice((1, 1, 1, 2)),
        foreign=rng.random() < 0.2,
        calm_at=rng.choice((600.0, 1500.0)),
        start=NOON + rng.choice((0, 0, 0, EVENING)),
    )


def tight(seed: int) -> Plan:
    """People who answer just after a reminder is due, while Twilio is out."""
    rng = random.Random(f"tight {seed}")
    begin = rng.uniform(600, 850)
    end = begin + rng.uniform(250, 500)
    out = ("twilio", begin, end)
    return Plan(seed=seed, people=2, kinds=("reminded",), lag=rng.choice((0.0, 2.7)), outages=(out,), calm_at=end)


def week(seed: int) -> Plan:
    """Several people over some days and nights, with real timers."""
    rng = random.Random(f"week {seed}")
    return Plan(
        seed=seed,
        week=True,
        people=rng.randint(3, 6),
        crashes=frozenset(rng.sample(range(1, 4000), rng.randint(0, 12))),
        faults=rng.choice((0.0, 0.1, 0.4)),
        lag=rng.choice((0.0, 1.0, 2.7)),
        search_lag=rng.choice((0.0, 60.0, 3600.0)),
        foreign=rng.random() < 0.2,
        calm_at=4 * 86_400.0,
        horizon=30 * 86_400.0,
        start=NOON + rng.randrange(24) * 3_600_000,
    )


def crowd(people: int, *, week: bool = False) -> Plan:
    """So many people within two minutes, or within the first days of a week."""
    return Plan(seed=people, people=people, second_jobs=0, crowd=True, week=week, calm_at=0.0, horizon=30 * 86_400.0)
