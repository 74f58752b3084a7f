"""So many a time turned into what is asked: 10 an hour x 8, one every 15 minutes, 50 a day mon-fri, four each on two halls."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.calendar import WEEKDAY_NAMES
from screening.understanding.deferred import deferred
from screening.understanding.durations import tidy
from screening.understanding.number_days import days_said
from screening.understanding.number_weighed import CLOSING
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.tables import words
from screening.understanding.words import Said, flat

_PER = r"(?:an?|per|each|every|/|por|la|el|al|cada|x)"
_SPANS = {
    "minute": r"min(?:ute)?s?|minutos?",
    "hour": r"h(?:ou)?rs?|hr|horas?|hora",
    "shift": r"shifts?|turnos?",
    "day": r"days?|dias?|night|nite|noche|weekday|school day|week ?day",
    "week": r"w(?:ee)?ks?|semanas?",
    "month": r"months?|mes",
}
_ASKED = {
    name: re.compile(
        rf"\b(?:{_PER}|one|average|busy|in an?|on an average|in one) ?(?:average |single |typical |busy |normal |8 hour |working )*(?:{words})\b|\bdaily\b"
        if name == "day"
        else rf"\b(?:{_PER}|one|in an?|in one) ?(?:average |single |typical |busy |normal |8 hour )*(?:{words})\b"
    )
    for name, words in _SPANS.items()
}
_RATE = {name: re.compile(rf"^\s*(?:\w+ )?(?:\w+ )?{_PER} ?(?:other )?(?:{words})\b") for name, words in _SPANS.items()}
_GROUP_ASKED = deferred(r"\b(?:crews?|teams?|groups?|class(?:es|rooms?)?|sections?|halls?|lines?|rooms?|shifts?)\b")
_PER_SHIFT = deferred(r"\b(?:an?|per|each|every|on an?|por|en un) (?:\w+ )?(?:shifts?|turnos?)\b")
_GROUPS = deferred(
    r"\s*(?:\w+ )?(?P<what>crews|teams|groups|classes|classrooms|sections|halls|wings|units|lines|rows|shifts|rooms|cuadrillas|equipos|grupos|salones) (?:of|de|with|w|con)\s*"
)
_EACH = deferred(
    r"^\s*(?:\w+ )?(?:each|apiece|a piece|cada un[oa]|per (?:hall|wing|section|room|aisle|team|crew|shift|table)|in each|en cada un[oa])\b"
)
_INVERSE = deferred(
    r"(?P<one>\b(?:an?|one|1|un[oa]?)\b)?(?: \w+){0,2}?\s*(?P<way>every|each|takes?(?: me| about| like)*|per|in|cada|a|tardo|tarda|me lleva)\s+(?:about |like |around |maybe |unos |me )*(?P<n>\d{1,3}|\w+)?\s*(?P<unit>min(?:ute)?s?|minutos?|secs?|seconds?|segundos?)\b"
)
_KNOWN = {("minute", "hour"): 60.0, ("week", "month"): 4.0}
_HOURS = deferred(r"^\s*-?\s*(?:h(?:ou)?rs?|hr|horas?)\b|^\s*$|^\W+$")
_WORDS = {
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "ten": 10.0,
    "fifteen": 15.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "couple": 2.0,
    "dos": 2.0,
    "tres": 3.0,
    "cinco": 5.0,
    "diez": 10.0,
    "quince": 15.0,
    "veinte": 20.0,
    "": 1.0,
    "a": 1.0,
    "one": 1.0,
    "un": 1.0,
    "uno": 1.0,
    "half": 0.5,
}


_EACH_TAKES = deferred(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|dos|tres|cuatro|cinco|diez|quince)\s*(?:min(?:ute)?s?|minutos?)\s+(?:each|apiece|an?|per|por|cada)\b(?! (?:day|shift|hour|hr|week|un[oa] de))"
)


def asked_span(asked: str) -> str:
    """The stretch of time a question counts in ("tickets a day"); "" for none."""
    return next((name for name, pattern in _ASKED.items() if pattern.search(asked)), "")


def rated(plain: str, found: list[Amount], unit: str, asked: str) -> tuple[Amount | None, bool]:
    """The amount in the stretch asked, and whether a rate is told that nobody can turn into it."""
    span = asked_span(asked)
    if not span:
        return _each(plain, found, asked), False
    if unit == "hour":
        return _daily_hours(plain, found, span), False
    rates = [(a, name) for a in found for name, pattern in _RATE.items() if pattern.match(plain[a.end :])]
    closed = _closed(plain, found)
    if rates and all(name == span or {name, span} == {"day", "shift"} for _, name in rates):
        return (rates[0][0] if len(rates) == 1 and len(found) > 1 and not closed else None), False
    if closed:
        return found[-1], False
    if span == "week" and (named := _on_days(plain)):
        return named, False
    if other := next((pair for pair in rates if pair[1] != span), None):
        count = _count(plain, other[0], [a for a in found if a is not other[0]], other[1], span)
        return (_times(other[0], count, found) if count else _concluding(plain, found)), not count
    return _over_time(plain, found, span) or _each(plain, found, asked) or (
        _of_days(plain, found) if span == "week" else None
    ), False


def _concluding(plain: str, found: list[Amount]) -> Amount | None:
    """The last amount, where the text comes to it (`1200 a month so figure 300`)."""
    last = found[-1]
    return last if len(found) > 1 and CLOSING.search(plain[found[-2].end : last.start]) else None


_ON_DAY = deferred(
    rf"\b(?P<n>\d{{1,2}}|one|two|three|four|five|six|un[oa]?|dos|tres|cuatro)\s+(?:on |el |each |every )?(?:{WEEKDAY_NAMES})s?\b"
)


def _on_days(plain: str) -> Amount | None:
    """`one monday one wed two fri`: so many in the week."""
    found = list(_ON_DAY.finditer(plain))
    if len(found) < 2:
        return None
    total = sum(numbers(m["n"])[0].value for m in found if numbers(m["n"]))
    return Amount(low=total, high=total, start=found[0].start(), end=found[-1].end(), numbers=tuple(numbers(plain)))


def _times(rate: Amount, count: float, found: list[Amount]) -> Amount:
    total = rate.times(count)
    low, high = (None if v is None else round(v, 4) for v in (total.low, total.high))
    return Amount(low=low, high=high, start=found[0].start, end=found[-1].end, numbers=rate.numbers, bound=rate.bound)


def _count(plain: str, rate: Amount, rest: list[Amount], name: str, span: str) -> float:
    """How many of the rate's stretches are in the one asked; 0 where nobody knows."""
    if (name, span) in _KNOWN:
        return _KNOWN[name, span]
    if (name, span) == ("day", "week"):
        return _days_worked(plain, rate, rest)
    if name == "hour" and span in ("day", "shift"):
        hours = [a.exact for a in rest if a.exact and 3 <= a.exact <= 16 and _HOURS.match(plain[a.end :])]
        return hours[0] or 0 if hours else 0
    return 0


