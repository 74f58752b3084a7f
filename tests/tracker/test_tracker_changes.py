"""Stage changes: none missed, none told twice."""

import random
from dataclasses import replace
from itertools import groupby, pairwise

import pytest

from tracker.changes import changed
from tracker.records import Application


def row(key: int, status: int | None, updated: str = "") -> Application:
    """An application at a status."""
    return Application(id=key, job_id=1, candidate_id=key, status_id=status, updated=updated)


def ids(rows: list[Application]) -> list[int]:
    """Their ids."""
    return [each.id for each in rows]


def test_new_and_moved_applications_are_told_and_the_others_are_not() -> None:
    before = {1: 11, 2: 11, 3: None, 4: 12}
    rows = [row(1, 11), row(2, 12), row(3, 11), row(4, None), row(5, 11), row(6, None)]
    assert ids(changed(before, rows)) == [2, 3, 4, 5, 6]


def test_an_application_that_is_not_among_the_rows_has_not_changed() -> None:
    assert changed({1: 11}, []) == []


def test_a_row_that_comes_twice_is_told_once_in_its_later_state() -> None:
    rows = [row(1, 12, "2026-06-02T10:00:00"), row(1, 11, "2026-06-01T10:00:00")]
    for order in (rows, rows[::-1]):
        assert [each.status_id for each in changed({1: 11}, order)] == [12]
    assert changed({1: 12}, rows) == []


def test_times_are_not_looked_at_to_tell_a_change() -> None:
    edited = replace(row(1, 11), updated="2027-01-01T00:00:00")
    assert changed({1: 11}, [edited]) == []


DAYS, MOST_LAG = 1000, 3


class Years:
    """A job over many days: people apply and are moved; the search tells it late and untidily."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.truth: dict[int, int] = {}
        self.days: list[dict[int, int]] = [{}]
        self.states: dict[int, list[tuple[int, int]]] = {}  # application: day and status

    def pass_a_day(self) -> None:
        """Up to three applications or moves, also back to a status held before."""
        for _ in range(self.chance.randrange(4)):
            newest = len(self.truth) + 1
            key = self.chance.choice([*range(1, newest), newest, newest])
            status = self.chance.choice([s for s in (11, 12, 13) if s != self.truth.get(key)])
            self.truth[key] = status
            self.states.setdefault(key, []).append((len(self.days), status))
        self.days.append(dict(self.truth))

    def search(self, lag: int) -> list[Application]:
        """Rows as the index knew them, some twice with an older state, in no order."""
        seen = self.days[max(0, len(self.days) - 1 - lag)]
        older = self.days[max(0, len(self.days) - 2 - lag)]
        rows = [row(key, status, "2") for key, status in seen.items()]
        again = self.chance.sample(sorted(older), len(older) // 4)
        rows += [row(key, older[key], "1") for key in again]
        self.chance.shuffle(rows)
        return rows

    def lasting(self, key: int) -> list[int]:
        """The application's statuses that held long enough for a lagging search to show them."""
        held = self.states[key]
        ends = [day for day, _ in held[1:]] + [DAYS + 2 * MOST_LAG]
        spans = zip(held, ends, strict=True)
        lasted = [status for (day, status), end in spans if end - day > MOST_LAG]
        return [status for status, _ in groupby(lasted)]  # away and back unseen is no change


@pytest.mark.parametrize("seed", range(5))
def test_over_a_thousand_days_no_lasting_change_is_missed_and_none_is_told_twice(seed: int) -> None:
    years = Years(seed)
    known: dict[int, int | None] = {}
    told: dict[int, list[int]] = {}
    for day in range(DAYS + 1):
        lag = years.chance.randrange(MOST_LAG + 1) if day < DAYS else 0
        for each in changed(known, years.search(lag)):
            live = years.truth[each.id]  # get-by-id does not lag
            if known.get(each.id) != live:
                told.setdefault(each.id, []).append(live)
                known[each.id] = live
        if day < DAYS:
            years.pass_a_day()
    assert told.keys() == years.truth.keys()
    for key, steps in told.items():
        assert all(earlier != later for earlier, later in pairwise(steps))
        assert steps[-1] == years.truth[key]
        assert is_within(years.lasting(key), steps)


def is_within(wanted: list[int], steps: list[int]) -> bool:
    """Whether the steps hold the wanted ones in their order."""
    rest = iter(steps)
    return all(each in rest for each in wanted)
