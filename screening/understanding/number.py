"""Reads a number: words, units, ranges, months to years, since a year, sums."""

import re
from dataclasses import replace

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.blanking import blanked
from screening.understanding.calendar import MONTH_NAMES
from screening.understanding.durations import UNIT_WORDS, YEARS, age_born, in_unit, read_duration, tidy
from screening.understanding.figures_borne import not_counted
from screening.understanding.number_choice import chosen_amount
from screening.understanding.number_circumstances import own_circumstance
from screening.understanding.number_days import day_names
from screening.understanding.number_denied import barely_begun, denied
from screening.understanding.number_idle import idle_one, one_word, small_talk
from screening.understanding.number_last import last_one
from screening.understanding.number_lists import listed
from screening.understanding.number_minutes import minutes_asked
from screening.understanding.number_other import other
from screening.understanding.number_rates import each_minute, rated
from screening.understanding.number_relations import related
from screening.understanding.number_roles import by_case, by_clock, in_role
from screening.understanding.number_scales import on_scale
from screening.understanding.number_spoken import spoken
from screening.understanding.number_sums import temp_and_perm
from screening.understanding.number_things import tools_named
from screening.understanding.number_units import unit_after, unit_of
from screening.understanding.number_unsaid import (
    couple,
    digits,
    half_of_life,
    none_first,
    only_me,
    same_one,
    within,
    zero,
)
from screening.understanding.number_week import clock, shifts
from screening.understanding.number_weighed import CLOSING
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading, Value
from screening.understanding.words import Said, flat

MISSED = re.compile(r"\b(?:miss\w*|absen\w*|call\w* (?:out|off)|sick|take off)\b")
_AT_ONCE = re.compile(r"\bat (?:once|a time|one time|the same time)\b|\ba la vez\b")
_PAST_FORTY = re.compile(r"\b(?:over|past|above|on top of) (?:the )?(?:40|forty)\b")


_OUT_OF_WORK = re.compile(
    r"\b(?:out of work|unemployed|without (?:a job|work)|not working|since you(?:ve)? (?:last )?worked|sin trabajo)\b"
)
_LAST_WORKED = re.compile(
    rf"\b(?:got |been |was )?(?:laid off|let go|fired|quit|left|last (?:day|worked|shift)(?: was)?|stopped|ended|me corrieron|me despidieron|sali)\b(?: (?:there|working|back|in|on|around|en|el))* (?=(?:{MONTH_NAMES})\b)"
)


def read_number(said: Said, question: Question, context: Context) -> Reading | None:
    """The number a text answers with, in the question's unit."""
    unit, asked = unit_of(question, context), flat(question.words(context.language))
    if reading := minutes_asked(said, said.plain, asked):
        return reading
    plain = not_counted(_without_height(said), unit, f"{asked} {question.unit}")
    plain = last_one(plain, asked)
    if _OUT_OF_WORK.search(asked):
        plain = _LAST_WORKED.sub(lambda m: "since".ljust(len(m.group())), plain)
    if (reading := read_duration(said, plain, unit, context)) and not opens(said, plain, reading):
        return _workdays(reading, unit, asked)
    if re.search(r"\bhow old\b|\byour age\b|\bedad\b", asked) and (born := age_born(plain, context.now)):
        return Reading(value=born[0], quote=said.quote(*born[1].span()), confidence=0.8, rule="number.born")
    for reader in (
        none_first,
        denied,
        day_names,
        listed,
        tools_named,
        half_of_life,
        on_scale,
        each_minute,
        within,
        _figures,
        couple,
        digits,
        barely_begun,
        zero,
        only_me,
        same_one,
    ):
        if reading := reader(said, plain, unit, question, context):
            return reading
    return None


_HEIGHT = re.compile(r"\b[4-7]['\u2019\u2032]\s?(?:1[01]|\d)\b")


