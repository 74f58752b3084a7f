"""Days of recruiters' moves under a simulated clock: a lagging index, outages, restarts, clocks that change. `python -m tests.ats.days`.

Whoever reached the trigger and stayed must be screened once; whoever never reached it, never.
"""

import argparse
import asyncio
import heapq
import logging
import random
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

import structlog

from tests.ats.conftest import HOUR, MINUTE, House, a_house

DAY = 24 * HOUR
STEP = 20  # minutes between polls; a production poll is every minute, which only makes it easier
A_DAY = 7  # people who apply
LONGEST_LAG = 6 * HOUR
SETTLED = DAY  # ms after which a stay must have been noticed
KEPT = 8 * DAY  # ms for which the tenant shows an application that nobody touches


@dataclass(slots=True)
class Figures:
    """What came of it."""

    days: int
    polls: int = 0
    arrived: int = 0
    stayed: int = 0
    missed: int = 0
    repeated: int = 0
    strangers: int = 0  # screened without ever having reached the trigger
    outages: int = 0
    restarts: int = 0
    most_calls_a_minute: int = 0


@dataclass(slots=True)
class Days:
    """One run."""

    house: House
    dice: random.Random
    figures: Figures
    due: list[tuple[int, int, int]] = field(default_factory=list)  # when, application, status
    stays: dict[int, int] = field(default_factory=dict)  # since when each stands at the trigger for good
    reached: set[int] = field(default_factory=set)
    down_until: int = 0
    step: int = STEP * MINUTE

    async def run(self) -> Figures:
        """All of the days."""
        house, end = self.house, self.house.at + self.figures.days * DAY
        house.tracker.lag = lambda: int(self.dice.choice((0, 0, 1, self.dice.random())) * LONGEST_LAG)
        await house.map(1020)
        while house.at < end + 2 * DAY:
            if house.at < end:
                self._happens()
            self._moved()
            house.tracker.down = house.at < self.down_until
            start = house.at
            await house.watcher.run_once(house.at)
            self.figures.polls += 1
            house.at = max(house.at, start + self.step)
        return await self._judged()

    def _happens(self) -> None:
        """What recruiters and the world do in one step."""
        house, dice, chance = self.house, self.dice, self.step / DAY
        if dice.random() < A_DAY * chance:
            self._applies(house.tracker.apply(1020, 11))
        if dice.random() < chance / 3 and house.at > self.down_until:
            self.down_until = house.at + dice.randint(1, 6 * 60) * MINUTE
            self.figures.outages += 1
        if dice.random() < chance / 2:
            house.start()
            self.figures.restarts += 1

    def _applies(self, id: int) -> None:
        """Their way: to the trigger and on, back and forth, or elsewhere."""
        at, dice = self.house.at, self.dice
        first = at + dice.randint(0, 10) * HOUR
        way = dice.choices(("stays", "short", "back", "never"), (5, 1, 2, 2))[0]
        plan = {
            "stays": [(first, 12)],
            "short": [(first, 12), (first + dice.randint(1, 50) * MINUTE, 19)],
            "back": [(first, 12), (first + 2 * DAY, 11), (first + 3 * DAY, 12)],
            "never": [(first, 13)],
        }[way]
        for when, status in plan:
            heapq.heappush(self.due, (when, id, status))
        if way in ("stays", "back"):
            self.stays[id] = first

    def _moved(self) -> None:
        """What is due is done at its own time; who has not been touched for days is shown no more."""
        tracker, house = self.house.tracker, self.house
        now = house.at
        while self.due and self.due[0][0] <= now:
            house.at, id, status = heapq.heappop(self.due)
            tracker.move(id, status)
            if status == 12:
                self.reached.add(id)
        house.at = now
        waiting = {id for _, id, _ in self.due}
        for id in [k for k, (_, _, changes) in tracker.applications.items() if changes[-1].at < now - KEPT]:
            if id not in waiting:
                del tracker.applications[id]

    async def _judged(self) -> Figures:
        screened: Counter[int] = Counter()
        for person, times in (await self.house.texted()).items():
            screened[person + 3000] = times
        found = self.figures
        stays = [id for id, since in self.stays.items() if since + SETTLED < self.house.at and id in self.reached]
        found.arrived, found.stayed = len(self.reached), len(stays)
        found.missed = sum(not screened[id] for id in stays)
        found.repeated = sum(times > 1 for times in screened.values())
        found.strangers = len(set(screened) - self.reached)
        found.most_calls_a_minute = self.house.tracker.per_minute()
        return found


async def run(days: int, start: datetime, seed: int, step: int = STEP) -> Figures:
    """So many days from `start` on, polled every `step` minutes."""
    house = await a_house({"GREENROOM_SURGE": "1000"}, int(start.timestamp() * 1000))
    try:
        return await Days(house, random.Random(seed), Figures(days=days), step=step * MINUTE).run()
    finally:
        await house.store.close()


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--days", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--step", type=int, default=60)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    given, began = asked.parse_args(), time.monotonic()
    found = asyncio.run(run(given.days, datetime(2026, 3, 6, 8, tzinfo=UTC), given.seed, given.step))
    for name, value in asdict(found).items():
        print(f"{name:22}{value}")
    print(f"{'seconds':22}{time.monotonic() - began:.0f}")


if __name__ == "__main__":
    main()
