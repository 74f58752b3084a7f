"""Hearing by text: what the candidate's words mean here, and what follows from that."""

import re
from typing import Final

from screening.channels import putting_off, signs, wishes
from screening.channels.afterwards import after_the_end
from screening.channels.asking import (
    ask_again,
    ask_next,
    asked,
    confirm,
    finish,
    leave,
    open_question,
    put,
    repeat_question,
)
from screening.channels.attribution import from_before, question_meant
from screening.channels.corrections import marked
from screening.channels.doubts import (
    adds_to_another,
    is_bare_figure,
    knocks_out_for_another,
    knocks_out_in_doubt,
    of_another_text,
)
from screening.channels.fragments import answer_beside, answer_first, put_off, wish_beside, wish_within
from screening.channels.inviting import by_link, in_resume
from screening.channels.putting_right import put_right, put_right_beside
from screening.channels.recording import context, record
from screening.channels.rights import ask_for_right
from screening.channels.second_thoughts import last_word
from screening.channels.turns import Turn
from screening.channels.volunteered import beside
from screening.interview import knocks_out, lost, must_confirm
from screening.puzzles import helped
from screening.resume.declining import has_none
from screening.screening import Message, Proposal, Status, Who, as_one
from screening.scripts.script import Kind, Question
from screening.understanding import understand
from screening.understanding.reading import SURE, Heard, Intent, Reading
from screening.wording import phrases

AT_A_TIME: Final = 6  # texts from us in ten minutes that bring no answer; then a person
TEN_MINUTES: Final = 600_000
MILD: Final = frozenset(
    {Intent.WHO, Intent.QUESTION, Intent.HELP, Intent.DEFER, Intent.LANGUAGE}
)  # may come beside an answer


def hear(turn: Turn, waiting: tuple[Message, ...]) -> None:
    """Read the texts as one and follow what they mean."""
    text = as_one(waiting).strip()
    if not turn.screening.open:
        after_the_end(turn, text, waiting)
    elif _in_circles(turn):
        turn.tell(
            f"{turn.screening.candidate.name}: {AT_A_TIME} texts brought no answer; please read it.", take_over=True
        )
        turn.end(Status.HUMAN_REQUESTED, "the conversation went in circles")
    elif not text:
        _wordless(turn, waiting)
    elif ask_for_right(turn, text):
        return
    elif _someone_else(turn, text):
        follow(turn, Heard(intent=Intent.WRONG_NUMBER, rule="not_the_name"), None, text)
    else:
        waiting = _of_now(turn, waiting)
        _listen(turn, as_one(waiting).strip(), waiting)


def _of_now(turn: Turn, waiting: tuple[Message, ...]) -> tuple[Message, ...]:
    """The texts to be read as one; without those from before the open question, which may put an earlier answer right."""
    early = from_before(turn, waiting)
    if not early:
        return waiting
    q, text = question_meant(turn, early), as_one(early)
    heard = understand(text, q, context(turn))
    if heard.intent in wishes.FOLLOW:
        return waiting
    _too_early(turn, q, heard, text, early)
    return tuple(m for m in waiting if m not in early)


def _in_circles(turn: Turn) -> bool:
    """Whether our last texts came thick and fast and brought no answer."""
    s = turn.screening
    if turn.channel != "sms":
        return False
    since = max((turn.now - TEN_MINUTES, *(a.at for a in s.answers)))
    return sum(m.who is Who.BOT and m.channel != "voice" and m.at > since for m in s.messages) >= AT_A_TIME


def _someone_else(turn: Turn, text: str) -> bool:
    """Whether they say that they are not the one we call by name: no reader knows the name."""
    name = re.escape(turn.screening.candidate.first_name)
    not_me = rf"\b(?:(?:this|it|i)\s*(?:is|am|'?s|’s|'?m|’m)?\s*(?:not|isn'?t|isn’t|ain'?t)|no soy|no es|there(?: is|'?s) no|no)\s+{name}\b(?!')"
    return bool(name) and re.search(not_me, text, re.I) is not None and len(text.split()) <= 12


def _wordless(turn: Turn, waiting: tuple[Message, ...]) -> None:
    q = open_question(turn)
    if any(m.kind == "media" for m in waiting):
        if not turn.say("ask_again", *phrases("picture", turn.screening)):
            turn.tell(f"{turn.screening.candidate.name} keeps sending pictures; please look.", take_over=True)
    elif q is not None:
        ask_again(turn, q)


def _listen(turn: Turn, text: str, waiting: tuple[Message, ...]) -> None:
    if in_resume(turn) and has_none(text):
        turn.tell(f"{turn.screening.candidate.name} has no resume.")
        finish(turn)
        return
    if by_link(turn):
        follow(turn, understand(text, None, context(turn)), None, text)
        return
    q = question_meant(turn, waiting)
    heard = understand(text, q, context(turn))
    if q is not None:
        heard = helped(heard, _proposal(turn, waiting), turn.screening, q, text, context(turn))
        heard = put_off(turn, q, last_word(turn, q, heard, waiting), text)
    if q is not None and of_another_text(turn, q, text):
        return
    if q is None or q != open_question(turn):
        _too_early(turn, q, heard, text, waiting)
    elif put_right(turn, q, heard, text, waiting):
        return
    elif heard.reading is not None and _belongs_to_another(turn, q, heard.reading, text, waiting):
        repeat_question(turn, phrases("back", turn.screening))
    elif heard.answer is not None:
        _take(turn, q, heard.answer, wish_beside(turn, q, heard, text), waiting)
    elif (reading := _in_a_part(turn, q, heard, text)) is not None:
        _take(turn, q, reading, heard, waiting)
    else:
        _unanswered(turn, heard, q, text, waiting)