def _days_worked(plain: str, rate: Amount, rest: list[Amount]) -> float:
    named = [
        a.exact
        for a in rest
        if re.match(r"\s*(?:days?|dias?|x)\b", plain[a.end :]) or re.search(r"\b(?:x|times)\s*$", plain[: a.start])
    ]
    if named:
        return named[0] or 0
    if re.match(r"\s*(?:\w+ )?(?:each|every|per) (?:school|week|work|business) ?day", plain[rate.end :]):
        return 5
    days = days_said(plain[rate.end :])
    return days[0] if days else 0


def _closed(plain: str, found: list[Amount]) -> bool:
    """Whether the last amount is what the others come to (`two hundred a week mon to fri, 40`)."""
    gap = plain[found[-2].end : found[-1].start] if len(found) > 1 else ""
    if words("figures", "others").search(plain) or not (re.search(r"[,;=]\s*$", gap) or CLOSING.search(gap)):
        return False
    values = [a.exact for a in found]
    if any(v is None for v in values) or len(found) < 2:
        return False
    days = days_said(plain[: found[-1].start])
    others = [float(v or 0) for v in values[:-1]] + ([float(days[0])] if days else [])
    last = float(values[-1] or 0)
    return any(
        abs(a * b - last) < 0.51 or (b and abs(a / b - last) < 0.51 and a != last)
        for i, a in enumerate(others)
        for j, b in enumerate(others)
        if i != j and b > 1 and a > 1
    )


