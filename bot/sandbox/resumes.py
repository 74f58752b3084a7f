"""Resumes of simulated candidates: as PDF in one column or two, or as DOCX with a table; some have none in Tracker."""

import io
import zipfile
from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from bot.sandbox.characters import Character, Person

YEARS = (6, 3, 1)  # by quality: strong, fair, weak
EVERY = 5  # one in so many has no resume in Tracker
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEADINGS = ("Experience", "Skills")


def has_file(person: Person) -> bool:
    """Whether Tracker has this person's resume."""
    return person.id % EVERY != 0


def resume(person: Person, today: date | None = None) -> tuple[str, bytes]:
    """The file's name and its bytes."""
    year = (today or datetime.now(UTC).date()).year
    experience, skills = _experience(person, year), _skills(person)
    name = f"Resume {person.first} {person.last}"
    if person.id % 3 == 0:
        return f"{name}.docx", _docx(person, experience, skills)
    return f"{name}.pdf", _pdf(person, experience, skills, columns=person.id % 3 == 1)


def _experience(person: Person, year: int) -> list[str]:
    since = year - YEARS[person.quality]
    return [
        "Forklift Operator, Bayline Freight",
        f"Jan {since} - Present",
        "Moved pallets with a reach truck on the evening shift",
        "Stopped and reported a leaning rack",
        "",
        "Stock Clerk, Corner Market",
        f"03/{since - 2} - 12/{since - 1}",
        "Counted stock and helped customers",
    ]


def _skills(person: Person) -> list[str]:
    certified = [] if person.character is Character.UNQUALIFIED else ["OSHA forklift certification"]
    return [*certified, "RF scanner", "Spanish, fluent"]


def _pdf(person: Person, experience: list[str], skills: list[str], *, columns: bool) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    _lines(canvas, 72, 730, [person.name], 20)
    below = _lines(canvas, 250 if columns else 72, 690, [HEADINGS[0], *experience])
    _lines(canvas, 72, 690 if columns else below - 14, [HEADINGS[1], *skills])
    canvas.save()
    return out.getvalue()


def _lines(canvas: Canvas, x: float, y: float, lines: list[str], size: float = 10) -> float:
    for line in lines:
        canvas.setFont("Helvetica-Bold" if line in HEADINGS or size > 10 else "Helvetica", size)
        canvas.drawString(x, y, line)
        y -= size * 1.5
    return y


def _docx(person: Person, experience: list[str], skills: list[str]) -> bytes:
    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"

    head = "".join(map(paragraph, (person.name, HEADINGS[0])))
    cell = "".join(map(paragraph, experience))
    table = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
    body = head + table + "".join(map(paragraph, (HEADINGS[1], *skills)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()
