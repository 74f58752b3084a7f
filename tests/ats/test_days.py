"""A share of the thousand days (`make days`): the two weeks in which the clocks change."""

from datetime import UTC, datetime

import pytest

from tests.ats.days import run


@pytest.mark.parametrize("start", [datetime(2026, 3, 6, 8, tzinfo=UTC), datetime(2026, 10, 30, 8, tzinfo=UTC)])
async def test_days_in_which_the_clocks_change_miss_nobody_and_repeat_nobody(start: datetime) -> None:
    found = await run(4, start, seed=int(start.timestamp()))
    assert found.stayed >= 8
    assert (found.missed, found.repeated, found.strangers) == (0, 0, 0)
    assert found.most_calls_a_minute <= 60
