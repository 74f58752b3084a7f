"""Reads a commute or a place: minutes, miles, or where."""

import re
from collections.abc import Mapping
from dataclasses import replace

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.blanking import blanked
from screening.understanding.deferred import deferred
from screening.understanding.durations import tidy
from screening.understanding.figures_borne import not_travelled
from screening.understanding.location_modes import as_asked, both_ways, no_more
from screening.understanding.location_parts import fractions, measured, part_miles
from screening.understanding.location_place import place, postcode
from screening.understanding.location_towns import elsewhere, town
from screening.understanding.location_ways import by_traffic, parts_together, way_meant
from screening.understanding.number_spoken import spoken
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.tables import any_of
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
    said = replace(said, plain=blanked(said.plain, _CALLED))
    asked = flat(question.words(context.language))
    place_asked = bool(_ASKS_PLACE.search(asked)) and not re.search(r"\bhow (?:long|far|many)\b|\bminutes\b", asked)
    of_work = bool(_OF_WORK.search(asked))
    if not place_asked and _DEPENDS.match(said.plain) and not numbers(said.plain):
        return None
    if not place_asked and _ASKS_TIME.search(asked):
        return _measure(said, asked) or town(said, of_work=False, bare=True)
    if not place_asked:
        return _measure(said, asked) or town(said, of_work=of_work) or _place(said, of_work=of_work)
    if _ASKS_CODE.search(asked) and not _ASKS_TOWN.search(asked) and (code := postcode(said)):
        return code
    part = bool(re.search(r"\b(?:area|neighbou?rhood|barrio|zona)\b", asked))
    return town(said, of_work=of_work, part=part) or _place(said, of_work=of_work) or _measure(said, asked)


def _place(said: Said, *, of_work: bool) -> Reading | None:
    """A place, but for a town that is only told of."""
    found = place(said)
    return None if found and elsewhere(said, found.quote, of_work=of_work) else found


_DEPENDS = re.compile(r"^\W*(?:(?:well|it|that|idk|honestly|all|eso|pues)\W+)*(?:depends?|depending|depende)\b")
_CALLED = re.compile(r"\b[a-z]+ (?:is|es) (?:my|mi) (?:name|nombre)\b|\b(?:my name is|me llamo|mi nombre es) [a-z]+\b")
_ASKS_CODE = re.compile(r"\b(?:zip|postcode|postal|codigo)\b")
_ASKS_TOWN = re.compile(r"\b(?:town|city|ciudad|pueblo|where do you live)\b")
_OF_WORK = re.compile(
    r"\b(?:like|want|prefer\w*|looking|willing|able|interested)\b.*\bwork|\bwork (?:in|at|near)\b|\btrabajar\b"
)


def _measure(said: Said, asked: str) -> Reading | None:
    plain = re.sub(r"\bmin\b", "mns", re.sub(r"(?<=\d)o\b(?!\w)", " ", said.plain))  # min is minutes here, no minimum
    if (clock := _CLOCK.fullmatch(plain)) and int(clock["h"]) < 4:
        return measured(said, {"minutes": 60 * int(clock["h"]) + int(clock["m"])}, clock, 0.85, "location.hours")
    plain = not_travelled(plain)
    if _BLOCKS.search(plain) and not _UNIT_SAID.search(plain):
        return None
    if whole := parts_together(plain):
        minutes, start, end = whole
        words = said.quote(start, min(end, len(said.plain)))
        return Reading(value={"minutes": tidy(minutes)}, quote=words, confidence=0.85, rule="location.parts")
    if not _ASKS_LIMIT.search(asked) and (two := by_traffic(plain) or both_ways(plain)):
        low, high, start, end = two
        both = {"minutes": {"min": tidy(low), "max": tidy(high)}}
        return Reading(value=both, quote=said.quote(start, end), confidence=0.8, rule="location.by_traffic")
    way = way_meant(as_asked(plain, asked), asked, most=bool(_ASKS_LIMIT.search(asked)))
    found = (
        part_miles(said, way.plain)
        or fractions(said, way.plain)
        or _amount(said, way.plain, asked, way.unit or _unit_beside(said, way.plain))
    )
    return _at_most(_shared(found, way.share), said, asked) if found else None


def _at_most(reading: Reading, said: Said, asked: str) -> Reading:
    """`half an hour and not a minute more`, where the most is asked for: no figure but a bound."""
    end = said.raw.find(reading.quote) + len(reading.quote)
    value = dict(reading.value) if isinstance(reading.value, Mapping) else {}
    if len(value) != 1 or not _ASKS_LIMIT.search(asked) or not no_more(flat(said.raw[end:]), 0):
        return reading
    return replace(
        reading, value={name: {"max": one} if isinstance(one, int | float) else one for name, one in value.items()}
    )


def _unit_beside(said: Said, plain: str) -> str:
    """Minutes, where they are told of another's way and no unit is told of one's own."""
    return "minute" if _MINUTES_SAID.search(flat(said.raw)) and not _UNIT_SAID.search(plain) else ""


_MINUTES_SAID = re.compile(r"\d ?(?:mi?ns?|minutes?|minutos?)\b(?! (?:to|i|let))")
_UNIT_SAID = re.compile(r"\d ?(?:mi?ns?|minutes?|miles?|mi|hours?|hrs?)\b")
_CLOCK = re.compile(r"\W*(?:about |like |its |around )?(?P<h>\d):(?P<m>[0-5]\d)(?: ?h(?:rs?|ours?)?)?\W*")


