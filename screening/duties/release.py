"""The gate before every text, asked again when it is claimed: send, hold until, or drop, each with its reason."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from screening.duties.states import STATES
from screening.duties.window import Window

REPLY_ALLOWANCE: Final = 10 * 60_000  # a reply to the candidate's own text may go at any hour for ten minutes
DAY: Final = 86_400_000
STARTED_A_DAY: Final = 3  # proactive texts per phone in 24 hours
BURST: Final = 6  # texts to one phone in ten minutes that bring the interview no further, then a person
PROGRESS: Final = frozenset({"intro", "ask", "closing"})  # these do bring it further


CODES: Final = frozenset(
    {
        "opted_out", "ended", "superseded", "taken_over", "gone", "deferred",
        "only_to", "paused", "quiet_hours", "burst", "daily_budget", "cap",
    }
)  # fmt: skip
"""Every reason why a text or call is held or dropped; each verdict carries one of these, and one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """It may go out now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """It waits until then (ms UTC), because of `reason`."""

    until: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """It will never go out, because of `reason`."""

    code: str
    reason: str


Verdict = Send | Hold | Drop


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the gate is asked about one text. Instants are ms UTC; `sent_times`: our recent texts to this phone."""

    kind: str
    started: bool
    turn: int
    now_turn: int
    open: bool
    opted_out: bool
    taken_over: bool
    paused: str
    allowed_number: bool
    budget_left: bool
    last_heard: int | None
    started_times: tuple[int, ...]
    sent_times: tuple[int, ...]
    zones: tuple[str, ...]
    asks: bool = False  # a question stands in it


FINAL_WORDS: Final = frozenset(
    {"closing", "opt_out", "not_interested", "wrong_number", "human", "suspended", "help", "recruiter", "expired"}
)
AFTER_THE_END: Final = FINAL_WORDS | {"faq", "passed_on"}  # what is asked after the end is answered too


def release(asked: Asked, window: Window, now: int) -> Verdict:
    """The verdict on one text at this instant."""
    return _forbidden(asked) or _wait(asked, window, now) or Send()


def _forbidden(a: Asked) -> Drop | None:
    if a.opted_out and a.kind not in ("opt_out", "wrong_number"):
        return Drop(code="opted_out", reason="this number opted out of our texts")
    if not a.open and (a.asks or a.kind not in AFTER_THE_END):
        return Drop(code="ended", reason="the screening had ended before the text went out")
    if a.turn < a.now_turn and a.kind in ("remind", "defer", "ask_again"):
        return Drop(code="superseded", reason="the candidate answered before the text went out")
    if a.taken_over and a.kind != "recruiter":
        return Drop(code="taken_over", reason="a recruiter has taken the conversation over")
    return None


def _wait(a: Asked, window: Window, now: int) -> Hold | None:
    if not a.allowed_number:
        return Hold(
            until=now + DAY, code="only_to", reason="trial mode: only the numbers of GREENROOM_ONLY_TO are texted"
        )
    if a.paused:
        return Hold(until=now + 5_000, code="paused", reason=a.paused)
    prompt = not a.started and a.last_heard is not None and now - a.last_heard <= REPLY_ALLOWANCE
    if not prompt and not window.open(now, a.zones):
        return _night(a, window, now)
    recent = [t for t in a.sent_times if now - t < REPLY_ALLOWANCE]
    if len(recent) >= BURST and a.kind not in FINAL_WORDS | PROGRESS:
        return Hold(
            until=min(recent) + REPLY_ALLOWANCE, code="burst", reason=f"{BURST} texts in ten minutes are enough"
        )
    return _caps(a, now)


def _caps(a: Asked, now: int) -> Hold | None:
    if not a.started:
        return None
    if not a.budget_left:
        return Hold(until=now + 60_000, code="daily_budget", reason="GREENROOM_DAILY_TEXTS is reached for today")
    today = [t for t in a.started_times if now - t < DAY]
    if len(today) >= STARTED_A_DAY:
        return Hold(
            until=min(today) + DAY, code="cap", reason=f"at most {STARTED_A_DAY} texts that we start in 24 hours"
        )
    return None


def _night(a: Asked, window: Window, now: int) -> Hold:
    until = window.next_open(now, a.zones)
    zone = a.zones[0] if a.zones else "UTC"
    local = datetime.fromtimestamp(until / 1000, ZoneInfo(zone))
    hours = f"{window.start:%H:%M}-{window.end:%H:%M}"
    reason = (
        f"quiet hours (we text {hours} in {', '.join(a.zones) or 'every US zone'}{_state(window)}); "
        f"it goes out at {local:%H:%M %Z}"
    )
    return Hold(until=until, code="quiet_hours", reason=reason)


def _state(window: Window) -> str:
    return f", within the hours of {window.state}" if window.state in STATES else ""
