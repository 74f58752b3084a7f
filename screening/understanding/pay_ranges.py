"""Pay said as a part of a range: mid 70s, six figures, the top of what the question offers."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.durations import tidy
from screening.understanding.number_parts import Part, parts_of
from screening.understanding.numerals import numbers
from screening.understanding.pay_periods import asked_period, currency_of, period_of, says_period
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_MID = re.compile(
    r"\b(?P<where>low|lower|mid|middle|high|upper)\s*-?\s*(?:(?:to|or)\s*-?\s*(?P<where2>mid|high|upper)\s*-?\s*)?(?:the )?[$£€]?(?P<tens>\d0|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)'?(?P<scale>k?)'?s\b|\b(?P<where3>low|lower|mid|middle|high|upper)(?:(?: to | or |-to-|-)(?P<where4>mid|high|upper))?[ -](?P<words>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_DECADES = dict(
    teens=10, twenties=20, thirties=30, forties=40, fifties=50, sixties=60, seventies=70, eighties=80, nineties=90
)
_SIX_FIGURES = re.compile(r"\b(?:low |mid )?(?:six|6)[- ]?(?:figures?|figs)\b")


_FROM_TENS = re.compile(
    r"\b(?:the )?(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s) (?:to|-|or|up to) (?:the )?\$?(?P<top>\d{2,3}|[a-z]+)\b"
)


def middle(said: Said, question: Question, context: Context) -> Reading | None:
    """`mid 70s`, `high twenties`."""
    both = _FROM_TENS.search(said.plain)
    if both and not _MID.match(said.plain, both.start("top")):
        return _from_tens(said, both, question, context)
    match = _MID.search(said.plain)
    if not match:
        return None
    tens, low, high = _part(match)
    top, end = tens + high, match.end()
    then = _MID.match(said.plain, link.end()) if (link := _UP_TO.match(said.plain, end)) else None
    if then and tens < _part(then)[0] <= max(20, 1.5 * tens):
        top, end = sum(_part(then)[::2]), then.end()
    spot = Amount(low=tens, high=tens, start=match.start(), end=end, numbers=())
    period, _ = period_of(said.plain, spot, question, context)
    high_up = tens >= 40 and not says_period(question, context)
    factor = 1_000 if match["scale"] or period == "year" or high_up else 1
    period = "year" if match["scale"] or high_up else period
    value: dict[str, object] = {"min": int((tens + low) * factor), "max": int(top * factor), "period": period}
    if currency := currency_of(said.plain, question, context):
        value["currency"] = currency
    return Reading(value=value, quote=said.quote(match.start(), end), confidence=0.8, rule="pay.middle")


_UP_TO = re.compile(r"\s*(?:to|-|or|up to|maybe)\s*(?:the |maybe )?")
_PARTS = {"low": (0, 3), "lower": (0, 3), "mid": (4, 6), "middle": (4, 6), "high": (7, 9), "upper": (7, 9)}
_PARTS_OF_TEENS = {"low": (2, 4), "lower": (2, 4), "mid": (4, 6), "middle": (4, 6), "high": (8, 9), "upper": (8, 9)}


def _part(match: "re.Match[str]") -> tuple[float, int, int]:
    """The tens named, and the first and the last of the ones meant."""
    word = match["tens"] or match["words"]
    parts = _PARTS_OF_TEENS if word == "teens" else _PARTS
    low, high = parts[match["where"] or match["where3"]]
    if then := match["where2"] or match["where4"]:
        low, high = (5 if low == 4 else low), parts[then][1]
    return float(_DECADES.get(word, 0) or word), low, high


def _from_tens(said: Said, match: "re.Match[str]", question: Question, context: Context) -> Reading | None:
    """`the seventies to 80`."""
    word = match["tens"]
    low = float(_DECADES.get(word, 0) or word.rstrip("s"))
    top = numbers(match["top"])
    spot = Amount(low=low, high=low, start=match.start(), end=match.end(), numbers=())
    period, _ = period_of(said.plain, spot, question, context)
    if not top or not low < top[0].value <= 2 * low:
        return None
    period = "year" if low >= 40 and not says_period(question, context) else period
    factor = 1_000 if period == "year" else 1
    value = {"min": int(low * factor), "max": int(top[0].value * factor), "period": period}
    return Reading(value=value, quote=said.quote(*match.span()), confidence=0.75, rule="pay.middle")


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


_SHIFT = re.compile(
    r"\b(?:(?:si es|si|de|en|por|la|el|if its|if) )*(?:days?|nights?|weekdays?|weekends?|mornings?|evenings?|swings?|graveyard|overnights?|(?:first|second|third|1st|2nd|3rd) shift|am|pm|(?:on|for|if) (?:an? |the )?[a-z]+|noche|dia|fin de semana|turno \w+)\b"
)
_APPLYING = re.compile(
    r"\b(?:im|i am|id be|ill be|applying|want|prefer|looking (?:at|for)|doing|on)\W+(?:applying |looking |going |here )?(?:for |on |at )?(?:the )?(?P<which>days?|nights?|weekends?|(?:first|second|third|1st|2nd|3rd) shift|overnights?)\b"
)


def by_shift(plain: str, found: list[Amount]) -> Amount | None:
    """`17 days 18.50 nights`: from the one to the other, or the one of the shift applied for."""
    if len(found) != 2 or found[0].exact is None or found[1].exact is None:
        return None
    gap, after = plain[found[0].end : found[1].start], plain[found[1].end :]
    labels = (_SHIFT.match(gap.strip(" ,./")), _SHIFT.match(after.strip(" ,./")))
    low, high = sorted((found[0].exact, found[1].exact))
    if not (labels[0] and labels[1]) or labels[0].group() == labels[1].group() or high > 1.5 * low or low == high:
        return None
    chosen = _APPLYING.search(after[labels[1].end() :])
    if chosen:
        return next((a for a, m in zip(found, labels, strict=True) if m and chosen["which"][:3] in m.group()), None)
    return Amount(low=low, high=high, start=found[0].start, end=found[1].end, numbers=found[0].numbers, bound="range")


_HOPED = re.compile(
    r"\b(?:would be|wouldbe|ideal\w*|hop(?:e|ing)|great|nice|perfect|awesome|dream|prefer\w*|estaria|ojala|seria)\b"
)


_DOWN = re.compile(r"\b(?:but|come down|go down|down to|drop|flex\w*|negotia\w*|wiggle|could do|can do|settle)\b")


_WORKS = re.compile(
    r"\s*(?:an hour|/hr|k)?\s*(?:would |could |will |is |be |d |ll )*(?:works?|ok\w*|fine|doable|do|good|acceptable)\b"
)


def _down_to(plain: str, found: list[Amount]) -> Amount | None:
    """`120k but no less than 110`: from the least to what is asked."""
    if len(found) != 2 or found[0].exact is None or not found[1].low:
        return None
    if found[1].bound != "least" and not (found[1].exact and _WORKS.match(plain[found[1].end :])):
        return None
    if re.search(
        r"\b(?:heard|says?|said|paid|was|were|made|make|making|get|getting|got|last|used to|at|gano|ganaba|pagan|pagaban)\b",
        plain[: found[0].start],
    ):
        return None
    near = found[1].low < found[0].exact <= 1.4 * found[1].low
    if not near or not _DOWN.search(plain[found[0].end : found[1].start + 1]):
        return None
    return Amount(low=found[1].low, high=found[0].exact, start=found[0].start, end=found[1].end, numbers=found[0].numbers, bound="range")  # fmt: skip


def least_and_hope(plain: str, found: list[Amount]) -> Amount | None:
    """`68 min and 72 would be great`: from the one to the other."""
    least = [a for a in found if a.bound == "least" and a.low is not None]
    spans = [a for a in found if a.bound == "range"]
    if len(spans) == 1 and least and all(a.low == spans[0].low for a in least):
        return spans[0]
    if down := _down_to(plain, found):
        return down
    hoped = [a for a in found if a.exact is not None and _HOPED.search(plain[a.end : a.end + 24])]
    if (
        len(least) != 1
        or len(hoped) != 1
        or not (least[0].low or 0) < (hoped[0].exact or 0) <= 1.5 * (least[0].low or 0)
    ):
        return None
    first, last = sorted((least[0], hoped[0]), key=lambda a: a.start)
    return Amount(low=least[0].low, high=hoped[0].exact, start=first.start, end=last.end, numbers=least[0].numbers + hoped[0].numbers, bound="range")  # fmt: skip


_LOW_END = re.compile(r"\b(?:low(?:er|est)?(?: end| side)?|bottom(?: end)?|floor|minimum|min|least|minimo|el piso)\b")
_HIGH_END = re.compile(
    r"\b(?:high(?:er|est)?(?: end| side)?|top(?: end)?|upper end|ceiling|maximum|max|tops|maximo|el techo)\b"
)

_TOLD_OF = re.compile(
    r"\b(?:was|were|made|paid|used to|week|weeks|month|gano|ganaba|pagaban)\b(?<!a week)(?<!per week)(?<!a month)"
)


def both_ends(plain: str, found: list[Amount]) -> Amount | None:
    """`low end 52, high end 57`: from the one to the other."""
    if len(found) != 2 or _TOLD_OF.search(plain):
        return None
    ends = sorted(parts_of(plain, found), key=lambda part: part.amount.low or part.amount.high or 0)
    low, high = ((part.amount.low or part.amount.high or 0) for part in ends)
    if not (low < high <= 2 * low and _LOW_END.search(_whole(plain, ends[0]))):
        return None
    if not _HIGH_END.search(_whole(plain, ends[1])) or _LOW_END.search(ends[1].label):
        return None
    first, last = found
    return Amount(low=low, high=high, start=first.start, end=last.end, numbers=first.numbers + last.numbers, bound="range")  # fmt: skip


def _whole(plain: str, part: Part) -> str:
    """The words of a part, with those of the amount itself ("52 minimum")."""
    return f"{part.before} {plain[part.amount.start : part.amount.end]} {part.after}"


_LIGHTLY = re.compile(
    r"\W*(?:an hour|/hr|la hora)?\W*(?:(?:or|but|maybe|and|id|ill|i|would|could|can|might|go|do|take|drop|down|to|pero|o|even|just|quizas?)\W+)*\$?"
)
_IF = re.compile(r"\s*(?:an hour|/hr|la hora)?\s*(?:if|for|when|with|w/?|on|si|con|por)\b")


def lower_if(plain: str, found: list[Amount]) -> list[Amount]:
    """`20, 19 if its close`: the lower one, where the least is asked."""
    if len(found) != 2 or found[0].exact is None or found[1].exact is None:
        return []
    near = 0.7 * found[0].exact <= found[1].exact < found[0].exact
    plainly = _LIGHTLY.fullmatch(plain, found[0].end, found[1].start) and _IF.match(plain, found[1].end)
    return found[1:] if near and plainly and not _IF.match(plain, found[0].end) else []


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
