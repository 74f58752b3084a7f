"""Day arithmetic and the names of days and months, English and Spanish, slips included."""

import calendar as _calendar
import re
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
MONTH_NAMES = "|".join(sorted(MONTHS.keys() - {"ago"}, key=len, reverse=True))  # alternatives, the longest first
MONTH_NAMES += r"|(?:(?<=\d )|(?<=\bde ))ago"  # "2 hours ago" is no August
WEEKDAY_NAMES = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
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
    "thanksgiving",
    "christmas",
    "halloween",
    "independence",
    "juneteenth",
    "valentines",
    "veterans",
    "columbus",
)
_KNOWN = frozenset(
    [
        "augment",
        "entro",
        "entra",
        "entre",
        "entry",
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
    out = _DIGITS.sub(lambda match: _SLIPS[match.group()], plain)
    for token in reversed(tokens(out)):
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
    wknd="weekend",
    wkend="weekend",
    yr="year",
    yrs="years",
    nite="night",
    b4="before",
    befor="before",
    bfore="before",
    aftr="after",
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
    tmmrw="tomorrow",
    tmorrow="tomorrow",
    tomorro="tomorrow",
    tomarrow="tomorrow",
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
_SLIPS |= {
    "2day": "today",
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "2nite": "tonight",
    "2mrw": "tomorrow",
    "2mro": "tomorrow",
    "2moz": "tomorrow",
}
_DIGITS = re.compile(r"\b(?:2day|2moro|2morrow|2mrw|2mro|2moz|2nite|b4)\b")


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


def gone_by(today: date, month: int, day: int) -> date | None:
    """The last such day of the year, today included."""
    for year in range(today.year, today.year - 9, -1):
        found = make(year, month, day)
        if found and found <= today:
            return found
    return None


def last_weekday(day: date, weekday: int) -> date:
    """The last such weekday before `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7 or 7)


def third_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    if nth < 0:
        last = month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
