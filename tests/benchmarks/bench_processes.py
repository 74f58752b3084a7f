"""Four processes on one PostgreSQL and a doctor, for a minute: how often the token is exchanged, how many calls Tracker gets."""

import asyncio
import collections
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from bot.sandbox.processes import outside
from tests.postgres import Server
from tests.processes.house import House
from tests.processes.kill import PARTS

MINUTE: Final = 60.0
BUDGET: Final = 60  # calls a minute
BURST: Final = 10  # what may come at once after a quiet while
MOST: Final = {"token_exchanges": 2.0, "tracker_calls_in_a_minute": float(BUDGET + BURST)}


async def _measure(home: Path, address: str) -> dict[str, float]:
    async with House(home, address, TRACKER_REQUESTS_PER_MINUTE=str(BUDGET)) as house:
        await asyncio.gather(*(house.start(part) for part in PARTS))
        await house.open(2)
        seen, began = list[float](), time.monotonic()
        known = len(house.toll.passed)
        doctor: asyncio.subprocess.Process | None = None
        while time.monotonic() - began < MINUTE:
            await asyncio.sleep(0.05)
            new = house.toll.passed[known:]
            known += len(new)
            seen += [time.monotonic() for call in new if " /tracker/" in call]
            if doctor is None and time.monotonic() - began > MINUTE / 2:
                doctor = await asyncio.create_subprocess_exec(
                    sys.executable,
                    *("-m", "bot.cli", "doctor"),
                    env=outside() | house.settings,
                    cwd=home,
                    stdout=subprocess.DEVNULL,
                )
        assert doctor is not None
        status = await doctor.wait()
        exchanges = sum("exchangetoken" in call.lower() for call in house.toll.passed)
        return {
            "token_exchanges": float(exchanges),
            "tracker_calls_in_a_minute": float(len(seen)),
            "doctor_exit": float(status),
            "kinds_of_calls": float(len(collections.Counter(house.toll.passed))),
        }


def run() -> dict[str, float]:
    """Every figure by name."""
    with tempfile.TemporaryDirectory() as home, Server() as server, server.database() as address:
        return asyncio.run(_measure(Path(home), address))


if __name__ == "__main__":
    for name, figure in run().items():
        sys.stdout.write(f"{name:34} {figure:10.2f}\n")
