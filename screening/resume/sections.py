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
MOST_ABOVE: Final = 3  # lines of a job above its dates: title, employer, town
LONGEST_HEAD: Final = 110  # characters of a line that heads a job
_SENTENCE: Final = re.compile(r"(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)(?<!\bBros)(?<!\bSt)(?<!\.[A-Z])\.\s*$")
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
    above = {bare: _lines_above(lines, heads, bare=bare) for bare in (True, False)}
    starts = [_head(lines, n, above[_bare(lines[n], found[0])]) for n, found in heads]
    jobs = []
    for at, (n, found) in enumerate(heads):
        line, start = lines[n], starts[at]
        end = max(
            min(starts[at + 1] if at + 1 < len(starts) else len(text), _end(text, lines, n, headed=headed)), line.end
        )
        below = _bare(line, found[0]) and not above[True] and n + 1 < len(lines)
        last = lines[n + 1].end if below else line.end
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


def _lines_above(lines: tuple[Line, ...], heads: list[tuple[int, tuple[Period, ...]]], *, bare: bool) -> int:
    """How many lines of a job stand above its dates (`bare`: dates alone on their line).

    The first job shows it, since nothing but its own head stands between the heading of the section and its dates.
    """
    at = next((at for at, (n, found) in enumerate(heads) if _bare(lines[n], found[0]) is bare), None)
    if at is None:
        return 0
    n = heads[at][0]
    count = next(up for up in range(MOST_ABOVE + 2) if not _heads_on(lines, n, up + 1))
    if not bare:
        return count if at == 0 and count <= MOST_ABOVE and lines[n].section == "experience" else 0
    if at == 0 and 0 < count <= MOST_ABOVE:
        return count
    return int(n > 0 and lines[n - 1].section == lines[n].section)


def _heads_on(lines: tuple[Line, ...], n: int, up: int) -> bool:
    """Whether the line so far above line `n` may belong to the head of a job whose dates stand there."""
    if up > min(n, MOST_ABOVE + 1):
        return False
    line = lines[n - up]
    return line.section == lines[n].section and not _tells(line) and not _SENTENCE.search(line.text)


def _works(lines: tuple[Line, ...], n: int, *, headed: bool) -> bool:
    """Whether dates on this line are those of a job: under a heading of jobs, or where no heading says otherwise."""
    line = lines[n]
    if headed:
        return line.section == "experience"
    near = line.text + (lines[n - 1].text if n else "")
    return line.section not in ("education", "certificates") and not SCHOOL.search(near)


def _head(lines: tuple[Line, ...], n: int, above: int) -> int:
    """Where the job begins: so many lines above its dates, as far as they may belong to its head."""
    return lines[n - next(up for up in range(above + 1) if up == above or not _heads_on(lines, n, up + 1))].start


def _end(text: str, lines: tuple[Line, ...], n: int, *, headed: bool) -> int:
    """Where the section of line `n` ends; without any heading of jobs, where a gap in the text ends the job."""
    if not headed:
        gap = text.find("\n\n", lines[n].end)
        return len(text) if gap < 0 else gap
    other = next((line.start for line in islice(lines, n, None) if line.section != lines[n].section), None)
    return lines[-1].end if other is None else other
