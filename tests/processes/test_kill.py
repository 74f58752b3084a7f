"""kill -9 at named points and at random: everything once, whatever the moment."""

import random
from pathlib import Path

import pytest

from tests.postgres import Server
from tests.processes.house import House
from tests.processes.kill import PARTS, killed_run
from tests.processes.toll import AFTER, BEFORE

POINTS = [
    (AFTER, "POST", "/Messages"),
    (AFTER, "POST", "chat.postMessage"),
    (BEFORE, "POST", "chat.postMessage"),
    (AFTER, "POST", "Activity"),
    (AFTER, "POST", "completeUploadExternal"),
]


async def test_kill_9_between_each_effect_and_its_answer_repeats_nothing(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        await house.start()
        await house.open(1)
        for point in POINTS:
            house.toll.at(*point, house.kill)
            await house.apply(1)
            await house.until(lambda: not house.bots, f"the kill {point}")
            await house.start()
        await house.finished()
        assert house.killed == len(POINTS)


async def test_kill_9_at_random_on_one_file(tmp_path: Path) -> None:
    async with House(tmp_path) as house:
        await killed_run(house, ("",), people=4, rounds=3, chance=random.Random(1))


async def test_kill_9_of_any_of_four_processes_on_one_postgresql(tmp_path: Path, server: Server) -> None:
    with server.database() as address:
        async with House(tmp_path, address) as house:
            await killed_run(house, PARTS, people=4, rounds=3, chance=random.Random(2))


@pytest.mark.parametrize("kill", [False, True], ids=["restarted", "killed"])
async def test_postgresql_that_goes_away_under_load_is_met_again(tmp_path: Path, server: Server, kill: bool) -> None:
    with server.database() as address:
        async with House(tmp_path, address) as house:
            await house.start()
            await house.open(4)
            await house.until(lambda: "/Messages" in "".join(house.toll.passed), "the first texts")
            server.stop(kill=kill)
            server.start()
            await house.finished()
            assert house.bots[""].poll() is None
