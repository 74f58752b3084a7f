"""Renderer: makes PDFs in a process of its own, so that no report can hold up or bring down the service."""

import asyncio
import contextlib
import logging
import multiprocessing
import resource
from concurrent.futures import ProcessPoolExecutor

from bot.reports.pdf import render_now
from bot.reports.plain import plain_pdf
from screening.report import Report

log = logging.getLogger(__name__)
SECONDS = 30.0
MEMORY = 1 << 30
TASKS = 100  # then a fresh process


def _limit(memory: int) -> None:
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _warm() -> None:
    import bot.reports.engine  # noqa: F401


class Renderer:
    """Renders reports. The process starts with the first report, or with `warm`."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        """Limits for one report: `seconds` of wall time, `memory` bytes of the process."""
        self._seconds, self._memory = seconds, memory
        self._pool: ProcessPoolExecutor | None = None
        self._one = asyncio.Lock()

    async def warm(self) -> None:
        """Start the process ahead of the first report."""
        async with self._one:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(asyncio.wrap_future(self._running().submit(_warm)), self._seconds)

    async def render(self, report: Report) -> bytes:
        """The PDF: whole; if that fails without the transcript; if that fails too, the bare result."""
        async with self._one:
            for transcript in (True, False):
                pdf = await self._attempt(report, transcript)
                if pdf is not None:
                    return pdf
        return await asyncio.to_thread(plain_pdf, report)

    def pids(self) -> list[int]:
        """The processes now alive."""
        return list(self._pool._processes or ()) if self._pool else []

    def close(self) -> None:
        """End the process."""
        pool, self._pool = self._pool, None
        if pool is not None:
            _end(pool)

    async def _attempt(self, report: Report, transcript: bool) -> bytes | None:
        try:
            done = self._running().submit(render_now, report, transcript=transcript)
            return await asyncio.wait_for(asyncio.wrap_future(done), self._seconds)
        except asyncio.CancelledError:
            self.close()
            raise
        except Exception as problem:  # a time-out, a dead process, whatever the engine raised
            log.warning(
                "report_not_rendered",
                extra={
                    "report": report.id,
                    "transcript": transcript,
                    "problem": type(problem).__name__,
                },
            )
            self.close()
            return None

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                1,
                spawn,
                initializer=_limit,
                initargs=(self._memory,),
                max_tasks_per_child=TASKS,
            )
        return self._pool


def _end(pool: ProcessPoolExecutor) -> None:
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)
