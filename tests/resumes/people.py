"""Two people's resumes, each as four files that look different and say the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from tests.resumes.made import docx, lines, p, pdf, row


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Jobs as (title, employer, dates, what was done)."""

    name: str
    contact: str
    jobs: tuple[tuple[str, str, str, str], ...]
    skills: tuple[str, ...]
    school: str


NURSE: Final = Person(
    name="María-José Peña",
    contact="Houston, TX | (713) 555-0142 | mj@example.com",
    jobs=(
        ("Certified Nursing Assistant", "Mercy General", "June 2019 - Present", "Took vital signs for 12 patients"),
        ("Home Health Aide", "Visiting Helpers", "Feb 2016 - May 2019", "Helped clients with transfers"),
    ),
    skills=("CPR / BLS certified", "Epic", "Spanish (native)"),
    school="Houston Community College, 2015",
)
LEAD: Final = Person(
    name="Li Wei",
    contact="Seattle, WA | li.wei@example.com",
    jobs=(
        ("Warehouse Lead", "Evergreen Inc.", "03/2021 - 10/2025", "Led a team of 14 on night shift"),
        ("Forklift Operator", "Harbor Lines", "07/2017 - 02/2021", "Loaded 20 trailers a shift"),
    ),
    skills=("Reach truck", "Order picker", "SAP EWM"),
    school="Roosevelt High School, 2016",
)


def one_column(who: Person) -> bytes:
    """A PDF with dates at the right margin."""

    def draw(c: Canvas) -> None:
        y = lines(c, 72, 720, [who.name], 20, 26)
        y = lines(c, 72, y, [who.contact, "", "WORK HISTORY"])
        for title, firm, dates, did in who.jobs:
            c.drawString(72, y, f"{title}, {firm}")
            c.drawRightString(540, y, dates)
            y = lines(c, 90, y - 15, [f"• {did}"]) - 6
        lines(c, 72, y, ["SKILLS", ", ".join(who.skills), "EDUCATION", who.school])

    return pdf(draw)


def two_columns(who: Person) -> bytes:
    """A PDF with the skills on the left, and employer and dates under each title."""

    def draw(c: Canvas) -> None:
        lines(c, 72, 730, [who.name], 18)
        lines(c, 72, 705, [who.contact])
        lines(c, 72, 670, ["SKILLS", *who.skills, "", "EDUCATION", who.school])
        right = [line for t, f, d, x in who.jobs for line in (t, f"{f} | {d}", f"- {x}")]
        lines(c, 320, 670, ["EXPERIENCE", *right])

    return pdf(draw)


def plain(who: Person) -> bytes:
    """A DOCX of one column."""
    jobs = [line for t, f, d, x in who.jobs for line in (f"{t}\t{d}", f, x)]
    said = (who.name, who.contact, "Experience", *jobs, "Skills", *who.skills, "Education", who.school)
    return docx("".join(p(line) for line in said))


def table(who: Person) -> bytes:
    """A DOCX laid out as a table, with a table for each job in its right cell."""
    jobs = "".join(f"<w:tbl>{row([title, firm], [dates])}</w:tbl>{p(did)}" for title, firm, dates, did in who.jobs)
    left = "".join(p(line) for line in ("SKILLS", *who.skills, "EDUCATION", who.school))
    right = f"{p('PROFESSIONAL EXPERIENCE')}{jobs}"
    cells = f"<w:tc>{left}</w:tc><w:tc>{right}</w:tc>"
    return docx(f"{p(who.name)}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{p(who.contact)}")


FILES: Final[Mapping[str, Callable[[Person], bytes]]] = {
    "one column": one_column,
    "two columns": two_columns,
    "plain": plain,
    "table": table,
}
