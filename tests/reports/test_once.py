"""Once: what Slack and Tracker get is one rendering."""

import asyncio

import pytest

from bot.reports.once import Once
from screening.report import Report
from tests.reports.test_report import made


class Press:
    """Counts what it renders; `broken` makes it fail."""

    def __init__(self) -> None:
        self.rendered: list[Report] = []
        self.broken = False

    async def render(self, report: Report) -> bytes:
        self.rendered.append(report)
        await asyncio.sleep(0)
        if self.broken:
            raise OSError("no paper")
        return f"{report.id} {len(self.rendered)}".encode()


async def test_two_who_want_the_same_report_get_one_rendering_even_at_once() -> None:
    press = Press()
    once = Once(press.render)
    both = await asyncio.gather(once.render(made()), once.render(made()))
    assert {*both, await once.render(made())} == {both[0]}
    assert len(press.rendered) == 1


async def test_a_new_revision_is_rendered_anew() -> None:
    press = Press()
    once = Once(press.render)
    assert await once.render(made(revision=1)) != await once.render(made(revision=2))


async def test_a_failure_is_not_kept() -> None:
    press = Press()
    once = Once(press.render)
    press.broken = True
    with pytest.raises(OSError, match="no paper"):
        await once.render(made())
    press.broken = False
    assert await once.render(made())


async def test_only_the_latest_few_are_kept() -> None:
    press = Press()
    once = Once(press.render)
    for revision in range(1, 12):
        await once.render(made(revision=revision))
    await once.render(made(revision=11))
    await once.render(made(revision=1))
    assert len(press.rendered) == 12


async def test_who_stops_waiting_stops_nobody_else() -> None:
    press = Press()
    once = Once(press.render)
    first = asyncio.ensure_future(once.render(made()))
    await asyncio.sleep(0)
    first.cancel()
    assert await once.render(made())
    assert len(press.rendered) == 1
