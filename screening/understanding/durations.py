"""Lengths of time said without a plain figure: a decade, a year and a half, since 2019, since I was 20."""

import re
from collections.abc import Callable
from datetime import datetime

from screening.understanding.amounts import AT_LEAST, AT_MOST
from screening.understanding.calendar import MONTHS
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading, Value
from screening.understanding.words import Said

UNIT_WORDS = {
    "year": r"(?:years?|yrs?|yr|yeras?|yesrs?|yeasr|yaers?|anos?|anitos|y(?=\b(?! o))|ys|yrz|seasons|anios)",
    "month": r"(?:months?|mos?|mths?|mnths?|mons|monhs?|meses|mes)",
    "week": r"(?:weeks?|wks?|semanas?)",
    "day": r"(?:days?|dias?)",
    "hour": r"(?:hours?|hrs?|horas?|hr)",
    "minute": r"(?:minutes?|mins?|minutos?)",
}
YEARS = {"year": 1.0, "month": 1 / 12, "week": 1 / 52, "day": 1 / 365}
_ANY = "|".join(f"(?P<{name}>{pattern})" for name, pattern in UNIT_WORDS.items() if name in YEARS)
_HALF = re.compile(
    rf"\b(?P<n>(?:a |an |one |1 |un |una )?)(?:full |whole |solid |good )?(?:{_ANY})\s*(?:and|n|&|y|\+)\s*(?:a |an |1/2|\.5|half|medi[oa]|change|some)+\b"
)
_ONE = re.compile(
    rf"\b(?P<n>a|an|un|una|1|one)\s+(?:full |whole |solid |good |single )?(?:{_ANY})\b(?!\s*(?:and|n|&|y|or two)\b)(?! (?:ago|old))"
)
_PART = re.compile(
    rf"\b(?:(?P<half>half|1/2|medi[oa])|(?:quarter|1/4)|(?P<three>three quarters|3/4))\s*(?:of )?(?:an? )?(?:{_ANY})\b"
)
_ONE_OR_TWO = re.compile(rf"\b(?:a|one|1) (?:{_ANY}) or (?:two|2|so)\b")
_DECADE = re.compile(
    r"\b(?:(?P<n>a|one|half a|two|three|four|2|3|4|couple|a couple|una|media|dos|tres)(?: of)? )?(?:decades?|decadas?)\b(?P<more> and (?:a half|some change|change|counting))?"
)
_SINCE = re.compile(
    r"\b(?:since|from|starting|started(?: back)?(?: in)?|began(?: in)?|beginning|desde(?: el)?|back in|as of|ever since|empece en|comence en|going back to|dating back to|been at it since|sience|sinc)\s+(?:\w+\s+){0,3}?(?:of\s+)?(?P<year>19[5-9]\d|20[0-4]\d)\b"
)
_BECAME = re.compile(
    r"\b(?:licensed|certified|started|began|graduated|qualified|hired|became \w+|finished|joined|journeyman|my (?:license|ticket|card)|got (?:it|mine|my \w+))\s+(?:back |there |here |on )?in (?P<year>19[5-9]\d|20[0-4]\d)\b"
)
_SINCE_SHORT = re.compile(
    r"\b(?:since|desde|ever since|back in)\s+(?:the summer of |like |about |around |el )?(?P<year>\d\d)\b(?!\s*(?:%|st|nd|rd|th|years|yrs))"
)
_IN_YEAR = re.compile(
    r"\b(?:got|started|began|bought|hired|licensed|first|since|empece|saque)\b[^.?!]{0,30}?\b(?:in|en|back in) '?(?P<year>\d\d)\b(?! ?(?:years|months|days|weeks|hours|%|st|nd|rd|th|states|different))"
)
_CENTURY = re.compile(r"\b(?P<part>quarter|half)(?: of)? (?:a )?century\b|\b(?:a )?cuarto de siglo\b")
_SINCE_MONTH = re.compile(
    r"\b(?:since|desde)\s+(?:last |this past )?(?P<month>"
    + "|".join(sorted(MONTHS, key=len, reverse=True))
    + r")\b(?! \d{2,4})(?P<ago> (?:of )?last year| del ano pasado)?"
)
_MONTHS = re.compile(
    r"^\W*(?:(?:just|only|from|like|about|de|i was there)\s+)*(?P<first>"
    + "|".join(sorted(MONTHS, key=len, reverse=True))
    + r")\s*(?:-|to|thru|through|till?|until|a|hasta)\s*(?P<last>"
    + "|".join(sorted(MONTHS, key=len, reverse=True))
    + r")\W*$"
)
_YEAR_ALONE = re.compile(r"^\W*(?:(?:in|around|about|like|back in|en|el|the year|way back in)\s+)*(?P<year>19[5-9]\d|20[0-4]\d)\W*$")  # fmt: skip

