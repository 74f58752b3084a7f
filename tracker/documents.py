"""Documents of a candidate: attach, list, download."""

import base64
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from tracker.errors import TrackerInvalid, TrackerMalformed
from tracker.parsing import Row, first, flag, identity, row, rows, text
from tracker.records import Document
from tracker.strategies import WIDGET, first_that_answers

if TYPE_CHECKING:
    from tracker.client import TrackerClient

LARGEST_FILE: Final = 10 << 20
ROOM: Final = 256 << 10  # for line ends in the base64, and for what stands beside it


class Documents:
    """Reads and attaches files."""

    def __init__(self, client: "TrackerClient") -> None:
        self._client = client

    async def attach(self, candidate_id: int, filename: str, data: bytes, kind: str = "general") -> None:
        """Attach a file of at most 10 MB; never as the primary document."""
        if not 0 < len(data) <= LARGEST_FILE:
            raise TrackerInvalid(413, f"{filename}: {len(data)} bytes", what="attach")
        content = base64.b64encode(data).decode()
        ways: dict[str, Callable[[], Awaitable[None]]] = {
            "rest": lambda: self._upload(candidate_id, filename, content, kind),
            WIDGET: lambda: self._by_widget(candidate_id, filename, content, kind),
        }
        await first_that_answers(self._client, "upload", ways)

    async def of_candidate(self, candidate_id: int) -> list[Document]:
        """The files on the candidate."""
        path = f"/Resource/{candidate_id}/Documents"
        found = rows(await self._client.read("GET", path), "documents", path)
        return [document for each in found if (document := _document(each))]

    async def download(self, candidate_id: int, doc_id: int, largest: int = LARGEST_FILE) -> bytes:
        """A file's bytes; TrackerMalformed where it is larger than that."""
        path = f"/Resource/{candidate_id}/Document/{doc_id}"
        answer = row(await self._client.read("GET", path, largest=largest * 4 // 3 + ROOM), path)
        data = _decoded(first(answer, "filecontent", "data", "content"))
        if not data:
            raise TrackerMalformed(f"{path}: no file in the answer")
        return data

    async def _upload(self, candidate_id: int, filename: str, content: str, kind: str) -> None:
        path = f"/Resource/{candidate_id}/Document"
        body = {
            "filename": filename,
            "filecontent": content,
            "documentType": kind,
            "isPrimary": False,
        }
        answer = await self._client.write("POST", path, body)
        if isinstance(answer, dict) and flag(answer, "success") is False:
            raise TrackerInvalid(200, text(answer, "message"), what=f"POST {path}")

    async def _by_widget(self, candidate_id: int, filename: str, content: str, kind: str) -> None:
        file = {
            "filename": filename,
            "recordType": "R",
            "recordId": candidate_id,
            "documentType": kind,
            "primary": "n",
            "data": content,
        }
        await self._client.widget.call("attachDocument", {"file": file})


def _decoded(content: object) -> bytes:
    """Base64, also as a data address or in lines; nothing where it is neither."""
    plain = "".join(content.split()) if isinstance(content, str) else ""
    try:
        return base64.b64decode(plain.rpartition("base64,")[2], validate=True)
    except ValueError:
        return b""


def _document(record: Row) -> Document | None:
    key = identity(record, "documentid", "id")
    if key is None:
        return None
    return Document(
        id=key,
        filename=text(record, "filename", "name"),
        kind=text(record, "documenttype", "type"),
        primary=flag(record, "isprimary", "primary") is True,
    )
