"""Lengths of time said without a plain figure: a decade, a year and a half, since 2019, since I was 20."""

import re
from collections.abc import Callable
from datetime import datetime

from screening.understanding.amounts import AT_LEAST, AT_MOST
from screening.understanding.calendar import MONTH_NAMES, MONTHS
from screening.understanding.deferred import deferred
from screening.understanding.duration_spans import span
from screening.understanding.numeral_words import ORDINALS
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading, Value
from screening.understanding.words import Said

UNIT_WORDS = {
    "year": r"(?:years?|yrs?|yr|yeras?|yesrs?|yeasr|yaers?|anos?|anitos?|y(?=\b(?! o))|ys|yrz|seasons|anios)",
    "month": r"(?:months?|mos?|mths?|mnths?|mons|monhs?|meses|mes|mesecit[oa]s?)",
    "week": r"(?:weeks?|wks?|semanas?)",
    "day": r"(?:days?|dias?)",
    "hour": r"(?:hours?|hrs?|horas?|hr)",
    "minute": r"(?:minutes?|mins?|minutos?)",
}
YEARS = {"year": 1.0, "month": 1 / 12, "week": 1 / 52, "day": 1 / 365}
_ANY = "|".join(f"(?P<{name}>{pattern})" for name, pattern in UNIT_WORDS.items() if name in YEARS)
_HALF = deferred(
    rf"\b(?P<n>(?:a |an |one |1 |un |una )?)(?:full |whole |solid |good )?(?:{_ANY})\s*(?:and|n|&|y|\+)\s*(?:a |an |1/2|\.5|half|medi[oa]|change|some)+\b"
)
_ONE = deferred(
    rf"\b(?P<n>a|an|un|una|1|one)\s+(?:full |whole |solid |good |single )?(?:{_ANY})\b(?!\s*(?:and|n|&|y|or two)\b)(?! (?:ago|old))"
)
_PART = deferred(
    rf"\b(?:(?P<half>half|1/2|medi[oa])|(?:quarter|1/4)|(?P<three>three quarters|3/4))\s*(?:of )?(?:an? )?(?:{_ANY})\b"
)
_ONE_OR_TWO = deferred(rf"\b(?:(?:a|an|one|1|un) )?(?:{_ANY}) (?:or|o) (?:two|2|dos|so)\b")
_DECADE = deferred(
    r"\b(?:(?P<n>a|one|half a|two|three|four|2|3|4|couple|a couple|una|media|dos|tres)(?: of)? )?(?:decades?|decadas?)\b(?P<more> and (?:a half|some change|change|counting))?"
)
_SINCE = deferred(
    r"\b(?:since|from|starting|started(?: back)?(?: in)?|began(?: in)?|beginning|desde(?: el)?|back in|as of|ever since|empece en|comence en|going back to|dating back to|been at it since|sience|sinc)\s+(?:\w+\s+){0,3}?(?:of\s+)?(?P<year>19[5-9]\d|20[0-4]\d)\b"
)
_BECAME = deferred(
    r"\b(?:licensed|certified|started|began|graduated|qualified|hired|became \w+|finished|joined|journeyman|my (?:license|ticket|card)|got (?:it|mine|my \w+))\s+(?:back |there |here |on )?in (?P<year>19[5-9]\d|20[0-4]\d)\b"
)
_STILL = deferred(
    r"\b(?:in|back in|en) (?P<year>19[5-9]\d|20[0-4]\d)\b(?:(?!\b(?:but|didnt|pero)\b)[^.?!]){0,40}\b(?:since|ever since|never (?:stopped|left|quit)|still (?:at it|there|here|doing|going)|desde entonces)\b"
)
_SINCE_SHORT = deferred(
    r"\b(?:since|desde|ever since|back in)\s+(?:the summer of |like |about |around |el )?(?P<year>\d\d)\b(?!\s*(?:%|st|nd|rd|th|years|yrs))"
)
_IN_YEAR = deferred(
    r"\b(?:got|started|began|bought|hired|licensed|first|since|empece|saque)\b[^.?!]{0,30}?\b(?:in|en|back in) '?(?P<year>\d\d)\b(?! ?(?:years|months|days|weeks|hours|%|st|nd|rd|th|states|different))"
)
_CENTURY = deferred(r"\b(?:a )?(?P<part>quarter|half)(?: of)? (?:a )?century\b|\b(?:a )?cuarto de siglo\b")
_SINCE_MONTH = deferred(
    rf"\b(?:since|desde|(?:got|been|was) (?:my )?(?:certified|licensed|registered|cna|certification|license)(?: back)? in)\s+(?:last |this past )?(?P<month>{MONTH_NAMES})\b(?! \d{{2,4}}(?! (?:of )?this year))(?P<ago> (?:of )?last year| del ano pasado)?"
)
_MONTHS = deferred(
    rf"^\W*(?:(?:just|only|from|like|about|de|i was there)\s+)*(?P<first>{MONTH_NAMES})\s*(?:-|to|thru|through|till?|until|a|hasta)\s*(?P<last>{MONTH_NAMES})\W*$"
)
_YEAR_ALONE = deferred(r"^\W*(?:(?:in|around|about|like|back in|en|el|the year|way back in)\s+)*(?P<year>19[5-9]\d|20[0-4]\d)\W*$")  # fmt: skip

