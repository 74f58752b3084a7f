"""Day arithmetic and the names of days and months, English and Spanish, slips included."""

import calendar as _calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from rapidfuzz.distance import OSA

from screening.understanding.words import tokens

MONTHS = dict(
    january=1, jan=1, enero=1, ene=1, february=2, feb=2, febuary=2, febrero=2, march=3, mar=3, marzo=3, april=4, apr=4, abril=4, abr=4, may=5, mayo=5, june=6, jun=6, junio=6,
    july=7, jul=7, julio=7, august=8, aug=8, agosto=8, ago=8, september=9, sep=9, sept=9, septiembre=9, setiembre=9, october=10, oct=10, octubre=10, november=11, nov=11, noviembre=11,
    december=12, dec=12, diciembre=12, dic=12,
)  # fmt: skip
WEEKDAYS = dict(
    monday=0, mon=0, mondays=0, tuesday=1, tue=1, tues=1, tuesdays=1, wednesday=2, wed=2, weds=2, thursday=3, thu=3, thur=3, thurs=3, friday=4, fri=4, saturday=5, sat=5, sunday=6, sun=6,
    lunes=0, martes=1, miercoles=2, jueves=3, viernes=4, sabado=5, domingo=6,
)  # fmt: skip
_LONG = (
    *tuple(name for name in (*MONTHS, *WEEKDAYS) if len(name) >= 5),
    "tomorrow",
    "immediately",
    "weeks",
    "month",
    "months",
    "today",
    "april",
    "weekend",
    "fortnight",
)
_KNOWN = frozenset(
    [
        "augment",
        "money",
        "monkey",
        "honda",
        "sundry",
        "mouth",
        "mouths",
        "week",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays",
        "sundays",
        "saturdays",
        "monday",
        "starch",
        "much",
        "match",
        "marcher",
        "marched",
        "marches",
        "peach",
        "arch",
        "aprils",
        "mayor",
        "junior",
        "juniors",
        "tonight",
        "morrow",
        "north",
        "worth",
        "moth",
        "moths",
        "monthly",
        "weekly",
        "weekends",
        "today's",
        "toddy",
        "toady",
        "total",
        "march",
        "lunar",
        "lines",
        "lines",
        "martin",
        "merges",
        "lines",
        "agost",
        "costs",
        "marry",
        "harsh",
        "marsh",
        "weekdays",
        "weekday",
        "weeds",
        "weeps",
        "wreaks",
        "weaks",
        "apply",
        "months",
        "lanes",
    ]
)


@lru_cache(maxsize=256)
def mended(plain: str) -> str:
    """The text with misspelt names of days and months put right, letter positions kept where lengths agree."""
    out = plain
    for token in reversed(tokens(plain)):
        word = _right(token.text)
        if word:
            out = out[: token.start] + word + out[token.end :]
    return out


@lru_cache(maxsize=2048)
def _right(word: str) -> str:
    if word in _SLIPS and word not in MONTHS:
        return _SLIPS[word]
    if len(word) < 4 or not word.isalpha() or word in _KNOWN or word in _LONG or word in MONTHS or word in WEEKDAYS:
        return ""
    reach = 2 if len(word) >= 8 else 1
    if len(word) == 4:
        return ""
    near = [
        name
        for name in _LONG
        if abs(len(name) - len(word)) <= reach
        and name[0] == word[0]
        and OSA.distance(word, name, score_cutoff=reach) <= reach
    ]
    return min(near, key=lambda name: OSA.distance(word, name)) if near else ""


_SLIPS = dict(
    tmrw="tomorrow",
    tmr="tomorrow",
    tmw="tomorrow",
    tomoro="tomorrow",
    tomorow="tomorrow",
    tommorow="tomorrow",
    tommorrow="tomorrow",
    tomo="tomorrow",
    tmro="tomorrow",
    tmrow="tomorrow",
    mond="monday",
    aprl="april",
    mach="march",
    mrch="march",
    agust="august",
    manana="manana",
    wensday="wednesday",
    wendsday="wednesday",
    wedsday="wednesday",
    thrusday="thursday",
    thrs="thursday",
    satuday="saturday",
    teusday="tuesday",
    firday="friday",
    mnday="monday",
    weks="weeks",
    wks="weeks",
    wk="week",
    febuary="february",
    feburary="february",
    sunay="sunday",
    tomm="tomorrow",
    tusday="tuesday",
    frday="friday",
)


