"""A choice among figures or spans of them: 18 months of 1-2 years, 10s or 12s, 7 to 3:30 of 8 hours."""

import itertools
import re
from collections.abc import Mapping

from screening.scripts.script import Kind, Question
from screening.understanding.amounts import Amount, amounts
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_hours import RANGE, halves
from screening.understanding.choice_options import Offered
from screening.understanding.durations import YEARS
from screening.understanding.number import read_number
from screening.understanding.number_units import unit_of
from screening.understanding.numeral_words import Number
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Value
from screening.understanding.words import Said, flat

_FIGURE = re.compile(
    r"^(?:(?:less|more|over|under|up|below|above|at least) (?:than |to )?)?\$?\d(?!\d?(?:st|nd|rd|th)\b)"
)
_NAMED_UNIT = re.compile(r"\b(?:year|month|week|day|hour|mile)")
Span = tuple[Offered, Amount]


def counted(options: tuple[Offered, ...]) -> bool:
    """Whether the options are figures or spans of them (`1-2 years`, `8am`), so that a number names one."""
    return sum(bool(_FIGURE.match(o.name)) and not re.search(r"\d\s*[ap]\.?m\b|\d ?(?:ft|foot|x\d)", o.name) for o in options) >= 2  # fmt: skip


def by_figure(said: Said, options: tuple[Offered, ...], question: Question, context: Context) -> list[Hit]:
    """The option that holds the number said, in the options' own unit; none where two would do."""
    units = [m.group() if (m := _NAMED_UNIT.search(o.name)) else "" for o in options]
    unit = "year" if "year" in units else next((u for u in units if u), "") or unit_of(question, context)
    spans = [
        (o, found[0].times(YEARS[u] / YEARS[unit] if u in YEARS and unit in YEARS else 1.0))
        for o, u in zip(options, units, strict=True)
        if (found := amounts(o.name))
    ]
    if bounded := _bounded(said.plain, spans):
        return bounded
    if lasting := _length(said.plain, spans, unit):
        return lasting
    if several := _several(said.plain, spans):
        return several
    asked = Question(key="q", kind=Kind.NUMBER, ask={"en": ""}, criterion="q", unit=unit)
    reading = read_number(said, asked, context)
    if reading is None:
        return []
    low, high = _ends(reading.value)
    at = max(said.plain.find(flat(reading.quote)), 0)
    fits = _fitting(spans, low, high)
    if not fits and low == 0:
        fits = [o for o in options if o.nothing]
    return [Hit(o.index, at, at + len(flat(reading.quote)), 0.88, "choice.figure") for o in fits] if len(fits) == 1 else []  # fmt: skip


def _fitting(spans: list[Span], low: float | None, high: float | None) -> list[Offered]:
    """The options whose span holds the amount; of several the one that fits closest."""
    fits = [
        (o, a)
        for o, a in spans
        if (low is None or ((a.low or 0) <= low and (a.high is None or low <= a.high)))
        and (high is None or ((a.high is None or high <= a.high) and (a.low or 0) <= high))
    ]
    lowest = min((a.high for _, a in fits if a.high is not None), default=None)
    for closer in (
        lambda o, a: (a.high is None) == (high is None),
        lambda o, a: high is not None and not re.match(r"(?:more|over|less|under)\b", o.name),
        lambda o, a: a.low == low,
        lambda o, a: a.low is None and a.high == lowest,
    ):
        if len(fits) > 1:
            fits = [(o, a) for o, a in fits if closer(o, a)] or fits
    return [o for o, _ in fits]


_UNDER = re.compile(r"\b(?:any\w*|every\w*|all|as long as its|long as its|less) .{0,20}?(?P<side>under|below|less than|lower than|shorter than|over|above|more than|past|longer than)\s+$|\b(?P<none>nothing|not|no) (?P<most>over|above|more than|past|longer than|under|below|less than|shorter than)\s+(?:about )?$")  # fmt: skip


def _bounded(plain: str, spans: list[Span]) -> list[Hit]:
    """Of plain figures those on one side of a figure (`anything under twelve`, `nothing over 10`)."""
    if any(a.exact is None for _, a in spans):
        return []
    for number in numbers(plain):
        match = _UNDER.search(plain[: number.start])
        if match is None:
            continue
        low = (match["side"] or match["most"]) in ("under", "below", "less than", "lower than", "shorter than")
        keeps = low != bool(match["none"])
        least = bool(match["none"])
        fits = [
            o
            for o, a in spans
            if (a.low or 0) == number.value * least
            or ((a.low or 0) < number.value if keeps else (a.low or 0) > number.value)
        ]
        if 0 < len(fits) < len(spans):
            return [Hit(o.index, number.start, number.end, 0.78, "choice.bound") for o in fits]
    return []


def _several(plain: str, spans: list[Span]) -> list[Hit]:
    """`10s or 12s`, `a week or two`: figures that are joined, each an option of its own."""
    found = [n for n in numbers(plain) if not n.money]
    if plain.startswith(("a week or", "week or", "a month or", "month or")) and len(found) in (1, 2):
        found = [Number(1, 0, 4, 1, True), found[-1]]
    if not 2 <= len(found) <= 3 or any(a.exact is None for _, a in spans if a.high is not None):
        return []
    gaps = [plain[a.end : b.start] for a, b in itertools.pairwise(found)]
    if not all(
        re.fullmatch(r"(?:s|ths?|hrs?|hours?|h|weeks?)?\s*(?:or|and|&|,|/|y|o|n)+\s*(?:the |las |de )?", gap)
        for gap in gaps
    ):
        return []
    hits = [Hit(o.index, n.start, n.end, 0.85, "choice.figure") for n in found for o, a in spans if a.exact == n.value]
    return hits if len({h.index for h in hits}) == len(found) else []


_TIMES = re.compile(r"\b(?:\d|one|two|three|four|five|six|seven|cuatro|cinco|tres)\s*(?:x\s*|days? (?:of |at )?)?(?P<h>8|10|12|eights?|tens?|twelves?)(?:s|'s)?\b(?! ?(?:am|pm|lbs?|years|miles))")  # fmt: skip
_WORDS = {"eight": 8.0, "ten": 10.0, "twelve": 12.0}


def _length(plain: str, spans: list[Span], unit: str) -> list[Hit]:
    """The length of a shift among lengths: `7p to 7a`, `four tens`."""
    lengths = {a.exact: o for o, a in spans if a.exact is not None}
    if unit != "hour" or not lengths or not all(4 <= hours <= 16 for hours in lengths):
        return []
    if match := _TIMES.search(plain):
        hours = _WORDS.get(match["h"].rstrip("s")) or float(match["h"])
        return [Hit(lengths[hours].index, *match.span(), 0.85, "choice.figure")] if hours in lengths else []
    match = RANGE.search(plain)
    ends = halves(match) if match else []
    near = {lengths[h] for first, last in ends for h in lengths if 0 <= last - first - h <= 0.6}
    return [Hit(o.index, *match.span(), 0.8, "choice.figure") for o in near] if match and len(near) == 1 else []


def _ends(value: Value) -> tuple[float | None, float | None]:
    """The least and the most that a number's reading allows."""
    if isinstance(value, Mapping):
        return value.get("min"), value.get("max")
    return (float(value), float(value)) if isinstance(value, int | float) else (None, None)
