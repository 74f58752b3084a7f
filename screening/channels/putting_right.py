"""Putting an earlier answer right, while the interview goes on."""

from screening.channels.asking import ask_next, open_question, repeat_question
from screening.channels.corrections import Mark, Strength, earlier, marked
from screening.channels.recording import context, record
from screening.channels.signs import speaks_of
from screening.channels.turns import Turn
from screening.interview import knocks_out, lost
from screening.screening import Message
from screening.scripts.script import Question
from screening.understanding import understand
from screening.understanding.reading import Heard, Intent, Reading
from screening.wording import asking, phrase, phrases, short

PLAINLY = 0.85  # a correction that ends the chances is taken without asking back only from here on


def put_right(turn: Turn, q: Question, heard: Heard, text: str, waiting: tuple[Message, ...]) -> bool:
    """Whether these words put an earlier answer right rather than answering the open question; then it is done."""
    mark, reads = marked(text), heard.intent is Intent.ANSWER
    if heard.intent not in (Intent.ANSWER, Intent.UNCLEAR) or (reads and not _away(turn, q, mark)):
        return False
    found = earlier(
        turn.screening,
        _others(turn, q),
        mark.rest if mark else text,
        context(turn),
        strength=mark.strength if mark else None,
    )
    if found is None:
        return False
    _settle(turn, *found, mark, waiting)
    return True


def put_right_beside(turn: Turn, q: Question, waiting: tuple[Message, ...]) -> None:
    """Several texts in one breath: one that answers, and others that put something earlier right."""
    for message in waiting[1:]:
        mark = marked(message.text)
        if mark is None or not mark.leads or understand(message.text, q, context(turn)).intent is Intent.ANSWER:
            continue
        found = earlier(turn.screening, _others(turn, q), mark.rest, context(turn), strength=mark.strength)
        if found is not None and not knocks_out(*found):
            record(turn, *found, waiting)


def _others(turn: Turn, q: Question) -> tuple[Question, ...]:
    return tuple(other for other in turn.script.questions if other.key != q.key)


def _away(turn: Turn, q: Question, mark: Mark | None) -> bool:
    """Whether words that could answer the open question point to an earlier one all the same."""
    if mark is None or not mark.leads or speaks_of(q, mark.rest):
        return False
    if mark.strength is Strength.STRONG:
        return True
    return any(speaks_of(other, mark.rest) for other in _others(turn, q) if turn.screening.answer(other.key))


def _settle(turn: Turn, q: Question, reading: Reading, mark: Mark | None, waiting: tuple[Message, ...]) -> None:
    s = turn.screening
    plain = mark is not None and mark.strength is Strength.STRONG and reading.confidence >= PLAINLY
    if knocks_out(q, reading) and not plain and q.key not in s.confirmed:
        turn.change(confirmed=(*s.confirmed, q.key), open_question=q.key)
        turn.say("confirm", short(phrase("confirm", s), asking(q, s)), question=q)
        return
    record(turn, q, reading, waiting)
    if lost(turn.screening, turn.script) is not None or open_question(turn) is None:
        ask_next(turn, leads=phrases("taken_up", s))
    else:
        repeat_question(turn, phrases("taken_up", s))
