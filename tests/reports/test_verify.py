"""What a PDF says of itself."""

import io

import pytest
from pypdf import PdfWriter

from bot.reports.pdf import render_now
from bot.reports.verify import claims
from tests.reports.test_report import made


def test_a_report_names_its_screening_its_revision_and_its_result() -> None:
    report = made(revision=3)
    assert claims(render_now(report)) == {"screening": "GR-00482", "revision": "3", "sha256": report.digest}


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"not a pdf",
        b"%PDF-1.7\n",
        b"%PDF-1.4\nxref\n0 99999999\ntrailer<</Root 1 0 R/Size 9>>\nstartxref\n9\n%%EOF",
    ],
)
def test_a_file_that_is_no_pdf_claims_nothing(junk: bytes) -> None:
    assert claims(junk) == {}


def test_another_programs_pdf_claims_nothing() -> None:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    writer.add_metadata({"/Subject": "screening=GR-1 sha256=abc"})
    writer.write(out)
    assert claims(out.getvalue()) == {}
