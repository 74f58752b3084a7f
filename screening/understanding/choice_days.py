"""A choice among the days of the week: mon wed fri, weekends, any day but sunday."""

import re

from screening.understanding.calendar import WEEKDAY_NAMES, WEEKDAYS
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered

_DAY = re.compile(
    rf"\b(?P<first>{WEEKDAY_NAMES})s?\b"
    rf"(?:\s*(?:-|to|thru|through|until|a|hasta)\s*(?P<last>{WEEKDAY_NAMES})s?\b)?"
)  # fmt: skip
_GROUPS = (
    (re.compile(r"\bweek ?days?\b|\bm ?- ?f\b|\bduring the week\b|\bentre semana\b"), range(5)),
    (re.compile(r"\bweek ?ends?\b|\bwknds?\b|\bfin(?:es)? de semana\b"), range(5, 7)),
)


_LETTERS = {"m": 0, "t": 1, "tu": 1, "w": 2, "th": 3, "r": 3, "f": 4, "s": 5, "sa": 5, "su": 6}
_LETTER = re.compile(r"th|tu|su|sa|[mtwrfs]")
_SHORT = re.compile(
    r"(?<![\w'/])(?:mtwth?f?|mtwrf?|mtth|mwth?|mwf|mw|wf|mf|tth|tuth|tr|thf|ssu"
    r"|(?!m/f|w/o|t/f)(?:m|tu?|w|th|f|sa|su)(?:[/&,+](?:m|tu?|w|th|r|f|sa|su)(?![a-z]))+)(?![\w'/])"
)
_ALL_WEEK = re.compile(
    r"\b(?:24 ?/ ?7|(?:all|the whole|the entire|toda la) (?:week|semana)|(?:7|seven|siete|los 7|los siete) (?:days|dias)(?: (?:a|per|of the|out of the|a la|por) (?:week|wk|semana))?)\b(?! ?(?:/|notice|from|ago|till|until|straight|in a row|off|before|later))"
)
_TAKEN = re.compile(
    r"\b(?:not|cant|cannot|dont|never|no(?! problem)|wont|sick of|tired|rn|currently|worked|working|been|kids?|my (?:son|daughter|mom|baby)|other|job)\b"
)
_FURTHER = re.compile(
    rf"\b(?P<first>{WEEKDAY_NAMES})s?\s*(?:-|to|thru|through|until|a|hasta)\s*(?:{WEEKDAY_NAMES})s?\b\W+(?:(?:no|wait|actually|sorry|i mean[t]?|make (?:it|that)|scratch that|well|oops|or|even|maybe)\W+)+(?:-|to|thru|through|until|hasta)\s*(?P<last>{WEEKDAY_NAMES})s?\b"
)
Mention = tuple[tuple[int, ...], int, int]  # days, start, end


def weekdays_of(options: tuple[Offered, ...]) -> dict[int, Offered]:
    """The options that are days of the week, by day; none unless three are."""
    days = {WEEKDAYS[o.name.rstrip("s")]: o for o in options if o.name.rstrip("s") in WEEKDAYS}
    return days if len(days) >= 3 else {}


def days_said(plain: str) -> list[Mention]:
    """The days a text names, ranges, groups and letters (`mwf`, `t/th`) filled in."""
    found = [(_run(m), *m.span()) for m in _FURTHER.finditer(plain)]
    if re.fullmatch(r"\W*(?:m|t|w|th|f|r|s|su|\W)+\W*", plain):
        found += [((_LETTERS[m.group()],), *m.span()) for m in _LETTER.finditer(plain)]
    else:
        found += [(tuple(_LETTERS[d] for d in _LETTER.findall(m.group())), *m.span()) for m in _SHORT.finditer(plain)]
    found += [(_run(m), *m.span()) for m in _DAY.finditer(plain) if not any(a <= m.start() < b for _, a, b in found)]
    found += [(tuple(group), *m.span()) for pattern, group in _GROUPS for m in pattern.finditer(plain)]
    return found


