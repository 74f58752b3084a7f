"""Days told one by another: the one after, the last of the shifts left, the same day told twice."""

import itertools
import re
from datetime import date

from screening.understanding.calendar import WEEKDAY_NAMES, WEEKDAYS, add_days, last_weekday, make, next_weekday
from screening.understanding.moment_days import Clock
from screening.understanding.moment_words import WEEKDAY_NAME, count_of
from screening.understanding.moments import Moment, moments

_ONE_AFTER = re.compile(
    r"\b(?:the|that) (?:one|week|weekend) (?:right )?after(?: (?:that|it|this))?(?: one)?\b(?! (?:next|\w+day|the|this|[a-z]+ \d))|\bone after(?: that)?\W*$|(?<=[,.] )(?:the )?next(?: one)?\W*$|\bthe (?:next|following) one\b|\b(?:el|la) (?:que sigue|siguiente|otr[oa])\b(?! (?:dia|semana|mes))"
)
_NOT_THIS = re.compile(
    r"\b(?:not?|cant|cannot|wont|but|pero|sino|so|asi que|booked|busy|taken|was|era|ocupad[oa]|instead|they|skip)\b"
)
_WEEKLY = ("date.weekday", "date.week", "date.weekend", "date.weekday_numbered")


def one_after(plain: str, clock: Clock) -> Moment | None:
    """`not this monday, the one after`, `this sat was taken so the one after`: a week on."""
    match = _ONE_AFTER.search(plain)
    found = [m for m in moments(plain[: match.start()], clock) if m.rule in _WEEKLY] if match else []
    if match is None or not found or not _NOT_THIS.search(plain[: match.end()]):
        return None
    this = found[-1]
    if match.start() - this.end > 60 or len(moments(plain[match.end() :], clock)):
        return None
    return Moment(add_days(this.first, 7), add_days(this.last, 7), this.start, match.end(), "date.one_after", 0.85)


_LIST = re.compile(rf"\b{WEEKDAY_NAME}(?:(?:[\s,&/]|\band\b|\by\b)+{WEEKDAY_NAME})+\b")
_SHIFTS = re.compile(
    r"\b(?:(?:\d|one|two|three|four|five|a few|a couple|couple|dos|tres|cuatro) (?:more |mas )?(?:shifts?|days|turnos|dias)|shifts? (?:left|to go)|turnos?)\b"
)
_THEN_DONE = re.compile(
    r"\W*(?:(?P<then>(?:and )?(?:then|after that)|y (?:ya|luego)|luego)\W+)?(?:and )?(?:(?:im|i am|ill be|its|thats|that is|estoy|quedo|i)\W+)*(?P<done>done|finished|free|out|off|over|gone|it|termino|acabo|libre|listo|lista|ya)\b"
)


def shifts_done(plain: str, clock: Clock) -> Moment | None:
    """`3 more shifts, fri sat sun then im done`: over with the last one, free from the day after."""
    days = _LIST.search(plain)
    done = _THEN_DONE.match(plain, days.end()) if days else None
    shifts = _SHIFTS.search(plain[: days.start()]) if days else None
    if days is None or clock.past or not ((done and done["then"]) or (shifts and (done or clock.ends))):
        return None
    day = clock.today
    for name in re.findall(WEEKDAY_NAME, days.group()):
        day = next_weekday(day, WEEKDAYS[name], strictly=day != clock.today)
    day = day if clock.ends else add_days(day, 1)
    return Moment(day, day, days.start(), done.end() if done else days.end(), "date.shifts", 0.85)


_RELATIVE = frozenset(
    f"date.{name}"
    for name in ["length", "weekdays_on", "week_from", "week_tomorrow", "from", "spanish_weeks", "yesterday"]
)
_WRITTEN = frozenset(
    f"date.{name}"
    for name in ["month_day", "day_month", "numeric", "iso", "day_th", "day_of", "holiday", "edge", "month"]
)
_THAT_IS = re.compile(
    r"(?:\s*(?:n|and) (?:change|some|a bit|a half)\b)?[\s,.:(-]*(?:\b(?:so|like|i think|think|thats|that is|that be|its|which is|which be|it was|was|on|the|el|es|fue|o sea|osea|es decir|they said|actually|precisely|exactly|to be exact|around|about|dicen)\b[\s,.:]*){0,4}"
)
_OTHER_DAY = re.compile(r"^\s*(?:to|-|or|o|a|through|thru)\b|^\s*-\s*$")


def narrowed(plain: str, found: list[Moment]) -> list[Moment]:
    """A day told twice stands once, as it is told more closely (`two fridays ago, june 25`; `in june, the 12th`)."""
    if len(found) == 2 and (day := _in_the_week(plain, found[0], found[1])):
        return [day]
    found = same_day(plain, weekday_beside(plain, found))
    out = list(found)
    for first, second in itertools.pairwise(found):
        between = plain[first.end : second.start]
        if first not in out or _OTHER_DAY.search(between) or not _THAT_IS.fullmatch(between):
            continue
        if _within(first, second) or _about_the_same(first, second):
            out.remove(first)
    return out


