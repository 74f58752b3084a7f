"""Verify: what a report says of itself."""

import io
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from bot.reports.plain import MARK

_PAIR = re.compile(r"(screening|revision|sha256)=(\S+)")


def claims(pdf: bytes) -> dict[str, str]:
    """`screening`, `revision` and `sha256` (of the canonical scorecard); empty where the file is no report of ours."""
    try:
        info = PdfReader(io.BytesIO(pdf)).metadata
        subject = str(info.subject or "") if info else ""
    except (PyPdfError, ValueError, OSError):
        return {}
    return dict(_PAIR.findall(subject)) if subject.startswith(MARK) else {}


def text_of(pdf: bytes) -> str:
    """The words of a PDF; empty where it cannot be read."""
    try:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    except (PyPdfError, ValueError, OSError, KeyError, TypeError):
        return ""
