"""Lengths of time between two moments: feb 2018 to feb 2021, started in jan and finished sept 30, not till nov 2019, a month shy of a year."""

import itertools
import re
from datetime import datetime

from screening.understanding.calendar import MONTHS
from screening.understanding.deferred import deferred
from screening.understanding.numerals import numbers

Found = tuple[float, "re.Match[str]", str]

_SEASONS = {"spring": 4, "summer": 7, "fall": 10, "autumn": 10, "winter": 1, "primavera": 4, "verano": 7, "otono": 10, "invierno": 1, "new years": 1}  # fmt: skip
_MONTH = "|".join(sorted((*MONTHS, *_SEASONS), key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"


def _moment(tag: str) -> str:
    """A month with or without its day or year, 10/2024, or a bare year."""
    return (
        rf"(?:(?:the |el |early |late |mid |de |around |about |like |right )*(?:(?P<e{tag}>end|last day|fin(?:es|al(?:es)?)?) (?:of|de) |(?:beginning|start|first(?: week| day)?|principios?|comienzos?|inicios?) (?:of|de) )?(?P<p{tag}>last |this (?:past )?)?"
        rf"(?:(?P<m{tag}>{_MONTH})\.?(?: (?P<d{tag}>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,? ?(?:of |del? |in |')?(?P<y{tag}>{_YEAR})|,? (?:of |in |del? )?(?P<r{tag}>last year|this year|(?:el )?ano pasado|este ano))?"
        rf"|(?P<n{tag}>0?[1-9]|1[0-2])[/-](?P<o{tag}>{_YEAR})|(?P<b{tag}>{_YEAR})))"
    )


_FROM_TO = deferred(
    rf"\b(?:(?:from|since|started|began|start|de|desde|between)\b\W*(?:\w+ ){{0,4}}?)?{_moment('1')}\s*"
    rf"(?:-|to|thru|through|till?|until|a|al|hasta|(?:and|n|y|then)?\W*(?:\w+ ){{0,2}}(?:finished|ended|left|quit|till|until|done|stopped|laid off|termine|sali)\b(?: (?:it|in|on|en|there|up))*)\s*(?:just |like |about |right )*"
    rf"(?:(?P<now>now|present|today|currently|current|ahora|hoy)(?! \w+ \d)|(?:now )?{_moment('2')})\b(?! years| yrs)"
)
_SINCE = deferred(
    rf"\b(?:since|started(?: (?:there|it|back|out|up|driving|working))?|began|been (?:at|doing) (?:it|this) since|promoted|hired|got (?:it|mine|my \w+(?: \w+)?)|certified|licensed|desde|empece(?: en)?|entre en|beginning|starting|from|goin[g']? back to|dating back to|ever since|(?:didnt|wasnt|werent|never|not|hadnt)\b[^.;,]{{0,30}}?\b(?:till?|until))\s+"
    rf"(?:i (?:got|left|came|started|finished|graduated|moved|was)\b[^.;,]{{0,30}}? )?(?:back |in |on |around |about |like |en |at |it |there )*{_moment('1')}\b(?! years| yrs)"
)
_UNITS = r"years?|yrs?|months?|mos?|weeks?|wks?|anos?|mes(?:es)?|semanas?"
_COUNT = r"an?|first|1st|one|two|three|four|five|six|seven|eight|nine|ten|couple|un|una|dos|tres|cuatro|\d{1,2}"
_SHY = deferred(
    rf"\b(?P<n>{_COUNT}) (?P<u>{_UNITS})? ?(?P<way>shy of|short of|away from|less than|off(?: of)?|over|past|more than|on top of|longer than|before|de)\s+(?:my |the |our |a full |mi )?(?P<n2>{_COUNT}) (?P<u2>{_UNITS})\b"
)
_SHY_BARE = deferred(
    rf"\b(?P<n>an?|one|1|un) (?P<u>year|yr|month|week|ano|mes) (?P<way>shy of|short of|away from|less than|menos que) (?P<n2>{_COUNT})(?P<u2>)(?=\W*$|\s*[,.;])"
)
_MARK = deferred(r"\s*(?:anniversary|mark|review|was up|aniversario)\b|\W*$")
_FALTA = deferred(rf"\b(?:me )?falta(?:ba)?n? (?P<n>{_COUNT}) (?P<u>{_UNITS}) para (?P<n2>{_COUNT}) (?P<u2>{_UNITS})\b")
_LIST = deferred(rf"\b(?P<first>{_MONTH})(?P<more>(?:\W+(?:and |n |y |& )?(?:{_MONTH})\b){{1,6}})(?! \d)")


def span(plain: str, now: datetime) -> Found | None:
    """Years between two moments a text names; None where it names none so."""
    if len(set(re.findall(rf"\b{_YEAR}\b", plain))) > 2:
        return None  # a whole history: nobody can say what of it counts
    return _shy(plain) or _from_to(plain, now) or _since_month(plain, now) or _months_named(plain)


def _length(count: str, unit: str) -> float:
    found = numbers(count)
    value = 2.0 if count == "couple" else found[0].value if found else 1.0
    return value * (1.0 if unit[0] in "ya" else 1 / 52 if unit[0] in "ws" else 1 / 12)


def _shy(plain: str) -> Found | None:
    """`a month shy of a year`, `one month over a year`."""
    match = _SHY.search(plain) or _SHY_BARE.search(plain) or _FALTA.search(plain)
    if match is None:
        return None
    way = match.groupdict().get("way") or "shy of"
    if way in ("off", "off of", "de") or not match["u"] or (way == "before" and not _MARK.match(plain[match.end() :])):
        return None
    short, whole = _length(match["n"], match["u"]), _length(match["n2"], match["u2"] or match["u"])
    total = whole + short if way in ("over", "past", "more than", "on top of", "longer than") else whole - short
    return (total, match, "number.duration") if short < whole else None


def _year(match: "re.Match[str]", tag: str, now: datetime) -> int | None:
    if said := match[f"r{tag}"]:
        return now.year - (1 if said.startswith("last") or "pasado" in said else 0)
    if match[f"p{tag}"] and (month := MONTHS.get(match[f"m{tag}"] or "")):  # "last october"
        return now.year - (1 if month >= now.month else 0)
    year = match[f"y{tag}"] or match[f"o{tag}"] or match[f"b{tag}"]
    return int(year) if year else None


def _month(match: "re.Match[str]", tag: str) -> int | None:
    if match[f"n{tag}"]:
        return int(match[f"n{tag}"])
    name = match[f"m{tag}"]
    return MONTHS.get(name, _SEASONS.get(name)) if name else None


def _from_to(plain: str, now: datetime) -> Found | None:
    match = _FROM_TO.search(plain)
    if match is None:
        return None
    years = (_year(match, "1", now), now.year if match["now"] else _year(match, "2", now))
    if years[0] and years[1] is None and match["d2"] and 2000 + int(match["d2"]) in range(years[0], now.year + 1):
        years = (years[0], 2000 + int(match["d2"]))  # "january 2019 to march 24"
    months = (_month(match, "1"), now.month if match["now"] else _month(match, "2"))
    if match["now"] and years[0] is None:
        years = (now.year - (1 if (months[0] or 0) > now.month else 0), now.year)
    ends = tuple(int(bool(match[tag])) for tag in ("e1", "e2"))  # "the end of 2018"
    years = (
        years[0] and years[0] + (ends[0] if months[0] is None else 0),
        years[1] and years[1] + (ends[1] if months[1] is None else 0),
    )
    if years[0] and years[1] and (months[0] is None or months[1] is None):
        return float(years[1] - years[0]), match, "number.since"
    if months[0] is None or months[1] is None:
        return None
    if years[0] and years[1]:
        return (12 * (years[1] - years[0]) + months[1] - months[0] + ends[1] - ends[0]) / 12, match, "number.since"
    days = (match["d1"], match["d2"])
    whole = 0 if (days[0] and not (days[1] and int(days[1]) >= 28)) or match["now"] else 1
    if ends[1] and days[0]:
        whole = 1 if int(days[0]) < 11 else 0
    return ((months[1] - months[0]) % 12 + whole - ends[0]) / 12, match, "number.months"


def _since_month(plain: str, now: datetime) -> Found | None:
    """To now, from the last month of a year that something began in, or from the year it was not before."""
    for match in reversed(list(_SINCE.finditer(plain))):
        year, month = _year(match, "1", now), _month(match, "1")
        if year and month:
            return (12 * (now.year - year) + now.month - month) / 12, match, "number.since_month"
        if year and re.search(r"\b(?:till?|until)\b", match.group()):
            return float(now.year - year), match, "number.since"
    return None


def _months_named(plain: str) -> Found | None:
    """`oct nov dec`: three months."""
    match = _LIST.search(plain)
    if match is None or "may" in (match["first"],) or numbers(plain):
        return None
    names = [MONTHS[word] for word in re.findall(r"[a-z]+", match.group()) if word in MONTHS]
    follows = all((b - a) % 12 == 1 for a, b in itertools.pairwise(names))
    return (len(names) / 12, match, "number.months") if follows and len(names) >= 2 else None
