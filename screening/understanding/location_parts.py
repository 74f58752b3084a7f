"""Travel said in parts of an hour or a mile: half an hour, an hour and a half, a mile or two."""

import re

from screening.understanding.durations import tidy
from screening.understanding.numerals import numbers
from screening.understanding.reading import Reading
from screening.understanding.words import Said

_HALF = re.compile(
    r"\b(?:half (?:an |a )?(?:hour|hr)|half hour|half hr|1/2 (?:an )?(?:hour|hr)|media hora|(?<!\d)0?\.5 hours?)\b(?! (?:and|to))"
)
_QUARTER = re.compile(
    r"\b(?:a )?(?:(?P<three>three[ -]quarters?|3/4|3 quarters) of\s+an (?:hour|hr)|quarter (?:of\s+an )?(?:hour|hr)|1/4 (?:of\s+an )?hour|cuarto de hora)\b"
)
_HOUR_AND = re.compile(
    r"(?<![\d.])\b(?:(?P<n>an?|one|two|three|una|dos|\d)\s*)?\b(?:hours?|hrs?|h|horas?)(?![a-z])\s*(?:and|con|&|y|n)?\s*(?P<rest>(?:an? )?half|medi[ao]|(?:an? )?quarter|(?:un )?cuarto|\d{1,2}(?!\d)|(?:ten|fifteen|twenty|thirty|forty|five)\b)?\s*(?:mi?ns?\w*)?",
    re.I,
)
_HOURLY = r"(?:half (?:an )?(?:hour|hr)|media hora|(?:(?:an|1|one) )?(?:hour|hr))"
_FROM_TO = re.compile(
    rf"\b(?:30|thirty|20|twenty|25|40|forty|45|15|{_HOURLY})\b[^.,;]{{0,12}}?(?:\b(?:to|or)\b|-)\s*(?:(?:about|like|maybe|an) )?(?:half an (?:hour|hr)|(?:(?:an|1|one) )?(?:hour|hr)(?: (?:and|n|&) (?:a )?half)?)\b"
    rf"|\b(?:half (?:an )?(?:hour|hr)|media hora)\s*(?:to|or|-|a|o)\s*(?:about |like |maybe )?(?:4[05]|50|cuarenta(?: y cinco)?|forty(?: five)?)\b(?! ?(?:mi\b|miles|km|millas))"
)
_PART_MILES = re.compile(
    r"\b(?:(?P<half>half (?:a |of a )?|1/2 (?:a )?|media )|(?P<quarter>(?:a )?quarter (?:of a )?|1/4 )|(?P<couple>(?:a )?couple (?:of )?|un par de )|(?P<one>(?:an? |one |1 |una )?))(?:miles?|milla|millas)\b(?P<more> ?(?:and|y|n|&) (?:an? )?(?:half|media|(?P<fourth>quarter|cuarto))\b(?! (?:hours?|hrs?)))?(?P<two> or (?:two|2|so)\b)?"
)


_MILES_AND = re.compile(
    r"(?<![\d.-])\b(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis) (?:miles?|millas) ?(?:and|n|&|y) (?:an? |un )?(?P<rest>half|media|quarter|cuarto)\b(?! (?:hours?|hrs?))"
)


def _miles_and(said: Said, plain: str) -> Reading | None:
    """`two miles and a half`."""
    match = _MILES_AND.search(plain)
    if match is None:
        return None
    miles = numbers(match["n"])[0].value + (0.25 if match["rest"] in ("quarter", "cuarto") else 0.5)
    return measured(said, {"miles": miles}, match, 0.85, "location.part")


