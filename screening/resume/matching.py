"""Which answer a resume gives to a question, with the exact places it is read from. A resume never says no."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from screening.resume.periods import years
from screening.resume.sections import Job, Line, jobs_of, lines_of
from screening.resume.terms import Sought, asks_of_the_past, counts_years, pattern, sought
from screening.scripts.script import Kind, Question
from screening.understanding.reading import Reading, Value

LONGEST: Final = 160  # characters of a quote
DENIED: Final = re.compile(r"\b(?:no|not|never|without|lack\w*|sin|nunca|ning[uú]n\w*)\b", re.IGNORECASE)
DOUBTED: Final = re.compile(
    r"\b(?:expired|lapsed|revoked|suspended|in progress|pending|pursuing|studying|enrolled|expected|planned|planning|"
    r"seeking|hop(?:e|ing) to|want(?:ing)? to|looking to|interested in|willing to|vencid\w+|caducad\w+|en tr[aá]mite|en curso|pendiente)\b",
    re.IGNORECASE,
)
CLAUSE: Final = re.compile(r"[,;:.•·|\t]|\s[-–—]\s|\b(?:but|however|although|pero|aunque)\b", re.IGNORECASE)
NUMBERS: Final = {
    word: n
    for n, words in enumerate(
        [
            "zero",
            "one,un,uno,una",
            "two,dos",
            "three,tres",
            "four,cuatro",
            "five,cinco",
            "six,seis",
            "seven,siete",
            "eight,ocho",
            "nine,nueve",
            "ten,diez",
            "eleven,once",
            "twelve,doce",
            "thirteen,trece",
            "fourteen,catorce",
            "fifteen,quince",
        ]
    )
    for word in words.split(",")
}
CLAIM: Final = re.compile(
    rf"(?<![\w.])(?P<n>\d{{1,2}}(?:\.\d)?|{'|'.join(NUMBERS)})\s*\+?\s*(?:years?|yrs?\.?|años?)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands, and the line it stands on."""

    start: int
    end: int
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """A text being read at a date."""

    text: str
    today: date
    lines: tuple[Line, ...]
    jobs: tuple[Job, ...]


def resume(text: str, today: date) -> Resume:
    """The text with its lines and jobs."""
    return Resume(text=text, today=today, lines=lines_of(text), jobs=jobs_of(text, today))


def match(r: Resume, question: Question, *, alone: bool) -> Reading | None:
    """The answer, or None where the resume does not give one. `alone`: nobody will ask, so free text is looked for too."""
    if question.kind is Kind.TEXT and not (alone or question.resume):
        return None
    reader = READERS.get(question.kind)
    return reader(r, question) if reader else None


def yes_no(r: Resume, question: Question) -> Reading | None:
    """Yes where it stands there plainly; a no is asked for."""
    if not asks_of_the_past(question) or "yes" in question.knockout:
        return None
    place = next(_places(r, sought(question)), None)
    return None if place is None else _reading(r, "yes", place, "term")


def number(r: Resume, question: Question) -> Reading | None:
    """Years: the union of the jobs that deal with it, else what is claimed beside it."""
    if not counts_years(question):
        return None
    seek = sought(question)
    jobs = [job for job in r.jobs if _deals_with(r, job, seek)]
    if not jobs:
        return _claimed(r, seek)
    value = years(job.period for job in jobs)
    low, high = question.range or (0, 80)
    if not low <= value <= high:
        return None
    latest = max(jobs, key=lambda job: (job.period.last, job.period.first))
    start, end = _trimmed(r.text, *latest.head)
    spans = ",".join(f"{job.period.start}:{job.period.end}" for job in jobs)
    return Reading(value=value, quote=r.text[start:end], confidence=0.9, rule=f"resume.years[{spans}]")


