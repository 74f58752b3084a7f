"""Renderer: makes PDFs in a process of its own, so that no report can hold up or bring down the service."""

import asyncio
import contextlib
import logging
import multiprocessing
import resource
import tempfile
from concurrent.futures import ProcessPoolExecutor

from bot.reports.pdf import render_now
from bot.reports.plain import plain_pdf
from screening.report import Report

log = logging.getLogger(__name__)
SECONDS = 30.0
MEMORY = 1 << 30
TASKS = 100  # then a fresh process


def _limit(memory: int, folder: str) -> None:
    """In the worker: a bound on memory, and a place for its files that goes when it goes."""
    tempfile.tempdir = folder
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _warm() -> None:
    import bot.reports.engine  # noqa: F401


class _Worker:
    """One process and its folder."""

    def __init__(self, memory: int) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="greenroom-report-", ignore_cleanup_errors=True)
        spawn = multiprocessing.get_context("spawn")
        self.pool = ProcessPoolExecutor(
            1, spawn, initializer=_limit, initargs=(memory, self.folder.name), max_tasks_per_child=TASKS
        )

    def pids(self) -> list[int]:
        return list(self.pool._processes or ())

    def end(self) -> None:
        for process in list((self.pool._processes or {}).values()):
            process.kill()
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.folder.cleanup()


class Renderer:
    """Renders reports, one at a time. The process starts with the first report, or with `warm`."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        """Limits for one report: `seconds` of wall time, `memory` bytes of the process."""
        self._seconds, self._memory = seconds, memory
        self._worker: _Worker | None = None
        self._one = asyncio.Lock()

    async def warm(self) -> None:
        """Start the process ahead of the first report."""
        async with self._one:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(asyncio.wrap_future(self._running().pool.submit(_warm)), self._seconds)

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
        return self._worker.pids() if self._worker else []

    def close(self) -> None:
        """End the process."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    async def _attempt(self, report: Report, transcript: bool) -> bytes | None:
        try:
            done = self._running().pool.submit(render_now, report, transcript=transcript)
            return await asyncio.wait_for(asyncio.wrap_future(done), self._seconds)
        except asyncio.CancelledError:
            self.close()
            raise
        except Exception as problem:
            about = {"report": report.id, "transcript": transcript, "problem": type(problem).__name__}
            log.warning("report_not_rendered", extra=about)
            self.close()
            return None

    def _running(self) -> _Worker:
        if self._worker is None:
            self._worker = _Worker(self._memory)
        return self._worker
