"""Puzzles: texts that the readers do not understand, put before an optional language model, and what of its proposal holds.

A model only proposes. It must quote the candidate word for word; the readers check what can be checked; nothing it says ends
anybody's chances: a must-have is confirmed with the candidate, in the candidate's own plain words, or left unclear.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from screening.interview import knocks_out
from screening.screening import Proposal, Screening, Who, as_one
from screening.scripts.script import Kind, Question, Script
from screening.understanding import opts_out, understand
from screening.understanding.reading import Context, Heard, Intent, Reading

PROPOSED: Final = 0.6  # how sure a proposal is at most: below SURE, so that a knock-out is confirmed
MEANT: Final = frozenset(
    {Kind.YES_NO, Kind.CHOICE}
)  # a model may say what indirect words mean; for the rest it may only point


@dataclass(frozen=True, slots=True, kw_only=True)
class Puzzle:
    """What a model is asked: one question and the texts that came as its answer. `texts` are the ids of those messages."""

    screening: str
    question: Question
    words: str
    text: str
    language: str
    faq: tuple[str, ...]
    texts: tuple[str, ...]


def puzzle(s: Screening, script: Script, now: int) -> Puzzle | None:
    """What the readers make nothing of in the texts that wait; None where they need no help."""
    q, waiting = script.question(s.open_question), s.waiting()
    text = as_one(waiting).strip()
    if q is None or not text or not s.open or s.taken_over or s.proposal is not None:
        return None
    known = _context(s, script, now)
    if opts_out(text, known) is not None or not _puzzling(understand(text, q, known)):
        return None
    return Puzzle(
        screening=s.id,
        question=q,
        words=q.words(s.language),
        text=text[:1_600],
        language=s.language,
        faq=tuple(entry.ask[0] for entry in script.faq if entry.ask),
        texts=tuple(m.id for m in waiting),
    )


def _context(s: Screening, script: Script, now: int) -> Context:
    at = datetime.fromtimestamp(now / 1000, ZoneInfo(s.zone))
    ours = tuple(m.text for m in s.messages if m.who is Who.BOT)[-5:]
    return Context(now=at, language=s.language, country=script.country, faq=script.faq, ours=ours)


def _puzzling(heard: Heard) -> bool:
    return (heard.intent is Intent.UNCLEAR and heard.rule != "injection") or (
        heard.intent is Intent.QUESTION and heard.faq is None
    )


def helped(heard: Heard, p: Proposal | None, s: Screening, q: Question, text: str, known: Context) -> Heard:
    """What the text means with the proposal's help; what the readers heard, where it does not hold."""
    if p is None or not _puzzling(heard) or p.question != q.key or not p.quote.strip() or p.quote not in text:
        return heard
    if p.faq is not None:
        fits = 0 <= p.faq < len(known.faq)
        return replace(heard, intent=Intent.QUESTION, rule="proposed.faq", faq=p.faq) if fits else heard
    reading = _read(p, q, known) if heard.intent is Intent.UNCLEAR else None
    if reading is None or (knocks_out(q, reading) and q.key in s.confirmed):
        return heard
    return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading)


def _read(p: Proposal, q: Question, known: Context) -> Reading | None:
    """The proposed answer, if it is one that the question has; figures are read from the quote by our own readers."""
    own = understand(p.quote, q, known)
    if q.kind not in MEANT:
        reading = own.answer if q.kind is not Kind.TEXT else None
        return replace(reading, quote=p.quote, confidence=PROPOSED, rule="proposed.quote") if reading else None
    values = ("yes", "no") if q.kind is Kind.YES_NO else tuple(o.value for o in q.options)
    if p.value not in values or (own.reading is not None and own.reading.value not in (p.value, [p.value])):
        return None
    value = [p.value] if q.several else p.value
    return Reading(value=value, quote=p.quote, confidence=PROPOSED, rule="proposed.meaning")
