"""How one day is written, the surest first: name, pattern, maker, sureness."""

from screening.understanding.calendar import MONTHS, add_days
from screening.understanding.moment_days import (
    Maker,
    iso,
    month_and_days,
    month_day,
    next_year_day,
    nth_weekday,
    numeric,
    of_month,
    one,
    plus,
    the_day,
    weekday,
    weekdays_on,
)
from screening.understanding.moment_words import COUNT, DAY, DAY_COUNTED, MONTH, UNIT, WEEKDAY, YEAR

Source = tuple[str, str, Maker | None, float]
within = None  # made by moments: the day named inside

DAY_SOURCES: tuple[Source, ...] = (
    ("date.iso", r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b", iso, 0.97),
    (
        "date.month_days",
        rf"\b{MONTH}\s*(?P<a>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|to|or|and|thru|through)\s*(?P<b>\d{{1,2}})(?:st|nd|rd|th)?\b(?!/)",
        month_and_days,
        0.88,
    ),
    (
        "date.from",
        rf"\b{COUNT}\s*{UNIT}\s+(?P<way>from|after|before|past|following|despues de|antes de|prior to|out from)\s+(?P<rest>(?:this |next |the |coming )?(?:[a-z]+day|tomorrow|today|now|yesterday|{'|'.join(MONTHS)}|\d{{1,2}}(?:st|nd|rd|th))\b[^,.]{{0,12}})",
        within,
        0.9,
    ),
    (
        "date.weekday_after",
        rf"\b(?:the )?(?:first |1st )?{WEEKDAY} (?:after|following|past|despues de(?:l)?)\s+(?:the |el )?(?P<rest>(?!that\b|next\b|this\b|\d{{1,2}}(?![\dsnrt/]))[a-z0-9/]+(?:\s+[a-z0-9/]+){{0,3}})",
        within,
        0.9,
    ),
    (
        "date.day_after",
        r"\b(?:the )?(?P<what>day|week) after (?!tomorrow|next|tmrw|that\b|this\b|my\b|i\b)(?P<rest>(?:the )?[a-z0-9/]+(?:\s+[a-z0-9/]+){0,2})",
        within,
        0.9,
    ),
    (
        "date.same_day",
        r"\b(?:same|this) day next week|next week (?:on )?(?:the )?same day(?: as today)?\b|\bde hoy en ocho\b",
        plus(7),
        0.92,
    ),
    ("date.weekdays_on", rf"\b(?P<n>two|2|three|3) {WEEKDAY}s? from (?:now|today)\b", weekdays_on, 0.9),
    ("date.next_year_day", rf"\b{MONTH}[\s,]*(?:the )?{DAY}(?:,? (?:of )?next year)\b", next_year_day, 0.92),
    (
        "date.week_of",
        rf"\b(?:the )?week (?:of|beginning|starting|commencing)\s+(?P<rest>(?:the )?(?:{MONTH.replace('month', 'm1')}\s*\d{{1,2}}|\d{{1,2}}/\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:of )?[a-z]+)?)[^,.]{{0,12}})",
        within,
        0.9,
    ),
    (
        "date.numeric",
        r"(?<![\d.$/])(?P<a>\d{1,2})(?P<sep> ?[/.-] ?| (?=\d\d? \d{4}))(?P<b>\d{1,2})(?:(?P=sep)'?(?P<year>\d{4}|\d{2}))?(?![\d/%]|\.\d)(?!\s*(?:weeks?|wks?|days?|months?|mos?|years?|am|pm|hours?|hrs?))",
        numeric,
        0.93,
    ),
    (
        "date.nth_weekday",
        rf"\b(?:the )?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last)\s+{WEEKDAY}\s+(?:of|in)\s+(?:{MONTH}{YEAR}|(?:the )?(?:next|this|following)? ?month)",
        nth_weekday,
        0.92,
    ),
    (
        "date.of_month",
        rf"\b(?:the )?{DAY}\s+(?:day )?(?:of|de|del)\s+(?:the )?(?P<which>next|this|following|proximo|the following|current|que viene)?\s*(?:month|mes)(?: que viene)?",
        of_month,
        0.92,
    ),
    (
        "date.month_day",
        rf"\b{MONTH}[\s,./-]*(?:the\s+)?{DAY_COUNTED}(?!\d|:|/\d|\s*(?:weeks|days|months|am|pm)\b){YEAR}",
        month_day,
        0.95,
    ),
    (
        "date.day_month",
        rf"\b(?:the\s+|el\s+)?{DAY}[\s,./-]*(?:day\s+)?(?:of\s+|de\s+|in\s+)?{MONTH}\b{YEAR}",
        month_day,
        0.95,
    ),
    ("date.after_tomorrow", r"\b(?:the )?day\s+after (?:tomorrow|tmrw|2morrow)\b|\bpasado manana\b", plus(2), 0.95),
    ("date.before_yesterday", r"\b(?:the )?day before\s+yesterday\b|\banteayer\b|\bantes de ayer\b", plus(-2), 0.9),
    (
        "date.week_from",
        r"\b(?:a|1|one) week (?:from )?(?:today|now)\b|\b(?:today|tomorrow) week\b|\bin a week\b|\bde hoy en ocho\b",
        lambda m, c: one(add_days(c.today, 8 if "tomorrow" in m.group() else 7)),
        0.93,
    ),
    ("date.week_tomorrow", r"\b(?:a|1|one) week from tomorrow\b", plus(8), 0.93),
    (
        "date.weekday",
        rf"\b(?P<before>(?:(?:(?:(?:a|1|one|two|2) )?weeks? (?:from|after)(?: this| next)?|this coming|this upcoming|the coming|the following|next week(?:s| on)?,?|next|nxt|this|coming|upcoming|following|last|past|el proximo|proximo|este|the week after next|week after next)\s+)?){WEEKDAY}(?![a-z])(?P<after>\s+(?:(?:of |in )?(?:the )?(?:next week|week after next|following week|this week)|after next|week\b(?! of)|que viene|proximo|pasado|de la (?:proxima semana|semana que viene)))?",
        weekday,
        0.92,
    ),
    (
        "date.day_of",
        rf"(?<![\d$.])\b(?:the|el|dia|on|by|del?)\s+(?:el\s+|the\s+)?{DAY}(?!\d|:|\s*(?:weeks?|days?|months?|mo|years?|am|pm|hours?|minutes?|shift|%|one|job|week|person|thing|option|time|choice|half)\b)",
        the_day,
        0.85,
    ),
    (
        "date.day_th",
        r"\b(?P<day>\d{1,2})\s?(?:st|nd|rd|th)\b(?!\s*(?:shift|grade|floor|street|st|ave|year|job|time|week|option|person))",
        the_day,
        0.85,
    ),
)
