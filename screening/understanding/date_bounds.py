"""A day or span as its surroundings bound it: after, until, by, within, the week asked about, a day gone by."""

import re

from screening.scripts.script import Question
from screening.understanding.calendar import add_days
from screening.understanding.date_mentions import UNTIL
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moved
from screening.understanding.reading import Context
from screening.understanding.words import flat

_AFTER = re.compile(
    r"\b(?:after|post|once|(?<!this )(?<!the )(?<!last )past|following|despues del?|pasado el|pasando(?: el)?|a partir del?|sometime after|any ?time after|(?<!no )(?<!not )later than|upwards of|luego del?)\s+(?:about |around |the |el )*$"
)
_FROM_ON = re.compile(
    r"\b(?:from|starting|as of|beginning|desde|a partir del?|on or after|any ?time (?:from|after|past))\s+(?:about |around |the |el )*$"
)
_BEFORE = re.compile(
    r"\b(?:by|before|no later than|at the latest|prior to|antes del?|para el|within|under|inside of|less than|dentro de|in less than|en menos de|sometime in the)\s+(?:about |around |the |el |next )*$"
)
_FROM_NOW = re.compile(
    r"\b(?:between|from) (?:now|today) (?:and|to|til+|until|thru|through|-)\s+(?:the |then |like )?$|\b(?:de hoy|entre hoy) (?:a|al|hasta|y)\s+(?:el )?$"
)
_DAY_AFTER = re.compile(
    r"\bday after\s+(?:(?:my|the|our|that|his|her|last|final|court|surgery|appointment|appt|shift|day|date|exam|test|finals|class|trip|graduation|wedding|is|on|which|thats) ){0,6}$"
)
_THROUGH = re.compile(
    r"\b(?:thru|through|throughout|all (?:of )?|last day of|ultimo dia de|until the end of)\s*(?:the |el )?$"
)


def bounded(plain: str, moment: Moment, clock: Clock) -> Moment:
    """`after the 25th`, `not until a day in april`, `by friday`, `within two weeks`."""
    before = plain[: moment.start]
    if moment.rule in ("date.range", "date.days_between"):
        return moment
    if clock.ends and not moment.single and _THROUGH.search(before):
        return moved(moment, first=moment.last)
    if _FROM_NOW.search(before):
        return moved(moment, first=clock.today)
    if UNTIL.search(before) and re.search(r"\b(?:after|despues del?|past)\s+(?:the |el )?$", before):
        return moved(moment, first=add_days(moment.last, 1), last=add_days(moment.last, 1))
    if UNTIL.search(before):
        return moved(moment, last=moment.first) if not moment.single else moment
    if moment.rule == "date.length":
        return _within(plain, moment, clock)
    if _DAY_AFTER.search(before) and moment.single:
        return moved(moment, first=add_days(moment.first, 1), last=add_days(moment.first, 1))
    if _AFTER.search(before) and not (clock.past and re.search(r"\bpast\s+$", before)):
        day = moment.last if not moment.single else moment.first
        return moved(moment, first=day, last=add_days(day, 14))
    if re.match(
        r"^\s*(?:or (?:after|later)|and (?:after|later|on)|onwards?|or thereafter|en adelante|o despues|or so)\b",
        plain[moment.end :],
    ) or _FROM_ON.search(before):
        return moment
    return _earlier(before, moment, clock)


_WITHIN = re.compile(
    r"\b(?:within|less than|under|inside(?: of)?|(?:next|past|last) (?:\d|two|three|four|five|six|few|couple|several))\b"
)


def _within(plain: str, moment: Moment, clock: Clock) -> Moment:
    """`within two weeks`, `in the next few days`: from today until then, or since then."""
    if not _WITHIN.search(plain[max(0, moment.start - 10) : moment.end]):
        return moment
    return moved(moment, last=clock.today) if moment.last < clock.today else moved(moment, first=clock.today)


def _earlier(before: str, moment: Moment, clock: Clock) -> Moment:
    """`before the 25th` is from today to the 24th; of what has gone by, the two weeks up to it."""
    word = re.search(r"\b(?:within|before|prior to|antes del?|sometime in the)\b", before[-24:])
    if not (_BEFORE.search(before) and word):
        return moment
    part = moment.rule == "date.month" and (moment.single or moment.first.day > 1)
    inside = word.group() in ("within", "sometime in the")
    closed = part or inside or moment.rule in ("date.this_month", "date.end_of")
    last = moment.last if closed else add_days(moment.first, -1)
    near = 5 if re.search(r"\b(?:right|just|shortly|days|justo|poco)\s+(?:before|antes)", before) else 14
    if clock.past:
        return moved(moment, first=add_days(moment.first, -near), last=last)
    if last <= clock.today:
        return moment
    return moved(moment, first=max(clock.today, add_days(last, -near)) if near == 5 else clock.today, last=last)


_NEXT_WEEK = re.compile(r"\bnext week\b|\bproxima semana\b|\bsemana que viene\b")
_ALL_WEEK = re.compile(
    r"\b(?:all|whole|entire|any day (?:of )?(?:the|that|this|next)) (?:that |of (?:the|that|next) )?(?:week|wk)\b|\btoda la semana\b"
)


def all_week_asked(plain: str, question: Question, context: Context) -> Moment | None:
    """`free all week`: the working days of the week that the question asks about."""
    match = _ALL_WEEK.search(plain)
    if not match or not _NEXT_WEEK.search(flat(question.words(context.language))):
        return None
    monday = add_days(context.now.date(), 7 - context.now.weekday())
    return Moment(monday, add_days(monday, 4), match.start(), match.end(), "date.all_week", 0.8)


def in_week_asked(moment: Moment, plain: str, question: Question, context: Context) -> Moment:
    """A weekday alone lies in the week the question asks about ("Which day next week?")."""
    if moment.rule != "date.weekday" or not _NEXT_WEEK.search(flat(question.words(context.language))):
        return moment
    today = context.now.date()
    if moment.first >= add_days(today, 7 - today.weekday()) or re.search(r"\bthis\b", plain[moment.start : moment.end]):
        return moment
    return moved(moment, first=add_days(moment.first, 7), last=add_days(moment.last, 7))
