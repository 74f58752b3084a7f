"""Looking for what changed at a price that fits the budget: three looks, each spread over as many turns as it needs.

- The look for movers asks the whole tenant for every status from shortly before the newest stamp met: who left a
  trigger stage is seen there. It also proves that the whole tenant can be asked at once: it must tell of that stamp.
- The wide look asks for each trigger status, far enough back to miss nothing, in the whole tenant or job by job,
  whichever was cheaper; where the tenant cannot be asked, job by job for every status. It alone moves the mark from
  which on we look.
- The quick look asks for each trigger status from shortly before the newest stamp, where the wide one does not fit
  one turn.

A look that was begun is always read to its last page: Tracker's pages are unsorted.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tracker.changes import quick_floor
from tracker.client import TrackerClient
from tracker.errors import TrackerError, TrackerInvalid, TrackerNotFound
from tracker.records import Application

QUICK_PAGES: Final = 25  # in one turn
WIDE_PAGES: Final = 15
JOBS_PAGES: Final = 30  # of the wide look where the tenant cannot be asked at once
MOVERS_PAGES: Final = 8
SHARE: Final = 4  # the wide look and that for movers take at most a fourth of the calls each
FEW_PAGES: Final = 20  # a wide look of the whole tenant at this price is good enough
TOLD: Final = 60_000  # ms for which the look for movers rests after a wide one that told of every status
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
    rows: int = 0
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
            except (TrackerInvalid, TrackerNotFound) as error:
                if self.scope[0] is not None:
                    self.error = error
                self.turning = None  # the whole tenant cannot be asked
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
            self.ahead = [scope for scope in self.ahead if not self._told(scope)]
            return []
        self._look_at(page)
        return page

    def _told(self, scope: Scope) -> bool:
        """Whether what was read tells of that scope too: its job heeds no status, or no job is heeded."""
        return scope[0] in self.told or (self.foreign and (scope[1] == self.scope[1] or self.scope[0] in self.told))

    def _look_at(self, page: list[Application]) -> None:
        job, status = self.scope
        self.rows += len(page)
        if status is not None and any(row.status_id != status for row in page):
            self.told.add(job)
        self.foreign |= job is not None and any(row.job_id != job for row in page)
        self.early |= bool(self.floor) and any(row.updated and row.updated < self.floor for row in page)


class Look:
    """The looks of one process. `per_minute`: calls that all of us may make."""

    def __init__(self, per_minute: int) -> None:
        self._call = 60_000 / per_minute  # ms
        self._prices: dict[bool, tuple[int, int]] = {}  # of the wide look, job by job or not: pages, and when
        self._whole = False  # whether the tenant can be asked at once
        self._wide: Sweep | None = None
        self._quick: Sweep | None = None
        self._movers: Sweep | None = None
        self._wide_due = self._movers_due = self._quick_due = 0

    async def movers(self, client: TrackerClient, now: int, newest: str) -> list[Application]:
        """A step of the look at every status."""
        floor = quick_floor(newest)
        if self._movers is None and (not floor or now < self._movers_due):
            return []
        self._movers = self._movers or Sweep(began=now, floor=floor, ahead=[(None, None)])
        found = await self._movers.step(client, MOVERS_PAGES)
        self._whole = self._whole or bool(self._movers.rows)
        if self._movers.over:
            self._whole = bool(self._movers.rows)
            useless = self._movers.early or not self._whole
            self._movers_due = now + (FORGET if useless else self._rest(self._movers, SHARE))
            self._movers = None
        return found

    def _rest(self, sweep: Sweep, share: int) -> int:
        """ms for which a look rests, so that it takes that part of the calls."""
        return int(sweep.pages * self._call * (share - 1))

    async def wide(
        self, client: TrackerClient, now: int, floor: str, jobs: Sequence[int], statuses: Sequence[int]
    ) -> list[Application]:
        """A step of the wide look."""
        if self._wide is None and now >= self._wide_due:
            by_job = not self._whole or self._cheaper_by_job(now, len(jobs))
            asked: list[int | None] = [*statuses] if self._whole else [None]
            scopes: list[Scope] = [(job, status) for job in (jobs if by_job else [None]) for status in asked]
            self._wide = Sweep(began=now, floor=floor, ahead=scopes, by_job=by_job)
        return await self._wide.step(client, WIDE_PAGES if self._whole else JOBS_PAGES) if self._wide else []

    def _cheaper_by_job(self, now: int, jobs: int) -> bool:
        known = {way: pages for way, (pages, at) in self._prices.items() if now - at < FORGET}
        whole = known.get(False, 0)
        return whole > max(FEW_PAGES, 2 * jobs) and known.get(True, 0) < whole

    def wide_ended(self, now: int) -> int | None:
        """When the wide look that has come to its end began (ms UTC); None while it is under way."""
        sweep = self._wide
        if sweep is None or not sweep.over:
            return None
        if None in sweep.told:  # it told of every status: whoever left was among them
            self._movers_due = max(self._movers_due, now + TOLD)
        if self._whole:
            self._prices[sweep.by_job] = (sweep.pages * (1000 if sweep.foreign else 1), now)
        self._wide_due, self._wide = now + (self._rest(sweep, SHARE) if self._whole else 0), None
        return sweep.began

    async def quick(self, client: TrackerClient, now: int, newest: str, statuses: Sequence[int]) -> list[Application]:
        """A step of the quick look; nothing where a wide one was whole in this turn, or stamps are not heeded."""
        floor = quick_floor(newest)
        if self._quick is None and (self._wide is None or not self._whole or now < self._quick_due):
            return []
        found, left = [], QUICK_PAGES  # type: tuple[list[Application], int]
        while left > 0:
            self._quick = self._quick or Sweep(began=now, floor=floor, ahead=[(None, status) for status in statuses])
            before, older = self._quick.pages, self._quick.began < now
            found += await self._quick.step(client, left)
            left -= self._quick.pages - before
            if not self._quick.over:
                break
            self._quick_due = now + FORGET if self._quick.early else 0
            self._quick = None
            if not older:  # what was begun before may have passed over somebody: then one more is begun
                break
        return found

    def failed(self) -> TrackerError | None:
        """The failure that a look met, told once; what was under way begins anew."""
        under_way = (self._wide, self._quick, self._movers)
        error = next((sweep.error for sweep in under_way if sweep and sweep.error), None)
        if error is not None:
            self._wide = self._quick = self._movers = None
        return error
