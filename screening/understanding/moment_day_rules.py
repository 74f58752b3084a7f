"""How one day is written, the surest first: name, pattern, maker, sureness."""

from screening.understanding.calendar import add_days
from screening.understanding.holidays import HOLIDAYS
from screening.understanding.moment_days import (
    Maker,
    compact,
    edge_of_month,
    iso,
    month_and_days,
    month_day,
    next_year_day,
    nth_weekday,
    numeric,
    of_month,
    one,
    plus,
    spoken,
    the_day,
    weekday,
    weekday_numbered,
    weekdays_on,
)
from screening.understanding.moment_spans import month, month_over, month_written
from screening.understanding.moment_words import (
    CARDINALS,
    COUNT,
    DAY,
    DAY_COUNTED,
    MONTH,
    UNIT,
    WEEKDAY,
    WEEKDAY_NAME,
    YEAR,
)

Source = tuple[str, str, Maker | None, float]
within = None  # made by moments: the day named inside

_NUMBERS = [word for word in CARDINALS if " " not in word and "-" not in word][:20]
_NAMED = r"(?:the |el )?[a-z0-9/]+(?:\s+[a-z0-9/]+){0,3}"  # words that may begin with a day

BESIDE_A_DAY: tuple[Source, ...] = (  # looked for before the day that they name
    (
        "date.weekend_of",
        rf"\b(?:the )?(?:(?P<days>{WEEKDAY_NAME})\s+(?:of|on|de)\s+(?:the )?)?(?P<rest>{'|'.join(HOLIDAYS)})\s+weekend\b",
        within,
        0.85,
    ),
    (
        "date.from",
        rf"\b(?!the\b){COUNT}\s*{UNIT}\s+(?P<way>from|after|before|past|following|despues de|antes de|prior to|out from)\s+(?P<rest>(?:this |next |coming )?{_NAMED})",
        within,
        0.9,
    ),
    (
        "date.weekdays_of",
        rf"\b(?P<days>{WEEKDAY_NAME}s?(?:(?:\W|\b(?:or|and|to|thru|through|o|y|a)\b)+{WEEKDAY_NAME}s?)*)\s+(?:of|in|on|de)\s+(?:the |la )?(?:(?:week|semana) (?:of|beginning|starting|del?)\s+(?P<rest>{_NAMED})|(?P<rest2>(?!next|this|last|the|that|following|every|each|first|second|third|same|any)[a-z]+(?: [a-z]+)?) week\b)",
        within,
        0.9,
    ),
    (
        "date.weekday_after",
        rf"\b(?:the |el )?(?:first |1st )?{WEEKDAY} (?:right )?(?P<way>after|following|past|despues del?|before|prior to|antes del?)\s+(?:the |el )?(?P<rest>(?!that\b|next\b|this\b|\d{{1,2}}(?![\dsnrt/]))[a-z0-9/]+(?:\s+[a-z0-9/]+){{0,3}})",
        within,
        0.9,
    ),
    (
        "date.day_after",
        r"\b(?<!last )(?<!first )(?<!any )(?:the |el |la )?(?:very next )?(?P<what>day|night|morning|evening|eve|weekend|week|dia|noche|semana) (?:right )?(?P<way>after|before|of|despues del?|antes del?) (?!tomorrow|tmrw|next\b|yesterday|that\b|this\b|my\b|i\b|the (?:week|month|year)\b)(?P<rest>(?:the |el )?[a-z0-9/]+(?:\s+[a-z0-9/]+){0,3})",
        within,
        0.9,
    ),
)
DAY_SOURCES: tuple[Source, ...] = (
    ("date.iso", r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b", iso, 0.97),
    (
        "date.spoken",
        rf"\b(?P<month>{'|'.join(_NUMBERS[1:13])}) (?P<day>(?:twenty |thirty )?(?:{'|'.join(_NUMBERS[1:])})|twenty|thirty) (?P<tens>twenty|thirty)[ -](?P<ones>{'|'.join(_NUMBERS[1:10])})\b",
        spoken,
        0.85,
    ),
    ("date.compact", r"(?<![\d$.-])(?P<a>[01]\d)(?P<b>[0-3]\d)(?P<year>(?:19|20)\d\d)(?![\d.-])", compact, 0.9),
    (
        "date.month_written",
        r"(?<![\d/.-])(?P<month>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<year>(?:19|20)\d\d)(?![\d/-])",
        month_written,
        0.85,
    ),
    (
        "date.month_written",
        r"(?<![\d$.:/-])(?P<month>0[1-9]|1[0-2])(?P<year>2[4-9]|3\d)(?![\d.:/-]|\s*(?:am|pm|hours?|hrs?)\b)",
        month_written,
        0.7,
    ),
    (
        "date.month",
        rf"\b(?P<part>(?:end|beginning|start|middle|latter part|first part|sometime|fin|finales|fines)\s+(?:of|in|de)\s+){MONTH}\s+'?(?P<year>[2-4]\d)(?!\d|st|nd|rd|th|/|:)",
        month,
        0.8,
    ),
    (
        "date.month_over",
        rf"\b(?:when|after|once|til+|until|as soon as|cuando|que)\s+(?:{MONTH}|(?:the |this |el )?(?:year|ano))s? (?:ends?|ended|(?:is|was|be) (?:over|out|up|done|finished)|runs? out|ran out|wraps(?: up)?|closes(?: out)?|(?:se )?(?:acab|termin)\w+)\b",
        month_over,
        0.85,
    ),
    (
        "date.spanish_weeks",
        rf"\bdel? (?:el |este |proximo )?(?P<base>hoy|pasado manana|manana|{WEEKDAY_NAME}) (?:en|a) (?P<n>ocho|quince|una|un|dos|tres|cuatro|cinco|seis|diez|\d{{1,2}})(?: (?P<unit>dias|semanas?|mes(?:es)?))?\b",
        within,
        0.9,
    ),
    (
        "date.ago_from",
        rf"\b{COUNT}\s*{UNIT}\s+(?:ago|back)\s+(?P<rest>today|yesterday|tomorrow)\b",
        within,
        0.9,
    ),
    (
        "date.edge",
        rf"\b(?:the |el )?(?:very )?(?P<edge>last|first|1st|ultimo|primer) (?:day|dia) (?:of|in|del?) (?:the |el )?(?:{MONTH}{YEAR}|(?P<which>next |this |last |following |proximo )?(?:month|mes)(?: que viene| pasado)?)\b",
        edge_of_month,
        0.9,
    ),
    (
        "date.today",
        r"\b(?:earlier|later|early|late) today\b|\b(?:earlier )?this (?:morning|afternoon|evening)\b|\besta (?:misma )?(?:manana|tarde|noche)\b|\b(?:\d{1,3}|an?|half an?|one|two|three|four|five|six|ten|(?:a )?few|(?:a )?couple(?: of)?) ?(?:hours?|hrs?|minutes?|mins?)(?: or so)? (?:ago|back)\b|\bjust now\b|\ba (?:little )?(?:while|minute|bit) ago today\b|\bhace (?:rato|(?:un|una|unos|unas|dos|tres|\d{1,2}) (?:rat\w+|horas?|minut\w+))\b",
        plus(0),
        0.9,
    ),
    ("date.last_night", r"\b(?:late |early )?last (?:night|evening)\b|\banoche\b", plus(-1), 0.9),
    (
        "date.weekday_numbered",
        rf"\b{WEEKDAY}(?:\s+que viene|\s+next)?,? (?:the |el |dia )?(?P<day>[1-9]|[12]\d|3[01])(?!\d|[:/.-]\d|\s*(?:am|pm|a\.m|p\.m|hours?|hrs?|weeks?|days?|months?|o\W?clock|or \d|to \d|ish))\b",
        weekday_numbered,
        0.93,
    ),
    (
        "date.month_days",
        rf"\b{MONTH}\s*(?P<a>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|to|or|and|thru|through)\s*(?P<b>\d{{1,2}})(?:st|nd|rd|th)?\b(?!/)",
        month_and_days,
        0.88,
    ),
    (
        "date.same_day",
        r"\b(?:same|this) day next week|next week (?:on )?(?:the )?same day(?: as today)?\b|\bde hoy en ocho\b",
        plus(7),
        0.92,
    ),
    (
        "date.weekdays_on",
        rf"\b(?P<n>two|2|three|3|four|4|a couple(?: of)?) {WEEKDAY}s? (?P<way>from (?:now|today|this one)|out|ago|back)\b|\bin (?P<n2>two|2|three|3) {WEEKDAY.replace('weekday', 'w2')}s?\b",
        weekdays_on,
        0.9,
    ),
    ("date.next_year_day", rf"\b{MONTH}[\s,]*(?:the )?{DAY}(?:,? (?:of )?next year)\b", next_year_day, 0.92),
    (
        "date.week_of",
        rf"\b(?:the )?week (?:of|beginning|starting|commencing)\s+(?P<rest>{_NAMED})",
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
        rf"\b(?:the )?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|primer|segundo|tercer|ultimo)\s+{WEEKDAY}\s+(?:of|in|de)\s+(?:{MONTH}{YEAR}|(?:the |el )?(?:next|this|following|proximo)? ?(?:month|mes)(?: que viene)?|(?:the |el )?(?:new |next )?(?:year|ano)(?: nuevo)?)",
        nth_weekday,
        0.92,
    ),
    (
        "date.of_month",
        rf"\b(?:the )?{DAY}\s+(?:day )?(?:(?:of|de|del)\s+(?:the )?|(?=(?:next|this|last|proximo)\s+(?:month|mes)\b))(?P<which>next|this|following|proximo|current|last|past|pasado)?\s*(?:month|mo|mes)\b(?:\s+(?P<which2>que viene|pasado))?",
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
        rf"\b(?:the\s+|el\s+)?{DAY}[\s,./-]*(?:day\s+)?(?:of\s+|de\s+|(?:(?<=st )|(?<=nd )|(?<=rd )|(?<=th ))in\s+)?{MONTH}\b{YEAR}",
        month_day,
        0.95,
    ),
    (
        "date.day_month",
        rf"\b(?:the\s+)?(?:day\s+)?{DAY_COUNTED}\s+(?:day\s+)?(?:(?:of|from)\s+(?:the month of\s+)?|(?<!one )(?<!two )(?!may\b|march\b)){MONTH}\b{YEAR}",
        month_day,
        0.93,
    ),
    ("date.after_tomorrow", r"\b(?:the )?day\s+after (?:tomorrow|tmrw|2morrow)\b|\bpasado manana\b", plus(2), 0.95),
    (
        "date.before_yesterday",
        r"\b(?:the )?day before\s+yesterday\b|\bante ?ayer\b|\bantier\b|\bantes de ayer\b",
        plus(-2),
        0.9,
    ),
    (
        "date.week_from",
        r"\b(?:a|1|one) (?:week|wk) (?:from )?(?:today|now)\b|\b(?:today|tomorrow) week\b|\bin a week\b|\bde hoy en ocho\b",
        lambda m, c: one(add_days(c.today, 8 if "tomorrow" in m.group() else 7)),
        0.93,
    ),
    ("date.week_tomorrow", r"\b(?:(?:a|1|one) )?(?:week|wk) from (?:tomorrow|tmrw|2morrow|tmr)\b", plus(8), 0.93),
    ("date.week_today", r"(?<![\w.] )(?<!\w)(?:week|wk) from (?:today|now|2day)\b", plus(7), 0.93),
    (
        "date.week_today",
        r"\b(?:maybe|like|about|around|in|by|so|be|its|roughly) (?:week|wk) from (?:today|now)\b",
        plus(7),
        0.9,
    ),
    (
        "date.weekday",
        rf"\b(?P<before>(?:(?:(?:(?:an?|1|one|two|2|three|3|four|4|a couple) )?(?:weeks?|wks?) (?:(?:from|after)(?: this| next)?|ago(?: last| this)?)|last week(?:s| on)?,?|this coming|this upcoming|the coming|the following|next week(?:s| on)?,?|next|nxt|this|coming|upcoming|following|last|past|el proximo|proximo|este|the week after next|week after next|the week after next,? on|week after next,? on|next next)\s+)?){WEEKDAY}(?![a-z])(?P<after>\s+(?:(?:of |in )?(?:the )?(?:next week|week after next|following week|this week|last week)|after next|before last|week\b(?! of)|que viene|proximo|pasado|de la (?:proxima semana|semana que viene|semana pasada)))?",
        weekday,
        0.92,
    ),
    (
        "date.day_of",
        rf"(?<![\d$.])\b(?:the|el|dia|on|by|del|de(?! \d{{1,2}} a \d))\s+(?:el\s+|the\s+)?{DAY}(?!\d|:|\s*(?:weeks?|days?|months?|mo|years?|am|pm|hours?|minutes?|shift|%|one|job|week|person|thing|option|time|choice|half)\b)",
        the_day,
        0.85,
    ),
    (
        "date.day_th",
        r"\b(?P<day>\d{1,2})\s?(?:st|nd|rd|th)\b(?!\s*(?:shift|grade|floor|street|st|ave|year|job|time|week|option|person|thing|dose|shot|booster|round|interview|kid|baby|child|trimester|semester|quarter|half|period|attempt|try|test|class|course|degree|gen\b|offense|cert|card|one\b|notice|reminder))",
        the_day,
        0.85,
    ),
)
