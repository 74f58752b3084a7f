"""A million screenings, once: what an inbound text costs beside a thousand. `python -m tests.benchmarks --million`."""

import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tests.benchmarks.bench_store import SLICE, Rows, ratio, turns

MANY: Final = 1_000_000
LEAST: Final = {"growth_1m": 0.7}


def run() -> dict[str, float]:
    """The pace at a million as a part of that at a thousand, and what it took to fill the store."""
    with tempfile.TemporaryDirectory() as folder:
        small, began = Rows(Path(folder) / "small.db", 1_000), time.perf_counter()
        large = Rows(Path(folder) / "large.db", MANY)
        filled = time.perf_counter() - began
        size = (Path(folder) / "large.db").stat().st_size / 1e6
        pace = ratio((a, b) for a, b in turns([(small, 1_000, SLICE), (large, MANY, SLICE)]))
    return {"growth_1m": pace, "fill_1m_seconds": filled, "size_1m_mb": size}


if __name__ == "__main__":
    for name, figure in run().items():
        sys.stdout.write(f"{name:34} {figure:10.2f}\n")
