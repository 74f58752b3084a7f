"""Reads a number: words, units, ranges, months to years, since a year, sums."""

import itertools
import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.durations import UNIT_WORDS, YEARS, age_born, read_duration, tidy
from screening.understanding.number_lists import listed
from screening.understanding.number_roles import by_case, by_clock, in_role, per_hour
from screening.understanding.number_spoken import spoken
from screening.understanding.number_units import unit_after, unit_of
from screening.understanding.number_unsaid import couple, none_first, only_me, same_one, zero
from screening.understanding.number_week import day_names, shifts
from screening.understanding.reading import Context, Reading, Value
from screening.understanding.words import Said, flat

_FOREIGN = re.compile(
    r"^\s*(?:(?:an?|per|each)\s+|/\s*)(?:hour|hr|day|week|month|year|yr)\b|^\s*(?:dollars?|bucks?|usd|[$£€]|miles?|pounds|lbs)"
)
_SOMEBODY = re.compile(
    r"\b(?:my (?:husband|wife|brother|sister|dad|father|mom|mother|son|daughter|friend|cousin|boss|roommate|boyfriend|girlfriend|partner|uncle|coworker)|he|she|they)\b"
)
_AGE_BEFORE = re.compile(r"\b(?:im|i am|age|aged|turned|turning|tengo|my age is|be|being)\s+(?:only |just )?$")
_AGE_AFTER = re.compile(r"^\s*(?:(?:years?|yrs?|anos?)?\s*(?:old|young|of age|de edad)|yo\b|y/o)")
_OTHER_AFTER = re.compile(
    r"^\s*(?:stops?|pallets?|cases|orders|loads|kids?|children|sons?|daughters?|dogs?|cats?|brothers?|sisters?|siblings?|hijos?|hijas?|ninos?|am\b|pm\b|a\.m|p\.m|o'?clock|%|percent|st\b|nd\b|rd\b|th\b|(?:different )?(?:jobs?|companies|places|employers|restaurants|stores|warehouses|sites|schools|locations)\b|"
    r"/\d|\s*/7\b|:\d\d|years? (?:ago|old)|yrs? (?:ago|old)|months? ago|weeks? ago|star|inch|ft\b|feet)"
)
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:at|#|no\.|number|route|rt|hwy|i-|phone|suite|apt|unit|room|level|class|grade|type|version|covid|since|from|in|desde|en)\s*|\d[:/])$"
)
_TOTAL = re.compile(r"\b(?:total|in all|altogether|all together|combined|overall|all in|in sum|all told|en total)\b")
_PLACE = re.compile(
    r"^\s*(?:(?:years?|yrs?|months?|mos?|anos?|meses)\s+)?(?:at|with|in|for|as|on|here|there|doing|driving|w/|over at|en|con|of|from|full|part|paid|self|local|regional|otr|under|before|after|then|running|working|managing)\b"
)
_AMOUNT_QUESTION = re.compile(
    r"\bhow (?:many|much|long|old|far|fast|often|heavy|big|large)\b|\bcuant|\bwhat(?:s| is) your (?:age|typing|gpa|speed|credit)|\bnumber of\b|\bhow .* years|\byears\b|\bexperience\b"
)
_APPROX = re.compile(
    r"\b(?:about|bout|abt|around|roughly|approx\w*|maybe|like|almost|nearly|close to|going on|give or take|or so|ish|i think|i guess|probably|prob|como|casi|mas o menos|aprox\w*|unos|alrededor)\b"
)


def read_number(said: Said, question: Question, context: Context) -> Reading | None:
    """The number a text answers with, in the question's unit."""
    unit = unit_of(question, context)
    plain = said.plain
    if reading := read_duration(said, plain, unit, context):
        return reading
    if re.search(r"\bhow old\b|\byour age\b|\bedad\b", flat(question.words(context.language))) and (
        born := age_born(plain, context.now)
    ):
        return Reading(value=born[0], quote=said.quote(*born[1].span()), confidence=0.8, rule="number.born")
    for reader in (none_first, day_names, listed, _figures, couple, zero, only_me, same_one):
        if reading := reader(said, plain, unit, question, context):
            return reading
    return None


