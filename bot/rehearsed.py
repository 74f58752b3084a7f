"""What a rehearsal has beside texts: a telephone that Sam picks up, and the web form."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from screening.calls import Call, CallState, Listen
from screening.channels import form
from screening.events import Called, CallEnded, Spoke, Submitted, Worded
from screening.scripts.script import Modality
from screening.steps import channel_of

if TYPE_CHECKING:
    from bot.rehearsal import Rehearsal

SPOKEN: Final = "call"  # the kind of a line that is spoken
_KEYS: Final = re.compile(r"press ([0-9*#]{1,12})", re.IGNORECASE)


def live(played: "Rehearsal") -> Call | None:
    """The call that Sam is in."""
    return next((c for c in played.screening.calls if c.state is CallState.TALKING), None)


def consent_asked(played: "Rehearsal") -> bool:
    """Whether the call waits for a yes to the recording."""
    call = live(played)
    return call is not None and call.prompts[-1].listen is Listen.CONSENT


def ring(played: "Rehearsal", number: int) -> None:
    """The telephone rings, and Sam picks up."""
    sid = f"CA{number}"
    played.apply(Called(call=number, sid=sid))
    played.apply(Spoke(call=number, step=0, sid=sid))
    _tell(played, number)


def speak(played: "Rehearsal", said: str) -> None:
    """Sam says something, or presses keys: `press 1`."""
    call = live(played)
    if call is None:
        return
    keys, step = _KEYS.fullmatch(said.strip()), len(call.prompts)
    recorded = call.prompts[-1].listen is Listen.RECORD
    words = "" if keys or recorded else said
    spoke = Spoke(
        call=call.number, step=step, sid=call.sid, text=words, digits=keys[1].rstrip("#") if keys else "",
        recorded=recorded and bool(said.strip()),
    )  # fmt: skip
    played.apply(spoke)
    if recorded:
        played.apply(Worded(call=call.number, step=step, text=said))
    _tell(played, call.number)


def hang_up(played: "Rehearsal", how: str = "completed") -> None:
    """The call is over; `how` is Twilio's word."""
    call = live(played)
    if call is not None:
        played.apply(CallEnded(call=call.number, how=how, sid=call.sid))


def _tell(played: "Rehearsal", number: int) -> None:
    """What is said to Sam; the call ends where it hangs up."""
    call = played.screening.call(number)
    if call is None or not call.prompts:
        return
    prompt = call.prompts[-1]
    for words in prompt.words:
        played.tell(words, SPOKEN, prompt.question)
    if prompt.listen is Listen.HANG_UP:
        hang_up(played)


def on_page(played: "Rehearsal") -> tuple[str, ...]:
    """The keys of the questions on the form's next page; none where no form is waited for."""
    s = played.screening
    here = s.open and channel_of(s, played.script) is Modality.FORM
    return tuple(q.key for q in form.page(s, played.script)) if here else ()


def fill(played: "Rehearsal", given: Mapping[str, str]) -> dict[str, str]:
    """Sam sends the form's page; what is wrong with it, by question, and then nothing was taken."""
    s, script = played.screening, played.script
    page = form.page(s, script) if on_page(played) else ()
    fields = form.read_fields(page, {key: (value,) for key, value in given.items()}, s.language)
    known = form.context(s, script, s.language, played.now)
    wrong = form.problems(page, fields, frozenset(), known)
    if page and not wrong:
        played.happens(Submitted(fields=fields, language=s.language))
    return wrong