_SPAN = deferred(
    r"\b(?P<from>19[5-9]\d|20[0-4]\d)\s*(?:-|to|until|till|through|thru|a|hasta|and)\s*(?P<to>19[5-9]\d|20[0-4]\d|now|present|today|current|currently|ahora|hoy)\b"
)
_TWO_DIGITS = r"\d\d|(?:eigh|nine|seven|six|fif|four)teen|(?:twenty|thirty|forty|fifty|sixty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
_AGES_BACK = deferred(
    rf"\b(?:since|at|when) (?:i was |age |the age of |like )*(?P<then>{_TWO_DIGITS})\b(?!\s*(?:years? ago)).{{0,20}}\b(?:im|i am|now|tengo|(?:just |i )?turn(?:ed|ing)|cumpli)\s+(?P<now>{_TWO_DIGITS})\b"
)
_AGES = deferred(
    rf"\b(?:im|i am|tengo)\s+(?P<now>{_TWO_DIGITS})\b.{{0,25}}\b(?:started|began|since|been (?:doing|at) (?:it|this) since|got (?:it|mine|my \w+)|licensed|certified|empece)\b.{{0,18}}?(?P<then>{_TWO_DIGITS})\b(?! (?:hours|days|people))"
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
            plainly = rule.startswith("number.since")
            if rule == "number.since_month" and unit == "year" and years >= 1:
                years = int(years + 0.25)
            value = tidy(in_unit(years, unit)) if plainly else _bounded(plain, match, in_unit(years, unit))
            return Reading(value=value, quote=said.quote(*match.span()), confidence=0.85, rule=rule)
    return None


Found = tuple[float, "re.Match[str]", str]


def _since(plain: str, now: datetime) -> Found | None:
    if span := _SPAN.search(plain):
        ends = int(span["to"]) if span["to"].isdigit() else now.year
        return ends - int(span["from"]), span, "number.since"
    if since := _SINCE.search(plain) or _BECAME.search(plain) or _STILL.search(plain):
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


_BORN = deferred(r"\b(?:born|naci|nacid[oa]|birthday(?: is)?|dob)\b[^.]{0,24}?\b(?P<year>19[3-9]\d|20[01]\d)\b|\b(?:born|naci|nacid[oa])\W+(?:in|en|el)?\W*(?P<short>[0-9]\d)\b(?! ?(?:of|de|/))|^\W*(?P<bare>19[3-9]\d|200\d)\W*$")  # fmt: skip


def age_born(plain: str, now: datetime) -> tuple[int, "re.Match[str]"] | None:
    """The age of somebody born in a year named."""
    match = _BORN.search(plain)
    if match is None:
        return None
    year = int(match["year"] or match["bare"] or match["short"])
    if match["short"]:
        year += 2000 if 2000 + year <= now.year - 14 else 1900
    return now.year - year, match


def _since_age(plain: str, _: datetime) -> Found | None:
    match = _AGES.search(plain) or _AGES_BACK.search(plain)
    return (_count(match["now"]) - _count(match["then"]), match, "number.since") if match else None


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


_NTH_YEAR = deferred(
    r"\b(?:(?P<way>going on|starting|just started|beginning|into|about to start)\W+)?(?:(?:my|the|a|this will be my|on my) )?(?P<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|\d{1,2}th) (?:year|yr)\b(?! (?:salary|pay|anniv))"
)


def _nth_year(plain: str, _: datetime) -> Found | None:
    """`finishing my second year` is two, `starting my second year` one."""
    match = _NTH_YEAR.search(plain)
    if (
        match is None
        or len(plain.split()) < 3
        or any(not match.start() <= n.start < match.end() for n in numbers(plain))
    ):
        return None
    digits = re.match(r"\d+", match["n"])
    count = int(digits.group()) if digits else ORDINALS[match["n"]]
    return float(count - bool(match["way"])), match, "number.nth_year"


def _one_or_two(plain: str, _: datetime) -> Found | None:
    match = _ONE_OR_TWO.search(plain)
    return None if match is None or numbers(plain[: match.start()]) else (_unit_in(match), match, "number.duration")


def _one(plain: str, _: datetime) -> Found | None:
    match = _ONE.search(plain)
    if match is None or (
        numbers(plain[: match.start()] + " " + plain[match.end() :])
        and not re.search(
            r"\b(?:so|lol|o sea|asi que|entonces)\W+(?:like |about |maybe |como )*$", plain[: match.start()]
        )
    ):
        return None
    if re.search(r"\b(?:times?|days?|hours?|nights?|weekends?|twice|once|couple|few|per)\s*$", plain[: match.start()]):
        return None
    return _unit_in(match), match, "number.duration"


_AGO = deferred(
    rf"\b(?:certified|licensed|started|began|hired|graduated|qualified|got (?:it|mine|my \w+)|passed)\s+(?:it |there |here |like |about |almost |around )*(?P<n>an?|one|\d{{1,2}}|two|three|four|five|six|seven|eight|nine|ten) (?:{_ANY}) ago\b"
)


def _ago(plain: str, _: datetime) -> Found | None:
    """`got my card 2 years ago`, where no other length is named."""
    match = _AGO.search(plain)
    if match is None or numbers(plain[: match.start()] + " " + plain[match.end() :]):
        return None
    return (_count(match["n"]) or 1.0) * _unit_in(match), match, "number.ago"


_READERS: tuple[Callable[[str, datetime], Found | None], ...] = (
    span,
    _since_age,
    _since,
    _ago,
    _decade,
    _one_or_two,
    _nth_year,
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
    if (
        AT_MOST.search(before)
        or re.search(r"\bni(?: siquiera)?\s+$", before)
        or re.match(r"\s*(?:tops|max|at most|or less)\b", after)
    ):
        return {"max": number}
    return number


def in_unit(years: float, unit: str) -> float:
    """A length in years as so many of a unit, weeks being seven days, and months thirty days or four weeks."""
    weeks, months = years * 52, years * 12
    if unit == "day" and 0 < years < 1:
        if _whole(weeks) and not _whole(months):
            return 7 * weeks
        return 30 * months if _whole(months) else years / YEARS["day"]
    if unit == "week" and 0 < years < 1 / 3 and _whole(months):
        return 4 * months
    if unit == "week" and _whole(years * 365 / 7) and not _whole(weeks):
        return years * 365 / 7
    return years / YEARS[unit]


def _whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6 and round(value) > 0


def tidy(value: float) -> float | int:
    """Whole numbers as int, others to six places."""
    rounded = round(value, 6)
    return int(rounded) if float(rounded).is_integer() and abs(rounded) < 1e15 else rounded
