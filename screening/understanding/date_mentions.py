"""The mentions of days that count: without the refused and the taken back, a weekday joined to its date."""

import re

from screening.understanding.calendar import WEEKDAY_NAMES, WEEKDAYS, add_days, add_months, make, next_weekday
from screening.understanding.date_lookalikes import is_none
from screening.understanding.date_put_right import TAKEN_BACK, corrected, without_plans_gone
from screening.understanding.date_series import narrowed
from screening.understanding.date_years import gone_by, in_years_told, year_first
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moments, moved

UNTIL = re.compile(
    r"\b(?:not|cant|cannot|unable|wont be|unavailable|busy|no|gone|away|out|booked|tied up|hasta|until|till|til|before|in school|contract runs)\b[^.]{0,40}\b(?:until|till|til|before|hasta|antes del?)\s+(?:about |around |after |the |at least |like |maybe |el )*$"
)
_REFUSED = re.compile(
    r"\b(?:scratch|forget|ignore|never ?mind|nvm|not|cant|cannot|no|except|besides|never|excepto|anything but|dont)\s+(?:(?!so\b|then\b)\w+\s+){0,2}$"
)


def mentions(plain: str, clock: Clock) -> list[Moment]:
    """The mentions that count, in order."""
    days = [
        m
        for m in moments(plain, clock)
        if not is_none(plain, m, past=clock.past or (clock.ends and m.rule == "date.today"))
    ]
    told = gone_by(plain, in_years_told(plain, year_first(plain, days, clock), clock), clock)
    found = [m for i, m in enumerate(told) if not _denied(plain, m, told[i - 1].end if i else 0)]
    return _after_that(
        plain,
        narrowed(
            plain, _in_month_named(plain, _dated(plain, without_plans_gone(plain, corrected(plain, found))), clock)
        ),
    )


_PUT_RIGHT = re.compile(
    r"\w\W+no+\W+(?:(?:wait|sorry|actually|oops|my (?:bad|mistake|error)|typo|i (?:lied|mean|meant)|perdon|me equivoque|digo|espera|espere|mejor)\W+)*(?:the |on |el )?$"
)  # "the 18th, no the 19th"