def _over_time(plain: str, found: list[Amount], span: str) -> Amount | None:
    """`quince en ocho horas` asked a shift is 15, asked an hour by so many hours."""
    if len(found) != 2 or not re.fullmatch(
        r"(?:\s*\w+){0,2}\s+(?:in|en|over|per|an?|every|each)\s+(?:an? |about |like )?",
        plain[found[0].end : found[1].start],
    ):
        return None
    minutes = re.match(r"\s*-?\s*(?:min(?:ute)?s?|minutos)\b", plain[found[1].numbers[0].end :])
    length = found[1].exact or (found[1].low if plain[: found[1].end].endswith("min") else None)
    if minutes and span == "hour" and length:
        return _times(found[0], 60 / length, found)
    if not re.match(r"\s*-?\s*(?:hours?|hrs?|hr|horas)\b", plain[found[1].end :]):
        return None
    hours = found[1].exact
    if span == "hour" and hours:
        return _times(found[0], 1 / hours, found)
    return found[0] if span in ("shift", "day") and hours and 6 <= hours <= 12 else None


def _each(plain: str, found: list[Amount], asked: str) -> Amount | None:
    """`dos pasillos con cuatro cada uno` is eight."""
    found = found[:2]
    if len(found) != 2 or any(a.exact is None for a in found):
        return None
    group = _GROUPS.fullmatch(plain[found[0].end : found[1].start])
    grouped = group and not _GROUP_ASKED.search(_PER_SHIFT.sub(" ", asked))
    if not _EACH.match(plain[found[1].end :]) and not grouped:
        return None
    return _times(found[1], found[0].exact or 0, found)


def _of_days(plain: str, found: list[Amount]) -> Amount | None:
    """`one each school day` of so many a week."""
    if len(found) != 1 or not re.search(r"\b(?:each|every|a|per)\W+(?:school|week|work|business) ?days?\b", plain):
        return None
    return _times(found[0], 5, found)


def _daily_hours(plain: str, found: list[Amount], span: str) -> Amount | None:
    """`8 hours each for mon wed and fri`, `weekdays only 3 hrs`: hours a week."""
    if span != "week" or not 1 <= len(found) <= 2 or (found[0].high or found[0].low or 0) > 12:
        return None
    amount = found[0]
    if len(found) == 2 and not re.match(r"\s*(?:days?|dias?)\b", plain[found[1].end :]):
        return None
    days = days_said(plain[: amount.start]) or days_said(plain[amount.end :])
    daily = re.match(
        r"\s*(?:h(?:ou)?rs?|horas?|extra|more)?\s*(?:extra )?(?:each|apiece|a day|per day|every day|a shift|daily|al dia|diarias?)\b",
        plain[amount.end :],
    )
    counted = re.search(r"\b(?:all|x|for) (?:5|five) days\b", plain)
    if counted and daily:
        return _times(amount, 5, found)
    if days is None or not (daily or re.match(r"\s*(?:h(?:ou)?rs?|horas)\b", plain[amount.end :])) or days[0] in (0, 7):
        return None
    return _times(amount, days[0], found)


def each_minute(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`one every 15 minutes`, `takes me 2 min`, `a piece a minute`: so many an hour."""
    if unit == "hour" or asked_span(flat(question.words(context.language))) != "hour":
        return None
    if one := _EACH_TAKES.search(plain):
        minutes = numbers(one["n"])
        if minutes and 0 < minutes[0].value <= 60:
            return Reading(value=tidy(round(60 / minutes[0].value, 2)), quote=said.quote(*one.span()), confidence=0.7, rule="number.minutes")  # fmt: skip
    match = _INVERSE.search(plain)
    if match is None or (match["way"] in ("a", "per", "in") and not match["one"]):
        return None
    count = match["n"] or ""
    length = float(count) if count.isdigit() else _WORDS.get(count, 0.0)
    before = [n.value for n in numbers(plain) if n.value and n.end <= match.start("way") + 1]
    each = before[-1] if before else 1.0
    if not length:
        return None
    hourly = each * (3600 if match["unit"].startswith("se") else 60) / length
    return Reading(value=tidy(round(hourly, 2)), quote=said.quote(*match.span()), confidence=0.7, rule="number.minutes")
