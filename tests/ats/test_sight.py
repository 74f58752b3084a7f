"""Who stood at a stage before its job was mapped, told from who came right after: by Tracker's own clock where it tells it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.ats.sight import HOUR, Marks, begin_watching, stood_before
from bot.storage.repositories import SPECS
from bot.storage.store import open_inline_store
from tracker.clock import Clock
from tracker.records import Application

NOON = datetime(2026, 6, 3, 12, tzinfo=UTC)
NOW = int(NOON.timestamp() * 1000)
MARKS = Marks(ahead={str(NOW // HOUR): 0})  # a tenant on UTC


def clock(*dates: tuple[float, int]) -> Clock:
    """A clock that met dates: seconds past noon when each came, and the second that stood in it."""
    at = [NOON.timestamp()]
    made = Clock(lambda: at[0])
    for came, said in dates:
        at[0] = NOON.timestamp() + came
        made.met(f"Wed, 03 Jun 2026 12:00:{said:02d} GMT")
    return made


def test_the_latest_of_several_dates_is_nearest_to_the_truth_and_nonsense_is_not_believed() -> None:
    assert clock().ahead is None
    dated = clock((3.9, 3), (5.1, 5), (7.6, 7))
    assert dated.ahead == pytest.approx(-0.1, abs=0.01)
    dated.met("Wed, 03 Jun 1998 12:00:00 GMT")
    dated.met("no date")
    dated.met(None)
    assert dated.ahead == pytest.approx(-0.1, abs=0.01)


@pytest.mark.parametrize(
    ("ahead", "stamp", "before"),
    [
        (0.0, "2026-06-03T11:59:58", True),  # two seconds before: the search tells of them late
        (0.0, "2026-06-03T12:00:00", False),
        (-3.0, "2026-06-03T11:59:58", False),  # Tracker's clock is behind: they came right after
        (-3.0, "2026-06-03T11:59:55", True),
        (120.0, "2026-06-03T12:01:30", True),  # Tracker's clock is ahead
        (120.0, "2026-06-03T12:02:01", False),
        (None, "2026-06-03T11:59:58", False),  # it does not tell its clock: the doubt is theirs
        (None, "2026-06-03T11:59:50", True),
    ],
)
async def test_who_stood_there_is_told_from_who_came_by_trackers_clock(
    ahead: float | None, stamp: str, before: bool
) -> None:
    store = open_inline_store(":memory:", SPECS)
    row = Application(id=7, job_id=1020, candidate_id=70, status_id=12, updated=stamp)
    await store.run(lambda t: begin_watching(t, 1020, [], NOW, ahead=ahead))
    assert await store.read(lambda t: stood_before(t, MARKS, row)) is before
    await store.close()


async def test_a_status_that_was_watched_before_keeps_its_own_beginning_when_the_job_is_mapped_again() -> None:
    store = open_inline_store(":memory:", SPECS)
    came = Application(id=7, job_id=1020, candidate_id=70, status_id=12, updated="2026-06-03T12:00:30")
    await store.run(lambda t: begin_watching(t, 1020, [], NOW, ahead=0.0))
    there = await store.run(lambda t: begin_watching(t, 1020, [came], NOW + 60_000, ahead=0.0, watched=(12,)))
    assert there == 0
    assert not await store.read(lambda t: stood_before(t, MARKS, came))
    assert await store.read(lambda t: stood_before(t, MARKS, replace(came, status_id=13)))
    await store.run(lambda t: begin_watching(t, 1020, [], NOW + 120_000, ahead=0.0))  # it was unmapped meanwhile
    assert await store.read(lambda t: stood_before(t, MARKS, came))
    await store.close()
