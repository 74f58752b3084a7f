"""What a file is, by its first bytes; its name is not asked."""

import io
import zipfile
from typing import Final

from bot.resumes.found import LARGEST_FILE, Unreadable, Why

PDF: Final = "pdf"
DOCX: Final = "docx"
_OLD: Final = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
_MAIN: Final = "word/document.xml"


def kind_of(data: bytes) -> str:
    """`pdf` or `docx`; Unreadable for anything else."""
    if not data.strip():
        raise Unreadable(Why.EMPTY)
    if len(data) > LARGEST_FILE:
        raise Unreadable(Why.LARGE)
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(_OLD):
        raise Unreadable(Why.ENCRYPTED if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P" in data else Why.OLD_WORD)
    if data.startswith(b"PK"):
        return _zipped(data)
    raise Unreadable(Why.UNKNOWN)


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable(Why.BROKEN) from error
    if _MAIN not in names:
        raise Unreadable(Why.UNKNOWN)
    return DOCX
