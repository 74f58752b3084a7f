"""The resume step's delivery: fetch what Tracker has, read it in the guarded child, and tell the screening."""

from collections.abc import Callable

from bot.ats.resumes import CandidateFiles, Listed
from bot.outbox.delivery import Delivery
from bot.resumes.convert import Converter
from bot.resumes.found import Found, Unreadable, Why
from bot.storage.repositories import Repositories
from bot.storage.store import Store, Tables
from screening.errors import Fate, PortFailed
from screening.events import Read
from screening.screener import apply
from screening.screening import Screening
from screening.scripts.script import Modality
from screening.steps import channel_of


class ResumeDelivery:
    """Reads one resume. Doing it twice changes nothing: a step that is over hears nothing more."""

    stale_ms = 0

    def __init__(
        self,
        store: Store,
        records: Callable[[Tables], Repositories],
        files: CandidateFiles,
        converter: Converter,
        now: Callable[[], int],
    ) -> None:
        self._store, self._records, self._files = store, records, files
        self._converter, self._now = converter, now

    async def call(self, d: Delivery) -> str:
        """Read it, or say why there is none."""
        s = await self._store.read(lambda t: self._waiting(t, d.screening))
        if s is not None:
            event = await self._read(s)
            await self._store.run(lambda t: self._tell(t, d.screening, event))
        return d.key

    async def look_up(self, d: Delivery, taken: frozenset[str]) -> str | None:
        """Never: it may be done again."""
        return None

    async def _read(self, s: Screening) -> Read:
        first = Read(why="none")
        for listed in await self._files.resumes(s.candidate.id):
            read = await self._one(s, listed)
            if read.text:
                return read
            first = read if first.why == "none" else first
        return first

    async def _one(self, s: Screening, listed: Listed) -> Read:
        try:
            file = await self._files.fetch(s.candidate.id, listed)
            found = await self._text(file.data)
        except Unreadable as error:
            return Read(file=listed.name, why=error.why.value)
        except PortFailed as error:
            if error.fate is not Fate.REFUSED:
                raise
            return Read(file=listed.name, why="unreachable")
        return Read(file=file.name, text=found.text, hidden=found.hidden)

    async def _text(self, data: bytes | None) -> Found:
        if data is None:
            raise Unreadable(Why.LARGE)
        return await self._converter.convert(data)

    def _waiting(self, tables: Tables, id: str) -> Screening | None:
        records = self._records(tables)
        s = records.screening(id)
        script = records.script(s.script) if s else None
        waits = s is not None and script is not None and s.open and channel_of(s, script) is Modality.RESUME
        return s if waits else None

    def _tell(self, tables: Tables, id: str, event: Read) -> None:
        s = self._waiting(tables, id)
        if s is not None:
            apply(self._records(tables), s, event, self._now())
