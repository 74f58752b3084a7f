"""Recording what was understood: the reading becomes an answer, with its quote as it stands in a stored message."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from screening.channels.turns import Turn
from screening.interview import recorded
from screening.screening import Message, Who
from screening.scripts.script import Question
from screening.understanding import ENGINE
from screening.understanding.reading import Context, Reading


def context(turn: Turn) -> Context:
    """What the readers may know."""
    s = turn.screening
    now = datetime.fromtimestamp(turn.now / 1000, ZoneInfo(s.zone))
    ours = tuple(m.text for m in s.messages if m.who is Who.BOT)[-5:]
    return Context(now=now, language=s.language, country=turn.script.country, faq=turn.script.faq, ours=ours)


def record(turn: Turn, q: Question, reading: Reading, waiting: tuple[Message, ...]) -> None:
    """Keep the answer to this question, in place of an earlier one."""
    message, quote = _where(reading, waiting)
    exact = replace(reading, quote=quote)
    turn.screening = turn.screening.with_answer(recorded(q, exact, message, ENGINE, turn.now, turn.channel))


def _where(reading: Reading, waiting: tuple[Message, ...]) -> tuple[str, str]:
    """The message that holds the quote, and the quote as it stands there."""
    for m in waiting:
        if reading.quote in m.text:
            return m.id, reading.quote
    first = reading.quote.split("\n")[0]
    return next(((m.id, first) for m in waiting if first in m.text), (waiting[-1].id, waiting[-1].text))