def choice(r: Resume, question: Question) -> Reading | None:
    """The options that stand there; one alone where only one may be chosen."""
    if not asks_of_the_past(question):
        return None
    found: dict[str, Place] = {}
    for option in question.options:
        terms = Sought(any_of=tuple(pattern(words) for words in (option.value, *option.also)))
        place = next(_places(r, terms), None)
        if place is not None:
            found[option.value] = place
    if not found or (len(found) > 1 and not question.several):
        return None
    value: Value = list(found) if question.several else next(iter(found))
    first = next(iter(found.values()))
    spans = ",".join(f"{p.start}:{p.end}" for p in found.values())
    return _reading(r, value, first, "choice", spans)


def free_text(r: Resume, question: Question) -> Reading | None:
    """The lines with evidence, from the first to the last of them where they stand close together."""
    words = [w for line in question.rubric for w in line.evidence]
    places = list(_places(r, Sought(any_of=tuple(pattern(w) for w in words)))) if words else []
    if not places:
        return None
    first = places[0]
    near = [p for p in places if p.end - first.line.start <= 1_000]
    start, end = first.line.start, near[-1].line.end
    quote = r.text[start:end].strip()
    spans = ",".join(f"{p.start}:{p.end}" for p in near[:20])
    return Reading(value=quote, quote=quote, confidence=0.7, rule=f"resume.text[{spans}]")


READERS: Final[Mapping[Kind, Callable[[Resume, Question], Reading | None]]] = {
    Kind.YES_NO: yes_no,
    Kind.NUMBER: number,
    Kind.CHOICE: choice,
    Kind.TEXT: free_text,
}


def _places(r: Resume, seek: Sought) -> Iterator[Place]:
    """Where it stands plainly: neither denied nor still to come."""
    for line in r.lines:
        hits = [m for p in seek.any_of for m in p.finditer(line.text)]
        together = [p.search(line.text) for p in seek.all_of]
        if seek.all_of and all(together):
            hits += [m for m in together if m is not None][:1]
        for m in sorted(hits, key=lambda m: m.start()):
            if _plainly(line.text, m):
                yield Place(start=line.start + m.start(), end=line.start + m.end(), line=line)


def _plainly(line: str, m: re.Match[str]) -> bool:
    before = CLAUSE.split(line[: m.start()])[-1]
    return not DENIED.search(before) and not DOUBTED.search(line)


def _deals_with(r: Resume, job: Job, seek: Sought) -> bool:
    if not seek.any_of and not seek.all_of:
        return True
    here = r.lines[bisect_left(r.lines, job.start, key=_start) : bisect_left(r.lines, job.end, key=_start)]
    within = Resume(text=r.text, today=r.today, lines=here, jobs=())
    if next(_places(within, Sought(any_of=seek.any_of)), None) is not None:
        return True
    together = " ".join(line.text for line in here if not DENIED.search(line.text))
    return bool(seek.all_of) and all(p.search(together) for p in seek.all_of)


def _start(line: Line) -> int:
    return line.start


def _claimed(r: Resume, seek: Sought) -> Reading | None:
    """`7 years of forklift experience`, said of the subject on one line."""
    for line in r.lines:
        m = CLAIM.search(line.text)
        said = any(p.search(line.text) for p in seek.any_of) or (
            bool(seek.all_of) and all(p.search(line.text) for p in seek.all_of)
        )
        if m and said and _plainly(line.text, m):
            n = m["n"].lower()
            value = float(n) if n[0].isdigit() else NUMBERS[n]
            place = Place(start=line.start + m.start(), end=line.start + m.end(), line=line)
            return _reading(r, int(value) if value == int(value) else value, place, "claim")
    return None


def _reading(r: Resume, value: Value, place: Place, rule: str, spans: str = "") -> Reading:
    start, end = _quoted(r.text, place)
    listed = place.line.section == "skills"
    where = spans or f"{place.start}:{place.end}"
    return Reading(
        value=value, quote=r.text[start:end], confidence=0.8 if listed else 0.9, rule=f"resume.{rule}[{where}]"
    )


def _quoted(text: str, place: Place) -> tuple[int, int]:
    """The line, or what stands around the place where the line is long."""
    start, end = place.line.start, place.line.end
    if end - start > LONGEST:
        start = max(start, place.start - LONGEST // 2)
        end = min(end, start + LONGEST)
    return _trimmed(text, start, max(end, place.end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "•·▪●○*|-–—"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
