"""Which of the days of that name a mention means: of the year told behind it, or the one gone by."""

import re

from screening.understanding.calendar import month_end
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moments, moved

_OF_THE_YEAR = frozenset(
    f"date.{name}"
    for name in (
        [
            "holiday",
            "day_after",
            "weekday_after",
            "month",
            "month_day",
            "day_month",
            "nth_weekday",
            "season",
            "edge",
            "month_over",
            "numeric",
        ]
    )
)
_YEAR_TOLD = re.compile(
    r"\s*,?\s*\(?(?:of |in |de |del |en )?(?P<sense>(?:like|as in|meaning|i mean|that is|thats|es decir|o sea|osea)\s+)?"
    r"(?:(?P<last>last year|(?:a|one|1) (?:whole |full )?year (?:ago|back)|(?:el )?ano pasado)|(?P<this>this (?:past |same )?year|este (?:mismo )?ano)|"
    r"(?P<next>next year|(?:el )?(?:proximo ano|ano que viene|otro ano))|(?P<year>(?:19|20)\d\d))\b(?!\s*(?:to|for)\b)"
)
_GONE = re.compile(
    r"\b(?:(?<!have )(?<!ive )(?:had|did|took|attended|passed|completed|went to) (?:mine|it|that|that one|that already|one|my \w+)(?: already)?(?: back)?(?: on)?(?: the)? |(?:already (?:left|quit|ended|expired|finished|done|gone|passed|moved|started)|left already|i left|ya (?:fue|vencio|sali|termine|renuncie))\b[^.;]{0,30}|"
    r"(?:expired|lapsed|ran out|ended|vencio|caduco|expiro|issued|renewed|got it|(?:laid|let) (?:me |us )?(?:off|go)|fired|dead|been (?:out|off|gone|expired|over|dead)|ever since|(?:it|that|which) was)\b[^.;,]{0,30}|"
    r"(?:since|this past|the past|last|pasad[oa]|desde) (?:like |about |around |early |late |mid )?(?:the |el )?)$"
)
_DONE = re.compile(
    r"\b(?:(?<!havent )(?<!hasnt )(?<!get )(?<!getting )(?<!not )(?<!be )(?<!if )(?<!when )(?<!once )(?<!until )(?:applied|ordered|mailed|started|enrolled|signed up|filed|attended|interviewed with)|(?:turned|handed|sent|gave|mailed|dropped|put) (?:\w+ ){0,2}?\w+ (?:in|back|off)|(?:sent|turned|handed) (?:in|back|off) (?:my|the|their|all)|last (?:day|shift|night|week|one) was|(?:mi )?ultimo (?:dia|turno) fue|aplique|entregue|mande)\b(?:(?!\b(?:start\w*|ends?|ending|until|til+|thru|through|so|then|by|before|out)\b)[^.;,]){0,30}(?<!for )(?<!for the )(?<!para el )$"
    r"|\b(?:did|done|took|attended|completed|passed|went to|came in)\b[^.;,]{0,40}\balready\b[^.;,]{0,25}$|\balready (?:did|took|went|came|attended|completed|passed|applied|sent)\b[^.;]{0,30}$"
    r"|\b(?:took|did|completed|passed) (?:one|it|that|mine|yalls|the (?:test|screen|class|physical|orientation|training)) (?:(?:with|for|at|w) (?:you|u|yall|ya|them|us)(?: guys| all)? )?(?:already )?(?:back )?(?:on |in )?(?:the )?$"
)  # told as done, where a day follows
_ALREADY = re.compile(
    r"\b(?:al+r?ea?dy (?:did|has|been|went)|(?:did|has) al+r?ea?dy|ya se (?:me )?venci\w+)\W+(?:on |in |back |like |the |el |around )*$"
)
_TIME_OFF = re.compile(r"\W*(?:nights? |mornings? )?(?:off|as|for (?:a|my|the))\b|\b(?:to start|starting)\b")
_GONE_BEHIND = re.compile(
    r"^\W*(?:lol |and |so |y )*(?:its |it |that |ya )*(?:(?:has )?been (?:dead|expired|out|over|gone)|is past|already past|past already|pasad[oa]\b|but (?:its|it) (?:expired|over))"
)
_OPEN_FROM = re.compile(r"\b(?:libre|disponible|puedo|free|available|open) (?:\w+ )?(?:desde|since) (?:el )?$")
_CLAUSE = re.compile(r"[;.!?]|\b(?:but|so|then|pero|asi que|entonces|now|ill|i can|i could)\b")


