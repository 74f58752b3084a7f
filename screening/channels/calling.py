"""Calling: how a voice step begins, and what texts do to it meanwhile."""

from typing import Final

from screening.calls import Call, CallState
from screening.channels.after_calls import ended, go_by_text, kept, linked, order, placed, worded
from screening.channels.asking import ask_next
from screening.channels.on_the_phone import ASKS, LEAVES, spoke
from screening.channels.recording import context
from screening.channels.spoken import (
    is_fine,
    spoken,
    wants_call,
    wants_text,
)
from screening.channels.turns import Turn
from screening.events import Called, CallEnded, Linked, Recorded, Spoke, Worded
from screening.interview import next_question
from screening.screening import Message, Who, as_one
from screening.scripts.script import Modality
from screening.understanding import understand
from screening.wording import greeting

TIMERS: Final = frozenset({"call", "publish"})


def begin(turn: Turn) -> None:
    """The step opens: a text announces the call, which follows."""
    s = turn.screening
    turn.change(open_question="", expire_at=turn.now + int(turn.script.expire_after * 1000))
    if next_question(s, turn.script) is None:
        ask_next(turn)
        return
    first = not any(m.who is Who.BOT for m in s.messages)
    if first:
        head, rest = greeting(turn.script, s, spoken("announce", s))
        turn.say("intro", head, priority=turn.first, started=not turn.asked)
        if rest:
            turn.say("ask", rest, priority=turn.first, started=not turn.asked)
    else:
        turn.say("ask", spoken("announce_later", s), started=True)
    order(turn, asked=False, after=turn.screening.messages[-1].id)


def follow(turn: Turn, event: Spoke | Called | CallEnded | Worded | Recorded | Linked) -> None:
    """What happened in or after a call."""
    match event:
        case Spoke():
            spoke(turn, event)
        case Called():
            placed(turn, event)
        case CallEnded():
            ended(turn, event)
        case Worded():
            worded(turn, event)
        case Recorded():
            kept(turn, event)
        case Linked():
            linked(turn, event)


def by_text(turn: Turn, waiting: tuple[Message, ...]) -> tuple[Message, ...]:
    """What of the texts that came in during a voice step is to be heard like any other: not what is about the call."""
    s = turn.screening
    if not s.open or turn.script.steps[s.step] is not Modality.VOICE:
        return waiting
    rest = tuple(m for m in waiting if not wants_call(m.text))
    if len(rest) < len(waiting):
        _call_now(turn, _live(turn))
        return rest
    return () if _about_the_call(turn, as_one(rest).strip()) else rest


def _live(turn: Turn) -> Call | None:
    return next((c for c in turn.screening.calls if c.state in (CallState.ORDERED, CallState.TALKING)), None)


def _about_the_call(turn: Turn, text: str) -> bool:
    s, live = turn.screening, _live(turn)
    if s.open_question and not wants_text(text):
        turn.change(call_at=s.call_at if live else None)
        return False
    if live and is_fine(text):
        return True
    if not wants_text(text) and understand(text, None, context(turn)).intent in {*LEAVES, *ASKS}:
        return False
    if live and live.state is CallState.ORDERED:
        turn.screening = s.with_call(live.having(state=CallState.CANCELLED))
        turn.change(call_at=None)
    go_by_text(turn, "instead")
    return True


def _call_now(turn: Turn, live: Call | None) -> None:
    """A call that was asked for may be made at once; one that already rings is left alone."""
    if live is not None and live.state is CallState.TALKING:
        return
    if live is not None:
        turn.screening = turn.screening.with_call(live.having(state=CallState.CANCELLED))
    order(turn, asked=True)
