"""Pay said as a part of a range: mid 70s, six figures, the top of what the question offers."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.durations import tidy
from screening.understanding.pay_periods import asked_period, currency_of, period_of
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_MID = re.compile(
    r"\b(?P<where>low|lower|mid|middle|high|upper)\s*-?\s*(?:to (?P<where2>mid|high|upper)\s*-?\s*)?(?:the )?[$£€]?(?P<tens>\d0|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)'?(?P<scale>k?)'?s\b|\b(?P<where3>low|lower|mid|middle|high|upper) (?P<words>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_DECADES = dict(
    teens=10, twenties=20, thirties=30, forties=40, fifties=50, sixties=60, seventies=70, eighties=80, nineties=90
)
_SIX_FIGURES = re.compile(r"\b(?:low |mid )?(?:six|6)[- ]?(?:figures?|figs)\b")


def middle(said: Said, question: Question, context: Context) -> Reading | None:
    """`mid 70s`, `high twenties`."""
    match = _MID.search(said.plain)
    if not match:
        return None
    word = match["tens"] or match["words"]
    tens = float(_DECADES.get(word, 0) or word)
    where = match["where"] or match["where3"]
    lows = {"low": (0, 3), "lower": (0, 3), "mid": (3, 7), "middle": (3, 7), "high": (7, 9), "upper": (7, 9)}
    lows = (
        {"low": (2, 4), "lower": (2, 4), "mid": (4, 6), "middle": (4, 6), "high": (8, 9), "upper": (8, 9)}
        if word == "teens"
        else lows
    )
    low, high = lows[where]
    if match["where2"]:
        high = lows[match["where2"]][1]
    period, _ = period_of(
        said.plain, Amount(low=tens, high=tens, start=match.start(), end=match.end(), numbers=()), question, context
    )
    factor = 1_000 if match["scale"] or period == "year" else 1
    period = "year" if match["scale"] else period
    value: dict[str, object] = {"min": int((tens + low) * factor), "max": int((tens + high) * factor), "period": period}
    if currency := currency_of(said.plain, question, context):
        value["currency"] = currency
    return Reading(value=value, quote=said.quote(match.start(), match.end()), confidence=0.8, rule="pay.middle")


def six(said: Said, question: Question) -> Reading | None:
    match = _SIX_FIGURES.search(said.plain)
    if not match:
        return None
    return Reading(
        value={"min": 100_000, "period": "year"} | ({"currency": question.currency} if question.currency else {}),
        quote=said.quote(match.start(), match.end()),
        confidence=0.8,
        rule="pay.six_figures",
    )


_WHERE_IN_RANGE = re.compile(
    r"\b(?:(?P<top>(?:the )?(?:very )?(?:top|max(?:imum)?|high(?:er|est)?(?: end| side)?|upper end|arriba|lo mas alto)\b)|(?P<middle>(?:the )?(?:middle|mid ?(?:range|point|way)?|halfway|in between|en medio)\b)|(?P<low>(?:the )?(?:bottom|low(?:er|est)?(?: end| side)?|minimum|start of it)\b))"
)
_RANGE_ASKED = re.compile(r"\$?(?P<low>\d+(?:\.\d+)?)k?\s*(?:-|to|and|a)\s*\$?(?P<high>\d+(?:\.\d+)?)(?P<hk>k)?")


def in_range_asked(said: Said, question: Question, context: Context) -> Reading | None:
    """`top of it`, `the middle`, of the range a question states."""
    asked = _RANGE_ASKED.search(flat(question.words(context.language)))
    where = _WHERE_IN_RANGE.search(said.plain)
    if asked is None or where is None or re.search(r"\b(?:not|no|above|over|more|higher than)\b", said.plain):
        return None
    thousand = 1_000 if asked["hk"] else 1
    low, high = float(asked["low"]) * thousand, float(asked["high"]) * thousand
    amount = high if where["top"] else low if where["low"] else (low + high) / 2
    return Reading(
        value={"amount": tidy(amount), "period": asked_period(question, context)},
        quote=said.quote(*where.span()),
        confidence=0.75,
        rule="pay.of_range",
    )
