"""Report: a result as plain data, ready for a template. Every text in it is cleaned."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from screening.blinding import eyes
from screening.clean import one_line
from screening.scoring import (
    Criterion,
    MustHave,
    Scorecard,
    Scored,
    met_lines,
)
from screening.screening import Message, Screening, Status, Who
from screening.scripts.script import Question, Script
from screening.seal import digest
from screening.shown import local, moment, scale, span, value
from screening.summary import Facts, summary

Words = Callable[[str], str]
ENDINGS = {
    Status.IN_PROGRESS: "In progress",
    Status.COMPLETED: "Completed",
    Status.KNOCKED_OUT: "A must-have is not met",
    Status.OPTED_OUT: "Opted out",
    Status.NOT_INTERESTED: "Not interested",
    Status.WRONG_NUMBER: "Wrong number",
    Status.HUMAN_REQUESTED: "Asked for a person",
    Status.EXPIRED: "No answer in time",
    Status.WITHDRAWN: "Stopped by a recruiter",
    Status.UNREACHABLE: "Could not be reached",
}
MUST = {"met": "Met", "not_met": "Not met", "unclear": "Unclear"}
DECIDED = {"advance": "Advance", "reject": "Not taken forward", "hold": "On hold"}
CHANNELS = {"sms": "SMS", "form": "Form", "voice": "Voice", "resume": "Resume"}
SPEAKERS = {
    Who.BOT: "Assistant",
    Who.CANDIDATE: "Candidate",
    Who.RECRUITER: "Recruiter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A criterion: `share` is its weight in per cent of what was scored; empty texts where nothing was."""

    name: str
    share: str
    points: str
    fill: int
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A must-have with the words that show it."""

    name: str
    result: str
    label: str
    quote: str
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A strength or a concern, with the candidate's own words."""

    point: str
    quote: str
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One question and what was answered; `why` says how the points came about."""

    ref: str
    question: str
    criterion: str
    quote: str
    read: str
    points: str
    why: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message of the transcript. `day` is set where a new day begins."""

    day: str
    time: str
    who: str
    candidate: bool
    text: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A recording or another thing kept elsewhere."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A result for people to read. All texts are cleaned; a confidential client is in none of them."""

    id: str
    revision: int
    brand: str
    candidate: str
    job: str
    contact: str
    paper: str
    channel: str
    finished: str
    answered: str
    took: str
    status: str
    score: int | None
    recommendation: str
    band: str
    confidence: str
    criteria: tuple[Row, ...]
    summary: str
    must_haves: tuple[Need, ...]
    strengths: tuple[Evidence, ...]
    concerns: tuple[Evidence, ...]
    ask_next: tuple[str, ...]
    links: tuple[Link, ...]
    answers: tuple[Told, ...]
    scale: tuple[tuple[str, str], ...]
    transcript: tuple[Line, ...]
    script: str
    script_hash: str
    engine: str
    audit: tuple[tuple[str, str], ...]
    generated: str
    digest: str

    @property
    def score_text(self) -> str:
        """NN/100, or words where there is no score."""
        return "No score" if self.score is None else f"{self.score}/100"


def build(
    screening: Screening,
    script: Script,
    card: Scorecard,
    *,
    generated_at: int,
    links: tuple[str, ...] = (),
) -> Report:
    """The report of a result; the brand and the zone are the screening's."""
    words = eyes(screening.job)
    facts = Facts.of(screening, script, card, words)
    return Report(
        id=one_line(screening.id),
        revision=screening.revision,
        brand=one_line(screening.brand) or "Greenroom",
        candidate=facts.candidate,
        job=_job(screening, words),
        contact=_contact(screening),
        paper="letter" if script.country in ("US", "CA") else "a4",
        channel=_channels(screening),
        finished=moment(_last(screening), screening.zone),
        answered=f"{facts.answered} of {facts.asked}",
        took=span(_last(screening) - screening.began_at),
        status=ENDINGS[card.status],
        score=card.score,
        recommendation=card.recommendation,
        band=_band(script, card),
        confidence=_confidence(card, facts),
        criteria=_rows(card.criteria, words),
        summary=summary(facts),
        must_haves=tuple(_need(m, script, facts, words) for m in card.must_haves),
        strengths=tuple(_evidence(s, script, facts, words) for s in card.strengths),
        concerns=tuple(_evidence(s, script, facts, words) for s in card.concerns),
        ask_next=_ask_next(card, script, screening, words),
        links=_links((*screening.links, *links), words),
        answers=_told(screening, script, card, facts, words),
        scale=tuple(
            (facts.refs[q.key], words(s))
            for q in script.questions
            if q.key in facts.refs and (s := scale(q))
        ),
        transcript=_transcript(screening, words),
        script=one_line(script.name),
        script_hash=script.hash,
        engine=one_line(card.engine),
        audit=_audit(screening, script, card),
        generated=moment(generated_at, screening.zone),
        digest=digest(card),
    )


