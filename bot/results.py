"""A result as every way out needs it: the screening, its script and its scorecard, read in one snapshot."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.agent import Mapping
from screening.errors import Fate, PortFailed
from screening.scoring import Scorecard, score
from screening.screening import Screening, Status
from screening.scripts.script import Script
from screening.understanding import ENGINE

WRITTEN = frozenset({"activity", "milestone", "document"})  # ways out by which a result reaches Tracker
OFF = "off"  # what one person is written as: not at all
ENDINGS = {
    Status.IN_PROGRESS: "in progress",
    Status.COMPLETED: "completed",
    Status.KNOCKED_OUT: "a must-have is not met",
    Status.OPTED_OUT: "opted out of texts",
    Status.NOT_INTERESTED: "not interested",
    Status.WRONG_NUMBER: "wrong number",
    Status.HUMAN_REQUESTED: "asks for a person",
    Status.EXPIRED: "did not answer in time",
    Status.WITHDRAWN: "withdrawn",
    Status.UNREACHABLE: "could not be reached",
}


def held(s: Screening) -> bool:
    """Whether somebody put it on hold: decided for now, and still to be decided on."""
    return s.decided.startswith("On hold")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How far the writing to Tracker is. `state`: none, waiting, written, failed; `why` where it is failed or waits."""

    state: str = "none"
    why: str = ""


def written_of(tables: Tables, id: str, revision: int) -> Written:
    """The writing of a result: its Activity, and its PDF where there is one."""
    keys = (f"activity:{id}:{revision}", f"document:{id}:{revision}")
    found = [row for key in keys if (row := tables["outbox"].first(key=key)) is not None]
    rows = [row for row in found if not (row["state"] == "dropped" and row["code"] == OFF)]
    failed = [row for row in rows if row["state"] in ("parked", "dropped")]
    if failed:
        return Written(state="failed", why=str(failed[0]["reason"]))
    behind = [row for row in rows if row["state"] != "done"]
    if behind:
        return Written(state="waiting", why=str(next((row["reason"] for row in behind if row["reason"]), "")))
    return Written(state="written" if rows else "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One result; `file` is the PDF's exact name."""

    screening: Screening
    script: Script
    card: Scorecard
    mapping: Mapping | None
    reopened: dict[str, Any] = field(default_factory=dict)  # question, by, at: while it is asked again
    written: Written = field(default_factory=lambda: Written())

    @property
    def score_words(self) -> str:
        """`84/100`, or the ending in words."""
        return self.ending if self.card.score is None else f"{self.card.score}/100"

    @property
    def ending(self) -> str:
        """How it ended, and why nothing was scored where the law forbids it."""
        why = f", not scored: {self.screening.unscored}" if self.screening.unscored else ""
        return f"{ENDINGS[self.screening.status]}{why}"

    @property
    def file(self) -> str:
        """The report of the present revision."""
        return self.file_of(self.screening.revision)

    def file_of(self, revision: int) -> str:
        """The report of that revision: its name sorts by job, and holds id and revision, so that it can be looked up."""
        s = self.screening
        name = "".join(c for c in s.candidate.name if c.isalnum() or c in " -").strip()[:60] or "Candidate"
        return f"Screening {s.job.id} {name} {s.id} r{revision}.pdf"


class Results:
    """Reads results."""

    def __init__(self, store: Store, records: Callable[[Tables], Repositories]) -> None:
        self._store, self._records = store, records

    async def of(self, id: str) -> Result:
        """The result of that screening; PortFailed where it is gone."""
        result = await self._store.read(lambda t: self._read(t, id))
        if result is None:
            raise PortFailed(f"{id} is no longer in the store", fate=Fate.REFUSED)
        return result

    def _read(self, tables: Tables, id: str) -> Result | None:
        records = self._records(tables)
        s = records.screening(id)
        script = records.script(s.script) if s else None
        if s is None or script is None:
            return None
        return Result(
            screening=s,
            script=script,
            card=score(s, script, ENGINE),
            mapping=records.mapping(s.job.id),
            reopened=records.value(f"reopened:{id}"),
            written=written_of(tables, id, s.revision),
        )