def _shared(reading: Reading, share: float) -> Reading:
    """The reading of one way, where both were told together."""
    if share == 1.0 or not isinstance(reading.value, Mapping):
        return reading
    value = {
        name: {n: tidy(v * share) for n, v in one.items()} if isinstance(one, Mapping) else tidy(one * share)
        for name, one in reading.value.items()
        if isinstance(one, (Mapping, int, float))
    }
    return replace(reading, value=value, confidence=min(reading.confidence, 0.8))


_ASKS_LIMIT = re.compile(
    r"\b(?:willing|would you|will you|max(?:imum)?|longest|farthest|furthest|most|comfortable|ok(?:ay)? (?:with|for)|is ok|consider|dispuest[oa]|maximo)\b"
)


_MILES_IN_KM = 0.621371


def _amount(said: Said, plain: str, asked: str, told: str) -> Reading | None:
    found = [a for a in amounts(plain, spoken(plain)) if not _elsewhere(plain, a)]
    found = corrected(plain, found)
    if not found:
        return None
    named = _named(plain, found, told, asked)
    default = "mile" if _ASKS_MILES.search(asked) and not re.search(r"\bminutes\b|\bhow long\b", asked) else "minute"
    wanted = (
        [pair for pair in named if pair[1] in ("minute", "hour")]
        if default == "minute"
        else [pair for pair in named if pair[1] == "mile"]
    )
    amount, unit = (wanted or named or [(a, default) for a in found])[0]
    if default == "minute" and not named and len(found) > 1 and not re.search(r"\d", plain):
        return None
    if (
        not named
        and unit == "minute"
        and not re.search(r"minute|how long|commute|time|minutos|tiempo|far|drive|travel|distance", asked)
    ):
        return None
    end = amount.end
    if tail := re.match(r"\s*(?:minutes?|mins?|miles?|hours?|hrs?|minutos|mi|km)\b", plain[end:]):
        end += tail.end()
    return Reading(
        value=_measured(amount, unit),
        quote=said.quote(amount.start, end),
        confidence=0.93 if len(found) == 1 or named else 0.75,
        rule="location.figure",
    )


def _named(plain: str, found: list[Amount], told: str, asked: str) -> list[tuple[Amount, str]]:
    """The figures whose unit is known: said beside them, told by the way, or put right ("miles not minutes")."""
    if put_right := _NOT_UNIT.search(plain):
        miles = put_right["unit"].startswith("mi") and "l" in put_right["unit"]
        return [(each, "mile" if miles else "minute") for each in found]
    united = [(each, _unit(plain, each) or _told(each, told) or _by_transit(plain, asked)) for each in found]
    return [(each, unit) for each, unit in united if unit]


def _measured(amount: Amount, unit: str) -> dict[str, object]:
    """The figure as minutes or as miles; kilometres beside the miles they make."""
    if unit == "km":
        return {"miles": _figure(amount.times(_MILES_IN_KM)), "km": _figure(amount)}
    return (
        {"miles": _figure(amount)}
        if unit == "mile"
        else {"minutes": _figure(amount.times(60 if unit == "hour" else 1))}
    )


def _figure(amount: Amount) -> object:
    if amount.exact is not None:
        return tidy(round(amount.exact, 2))
    return {n: tidy(round(v, 2)) for n, v in (("min", amount.low), ("max", amount.high)) if v is not None}


def _told(amount: Amount, told: str) -> str:
    """The unit of a way told beside it; no more than four hours are hours."""
    return "minute" if told == "hour" and (amount.low or amount.high or 0) > 4 else told


_NOT_UNIT = re.compile(
    r"(?<!\d)(?<!\d )\b(?P<unit>mns|mins?|minutes?|miles?|mi|minutos|millas),? (?:not|no|y no) (?:mns|mins?|minutes?|miles?|mi|minutos|millas|km)\b"
)
_TRANSIT = re.compile(
    r"\b(?:bus|buses|train|subway|metro|camion)\b|\b(?:in|takes(?: me)?|took(?: me)?) (?:like |about )?\w+\W*$"
)


def _by_transit(plain: str, asked: str) -> str:
    """Minutes, where the way is by bus or told by how long it takes, and miles are not asked for by name."""
    return "minute" if _TRANSIT.search(plain) and not re.search(r"\bmiles\b", asked) else ""


_NO_WAY = deferred(rf"^\s*{any_of('figures', 'no_way')}\b")
_FOR_A_LIVING = re.compile(r"\bas an? \w+|\bfor a living\b|\b(?:truck\w*|otr|deliver\w*|uber|lyft|doordash|semi)\b")


def _elsewhere(plain: str, amount: Amount) -> bool:
    after, before = plain[amount.end :], plain[: amount.start]
    if (
        re.match(
            r"^\s*(?:am\b|pm\b|:\d|years?|yrs?|days?|times|(?:bus|train) transfers?|transfers?|buses|bus|trains?|stops?|exits?|lights?|towns?|counties|states|countries|cities|jobs|places|people|accidents|tickets|estados|paises|st\b|nd\b|rd\b|th\b|weeks?|months?|anos|kids|cars|lbs|%)",
            after,
        )
        or _NO_WAY.match(after)
        or re.search(r"(?:\broute|\bhwy|\bi-|\bi|\bexit|\bhighway|\brt|\bus|#|:)\s*$", before)
    ):
        return True
    if re.match(r"^\s*miles? (?:an?|per|each|every) (?:day|shift|week|year)\b", after) and _FOR_A_LIVING.search(plain):
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
