"""Which applications are new or moved since the last look, and from when on to look; pure.

Tracker's stamps are local times without a zone, and its search index lags by up to hours. So two floors are used.
The quick one hangs on the newest stamp met so far: it needs no zone and holds for an index that lags evenly. The
wide one hangs on our own clock with room for any zone and for an index that lags unevenly.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from tracker.records import Application

QUICK: Final = timedelta(minutes=90)  # an hour that comes twice when the clocks go back, and half an hour of disorder
WIDE: Final = timedelta(hours=26)  # any zone (14 h) and a search index that is half a day late
EASTERNMOST: Final = timedelta(hours=14, minutes=15)  # no stamp of now is further ahead of UTC
ZONE_STEP: Final = timedelta(minutes=15)  # every zone's distance from UTC is a multiple of it
AGREEING: Final = timedelta(minutes=4)  # by which a stamp may seem younger than the moment at which it was met


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is known of an application: where it stands, and the index row (its status and stamp) that was dealt with."""

    status: int | None
    row_status: int | None = None
    row_stamp: str = ""


def changed(before: Mapping[int, int | None], rows: Iterable[Application]) -> list[Application]:
    """Applications that are new or whose status differs from `before` (id to last status id).

    Times are not looked at: Tracker's are local, and its search lags. A row that comes twice
    (pages overlap) is told once, with the later of its two states.
    """
    return [each for each in latest(rows) if each.id not in before or before[each.id] != each.status_id]


def news(seen: Mapping[int, Seen], rows: Iterable[Application]) -> list[Application]:
    """Rows that say something which no row dealt with before has said, each application once, in its latest state."""
    return [each for each in latest(rows) if _is_news(seen.get(each.id), each)]


def _is_news(seen: Seen | None, row: Application) -> bool:
    if seen is None or row.status_id != seen.row_status:
        return True
    return bool(row.updated) and row.updated != seen.row_stamp


def latest(rows: Iterable[Application]) -> list[Application]:
    """Each application once, in the later of its states."""
    found: dict[int, Application] = {}
    for each in rows:
        known = found.get(each.id)
        if known is None or each.updated >= known.updated:
            found[each.id] = each
    return list(found.values())


def stamp_of(text: str) -> datetime | None:
    """A stamp of Tracker's as a local time without a zone; None where it is none."""
    try:
        return datetime.fromisoformat(text.strip().removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        return None


def newest(stamps: Iterable[str], now: datetime) -> str:
    """The latest stamp that can be true at `now` (UTC); empty where there is none."""
    limit = now.astimezone(UTC).replace(tzinfo=None) + EASTERNMOST
    read = (found for text in stamps if (found := stamp_of(text)) is not None and found <= limit)
    last = max(read, default=None)
    return "" if last is None else last.isoformat(timespec="seconds")


def quick_floor(newest_stamp: str) -> str:
    """From when on to look for what is new at a glance; empty where no stamp was met yet."""
    last = stamp_of(newest_stamp) if newest_stamp else None
    return "" if last is None else (last - QUICK).isoformat(timespec="seconds")


def wide_floor(looked: datetime) -> str:
    """From when on to look so that nothing since `looked` (UTC, when the last whole look began) is missed."""
    return (looked.astimezone(UTC) - WIDE).replace(tzinfo=None).isoformat(timespec="seconds")


def ahead_of_utc(stamps: Iterable[str], now: datetime) -> timedelta | None:
    """How far the tenant's clock is ahead of UTC, or somewhat less: the truth is never below this.

    `stamps` were met at `now` and lie in its past, so the nearest of them bounds the zone from below; rounded up to
    the next fifteen minutes it still does, and is exact where something happened within the last ten minutes. A stamp
    may be a little younger than `now`, where it was read after the clock, or the clocks differ: that makes no quarter more.
    """
    last = stamp_of(newest(stamps, now))
    if last is None:
        return None
    least = last - now.astimezone(UTC).replace(tzinfo=None) - AGREEING
    return -(-least // ZONE_STEP) * ZONE_STEP