def again(plain: str, moment: Moment, clock: Clock) -> Moment:
    """The same words read beside another clock; the moment itself where they say nothing then."""
    found = moments(plain[moment.start : moment.end], clock)
    return moved(moment, first=found[0].first, last=found[0].last) if found else moment


def in_years_told(plain: str, found: list[Moment], clock: Clock) -> list[Moment]:
    """`thanksgiving last year`, `the 12th of june of this year`, `aug 24, like 2024`."""
    out: list[Moment] = []
    for moment in found:
        if out and moment.start < out[-1].end:
            continue
        told = _YEAR_TOLD.match(plain, moment.end) if moment.rule in _OF_THE_YEAR else None
        out.append(_told(plain, moment, told, clock) if told else moment)
    return out


def year_first(plain: str, found: list[Moment], clock: Clock) -> list[Moment]:
    """`2024, june`; `class of 12, in may`: the month of the year told before it."""
    out: list[Moment] = []
    for moment in found:
        year = out[-1] if out and out[-1].rule == "date.year" else None
        joined = year and re.fullmatch(
            r"[\s,.(]*(?:in |of |around |like |i think |back in |en |de )*", plain[year.end : moment.start]
        )
        if (
            year
            and joined
            and moment.rule in _OF_THE_YEAR
            and not re.search(r"\b(?:19|20)\d\d\b", plain[moment.start : moment.end])
        ):
            read = again(plain, moment, Clock(year.first.replace(month=1, day=1), clock.day_first))
            out[-1] = Moment(read.first, read.last, year.start, moment.end, moment.rule, moment.sure)
        else:
            out.append(moment)
    return out


def _told(plain: str, moment: Moment, told: "re.Match[str]", clock: Clock) -> Moment:
    words = plain[moment.start : moment.end]
    if re.search(r"\b(?:19|20)\d\d\b", words):
        return moment
    this = clock.today.year
    year = int(told["year"]) if told["year"] else this - 1 if told["last"] else this + 1 if told["next"] else this
    if not this - 90 <= year <= this + 40:
        return moment
    there = Clock(clock.today.replace(year=year, month=1, day=1), clock.day_first)
    read = again(plain, moment, there)
    if told["sense"] and moment.rule == "date.month_day" and read.first.day == year % 100:
        read = moved(read, first=read.first.replace(day=1), last=month_end(read.first.year, read.first.month))
    return Moment(read.first, read.last, moment.start, told.end(), moment.rule, moment.sure)


def gone_by(plain: str, found: list[Moment], clock: Clock) -> list[Moment]:
    """Days told as gone by, though no day gone by is asked for (`it lapsed march 15`)."""
    if clock.past:
        return found
    back = Clock(clock.today, clock.day_first, past=True, ends=clock.ends)
    out: list[Moment] = []
    for moment in found:
        last = out[-1] if out else None
        gone = moment.first > clock.today and _told_as_gone(plain, moment, last.end if last else 0)
        before = again(plain, moment, back) if gone or (last and last.last < clock.today) else moment
        out.append(before if gone or (last and before.first == last.first) else moment)
    return out


def _told_as_gone(plain: str, moment: Moment, after: int) -> bool:
    if re.search(r"\b20\d\d\b|\bnext\b|\bin\b", plain[moment.start : moment.end]) or moment.rule in (
        "date.tomorrow",
        "date.length",
        "date.year",
    ):
        return False
    if _OPEN_FROM.search(plain[: moment.start]):
        return False
    clause = _CLAUSE.split(plain[max(after, moment.start - 60) : moment.start])[-1]
    if _ALREADY.search(plain[: moment.start]):
        return True
    done = _DONE.search(clause) and not _TIME_OFF.match(plain[moment.end :])
    return bool(done or _GONE.search(clause) or _GONE_BEHIND.match(plain[moment.end :]))
