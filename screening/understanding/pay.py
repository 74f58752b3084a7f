"""Reads pay: k, lakh, periods, ranges, currency, the wish rather than the present pay."""

import re
from collections.abc import Mapping
from dataclasses import replace

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.blanking import blanked
from screening.understanding.deferred import deferred
from screening.understanding.durations import tidy
from screening.understanding.figures_borne import not_paid
from screening.understanding.numerals import numbers
from screening.understanding.pay_figures import figures, in_lakh
from screening.understanding.pay_half_days import halves_named, of_whole_days
from screening.understanding.pay_periods import (
    asked_period,
    currency_of,
    in_thousands,
    like_scaled,
    of_fortnight,
    period_behind,
    period_of,
    says_period,
    scaled,
    sensible,
    with_strokes,
)
from screening.understanding.pay_pieces import Piece, by_piece
from screening.understanding.pay_present import asks_present, present
from screening.understanding.pay_raises import raised
from screening.understanding.pay_ranges import (
    both_ends,
    by_shift,
    in_range_asked,
    least_and_hope,
    lower_if,
    middle,
    six,
)
from screening.understanding.pay_refused import LEFT_OVER, REFUSED, unrefused
from screening.understanding.pay_taken import accepted
from screening.understanding.pay_totals import concluded, shared_out, totalled
from screening.understanding.pay_wish import WISH, wished
from screening.understanding.reading import Context, Reading
from screening.understanding.tables import any_of
from screening.understanding.words import Said, flat

_OTHER_AFTER = deferred(
    r"^\s*(?:years?\b(?! salary)|yrs?\b|anos?\b|kids?|months?\b(?! salary)|mos?\b|weeks?\b|wks?\b|days?\b|miles|min\b|mins\b|minutes?|people|dogs|%|percent|am\b|pm\b|st\b|nd\b|rd\b|th\b|jobs|hours a|hrs a|hours (?:per|a) week|hours? (?:shifts?|weeks?)|x\b(?! ?(?:hora|hour|hr|dia|semana))|hijos|hour shift|hrs/|chamac\w*|bocas|kids|children|bills|bedroom|mouths)"
)


_COUNTS_THING = deferred(rf"^\s*{any_of('figures', 'no_pay')}\b(?! (?:shift|night|day))")
_DEPENDS = deferred(
    r"^\W*(?:well |it |that )*(?:depends|depending)\b\W*(?:on |of )?(?:what|whats|how|hows|if|where|who|whether|which|the|cuant|que|si)\b[^,.;:]*$"
)


def read_pay(said: Said, question: Question, context: Context) -> Reading | None:
    """The pay a text asks for."""
    if _DEPENDS.match(said.plain):
        return None
    if piece := by_piece(said.plain):
        whole = read_pay(replace(said, plain=piece.plain), question, context)
        return _times(said, whole, piece) if whole else None
    said = replace(said, plain=_of_shift(with_strokes(not_paid(said.plain)), question, context))
    said = replace(said, plain=halves_named(said.plain, question, context))
    plain = said.plain
    every = of_whole_days(plain, [in_lakh(plain, a) for a in amounts(plain, figures(plain))])
    found = like_scaled(plain, [a for a in every if not _other(plain, a)])
    if counted := _counted(said, every, found, question, context) or _more_by(said, question, context):
        return counted
    if not any(a.bound == "range" or (a.low or 0) >= 100_000 for a in found) and (
        part := middle(said, question, context) or six(said, question)
    ):
        return part
    found = [a for a in found if not (len(found) > 1 and re.match(r"'?s\b", plain[a.end :]))]
    if taken := accepted(said, found, question, context):
        return taken
    return _asked_for(said, found, question, context) if found else in_range_asked(said, question, context)


def _times(said: Said, reading: Reading, piece: Piece) -> Reading:
    """The pay of a whole hour, read of the pay of a piece of it."""
    if not isinstance(reading.value, Mapping):
        return reading
    value = {n: tidy(v * piece.factor) if isinstance(v, (int, float)) else v for n, v in reading.value.items()}
    start = said.raw.index(reading.quote)
    quote = said.raw[start : max(start + len(reading.quote), said.at[piece.end - 1] + 1)]
    return replace(reading, value=value, quote=quote, confidence=min(reading.confidence, 0.8))


_SHIFT_ASKED = deferred(r"\b(?:nights?|overnights?|shifts?|graveyard|weekends?|evenings?|noches?|turnos?)\b")
_SHIFT_RATE = deferred(r"\b(?:day|night|weekend|overnight) (?=rate|pay)")


def _of_shift(plain: str, question: Question, context: Context) -> str:
    """A day rate is that of the shift by day, where the pay of another shift is asked."""
    return blanked(plain, _SHIFT_RATE) if _SHIFT_ASKED.search(flat(question.words(context.language))) else plain


