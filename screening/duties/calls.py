"""The gate before a call: what holds for a text holds for it, and what the conversation has come to meanwhile."""

from screening.calls import CallState
from screening.duties.release import Asked, Drop, Hold, Verdict, release
from screening.duties.window import Window
from screening.screening import Screening


def release_call(screening: Screening, number: int, asked: Asked, window: Window, now: int) -> Verdict:
    """The verdict on one call at this instant (ms UTC)."""
    call = screening.call(number)
    if call is None or call.state is not CallState.ORDERED:
        return Drop(code="superseded", reason="the candidate went on by text before the call was made")
    if not call.asked and screening.resume_at is not None and screening.resume_at > now:
        return Hold(until=screening.resume_at, code="deferred", reason="the candidate asked for another time")
    return release(asked, window, now)
