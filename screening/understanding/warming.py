"""Word lists and their patterns are made when they are first asked for; whoever talks at once asks before."""

from datetime import UTC, datetime
from typing import Final

from screening.scripts.script import Kind, Option, Question
from screening.understanding.reading import Context
from screening.understanding.understand import understand

_TEXTS: Final = ("not really, maybe two after monday near tulsaa", "1")
_OPTIONS: Final = (Option(value="day"), Option(value="night"))


def warm() -> None:
    """Read a text under each kind of question, so that the first candidate's reply is read as fast as the next."""
    context = Context(now=datetime(2026, 1, 5, 12, tzinfo=UTC), language="en")
    for kind in Kind:
        options = _OPTIONS if kind is Kind.CHOICE else ()
        question = Question(key="any", kind=kind, ask={"en": "Which suits you?"}, criterion="Any", options=options)
        for text in _TEXTS:
            understand(text, question, context)
