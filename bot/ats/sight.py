"""What the watcher remembers: each application it has dealt with, and from when on it has to look again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.storage.store import Tables
from bot.storage.values import keep_value
from tracker.changes import Seen, ahead_of_utc, newest, news, stamp_of
from tracker.records import Application

MARKS: Final = "watch"
HOUR: Final = 3_600_000
KEPT_HOURS: Final = 24
SLACK_MS: Final = 5_000  # Tracker's clock and ours agree to within this, where it does not tell its own
STAMP_MS: Final = 1_000  # a stamp is a whole second, cut off


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Where the watcher stands. `newest`: the latest stamp met; `swept`: when the last whole look began, ms UTC.

    `turned`: when it last turned without a failure, ms UTC; `ahead`: minutes by which the tenant's clock was at least
    ahead of UTC, by the hour (since the epoch) in which that was seen.
    """

    newest: str = ""
    swept: int = 0
    turned: int = 0
    ahead: Mapping[str, int] = ()  # type: ignore[assignment]


def marks_of(tables: Tables) -> Marks:
    """Where the watcher stands."""
    row = tables["values"].first(name=MARKS)
    if row is None:
        return Marks(ahead={})
    return Marks(newest=row["newest"], swept=row["swept"], turned=row["turned"], ahead=dict(row["ahead"]))


def keep_marks(tables: Tables, marks: Marks) -> None:
    """Remember it."""
    keep_value(tables, MARKS, newest=marks.newest, swept=marks.swept, turned=marks.turned, ahead=dict(marks.ahead))


def having_met(marks: Marks, stamps: Iterable[str], now: int) -> Marks:
    """The marks after rows with these stamps were met at `now`."""
    met = [stamp for stamp in stamps if stamp]
    when = datetime.fromtimestamp(now / 1000, UTC)
    ahead, this_hour = ahead_of_utc(met, when), now // HOUR
    kept = {hour: minutes for hour, minutes in marks.ahead.items() if this_hour - int(hour) <= KEPT_HOURS}
    if ahead is not None:
        minutes = int(ahead / timedelta(minutes=1))
        kept[str(this_hour)] = max(minutes, kept.get(str(this_hour), minutes))
    return replace(marks, newest=newest([marks.newest, *met], when), ahead=kept)


def moment_of(marks: Marks, stamp: str, since: int) -> int | None:
    """The instant (ms UTC) of a stamp, or later, by what was seen of the tenant's clock since then; None where unknown."""
    local = stamp_of(stamp)
    seen = [minutes for hour, minutes in marks.ahead.items() if int(hour) >= since // HOUR]
    if local is None or not seen:
        return None
    return int((local - timedelta(minutes=max(seen))).replace(tzinfo=UTC).timestamp() * 1000)


def seen_of(tables: Tables, job: int, applications: Iterable[int]) -> dict[int, Seen]:
    """What is known of these applications."""
    found = ((id, tables["stages"].first(key=f"{job}:{id}")) for id in applications)
    return {id: _seen(row) for id, row in found if row is not None}


def _seen(row: Mapping[str, Any]) -> Seen:
    return Seen(status=row["status"], row_status=row.get("row", row["status"]), row_stamp=row.get("stamp", ""))


def remember(tables: Tables, row: Application, status: int | None) -> None:
    """The row is dealt with; `status` is where the application stands as far as is known."""
    key = f"{row.job_id}:{row.id}"
    doc = {"key": key, "job": row.job_id, "application": row.id, "status": status}
    doc |= {"row": row.status_id, "stamp": row.updated}
    old = tables["stages"].first(key=key)
    if old is None:
        tables["stages"].insert(doc)
    else:
        tables["stages"].update(doc, doc_ids=[old.doc_id])


def begin_watching(
    tables: Tables, job: int, rows: Sequence[Application], now: int, *,
    ahead: float | None = None, watched: Collection[int] = (),
) -> int:  # fmt: skip
    """Take the rows as the job's baseline: whoever comes after `now` is an arrival. Answers how many the baseline holds.

    `ahead`: seconds by which Tracker's clock is ahead of ours, or somewhat less; None where that is unknown. `watched`:
    statuses that were watched already, of which whoever came unseen stays an arrival though the job is mapped again.
    """
    seen = seen_of(tables, job, [row.id for row in rows])
    unseen = [row for row in news(seen, rows) if row.id not in seen or seen[row.id].status not in watched]
    coming = {row.id for row in unseen if row.status_id in watched}
    for row in rows:
        if row.id not in coming:
            remember(tables, row, row.status_id)
    until = now - SLACK_MS if ahead is None else now + int(ahead * 1000) - STAMP_MS
    earlier = {str(status): _begun(tables, job, status) for status in watched}
    keep_value(tables, f"watch:{job}", since=now, until=until, earlier=earlier)
    marks = having_met(marks_of(tables), [row.updated for row in rows], now)
    keep_marks(tables, replace(marks, swept=marks.swept or now))
    return len({row.id for row in rows} - coming)


def stood_before(tables: Tables, marks: Marks, row: Application) -> bool:
    """Whether the application was last touched before its status was watched: a search that lags told of it too late."""
    since, until = _begun(tables, row.job_id, row.status_id)
    moment = moment_of(marks, row.updated, since) if since else None
    return moment is not None and moment <= until


def _begun(tables: Tables, job: int, status: int | None) -> tuple[int, int]:
    """Since when that status of the job has been watched, and until when who came had come before; ms UTC."""
    row = tables["values"].first(name=f"watch:{job}")
    if row is None:
        return 0, 0
    since, until = row.get("earlier", {}).get(str(status)) or (row["since"], row.get("until"))
    return int(since), int(until or since - SLACK_MS)