def _without_height(said: Said) -> str:
    """The plain text without a height in feet and inches ("5'9"), of which the plain form has lost the sign."""
    spans = [match.span() for match in _HEIGHT.finditer(said.raw)]
    if not spans:
        return said.plain
    inside = (any(start <= at < end for start, end in spans) for at in said.at)
    return "".join(" " if away else letter for letter, away in zip(said.plain, inside, strict=True))


def _workdays(reading: Reading, unit: str, asked: str) -> Reading:
    """`a whole week` of days missed is five."""
    week = (
        unit == "day"
        and isinstance(reading.value, int | float)
        and re.search(r"\bw(?:ee)?ks?\b|semana", flat(reading.quote))
    )
    if not week or not MISSED.search(asked):
        return reading
    return replace(reading, value=tidy(round(float(reading.value) / 7, 1) * 5))  # type: ignore[arg-type]


_ALL_TOLD = re.compile(
    rf"\b(?:all in all|altogether|all together|all told|in total|overall|en total)\b\W+(?:\w+\W+){{0,4}}?\d{{1,2}}\W+{UNIT_WORDS['year']}\b"
)


def opens(said: Said, plain: str, reading: Reading) -> bool:
    """Whether an amount with its unit opens the text, before the moment it goes on to tell of ("14 mos. been here since 05")."""
    if not reading.rule.startswith("number.since"):
        return False
    if _ALL_TOLD.search(plain):
        return True
    first = next(iter(numbers(plain)), None)
    at = said.raw.find(reading.quote)
    if (
        first is None
        or at <= first.end
        or not re.match(r"\W*(?:about |like |around |over |almost |bout |just )*$", plain[: first.start])
    ):
        return False
    return bool(
        re.match(
            rf"\s*\+?\s*(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']})?\s*(?:[.;]|,? (?:in|on|been|but|i|im|ive|my)\b)",
            plain[first.end :],
        )
    )


_REFUSED = re.compile(r"(?<!why )(?<!if )(?<!or )\bnot (?:for )?$")


