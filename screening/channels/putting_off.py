"""Putting off: to be texted at another time, or to be left in peace for a while."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from screening.channels.answering import told_first
from screening.channels.signs import in_hardship
from screening.channels.turns import Turn
from screening.understanding.reading import Heard
from screening.wording import moment, phrases

LATER: Final = timedelta(hours=3)  # where no time is named
DAYTIME: Final = (time(8), time(20))  # outside it no hour is promised: the window decides
DAY: Final = 86_400_000  # ms
TWO_DAYS: Final = 2 * DAY


def defer(turn: Turn, heard: Heard, text: str) -> None:
    """Come back at the time that was named, or later."""
    if in_hardship(text):
        in_need(turn, heard, text)
        return
    s, zone = turn.screening, ZoneInfo(turn.screening.zone)
    at = turn.now + int(LATER.total_seconds() * 1000) if heard.until is None else int(heard.until.timestamp() * 1000)
    _come_back(turn, at)
    told = told_first(turn, text)
    if heard.until is None:
        turn.say("defer", *(f"{told}{w}" for w in phrases("defer_later", s)))
    elif DAYTIME[0] <= heard.until.astimezone(zone).time() < DAYTIME[1]:
        when = moment(heard.until.astimezone(zone), datetime.fromtimestamp(turn.now / 1000, zone), s.language)
        turn.say("defer", *(f"{told}{w}" for w in turn.rarest(phrases("defer", s, when=when))))
    else:
        turn.say("defer", *(f"{told}{w}" for w in phrases("defer_hours", s)))


def in_need(turn: Turn, heard: Heard, text: str) -> None:
    """A death or an emergency: a recruiter knows, and we come back when asked to, or in two days."""
    s = turn.screening
    until = int(heard.until.timestamp() * 1000) if heard.until is not None else turn.now
    turn.say("defer", *phrases("hardship", s))
    turn.tell(f"{s.candidate.name} has trouble at home; please read: {text}", take_over=True)
    _come_back(turn, max(until, turn.now + TWO_DAYS))


def _come_back(turn: Turn, at: int) -> None:
    """Text again then; who is put off beyond the end has as long again from there."""
    expire = turn.screening.expire_at or 0
    late = at + DAY > expire
    turn.change(resume_at=at, remind_at=None, expire_at=at + int(turn.script.expire_after * 1000) if late else expire)
