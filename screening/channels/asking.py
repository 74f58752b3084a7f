"""Asking by text: the next question, the same one again, and the end of the questions."""

from screening.channels.inviting import by_link, in_form, in_resume, invite
from screening.channels.turns import Turn
from screening.effects import Priority
from screening.interview import lost, next_question
from screening.scoring import asked_if
from screening.screening import Status, Who
from screening.scripts.script import Question
from screening.steps import why_not_on
from screening.understanding import ENGINE
from screening.wording import LIMIT, asking, example, of_script, phrases, short

PLAIN = ("",)  # no lead-in


def ask_next(turn: Turn, *, leads: tuple[str, ...] = PLAIN, beside: str = "", started: bool = False) -> None:
    """The next question, or the closing where none is left. `beside`: what is said before it, whatever follows."""
    s = turn.screening
    if in_resume(turn) and lost(s, turn.script) is None:
        invite(turn, "ask", (beside,) if beside else leads, started=started)
        return
    q = None if lost(s, turn.script) else next_question(s, turn.script)
    if q is None:
        if beside:
            turn.say("faq", beside[:LIMIT])
        finish(turn)
        return
    if in_form(turn):
        invite(turn, "ask", (beside,) if beside else leads, started=started)
        return
    turn.change(open_question=q.key)
    put(turn, q, leads=(beside,) if beside else leads, started=started)


def put(
    turn: Turn,
    q: Question,
    *,
    leads: tuple[str, ...] = PLAIN,
    apart: tuple[str, ...] = (),
    kind: str = "",
    started: bool = False,
) -> None:
    """The question after the first fresh lead-in; where none fits, `apart` (else the lead-in) goes out before it."""
    words, again = asking(q, turn.screening), asked(turn, q) > 0
    fits = tuple(lead for lead in turn.rarest(leads) if len(f"{lead} {words}") <= LIMIT and "?" not in lead)
    if not fits:
        turn.say(kind or "faq", *(lead[:LIMIT] for lead in apart or leads))
        kind = ""
    if again and not any(fits):
        fits = turn.rarest(phrases("back", turn.screening))
    elif again:
        fits = (*fits, *(f"{lead} {back}" for lead in fits for back in phrases("back", turn.screening)))
    ways = (f"{lead} {words}".strip() for lead in fits or PLAIN)
    priority = Priority.REMINDER if kind == "remind" else Priority.REPLY
    turn.say(kind or ("ask_again" if again else "ask"), *ways, question=q, started=started, priority=priority)


def asked(turn: Turn, q: Question) -> int:
    """How many of our texts have asked it already, reminders apart."""
    return sum(m.who is Who.BOT and m.question == q.key and m.kind != "remind" for m in turn.screening.messages)


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
    text = of_script(dict(turn.script.closing), turn.screening)
    turn.change(open_question="")
    if any(m.who is Who.BOT for m in turn.screening.messages):  # nobody is thanked to whom nothing was said
        turn.say("closing", *((text,) if text else ()), *phrases("closing", turn.screening))
    turn.end(status, reason)


def open_question(turn: Turn) -> Question | None:
    """The question the candidate has before him."""
    return turn.script.question(turn.screening.open_question)


def repeat_question(turn: Turn, leads: tuple[str, ...], *, kind: str = "", started: bool = False) -> None:
    """The open question again after a lead-in; the next one where it is settled meanwhile."""
    q, s = open_question(turn), turn.screening
    if by_link(turn) and s.open:
        invite(turn, kind or "ask", leads, started=started)
        return
    if q is None or s.answer(q.key) is not None or q.key in s.unclear or not asked_if(q, turn.script, s):
        ask_next(turn, leads=leads, started=started)
        return
    put(turn, q, leads=leads, kind=kind, started=started)


def confirm(turn: Turn, q: Question) -> None:
    """The must-have once more, before an answer that is less than sure ends the chances."""
    s = turn.screening
    turn.change(confirmed=(*s.confirmed, q.key), open_question=q.key)
    turn.say("confirm", *(short(lead, asking(q, s)) for lead in turn.rarest(phrases("confirm", s))), question=q)


def ask_again(turn: Turn, q: Question) -> None:
    """The same question once more, between a lead-in and an example; unclear twice is left to a recruiter."""
    s = turn.screening
    if q.key not in s.asked_again:
        turn.change(asked_again=(*s.asked_again, q.key))
        leads = turn.rarest(phrases("again", s))
        turn.say("ask_again", *(short(lead, asking(q, s), example(q, s)) for lead in leads), question=q)
        return
    leave(turn, q, "the answer to “{asked}” stayed unclear")


def leave(turn: Turn, q: Question, why: str) -> None:
    """The question is left to a recruiter, who is told at once, and the next one follows."""
    s = turn.screening
    turn.change(unclear=(*s.unclear, q.key))
    turn.tell(f"{s.candidate.name}: {why.format(asked=asking(q, s))}; the next question follows.", take_over=True)
    ask_next(turn, leads=phrases("moving_on", s))
