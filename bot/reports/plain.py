"""The last resort: the bare result as a PDF, drawn line by line without the HTML engine."""

import io
import textwrap
from functools import cache

from bot.reports.fonts_used import ALWAYS, FONTS, covered, drawable, faces
from screening.report import Report

MARK = "greenroom report"


def plain_pdf(report: Report) -> bytes:
    """One page with the result, its must-haves and its marks; no words of the candidate but the name."""
    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setTitle(f"Screening report {report.id}")
    canvas.setSubject(seal(report))
    text = canvas.beginText(54, 740)
    for line in _lines(report)[:44]:
        for font, run in _runs(drawable(line)):
            text.setFont(font, 10, leading=15)
            text.textOut(run)
        text.textLine()
    canvas.drawText(text)
    canvas.save()
    return out.getvalue()


def _runs(line: str) -> list[tuple[str, str]]:
    """The line in pieces, each with the font that draws it."""
    fonts = {f.file: _registered(f.file) for f in faces(line) if f.weight == "normal"}
    pieces: list[tuple[str, str]] = []
    for char in line:
        font = next((name for file, name in fonts.items() if ord(char) in covered(file)), fonts[ALWAYS[0].file])
        if pieces and pieces[-1][0] == font:
            pieces[-1] = (font, pieces[-1][1] + char)
        else:
            pieces.append((font, char))
    return pieces


@cache
def _registered(file: str) -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"Plain-{file}"
    pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))
    return name


def seal(report: Report) -> str:
    """What the PDF says of itself, for `verify`."""
    return f"{MARK} screening={report.id} revision={report.revision} sha256={report.digest}"


def _lines(report: Report) -> list[str]:
    said = [
        f"{report.brand} · Screening report {report.id}",
        report.candidate,
        report.job,
        f"Finished {report.finished} · {report.answered} answered · {report.status}",
        "" if report.score is None else f"Score: {report.score}",
        f"{report.score_text} · {report.recommendation}",
        report.confidence,
        *(f"{c.name}: {c.points or 'no answer'} ({c.share})" for c in report.criteria),
        *(f"Must-have: {m.name} {m.label}" for m in report.must_haves),
        f"Script {report.script} {report.script_hash[:12]} · engine {report.engine}",
        f"Generated {report.generated}. The full layout could not be made; the text version has the answers.",
        "This report supports, and does not replace, a human decision.",
    ]
    return [line for text in said if text for line in textwrap.wrap(text, 96)]
