"""Texting: how an interview is held by text messages. Re-asking, the listening pause and reminders are its own."""

from screening.channels import calling, hearing
from screening.channels.asking import ask_next, repeat_question
from screening.channels.turns import Turn
from screening.effects import Milestone, Priority, Suppress
from screening.events import Due, Failed, HandedBack, OptedOut, Reopened, Sent, TakenOver, Texted, Withdrawn, Wrote
from screening.interview import next_question
from screening.screening import Message, Status, Who
from screening.wording import opening, phrase

LATE = 14 * 86_400_000  # a reply within 14 days of the first text resumes


def begin(turn: Turn) -> None:
    """The first text, with the first question in it or right after it."""
    s, script = turn.screening, turn.script
    if any(m.who is Who.BOT for m in s.messages):
        ask_next(turn, started=True)
        return
    first = next_question(s, script)
    head, rest = opening(script, s, first)
    turn.change(open_question=first.key if first else "", expire_at=turn.now + int(script.expire_after * 1000))
    turn.say("intro", head, question=None if rest else first, priority=Priority.FIRST, started=True)
    if rest:
        turn.say("ask", rest, question=first, priority=Priority.FIRST, started=True)


def texted(turn: Turn, event: Texted) -> None:
    """A text came in: kept at once, read when the listening pause is over."""
    first = not any(m.who is Who.CANDIDATE for m in turn.screening.messages)
    message = Message(
        id=event.message,
        who=Who.CANDIDATE,
        text=event.text,
        at=turn.now,
        kind="media" if event.media else "",
        settled=False,
    )
    turn.screening = turn.screening.with_message(message)
    if turn.screening.taken_over:
        turn.screening = turn.screening.with_message(_read(message))
        turn.tell(f"{turn.screening.candidate.first_name} texted: {event.text}")
        return
    turn.change(settle_at=turn.now + event.pause)
    if first:
        turn.effects.append(Milestone(name="replied"))


def _read(message: Message) -> Message:
    return Message(id=message.id, who=message.who, text=message.text, at=message.at, kind=message.kind, settled=True)


def settled(turn: Turn) -> None:
    """The listening pause is over: the waiting texts are read as one."""
    waiting = turn.screening.waiting()
    turn.change(settle_at=None)
    if not waiting:
        return
    for message in waiting:
        turn.screening = turn.screening.with_message(_read(message))
    if turn.screening.taken_over:
        return
    _wake(turn)
    turn.change(turn=turn.screening.turn + 1, reminders=0, resume_at=None, remind_at=None)
    if not calling.heard_by_text(turn, waiting):
        hearing.hear(turn, waiting)


def _wake(turn: Turn) -> None:
    """A late reply takes an expired screening up again."""
    s = turn.screening
    if s.status is Status.EXPIRED and turn.now - (s.first_sent_at or s.began_at) <= LATE:
        turn.change(status=Status.IN_PROGRESS, reason="", expire_at=turn.now + int(turn.script.expire_after * 1000))


def sent(turn: Turn, event: Sent) -> None:
    """One of our texts went out: reminders and expiry count from here."""
    s = turn.screening
    message = s.message(event.message)
    if message is None or message.state == "sent":
        return
    now_sent = Message(
        id=message.id,
        who=message.who,
        text=message.text,
        at=turn.now,
        kind=message.kind,
        question=message.question,
        state="sent",
    )
    turn.screening = s.with_message(now_sent)
    if s.first_sent_at is None:
        turn.change(first_sent_at=turn.now)
        if s.open:
            turn.change(expire_at=turn.now + int(turn.script.expire_after * 1000))
        turn.effects.append(Milestone(name="contacted"))
    if s.open and message.kind != "remind":
        turn.change(reminders=0)
        _set_reminder(turn, turn.now)


def _set_reminder(turn: Turn, since: int) -> None:
    """The next reminder, counted from the last text of the conversation that is not itself a reminder."""
    s, after = turn.screening, turn.script.remind_after
    if s.reminders < len(after) and s.resume_at is None and not s.taken_over:
        turn.change(remind_at=since + int(after[s.reminders] * 1000))
    else:
        turn.change(remind_at=None)


def failed(turn: Turn, event: Failed) -> None:
    """A text will never go out: without the first text the candidate cannot be reached."""
    message = turn.screening.message(event.message)
    if message is None:
        return
    gone = Message(
        id=message.id,
        who=message.who,
        text=message.text,
        at=message.at,
        kind=message.kind,
        question=message.question,
        state="failed",
    )
    turn.screening = turn.screening.with_message(gone)
    if turn.screening.open:
        turn.end(Status.UNREACHABLE, event.why)


def due(turn: Turn, event: Due) -> None:
    """A timer is due; one of an older turn does nothing."""
    s = turn.screening
    if event.turn != s.turn or not s.open or s.taken_over:
        return
    if event.kind == "expire":
        turn.end(Status.EXPIRED, "no answer in time")
    elif event.kind == "resume":
        turn.change(resume_at=None)
        repeat_question(turn, "ask_again", phrase("welcome_back", s), started=True)
    elif event.kind == "remind":
        _remind(turn)


def _remind(turn: Turn) -> None:
    s = turn.screening
    number = min(s.reminders + 1, 3)
    base = max(
        (m.at for m in s.messages if m.who is Who.BOT and m.kind != "remind" and m.state == "sent"), default=turn.now
    )
    turn.change(reminders=s.reminders + 1)
    repeat_question(turn, "remind", phrase(f"remind_{number}", s), started=True)
    _set_reminder(turn, base)


def opted_out(turn: Turn, event: OptedOut) -> None:
    """The number asked to be left alone: final, whatever the screening was doing."""
    turn.effects.append(Suppress(why=event.why))
    was_over = turn.screening.status is Status.OPTED_OUT
    unread = [_read(m) for m in turn.screening.waiting()]
    for message in unread:
        turn.screening = turn.screening.with_message(message)
    if event.confirm and not was_over:
        turn.say("opt_out", phrase("opt_out", turn.screening))
    if turn.screening.open or turn.screening.status is Status.EXPIRED:
        turn.end(Status.OPTED_OUT, event.why)


def withdrawn(turn: Turn, event: Withdrawn) -> None:
    """Stopped from our side."""
    if turn.screening.open:
        turn.end(Status.WITHDRAWN, event.why)


def recruiter(turn: Turn, event: TakenOver | HandedBack | Wrote | Reopened) -> None:
    """A recruiter takes over, writes, hands back, or asks one question again."""
    match event:
        case TakenOver():
            turn.change(taken_over=True, remind_at=None, resume_at=None, settle_at=None, turn=turn.screening.turn + 1)
        case HandedBack():
            turn.change(taken_over=False, status=Status.IN_PROGRESS, turn=turn.screening.turn + 1)
            repeat_question(turn, "ask_again", phrase("back", turn.screening), started=True)
        case Wrote():
            turn.change(taken_over=True, remind_at=None, resume_at=None)
            turn.say("recruiter", event.text, started=True)
        case Reopened():
            _reopen(turn, event)


def _reopen(turn: Turn, event: Reopened) -> None:
    s = turn.screening
    rest = tuple(a for a in s.answers if a.question != event.question)
    left = tuple(k for k in s.unclear if k != event.question)
    turn.change(status=Status.IN_PROGRESS, answers=rest, unclear=left, turn=s.turn + 1, reason="")
    turn.change(expire_at=turn.now + int(turn.script.expire_after * 1000))
    ask_next(turn, lead=phrase("back", turn.screening), started=True)
