"""Pay of one stretch of time turned into the stretch asked: 200 a day four days, 4 grand a month x 12."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.pay_periods import asked_period, period_behind
from screening.understanding.reading import Context
from screening.understanding.tables import any_of

_LONGER = ("hour", "day", "week", "month", "year")
_TIMES_AFTER = {
    "hour": r"hours?|hrs?|hr|horas?",
    "day": r"days?|dias?|shifts?|turnos?",
    "week": r"weeks?|wks?|semanas?",
    "month": r"months?|meses",
}
_TIMES = re.compile(r"\b(?:x|times|por)\s*$|\*\s*$")
_MOST = {"hour": 80, "day": 7, "week": 52, "month": 12}


def totalled(plain: str, found: list[Amount], question: Question, context: Context) -> tuple[Amount, str] | None:
    """The pay in the period asked, where the text counts how many times a shorter one is earned."""
    asked = asked_period(question, context)
    if len(found) < 2:
        return None
    for rate in found:
        period = period_behind(plain, rate)
        if not period or rate.exact is None or _LONGER.index(period) >= _LONGER.index(asked):
            continue
        for count in found:
            if count is not rate and _counts(plain, count, period):
                total = rate.exact * (count.exact or 0)
                return Amount(low=total, high=total, start=min(rate.start, count.start), end=max(rate.end, count.end), numbers=rate.numbers), asked  # fmt: skip
    return None


def _counts(plain: str, count: Amount, period: str) -> bool:
    """Whether an amount says how often a period is worked."""
    if count.exact is None or not 1 < count.exact <= _MOST[period]:
        return False
    return bool(
        _TIMES.search(plain[: count.start]) or re.match(rf"\s*(?:{_TIMES_AFTER[period]})\b", plain[count.end :])
    )


_FOR_STRETCH = re.compile(
    r"\s*(?:dollars?|bucks?|dolares)?\s*(?:for|over|in|por|en) (?:(?:the|a|an|all|those|my|los|las|total) )*$"
)
_STRETCH_LEAST = {"hour": 7, "day": 60, "week": 200, "month": 600}


def shared_out(plain: str, found: list[Amount], question: Question, context: Context) -> Amount | None:
    """The pay of one stretch of the kind asked, where that of several is told (`600 for the 4 days`)."""
    asked = asked_period(question, context)
    if len(found) != 2 or asked not in _STRETCH_LEAST:
        return None
    rate, count = found
    behind = re.match(rf"\s*-?\s*(?:{_TIMES_AFTER[asked]})\b", plain[count.end :])
    if not behind or rate.exact is None or not 1 < (count.exact or 0) <= _MOST[asked]:
        return None
    each = round(rate.exact / (count.exact or 1), 2)
    if each < _STRETCH_LEAST[asked] or not _FOR_STRETCH.fullmatch(plain[rate.end : count.start]):
        return None
    return Amount(low=each, high=each, start=rate.start, end=count.end + behind.end(), numbers=rate.numbers)


CLOSES = re.compile(rf"\b(?:{any_of('figures', 'concludes')})\W*(?:a |an |the |like |about |around |me |at )*\$?$")


def concluded(plain: str, found: list[Amount], question: Question, context: Context) -> Amount | None:
    """The last figure where the text works it out of others (`thirty an hour for 8 so 240`), in the period asked."""
    value = found[-1].exact if len(found) > 1 else None
    if value is None:
        return None
    last, asked = found[-1], asked_period(question, context)
    named = [period_behind(plain, a) for a in found]
    if named[-1] not in ("", asked) or not CLOSES.search(plain[found[-2].end : last.start]):
        return None
    others = [name for name in named[:-1] if name and name != asked]
    size = value * (1_000 if asked == "year" and value < 1_000 else 1)
    shorter = any(_LONGER.index(asked) < _LONGER.index(name) for name in others)
    return last if others and (size > (found[0].exact or 0) or shorter) else None
