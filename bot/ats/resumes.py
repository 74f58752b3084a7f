"""The candidate's resume among the files that Tracker keeps."""

import re
from dataclasses import dataclass
from typing import Final

from bot.ats.connection import Connection
from bot.ats.errors import not_connected, translated
from screening.errors import Fate, PortFailed
from tracker.client import TrackerClient
from tracker.errors import TrackerTooLarge
from tracker.records import Document

TRIED: Final = 3  # files, best first
OURS: Final = re.compile(r"Screening \d+ .* GR-[0-9A-Z]+ r\d+\.pdf")  # our own reports are no resume
NAMED: Final = re.compile(r"(?<![^\W_])(?:resume|résumé|cv|curriculum|curr[ií]culo|lebenslauf)", re.IGNORECASE)
KINDS: Final = ("resume", "agencyresume")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file that may be the resume."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file's name and bytes; no bytes where it is too large to be fetched."""

    name: str
    data: bytes | None


class CandidateFiles:
    """Reads the files of one candidate."""

    def __init__(self, connection: Connection, largest: int) -> None:
        self._connection, self._largest = connection, largest

    async def resumes(self, candidate: int) -> tuple[Listed, ...]:
        """What may be the resume, best first. None where Tracker shows no files; PortFailed where it does not answer."""
        client = await self._client()
        try:
            with translated(f"the files of candidate {candidate}"):
                found = await client.documents.of_candidate(candidate)
        except PortFailed as error:
            if error.fate is Fate.REFUSED:
                return ()
            raise
        return tuple(Listed(id=d.id, name=d.filename) for d in best(found))

    async def fetch(self, candidate: int, listed: Listed) -> File:
        """One file."""
        client = await self._client()
        with translated(f"the file {listed.id} of candidate {candidate}"):
            try:
                data = await client.documents.download(candidate, listed.id, self._largest)
            except TrackerTooLarge:
                data = None
        return File(name=listed.name, data=data)

    async def _client(self) -> TrackerClient:
        client = await self._connection.client()
        if client is None:
            raise not_connected()
        return client


def best(found: list[Document]) -> tuple[Document, ...]:
    """The likeliest first: marked as a resume, named as one, shown first; the newest of equals."""
    likely = [
        d for d in found if not OURS.fullmatch(d.filename) and (d.kind.lower() in KINDS or NAMED.search(d.filename))
    ]
    return tuple(sorted(likely, key=_rank, reverse=True)[:TRIED])


def _rank(d: Document) -> tuple[bool, bool, bool, int]:
    readable = d.filename.lower().endswith((".pdf", ".docx"))
    return (readable, d.kind.lower() in KINDS, d.primary, d.id)
