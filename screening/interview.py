"""The interview apart from its channels: which question is next, what an answer does, when it is complete."""

from screening.scoring import asked_if, must_have_result
from screening.screening import Answer, Screening
from screening.scripts.script import Question, Script
from screening.steps import reached
from screening.understanding.reading import SURE, Reading


def next_question(screening: Screening, script: Script) -> Question | None:
    """The first question of this step or an earlier one that is to be asked and has neither an answer nor been left unclear."""
    for q in script.questions:
        settled = screening.answer(q.key) is not None or q.key in (*screening.unclear, *screening.pending)
        if not settled and reached(screening, script, q) and asked_if(q, script, screening):
            return q
    return None


def knocks_out(question: Question, reading: Reading) -> bool:
    """Whether this reading is a must-have not met."""
    chosen = reading.value if isinstance(reading.value, list) else [reading.value]
    return bool(question.knockout) and all(str(c) in question.knockout for c in chosen)


def must_confirm(screening: Screening, question: Question, reading: Reading) -> bool:
    """A knock-out that is less than sure is confirmed first, once."""
    if screening.unscored:
        return False
    return knocks_out(question, reading) and reading.confidence < SURE and question.key not in screening.confirmed


def lost(screening: Screening, script: Script) -> Question | None:
    """The must-have that is not met, if there is one; none where nothing may be scored."""
    if screening.unscored:
        return None
    for q in script.questions:
        answer = screening.answer(q.key)
        if q.knockout and answer is not None and must_have_result(q, answer) == "not_met":
            return q
    return None


def recorded(question: Question, reading: Reading, message: str, engine: str, at: int, channel: str) -> Answer:
    """The answer that this reading makes."""
    return Answer(
        question=question.key,
        value=reading.value,
        quote=reading.quote,
        message=message,
        rule=reading.rule,
        confidence=reading.confidence,
        engine=engine,
        at=at,
        channel=channel,
    )
