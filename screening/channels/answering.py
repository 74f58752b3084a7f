"""Answering what candidates ask: by the prepared answers as far as they go, else by a recruiter."""

from dataclasses import replace
from typing import Final

from screening.channels.fragments import asks, clauses
from screening.channels.recording import context
from screening.channels.turns import Turn
from screening.understanding import understand
from screening.understanding.reading import Heard, Intent
from screening.wording import LIMIT, of_script, phrases

MOST_TOLD: Final = 160  # characters of an answer that stands before another sentence


def known_and_more(turn: Turn, heard: Heard, text: str) -> tuple[str, ...]:
    """What we can answer; what else is asked in the same text goes to a recruiter."""
    answers = faq_answers(turn, heard, text)
    more = [c for c in clauses(text) if asks(c) and c.strip() != text.strip() and _unknown(turn, c)]
    if not more:
        return (answers,)
    passed = passed_on(turn, " ".join(more))
    return (*(f"{answers} {p}" for p in passed if len(f"{answers} {p}") <= LIMIT), answers)


def passed_on(turn: Turn, text: str) -> tuple[str, ...]:
    """A recruiter is asked, and the candidate told so."""
    turn.tell(f"{turn.screening.candidate.name} asks: {text}", take_over=True)
    return phrases("passed_on", turn.screening)


def faq_answer(turn: Turn, heard: Heard) -> str:
    """The prepared answer to what was asked."""
    entry = turn.script.faq[heard.faq] if heard.faq is not None else None
    return of_script(dict(entry.answer), turn.screening) if entry else ""


def faq_answers(turn: Turn, heard: Heard, text: str) -> str:
    """The prepared answers to all that was asked in one text, as many as fit; the asked-for one stands first or alone."""
    asked = [understand(piece, None, context(turn)).faq for piece in clauses(text)]
    others = dict.fromkeys(n for n in asked if n is not None and n != heard.faq)
    first = faq_answer(turn, heard)
    whole = " ".join([first, *(faq_answer(turn, replace(heard, faq=n)) for n in others)])
    return whole if len(whole) <= LIMIT else first


def told_first(turn: Turn, text: str) -> str:
    """The prepared answer to what a text asks besides putting us off."""
    asked = (understand(c, None, context(turn)) for c in clauses(text))
    found = next((faq_answer(turn, h) for h in asked if h.faq is not None), "")
    return f"{found} " if found and len(found) <= MOST_TOLD else ""


def _unknown(turn: Turn, clause: str) -> bool:
    heard = understand(clause, None, context(turn))
    return heard.intent is Intent.QUESTION and heard.faq is None
