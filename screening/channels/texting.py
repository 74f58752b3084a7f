"""Texting: how an interview is held by text messages: the first text, the listening pause, and what became of our texts."""

from dataclasses import replace

from screening.channels import calling, hearing
from screening.channels.asking import ask_next
from screening.channels.attribution import CERTAIN, SOON, look_again
from screening.channels.reminding import set_reminder
from screening.channels.signs import complains
from screening.channels.turns import Turn
from screening.effects import Milestone, Suppress
from screening.events import Failed, OptedOut, Proposed, Sent, Settled, Texted, Withdrawn
from screening.interview import next_question
from screening.screening import Message, Status, Who
from screening.wording import opening, phrases

LATE = 14 * 86_400_000  # a reply within 14 days of the first text resumes
TALKING = 600_000  # ms after a reply in which a talk is not ended under their hands
PAUSES = 5  # a breath lasts at most so many listening pauses
ENDED_EARLY = frozenset({Status.EXPIRED, Status.UNREACHABLE})  # a reply takes these up again
TO_OPT_OUT = frozenset(
    {Status.IN_PROGRESS, Status.EXPIRED, Status.HUMAN_REQUESTED, Status.NOT_INTERESTED, Status.UNREACHABLE}
)


def begin(turn: Turn) -> None:
    """The first text, with the first question in it or right after it."""
    s, script = turn.screening, turn.script
    if any(m.who is Who.BOT for m in s.messages):
        ask_next(turn, started=True)
        return
    first = next_question(s, script)
    head, rest = opening(script, s, first)
    turn.change(open_question=first.key if first else "", expire_at=turn.now + int(script.expire_after * 1000))
    turn.say("intro", head, question=None if rest else first, priority=turn.first, started=not turn.asked)
    if rest:
        turn.say("ask", rest, question=first, priority=turn.first, started=not turn.asked)


def texted(turn: Turn, event: Texted) -> None:
    """A text came in: kept at once, read when the listening pause is over."""
    s = turn.screening
    first = not any(m.who is Who.CANDIDATE for m in s.messages)
    kind = "media" if event.media else ""
    message = Message(
        id=event.message,
        who=Who.CANDIDATE,
        text=event.text,
        at=turn.now,
        kind=kind,
        settled=s.taken_over,
        taken=event.taken,
    )
    turn.screening = s.with_message(message)
    if first:
        turn.effects.append(Milestone(name="replied"))
    if s.taken_over:
        turn.tell(f"{s.candidate.first_name} texted: {event.text or '(a picture)'}")
        return
    longest = min(m.at for m in turn.screening.waiting()) + PAUSES * event.pause
    turn.change(settle_at=max(turn.now, min(turn.now + event.pause, longest)))


def settled(turn: Turn, event: Settled) -> None:
    """The listening pause is over: the waiting texts are read as one."""
    waiting = turn.screening.waiting()
    wait = look_again(turn, waiting) if waiting and not turn.screening.taken_over else 0
    if wait:
        turn.change(settle_at=turn.now + wait)
        return
    turn.change(settle_at=None)
    for message in waiting:
        turn.screening = turn.screening.with_message(replace(message, settled=True))
    if not waiting or turn.screening.taken_over:
        return
    if event.elsewhere:
        said = " / ".join(m.text for m in waiting)
        turn.tell(f"{turn.screening.candidate.name}, now in {event.elsewhere}, wrote about this one: {said}")
        return
    _wake(turn)
    turn.change(turn=turn.screening.turn + 1, reminders=0, resume_at=None, remind_at=None)
    waiting = calling.by_text(turn, waiting)
    if waiting:
        hearing.hear(turn, waiting)
    turn.change(proposal=None)
    if turn.screening.open:
        set_reminder(turn, turn.now)
        if expires := turn.screening.expire_at:
            turn.change(expire_at=max(expires, turn.now + TALKING))


def proposed(turn: Turn, event: Proposed) -> None:
    """A proposal is kept for the moment in which the texts are read; one about other texts is none."""
    if event.proposal.texts == tuple(m.id for m in turn.screening.waiting()):
        turn.change(proposal=event.proposal)


def _wake(turn: Turn) -> None:
    """A late reply takes up again what had expired or could not be reached."""
    s = turn.screening
    if s.status in ENDED_EARLY and turn.now - (s.first_sent_at or s.began_at) <= LATE:
        turn.take_up()


def sent(turn: Turn, event: Sent) -> None:
    """One of our texts went out: reminders and expiry count from here."""
    s = turn.screening
    message = s.message(event.message)
    if message is None or message.state == "sent":
        return
    turn.screening = s.with_message(replace(message, at=turn.now, state="sent"))
    if s.settle_at is not None and s.settle_at > turn.now + CERTAIN:
        turn.change(settle_at=turn.now + SOON)
    if s.first_sent_at is None:
        turn.change(first_sent_at=turn.now)
        if s.open:
            turn.change(expire_at=turn.now + int(turn.script.expire_after * 1000))
        turn.effects.append(Milestone(name="contacted"))
    if s.open and message.kind != "remind":
        turn.change(reminders=0)
        set_reminder(turn, turn.now)


def failed(turn: Turn, event: Failed) -> None:
    """A text will never go out: the candidate cannot be reached."""
    message = turn.screening.message(event.message)
    if message is None:
        return
    turn.screening = turn.screening.with_message(replace(message, state="failed"))
    if turn.screening.open:
        turn.end(Status.UNREACHABLE, event.why)


def opted_out(turn: Turn, event: OptedOut) -> None:
    """The number asked to be left alone: final, whatever the screening was doing."""
    turn.effects.append(Suppress(why=event.why))
    said = turn.screening.waiting()
    if said and complains(said[-1].text):
        turn.tell(f"{turn.screening.candidate.name} complains; please read: {said[-1].text}", take_over=True)
    for message in turn.screening.waiting():
        turn.screening = turn.screening.with_message(replace(message, settled=True))
    turn.change(settle_at=None)
    if event.confirm and turn.screening.status is not Status.OPTED_OUT:
        turn.say("opt_out", *phrases("opt_out", turn.screening))
    if turn.screening.status in TO_OPT_OUT:
        turn.end(Status.OPTED_OUT, event.why)


def withdrawn(turn: Turn, event: Withdrawn) -> None:
    """Stopped from our side."""
    if turn.screening.open:
        turn.end(Status.WITHDRAWN, event.why)
