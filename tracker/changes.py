"""Which applications are new or moved since the last look; pure."""

from collections.abc import Iterable, Mapping

from tracker.records import Application


def changed(before: Mapping[int, int | None], rows: Iterable[Application]) -> list[Application]:
    """Applications that are new or whose status differs from `before` (id to last status id).

    Times are not looked at: Tracker's are local, and its search lags. A row that comes twice
    (pages overlap) is told once, with the later of its two states.
    """
    latest: dict[int, Application] = {}
    for each in rows:
        known = latest.get(each.id)
        if known is None or each.updated >= known.updated:
            latest[each.id] = each
    return [each for each in latest.values() if _differs(before, each)]


def _differs(before: Mapping[int, int | None], row: Application) -> bool:
    return row.id not in before or before[row.id] != row.status_id
