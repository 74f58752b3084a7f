"""Reads a commute or a place: minutes, miles, or where."""

import re
from collections.abc import Mapping
from dataclasses import replace

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.durations import tidy
from screening.understanding.location_parts import fractions, part_miles
from screening.understanding.location_place import place
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_MIN = re.compile(
    r"^\s*-?\s*(?:\+|or so|ish)?\s*(?:minutes?|mins?|min|mintues|minuts|minuets|minites|minnutes|mns?|minutos?|m\b(?!i))",
    re.I,
)
_HOUR = re.compile(r"^\s*-?\s*(?:an?\s+|of an\s+|de\s+)?(?:hours?|hrs?|hr|h\b|horas?|huors?|hora)", re.I)
_MILE = re.compile(r"^\s*-?\s*(?:miles?|mi\b|mls?|millas?)", re.I)
_KM = re.compile(r"^\s*-?\s*(?:km|kms|kilometers?|kilometres?|k\b|kilometros?|clicks|klicks)", re.I)
_BLOCKS = re.compile(
    r"\b(?:blocks?|cuadras?|streets?|doors?|houses?|stops?|exits?|lights?) (?:away|over|down|from)\b|^\W*\w+ (?:blocks?|cuadras?)\W*$"
)
_ASKS_TIME = re.compile(
    r"\bhow (?:long|many minutes|far|much time)\b|\bminutes?\b|\bcommute\b|\bminutos\b|\bcuanto (?:tiempo|tarda|se tarda|te toma)\b|\bdrive\b|\btravel time\b|\bdistance\b|\bmiles\b|\bque tan lejos\b"
)
_ASKS_MILES = re.compile(r"\bhow (?:far|many miles)\b|\bmiles\b|\bdistance\b")
_ASKS_PLACE = re.compile(
    r"\b(?:where|which|what|donde|en que|que)\b.*\b(?:live|town|city|located|based|area|zip|postcode|postal|neighbou?rhood|place|address|county|state|suburb|borough|vives?|ciudad|zona|home|coming from|commut\w* from|travel\w* from|staying|reside|stay|barrio|codigo)\b|\byour (?:zip|postcode|city|town|location)\b"
)


def read_location(said: Said, question: Question, context: Context) -> Reading | None:
    """Minutes, miles, or a place, as the question asks and the text gives."""
    asked = flat(question.words(context.language))
    place_asked = bool(_ASKS_PLACE.search(asked)) and not re.search(r"\bhow (?:long|far|many)\b|\bminutes\b", asked)
    if not place_asked:
        return _measure(said, asked) or place(said) if not _ASKS_TIME.search(asked) else _measure(said, asked)
    return place(said) or _measure(said, asked)


def _measure(said: Said, asked: str) -> Reading | None:
    plain = re.sub(r"\bmin\b", "mns", re.sub(r"(?<=\d)o\b(?!\w)", " ", said.plain))  # min is minutes here, no minimum
    if _BLOCKS.search(plain):
        return None
    found = (
        part_miles(said, plain) or fractions(said, _present_part(plain)) or _amount(said, _present_part(plain), asked)
    )
    return _as_limit(found) if found and _ASKS_LIMIT.search(asked) else found


_ASKS_LIMIT = re.compile(
    r"\b(?:willing|would you|will you|max(?:imum)?|longest|farthest|furthest|most|comfortable|ok(?:ay)? (?:with|for)|is ok|consider|dispuest[oa]|maximo)\b"
)
_BEFORE_NOW = re.compile(
    r"\b(?:did|used to (?:do|drive|be)?|was(?: doing| driving| like| about| at|(?= \d))|drove|had|had a|before it was)\s+(?:like |about )?[^.;]{1,40}?(?:[.;,]|\bbut\b|\bnow\b|\bnever again\b)"
)


