"""Asking by text: the next question, the same one again, and the end of the questions."""

from screening.channels.inviting import in_form, invite
from screening.channels.turns import Turn
from screening.effects import Priority
from screening.interview import lost, next_question
from screening.screening import Status
from screening.scripts.script import Question
from screening.steps import why_not_on
from screening.understanding import ENGINE
from screening.wording import asking, example, of_script, phrase, short


def ask_next(turn: Turn, *, lead: str = "", started: bool = False) -> None:
    """The next question, or the closing where none is left."""
    script, s = turn.script, turn.screening
    if lost(s, script) is not None:
        close(turn, Status.KNOCKED_OUT)
        return
    q = next_question(s, script)
    if q is None:
        finish(turn)
        return
    if in_form(turn):
        invite(turn, "ask", lead, started=started)
        return
    turn.change(open_question=q.key)
    _put(turn, q, lead, started)


def _put(turn: Turn, q: Question, lead: str, started: bool) -> None:
    words = asking(q, turn.screening)
    again = any(m.question == q.key for m in turn.screening.messages)
    text = f"{lead} {words}".strip()
    if len(text) > 320 or lead.count("?"):
        turn.say("faq", lead)
        text = words
    kind = "ask_again" if again else "ask"
    if again and text == words:
        text = f"{phrase('back', turn.screening)} {words}"
    turn.say(kind, text, question=q, started=started, priority=Priority.REPLY)


def finish(turn: Turn) -> None:
    """Nothing is left to ask in this step: its end decides about the next one."""
    s, script = turn.screening, turn.script
    if lost(s, script) is not None:
        close(turn, Status.KNOCKED_OUT)
        return
    if s.step + 1 >= len(script.steps):
        close(turn, Status.COMPLETED)
        return
    reason = why_not_on(s, script, ENGINE)
    if reason:
        close(turn, Status.COMPLETED, reason)
        return
    turn.next_step()


def close(turn: Turn, status: Status, reason: str = "") -> None:
    """Thanks, and the result."""
    text = of_script(dict(turn.script.closing), turn.screening) or phrase("closing", turn.screening)
    turn.change(open_question="")
    turn.say("closing", text)
    turn.end(status, reason)


def open_question(turn: Turn) -> Question | None:
    """The question the candidate has before him."""
    return turn.script.question(turn.screening.open_question)


def repeat_question(turn: Turn, kind: str, lead: str, *, started: bool = False) -> None:
    """The open question again after a lead-in."""
    q = open_question(turn)
    if in_form(turn) and turn.screening.open:
        invite(turn, kind, lead, started=started)
        return
    if q is None:
        ask_next(turn, lead="", started=started)
        return
    priority = Priority.REMINDER if kind == "remind" else Priority.REPLY
    turn.say(kind, short(lead, asking(q, turn.screening)), question=q, started=started, priority=priority)


def ask_again(turn: Turn, q: Question) -> None:
    """The same question once more, between a lead-in and an example; unclear twice is left to a recruiter."""
    s = turn.screening
    if q.key not in s.asked_again:
        turn.change(asked_again=(*s.asked_again, q.key))
        turn.say("ask_again", short(phrase("again", s), asking(q, s), example(q, s)), question=q)
        return
    turn.change(unclear=(*s.unclear, q.key))
    turn.tell(
        f"{s.candidate.name}: the answer to “{asking(q, s)}” stayed unclear; the next question follows.", take_over=True
    )
    ask_next(turn)
