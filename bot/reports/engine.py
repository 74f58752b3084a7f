"""The PDF engine: an HTML page in, a PDF out. It may read our fonts, and nothing else."""

import io
import logging
import os
from dataclasses import dataclass

from reportlab import rl_config
from reportlab.pdfbase import ttfonts
from xhtml2pdf.config.resources import ResourceAccessPolicy
from xhtml2pdf.document import pisaDocument

from bot.reports.fonts_used import FONTS

SECONDS = 20
BYTES = 4_000_000
POLICY = ResourceAccessPolicy.server(FONTS, allow_remote=False, max_render_seconds=SECONDS, max_document_bytes=BYTES)


class RenderFailed(Exception):
    """The engine made no PDF of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A PDF and how many complaints the engine had."""

    pdf: bytes
    errors: int
    warnings: int


def convert(html: str, at: int = 0) -> Made:
    """The PDF with the engine's counts of complaints. `at` (seconds) is its date: the same report gives the same bytes."""
    os.environ["SOURCE_DATE_EPOCH"] = str(at)
    out = io.BytesIO()
    done = pisaDocument(
        html, dest=out, path=str(FONTS / "page.html"), encoding="utf-8", capacity=BYTES * 16, resource_policy=POLICY
    )
    return Made(pdf=out.getvalue(), errors=done.err, warnings=done.warn)


def make(html: str, at: int = 0) -> bytes:
    """The PDF of that page; RenderFailed where the engine reports an error."""
    made = convert(html, at)
    if made.errors or not made.pdf.startswith(b"%PDF-"):
        raise RenderFailed(f"the engine reported {made.errors} errors")
    return made.pdf


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be", "surrogatepass").hex().upper()


def _mend_unicode_map() -> None:
    """ReportLab writes code points above U+FFFF with five digits where PDF wants UTF-16: emoji could not be copied."""
    original = ttfonts.makeToUnicodeCMap

    def mended(name: str, subset: list[int]) -> str:
        text: str = original(name, subset)
        for code in {c for c in subset if c > 0xFFFF}:
            text = text.replace(f"> <{code:04X}>", f"> <{_utf16(code)}>")
        return text

    ttfonts.makeToUnicodeCMap = mended


_mend_unicode_map()
rl_config.invariant = 1  # no random file id
logging.getLogger("xhtml2pdf").setLevel(logging.CRITICAL)  # its complaints are counted; they quote texts