def _figures(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    figures = [n for n in spoken(plain) if not n.money or unit not in YEARS]
    found = corrected(plain, amounts(plain, figures))
    counted = [a for a in found if not _other(plain, a, unit, question)]
    if not counted:
        return None
    if week := shifts(plain, unit):
        return Reading(value=tidy(week[0]), quote=said.quote(*week[1]), confidence=0.85, rule="number.shifts")
    counted = [a for a in counted if not (a.exact == 1 and a.numbers[0].words and not _unit_near(plain, a))] or counted
    if re.search(
        r"\b(?:pounds?|lbs?)\b|\bhow (?:heavy|much (?:weight|can you lift))",
        f"{unit} {flat(question.words(context.language))}",
    ):
        counted = [_in_pounds(a) if re.match(r"\s*(?:kilos?|kgs?)\b", plain[a.end :]) else a for a in counted]
    counted = _in_units(plain, counted, unit)
    if unit in YEARS and "never" in plain and all(a.numbers[0].words and a.exact == 1 for a in counted):
        return None
    if len(counted) > 1 and unit in YEARS:
        counted = in_role(plain, counted, question, context)
    amount = by_case(plain, counted, unit) or _choose(plain, counted, unit, found)
    if amount is not None:
        amount = by_clock(plain, per_hour(plain, amount, question, context), unit)
    if amount is None or not _plausible(amount, question):
        return None
    first = unit not in YEARS and re.match(
        r"\W*(?:just |only |like )?one\b(?! (?:of|time|day|thing|sec|moment))", plain
    )
    if (
        amount.exact == 1
        and amount.numbers[0].words
        and not (_alone(plain, amount) or _unit_near(plain, amount) or first)
    ):
        return None
    sure = 0.95 if len(counted) == 1 else 0.8
    if len(found) > 1 and len(counted) != 1 and unit not in YEARS:
        sure = 0.7
    return Reading(
        value=value_of(amount), quote=said.quote(amount.start, amount.end), confidence=sure, rule="number.figure"
    )


def _alone(plain: str, amount: Amount) -> bool:
    return len(re.sub(r"\W", "", plain[: amount.start] + plain[amount.end :])) <= 12


def _other(plain: str, amount: Amount, unit: str, question: Question) -> bool:
    """Whether the number is about something else (age, children, a time, a year)."""
    before, after = plain[: amount.start], plain[amount.end :]
    if re.search(
        r"\b(?:dont count|not counting|aside from|excluding|besides|without counting|sin contar)\b[^,.]{0,16}$", before
    ):
        return True
    if unit in YEARS and (_FOREIGN.match(after) or unit_after(plain, amount.end) in ("hour", "minute")):
        return True
    if re.match(r"/7\b", after) or re.search(r"\b24/$", before):
        return True
    clause = re.split(r"[,.;!]", before)[-1]
    if _SOMEBODY.search(clause) and not re.search(r"\b(?:i|ive|im|me)\b", clause):
        return True
    asked_age = re.search(r"\bold\b|\bage\b|\bedad\b", flat(question.words("en")))
    if not asked_age and (
        _AGE_AFTER.match(after) or (_AGE_BEFORE.search(before) and unit in YEARS and not unit_after(plain, amount.end))
    ):
        return True
    low = amount.low if amount.low is not None else amount.high or 0
    if 1950 <= low <= 2049 and float(low).is_integer() and amount.numbers[0].scale == 1 and _a_year(before, unit):
        return True
    if _OTHER_AFTER.match(after) and not re.match(
        r"^\s*(?:%|percent)", after if re.search(r"%|percent", question.unit + flat(question.words("en"))) else ""
    ):
        subject = re.match(r"^\s*(?:different )?(\w+)", after)
        if subject and re.match(r"(?:years?|yrs?|months?|weeks?)$", subject.group(1)):
            return True
        return not (subject and re.search(rf"\b{re.escape(subject.group(1)[:5])}", flat(question.words("en"))))
    return bool(
        _OTHER_BEFORE.search(before)
        and unit
        and not unit_after(plain, amount.end)
        and len(before) > 3
        and not re.search(r"\b(?:at|in|from|since)\s*$", before)
        and unit in YEARS
    )


def _a_year(before: str, unit: str) -> bool:
    """Whether a figure like 2024 is a year: by its unit, or by what stands before it."""
    return unit in (*YEARS, "hour") or bool(
        re.search(
            r"\b(?:in|since|en|desde|from|back in|of|del?|until|till?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\s+$",
            before,
        )
    )


def _unit_near(plain: str, amount: Amount) -> bool:
    return bool(unit_after(plain, amount.numbers[-1].end))


def _in_units(plain: str, found: list[Amount], unit: str) -> list[Amount]:
    """Amounts turned into the asked unit; those with a foreign unit dropped when others fit."""
    if unit not in YEARS and unit != "hour":
        return [a for a in found if unit_after(plain, a.numbers[-1].end) not in ("year", "month")] or found
    out = []
    named = [unit_after(plain, a.numbers[-1].end) for a in found]
    said_once = [n for n in named if n]
    for amount, name in zip(found, named, strict=True):
        if not name and len(found) == 1 and not said_once:
            late = re.search(
                rf"\b(?P<u>{UNIT_WORDS['month']}|{UNIT_WORDS['week']})\b", plain[amount.end : amount.end + 40]
            )
            name = "month" if late and late["u"][0] == "m" else "week" if late else ""
        if name in YEARS and unit in YEARS:
            out.append(amount.times(YEARS[name] / YEARS[unit]))
        elif name == unit or not name:
            out.append(amount)
    return out or found


def _in_pounds(amount: Amount) -> Amount:
    """Kilos as whole pounds."""
    pounds = amount.times(2.2046)
    low, high = (None if v is None else float(round(v)) for v in (pounds.low, pounds.high))
    return Amount(low=low, high=high, start=amount.start, end=amount.end, numbers=amount.numbers, bound=amount.bound)


def _concluded(plain: str, found: list[Amount]) -> Amount | None:
    """The last amount where the text comes to it: "its 9", "so 5", "now 55"."""
    last = found[-1]
    before = plain[found[-2].end : last.start]
    if (
        re.search(
            r"\b(?:so|its|call it|lets say|id say|asi que|entonces|make it|otherwise|(?:but|with) \w+ its|now|these days|ahora|say|doin|doing|i did|topped out at|ended (?:up )?(?:at|with))\s+(?:like |about |around )?$",
            before,
        )
        or (_WAS.search(plain[: found[-2].start]) and re.search(r"[.;!]\s*$", before))
        or re.match(r"\W*(?:\w+ )?(?:now|these days|today|currently|ahora)\b", plain[last.end :])
    ):
        return last
    return None


def _per_day(plain: str, found: list[Amount], unit: str) -> Amount | None:
    """`8 a day 5 days`: hours a week."""
    if unit != "hour" or len(found) != 2 or not re.search(r"\b(?:a|per|each|every) day\b", plain):
        return None
    first, second = found
    hours, days = (first, second) if re.search(r"day", plain[first.end : first.end + 14]) else (second, first)
    if hours.exact is None or days.exact is None or days.exact > 7 or hours.exact > 24:
        return None
    total = hours.exact * days.exact
    return Amount(low=total, high=total, start=first.start, end=second.end, numbers=first.numbers)


def _choose(plain: str, found: list[Amount], unit: str, every: list[Amount]) -> Amount | None:
    """The amount that answers: the total, years plus months, a sum of places, the one with the unit, else the first."""
    if len(found) == 1:
        return found[0]
    if daily := _per_day(plain, every, unit):
        return daily
    total = next(
        (
            a
            for a in found
            if _TOTAL.search(plain[max(0, a.start - 14) : a.start])
            or _TOTAL.search(_until_next(plain, a, found)[:22].split(",")[0])
        ),
        None,
    )
    if total:
        return total
    if last := _concluded(plain, found):
        return last
    if unit in YEARS and (joined := _sum(plain, found)):
        return joined
    with_unit = [a for a in found if unit_after(plain, a.numbers[-1].end)]
    if with_unit and unit:
        return with_unit[0]
    return _beside_unit(plain, found, unit) or found[0]


def _until_next(plain: str, amount: Amount, found: list[Amount]) -> str:
    """The text behind an amount, up to the next one."""
    return plain[amount.end : min((a.start for a in found if a.start > amount.start), default=len(plain))]


_WAS = re.compile(r"\b(?:was|were|used to|had been|before|expected|goal|quota|required|hired at|started (?:out )?(?:at|with)|entre en)\b[^.;]*$")  # fmt: skip


def _beside_unit(plain: str, found: list[Amount], unit: str) -> Amount | None:
    """The amount that stands by the very word asked for, or of years, the one behind "for"."""
    if unit and unit not in UNIT_WORDS:
        return next((a for a in found if re.match(rf"^\s*{re.escape(unit[:4])}", plain[a.end :])), None)
    if unit in YEARS:
        return next((a for a in found if re.search(r"\bfor (?:about |like |over |almost )?$", plain[: a.start])), None)
    return None


def _sum(plain: str, found: list[Amount]) -> Amount | None:
    """`2 yrs 6 months`, `3 at one place and 2 at the other`."""
    if any(a.bound and a.bound != "least" for a in found):
        return None
    gaps = [plain[a.end : b.start] for a, b in itertools.pairwise(found)]
    compound = all(
        re.fullmatch(rf"\s*(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']})?\W*(?:and|y|&|n|plus|con|,)?\W*", gap)
        for gap in gaps
    ) and unit_after(plain, found[0].numbers[-1].end)
    places = all(_PLACE.match(plain[a.end :]) for a in found) or all(re.search(r"\+|\bplus\b", gap) for gap in gaps)
    if not (compound or places) or any(
        re.search(
            r"\b(?:now|ago|old|but only|of (?:that|those|which|them)|including|out of)\b", plain[a.end : a.end + 30]
        )
        for a in found
    ):
        return None
    if re.match(rf"\s*(?:{UNIT_WORDS['year']})?\s*,?\s*$", gaps[0]) and re.match(
        r"\s*(?:as|in|of|at) (?:a |an |the )?(?:lead|supervis\w*|manag\w*|them|that|those|charge|which)",
        plain[found[-1].end :],
    ):
        return None
    total = sum(a.low or 0 for a in found)
    parts = tuple(n for a in found for n in a.numbers)
    least = any(a.bound == "least" for a in found)
    return Amount(low=total, high=None if least else total, start=found[0].start, end=found[-1].end, numbers=parts)


def _plausible(amount: Amount, question: Question) -> bool:
    if not question.range:
        return True
    low, high = question.range
    return all(low <= v <= high for v in (amount.low, amount.high) if v is not None)


def value_of(amount: Amount) -> Value:
    """The recorded form: a number, or {"min", "max"}."""
    if amount.exact is not None:
        return tidy(amount.exact)
    return {name: tidy(v) for name, v in (("min", amount.low), ("max", amount.high)) if v is not None}
