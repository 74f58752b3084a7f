"""A day or span as its surroundings bound it: after, until, by, within, the week asked about, a day gone by."""

import re

from screening.scripts.script import Question
from screening.understanding.calendar import add_days, add_months, holiday_before
from screening.understanding.date_mentions import UNTIL
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moved
from screening.understanding.reading import Context
from screening.understanding.words import flat

_AFTER = re.compile(
    r"\b(?:after|post|once|past|following|despues del?|pasado el|pasando(?: el)?|a partir del?|sometime after|any ?time after|later than|upwards of|luego del?)\s+(?:about |around |the |el )*$"
)
_FROM_ON = re.compile(
    r"\b(?:from|starting|as of|beginning|desde|a partir del?|on or after|any ?time (?:from|after|past))\s+(?:about |around |the |el )*$"
)
_BEFORE = re.compile(
    r"\b(?:by|before|no later than|at the latest|prior to|antes del?|para el|within|under|inside of|less than|dentro de|in less than|en menos de|sometime in the)\s+(?:about |around |the |el |next )*$"
)
ASKS_BACK = re.compile(
    r"\bwhen (?:did|was|were|have)\b|\blast (?:time|worked|day you worked)\b|\bcuando (?:fue|trabajo|termino|dejo|salio)\b|\bhow long ago\b|\b(?:what|which) (?:date|day|month|year) (?:did|was|were)\b|\bdid (?:your|you|the) [^?]{0,30}\b(?:end|finish|stop|leave|quit|expire|start|begin|graduate|get)\b|\bcuando (?:empezo|empezaste|saliste|terminaste|dejaste|fue)\b"
)


def bounded(plain: str, moment: Moment, clock: Clock) -> Moment:
    """`after the 25th`, `not until a day in april`, `by friday`, `within two weeks`."""
    before = plain[: moment.start]
    start_words = re.match(r"(?:in|within|after|en|dentro de|less than)?", plain[moment.start :])
    if UNTIL.search(before):
        return moved(moment, last=moment.first) if not moment.single else moment
    if moment.rule == "date.length":
        word = start_words.group() if start_words else ""
        if word in ("within", "dentro de") or re.search(
            r"\b(?:within|less than|under)\b", plain[moment.start : moment.end]
        ):
            return moved(moment, first=clock.today) if word != "dentro de" else moment
        return moment
    if re.search(r"\bday after\s+$", before) and moment.single:
        return moved(moment, first=add_days(moment.first, 1), last=add_days(moment.first, 1))
    if _AFTER.search(before):
        day = moment.last if not moment.single else moment.first
        return moved(moment, first=day, last=add_days(day, 14))
    if re.match(
        r"^\s*(?:or (?:after|later)|and (?:after|later|on)|onwards?|or thereafter|en adelante|o despues|or so)\b",
        plain[moment.end :],
    ) or _FROM_ON.search(before):
        return moment
    if (
        _BEFORE.search(before)
        and moment.first > clock.today
        and re.search(r"\b(?:within|before|sometime in the)\b", before[-24:])
    ):
        return moved(moment, first=clock.today)
    return moment


def in_week_asked(moment: Moment, plain: str, question: Question, context: Context) -> Moment:
    """A weekday alone lies in the week the question asks about ("Which day next week?")."""
    if moment.rule != "date.weekday" or not re.search(
        r"\bnext week\b|\bproxima semana\b|\bsemana que viene\b", flat(question.words(context.language))
    ):
        return moment
    today = context.now.date()
    if moment.first >= add_days(today, 7 - today.weekday()) or re.search(r"\bthis\b", plain[moment.start : moment.end]):
        return moment
    return moved(moment, first=add_days(moment.first, 7), last=add_days(moment.last, 7))


def looking_back(moment: Moment, plain: str, question: Question, context: Context) -> Moment:
    """Where a day gone by is asked for, a day without a year is the last one, not the next."""
    today = context.now.date()
    past = ASKS_BACK.search(flat(question.words(context.language))) or re.search(
        r"\b(?:expired|ended|vencio)\b[^.]*$", plain[: moment.start]
    )
    if (
        moment.first <= today
        or not past
        or re.search(r"\b20\d\d\b|\bnext\b|\bwill\b", plain[moment.start : moment.end])
    ):
        return moment
    if moment.rule == "date.weekday":
        return moved(moment, first=add_days(moment.first, -7), last=add_days(moment.last, -7))
    if moment.rule in ("date.day_th", "date.day_of"):
        return moved(moment, first=add_months(moment.first, -1), last=add_months(moment.last, -1))
    if moment.rule == "date.holiday" and (day := holiday_before(plain[moment.start : moment.end], today)):
        return moved(moment, first=day, last=day)
    if moment.rule in ("date.month", "date.month_day", "date.day_month", "date.numeric", "date.holiday", "date.season"):
        return moved(moment, first=add_months(moment.first, -12), last=add_months(moment.last, -12))
    if moment.rule == "date.length" and re.search(r"\bhace\s+(?:\w+\s+)?$", plain[: moment.start]):
        return moved(
            moment,
            first=add_days(today, -(moment.last - today).days),
            last=add_days(today, -(moment.first - today).days),
        )
    return moment
