"""From when on to look: whatever the zone, the lag of the search index, an outage or the change of the clocks."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.changes import Seen, ahead_of_utc, newest, news, quick_floor, stamp_of, wide_floor
from tracker.records import Application

ANYWHERE, TRIGGER = 11, 12
DAYS, POLL = 1000, timedelta(hours=1)
LATEST = timedelta(hours=6)  # by which the search index lags at most
LONGEST = timedelta(hours=38)  # that a change lasts while nobody looks


def local(at: datetime, zone: str) -> str:
    """An instant as Tracker writes it."""
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M:%S")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Los_Angeles", "Asia/Kathmandu"])
def test_the_wide_floor_lies_before_whatever_the_index_may_still_owe_us_in_any_zone(zone: str) -> None:
    looked = datetime(2026, 6, 3, 16, tzinfo=UTC)
    owed = looked - timedelta(hours=11, minutes=59)  # the index is half a day late
    assert wide_floor(looked) < local(owed, zone)


def test_the_quick_floor_lies_before_the_hour_that_comes_twice() -> None:
    assert quick_floor("2026-11-01T01:59:59") == "2026-11-01T00:29:59"
    assert quick_floor("") == quick_floor("yesterday") == ""


def test_a_stamp_that_cannot_be_of_now_anywhere_is_not_believed() -> None:
    now = datetime(2026, 6, 3, 16, tzinfo=UTC)
    kiritimati = local(now, "Pacific/Kiritimati")
    assert newest(["2099-01-01T00:00:00", kiritimati, "nonsense", ""], now) == kiritimati
    assert newest([], now) == ""
    assert stamp_of("2026-06-03T16:00:00.123Z") == datetime(2026, 6, 3, 16, 0, 0, 123000)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Los_Angeles", "Asia/Kathmandu"])
def test_the_tenants_clock_is_known_exactly_after_something_happened_and_never_put_too_far_ahead(zone: str) -> None:
    now = datetime(2026, 6, 3, 16, tzinfo=UTC)
    truth = now.astimezone(ZoneInfo(zone)).utcoffset()
    assert truth is not None
    assert ahead_of_utc([local(now - timedelta(minutes=10), zone)], now) == truth
    for hours in range(1, 14):
        guess = ahead_of_utc([local(now - timedelta(hours=hours), zone)], now)
        assert guess is not None and guess <= truth
    assert ahead_of_utc([], now) is None
    for seconds in (0.5, 5, 200):  # read a moment after the clock was asked
        assert ahead_of_utc([local(now + timedelta(seconds=seconds), zone)], now) == truth


@dataclass
class History:
    """One application: where it stood from when on, and when the index told of it."""

    id: int
    truth: list[tuple[datetime, int]] = field(default_factory=list)
    told: list[tuple[datetime, int, str]] = field(default_factory=list)  # shown from, status, stamp

    def stands(self, at: datetime) -> int:
        """Where it stood then."""
        return [status for when, status in self.truth if when <= at][-1]

    def row(self, at: datetime) -> Application | None:
        """What the index says of it then."""
        known = [(status, stamp) for shown, status, stamp in self.told[-6:] if shown <= at]
        return None if not known else Application(
            id=self.id, job_id=1, candidate_id=self.id, status_id=known[-1][0], updated=known[-1][1]
        )  # fmt: skip


class Years:
    """A job through the years, its index, and a watcher that was away now and then."""

    def __init__(self, seed: int, zone: str) -> None:
        self.chance, self.zone = random.Random(seed), zone
        self.people: dict[int, History] = {}
        self.entries = 0

    def people_work(self, at: datetime, *, watched: bool) -> None:
        """Somebody applies, is moved to the trigger or away from it, or is edited."""
        deed = self.chance.random()
        if deed > 0.4:
            return
        if deed < 0.1 or not self.people:
            who = History(len(self.people) + 1)
            self.people[who.id] = who
            self._put(who, at, ANYWHERE)
            return
        who = self.people[self.chance.choice([*self.people][-30:])]
        if at - who.truth[-1][0] < (LATEST + 6 * POLL if watched else LONGEST):
            return  # what is undone before anybody can see it is no change
        stood = who.stands(at)
        status = stood if deed > 0.35 else TRIGGER if stood == ANYWHERE else ANYWHERE
        self.entries += status == TRIGGER != stood
        self._put(who, at, status)

    def _put(self, who: History, at: datetime, status: int) -> None:
        late = self.chance.random() * LATEST if self.chance.random() < 0.3 else timedelta(seconds=5)
        shown = max(at + late, who.told[-1][0] if who.told else at)
        who.truth.append((at, status))
        who.told.append((shown, status, local(at, self.zone)))

    def search(self, at: datetime, floor: str) -> Iterator[Application]:
        """What the index has from the floor on."""
        for who in list(self.people.values())[-50:]:
            row = who.row(at)
            if row is not None and row.updated >= floor:
                yield row


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Australia/Lord_Howe", "Pacific/Kiritimati"])
def test_in_a_thousand_days_of_lag_outages_and_changing_clocks_no_entry_is_missed_and_none_is_told_twice(
    zone: str,
) -> None:
    years = Years(7, zone)
    seen: dict[int, Seen] = {}
    told: dict[int, int] = {}
    at = datetime(2026, 1, 1, tzinfo=UTC)
    latest, swept, away = "", at, at
    for turn in range(24 * DAYS):
        at += POLL
        years.people_work(at, watched=at >= away + 4 * POLL)
        if at < away:
            continue
        if years.chance.random() < 0.006:
            away = at + timedelta(hours=years.chance.choice([1, 6, 30]))
        wide = turn % 3 == 0
        rows = list(years.search(at, wide_floor(swept) if wide else quick_floor(latest)))
        for row in news(seen, rows):
            known, live = seen.get(row.id), years.people[row.id].stands(at)
            standing = known is not None and known.status == TRIGGER
            told[row.id] = told.get(row.id, 0) + (row.status_id == TRIGGER and live == TRIGGER and not standing)
            looked = live if row.status_id == TRIGGER and not standing else row.status_id
            seen[row.id] = Seen(status=looked, row_status=row.status_id, row_stamp=row.updated)
        latest = newest([latest, *(row.updated for row in rows)], at)
        swept = at if wide else swept
    truth = {
        who.id: sum(b == TRIGGER != a for (_, a), (when, b) in zip(who.truth, who.truth[1:], strict=False))
        for who in years.people.values()
    }
    late = {who.id for who in years.people.values() if at - who.truth[-1][0] < LATEST + timedelta(days=2)}
    assert years.entries > 1000
    assert {k: v for k, v in told.items() if v and k not in late} == {
        k: v for k, v in truth.items() if v and k not in late
    }
