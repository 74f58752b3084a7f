"""Once: the report that two ways send is rendered once, so that Slack and Tracker hold the same file."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from screening.report import Report

KEPT: Final = 8  # reports; a PDF has some 100 KB


class Once:
    """Gives again what was rendered lately, or is being rendered; the moment of rendering does not tell reports apart."""

    def __init__(self, render: Callable[[Report], Awaitable[bytes]]) -> None:
        self._render = render
        self._kept: list[tuple[Report, asyncio.Future[bytes]]] = []

    async def render(self, report: Report) -> bytes:
        """The PDF. A failure is not kept, and who stops waiting stops nobody else."""
        known = replace(report, generated="", generated_at=0)
        found = next((task for kept, task in self._kept if kept == known), None)
        if found is None:
            found = asyncio.ensure_future(self._render(report))
            self._kept = [*self._kept[1 - KEPT :], (known, found)]
        try:
            return await asyncio.shield(found)
        except BaseException:
            if found.done():
                self._kept = [(kept, task) for kept, task in self._kept if task is not found]
            raise
