"""How long reports take, how large they are, and whether they hold up the loop."""

import asyncio
import io
import statistics
import time
from pathlib import Path

from pypdf import PdfReader

from bot.reports.render import Renderer
from screening.report import Report
from tests.reports.test_pdf import long_talk
from tests.reports.test_report import made

ROUNDS = 20


async def _timed(renderer: Renderer, report: Report) -> tuple[float, bytes]:
    began = time.perf_counter()
    pdf = await renderer.render(report)
    return (time.perf_counter() - began) * 1000, pdf


async def _lag(stop: asyncio.Event) -> float:
    """The longest that the loop was late, in milliseconds."""
    worst = 0.0
    while not stop.is_set():
        began = time.perf_counter()
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - began - 0.001)
    return worst * 1000


def _memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    rows = status.read_text().splitlines() if status.exists() else []
    return next((int(r.split()[1]) / 1024 for r in rows if r.startswith("VmHWM")), 0.0)


async def _measure() -> dict[str, float]:
    renderer, report, stop = Renderer(), made(), asyncio.Event()
    first, pdf = await _timed(renderer, report)
    lag = asyncio.create_task(_lag(stop))
    times = sorted([(await _timed(renderer, report))[0] for _ in range(ROUNDS)])
    stop.set()
    long_ms, _ = await _timed(renderer, made(long_talk(300)))
    memory = max(map(_memory, renderer.pids()), default=0.0)
    worst = await lag
    renderer.close()
    return {
        "report_first_ms": first,
        "report_p50_ms": statistics.median(times),
        "report_p95_ms": times[int(0.95 * (ROUNDS - 1))],
        "report_300_messages_ms": long_ms,
        "report_kb": len(pdf) / 1024,
        "report_pages": float(len(PdfReader(io.BytesIO(pdf)).pages)),
        "report_worker_mb": memory,
        "report_loop_lag_ms": worst,
    }


def run() -> dict[str, float]:
    """The figures of one run."""
    return asyncio.run(_measure())


MOST = {
    "report_p50_ms": 300.0,
    "report_pages": 2.0,
    "report_kb": 150.0,
    "report_loop_lag_ms": 50.0,
}


if __name__ == "__main__":
    for name, figure in run().items():
        print(f"{name} {figure:.1f}")
