"""The renderer: a process of its own, limits, and a PDF whatever happens."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator

import pytest

from bot.reports import render
from bot.reports.pdf import render_now
from bot.reports.render import Renderer
from screening.report import Report
from tests.reports.test_pdf import words
from tests.reports.test_report import made


@pytest.fixture
async def renderer() -> AsyncIterator[Renderer]:
    """A renderer that is closed afterwards."""
    one = Renderer()
    yield one
    one.close()


async def test_the_worker_makes_the_same_pdf_as_this_process(renderer: Renderer) -> None:
    assert await renderer.render(made()) == render_now(made())


async def test_many_reports_at_once_all_arrive(renderer: Renderer) -> None:
    pdfs = await asyncio.gather(*(renderer.render(made(revision=n)) for n in range(1, 5)))
    assert len({bytes(p) for p in pdfs}) == 4


async def test_a_killed_worker_costs_only_the_transcript_of_one_report(renderer: Renderer) -> None:
    await renderer.warm()
    os.kill(renderer.pids()[0], signal.SIGKILL)
    assert "89/100" in words(await renderer.render(made()))
    assert await renderer.render(made()) == render_now(made())


async def test_what_takes_too_long_ends_in_the_bare_result() -> None:
    one = Renderer(seconds=0.001)
    try:
        said = words(await one.render(made()))
    finally:
        one.close()
    assert "89/100" in said and "full layout could not be made" in said


async def test_too_little_memory_ends_in_the_bare_result() -> None:
    one = Renderer(memory=1 << 20)
    try:
        assert "89/100" in words(await one.render(made()))
    finally:
        one.close()


def _only_without_transcript(report: Report, *, transcript: bool) -> bytes:
    if transcript:
        raise ValueError("too much")
    return b"%PDF- short"


async def test_a_report_that_fails_is_tried_without_its_transcript(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "render_now", _only_without_transcript)
    assert await renderer.render(made()) == b"%PDF- short"


async def test_closing_twice_and_rendering_after_it_is_fine(renderer: Renderer) -> None:
    renderer.close()
    renderer.close()
    assert (await renderer.render(made())).startswith(b"%PDF-")


async def test_a_cancelled_report_ends_its_worker(renderer: Renderer) -> None:
    await renderer.warm()
    task = asyncio.create_task(renderer.render(made()))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await renderer.render(made())).startswith(b"%PDF-")