def _unanswered(turn: Turn, heard: Heard, q: Question, text: str, waiting: tuple[Message, ...]) -> None:
    """The text does not answer the open question: it answers a later one, or wishes something, or is not understood."""
    early = heard.intent is Intent.UNCLEAR and _told_early(turn, q, text, waiting)
    wish = wish_within(turn, text) if heard.intent is Intent.UNCLEAR else None
    if wish is not None:
        follow(turn, wish, q, text)
    elif early:
        repeat_question(turn, phrases("back", turn.screening))
    else:
        follow(turn, heard, q, text)


def _told_early(turn: Turn, q: Question, text: str, waiting: tuple[Message, ...]) -> bool:
    """Whether the text leaves the open question aside and plainly answers a later one, which is kept and not asked again."""
    found = list(beside(turn.screening, turn.script, q, text, "", context(turn)))
    for other, reading in found:
        record(turn, other, reading, waiting)
    return bool(found)


def _belongs_to_another(turn: Turn, q: Question, reading: Reading, text: str, waiting: tuple[Message, ...]) -> bool:
    """Whether what reads as a yes or no adds to an earlier question, or answers a later one ("7 years", said too early)."""
    early = is_bare_figure(q, reading, text) and _told_early(turn, q, text, waiting)
    return early or adds_to_another(turn, q, reading, text)


def _in_a_part(turn: Turn, q: Question, heard: Heard, text: str) -> Reading | None:
    """The answer in a part of a text that as a whole is none."""
    if heard.intent is Intent.UNCLEAR:
        return answer_first(turn, q, text)
    return answer_beside(turn, q, text) if heard.intent in MILD else None


def _proposal(turn: Turn, waiting: tuple[Message, ...]) -> Proposal | None:
    p = turn.screening.proposal
    return p if p is not None and p.texts == tuple(m.id for m in waiting) else None


def _too_early(turn: Turn, q: Question | None, heard: Heard, text: str, waiting: tuple[Message, ...]) -> None:
    """Words from before the open question was seen: they may put the earlier answer right, and wishes are heard."""
    reading = heard.answer
    if q is not None and reading is not None:
        before = turn.screening.answer(q.key)
        sure = reading.confidence >= SURE and not knocks_out(q, reading)
        if sure and (before is None or (before.value != reading.value and marked(text) is not None)):
            record(turn, q, reading, waiting)
    elif heard.intent in wishes.FOLLOW:
        follow(turn, heard, None, text)
    elif q is None:
        turn.tell(f"{turn.screening.candidate.name} wrote before our first text went out: {text}")


def _take(turn: Turn, q: Question, reading: Reading, wish: Heard, waiting: tuple[Message, ...]) -> None:
    s, text = turn.screening, as_one(waiting)
    doubtful = knocks_out_for_another(turn, q, reading, text) or knocks_out_in_doubt(turn, q, reading, text)
    if must_confirm(s, q, reading) or doubtful:
        confirm(turn, q)
        return
    if knocks_out(q, reading) and (reading.confidence < 0.5 or _guessed(reading)):
        if q.key in s.confirmed:  # asked twice already: a guess confirms no guess
            turn.change(asked_again=(*s.asked_again, q.key))
        ask_again(turn, q)
        return
    record(turn, q, reading, waiting)
    put_right_beside(turn, q, waiting)
    for other, read in beside(turn.screening, turn.script, q, text, reading.quote, context(turn)):
        record(turn, other, read, waiting)
    _go_on(turn, wish, text)


def _guessed(reading: Reading) -> bool:
    """Whether no rule but the learned model alone reads it so, and without being sure."""
    return reading.rule.endswith(".learned") and reading.confidence < SURE


def _go_on(turn: Turn, wish: Heard, text: str) -> None:
    """The next question, after what was wished for besides."""
    if lost(turn.screening, turn.script) is None and wishes.instead(turn, wish):
        return
    ask_next(turn, beside=wishes.answer(turn, wish, text))


def follow(turn: Turn, heard: Heard, q: Question | None, text: str) -> None:
    """What they wish is done; what nobody understands is asked again."""
    action = wishes.FOLLOW.get(heard.intent)
    if q is not None and heard.intent in (Intent.UNCLEAR, Intent.NOT_INTERESTED) and signs.declines(text):
        leave(turn, q, "would rather not answer “{asked}”")
    elif heard.intent is Intent.UNCLEAR and q is not None and q.kind is not Kind.TEXT and signs.in_hardship(text):
        putting_off.in_need(turn, heard, text)
    elif heard.intent is Intent.UNCLEAR and q is not None and signs.asks_to_repeat(text):
        repeat_question(turn, phrases("back", turn.screening))
    elif action is not None:
        action(turn, heard, text)
    elif q is not None and heard.intent is Intent.NO_ANSWER and signs.greets(text) and asked(turn, q) == 1:
        put(turn, q, leads=phrases("hello", turn.screening))
    elif heard.intent is not Intent.NO_ANSWER and q is not None:
        ask_again(turn, q)
    elif heard.intent is not Intent.NO_ANSWER and by_link(turn):
        repeat_question(turn, ("",))
