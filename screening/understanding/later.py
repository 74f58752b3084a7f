"""When to come back: "text me tomorrow at 9"."""

import re
from datetime import datetime, time, timedelta

from screening.understanding.calendar import mended
from screening.understanding.moment_days import Clock
from screening.understanding.moments import moments
from screening.understanding.numerals import numbers

_HALF = r"(?:\s*(?P<half>a\.?m|p\.?m|am|pm|de la tarde|de la noche|de la manana))?"
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_HOUR = r"(?P<hour>\d{1,2}|" + "|".join(_WORDS) + ")"
_CLOCKS = tuple(  # each with the minutes that its words add; the first that fits is meant
    (re.compile(pattern), minutes)
    for pattern, minutes in (
        (rf"\bhalf past {_HOUR}\b{_HALF}", 30),
        (rf"\bquarter (?:past|after) {_HOUR}\b{_HALF}", 15),
        (rf"\bquarter (?:to|till|til|before) {_HOUR}\b{_HALF}", -15),
        (r"\b(?:at|after|around|by)\s+(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\b(?P<half>)", 0),
        (r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>a\.?m\b|p\.?m\b)", 0),
        (rf"\b{_HOUR}\s?o\W?clock\b{_HALF}", 0),
        (
            rf"\b(?:at|around|about|after|by|@|past|before|like|a las|despues de las|como a las)\s*{_HOUR}\b(?:[:.](?P<minute>\d{{2}}))?{_HALF}",
            0,
        ),
        (r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?ish\b(?P<half>)", 0),
        (r"(?:^|[.,;!\n])\s*(?:maybe |like )?(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?\s?\?\s*$(?P<half>)", 0),
    )
)
_IN = re.compile(
    r"\b(?:in|give me|en|dentro de|another)\s+(?:about |like |around |maybe |just )?(?P<n>an?|one|two|three|four|five|half an?|a couple(?: of)?|a few|\d+|una|dos|media|unos|un par de)\s*(?P<unit>minutes?|mins?|hours?|hrs?|minutos?|horas?)\b"
)
_NIGHT = re.compile(r"\b(?:tonight|at night|this evening|in the evening|esta noche|(?:en|por) la noche)\b")
_IN_THE_WEEK = re.compile(r"\blater (?:on )?(?:this|in the) week\b|\bmas adelante (?:esta|en la) semana\b")
_END = re.compile(r"\b(?:end of|fin de|finales de)\b")
_PARTS = (
    (re.compile(r"\btonight\b|\bnight\b|\bnoche\b|\bthis evening\b|\bla noche\b|\besta noche\b|\bevening\b"), time(19)),
    (re.compile(r"\bafter ?noon\b|\bafter lunch\b|\bla tarde\b|\besta tarde\b"), time(14)),
    (re.compile(r"\bnoon\b|\blunch\b|\bmediodia\b|\bmidday\b"), time(12)),
    (re.compile(r"\bafter (?:work|school|my shift)\b"), time(18)),
    (re.compile(r"\bmorning\b|\bpor la manana\b"), time(9)),
)


def until(plain: str, now: datetime) -> datetime | None:
    """The moment named for coming back, zone-aware and in the future; None where none is named."""
    text = mended(plain)
    if match := _IN.search(text):
        return now + _span(match)
    found = [m for m in moments(text, Clock(now.date(), False)) if m.first >= now.date()]
    clock = _clock(text)
    if _IN_THE_WEEK.search(text):
        return datetime.combine(now.date() + timedelta(days=2), time(9), now.tzinfo)
    if not found and clock is None:
        return now + timedelta(hours=3) if re.search(r"\blater today\b", text) else None
    day = now.date() if not found else found[0].last if _END.search(text) else found[0].first
    at = datetime.combine(day, clock or time(9), now.tzinfo)
    if at <= now and not found:
        at += (
            timedelta(hours=12)
            if clock and clock.hour < 12 and at + timedelta(hours=12) > now and (at + timedelta(hours=12)).hour < 21
            else timedelta(days=1)
        )
    return at if at > now else None


def _span(match: "re.Match[str]") -> timedelta:
    words = match["n"]
    found = numbers(words)
    count = (
        0.5
        if "half" in words or "media" in words
        else 2.0
        if "couple" in words or "par" in words
        else 3.0
        if "few" in words or "unos" in words
        else found[0].value
        if found
        else 1.0
    )
    return timedelta(hours=min(count, 240)) if match["unit"].startswith("h") else timedelta(minutes=min(count, 10_000))


def _clock(text: str) -> time | None:
    for pattern, more in _CLOCKS:
        match = pattern.search(text)
        if match and (at := _hour(match, text, more)) is not None:
            return at
    return next((at for pattern, at in _PARTS if pattern.search(text)), None)


def _hour(match: "re.Match[str]", text: str, more: int) -> time | None:
    """The time of day that the match names; an hour without its half of the day is one at which people are awake."""
    named = match.groupdict()
    hour = _WORDS.index(named["hour"]) + 1 if named["hour"] in _WORDS else int(named["hour"])
    minute, half = int(named.get("minute") or 0), (named["half"] or "").replace(".", "")
    if hour > 23 or minute > 59:
        return None
    late = half.startswith("p") or "tarde" in half or "noche" in half or (not half and _NIGHT.search(text))
    if (late and hour < 12) or (not half and 1 <= hour <= 7):
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    total = hour * 60 + minute + more
    return time(total // 60 % 24, total % 60)