def _counted(
    said: Said, every: list[Amount], found: list[Amount], question: Question, context: Context
) -> Reading | None:
    """Pay that a text works out: what it comes to, so many times a day's, or so much more than another."""
    plain = said.plain
    if (last := concluded(plain, found, question, context)) is not None:
        return _reading(said, last, [last], question, context, asked_period(question, context))
    if each := shared_out(plain, every, question, context):
        return _reading(said, each, [each], question, context, asked_period(question, context))
    if total := totalled(plain, every, question, context):
        return _reading(said, total[0], [total[0]], question, context, total[1])
    more = None if _BY.search(plain) else raised(plain, corrected(plain, found), question, context)
    return _reading(said, more, [more], question, context) if more else None


def _asked_for(said: Said, found: list[Amount], question: Question, context: Context) -> Reading | None:
    """Of the figures named, the one asked for, or from the one to the other."""
    plain = said.plain
    found = _straight(plain, unrefused(plain, corrected(plain, found)))
    found = _of_period(plain, _of_least(plain, found, question, context), question, context)
    if len(found) == 1 and found[0].exact is not None and _DENIED.search(plain[: found[0].start]):
        return None
    asked = flat(question.words(context.language))
    if len(found) == 1 and not asks_present(asked) and (now := present(plain, found[0])):
        if now == "only":
            return None
        found = [found[0].least()]
    least = _ASKS_LEAST.search(asked)
    if ranged := least_and_hope(plain, found) or by_shift(plain, found) or (None if least else both_ends(plain, found)):
        return _reading(said, ranged, found, question, context)
    marked = [a for a in found if a.numbers[0].money]
    amount = wished(plain, marked if len(marked) == 1 and len(plain.split()) > 12 else found)
    return _reading(said, amount, found, question, context)


def _other(plain: str, amount: Amount) -> bool:
    after, before = plain[amount.end :], plain[: amount.start]
    if (
        _FOR_NEEDS.search(before)
        or LEFT_OVER.search(plain[: amount.numbers[0].start])
        or _GIVEN_ONCE.match(after)
        or re.search(r"\b(?:down|up) from\s*\$?$", plain[: amount.numbers[0].start])
    ):
        return True
    if re.match(r"\s*(?:for |on )?days\b", after) and (
        re.search(r"\bnights?\b", plain) or not float(amount.low or amount.high or 0).is_integer()
    ):
        return False
    if _BY_MILE.match(after) or (not amount.bound and REFUSED.search(before)) or _AS_DIGIT.search(before):
        return True
    if re.match(r"[\s-]*(?:figures?|figs)\b", after):
        return True
    top = amount.low if amount.low is not None else amount.high or 0
    if top >= 1_000 and re.match(r"\s*(?:a |per |/)?(?:yrs?|years?)\b", after):
        return False
    if plain[amount.start - 1 : amount.start] in "$£€₹" and amount.start:
        return False
    return (
        bool(_OTHER_AFTER.match(after) or _COUNTS_THING.match(after))
        or bool(re.match(r"^\s*[:/]\d", after))
        or bool(re.search(r"\b(?:im|age)\s$", plain[: amount.start]) and re.match(r"^\s*(?:years|yrs|and\b)", after))
    )


_GIVEN_ONCE = deferred(
    r"^\s*(?:an hour |/hr )?(?:that )?(?:yall|you|u|they|he|she|the ad|yalls) (?:gave|give|paid|offered|had|pay|said|posted|put)\b[^,.;]*\b(?:last time|last year|before|back then|first time|previously|last go)\b"
)
_BY_MILE = deferred(
    r"^\s*(?:cents?\s*)?(?:cpm\b|(?:a|per|every|por|la)\s+(?:loaded |practical )?(?:mile|milla)|/\s*mi(?:le)?\b|on the mile)"
)
_FOR_NEEDS = deferred(r"\benou?gh?t? (?:to|for)\b[^,.;\d]*$")
_AS_DIGIT = deferred(r"\b(?:start\w*|begin\w*) with an? $")


_ASKS_LEAST = deferred(r"\b(?:lowest|minimum|least|bottom|floor|menos|minimo)\b")
_ASKS_NOW = deferred(r"\b(?:do you (?:make|earn|get)|you (?:make|earn|get) now|currently|current (?:pay|rate|salary|wage)|most recent|last job|were you (?:paid|earning|making)|did you (?:make|earn)|ganas|ganabas)\b")  # fmt: skip
_HOPES = deferred(
    r"\b(?:hop(?:e|ing)|ideally|prefer\w*|wish|dream|shoot\w*|rather|want|like|would be nice|espero|ojala)\b"
)


_DENIED = deferred(r"(?<!why )(?<!if )(?<!or )(?<!might )\bnot (?:for )?\$?$")
_WITH_MORE = deferred(
    r"^\s*(?:an hour |/hr )?(?:with|w|counting|including|after) (?:\w+ )?(?:ot|overtime|tips|bonus\w*|per diem|commission|propinas)\b"
)


def _straight(plain: str, found: list[Amount]) -> list[Amount]:
    """`30 with overtime, 20 straight`: the plain pay."""
    return [a for a in found if not _WITH_MORE.match(plain[a.end :])] or found


