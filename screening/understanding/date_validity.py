"""The end of something by its beginning and its length: `got it 1/20/2025, good for 2 years`."""

import re

from screening.understanding.calendar import add_days
from screening.understanding.date_years import again
from screening.understanding.moment_days import Clock
from screening.understanding.moments import Moment, moments

_LASTS = re.compile(
    r"\b(?:good|valid|valido|valida|lasts?|last me|dura|duran|sirve|sirven|vigente|i get|get|got|gave (?:me|us)|gives? (?:me|you|u|us)|given|takes?|every|theyre|they are|its an?|its|thats an?|is an?|are|for|por|es de|son de|leave is|term is)\s+(?:good |valid |out |off )*(?:for |like |about |only |up to |exactly |just |por |another |a |an |un |una )*$"
)
_TERM = re.compile(
    r"^\s*(?:(?:travel|temp|seasonal|work|job) )?(?:card|assignment|cert\w*|licen[sc]e|permit|term|lease|contract|sentence|probation|leave|deal|visa|badge|validity|course|program|(?:that )?(?:starting|started|beginning|began|commenc\w+)|expir\w*|(?:after|from|later|past) (?:that|then|it)|(?:after|from|since) (?:when|the (?:day|date)|i\b|issue)|off\b|of (?:leave|probation))"
)
_WORKED = re.compile(r"\s*(?:\w+ )?(?:contract|assignment)\b")  # over on the day before so many weeks are full
_DAYS = frozenset(
    f"date.{name}"
    for name in [
        "iso",
        "compact",
        "numeric",
        "month_written",
        "month_day",
        "day_month",
        "day_th",
        "day_of",
        "holiday",
        "month",
        "day_after",
        "nth_weekday",
        "of_month",
        "year",
        "yesterday",
        "month_last_year",
    ]
)


def lasting(plain: str, found: list[Moment], clock: Clock) -> Moment | None:
    """The day on which what was begun and lasts so long is over; None where a text tells no such thing."""
    lengths = [m for m in found if m.rule == "date.length" and _lasts(plain, m)]
    begun = [m for m in found if m.rule in _DAYS or (m not in lengths and m.last < clock.today)]
    if not clock.ends or clock.past or len(lengths) != 1 or len(begun) != 1:
        return None
    length, start = lengths[0], begun[0]
    if re.search(r"\b(?:expir\w*|until|til+|thru|through|ends?|hasta|vence)\W+(?:\w+\W+){0,2}$", plain[: start.start]):
        return None
    begun_before = re.search(r"\b(?:renewed|got|signed|issued|started|did|took|came|began)\b", plain)
    if start.first > clock.today and (
        begun_before or not re.search(r"\b(?:on|starting|starts|empieza|from)\W*$", plain[: start.start])
    ):
        start = again(plain, start, Clock(clock.today, clock.day_first, past=True))
    words = plain[length.start : length.end].removeprefix("last ")
    ends = [moments(words, Clock(day, clock.day_first)) for day in (start.first, start.last)]
    if not all(ends):
        return None
    worked = re.search(r"w(?:ee)?ks?", words) and _WORKED.match(plain[length.end :])
    first, last = (add_days(day, -bool(worked)) for day in (ends[0][0].first, ends[1][0].last))
    return Moment(first, last, min(start.start, length.start), max(start.end, length.end), "date.lasting", 0.85)


def _lasts(plain: str, moment: Moment) -> bool:
    words = plain[moment.start : moment.end]
    if re.search(r"\b(?:ago|back|in|next)\b", words):
        return False
    if words.startswith("last "):
        return bool(
            re.search(r"\b(?:they|it|cards?|certs?|that|which|only|usually|dont|should)\s+$", plain[: moment.start])
        )
    return bool(_LASTS.search(plain[: moment.start]) or _TERM.match(plain[moment.end :]) or "for" in words.split())
