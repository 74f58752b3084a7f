"""A choice among crews or shifts of certain days (`A crew (Sun-Tue)`): by the days wanted, or those that cannot be worked."""

import re
from functools import lru_cache
from typing import Final

from screening.understanding.calendar import WEEKDAYS
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_kept import refused
from screening.understanding.choice_options import Offered

_NAMES: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_RUN: Final = re.compile(rf"\b(?P<a>{_NAMES})s?\b(?:\s*(?:-|to|thru|through|a)\s*(?P<b>{_NAMES})s?\b)?")
_KEPT_FREE: Final = re.compile(
    r"\b(?:church|mass|worship|lord\w*|god|sabbath|dialysis|treatment|chemo|therapy|court|class\w*|school|practice|games?|cheers?|plays?|custody|visitation|my (?:kids?|son|daughter|baby|other job|mom)|appointment|appt|off\b|rest|dr\b|doctor|iglesia|misa|descanso|clases?|busy|ocupad\w*|sacred)\b"
)
_ENDS: Final = (
    (re.compile(r"\b(?:beginning|start|front|first part|first half|early part) of (?:the |my )?(?:week|wk)\b|\bprincipios? de (?:la )?semana\b|\bfront half\b"), 0),
    (re.compile(r"\b(?:end|back|last part|later part|second half|back half) of (?:the |my )?(?:week|wk)\b|\bfin(?:al)? de (?:la )?semana\b|\bback half\b"), -1),
)  # fmt: skip


@lru_cache(maxsize=256)
def _days_of(options: tuple[Offered, ...]) -> tuple[tuple[Offered, frozenset[int]], ...]:
    """The days of each option; none unless all have a run of days, not all the same."""
    found = []
    for option in options:
        runs = [m for name in option.names for m in _RUN.finditer(name)]
        if option.nothing or not runs or (len(runs) == 1 and not runs[0]["b"]):
            return ()
        found.append((option, frozenset(day for m in runs for day in _run(m))))
    return tuple(found) if len({days for _, days in found}) > 1 else ()


def _run(match: "re.Match[str]") -> list[int]:
    first = WEEKDAYS[match["a"]] % 7
    last = WEEKDAYS[match["b"]] % 7 if match["b"] else first
    return [day % 7 for day in range(first, (last if last >= first else last + 7) + 1)]


def by_crew(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The options that hold every day wanted and no day that cannot be worked."""
    known = _days_of(options)
    if not known:
        return []
    for pattern, end in _ENDS:
        if match := pattern.search(plain):
            return [Hit(known[end][0].index, *match.span(), 0.78, "choice.crew")]
    spots = list(_RUN.finditer(plain))
    if not spots:
        return []
    free = bool(_KEPT_FREE.search(plain)) or all(refused(plain, Hit(0, *m.span(), 1, "")) for m in spots)
    days = {day for m in spots for day in _run(m)}
    fits = [o for o, held in known if (not days & held if free else days <= held)]
    if not fits or len(fits) == len(known):
        return []
    return [Hit(o.index, spots[0].start(), spots[-1].end(), 0.76, "choice.crew") for o in fits]
