"""A resume in lines, sections and jobs, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from screening.resume.periods import Period, periods

HEADINGS: Final = {
    "experience": r"(?:(?:work|professional|relevant|employment|job|career)\s+)*(?:experience|history|employment)|employment|experiencia(?:\s+(?:laboral|profesional|de trabajo))?|historial laboral",
    "education": r"education(?:\s+(?:and|&)\s+training)?|academic.*|schooling|educaci[oó]n|formaci[oó]n(?:\s+acad[eé]mica)?|estudios",
    "skills": r"(?:key|core|technical|other)?\s*(?:skills|competenc(?:ies|es)|strengths)(?:\s+(?:and|&)\s+\w+)?|habilidades|competencias|aptitudes",
    "certificates": r"(?:licen[cs]es?|certifi\w+|training|credentials)(?:\s*(?:and|&|,)\s*\w+)*|licencias|certificad\w+|certificaciones|cursos",
    "other": r"(?:professional\s+)?(?:summary|profile|objective)|about me|contact|references?|interests|hobbies|languages|volunteer\w*(?:\s+\w+)?|resumen|perfil|objetivo|referencias|idiomas|contacto|intereses",
}
_HEADING: Final = {name: re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE) for name, words in HEADINGS.items()}
CONTACT: Final = re.compile(r"@|https?:|www\.|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\b\d{5}(?:-\d{4})?\s*$")
SCHOOL: Final = re.compile(
    r"\b(?:university|college|high school|school of|diploma|degree|ged|universidad|colegio|preparatoria)\b", re.I
)
WRAPPED: Final = re.compile(
    r"[^\n]+(?:\n(?=[a-zà-ÿ])[^\n]+)*"
)  # a line that goes on in small letters was broken in two
MOST_LINES: Final = 3_000
MOST_JOBS: Final = 100
LONGEST_HEAD: Final = 110  # characters of a line that heads a job
_BULLET: Final = re.compile(r"\s*[•·▪●○*–—-]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: its place in the text, its words and the section it stands in."""

    start: int
    end: int
    text: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A stretch of the text about one job. `head`: where its title and dates stand."""

    period: Period
    start: int
    end: int
    head: tuple[int, int]


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines, without those that only say how to reach the person."""
    return tuple(islice(_lines(text), MOST_LINES))


def _lines(text: str) -> Iterator[Line]:
    section = ""
    for m in WRAPPED.finditer(text):
        named = next((name for name, heading in _HEADING.items() if heading.fullmatch(m[0])), None)
        section = named or section
        if not named and not CONTACT.search(m[0]):
            yield Line(start=m.start(), end=m.end(), text=m[0], section=section)


def jobs_of(text: str, today: date) -> tuple[Job, ...]:
    """The jobs in their order in the text; school is none."""
    lines = lines_of(text)
    dated = [(n, periods(line.text, today)) for n, line in enumerate(lines) if not _tells(line)]
    headed = any(line.section == "experience" for line in lines)
    heads = [(n, found) for n, found in dated if found and _works(lines, n, headed=headed)][:MOST_JOBS]
    titled_above = _titled_above(lines, heads)
    starts = [_head(lines, n, found[0]) if titled_above else lines[n].start for n, found in heads]
    jobs = []
    for at, (n, found) in enumerate(heads):
        line, start = lines[n], starts[at]
        end = max(
            min(starts[at + 1] if at + 1 < len(starts) else len(text), _end(text, lines, n, headed=headed)), line.end
        )
        last = line.end if titled_above or n + 1 == len(lines) or not _bare(line, found[0]) else lines[n + 1].end
        for p in found:
            place = Period(first=p.first, last=p.last, start=line.start + p.start, end=line.start + p.end)
            jobs.append(Job(period=place, start=start, end=end, head=(start, min(last, end))))
    return tuple(jobs)


def _tells(line: Line) -> bool:
    """Whether the line tells of a job rather than heads it."""
    return bool(_BULLET.match(line.text)) or len(line.text) > LONGEST_HEAD


def _bare(line: Line, p: Period) -> bool:
    """Whether nothing stands before the dates on their line."""
    return not line.text[: p.start].strip(" \t|,-–—()")


def _titled_above(lines: tuple[Line, ...], heads: list[tuple[int, tuple[Period, ...]]]) -> bool:
    """Whether titles stand above their dates: so unless the first dates that stand alone have nothing above them."""
    first = next((n for n, found in heads if _bare(lines[n], found[0])), None)
    if first is None:
        return True
    return first > 0 and lines[first - 1].section == lines[first].section


def _works(lines: tuple[Line, ...], n: int, *, headed: bool) -> bool:
    """Whether dates on this line are those of a job: under a heading of jobs, or where no heading says otherwise."""
    line = lines[n]
    if headed:
        return line.section == "experience"
    near = line.text + (lines[n - 1].text if n else "")
    return line.section not in ("education", "certificates") and not SCHOOL.search(near)


def _head(lines: tuple[Line, ...], n: int, p: Period) -> int:
    """Where the job begins: at the title above, where the dates stand alone under it."""
    line, above = lines[n], lines[n - 1] if n else None
    if not _bare(line, p) or above is None or above.section != line.section:
        return line.start
    return line.start if _tells(above) or above.text.rstrip().endswith(".") else above.start


def _end(text: str, lines: tuple[Line, ...], n: int, *, headed: bool) -> int:
    """Where the section of line `n` ends; without any heading of jobs, where a gap in the text ends the job."""
    if not headed:
        gap = text.find("\n\n", lines[n].end)
        return len(text) if gap < 0 else gap
    other = next((line.start for line in islice(lines, n, None) if line.section != lines[n].section), None)
    return lines[-1].end if other is None else other
