"""How a stretch of days is written, after single days: name, pattern, maker, sureness."""

from datetime import date

from screening.understanding.calendar import MONTHS, month_end
from screening.understanding.holidays import HOLIDAYS, NAMED_BY
from screening.understanding.moment_day_rules import Source
from screening.understanding.moment_days import holiday, plus
from screening.understanding.moment_spans import (
    bare_length,
    end_of,
    hours,
    length,
    month,
    next_year,
    part_of_year,
    relative_month,
    season,
    tail_week,
    weekend,
    years_and_month,
)
from screening.understanding.moment_words import COUNT, MONTH, PART, UNIT, YEAR


def whole_month(year: int, name: str) -> tuple[date, date]:
    """The first and the last day of a month named."""
    return date(year, MONTHS[name], 1), month_end(year, MONTHS[name])


_YEARS = r"an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}"
NAMED_FIRST: tuple[Source, ...] = tuple(
    ("date.holiday", rf"\b(?:{pattern})\b", holiday(pattern), 0.88) for pattern in NAMED_BY
)
SPAN_SOURCES: tuple[Source, ...] = (
    (
        "date.month_last_year",
        rf"\b{MONTH}(?: of)? (?:(?:a|1|one) year ago|last year)\b|\b{MONTH.replace('month', 'm2')} del ano pasado\b",
        lambda m, c: whole_month(c.today.year - 1, m["month"] or m["m2"]),
        0.85,
    ),
    (
        "date.years_and_month",
        rf"\b(?P<n>{_YEARS}) (?:years?|yrs?) (?:ago|back),? (?:in |around |this |last |back in )?{MONTH}\b|\b{MONTH.replace('month', 'm2')},? (?:of |about )?(?P<n2>{_YEARS}) (?:years?|yrs?) (?:ago|back)\b",
        years_and_month,
        0.85,
    ),
    (
        "date.part_of_year",
        r"\b(?:the )?(?:very )?(?P<part>early|beginning|start|first part|first half|top|mid|middle|late|later|latter part|second half|tail end|end|close|principios|inicios|comienzos|mediados|finales|fines|fin)\s*-?\s*(?:of |in |part of |de |del |a )*(?:the |el )?'?(?P<year>20\d\d)\b(?![/-]\d)",
        part_of_year,
        0.8,
    ),
    (
        "date.part_of_year",
        r"\b(?:the )?(?:very )?(?P<part>early|beginning|start|first part|first half|top|mid|middle|late|later|latter part|second half|principios|inicios|comienzos|mediados)\s*-?\s*(?:of |in |part of |de |del |a |)*(?:the (?:new )?|this |last |next |el |este )(?:year|ano)(?: pasado| que viene)?\b(?P<year>)(?! after)",
        part_of_year,
        0.8,
    ),
    (
        "date.end_of",
        r"\b(?:by )?(?:the )?(?:end|close|fin|finales)\s+(?:of\s+|de\s+)?(?:the\s+|this\s+|next\s+|la\s+|proxima\s+|del\s+)*(?P<unit>week|workweek|semana|year|ano)\b(?: que viene)?",
        end_of,
        0.8,
    ),
    (
        "date.week",
        r"\b(?:(?:early|late|later|mid|middle of|end of|beginning of|start of|first (?:part )?of|top of|sometime)\s+)?(?:the\s+)?(?:next|this|following|coming|la proxima|esta|last|past|la otra)\s*(?:coming |following )?(?:week|wk|semana)\b(?! of)|\bweek after next\b|\bsemana (?:que (?:viene|entra|sigue)|entrante|siguiente)\b|\b(?:la )?semana pasada\b|\bweek after (?:this|the) (?:coming|next|upcoming)(?: one)?\b|\b(?:the|la) (?:proxima|following) semana\b|\bthe week after (?:that|next)\b",
        tail_week,
        0.8,
    ),
    (
        "date.relative_month",
        rf"{PART}(?:the |el |del )?(?:next|this|following|proximo|este|coming|last|past)\s+(?:month|mes)\b(?: after next)?|{PART.replace('part', 'p2')}\b(?:month after next|mes que (?:viene|entra)|mes (?:entrante|proximo|siguiente)|mes pasado)\b",
        relative_month,
        0.8,
    ),
    (
        "date.this_month",
        r"\b(?P<part>(?:the )?(?:early|beginning|start|first|middle|mid|late|end|close|finales|fines|fin|mediados|principios)\s*-?\s*(?:of |de |del )?)(?:the |this |el |este )?(?:month|mes)\b",
        relative_month,
        0.8,
    ),
    (
        "date.length",
        rf"(?:\b(?:in|within|after|en|dentro de|hace)\s+)?(?:about |around |like |roughly |at least |another |otros? |maybe |only |just |less than |more than |over )*(?<![\w$.])(?!(?:the|per|each|all|whole|full|entire|all of the|the whole|the full) days?\b|(?:the|per|each|all) (?:week|month|year|semana|mes|ano)s?\b)(?:the next |next |past |last |upcoming |following |coming |this |full-?|all-?|half-?)?{COUNT}(?:\s*(?:-|to|or|a|o)\s*(?P<n2>\d+|two|three|four|five|six|seven|eight|dos|tres|cuatro))?[\s-]*(?:full |whole |good |short |more |mas |extra |odd )?{UNIT}(?P<half>\s*(?:and (?:a )?half|y medi[oa])\b)?(?P<more>(?:[\s,]*(?:and|y|plus)?\s*(?:\d+|an?|one|two|three|four|five|six|seven|half|twenty[ -]one)\s*(?:days?|weeks?|months?|years?))*)(?P<tail>\s*(?:notice|ago|back|earlier|prior|atras|from now|out|hence|time|s time|from today|mas|de aviso)?\b)?",
        length,
        0.9,
    ),
    (
        "date.tomorrow",
        r"\btomorrow(?:s)?\b|\b2morrow\b|\b2moro\b|\btmrw\b|\btmr\b|\bmanana\b(?! por la manana)",
        plus(1),
        0.93,
    ),
    (
        "date.hours",
        r"\b(?:(?:in|within|give me|en)\s+(?:about |like )?(?P<n>24|36|48|72|96)(?:\s*(?:-|to|or)\s*(?P<n2>24|36|48|72|96))?\s*(?:hours?|hrs?|horas?)|(?P<n3>24|36|48|72|96)(?:\s*(?:-|to|or)\s*(?P<n4>24|36|48|72|96))?\s*(?:hours|hrs|horas|(?:hour|hr) notice))\b(?!\s*(?:a|per|each|shifts?|open|all|week|opt|last)\b)",
        hours,
        0.85,
    ),
    (
        "date.bare_length",
        r"^\W*(?:a |one |un |una )?(?:calendar |full |whole )?(?P<n>)(?P<u>week|month|fortnight|semana|mes)(?P<half> and (?:a )?half| y medi[ao])?(?: notice)?\W*$",
        bare_length,
        0.85,
    ),
    ("date.yesterday", r"\byesterday\b|\bayer\b", plus(-1), 0.9),
    (
        "date.weekend",
        r"\b(?:after )?(?:this |the |next |coming |over the |last |past |el )*(?:week ?end|finde|fin de semana)\b(?: pasado| after next)?",
        weekend,
        0.8,
    ),
    (
        "date.month_next_year",
        rf"\b(?:next year|el (?:proximo ano|ano que viene)) (?:in |around |en )?{MONTH}\b|\b{MONTH.replace('month', 'm2')}(?: of| de(?:l)?)? (?:next year|proximo ano|ano que viene)\b",
        lambda m, c: whole_month(c.today.year + 1, m["month"] or m["m2"]),
        0.85,
    ),
    (
        "date.next_year",
        r"\b(?:next|this|last|proximo|el otro)\s+(?:year|ano)\b|\bano (?:pasado|que viene)\b",
        next_year,
        0.7,
    ),
    (
        "date.season",
        r"(?:\b(?P<n>an?|one|two|three|four|2|3|4|5|a couple(?: of)?|a few) (?P<ago>spring|summer|fall|autumn|winter)s? ago\b)|\b(?:this |next |last |past |in the |the |el |la |early |late )*(?P<season>spring|summer|fall|autumn|winter|primavera|verano|otono|invierno)\b(?! break| job| camp)(?:\s+(?:of\s+|del?\s+)?'?(?P<year>20\d\d|[012]\d|3[0-5])\b(?!\s*(?:hours?|hrs?|days?|weeks?|/|:)))?",
        season,
        0.7,
    ),
    *(("date.holiday", rf"\b(?:{pattern})\b", holiday(pattern), 0.85) for pattern in HOLIDAYS),
    (
        "date.month",
        rf"{PART}\b(?:next |this coming |coming |this past |this |past |last )?{MONTH}(?:-?ish)?(?![a-z]){YEAR}",
        month,
        0.8,
    ),
)
