"""How a stretch of days is written, after single days: name, pattern, maker, sureness."""

from datetime import date

from screening.understanding.calendar import HOLIDAYS, MONTHS, month_end
from screening.understanding.moment_day_rules import Source
from screening.understanding.moment_days import holiday, plus
from screening.understanding.moment_spans import (
    bare_length,
    end_of,
    hours,
    length,
    month,
    next_year,
    relative_month,
    season,
    tail_week,
    weekend,
)
from screening.understanding.moment_words import COUNT, MONTH, PART, UNIT, YEAR


def whole_month(year: int, name: str) -> tuple[date, date]:
    """The first and the last day of a month named."""
    return date(year, MONTHS[name], 1), month_end(year, MONTHS[name])


NAMED_WEEKDAYS: tuple[Source, ...] = tuple(
    ("date.holiday", rf"\b(?:{pattern})\b", holiday(pattern), 0.88)
    for pattern in HOLIDAYS
    if pattern.startswith(
        ("good friday", "black friday", "ash wednesday", "palm sunday", "mardi", "domingo", "easter monday")
    )
)
SPAN_SOURCES: tuple[Source, ...] = (
    (
        "date.month_last_year",
        rf"\b{MONTH}(?: of)? (?:(?:a|1|one) year ago|last year)\b|\b{MONTH.replace('month', 'm2')} del ano pasado\b",
        lambda m, c: whole_month(c.today.year - 1, m["month"] or m["m2"]),
        0.85,
    ),
    (
        "date.end_of",
        r"\b(?:by )?(?:the )?(?:end|close|fin|finales)\s+(?:of\s+|de\s+)?(?:the\s+|this\s+|next\s+|la\s+|proxima\s+|del\s+)*(?P<unit>week|workweek|semana|year|ano)\b(?: que viene)?",
        end_of,
        0.8,
    ),
    (
        "date.week",
        r"\b(?:(?:early|late|later|mid|middle of|end of|beginning of|start of|first part of|sometime)\s+)?(?:the\s+)?(?:next|this|following|coming|la proxima|esta|last|past|la otra)\s*(?:coming |following )?(?:week|wk|semana)\b(?! of)|\bweek after next\b|\bsemana que viene\b|\b(?:the|la) (?:proxima|following) semana\b|\bthe week after (?:that|next)\b",
        tail_week,
        0.8,
    ),
    (
        "date.relative_month",
        rf"{PART}(?:the |el |del )?(?:next|this|following|proximo|este|coming|last|past)\s+(?:month|mes)\b(?: after next)?|{PART.replace('part', 'p2')}\b(?:month after next|mes que viene)\b",
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
        rf"(?:\b(?:in|within|after|en|dentro de)\s+)?(?:about |around |like |roughly |at least |another |otros? |maybe |only |just |less than |more than |over )*(?<![\w$.])(?:the next |next |past |last |upcoming |following |coming |this |full-?|all-?|half-?)?{COUNT}(?:\s*(?:-|to|or|a|o)\s*(?P<n2>\d+|two|three|four|five|six|seven|eight|dos|tres|cuatro))?[\s-]*(?:full |whole |good |short |more |mas |extra |odd )?{UNIT}(?P<half>\s*(?:and (?:a )?half|y medi[oa])\b)?(?P<more>(?:[\s,]*(?:and|y|plus)?\s*(?:\d+|an?|one|two|three|four|five|six|seven|half|twenty[ -]one)\s*(?:days?|weeks?|months?|years?))*)(?P<tail>\s*(?:notice|ago|back|earlier|prior|from now|out|hence|time|s time|from today|mas|de aviso)?\b)?",
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
        r"\b(?:in|within|give me|en)\s+(?:about )?(?P<n>24|36|48|72|96)\s*(?:hours?|hrs?|horas?)\b",
        hours,
        0.85,
    ),
    (
        "date.bare_length",
        r"^\W*(?:a |one |un |una )?(?:calendar |full |whole )?(?P<n>)(?P<u>week|month|fortnight|semana|mes)(?: notice)?\W*$",
        bare_length,
        0.85,
    ),
    ("date.yesterday", r"\byesterday\b|\bayer\b", plus(-1), 0.9),
    (
        "date.weekend",
        r"\b(?:after )?(?:this |the |next |coming |over the )*(?:week ?end|finde|fin de semana)\b",
        weekend,
        0.8,
    ),
    (
        "date.month_next_year",
        rf"\b(?:next year|el (?:proximo ano|ano que viene)) (?:in |around |en )?{MONTH}\b|\b{MONTH.replace('month', 'm2')}(?: of| de(?:l)?)? (?:next year|proximo ano|ano que viene)\b",
        lambda m, c: whole_month(c.today.year + 1, m["month"] or m["m2"]),
        0.85,
    ),
    ("date.next_year", r"\b(?:next|this|proximo|el otro)\s+(?:year|ano)\b", next_year, 0.7),
    (
        "date.season",
        r"\b(?:this |next |in the |el |la |early |late )*(?P<season>spring|summer|fall|autumn|winter|primavera|verano|otono|invierno)\b(?! break| job| camp)",
        season,
        0.7,
    ),
    *(("date.holiday", rf"\b(?:{pattern})\b", holiday(pattern), 0.85) for pattern in HOLIDAYS),
    ("date.month", rf"{PART}\b(?:next |this coming |coming |this )?{MONTH}(?![a-z]){YEAR}", month, 0.8),
)
