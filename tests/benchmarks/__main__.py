"""`make bench`: every benchmark in one run, in one table; bench.json beside it. Exit 1 where a figure is missed.

The ratios are of work, side by side. Where this machine's disk needs long to make a commit durable, every durable side
waits for the same disk and the ratios say little; then the stores lie in memory and the table says so.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks import (
    bench_lanes,
    bench_million,
    bench_postgres,
    bench_processes,
    bench_report,
    bench_resume,
    bench_store,
    bench_web,
)

BENCHES: Final = {
    "store": bench_store,
    "postgres": bench_postgres,
    "lanes": bench_lanes,
    "web": bench_web,
    "processes": bench_processes,
    "report": bench_report,
    "resume": bench_resume,
}
SLOW: Final = 0.001  # seconds of a sync above which the disk alone is measured
MEMORY: Final = Path("/dev/shm")


def sync_seconds(folder: str) -> float:
    """How long this disk takes to make four kilobytes durable."""
    took = []
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        for _ in range(50):
            file.write(b"x" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - began)
    return statistics.median(took)


def place() -> str:
    """Chooses where the stores lie, and says so."""
    here = tempfile.gettempdir()
    took = sync_seconds(here)
    words = f"a commit on the disk of {here} takes {took * 1000:.2f} ms"
    if took > SLOW and MEMORY.is_dir() and os.access(MEMORY, os.W_OK):
        tempfile.tempdir = os.environ["TMPDIR"] = str(MEMORY)
        return f"{words}: too slow to compare what stands around it, so the stores lie in {MEMORY}"
    return words


def row(name: str, figure: float, module: object) -> tuple[str, bool]:
    """One line of the table, and whether the figure is reached."""
    least, most = (getattr(module, bound, {}).get(name) for bound in ("LEAST", "MOST"))
    reached = (least is None or figure >= least) and (most is None or figure <= most)
    bound = f"at least {least:g}" if least is not None else f"at most {most:g}" if most is not None else ""
    return f"{name:38} {figure:14.2f}   {bound:20} {'' if reached else 'MISSED'}", reached


def main(args: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", default="", help=f"any of {','.join(BENCHES)}")
    parser.add_argument("--million", action="store_true", help="a million screenings as well")
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    given = parser.parse_args(args)
    wanted = {n: b for n, b in BENCHES.items() if not given.only or n in given.only.split(",")}
    chosen = wanted | ({"million": bench_million} if given.million else {})
    where, figures, missed = place(), dict[str, float](), 0
    sys.stdout.write(f"{where}\n")
    for module in chosen.values():
        found = module.run()
        figures |= found
        for name, figure in found.items():
            line, reached = row(name, figure, module)
            missed += not reached
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    given.out.write_text(json.dumps({"where": where, "figures": figures}, indent=1) + "\n")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