def _figures(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    asked = flat(question.words(context.language))
    overtime = re.search(r"\b(?:overtime|ot)\b", asked)
    figures = spoken(blanked(plain, _PAST_FORTY) if overtime else plain)
    found = corrected(plain, amounts(plain, [n for n in figures if not n.money or unit not in YEARS]))
    if week := shifts(said.plain, unit) or clock(said.plain, unit, asked):
        return Reading(value=tidy(week[0]), quote=said.quote(*week[1]), confidence=0.85, rule="number.shifts")
    if amount := related(plain, found, unit, asked, context):
        return _told(said, amount, 0.8) if _plausible(amount, question) else None
    counted = [a for a in found if not other(plain, a, unit, question)]
    counted = _closing(plain, _of_unit(plain, counted, unit, question, context))
    if not counted or (unit in YEARS and "never" in plain and all(one_word(a) for a in counted)):
        return None
    if len(counted) == 1 and counted[0].exact is not None and _REFUSED.search(plain[: counted[0].start]):
        return None
    if own := own_circumstance(plain, counted, asked, timed=unit in YEARS):
        counted = [own]
    if len(counted) > 1 and unit in YEARS and unit != "day" and not temp_and_perm(plain, counted):
        counted = in_role(plain, counted, question, context)
    amount = _chosen(plain, counted, found, unit, asked)
    if amount is None or not _plausible(amount, question) or small_talk(plain, amount, unit):
        return None
    if amount.bound == "most" and _AT_ONCE.search(asked):
        amount = Amount(low=amount.high, high=amount.high, start=amount.start, end=amount.end, numbers=amount.numbers)
    sure = 0.95 if len(counted) == 1 else 0.8
    if len(found) > 1 and len(counted) != 1 and unit not in YEARS:
        sure = 0.7
    return _told(said, amount, sure)


def _told(said: Said, amount: Amount, sure: float) -> Reading:
    quote = said.quote(amount.start, amount.end)
    return Reading(value=value_of(amount), quote=quote, confidence=sure, rule="number.figure")


def _closing(plain: str, counted: list[Amount]) -> list[Amount]:
    """The last amount alone, where the text comes to it ("... so eight")."""
    if len(counted) < 2 or counted[-1].exact is None or "plus" in plain:
        return counted
    return counted[-1:] if CLOSING.search(plain[counted[-2].end : counted[-1].start]) else counted


def _of_unit(plain: str, counted: list[Amount], unit: str, question: Question, context: Context) -> list[Amount]:
    """The amounts in the unit asked: kilos as pounds, months as years; a `one` that counts nothing dropped."""
    asked = flat(question.words(context.language))
    counted = [a for a in counted if not idle_one(plain, a, unit)] or counted
    if re.search(r"\b(?:pounds?|lbs?)\b|\bhow (?:heavy|much (?:weight|can you lift))", f"{unit} {asked}"):
        counted = [_in_pounds(a) if re.match(r"\s*(?:kilos?|kgs?)\b", plain[a.end :]) else a for a in counted]
    return _in_units(plain, counted, unit, asked)


def _chosen(plain: str, counted: list[Amount], found: list[Amount], unit: str, asked: str) -> Amount | None:
    """The one amount that answers, or what several come to."""
    if unit not in YEARS or unit == "day":
        rate, unknown = rated(plain, found, unit, asked)
        if rate is not None or unknown:
            return rate
    amount = by_case(plain, counted, unit) or chosen_amount(plain, counted, unit, found, asked)
    return by_clock(plain, amount, unit) if amount else None


def _in_units(plain: str, found: list[Amount], unit: str, asked: str) -> list[Amount]:
    """Amounts turned into the asked unit; those with a foreign unit dropped when others fit."""
    if unit not in YEARS and unit != "hour":
        timeless = [a for a in found if unit_after(plain, a.numbers[-1].end) not in ("year", "month")]
        return (
            timeless
            if re.search(r"\b(?:how many|cuant[oa]s)\b", asked) and not re.search(r"\b(?:old|age|edad|ago)\b", asked)
            else timeless or found
        )
    out = []
    named = [unit_after(plain, a.numbers[-1].end) for a in found]
    said_once = [n for n in named if n]
    last = ""
    for amount, name in zip(found, named, strict=True):
        last = name = name or ("" if CLOSING.search(plain[: amount.start][-40:]) else last)
        if not name and len(found) == 1 and not said_once:
            late = re.search(
                rf"^(?!.*(?:give or take|\bago\b|\boff\b|\b(?:and|n|y) (?:some|a few|unos)\b)).*?\b(?<!\ba )(?<!per )(?<!each )(?<!every )(?<!this )(?<!next )(?<!last )(?P<u>{UNIT_WORDS['month']}|{UNIT_WORDS['week']})\b",
                plain[amount.end : amount.end + 40],
            )
            name = "month" if late and late["u"][0] == "m" else "week" if late else ""
        if name in YEARS and unit in YEARS:
            out.append(_converted(amount, name, unit, asked))
        elif name == unit or not name:
            out.append(amount)
    return out or found


def _converted(amount: Amount, name: str, unit: str, asked: str) -> Amount:
    """Another unit of time in the one asked: weeks are months by fours, and five days where days of work were missed."""
    if (name, unit) == ("week", "day") and MISSED.search(asked):
        return amount.times(5)
    whole = amount.exact is not None and amount.exact <= 16 and amount.exact % 2 == 0
    if (name, unit) == ("week", "month") and whole:
        return amount.times(0.25)
    return amount.times(in_unit(YEARS[name], unit))


def _in_pounds(amount: Amount) -> Amount:
    """Kilos as whole pounds."""
    pounds = amount.times(2.2046)
    low, high = (None if v is None else float(round(v)) for v in (pounds.low, pounds.high))
    return Amount(low=low, high=high, start=amount.start, end=amount.end, numbers=amount.numbers, bound=amount.bound)


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
