"""Putting an earlier answer right, while the interview goes on."""

import re
from typing import Final

from screening.channels.asking import ask_next, asked, confirm, open_question, repeat_question
from screening.channels.corrections import Mark, Strength, earlier, marked, repeats
from screening.channels.fragments import clauses
from screening.channels.recording import context, record
from screening.channels.signs import speaks_of
from screening.channels.turns import Turn
from screening.interview import knocks_out, lost
from screening.screening import Message
from screening.scripts.script import Kind, Question
from screening.understanding import understand
from screening.understanding.reading import SURE, Heard, Intent, Reading
from screening.wording import phrases

SHORTLY: Final = 10  # words
_WRONG: Final = re.compile(r"\b(?:wrong|incorrect|not right|mistake|typo|mal|equivocad[oa]|incorrect[oa])\b", re.I)
PLAINLY = 0.85  # a correction that ends the chances is taken without asking back only from here on


def put_right(turn: Turn, q: Question, heard: Heard, text: str, waiting: tuple[Message, ...]) -> bool:
    """Whether these words put an earlier answer right rather than answering the open question; then it is done."""
    mark, reads = marked(text), heard.intent is Intent.ANSWER
    if not (reads or heard.intent is Intent.UNCLEAR or asks_to_change(heard, mark)):
        return False
    if reads and not _away(turn, q, mark) and not _aside(q, heard, text):
        return False
    found = earlier(
        turn.screening,
        _others(turn, q),
        mark.rest if mark else text,
        context(turn),
        strength=mark.strength if mark else None,
        unsure=True,
    )
    if found is None and not reads and (wrong := _wrong(turn, q, text)) is not None:
        _anew(turn, wrong)
        return True
    if found is None:
        return heard.intent is Intent.UNCLEAR and mark is None and _said_again(turn, q, text)
    if (here := _answers_too(turn, q, text)) is not None:
        record(turn, q, here, waiting)
    _settle(turn, *found, mark, waiting)
    return True


def _wrong(turn: Turn, q: Question, text: str) -> Question | None:
    """The one earlier answer that is said to be wrong, without what is right ("wait, the years is wrong")."""
    told = [o for o in _others(turn, q) if turn.screening.answer(o.key) is not None and speaks_of(o, text)]
    return told[0] if len(told) == 1 and _WRONG.search(text) and len(text.split()) <= SHORTLY else None


def _anew(turn: Turn, q: Question) -> None:
    """Ask again what was answered wrongly."""
    s = turn.screening
    turn.change(answers=tuple(a for a in s.answers if a.question != q.key), open_question=q.key)
    repeat_question(turn, phrases("back", s))


def asks_to_change(heard: Heard, mark: Mark | None) -> bool:
    """Whether a question is the wish to put something right ("can I change my pay to 21")."""
    plain = mark is not None and mark.strength is Strength.STRONG and mark.leads
    return plain and heard.intent is Intent.QUESTION and heard.faq is None


def _said_again(turn: Turn, q: Question, text: str) -> bool:
    """Whether words that answer nothing now say once more what was answered before; then the question just comes again."""
    if asked(turn, q) > 1 or repeats(turn.screening, _others(turn, q), text, context(turn)) is None:
        return False
    repeat_question(turn, phrases("back", turn.screening))
    return True


def _answers_too(turn: Turn, q: Question, text: str) -> Reading | None:
    """What the words before a correction answer ("reefer, and sorry I meant 13 years")."""
    before = []
    for clause in clauses(text):
        if marked(clause) is not None:
            break
        before.append(clause)
    else:
        return None
    for clause in before:
        heard = understand(clause, q, context(turn))
        reading = heard.answer if speaks_of(q, clause) else None
        if reading is not None and reading.confidence >= SURE and not knocks_out(q, reading):
            return reading
    return None


def put_right_beside(turn: Turn, q: Question, waiting: tuple[Message, ...]) -> None:
    """One breath that answers and puts something earlier right: in another text, or in a later clause that says so plainly."""
    told = [(message.text, Strength.WEAK) for message in waiting[1:]]
    told += [(clause, Strength.STRONG) for message in waiting for clause in list(clauses(message.text))[1:]]
    for words, least in told:
        mark = marked(words)
        if mark is None or not mark.leads or mark.strength < least:
            continue
        if understand(words, q, context(turn)).intent is Intent.ANSWER:
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


def _aside(q: Question, heard: Heard, text: str) -> bool:
    """Whether an unsure yes or no is found in words that do not speak of the open question ("commercial, not residential")."""
    unsure = heard.reading is not None and heard.reading.confidence < SURE
    return unsure and q.kind is Kind.YES_NO and not speaks_of(q, text)


def _settle(turn: Turn, q: Question, reading: Reading, mark: Mark | None, waiting: tuple[Message, ...]) -> None:
    s = turn.screening
    plain = mark is not None and mark.strength is Strength.STRONG and reading.confidence >= PLAINLY
    if knocks_out(q, reading) and not plain and q.key not in s.confirmed:
        confirm(turn, q)
        return
    record(turn, q, reading, waiting)
    if lost(turn.screening, turn.script) is not None or open_question(turn) is None:
        ask_next(turn, leads=phrases("taken_up", s))
    else:
        repeat_question(turn, phrases("taken_up", s))