def _denied(plain: str, moment: Moment, after: int) -> bool:
    before = plain[max(0, moment.start - 30) : moment.start]
    if re.search(r"\b(?:so|then|asi que|entonces)\b", plain[after : moment.start]):
        before = before[-(moment.start - after) :] if moment.start > after else before
    if (
        UNTIL.search(plain[: moment.start])
        or re.search(r"\bno (?:antes|later|sooner|earlier)", before)
        or re.search(r"\bnot (?:for|until|til+)\s+(?:at least |another |about |like )*$", before)
        or plain.startswith("since", moment.start)
        or re.search(r"\bnot since\s+$", before)
        or re.search(r"notice", plain[moment.end : moment.end + 12])
    ):
        return False
    if after and TAKEN_BACK.search(plain[: moment.start]):
        return False
    if _PUT_RIGHT.search(plain[: moment.start]) or re.search(r"\bnot [a-z]+day its (?:the )?$", before):
        return False
    if re.search(r"\b(?:any ?(?:time|day)|whenever) (?:but|except|besides)\b", before):
        return True
    if re.search(r"\bbut not(?: on)?\s*(?:the |el )?$", before):
        return True
    if re.search(r"\b(?:but|pero|sino)\b\s*(?:\w+\s+)?$|\b(?:any ?(?:day|time)) but\s+$", before):
        return "any" in before[-14:]
    return (
        bool(_REFUSED.search(before))
        and not re.search(r"\b(?:no|not)\s*[,.]?\s*$", before.split(",")[0] if "," in before else "")
        and not before.rstrip().endswith(",")
    )


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
            speaks, named = (moment, last) if last.rule == "date.weekday" else (last, moment)
            same = speaks.single and speaks.first.weekday() == named.first.weekday() and speaks.rule != "date.length"
            if same or speaks.rule in (
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


_IN_IT = re.compile(r"\W*(?:\b(?:lol|like|so|on|around|about|prob|probably|maybe|i think|el dia|el|the)\b\W*){0,3}")
_MONTHS = ("date.month", "date.relative_month", "date.month_written", "date.this_month")


def _in_month_named(plain: str, found: list[Moment], clock: Clock) -> list[Moment]:
    """`I graduate may 15, can start the 18th`: the 18th of May; `next month on the 12th`."""
    out: list[Moment] = []
    for moment in found:
        last = out[-1] if out else None
        numbered = moment.rule in ("date.day_th", "date.day_of")
        inside = numbered and last and last.rule in _MONTHS and _IN_IT.fullmatch(plain, last.end, moment.start)
        if last and inside and (day := make(last.first.year, last.first.month, moment.first.day)):
            out[-1] = Moment(day, day, last.start, moment.end, "date.month_day", 0.9)
            continue
        named = next(
            (
                m
                for m in reversed(out)
                if m.rule in ("date.month_day", "date.day_month", "date.numeric", "date.holiday")
            ),
            None,
        )
        if named and numbered and moment.first < named.first and not clock.past:
            day = make(named.last.year, named.last.month, moment.first.day)
            if day and day <= named.first:
                after = add_months(named.last.replace(day=1), 1)
                day = make(after.year, after.month, moment.first.day)
            if day and day > named.first:
                moment = moved(moment, first=day, last=day)
        out.append(moment)
    return out


_AFTER_THAT = re.compile(
    r"\b(?:the )?(?:day|morning|one) after(?: that)?\W*$|\b(?:the )?(?:day|morning) after that\b|\b(?:al|el) (?:otro dia|dia siguiente)\b|\b(?:the )?(?:very )?(?:next|following) (?:day|morning)\b"
)


_WEEKDAY_AFTER = re.compile(
    rf"\b(?:that|the|el) (?P<weekday>{WEEKDAY_NAMES}) (?:right )?(?:after|following|siguiente)(?: that)?\W*$"
)


_THAT_ONE = re.compile(
    r"\b(?:so|then|start\w*|available|free|ready|entonces|asi que) (?:i (?:can|could) |maybe |probably |prob |like |on |el )*(?:that|ese) $|\b(?:gimme|give me|dame|denme) (?:til+|until|hasta) (?:the |that |like |at least |el )*$"
)


def _that_weekday(plain: str, found: list[Moment]) -> Moment | None:
    """`school is out fri the 26th so that monday`: the monday behind the day told."""
    told, last = (found[-2], found[-1]) if len(found) > 1 else (None, None)
    if told is None or last is None or last.rule != "date.weekday" or not last.single:
        return None
    start = last.start + plain[last.start : last.end].startswith("that ") * 5
    if told.last <= last.first or not _THAT_ONE.search(plain[:start]):
        return None
    same = told.single and told.first.weekday() == last.first.weekday()
    day = told.first if same else next_weekday(told.last, last.first.weekday())
    return moved(last, first=day, last=day)


def _after_that(plain: str, found: list[Moment]) -> list[Moment]:
    """`it ends the 22nd so the day after that`."""
    if (weekday := _WEEKDAY_AFTER.search(plain)) and (earlier := [m for m in found if m.end <= weekday.start()]):
        day = next_weekday(earlier[-1].last, WEEKDAYS[weekday["weekday"]])
        return [Moment(day, day, weekday.start(), weekday.end(), "date.after_that", 0.85)]
    if behind := _that_weekday(plain, found):
        return [*found[:-1], behind]
    match = _AFTER_THAT.search(plain)
    before = [m for m in found if match and m.end <= match.start()]
    if match is None or not before or re.search(r"\b(?:one) after", match.group()):
        return found
    day = add_days(before[-1].last, 1)
    return [Moment(day, day, match.start(), match.end(), "date.after_that", 0.85)]
