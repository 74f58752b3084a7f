"""The mentions of days that count: without the refused and the taken back, a weekday joined to its date."""

import re

from screening.understanding.calendar import WEEKDAYS, add_days, make, next_weekday
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moments, moved

UNTIL = re.compile(
    r"\b(?:not|cant|cannot|unable|wont be|unavailable|busy|no|gone|away|out|booked|tied up|hasta|until|till|til|before|in school|contract runs)\b[^.]{0,40}\b(?:until|till|til|before|hasta|antes del?)\s+(?:about |around |after |the |at least |like |maybe |el )*$"
)
_FIX = re.compile(
    r"\b(?:actually|i mean[t]?|no wait|wait|scratch that|sorry|correction|make (?:it|that)|rather|oops|better make|instead|quise decir|perdon|mejor|digo|or better|nvm|extended|pushed (?:it )?(?:back|to)|moved (?:it )?(?:to|up|back)|bumped (?:it )?(?:to|back)|changed (?:it )?to|now its|pero ahora)\b|\*"
)
_REFUSED = re.compile(r"\b(?:not|cant|cannot|no|except|besides|never|excepto|anything but|dont)\s+(?:\w+\s+){0,2}$")


def mentions(plain: str, clock: Clock) -> list[Moment]:
    """The mentions that count, in order."""
    found = [m for m in moments(plain, clock) if not _denied(plain, m)]
    return _after_that(plain, _in_month_named(_dated(plain, _corrected(plain, found))))


_PUT_RIGHT = re.compile(r"\w\W+no+\W+(?:wait\W+|sorry\W+|actually\W+)*(?:the |on |el )?$")  # "the 18th, no the 19th"


def _denied(plain: str, moment: Moment) -> bool:
    before = plain[max(0, moment.start - 30) : moment.start]
    if (
        UNTIL.search(plain[: moment.start])
        or re.search(r"\bno (?:antes|later|sooner|earlier)", before)
        or re.search(r"notice", plain[moment.end : moment.end + 12])
    ):
        return False
    if _PUT_RIGHT.search(plain[: moment.start]) or re.search(r"\bnot [a-z]+day its (?:the )?$", before):
        return False
    if re.search(r"\b(?:but|pero|sino)\b\s*(?:\w+\s+)?$|\b(?:any ?(?:day|time)) but\s+$", before):
        return "any" in before[-14:]
    return (
        bool(_REFUSED.search(before))
        and not re.search(r"\b(?:no|not)\s*[,.]?\s*$", before.split(",")[0] if "," in before else "")
        and not before.rstrip().endswith(",")
    )


def _corrected(plain: str, found: list[Moment]) -> list[Moment]:
    for index in range(len(found) - 1, 0, -1):
        between = plain[found[index - 1].end : found[index].start]
        busy = re.search(r"\b(?:i work|im (?:off|busy|working|at)|i have|i got|ive got|appt)\b", between)
        if (_FIX.search(between) and not busy) or re.fullmatch(r"\W*no+\W+(?:the |el |wait\W+)*", between):
            return _first_of(plain, found[index:])
    return found


def _first_of(plain: str, found: list[Moment]) -> list[Moment]:
    """The day put right, without the reason behind it ("no, the 19th, dentist on the 18th")."""
    if len(found) < 2:
        return found
    between = plain[found[0].end : found[1].start]
    reason = re.search(
        r"\b(?:i have|i got|i work|im|my|because|cuz|theres|appt|appointment|dentist|doctor|court|sorry)\b", between
    )
    return found[:1] if reason else found


def _dated(plain: str, found: list[Moment]) -> list[Moment]:
    """`Monday March 16`, `Friday the 20th`: the date speaks, the weekday goes with it."""
    out: list[Moment] = []
    for moment in found:
        last = out[-1] if out else None
        if (
            last
            and re.fullmatch(r"\W*(?:the|on|el|,|de|\()?\W*", plain[last.end : moment.start])
            and (last.rule == "date.weekday") != (moment.rule == "date.weekday")
        ):
            speaks = moment if last.rule == "date.weekday" else last
            if speaks.rule in (
                "date.month_day",
                "date.day_month",
                "date.day_of",
                "date.day_th",
                "date.numeric",
                "date.tomorrow",
                "date.iso",
            ):
                out[-1] = Moment(speaks.first, speaks.last, last.start, moment.end, speaks.rule, speaks.sure)
                continue
        out.append(moment)
    return out


def _in_month_named(found: list[Moment]) -> list[Moment]:
    """`I graduate may 15, can start the 18th`: the 18th of May."""
    out: list[Moment] = []
    for moment in found:
        named = next(
            (
                m
                for m in reversed(out)
                if m.rule in ("date.month_day", "date.day_month", "date.numeric", "date.holiday")
            ),
            None,
        )
        if named and moment.rule in ("date.day_th", "date.day_of") and moment.first < named.first:
            day = make(named.last.year, named.last.month, moment.first.day)
            if day and day > named.first:
                moment = moved(moment, first=day, last=day)
        out.append(moment)
    return out


_AFTER_THAT = re.compile(
    r"\b(?:the )?(?:day|morning|one) after(?: that)?\W*$|\b(?:the )?(?:day|morning) after that\b|\b(?:al|el) (?:otro dia|dia siguiente)\b|\b(?:the )?(?:very )?(?:next|following) (?:day|morning)\b"
)


_WEEKDAY_AFTER = re.compile(
    r"\b(?:that|the|el) (?P<weekday>"
    + "|".join(sorted(WEEKDAYS, key=len, reverse=True))
    + r") (?:right )?(?:after|following|siguiente)(?: that)?\W*$"
)


def _after_that(plain: str, found: list[Moment]) -> list[Moment]:
    """`it ends the 22nd so the day after that`."""
    if (weekday := _WEEKDAY_AFTER.search(plain)) and (earlier := [m for m in found if m.end <= weekday.start()]):
        day = next_weekday(earlier[-1].last, WEEKDAYS[weekday["weekday"]])
        return [Moment(day, day, weekday.start(), weekday.end(), "date.after_that", 0.85)]
    match = _AFTER_THAT.search(plain)
    before = [m for m in found if match and m.end <= match.start()]
    if match is None or not before or re.search(r"\b(?:one) after", match.group()):
        return found
    day = add_days(before[-1].last, 1)
    return [Moment(day, day, match.start(), match.end(), "date.after_that", 0.85)]


def one_after(plain: str, clock: Clock) -> Moment | None:
    """`not this monday, the one after`."""
    match = re.search(
        r"\bnot (?:this |the |next )?(?P<day>[a-z]+day)\b.{0,30}?\b(?:the one after|the next one|the following(?: one)?|one after)\b",
        plain,
    )
    named = moments(f"this {match['day']}", clock) if match else []
    if match is None or not named:
        return None
    day = add_days(named[0].first, 7)
    return Moment(day, day, match.start(), match.end(), "date.one_after", 0.85)
