"""Plans of seeds: what one number stands for, for an hour and for a week."""

import random
from dataclasses import replace
from typing import Any

from tests.simulation.world import NOON, Plan

EVENING = 7 * 3_600_000 + 40 * 60_000  # ms from noon to 19:40, shortly before the window closes
CLOSING = 8 * 3_600_000  # ms from noon until the window closes
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
        whole=rng.random() < 0.5,
        page=rng.choice((200, 200, 200, 2)),
        foreign=rng.random() < 0.2,
        calm_at=rng.choice((600.0, 1500.0)),
        start=NOON + rng.choice((0, 0, 0, EVENING)),
    )


def tight(seed: int) -> Plan:
    """Two people who do one thing just when something does not get through: one theme after the other."""
    rng = random.Random(f"tight {seed}")
    return replace(THEMES[seed % len(THEMES)](rng), seed=seed, lag=rng.choice((0.0, 2.7)), whole=rng.random() < 0.5)


def _out(service: str, begin: float, end: float, **more: Any) -> Plan:
    return Plan(seed=0, outages=((service, begin, end),), calm_at=end, **more)


def _reminded(rng: random.Random) -> Plan:
    """They answer just after a reminder is due, while Twilio is out."""
    begin = rng.uniform(600, 850)
    return _out("twilio", begin, begin + rng.uniform(250, 500), kinds=("reminded",))


def _minds_change(rng: random.Random) -> Plan:
    """They answer, and want to be left alone, while the next question does not get through."""
    begin = rng.uniform(100, 250)
    kinds = ("answers and stops", "ends and stops", "ends and stops")
    return _out("twilio", begin, begin + rng.uniform(200, 400), kinds=kinds)


def _leave(rng: random.Random) -> Plan:
    """They leave the stage while a question does not get through."""
    begin = rng.uniform(20, 140)
    return _out("twilio", begin, begin + rng.uniform(200, 400), kinds=("plain", "slow"), leaving=0.9)


def _told(rng: random.Random) -> Plan:
    """There is much to tell recruiters while Slack answers badly."""
    begin = rng.uniform(20, 140)
    kinds = ("human", "knocked out", "wrong number", "plain")
    return _out("slack", begin, begin + rng.uniform(200, 400), kinds=kinds, processes=rng.choice((1, 2)))


def _filed(rng: random.Random) -> Plan:
    """Results are filed while Tracker answers badly."""
    begin = rng.uniform(100, 200)
    return _out("tracker", begin, begin + rng.uniform(200, 400), kinds=("plain", "knocked out"), processes=2)


def _evening(rng: random.Random) -> Plan:
    """The window closes while Twilio is out."""
    begin = rng.uniform(0, 100)
    start = NOON + CLOSING - rng.randrange(120, 240) * 1000
    return _out("twilio", begin, begin + rng.uniform(250, 400), kinds=("silent", "slow"), start=start)


def _pestered(rng: random.Random) -> Plan:
    """Everybody applied for two jobs and never answers."""
    return Plan(seed=0, people=2, second_jobs=2, kinds=("silent",))


def _chatty(rng: random.Random) -> Plan:
    """Many short texts, of which many come without a webhook; the list comes two at a time."""
    return Plan(seed=0, kinds=("split", "impatient"), faults=0.5, calm_at=400.0, page=2, foreign=rng.random() < 0.3)


def _at_once(rng: random.Random) -> Plan:
    """They answer within the second, while we die between a text and its mark and hear of nothing."""
    return Plan(
        seed=0,
        kinds=("at once",),
        carried=(0.02, 0.2),
        dies_at=rng.choice(("text: accepted", "text: answered")),
        restarts=(1.0, 8.0),
        calm_at=400.0,
    )


THEMES = (_reminded, _minds_change, _leave, _told, _filed, _evening, _pestered, _chatty, _at_once)


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
        whole=rng.random() < 0.5,
        foreign=rng.random() < 0.2,
        calm_at=4 * 86_400.0,
        horizon=30 * 86_400.0,
        start=NOON + rng.randrange(24) * 3_600_000,
    )


def crowd(people: int, *, week: bool = False) -> Plan:
    """So many people within two minutes, or within the first days of a week."""
    return Plan(
        seed=people,
        people=people,
        second_jobs=0,
        crowd=True,
        whole=True,
        week=week,
        calm_at=0.0,
        horizon=30 * 86_400.0,
    )