def _run(match: "re.Match[str]") -> tuple[int, ...]:
    first = WEEKDAYS[match["first"]]
    last = WEEKDAYS[match["last"]] if match["last"] else first
    return tuple(day % 7 for day in range(first, last + 1 if last >= first else last + 8))


def by_days(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The days named, ranges filled in, or all of the week; none unless most options are days."""
    days = weekdays_of(options)
    if not days:
        return []
    said = days_said(plain)
    if (week := _ALL_WEEK.search(plain)) and not said and not _TAKEN.search(plain):
        said = [(tuple(range(7)), *week.span())]
    return [
        Hit(days[day].index, start, end, 0.9, "choice.day") for them, start, end in said for day in them if day in days
    ]


_SLOT = re.compile(r"^(?P<day>[a-z]{3,9})\.?,? (?:at )?(?P<h>\d{1,2})(?::(?P<m>\d\d))? ?(?P<half>[ap])m$")
_TIME = re.compile(
    r"(?<![\d:])(?P<h>\d{1,2}?)(?::?(?P<m>\d\d))?(?:\s*(?P<half>[ap])\.?m)?\b(?! ?(?:u|you|me|day|nite|night|morrow)\b)"
)


def by_slot(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """A slot of day and hour ("Tue 10:00 AM") by its day, its hour or both."""
    slots = [(o, m) for o in options if (m := _SLOT.match(o.name)) and m["day"] in WEEKDAYS]
    if len(slots) < 2:
        return []
    days = {WEEKDAYS[m["first"]]: m for m in _DAY.finditer(plain)}
    times = list(_TIME.finditer(plain))
    if not days and not times and (part := _part_of_day(plain, slots)):
        return part
    hits: list[Hit] = []
    for option, slot in slots:
        day = days.get(WEEKDAYS[slot["day"]])
        hour = next((m for m in times if m["h"] == slot["h"] and (m["m"] or "00") == (slot["m"] or "00")), None)
        morning = (
            re.search(r"\bmornings?\b", plain)
            if slot["half"] == "a"
            else re.search(r"\bafternoons?\b|\bafter lunch\b", plain)
        )
        where = (
            day
            if (
                day
                and (
                    hour
                    or morning
                    or (not times and not re.search(r"\bmornings?\b|\bafter ?noons?\b|\bafter lunch\b", plain))
                )
            )
            else hour
            if hour and not days
            else None
        )
        if where:
            hits.append(Hit(option.index, where.start(), where.end(), 0.85, "choice.day"))
    exact = [h for h in hits if times or re.search(r"\bmorning|\bafter ?noon|\blunch", plain)]
    return exact or hits


_PARTS = (
    (re.compile(r"\bafter (?:lunch|noon|12)\b|\bafter ?noon\b|\bpm\b|\bdespues de comer\b|\btarde\b"), "p"),
    (re.compile(r"\bbefore (?:lunch|noon)\b|\bmornings?\b|\bam\b|\bmanana\b"), "a"),
)
_FIRST = re.compile(r"\b(?:(?:the )?early one|that early|earliest|soonest|first thing|bright and early|mas temprano|early)\b")  # fmt: skip
_LAST = re.compile(r"\b(?:the )?late(?:st|r)? one\b|\blatest\b|\bmas tarde\b")
Slots = list[tuple[Offered, "re.Match[str]"]]


def _part_of_day(plain: str, slots: Slots) -> list[Hit]:
    """By the half of the day, or the earliest hour of all, where neither day nor hour is said."""
    for pattern, half in _PARTS:
        fitting = [o for o, slot in slots if slot["half"] == half]
        if (match := pattern.search(plain)) and 0 < len(fitting) < len(slots):
            return [Hit(o.index, *match.span(), 0.8, "choice.day") for o in fitting]
    hours = sorted((slot["half"], int(slot["h"]) % 12, o.index) for o, slot in slots)
    for pattern, at in ((_FIRST, 0), (_LAST, -1)):
        beside = 1 if at == 0 else -2
        if (match := pattern.search(plain)) and hours[at][:2] != hours[beside][:2]:
            return [Hit(hours[at][2], *match.span(), 0.78, "choice.earliest")]
    return []
