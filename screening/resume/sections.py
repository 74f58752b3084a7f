"""A resume in lines, sections and jobs, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
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
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    section = ""
    for m in re.finditer(r"[^\n]+", text):
        named = next((name for name, heading in _HEADING.items() if heading.fullmatch(m[0])), None)
        section = named or section
        if not named and not CONTACT.search(m[0]):
            yield Line(start=m.start(), end=m.end(), text=m[0], section=section)


def jobs_of(text: str, today: date) -> tuple[Job, ...]:
    """The jobs in their order in the text; school is none."""
    lines = lines_of(text)
    dated = [(n, line, periods(line.text, today)) for n, line in enumerate(lines)]
    heads = [(n, line, found[0]) for n, line, found in dated if found and _works(line, lines, n)]
    starts = [_head(lines, n, line, p) for n, line, p in heads]
    jobs = []
    for at, (n, line, p) in enumerate(heads):
        start = starts[at]
        end = min(starts[at + 1] if at + 1 < len(starts) else len(text), _end(text, lines, n))
        place = Period(first=p.first, last=p.last, start=line.start + p.start, end=line.start + p.end)
        jobs.append(Job(period=place, start=start, end=max(end, line.end), head=(start, line.end)))
    return tuple(jobs)


def _works(line: Line, lines: tuple[Line, ...], n: int) -> bool:
    """Whether dates on this line are those of a job: under a heading of jobs, or where no heading says otherwise."""
    if any(each.section == "experience" for each in lines):
        return line.section == "experience"
    near = line.text + (lines[n - 1].text if n else "")
    return line.section not in ("education", "certificates") and not SCHOOL.search(near)


def _head(lines: tuple[Line, ...], n: int, line: Line, p: Period) -> int:
    """Where the job begins: at the title above, where the dates stand alone under it."""
    above = lines[n - 1] if n else None
    before = line.text[: p.start].strip(" \t|,-–—()")
    if before or above is None or above.section != line.section or _BULLET.match(above.text):
        return line.start
    below = lines[n + 1] if n + 1 < len(lines) else None
    titled_below = p.end < len(line.text.rstrip()) and below is not None
    if titled_below or above.text.rstrip().endswith(".") or len(above.text) > 80:
        return line.start
    return above.start


def _end(text: str, lines: tuple[Line, ...], n: int) -> int:
    """Where the section of line `n` ends; without any heading of jobs, where a gap in the text ends the job."""
    if not any(line.section == "experience" for line in lines):
        gap = text.find("\n\n", lines[n].end)
        return len(text) if gap < 0 else gap
    for line in lines[n:]:
        if line.section != lines[n].section:
            return line.start
    return lines[-1].end
