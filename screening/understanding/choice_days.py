"""A choice among the days of the week: mon wed fri, weekends, any day but sunday."""

import re

from screening.understanding.calendar import WEEKDAYS
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered

_DAY = re.compile(
    r"\b(?P<first>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")s?\b"
    r"(?:\s*(?:-|to|thru|through|until|a|hasta)\s*(?P<last>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")s?\b)?"
)  # fmt: skip
_GROUPS = (
    (re.compile(r"\bweek ?days?\b|\bm ?- ?f\b|\bduring the week\b|\bentre semana\b"), range(5)),
    (re.compile(r"\bweek ?ends?\b|\bwknds?\b|\bfin(?:es)? de semana\b"), range(5, 7)),
)


def by_days(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The days named, ranges filled in; none unless most options are days."""
    if slots := _slots(plain, options):
        return slots
    days = {WEEKDAYS[o.name.rstrip("s")]: o for o in options if o.name.rstrip("s") in WEEKDAYS}
    if len(days) < 3:
        return []
    hits: list[Hit] = []
    if re.fullmatch(r"\W*(?:m|t|w|th|f|r|s|su|\W)+\W*", plain):
        short = {"m": 0, "t": 1, "w": 2, "th": 3, "r": 3, "f": 4, "s": 5, "su": 6}
        hits.extend(_hit(days, short[m.group()], m) for m in re.finditer(r"th|su|[mtwrfs]", plain))
    for match in _DAY.finditer(plain):
        first = WEEKDAYS[match["first"]]
        last = WEEKDAYS[match["last"]] if match["last"] else first
        hits.extend(_hit(days, day % 7, match) for day in range(first, last + 1 if last >= first else last + 8))
    for pattern, group in _GROUPS:
        for match in pattern.finditer(plain):
            hits.extend(_hit(days, day, match) for day in group)
    return [hit for hit in hits if hit.index >= 0]


_SLOT = re.compile(r"^(?P<day>[a-z]{3,9})\.?,? (?:at )?(?P<h>\d{1,2})(?::(?P<m>\d\d))? ?(?P<half>[ap])m$")
_TIME = re.compile(r"(?<![\d:])(?P<h>\d{1,2}?)(?::?(?P<m>\d\d))?(?:\s*(?P<half>[ap])\.?m)?\b")


def _slots(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """A slot of day and hour ("Tue 10:00 AM") by its day, its hour or both."""
    slots = [(o, m) for o in options if (m := _SLOT.match(o.name)) and m["day"] in WEEKDAYS]
    if len(slots) < 2:
        return []
    days = {WEEKDAYS[m["first"]]: m for m in _DAY.finditer(plain)}
    times = list(_TIME.finditer(plain))
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


def _hit(days: dict[int, Offered], day: int, match: "re.Match[str]") -> Hit:
    return Hit(days[day].index if day in days else -1, match.start(), match.end(), 0.9, "choice.day")