def part_miles(said: Said, plain: str) -> Reading | None:
    """Half a mile, a mile and a half, a couple of miles, a mile or two."""
    if told := _miles_and(said, plain):
        return told
    match = _PART_MILES.search(plain)
    if match is None or re.search(
        r"[\d.]\s*$|\b(?:and|n|y|&) (?:a )?$|\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|few|many|how|dozen|hundred|thousand|dos|tres|cinco|diez|docena|cien)\s+$",
        plain[: match.start()],
    ):
        return None
    if match["one"] == "" and not match["more"] and not match["two"]:
        return None
    whole = 1.25 if match["fourth"] else 1.5
    miles: object = (
        0.5 if match["half"] else 0.25 if match["quarter"] else 2 if match["couple"] else whole if match["more"] else 1
    )
    if match["two"] and not match["two"].endswith("so"):
        miles = {"min": 1, "max": 2}
    return measured(said, {"miles": miles}, match, 0.85, "location.part")


def fractions(said: Said, plain: str) -> Reading | None:
    """Half an hour, three quarters, an hour and a half."""
    if match := _FROM_TO.search(plain):
        ends = [_span_minutes(t) for t in re.split(r"\b(?:to|or|a)\b(?! half)|-", match.group(), maxsplit=1)]
        if ends[0] and ends[1] and ends[0] < ends[1]:
            return measured(
                said, {"minutes": {"min": tidy(ends[0]), "max": tidy(ends[1])}}, match, 0.9, "location.hours"
            )
    if match := _QUARTER.search(plain):
        return _open(said, plain, 45 if match["three"] else 15, match)
    if match := _HALF.search(plain):
        return _open(said, plain, 30, match)
    if match := _HOUR_AND.search(plain):
        hours = _hours(match)
        if (
            hours
            and (
                match["rest"]
                or match["n"] in ("an", "a", "one", "una", "1")
                or re.match(r"\W*(?:about |like |roughly )?(?:hour|hr|hora)\b(?! (?:ago|later|shift))", plain)
                or re.match(r"\s*(?:each|one|1) way\b", plain[match.end() :])
            )
            and not re.search(
                r"\d[\d.]*\s*$|\bhalf (?:an |of an )?$|\bquarter(?:s)? (?:of )?(?:an )?$|\b(?:per|every) $",
                plain[: match.start()],
            )
            and not re.match(r"^\s*(?:and|y)\b", plain[match.end() :])
        ):
            return _open(said, plain, hours * 60, match)
    return None


def _span_minutes(text: str) -> float | None:
    if "half" in text and re.search(r"(?:and|n|&) (?:a )?half", text):
        return 90
    if "half" in text:
        return 30
    if re.search(r"\b(?:hour|hr)\b", text):
        return 60
    found = numbers(text)
    return found[0].value if found else None


def _hours(match: "re.Match[str]") -> float:
    count = numbers(match["n"] or "")
    hours = count[0].value if count else 1.0
    rest = match["rest"] or ""
    if "half" in rest or "medi" in rest:
        return hours + 0.5
    if "quarter" in rest or "cuarto" in rest:
        return hours + 0.25
    extra = numbers(rest)
    return hours + (extra[0].value / 60 if extra else 0)


def _open(said: Said, plain: str, minutes: float, match: "re.Match[str]") -> Reading:
    """Exact, or open to one side ("under an hour", "an hour or more")."""
    before = plain[: match.start()]
    value: object = tidy(minutes)
    if re.search(
        r"\b(?:under|less than|within|up to|no more than|not (?:over|more than|past)|nothing over|no longer than|hasta|maximo|at most|max|menos de|no mas de|not even|below)\s+(?:about )?$",
        before,
    ) or re.match(r"^\s*(?:or less|max|tops|at most|at the most)\b", plain[match.end() :]):
        value = {"max": tidy(minutes)}
    elif re.search(r"\b(?:over|more than|at least|mas de|upwards of|above)\s+(?:about )?$", before) or re.match(
        r"^\s*(?:\+|or more|plus|at least|o mas)", plain[match.end() :]
    ):
        value = {"min": tidy(minutes)}
    return measured(said, {"minutes": value}, match, 0.92, "location.hours")


def measured(said: Said, value: dict[str, object], match: "re.Match[str]", sure: float, rule: str) -> Reading:
    """A reading with its quote."""
    return Reading(value=value, quote=said.quote(match.start(), match.end()), confidence=sure, rule=rule)
