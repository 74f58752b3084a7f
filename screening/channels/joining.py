"""Joining: a candidate who calls us while a voice step goes on is interviewed in that call."""

from screening.calls import Call, CallState
from screening.channels.after_calls import WATCH
from screening.channels.turns import Turn
from screening.events import CalledIn
from screening.screening import Screening
from screening.scripts.script import Modality, Script


def may_join(s: Screening, script: Script) -> bool:
    """Whether a call of the candidate's own can be the interview now."""
    return s.open and not s.taken_over and script.steps[s.step] is Modality.VOICE


def called_in(turn: Turn, event: CalledIn) -> None:
    """The call is theirs from now on: one that was ordered is not made, one that broke off is over."""
    s = turn.screening
    if call_of(s, event.sid) is not None or not may_join(s, turn.script):
        return
    for call in s.calls:
        if call.state in (CallState.ORDERED, CallState.TALKING):
            turn.screening = turn.screening.with_call(_given_up(call))
    joined = Call(number=len(s.calls) + 1, at=turn.now, asked=True, joined=True, sid=event.sid)
    turn.screening = turn.screening.with_call(joined)
    turn.change(call_at=turn.now + WATCH, resume_at=None)


def _given_up(call: Call) -> Call:
    if call.state is CallState.ORDERED:
        return call.having(state=CallState.CANCELLED)
    begun = any(p.record for p in call.prompts)
    return call.having(state=CallState.OVER, ended="lost", recordings=call.recordings if begun else 0)


def call_of(s: Screening, sid: str) -> Call | None:
    """The call that Twilio knows by this id."""
    return next((c for c in s.calls if sid and c.sid == sid), None)