_SPAN = re.compile(
    r"\b(?P<from>19[5-9]\d|20[0-4]\d)\s*(?:-|to|until|till|through|thru|a|hasta|and)\s*(?P<to>19[5-9]\d|20[0-4]\d|now|present|today|current|currently|ahora|hoy)\b"
)
_AGES_BACK = re.compile(
    r"\b(?:since|at|when) (?:i was |age |the age of |like )*(?P<then>\d\d)\b(?!\s*(?:years? ago)).{0,20}\b(?:im|i am|now|tengo)\s+(?P<now>\d\d)\b"
)
_AGES = re.compile(
    r"\b(?:im|i am|tengo)\s+(?P<now>\d\d)\b.{0,25}\b(?:started|began|since|been (?:doing|at) (?:it|this) since|empece)\b.{0,18}?(?P<then>\d\d)\b"
)


def read_duration(said: Said, plain: str, unit: str, context: Context) -> Reading | None:
    """A length of time in the question's unit (a year, month, week or day); None where none is said so."""
    if unit not in YEARS:
        return None
    for reader in _READERS:
        if found := reader(plain, context.now):
            years, match, rule = found
            if not 0 <= years <= 60:
                return None
            plainly = rule == "number.since"
            value = tidy(years / YEARS[unit]) if plainly else _bounded(plain, match, years / YEARS[unit])
            return Reading(value=value, quote=said.quote(*match.span()), confidence=0.85, rule=rule)
    return None


Found = tuple[float, "re.Match[str]", str]


def _since(plain: str, now: datetime) -> Found | None:
    if span := _SPAN.search(plain):
        ends = int(span["to"]) if span["to"].isdigit() else now.year
        return ends - int(span["from"]), span, "number.since"
    if since := _SINCE.search(plain) or _BECAME.search(plain):
        return now.year - int(since["year"]), since, "number.since"
    if short := _SINCE_SHORT.search(plain) or _IN_YEAR.search(plain):
        year = int(short["year"])
        return now.year - (2000 + year if 2000 + year <= now.year else 1900 + year), short, "number.since"
    if month := _SINCE_MONTH.search(plain):
        ahead = 12 if month["ago"] and MONTHS[month["month"]] < now.month else 0
        return (((now.month - MONTHS[month["month"]]) % 12 or 12) + ahead) / 12, month, "number.since"
    if alone := _YEAR_ALONE.search(plain):
        return now.year - int(alone["year"]), alone, "number.since"
    if pair := _MONTHS.search(plain):
        return ((MONTHS[pair["last"]] - MONTHS[pair["first"]]) % 12 + 1) / 12, pair, "number.months"
    return None


_BORN = re.compile(r"\b(?:born|naci|nacid[oa]|birthday(?: is)?|dob)\b[^.]{0,24}?\b(?P<year>19[3-9]\d|20[01]\d)\b|^\W*(?P<bare>19[3-9]\d|200\d)\W*$")  # fmt: skip


def age_born(plain: str, now: datetime) -> tuple[int, "re.Match[str]"] | None:
    """The age of somebody born in a year named."""
    match = _BORN.search(plain)
    return (now.year - int(match["year"] or match["bare"]), match) if match else None


