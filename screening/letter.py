"""A letter of explanation for somebody who was not advanced: plain data, ready for a template."""

from dataclasses import dataclass

from screening.blinding import eyes
from screening.clean import one_line
from screening.scoring import Scorecard
from screening.screening import Screening
from screening.scripts.script import Script
from screening.shown import day, local, value

WEAK = 3  # points below which an answer weighed against


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One answer as it was understood, and the words that it rests on."""

    what: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the letter says. `unmet`: must-haves; `weak`: what weighed least; `unclear`: what was not understood and never counted."""

    language: str
    brand: str
    name: str
    job: str
    id: str
    date: str
    status: str
    noted: tuple[Noted, ...]
    unmet: tuple[str, ...]
    weak: tuple[str, ...]
    unclear: tuple[str, ...]
    scored: bool
    decided: bool


def letter(s: Screening, script: Script, card: Scorecard, now: int) -> Letter:
    """The letter on one result; `now` (ms UTC) dates it in the candidate's zone."""
    words = eyes(s.job)
    asked = {q.key: q for q in script.questions}
    noted = [
        Noted(
            what=words(asked[a.question].words(s.language)),
            value=words(value(a.value, asked[a.question])),
            quote=words(a.quote),
        )
        for a in s.answers
        if a.question in asked
    ]
    unmet = [words(asked[m.question].words(s.language)) for m in card.must_haves if m.result == "not_met"]
    weak = [words(c.name) for c in card.criteria if c.points is not None and c.points < WEAK]
    return Letter(
        language=s.language,
        brand=one_line(s.brand),
        name=one_line(s.candidate.first_name),
        job=words(s.job.title),
        id=s.id,
        date=day(local(now, s.zone).date()),
        status=s.status.value,
        noted=tuple(noted),
        unmet=tuple(unmet),
        weak=() if unmet else tuple(weak[:3]),
        unclear=tuple(words(q.criterion) for q in script.questions if q.key in s.unclear),
        scored=card.score is not None,
        decided=bool(s.decided) and not s.decided.startswith("On hold"),
    )
