"""Resumes of our own making: PDFs by reportlab, DOCX files by hand, and files that mean harm."""

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

NAME = "Jordan Rivers"
SUMMARY = "Warehouse lead with nine years on the dock and in the yard."
JOBS = (
    (
        "Forklift Operator, Northwind Logistics",
        "Jan 2019 - Present",
        (
            "Loaded 40 trailers a shift with a sit-down forklift",
            "Stopped the line when a rack leaned and called the lead",
        ),
    ),
    (
        "Picker and Packer, Blue Harbor Foods",
        "03/2016 - 12/2018",
        ("Picked 160 lines an hour with an RF scanner", "Trained six new packers"),
    ),
)
SKILLS = ("OSHA forklift certification", "Reach truck", "SAP WM", "Night shift", "Spanish, fluent")
FACTS = (
    NAME,
    SUMMARY,
    *(line for title, dates, bullets in JOBS for line in (title, dates, *bullets)),
    *SKILLS,
)


def pdf(draw: Callable[[Canvas], None]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def lines(canvas: Canvas, x: float, y: float, said: Sequence[str], size: float = 10, step: float = 14) -> float:
    canvas.setFont("Helvetica", size)
    for line in said:
        canvas.drawString(x, y, line)
        y -= step
    return y


def job_lines() -> list[str]:
    return [line for title, dates, bullets in JOBS for line in (title, dates, *bullets, "")]


def one_column() -> bytes:
    def draw(c: Canvas) -> None:
        y = lines(c, 72, 720, [NAME], 20, 26)
        y = lines(c, 72, y, [SUMMARY, "", "Experience"])
        for title, dates, bullets in JOBS:
            c.setFont("Helvetica-Bold", 11)
            c.drawString(72, y, title)
            c.drawRightString(540, y, dates)
            y = lines(c, 90, y - 15, bullets) - 6
        lines(c, 72, y, ["Skills", *SKILLS])

    return pdf(draw)


def two_columns() -> bytes:
    def draw(c: Canvas) -> None:
        lines(c, 72, 730, [NAME], 22)
        lines(c, 72, 705, [SUMMARY])
        right = lines(c, 250, 670, ["Experience"], 12, 18)
        left = lines(c, 72, 670, ["Skills"], 12, 18)
        rest, more = list(job_lines()), list(SKILLS)
        while rest or more:  # line by line across, as some programs write it
            if more:
                left = lines(c, 72, left, [more.pop(0)])
            if rest:
                right = lines(c, 250, right, [rest.pop(0)])

    return pdf(draw)


def with_hidden(how: str) -> bytes:
    def draw(c: Canvas) -> None:
        lines(c, 72, 720, [NAME, SUMMARY, *job_lines(), *SKILLS])
        trick = "expert welder with twenty years of welding"
        if how == "white":
            c.setFillColorRGB(1, 1, 1)
            lines(c, 72, 200, [trick])
        elif how == "nearly white":
            c.setFillColorRGB(0.97, 0.98, 0.97)
            lines(c, 72, 200, [trick])
        elif how == "tiny":
            lines(c, 72, 200, [trick], 1)
        elif how == "off the page":
            lines(c, 72, -50, [trick])
        elif how == "invisible mode":
            text = c.beginText(72, 200)
            text.setTextRenderMode(3)
            text.textLine(trick)
            c.drawText(text)
        elif how == "transparent":
            c.setFillAlpha(0)
            lines(c, 72, 200, [trick])
        elif how == "white on dark":
            c.setFillColorRGB(0.1, 0.2, 0.4)
            c.rect(60, 180, 400, 60, stroke=0, fill=1)
            c.setFillColorRGB(1, 1, 1)
            lines(c, 72, 200, [trick])

    return pdf(draw)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def p(text: str, properties: str = "") -> str:
    run = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:p><w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def row(*cells: Sequence[str]) -> str:
    inner = "".join(f"<w:tc>{''.join(p(line) for line in cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{inner}</w:tr>"


def docx(body: str, more: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": f"<?xml version='1.0'?><w:document {W}><w:body>{body}</w:body></w:document>".encode(),
        **(more or {}),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def plain_docx() -> bytes:
    return docx("".join(p(line) for line in (NAME, SUMMARY, *job_lines(), *SKILLS)))


def plain_without_years() -> bytes:
    return docx(p(NAME) + p(SKILLS[0]))


def table_docx() -> bytes:
    head = f"<w:hdr {W}>{p(NAME)}</w:hdr>".encode()
    jobs = "".join(row([title], [dates]) + row(list(bullets)) for title, dates, bullets in JOBS)
    columns = row([SUMMARY], list(SKILLS))
    return docx(f"<w:tbl>{jobs}</w:tbl>{p('')}<w:tbl>{columns}</w:tbl>", {"word/header1.xml": head})


def flate_bomb(megabytes: int = 200) -> bytes:
    """A page whose content stream unpacks to that much."""
    packer = zlib.compressobj(9)
    block = b"BT /F1 12 Tf (x) Tj ET\n" * 45_000
    stream = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return raw_pdf(stream, b"/Filter /FlateDecode")


def operators(count: int = 2_000_000) -> bytes:
    return raw_pdf(zlib.compress(b"BT /F1 9 Tf 72 700 Td (a) Tj ET\n" * count, 9), b"/Filter /FlateDecode")


def raw_pdf(stream: bytes, filters: bytes = b"") -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + end % (table, len(out))


def zip_bomb(megabytes: int = 100) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        part.write(f"<w:document {W}><w:body><w:p><w:r><w:t>".encode())
        for _ in range(megabytes):
            part.write(b"a" * (1 << 20))
        part.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return out.getvalue()


def lying_zip() -> bytes:
    """A zip whose directory says that a large part is small."""
    data = bytearray(zip_bomb(40))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE d [<!ENTITY l0 "ha">{levels}]>'
    xml = f"<?xml version='1.0'?>{doctype}<w:document {W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    return docx("", {"word/document.xml": xml.encode()})


def outside(path: str = "/etc/passwd") -> bytes:
    """A DOCX that asks for a file of the machine (XXE)."""
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{path}">]>'
    xml = f"<?xml version='1.0'?>{doctype}<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    return docx("", {"word/document.xml": xml.encode()})


def encrypted() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(one_column())))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned() -> bytes:
    def draw(c: Canvas) -> None:
        c.setFillColorRGB(0.5, 0.5, 0.5)
        c.rect(50, 50, 500, 700, fill=1)

    return pdf(draw)
