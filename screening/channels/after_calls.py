"""Around calls: ordering one, its end, and what comes after it: words, recordings, the rest by text."""

from typing import Final

from screening.calls import Call, CallState
from screening.channels.asking import ask_next
from screening.channels.recording import context
from screening.channels.spoken import (
    spoken,
)
from screening.channels.turns import Turn
from screening.effects import PlaceCall, SeekRecordings
from screening.events import Called, CallEnded, Linked, Recorded, Worded
from screening.interview import recorded
from screening.screening import Message
from screening.scripts.script import Modality, Question
from screening.steps import channel_of
from screening.understanding import ENGINE, understand
from screening.wording import asking, short

UNASKED: Final = 2  # calls that we make without being asked
RETRY: Final = 3_600_000  # ms from a missed call to the next
WATCH: Final = 1_800_000  # ms after which a call that was never reported over is taken for over


def order(turn: Turn, *, asked: bool, after: str = "") -> None:
    """One more call."""
    s = turn.screening
    call = Call(number=len(s.calls) + 1, at=turn.now, asked=asked)
    turn.screening = s.with_call(call)
    turn.change(call_at=None)
    turn.effects.append(PlaceCall(call=call.number, asked=asked, after=after))


def go_by_text(turn: Turn, lead: str) -> None:
    """The step goes on by text, with the open question after this lead-in."""
    turn.change(by_text=True)
    ask_next(turn, leads=(spoken(lead, turn.screening),))


def placed(turn: Turn, event: Called) -> None:
    """The call rings; it is watched until it is over."""
    call = turn.screening.call(event.call)
    if call is not None and not call.sid and call.state is CallState.ORDERED:
        turn.screening = turn.screening.with_call(call.having(sid=event.sid))
        turn.change(call_at=turn.now + WATCH)


def ended(turn: Turn, event: CallEnded) -> None:
    """The call is over: what was answered is kept, the rest is asked by text."""
    call = turn.screening.call(event.call)
    if call is None or call.state in (CallState.OVER, CallState.CANCELLED):
        return
    how = "machine" if call.ended == "machine" else event.how
    begun = any(p.record for p in call.prompts)
    turn.screening = turn.screening.with_call(
        call.having(state=CallState.OVER, ended=how, recordings=call.recordings if begun else 0)
    )
    turn.change(call_at=None)
    if begun and call.consent == "yes":
        turn.effects.append(SeekRecordings(call=call.number, sid=call.sid))
    s = turn.screening
    if event.why:
        turn.tell(f"{s.candidate.name} could not be called: {event.why}. The questions go on by text.")
    if s.open and not s.taken_over and s.resume_at is None and channel_of(s, turn.script) is Modality.VOICE:
        _go_on(turn, call, how)
    settle(turn)


def _go_on(turn: Turn, call: Call, how: str) -> None:
    missed = how in ("machine", "busy", "no-answer") or not call.prompts
    unasked = sum(not c.asked for c in turn.screening.calls)
    go_by_text(turn, "missed" if missed else "cut_off")
    if missed and how != "failed" and unasked < UNASKED and turn.screening.open:
        turn.change(call_at=turn.now + RETRY)


def due(turn: Turn, kind: str) -> None:
    """The next call is due, a call was never reported over, or a result has waited long enough."""
    s = turn.screening
    if kind == "publish":
        publish(turn)
        return
    turn.change(call_at=None)
    last = s.calls[-1] if s.calls else None
    if last is None:
        return
    if last.state is CallState.TALKING or (last.state is CallState.ORDERED and last.sid):
        ended(turn, CallEnded(call=last.number, how="lost"))
    elif last.state is CallState.OVER and s.open and not s.taken_over:
        order(turn, asked=False)


def worded(turn: Turn, event: Worded) -> None:
    """The words of a recorded answer: read like any other; without words it is left to a recruiter's ears."""
    call = turn.screening.call(event.call)
    message = turn.screening.message(f"{call.sid}-{event.step}") if call else None
    q = turn.script.question(message.question) if message else None
    if message is None or q is None or q.key not in turn.screening.pending:
        return
    s = turn.screening
    turn.change(pending=tuple(k for k in s.pending if k != q.key))
    text = event.text.strip()
    if text:
        kept = Message(
            id=message.id, who=message.who, text=text, at=message.at, kind="worded", question=q.key, channel="voice"
        )
        turn.screening = turn.screening.with_message(kept)
    reading = understand(text, q, context(turn)).answer if text else None
    if reading is not None and reading.quote in text:
        answer = recorded(q, reading, message.id, ENGINE, turn.now, "voice")
        turn.screening = turn.screening.with_answer(answer)
    if turn.screening.answer(q.key) is None:
        leave_unclear(turn, q)
    settle(turn, late=True)


def leave_unclear(turn: Turn, q: Question) -> None:
    """No words: a recruiter listens."""
    s = turn.screening
    turn.change(unclear=(*s.unclear, q.key))
    turn.tell(
        short(f"{s.candidate.name} answered “{asking(q, s)}” aloud; no words could be made out. Please listen."),
        take_over=s.open,
    )


def kept(turn: Turn, event: Recorded) -> None:
    """A recording is kept, or will never come."""
    s = turn.screening
    call = s.call(event.call)
    if call is None or event.recording in call.arrived:
        return
    turn.screening = s.with_call(call.having(arrived=(*call.arrived, event.recording)))
    if event.link and event.link not in s.links:
        links = (event.link, *s.links) if event.whole else (*s.links, event.link)
        turn.change(links=links)
    settle(turn, late=bool(event.link))


def linked(turn: Turn, event: Linked) -> None:
    """A recording made elsewhere stands beside ours; an ended screening's result is told anew."""
    s = turn.screening
    if event.link in s.links:
        return
    turn.change(links=(*s.links, event.link))
    if not s.open and s.publish_at is None:
        turn.publish()


def settle(turn: Turn, *, late: bool = False) -> None:
    """Publish what waited for a call; what comes after that makes a new revision."""
    s = turn.screening
    if s.open or s.awaits_recordings:
        return
    if s.publish_at is not None or (late and s.revision):
        turn.publish()


def publish(turn: Turn) -> None:
    """What is still missing is not waited for any longer."""
    s = turn.screening
    for call in s.calls:
        turn.screening = turn.screening.with_call(call.having(state=CallState.OVER, recordings=len(call.arrived)))
    for key in s.pending:
        q = turn.script.question(key)
        if q is not None:
            leave_unclear(turn, q)
    turn.change(pending=(), publish_at=None)
    if not s.open:
        turn.publish()
