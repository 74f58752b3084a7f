"""Reads a number: words, units, ranges, months to years, since a year, sums."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.durations import UNIT_WORDS, YEARS, age_born, read_duration, tidy
from screening.understanding.number_choice import chosen_amount
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
_ON_THE_WAY = re.compile(
    r"^\s*(?:drive|driving|ride|away|walk\w*|commute|trip|from|by|bus|to (?:work|you|get)|de camino)\b"
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
    amount = by_case(plain, counted, unit) or chosen_amount(plain, counted, unit, found)
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
    if plain[amount.start : amount.end].endswith("min") and _ON_THE_WAY.match(after):
        return True  # "25 min drive" are minutes and no least
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
