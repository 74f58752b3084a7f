"""Reads a date or a notice: from the mentions of days in a text, the one it answers with."""

import re
from datetime import timedelta

from screening.scripts.script import Question
from screening.understanding.calendar import mended
from screening.understanding.date_bare import at_last, at_once, bare
from screening.understanding.date_bounds import ASKS_BACK, bounded, in_week_asked, looking_back
from screening.understanding.date_choice import chosen
from screening.understanding.date_mentions import mentions, one_after
from screening.understanding.date_reading import dated
from screening.understanding.moment_days import Clock
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_DAY_FIRST = frozenset({"GB", "IN", "IE", "AU", "NZ", "ES", "MX", "FR", "DE", "ZA"})

_TAKEN_JOB = re.compile(r"\b(?:started|began|empece)\b")


def read_date(said: Said, question: Question, context: Context) -> Reading | None:
    """The day (or span of days) a text answers with."""
    plain = mended(said.plain)
    clock = Clock(context.now.date(), context.country in _DAY_FIRST)
    if later := one_after(plain, clock):
        return dated(said, plain, later)
    found = mentions(plain, clock)
    if re.search(
        r"\bill (?:text|call|tell|let|hit|msg|message) (?:u|you|ya|yall)\b.*\b(?:then|know)\b|\bill (?:know|find out|hear)\b",
        plain,
    ):
        return None
    if not found:
        return at_once(said, plain, clock) or bare(said, plain, question, clock, context)
    if now := at_last(said, plain, clock):
        return now
    moment = chosen(plain, found, question, context)
    if moment is None:
        return None
    if moment.last < clock.today and (now := at_once(said, plain[moment.end :].rjust(len(plain)), clock)):
        return now
    moment = in_week_asked(bounded(plain, moment, clock), plain, question, context)
    moment = looking_back(moment, plain, question, context)
    if (
        moment.last < clock.today
        and not ASKS_BACK.search(flat(question.words(context.language)))
        and (
            _TAKEN_JOB.search(plain)
            or not re.search(r"\bago\b|last|yesterday|past|back|\bayer\b|\bhace\b|pasad", plain)
        )
        and context.now.date() - moment.last < timedelta(days=400)
    ):
        return None
    return dated(said, plain, moment)
