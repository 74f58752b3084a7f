"""What a question is about, by its words."""

import re

from screening.scripts.script import Question
from screening.understanding.deferred import deferred
from screening.understanding.reading import Context
from screening.understanding.words import flat

_INTEREST = deferred(
    r"\binterest|\binteres|\bstill looking|\bopen to\b|\bhear(?:ing)? (?:more|about)\b|\bconsider"
)  # in this job or any


def asked_for(question: Question | None, context: Context, pattern: str) -> bool:
    """Whether the question itself is about this."""
    return question is not None and bool(re.search(pattern, flat(question.words(context.language))))


def asks_interest(question: Question, context: Context) -> bool:
    """Whether it is asked if they want the job at all: what sounds like a wish may be meant."""
    return bool(_INTEREST.search(flat(question.words(context.language))))
