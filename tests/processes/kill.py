"""`make kill ROUNDS=40`: so many real kill -9 on each store, and what is lost or doubled by them."""

import argparse
import asyncio
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.postgres import Server
from tests.processes.house import House

PATIENCE: Final = 300.0  # seconds until everything must be there after the last kill
PARTS: Final = ("web,slack", "scheduler", "outbox", "scheduler,outbox")


async def killed_run(house: House, parts: Sequence[str], *, people: int, rounds: int, chance: random.Random) -> None:
    """Screen so many people while one of the processes is killed and started again, so many times."""
    await asyncio.gather(*(house.start(part) for part in parts))
    await house.open(people)
    for number in range(rounds):
        await asyncio.sleep(chance.uniform(0.1, 1.5))
        if number and number % 4 == 0:
            await house.apply(2)
        part = chance.choice(parts)
        house.kill(part)
        await house.start(part)
    await house.finished(PATIENCE)


async def _kills(where: str, parts: Sequence[str], rounds: int, seed: int) -> int:
    with tempfile.TemporaryDirectory(prefix="greenroom-kill-") as home:
        async with House(Path(home), where) as house:
            await killed_run(house, parts, people=10, rounds=rounds, chance=random.Random(seed))
            return len(house.people)


def main(args: Sequence[str] | None = None) -> int:
    """The command; 1 where anything was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m tests.processes.kill", description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--store", choices=("file", "postgres"), help="only this one")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    given, wrong = parser.parse_args(args), 0
    with Server() as server, server.database() as address:
        stores = {"file": ("one file", "", ("",)), "postgres": ("PostgreSQL, four processes", address, PARTS)}
        for name, where, parts in [stores[given.store]] if given.store else stores.values():
            try:
                people = asyncio.run(_kills(where, parts, given.rounds, given.seed))
                said = f"{given.rounds} kills, {people} candidates, nothing lost, nothing twice"
            except AssertionError as error:
                wrong, said = 1, f"WRONG: {error}"
            sys.stdout.write(f"{name}: {said} (seed {given.seed})\n")
    return wrong


if __name__ == "__main__":
    raise SystemExit(main())
