"""Report: a result as plain data, ready for a template. Every text in it is cleaned."""

from screening.blinding import eyes
from screening.clean import one_line
from screening.report_data import Report
from screening.report_rows import Words, ask_next, audit, evidence, need, rows, told, transcript
from screening.report_rows import links as safe_links
from screening.scoring import Scorecard
from screening.screening import Screening, Status, Who
from screening.scripts.script import Script
from screening.seal import digest
from screening.shown import moment, scale, span
from screening.steps import listed
from screening.summary import Facts, summary

__all__ = ["Report", "build"]

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
CHANNELS = {"sms": "SMS", "form": "form", "voice": "voice", "resume": "resume"}


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
        criteria=rows(card.criteria, words),
        summary=summary(facts),
        must_haves=tuple(need(m, script, facts, words) for m in card.must_haves),
        strengths=tuple(evidence(s, script, facts, words) for s in card.strengths),
        concerns=tuple(evidence(s, script, facts, words) for s in card.concerns),
        ask_next=ask_next(card, script, screening, words),
        links=safe_links((*screening.links, *links), words),
        answers=told(screening, script, card, facts, words),
        scale=tuple((facts.refs[q.key], words(s)) for q in script.questions if q.key in facts.refs and (s := scale(q))),
        transcript=transcript(screening, words),
        script=one_line(script.name),
        script_hash=script.hash,
        engine=one_line(card.engine),
        audit=audit(screening, script, card),
        generated=moment(generated_at, screening.zone),
        generated_at=generated_at,
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
    phone = f"{person.phone[:2]} ··· {person.phone[-2:]}" if len(person.phone) > 6 else ""
    return " · ".join(p for p in (one_line(phone), f"Candidate {person.id}") if p)


def _last(screening: Screening) -> int:
    return max(
        (m.at for m in screening.messages if m.who is Who.CANDIDATE),
        default=screening.began_at,
    )


def _channels(screening: Screening) -> str:
    used = dict.fromkeys(a.channel for a in screening.answers) or {"sms": None}
    said = listed(tuple(CHANNELS.get(c, one_line(c)) for c in used))
    return said[:1].upper() + said[1:]


def _band(script: Script, card: Scorecard) -> str:
    if card.status is not Status.COMPLETED:
        return ENDINGS[card.status]
    if any(m.result == "not_met" for m in card.must_haves):
        return "A must-have is not met"
    if card.score is None:
        return "Nothing to score"
    strong, fair = script.bands.advance, script.bands.review
    return "Strong match" if card.score >= strong else "Possible match" if card.score >= fair else "Weak match"


def _confidence(card: Scorecard, facts: Facts) -> str:
    level = "High" if card.confidence >= 0.9 else "Medium" if card.confidence >= 0.6 else "Low"
    open_ones = facts.asked - facts.answered
    left = f", {open_ones} open or unclear" if open_ones else ""
    return f"{level} confidence: {round(card.confidence * 100)}% of the weight answered{left}"
