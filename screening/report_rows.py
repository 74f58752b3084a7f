"""Report rows: the parts of a report, each from the scorecard and the screening."""

import re
from collections.abc import Callable
from hashlib import sha256

from screening.clean import one_line
from screening.points import met_lines
from screening.report_data import Evidence, Line, Link, Need, Row, Told
from screening.scoring import Criterion, MustHave, Scorecard, Scored
from screening.screening import Message, Screening, Who
from screening.scripts.script import Question, Script
from screening.seal import digest
from screening.shown import local, moment, value
from screening.summary import Facts

Words = Callable[[str], str]
MUST = {"met": "Met", "not_met": "Not met", "unclear": "Unclear"}
DECIDED = {"Advance": "Advanced", "Reject": "Not taken forward", "On hold": "On hold"}
_WHEN = re.compile(r"at (\d{4}-\d\d-\d\d \d\d:\d\d UTC)")
SPEAKERS = {
    Who.BOT: "Assistant",
    Who.CANDIDATE: "Candidate",
    Who.RECRUITER: "Recruiter",
}


def rows(criteria: tuple[Criterion, ...], words: Words) -> tuple[Row, ...]:
    """The criteria, with their weights in whole per cents."""
    shares = _percents([c.weight for c in criteria])
    return tuple(_row(c, share, words) for c, share in zip(criteria, shares, strict=True))


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


def need(m: MustHave, script: Script, facts: Facts, words: Words) -> Need:
    """One must-have with its evidence."""
    q = script.question(m.question)
    name = words(q.words(script.language)) if q else one_line(m.question)
    return Need(
        name=name,
        result=m.result,
        label=MUST[m.result],
        quote=words(m.quote or ""),
        ref=facts.refs.get(m.question, ""),
    )


def evidence(s: Scored, script: Script, facts: Facts, words: Words) -> Evidence:
    """One strength or concern with its evidence."""
    q = script.question(s.question)
    point = q.criterion if q else s.question
    read = f": {value(s.value, q)}" if q and isinstance(s.value, int | float | dict | list) else ""
    return Evidence(
        point=words(point + read)[:160],
        quote=words(s.quote),
        ref=facts.refs.get(s.question, ""),
    )


def ask_next(card: Scorecard, script: Script, screening: Screening, words: Words) -> tuple[str, ...]:
    """The questions that a recruiter had better ask."""
    asked = [q for key in card.ask_next if (q := script.question(key))]
    return tuple(words(q.words(screening.language)) for q in asked)


def links(urls: tuple[str, ...], words: Words) -> tuple[Link, ...]:
    """The links that may stand in a document: https only, nothing hidden in them."""
    safe = [
        u
        for u in dict.fromkeys(urls)
        if u.startswith("https://") and u.isprintable() and " " not in u and len(u) <= 500
    ]
    return tuple(Link(label=words(u), url=u) for u in safe[:10] if words(u) == u)


def told(screening: Screening, script: Script, card: Scorecard, facts: Facts, words: Words) -> tuple[Told, ...]:
    """Every question asked, and its answer."""
    scored = {s.question: s for s in card.answers}
    return tuple(_one(q, scored.get(q.key), facts, screening, words) for q in script.questions if q.key in facts.refs)


def _one(q: Question, s: Scored | None, facts: Facts, screening: Screening, words: Words) -> Told:
    points = (
        "" if s is None or s.points is None else f"{s.points:.4g}" if s.points == int(s.points) else f"{s.points:.1f}"
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


def transcript(screening: Screening, words: Words) -> tuple[Line, ...]:
    """Everything said, in its order."""
    told = sorted((m for m in screening.messages if m.state != "dropped"), key=lambda m: m.at)
    days = [local(m.at, screening.zone).date() for m in told]
    return tuple(_line(m, screening, i == 0 or days[i] != days[i - 1], words) for i, m in enumerate(told))


def _line(m: Message, screening: Screening, new_day: bool, words: Words) -> Line:
    at = local(m.at, screening.zone)
    return Line(
        day=moment(m.at, screening.zone).rpartition(",")[0] + f" ({moment(m.at, screening.zone).rpartition(' ')[2]})"
        if new_day
        else "",
        time=f"{at:%H:%M}",
        who=SPEAKERS[m.who],
        candidate=m.who is Who.CANDIDATE,
        text=words(_told(m)),
        mark=_mark(m),
    )


def _mark(m: Message) -> str:
    if m.channel == "voice":
        aloud = "by telephone, not clear" if m.kind == "unclear" else "by telephone"
        return "by the telephone's keys" if m.kind == "keypad" else aloud
    return {"queued": "being sent", "failed": "not delivered"}.get(m.state, "")


def _told(m: Message) -> str:
    """What was said; a form's field with its question's key, a resume by its length: its quotes stand with the answers."""
    if m.kind == "resume":
        return f"(a resume of {len(m.text):,} characters; what was read from it is quoted with the answers)"
    return f"(form, {m.question}) {m.text}" if m.kind == "form" else m.text


def audit(screening: Screening, script: Script, card: Scorecard) -> tuple[tuple[str, str], ...]:
    """What the result was made of, so that it can be checked."""
    said = "\n".join(m.text for m in screening.messages).encode("utf-8", "replace")
    before = screening.revision - 1
    return (
        ("Script", f"{one_line(script.name)} (sha256 {script.hash[:12]})"),
        ("Engine", f"{one_line(card.engine)}; points come from the script's rules, never from a language model"),
        ("Revision", f"{screening.revision}, replaces {before}" if before > 0 else str(screening.revision)),
        ("Result", f"sha256 {digest(card)[:12]}"),
        ("Transcript", f"sha256 {sha256(said).hexdigest()[:12]}"),
        ("Audit chain", f"{screening.chained} links, head {screening.chain[:12] or 'none'}"),
        ("Decision", _decision(screening.decided)),
        *_consents(screening),
    )


def _consents(screening: Screening) -> tuple[tuple[str, str], ...]:
    """What was agreed to about recording, and what the words of a call are worth."""
    asked = [c for c in screening.calls if c.consent_at is not None]
    if not asked:
        return ()
    last = asked[-1]
    said = (
        f"{'agreed to' if last.consent == 'yes' else 'declined'} aloud, {moment(last.consent_at or 0, screening.zone)}"
    )
    worth = "; what was said by telephone was written down by a machine and may be wrong, the recording is the source"
    return (("Recording", said + worth),)


def _decision(words: str) -> str:
    """A recruiter's decision without the mention of Slack; never in words that hurt."""
    shown = next((shown for start, shown in DECIDED.items() if words.lower().startswith(start.lower())), "")
    when = _WHEN.search(words)
    if not words:
        return "none yet; a person decides"
    contrary = ", against the recommendation of the tool" if "against the recommendation" in words else ""
    return (shown or "made") + " by a recruiter" + (f", {when[1]}" if when else "") + contrary