def month_end(year: int, month: int) -> date:
    """The last day of that month."""
    return date(year, month, _calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9_998:
        return day
    return date(year, month + 1, min(day.day, _calendar.monthrange(year, month + 1)[1]))


def add_days(day: date, days: float) -> date:
    """So many days on, kept inside the calendar."""
    try:
        return day + timedelta(days=round(days))
    except OverflowError:
        return day


def next_weekday(day: date, weekday: int, *, strictly: bool = True) -> date:
    """The next such weekday after (or on) `day`."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead or (7 if strictly else 0))


def make(year: int, month: int, day: int) -> date | None:
    """That date, or None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def coming(today: date, month: int, day: int) -> date | None:
    """The next such day of the year, today included."""
    for year in range(today.year, today.year + 9):
        found = make(year, month, day)
        if found and found >= today:
            return found
    return None


def third_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    if nth < 0:
        last = month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday (Gauss, Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    r"(?:christmas|xmas|navidad)(?! eve)(?: day)?": lambda y: date(y, 12, 25),
    r"christmas eve|xmas eve|nochebuena": lambda y: date(y, 12, 24),
    r"new years? eve|nochevieja": lambda y: date(y, 12, 31),
    r"(?:the )?new years?(?: day)?|ano nuevo|first of the year": lambda y: date(y, 1, 1),
    r"(?:the )?(?:4th|fourth) of july|independence day|july 4th": lambda y: date(y, 7, 4),
    r"thanksgiving(?: day)?|thx ?giving(?: day)?|thanks ?giving|turkey day|t-?giving|(?:dia de )?accion de gracias": lambda y: (
        third_weekday(y, 11, 3, 4)
    ),
    r"black friday": lambda y: third_weekday(y, 11, 3, 4) + timedelta(days=1),
    r"labou?r day": lambda y: third_weekday(y, 9, 0, 1),
    r"memorial day(?: weekend)?": lambda y: third_weekday(y, 5, 0, -1),
    r"easter monday": lambda y: easter(y) + timedelta(days=1),
    r"easter(?: sunday)?(?! monday)|pascua": easter,
    r"tax day": lambda y: date(y, 4, 15),
    r"good friday": lambda y: easter(y) - timedelta(days=2),
    r"valentines?(?: day)?|san valentin": lambda y: date(y, 2, 14),
    r"halloween": lambda y: date(y, 10, 31),
    r"veterans day": lambda y: date(y, 11, 11),
    r"mlk day|martin luther king(?: jr)?s? day": lambda y: third_weekday(y, 1, 0, 3),
    r"presidents day": lambda y: third_weekday(y, 2, 0, 3),
    r"st\.? patricks?(?: day)?|st pattys(?: day)?": lambda y: date(y, 3, 17),
    r"mothers day": lambda y: third_weekday(y, 5, 6, 2),
    r"fathers day": lambda y: third_weekday(y, 6, 6, 3),
    r"cinco de mayo": lambda y: date(y, 5, 5),
    r"juneteenth": lambda y: date(y, 6, 19),
    r"april fools?(?: day)?": lambda y: date(y, 4, 1),
    r"groundhogs? day": lambda y: date(y, 2, 2),
    r"flag day": lambda y: date(y, 6, 14),
    r"may day": lambda y: date(y, 5, 1),
    r"earth day": lambda y: date(y, 4, 22),
    r"domingo de pascua": easter,
    r"ash wednesday|miercoles de ceniza": lambda y: easter(y) - timedelta(days=46),
    r"mardi gras|fat tuesday": lambda y: easter(y) - timedelta(days=47),
    r"palm sunday|domingo de ramos": lambda y: easter(y) - timedelta(days=7),
    r"dia de (?:los )?muertos": lambda y: date(y, 11, 2),
    r"(?:dia de )?(?:los )?reyes(?: magos)?|three kings day|epiphany": lambda y: date(y, 1, 6),
    r"super ?bowl(?: sunday)?": lambda y: third_weekday(y, 2, 6, 2),
    r"boxing day": lambda y: date(y, 12, 26),
    r"columbus day|indigenous peoples day": lambda y: third_weekday(y, 10, 0, 2),
}


def holiday_before(words: str, today: date) -> date | None:
    """The last day gone by of the holiday these words name."""
    for pattern, day_in in HOLIDAYS.items():
        if re.fullmatch(pattern, words):
            this = day_in(today.year)
            return this if this <= today else day_in(today.year - 1)
    return None


def coming_holiday(pattern: str, today: date) -> date:
    """The next day of that holiday."""
    this = HOLIDAYS[pattern](today.year)
    return this if this >= today else HOLIDAYS[pattern](today.year + 1)