def _present_part(plain: str) -> str:
    """The text with a way once had blanked out, where a number follows ("did an hour once, 40 minutes now")."""
    match = _BEFORE_NOW.search(plain)
    if match is None or not numbers(plain[match.end() :]):
        return plain
    return plain[: match.start()] + " " * (match.end() - match.start()) + plain[match.end() :]


def _as_limit(reading: Reading) -> Reading:
    """Where the most is asked for, "up to an hour" is an hour."""
    value = reading.value
    if not isinstance(value, Mapping):
        return reading
    plainly = {
        name: one["max"] if isinstance(one, Mapping) and set(one) == {"max"} else one for name, one in value.items()
    }
    return replace(reading, value=plainly)


def _amount(said: Said, plain: str, asked: str) -> Reading | None:
    found = [a for a in amounts(plain) if not _elsewhere(plain, a)]
    found = corrected(plain, found)
    if not found:
        return None
    measured = [(a, _unit(plain, a)) for a in found]
    named = [(a, unit) for a, unit in measured if unit]
    default = "mile" if _ASKS_MILES.search(asked) and not re.search(r"\bminutes\b|\bhow long\b", asked) else "minute"
    wanted = (
        [pair for pair in named if pair[1] in ("minute", "hour")]
        if default == "minute"
        else [pair for pair in named if pair[1] == "mile"]
    )
    amount, unit = (wanted or named or [(a, default) for a, _ in measured])[0]
    if default == "minute" and not named and len(found) > 1 and not re.search(r"\d", plain):
        return None
    if (
        not named
        and unit == "minute"
        and not re.search(r"minute|how long|commute|time|minutos|tiempo|far|drive|travel|distance", asked)
    ):
        return None
    factor = {"minute": 1.0, "hour": 60.0, "mile": 1.0, "km": 0.621371}[unit]
    key = "miles" if unit in ("mile", "km") else "minutes"
    amount = amount.times(factor)
    value: object = (
        tidy(round(amount.exact, 2))
        if amount.exact is not None
        else {n: tidy(round(v, 2)) for n, v in (("min", amount.low), ("max", amount.high)) if v is not None}
    )
    end = amount.end
    if tail := re.match(r"\s*(?:minutes?|mins?|miles?|hours?|hrs?|minutos|mi|km)\b", plain[end:]):
        end += tail.end()
    both: dict[str, object] = {key: value}
    if unit == "km":
        kilometres = amount.times(1 / 0.621371)
        both["km"] = (
            tidy(round(kilometres.exact, 2))
            if kilometres.exact is not None
            else {n: tidy(round(v, 2)) for n, v in (("min", kilometres.low), ("max", kilometres.high)) if v is not None}
        )
    return Reading(
        value=both,
        quote=said.quote(amount.start, end),
        confidence=0.93 if len(found) == 1 or named else 0.75,
        rule="location.figure",
    )


def _elsewhere(plain: str, amount: Amount) -> bool:
    after, before = plain[amount.end :], plain[: amount.start]
    if re.match(
        r"^\s*(?:am\b|pm\b|:\d|years?|yrs?|days?|times|(?:bus|train) transfers?|transfers?|buses|bus|trains?|stops?|exits?|lights?|towns?|counties|st\b|nd\b|rd\b|th\b|weeks?|months?|anos|kids|cars|lbs|%)",
        after,
    ) or re.search(r"(?:\broute|\bhwy|\bi-|\bi|\bexit|\bhighway|\brt|\bus|#|:)\s*$", before):
        return True
    value = amount.low if amount.low is not None else amount.high or 0
    return value >= 1_000 or (
        amount.numbers[0].words and value == 1 and not _unit(plain, amount) and len(plain.split()) > 2
    )


def _unit(plain: str, amount: Amount) -> str:
    after = plain[amount.numbers[-1].end :]
    after = re.sub(r"^\s*(?:\+|or so|ish|to)\s*", " ", after)
    for name, pattern in (("minute", _MIN), ("hour", _HOUR), ("mile", _MILE), ("km", _KM)):
        if pattern.match(after):
            return name
    return ""