def _of_least(plain: str, found: list[Amount], question: Question, context: Context) -> list[Amount]:
    """Where the least is asked, not what is hoped for besides ("20 minimum, hoping for 23")."""
    asked = flat(question.words(context.language))
    if len(found) > 1 and _ASKS_NOW.search(asked):
        starts = [0, *(a.end for a in found)]
        return [a for a, start in zip(found, starts, strict=False) if not WISH.search(plain[start : a.start])] or found
    if len(found) < 2 or not _ASKS_LEAST.search(asked):
        return found
    ends = [*(a.start for a in found[1:]), len(plain)]
    lowest = [a for a, end in zip(found, ends, strict=True) if _LOWEST.match(plain[a.end : max(a.end, end)])] or [
        a for a in found if a.bound == "least"
    ]
    if len(lowest) == 1:
        return lowest
    if lower := lower_if(plain, found):
        return lower
    starts = [0, *(a.end for a in found)]
    return [a for a, start in zip(found, starts, strict=False) if not _HOPES.search(plain[start : a.start])] or found


_LOWEST = deferred(r"^[^,.;\d]{0,24}\b(?:rock bottom|bottom|floor|lowest|minimum|least|bare min|minimo)\b")


def _of_period(plain: str, found: list[Amount], question: Question, context: Context) -> list[Amount]:
    """`75 an hour or 550 a day`: the one in the period asked."""
    named = [(a, period_behind(plain, a)) for a in found]
    if len({period for _, period in named if period}) < 2:
        return found
    asked = asked_period(question, context)
    return [a for a, period in named if period == asked] or found


_BY = deferred(
    r"(?P<more>\$?\d{1,2}(?:\.\d\d)?k?|a dollar|a buck|one|two|three|four|five)\s*(?:dollars?|bucks?)?\s+(?:more|over|above|mas)\s+(?:than|de|que|what|from)?\b[^.\d]{0,30}?\$?(?P<base>\d{1,3}(?:\.\d{1,2})?)(?P<k>k)?\b"
)


def _more_by(said: Said, question: Question, context: Context) -> Reading | None:
    """`2 more than the 21 i make now`."""
    match = _BY.search(said.plain)
    if match is None:
        return None
    more = numbers(match["more"])
    base, step = float(match["base"]), more[0].value if more else 1.0
    total = step + base * (1_000 if match["k"] or step >= 1_000 > base else 1)
    amount = Amount(low=total, high=total, start=match.start(), end=match.end(), numbers=tuple(numbers(match["base"])))
    return _reading(said, amount, [amount], question, context)


def _reading(
    said: Said, amount: Amount, found: list[Amount], question: Question, context: Context, known: str = ""
) -> Reading | None:
    plain = said.plain
    period, named = (known, True) if known else period_of(plain, amount, question, context)
    if of_fortnight(plain, amount):
        amount, period, named = amount.times(0.5), "week", True
    amount = scaled(amount, period, named=named)
    if (not named or not period_behind(plain, amount)) and question.range is None:
        period = sensible(amount, period)
        if not named and not says_period(question, context) and in_thousands(plain, amount):
            amount, period = amount.times(1_000), "year"
    if not _plausible(amount, period, question) or _out_of_scale(plain, amount, period):
        return None
    value: dict[str, object] = {}
    if amount.exact is not None:
        value["amount"] = tidy(amount.exact)
    else:
        value |= {name: tidy(v) for name, v in (("min", amount.low), ("max", amount.high)) if v is not None}
    value["period"] = period
    if currency := currency_of(plain, question, context):
        value["currency"] = currency
    sure = 0.95 if len(found) == 1 else 0.8
    return Reading(value=value, quote=_quote(said, amount), confidence=sure, rule="pay.figure")


_OVER = deferred(r"^\W*(?:cents? |dollars? |bucks? )?(?:an hour )?(?:over|above|more|mas|raise|extra)\b")


def _out_of_scale(plain: str, amount: Amount, period: str) -> bool:
    """Whether nobody earns so much or so little in that time: 5 a year, half a dollar an hour over something."""
    top = amount.high if amount.high is not None else amount.low or 0
    least = {"year": 100, "month": 100, "week": 20, "day": 10}.get(period, 0)
    return top < least or top == 0 or (period == "hour" and top < 7 and bool(_OVER.search(plain[amount.end :])))


def _quote(said: Said, amount: Amount) -> str:
    start, end = amount.start, amount.end
    if start and said.plain[start - 1] in "$£€₹":
        start -= 1
    unit = re.match(r"\s*(?:k\b)?\s*(?:an|per|/|a)?\s*(?:hour|hr|h|year|yr|week|wk|month|day)\b", said.plain[end:])
    return said.quote(start, end + (unit.end() if unit else 0))


def _plausible(amount: Amount, period: str, question: Question) -> bool:
    if not question.range or period != (question.period or period):
        return True
    low, high = question.range
    return all(low <= v <= high for v in (amount.low, amount.high) if v is not None)
