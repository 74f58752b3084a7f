"""Looking for what changed at a price that fits the budget: three looks, each spread over as many turns as it needs.

- The wide look asks for each trigger status, far enough back to miss nothing, in the whole tenant or job by job,
  whichever was cheaper. It alone moves the mark from which on we look.
- The quick look asks for the same from shortly before the newest stamp met, where the wide one does not fit one turn.
- The look for movers asks for every status from then on: who left a trigger stage is seen there.

A look that was begun is always read to its last page: Tracker's pages are unsorted.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tracker.changes import quick_floor
from tracker.client import TrackerClient
from tracker.errors import TrackerError
from tracker.records import Application

QUICK_PAGES: Final = 25  # in one turn
WIDE_PAGES: Final = 15
MOVERS_PAGES: Final = 8
SHARE: Final = 4  # the wide look and that for movers take at most a fourth of the calls each
FEW_PAGES: Final = 20  # a wide look of the whole tenant at this price is good enough
FORGET: Final = 6 * 3_600_000  # ms after which a price is measured anew

Scope: TypeAlias = tuple[int | None, int | None]  # job and status; None: all


@dataclass(slots=True, kw_only=True)
class Sweep:
    """One look under way. `told`: jobs (None: the tenant) of which one query told every status unasked."""

    began: int
    floor: str
    ahead: list[Scope]
    by_job: bool = False
    pages: int = 0
    told: set[int | None] = field(default_factory=set)
    foreign: bool = False  # rows of jobs that were not asked for
    early: bool = False  # rows from before the floor
    scope: Scope = (None, None)
    turning: AsyncIterator[list[Application]] | None = None
    error: TrackerError | None = None

    @property
    def over(self) -> bool:
        """Whether the last page was read."""
        return self.turning is None and not self.ahead

    async def step(self, client: TrackerClient, most: int) -> list[Application]:
        """At most so many pages more; what was read before a failure is not lost, and `error` keeps the failure."""
        found: list[Application] = []
        while most > 0 and not self.over and self.error is None:
            try:
                found += await self._page(client)
            except TrackerError as error:
                self.error = error
            most -= 1
        return found

    async def _page(self, client: TrackerClient) -> list[Application]:
        if self.turning is None:
            self.scope = self.ahead.pop(0)
            job, status = self.scope
            self.turning = client.applications.search(job_id=job, status_id=status, updated_after=self.floor)
        self.pages += 1
        page = await anext(self.turning, None)
        if page is None:
            self.turning = None
            self.ahead = [scope for scope in self.ahead if scope[0] not in self.told]
            return []
        self._look_at(page)
        return page

    def _look_at(self, page: list[Application]) -> None:
        job, status = self.scope
        if status is not None and any(row.status_id != status for row in page):
            self.told.add(job)
        self.foreign |= job is not None and any(row.job_id != job for row in page)
        self.early |= bool(self.floor) and any(row.updated and row.updated < self.floor for row in page)


class Look:
    """The looks of one process. `per_minute`: calls that all of us may make."""

    def __init__(self, per_minute: int) -> None:
        self._pause = 60_000 / per_minute * (SHARE - 1)  # ms of rest for each page read
        self._prices: dict[bool, tuple[int, int]] = {}  # of the wide look, job by job or not: pages, and when
        self._wide: Sweep | None = None
        self._quick: Sweep | None = None
        self._movers: Sweep | None = None
        self._wide_due = self._movers_due = self._quick_due = 0

    async def wide(
        self, client: TrackerClient, now: int, floor: str, jobs: Sequence[int], statuses: Sequence[int]
    ) -> list[Application]:
        """A step of the wide look."""
        if self._wide is None and now >= self._wide_due:
            by_job = self._cheaper_by_job(now, len(jobs))
            scopes: list[Scope] = [(job, status) for job in (jobs if by_job else [None]) for status in statuses]
            self._wide = Sweep(began=now, floor=floor, ahead=scopes, by_job=by_job)
        return await self._wide.step(client, WIDE_PAGES) if self._wide else []

    def _cheaper_by_job(self, now: int, jobs: int) -> bool:
        known = {way: pages for way, (pages, at) in self._prices.items() if now - at < FORGET}
        whole = known.get(False, 0)
        return whole > max(FEW_PAGES, 2 * jobs) and known.get(True, 0) < whole

    def wide_ended(self, now: int) -> int | None:
        """When the wide look that has come to its end began (ms UTC); None while it is under way."""
        sweep = self._wide
        if sweep is None or not sweep.over:
            return None
        self._prices[sweep.by_job] = (sweep.pages * (1000 if sweep.foreign else 1), now)
        self._wide_due, self._wide = now + int(sweep.pages * self._pause), None
        return sweep.began

    async def quick(self, client: TrackerClient, now: int, newest: str, statuses: Sequence[int]) -> list[Application]:
        """A step of the quick look; nothing where a wide one was whole in this turn, or stamps are not heeded."""
        floor = quick_floor(newest)
        if self._quick is None and (self._wide is None or not floor or now < self._quick_due):
            return []
        self._quick = self._quick or Sweep(began=now, floor=floor, ahead=[(None, status) for status in statuses])
        found = await self._quick.step(client, QUICK_PAGES)
        if self._quick.over:
            self._quick_due = now + FORGET if self._quick.early else 0
            self._quick = None
        return found

    async def movers(self, client: TrackerClient, now: int, newest: str) -> list[Application]:
        """A step of the look at every status."""
        floor = quick_floor(newest)
        if self._movers is None and (not floor or now < self._movers_due):
            return []
        self._movers = self._movers or Sweep(began=now, floor=floor, ahead=[(None, None)])
        found = await self._movers.step(client, MOVERS_PAGES)
        if self._movers.over:
            rest = FORGET if self._movers.early else int(self._movers.pages * self._pause)
            self._movers_due, self._movers = now + rest, None
        return found

    def failed(self) -> TrackerError | None:
        """The failure that a look met, told once; what was under way begins anew."""
        under_way = (self._wide, self._quick, self._movers)
        error = next((sweep.error for sweep in under_way if sweep and sweep.error), None)
        if error is not None:
            self._wide = self._quick = self._movers = None
        return error