def _job(screening: Screening, words: Words) -> str:
    job = screening.job
    parts = [
        words(job.title)[:160],
        "" if job.confidential else one_line(job.client, 100),
        f"Job {job.id}",
    ]
    return " · ".join(p for p in parts if p)


def _contact(screening: Screening) -> str:
    person = screening.candidate
    phone = (
        f"{person.phone[:2]} ··· {person.phone[-2:]}" if len(person.phone) > 6 else ""
    )
    return " · ".join(p for p in (one_line(phone), f"Candidate {person.id}") if p)


def _last(screening: Screening) -> int:
    return max(
        (m.at for m in screening.messages if m.who is Who.CANDIDATE),
        default=screening.began_at,
    )


def _channels(screening: Screening) -> str:
    used = dict.fromkeys(a.channel for a in screening.answers) or {"sms": None}
    return " and ".join(CHANNELS.get(c, one_line(c)) for c in used)


def _band(script: Script, card: Scorecard) -> str:
    if card.status is not Status.COMPLETED:
        return ENDINGS[card.status]
    if any(m.result == "not_met" for m in card.must_haves):
        return "A must-have is not met"
    if card.score is None:
        return "Nothing to score"
    strong, fair = script.bands.advance, script.bands.review
    return (
        "Strong match"
        if card.score >= strong
        else "Possible match"
        if card.score >= fair
        else "Weak match"
    )


def _confidence(card: Scorecard, facts: Facts) -> str:
    level = (
        "High"
        if card.confidence >= 0.9
        else "Medium"
        if card.confidence >= 0.6
        else "Low"
    )
    open_ones = facts.asked - facts.answered
    left = f", {open_ones} open or unclear" if open_ones else ""
    return f"{level} confidence: {round(card.confidence * 100)}% of the weight answered{left}"


def _rows(criteria: tuple[Criterion, ...], words: Words) -> tuple[Row, ...]:
    shares = _percents([c.weight for c in criteria])
    return tuple(
        _row(c, share, words) for c, share in zip(criteria, shares, strict=True)
    )


def _row(c: Criterion, share: int, words: Words) -> Row:
    if c.points is None:
        return Row(name=words(c.name), share="–", points="", fill=0, tone="none")
    tone = "good" if c.points >= 4 else "mid" if c.points >= 2.5 else "low"
    return Row(
        name=words(c.name),
        share=f"{share}%",
        points=f"{c.points:.1f}",
        fill=max(0, min(100, round(c.points * 20))),
        tone=tone,
    )


def _percents(weights: list[float]) -> list[int]:
    """Whole per cents that sum to 100 (largest remainder)."""
    total = sum(weights)
    if not total:
        return [0 for _ in weights]
    exact = [100 * w / total for w in weights]
    whole = [int(x) for x in exact]
    order = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for i in order[: 100 - sum(whole)]:
        whole[i] += 1
    return whole


def _need(m: MustHave, script: Script, facts: Facts, words: Words) -> Need:
    q = script.question(m.question)
    name = words(q.words(script.language)) if q else one_line(m.question)
    return Need(
        name=name,
        result=m.result,
        label=MUST[m.result],
        quote=words(m.quote or ""),
        ref=facts.refs.get(m.question, ""),
    )


