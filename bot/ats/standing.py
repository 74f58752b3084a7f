"""Who stands at the given statuses of a job, as the search index knows it, at the price of those alone where it can be asked so."""

from collections.abc import Collection, Iterable

from tracker.client import TrackerClient
from tracker.records import Application


async def standing(client: TrackerClient, job: int, statuses: Iterable[int]) -> list[Application]:
    """Everyone of the job at one of the statuses, each once."""
    wanted, found = tuple(statuses), {}  # type: tuple[tuple[int, ...], dict[int, Application]]
    for status in wanted:
        whole = False
        async for page in client.applications.search(job_id=job, status_id=status):
            found |= {row.id: row for row in page}
            whole = whole or any(row.status_id != status for row in page)
        if whole:  # the status was not heeded: that was everybody
            break
    return [row for row in found.values() if row.job_id == job and row.status_id in wanted]


async def elsewhere(client: TrackerClient, job: int, statuses: Collection[int], most_pages: int) -> list[Application]:
    """Those of the job who stand at none of the statuses; at most so many pages are turned."""
    found: list[Application] = []
    async for page in client.applications.search(job_id=job):
        found += [row for row in page if row.job_id == job and row.status_id not in statuses]
        most_pages -= 1
        if not most_pages:
            break
    return found