_NAMED_DAY = re.compile(
    r"[\s,.]*(?P<week>week\b)?[\s,.]*(?:(?!\b(?:after|next|before|following)\b)[a-z]+ ){0,4}?(?:that|the|on|el|ese)\s+$"
)
_SAME_DAY = re.compile(
    r"\b(?:the |that |el )?(?:same|mismo) (?:day|date|dia)(?: but)?(?: in| of| del?)? (?:(?P<year>20\d\d)|(?P<next>next year|(?:el )?(?:otro|proximo) ano))\b"
)


def same_day(plain: str, found: list[Moment]) -> list[Moment]:
    """`restricted til june 1, expires same day in 2028`."""
    match = _SAME_DAY.search(plain)
    told = [m for m in found if match and m.single and m.end <= match.start()]
    if match is None or not told:
        return found
    year = int(match["year"]) if match["year"] else told[-1].first.year + 1
    day = make(year, told[-1].first.month, told[-1].first.day)
    return [Moment(day, day, match.start(), match.end(), "date.same_day", 0.9)] if day else found


def weekday_beside(plain: str, found: list[Moment]) -> list[Moment]:
    """`labor day weekend, that sunday`; `the friday before`; `thanksgiving week, the wednesday`: a weekday near a holiday."""
    for first, day in itertools.pairwise(found):
        gap = _NAMED_DAY.fullmatch(plain[first.end : day.start] + plain[day.start : day.start + _lead(plain, day)])
        weekly = first.rule == "date.weekend_of" or (gap and gap["week"] and first.rule == "date.holiday")
        if gap is None or not weekly or day.rule != "date.weekday":
            continue
        before = re.match(r"\s*(?:right |just )?(?:before|prior|antes)\b", plain[day.end :])
        near = _near(first, day.first.weekday(), before=bool(before))
        rest = found[found.index(day) + 1 :]
        return [Moment(near, near, first.start, day.end, "date.weekday", 0.85), *rest]
    return found


def _lead(plain: str, day: Moment) -> int:
    lead = re.match(r"(?:that|the|on|el|ese)\s+", plain[day.start : day.end])
    return lead.end() if lead else 0


def _near(told: Moment, weekday: int, *, before: bool) -> date:
    """The weekday of that name in the week of a holiday, on its weekend, or right before it."""
    if before:
        return last_weekday(told.first, weekday)
    if told.rule == "date.holiday":
        return add_days(told.first, weekday - told.first.weekday())
    inside = next_weekday(add_days(told.first, -1), weekday)
    return inside if inside <= told.last else last_weekday(told.first, weekday)


_MORE = re.compile(
    rf"\b(?P<n>one|two|three|four|five|six|\d|un|una|dos|tres|cuatro|cinco|a couple(?: of)?|couple)\s+(?:(?:more|mas)\s+)?(?P<weekday>{WEEKDAY_NAMES})s?(?:\s+(?:mas|more))?\b"
)


def more_weekdays(plain: str, clock: Clock) -> Moment | None:
    """`two more fridays and im out`: over on the last of them, free from the day after."""
    match = _MORE.search(plain)
    if match is None or clock.past or not re.search(r"\b(?:more|mas|left|to go|quedan|faltan)\b", plain):
        return None
    alone = clock.ends and not plain[match.end() :].strip(" .!")
    if not (
        alone
        or _ONLY_MORE.match(plain, match.end())
        or re.search(r"\b(?:me )?(?:quedan?|faltan?) $", plain[: match.start()])
    ):
        return None
    weekday = WEEKDAYS[match["weekday"]]
    day = add_days(next_weekday(clock.today, weekday), 7 * (int(count_of(match["n"])) - 1))
    day = day if clock.ends else add_days(day, 1)
    return Moment(day, day, match.start(), match.end(), "date.shifts", 0.8)


_ONLY_MORE = re.compile(
    r"\W*(?:left|to go|(?:and |then |y )+(?:(?:then|after that|luego)\W+)?(?:(?:im|ill be|thats|its|i am|estoy|ya|i)\W+)*(?:done|finished|free|out|off|over|gone|it|all|ya|listo|lista|libre|acabo|termino)?\b|(?:im|thats|ill be) (?:done|finished|free|out|off|over|gone|it))"
)


def _in_the_week(plain: str, week: Moment, day: Moment) -> Moment | None:
    """`the week of labor day, thursday`: that weekday of that week."""
    bare = day.rule == "date.weekday" and re.fullmatch(rf"{WEEKDAY_NAME}\.?", plain[day.start : day.end])
    weekly = week.rule in ("date.week_of", "date.week") or (week.rule == "date.day_after" and not week.single)
    if (
        not bare
        or not weekly
        or not re.fullmatch(r"[\s,.]*(?:(?:like|on|the|prob|probably|maybe|that|el)\W+)*", plain[week.end : day.start])
    ):
        return None
    found = add_days(week.first, day.first.weekday() - week.first.weekday())
    return Moment(found, found, week.start, day.end, "date.weekday", 0.85)


def _within(first: Moment, second: Moment) -> bool:
    return not first.single and first.first <= second.first and second.last <= first.last and second.single


def _about_the_same(first: Moment, second: Moment) -> bool:
    apart = abs((second.first - first.first).days)
    return first.rule in _RELATIVE and second.rule in _WRITTEN and apart <= 21 and second.single | (apart <= 10)
