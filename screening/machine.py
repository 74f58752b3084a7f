"""The one entry of the engine: `step(screening, script, event, now) -> Step`. Pure; time is an input."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, assert_never

from screening.channels import after_calls, calling, form, joining, recruiting, reminding, resume, texting
from screening.channels.turns import Turn
from screening.effects import Effect
from screening.events import (
    Began,
    Called,
    CalledIn,
    CallEnded,
    Due,
    Event,
    Failed,
    HandedBack,
    Linked,
    OptedOut,
    Proposed,
    Read,
    Recorded,
    Reopened,
    Sent,
    Settled,
    Spoke,
    Submitted,
    TakenOver,
    Texted,
    Withdrawn,
    Worded,
    Wrote,
)
from screening.screening import Screening
from screening.scripts.script import Modality, Script

OPENS: Final[Mapping[Modality, Callable[[Turn], None]]] = {
    Modality.SMS: texting.begin,
    Modality.FORM: form.begin,
    Modality.RESUME: resume.begin,
    Modality.VOICE: calling.begin,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one event changed, and what must now be done."""

    screening: Screening
    effects: tuple[Effect, ...] = field(default=())


def step(screening: Screening, script: Script, event: Event, now: int) -> Step:
    """The screening after this event at `now` (milliseconds UTC), and its effects in order."""
    turn = Turn(screening=screening, script=script, now=now)
    _follow(turn, event)
    while turn.opens:
        turn.opens = False
        OPENS[script.steps[turn.screening.step]](turn)
    return Step(screening=turn.screening, effects=tuple(turn.effects))


def _follow(turn: Turn, event: Event) -> None:  # noqa: C901 - one case for each event, counted by the type checker
    match event:
        case Began(asked=asked):
            turn.opens, turn.asked = True, asked
        case Texted():
            texting.texted(turn, event)
        case Read():
            resume.read(turn, event)
        case Submitted():
            form.submitted(turn, event)
        case Settled():
            texting.settled(turn, event)
        case Proposed():
            texting.proposed(turn, event)
        case Sent():
            texting.sent(turn, event)
        case Failed():
            texting.failed(turn, event)
        case Due() if event.kind in calling.TIMERS:
            after_calls.due(turn, event.kind)
        case Due():
            reminding.due(turn, event)
        case Spoke() | CallEnded() | Worded() | Recorded() | Called() | Linked():
            calling.follow(turn, event)
        case CalledIn():
            joining.called_in(turn, event)
        case OptedOut():
            texting.opted_out(turn, event)
        case Withdrawn():
            texting.withdrawn(turn, event)
        case TakenOver() | HandedBack() | Wrote() | Reopened():
            recruiting.recruiter(turn, event)
        case unexpected:
            assert_never(unexpected)