def _evidence(s: Scored, script: Script, facts: Facts, words: Words) -> Evidence:
    q = script.question(s.question)
    point = q.criterion if q else s.question
    read = (
        f": {value(s.value, q)}"
        if q and isinstance(s.value, int | float | dict | list)
        else ""
    )
    return Evidence(
        point=words(point + read)[:160],
        quote=words(s.quote),
        ref=facts.refs.get(s.question, ""),
    )


def _ask_next(
    card: Scorecard, script: Script, screening: Screening, words: Words
) -> tuple[str, ...]:
    asked = [q for key in card.ask_next if (q := script.question(key))]
    return tuple(words(q.words(screening.language)) for q in asked)


def _links(urls: tuple[str, ...], words: Words) -> tuple[Link, ...]:
    safe = [
        u
        for u in dict.fromkeys(urls)
        if u.startswith("https://")
        and u.isprintable()
        and " " not in u
        and len(u) <= 500
    ]
    return tuple(Link(label=words(u), url=u) for u in safe[:10] if words(u) == u)


def _told(
    screening: Screening, script: Script, card: Scorecard, facts: Facts, words: Words
) -> tuple[Told, ...]:
    scored = {s.question: s for s in card.answers}
    return tuple(
        _one(q, scored.get(q.key), facts, screening, words)
        for q in script.questions
        if q.key in facts.refs
    )


def _one(
    q: Question, s: Scored | None, facts: Facts, screening: Screening, words: Words
) -> Told:
    points = (
        ""
        if s is None or s.points is None
        else f"{s.points:.4g}"
        if s.points == int(s.points)
        else f"{s.points:.1f}"
    )
    return Told(
        ref=facts.refs[q.key],
        question=words(q.words(screening.language)),
        criterion=words(q.criterion),
        quote=words(s.quote) if s else "",
        read=words(_read(q, s)),
        points=points,
        why=words(_why(q, s, screening)),
        note=words(s.note) if s else "",
    )


def _read(q: Question, s: Scored | None) -> str:
    return "" if s is None or q.rubric or s.value == s.quote else value(s.value, q)


def _why(q: Question, s: Scored | None, screening: Screening) -> str:
    if s is None:
        return "Unclear, left open" if q.key in screening.unclear else "No answer"
    if s.points is None:
        return "Kept, not scored"
    if q.rubric:
        found = met_lines(q, str(s.value))
        return f"Found: {', '.join(found)}" if found else "No evidence found"
    return f"Read as {value(s.value, q)}"


def _transcript(screening: Screening, words: Words) -> tuple[Line, ...]:
    told = sorted(
        (m for m in screening.messages if m.state != "dropped"), key=lambda m: m.at
    )
    days = [local(m.at, screening.zone).date() for m in told]
    return tuple(
        _line(m, screening, i == 0 or days[i] != days[i - 1], words)
        for i, m in enumerate(told)
    )


def _line(m: Message, screening: Screening, new_day: bool, words: Words) -> Line:
    at = local(m.at, screening.zone)
    return Line(
        day=moment(m.at, screening.zone).rpartition(",")[0]
        + f" ({moment(m.at, screening.zone).rpartition(' ')[2]})"
        if new_day
        else "",
        time=f"{at:%H:%M}",
        who=SPEAKERS[m.who],
        candidate=m.who is Who.CANDIDATE,
        text=words(m.text),
        mark={"queued": "being sent", "failed": "not delivered"}.get(m.state, ""),
    )


def _audit(
    screening: Screening, script: Script, card: Scorecard
) -> tuple[tuple[str, str], ...]:
    said = "\n".join(m.text for m in screening.messages).encode("utf-8", "replace")
    decided = (
        DECIDED.get(screening.decided, one_line(screening.decided))
        or "none yet; a person decides"
    )
    rows = (
        ("Script", f"{one_line(script.name)} (sha256 {script.hash[:12]})"),
        ("Engine", f"{one_line(card.engine)}, rules only, no language model"),
        (
            "Revision",
            str(screening.revision)
            + (
                f", replaces {screening.revision - 1}" if screening.revision > 1 else ""
            ),
        ),
        ("Result", f"sha256 {digest(card)[:12]}"),
        ("Transcript", f"sha256 {sha256(said).hexdigest()[:12]}"),
        ("Decision", decided),
    )
    return rows