def _since_age(plain: str, _: datetime) -> Found | None:
    match = _AGES.search(plain) or _AGES_BACK.search(plain)
    return (int(match["now"]) - int(match["then"]), match, "number.since") if match else None


def _decade(plain: str, _: datetime) -> Found | None:
    if century := _CENTURY.search(plain):
        return (50.0 if century["part"] == "half" else 25.0), century, "number.decade"
    match = _DECADE.search(plain)
    if match is None or (match["n"] is None and match.group().startswith(("decades", "decadas"))):
        return None
    named = match["n"] or "a"
    count = 0.5 if "half" in named or named == "media" else 2.0 if "couple" in named else (_count(named) or 1.0)
    return 10 * (count + (0.5 if "half" in (match["more"] or "") else 0)), match, "number.decade"


def _count(word: str) -> float:
    found = numbers(word)
    return found[0].value if found else 0.0


def _unit_in(match: "re.Match[str]") -> float:
    return next(YEARS[name] for name in YEARS if match[name])


def _and_a_half(plain: str, _: datetime) -> Found | None:
    match = _HALF.search(plain)
    if match is None or re.search(
        r"\d\s*$|\b(?:two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco)\s*$", plain[: match.start()]
    ):
        return None
    return (1.0 if "change" in match.group() else 1.5) * _unit_in(match), match, "number.duration"


def _part(plain: str, _: datetime) -> Found | None:
    match = _PART.search(plain)
    if match is None or re.search(r"\b(?:and|y|n)\s+(?:a\s+)?$|\d\s*$", plain[: match.start()]):
        return None
    return (0.5 if match["half"] else 0.75 if match["three"] else 0.25) * _unit_in(match), match, "number.duration"


def _one(plain: str, _: datetime) -> Found | None:
    match = _ONE.search(plain)
    if match is None or numbers(plain[: match.start()] + " " + plain[match.end() :]):
        return None
    if re.search(r"\b(?:times?|days?|hours?|nights?|weekends?|twice|once|couple|few|per)\s*$", plain[: match.start()]):
        return None
    return _unit_in(match), match, "number.duration"


_AGO = re.compile(
    rf"\b(?:certified|licensed|started|began|hired|graduated|qualified|got (?:it|mine|my \w+)|passed)\s+(?:it |there |here |like |about |almost |around )*(?P<n>an?|one|\d{{1,2}}|two|three|four|five|six|seven|eight|nine|ten) (?:{_ANY}) ago\b"
)


def _ago(plain: str, _: datetime) -> Found | None:
    """`got my card 2 years ago`, where no other length is named."""
    match = _AGO.search(plain)
    if match is None or numbers(plain[: match.start()] + " " + plain[match.end() :]):
        return None
    return (_count(match["n"]) or 1.0) * _unit_in(match), match, "number.ago"


_READERS: tuple[Callable[[str, datetime], Found | None], ...] = (
    _since_age,
    _since,
    _ago,
    _decade,
    _and_a_half,
    _part,
    _one,
)


def _bounded(plain: str, match: "re.Match[str]", value: float) -> Value:
    """With its bound: over a decade, less than a year, a year or two."""
    number = tidy(value)
    if two := _ONE_OR_TWO.match(plain[match.start() :]):
        return {"min": number, "max": tidy(2 * value)} if not two.group().endswith("so") else number
    before, after = plain[max(0, match.start() - 40) : match.start()], plain[match.end() :]
    if AT_LEAST.search(before) or re.match(
        r"\s*(?:\+|plus\b|or more\b|and counting\b|o mas\b|y pico\b|and (?:some )?change)", after
    ):
        return {"min": number}
    if AT_MOST.search(before) or re.match(r"\s*(?:tops|max|at most|or less)\b", after):
        return {"max": number}
    return number


def tidy(value: float) -> float | int:
    """Whole numbers as int, others to six places."""
    rounded = round(value, 6)
    return int(rounded) if float(rounded).is_integer() and abs(rounded) < 1e15 else rounded
