"""Reads pay: k, lakh, periods, ranges, currency, the wish rather than the present pay."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.durations import tidy
from screening.understanding.numerals import numbers
from screening.understanding.pay_figures import figures, in_lakh
from screening.understanding.pay_periods import (
    FORTNIGHT,
    asked_period,
    currency_of,
    period_behind,
    period_of,
    scaled,
    sensible,
)
from screening.understanding.pay_ranges import in_range_asked, middle, six
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_NOW = re.compile(
    r"\b(?:make|makin|making|making|made|get|getting|earn|earning|earned|currently|current|now|rn|atm|paid|pays?|paying|was on|am on|im on|im at|i am at|used to|last (?:job|place|one|gig|role)|old job|previous\w*|present\w*|right now|gano|ganaba|ganando|actual\w*|ahora|started at|base was|before|at the moment|today|they give|gave|offered|me pagan|pagaban)\b"
)
_WISH = re.compile(
    r"\b(?:want|wanted|wanting|wants|need|needs|needing|hop(?:e|ing)|look(?:ing)?|lookin|seeking|ask(?:ing)?|expect\w*|would like|like to (?:make|get|be|see)|id like|prefer\w*|ideal\w*|target\w*|aim\w*|shoot\w*|minimum|at least|deserve|worth|take|accept|happy with|ok with|fine with|good with|go for|move|switch|leave|id do|would do|desired|goal|quiero|quisiera|busco|espero|necesito|pido|me gustaria|aceptaria|settle|require|closer to|somewhere|do it for|wouldnt|wont|for this|this role|this job|this one|come for|start at|starting)\b"
)
_OTHER_AFTER = re.compile(
    r"^\s*(?:years?\b(?! salary)|yrs?\b|anos?\b|kids?|months?\b(?! salary)|weeks?\b|days?\b|miles|min\b|mins\b|minutes?|people|dogs|%|percent|am\b|pm\b|st\b|nd\b|rd\b|th\b|jobs|hours a|hrs a|hours (?:per|a) week|hours? (?:shifts?|weeks?)|x\b(?! ?(?:hora|hour|hr|dia|semana))|hijos|hour shift|hrs/|chamac\w*|bocas|kids|children|bills|bedroom|mouths)"
)


def read_pay(said: Said, question: Question, context: Context) -> Reading | None:
    """The pay a text asks for."""
    plain = said.plain
    found = [in_lakh(plain, a) for a in amounts(plain, figures(plain)) if not _other(plain, a)]
    if whole := _more_by(said, question, context):
        return whole
    if not any(a.bound == "range" or (a.low or 0) >= 100_000 for a in found) and (
        part := middle(said, question, context) or six(said, question)
    ):
        return part
    found = [a for a in found if not (len(found) > 1 and re.match(r"'?s\b", plain[a.end :]))]
    if not found:
        return in_range_asked(said, question, context)
    found = _of_period(plain, _of_least(plain, corrected(plain, found), question, context), question, context)
    if len(found) == 1 and (present := _present(plain, found[0])):
        if present == "only":
            return None
        found = [found[0].least()]
    marked = [a for a in found if a.numbers[0].money]
    amount = _wish(plain, marked if len(marked) == 1 and len(plain.split()) > 12 else found)
    return _reading(said, amount, found, question, context)


def _other(plain: str, amount: Amount) -> bool:
    after, before = plain[amount.end :], plain[: amount.start]
    if _BY_MILE.match(after) or (not amount.bound and _REFUSED.search(before)) or _AS_DIGIT.search(before):
        return True
    if re.match(r"[\s-]*(?:figures?|figs)\b", after):
        return True
    top = amount.low if amount.low is not None else amount.high or 0
    if top >= 1_000 and re.match(r"\s*(?:a |per |/)?(?:yrs?|years?)\b", after):
        return False
    if plain[amount.start - 1 : amount.start] in "$£€₹" and amount.start:
        return False
    return (
        bool(_OTHER_AFTER.match(after))
        or bool(re.match(r"^\s*[:/]\d", after))
        or bool(re.search(r"\b(?:im|age)\s$", plain[: amount.start]) and re.match(r"^\s*(?:years|yrs|and\b)", after))
    )


_BY_MILE = re.compile(
    r"^\s*(?:cents?\s*)?(?:cpm\b|(?:a|per|every|por|la)\s+(?:loaded |practical )?(?:mile|milla)|/\s*mi(?:le)?\b|on the mile)"
)
_REFUSED = re.compile(
    r"\b(?:wouldnt|wont|not|never|aint|cant)\s+(?:even )?(?:get(?:ting)? (?:out of|outta) bed|getting up|get up|work|working|do it|come in|leave|leaving|move)(?: \w+)? for\s+(?:less than |under )?\$?$"
)
_AS_DIGIT = re.compile(r"\b(?:start\w*|begin\w*) with an? $")


_ASKS_LEAST = re.compile(r"\b(?:lowest|minimum|least|bottom|floor|menos|minimo)\b")
_ASKS_NOW = re.compile(r"\b(?:do you (?:make|earn|get)|you (?:make|earn|get) now|currently|current (?:pay|rate|salary|wage)|most recent|last job|were you (?:paid|earning|making)|did you (?:make|earn)|ganas|ganabas)\b")  # fmt: skip
_HOPES = re.compile(
    r"\b(?:hop(?:e|ing)|ideally|prefer\w*|wish|dream|shoot\w*|rather|want|like|would be nice|espero|ojala)\b"
)


def _of_least(plain: str, found: list[Amount], question: Question, context: Context) -> list[Amount]:
    """Where the least is asked, not what is hoped for besides ("20 minimum, hoping for 23")."""
    asked = flat(question.words(context.language))
    if len(found) > 1 and _ASKS_NOW.search(asked):
        starts = [0, *(a.end for a in found)]
        return [a for a, start in zip(found, starts, strict=False) if not _WISH.search(plain[start : a.start])] or found
    if len(found) < 2 or not _ASKS_LEAST.search(asked):
        return found
    starts = [0, *(a.end for a in found)]
    return [a for a, start in zip(found, starts, strict=False) if not _HOPES.search(plain[start : a.start])] or found


def _of_period(plain: str, found: list[Amount], question: Question, context: Context) -> list[Amount]:
    """`75 an hour or 550 a day`: the one in the period asked."""
    named = [(a, period_behind(plain, a)) for a in found]
    if len({period for _, period in named if period}) < 2:
        return found
    asked = asked_period(question, context)
    return [a for a, period in named if period == asked] or found


def _wish(plain: str, found: list[Amount]) -> Amount:
    """The amount wished for, where the present pay is named too."""
    if len(found) == 1:
        return found[0]
    scored = [(_weight(plain, found, index), -index, amount) for index, amount in enumerate(found)]
    return max(scored, key=lambda item: item[:2])[2]


_REALLY = re.compile(
    r"\b(?:but|pero)\s+(?:honestly|really|actually|i know|realistically|truthfully|la verdad)\b[^.;]{0,20}$"
)
_OTHERS_SAY = re.compile(
    r"\b(?:my \w+|he|she|they|indeed|google|glassdoor|zip ?recruiter|the ad|the listing|somebody|people|friend|ex|told (?:him|her|them)|i told \w+) ?(?:said|says?|told me|told|thinks?|asks?(?: for)?|say ask(?: for)?|said ask(?: for)?|wanted|wants)?\b(?: (?:ask|to ask))?(?: for)?\s*\$?$"
)
_ENDED = re.compile(r"\b(?:topped out|ended(?: up)?|left|final\w*|finish\w*|sali|termine|last raise|got (?:up|bumped) to|up to)\s+(?:\w+\s+){0,2}\$?$")  # fmt: skip
_BEGAN = re.compile(r"\b(?:hired(?: on)?|started(?: out| off)?|began|entre|empece|came in|brought me (?:on|in))\s+(?:\w+\s+){0,2}\$?$")  # fmt: skip


def _weight(plain: str, found: list[Amount], index: int) -> int:
    start = found[index - 1].end if index else 0
    end = found[index + 1].start if index + 1 < len(found) else len(plain)
    before, after = plain[start : found[index].start], plain[found[index].end : end]
    after = re.split(r",|\.|;|\bbut\b|\band\b|\bso\b|\bpero\b", after)[0]
    before = re.split(r"[,.;]|\b(?:but|so|pero|asi que|entonces|pues)\b", before)[-1]
    score = 3 * bool(index and _REALLY.search(plain[start : found[index].start])) - 3 * bool(_OTHERS_SAY.search(before))
    score += 2 * bool(_ENDED.search(before)) - 2 * bool(_BEGAN.search(before))
    score += bool(index) * 2 * any(a.exact is not None and a.exact == found[index].exact for a in found[:index])
    score += 3 * bool(_WISH.search(before)) + bool(_WISH.search(after)) + bool(found[index].bound in ("least", "most"))
    if index and re.search(
        r"\b(?:so|asi que|entonces|then|id say|lets say|call it)\s+(?:\w+\s+){0,6}$",
        plain[start : found[index].start],
    ):
        score += 3
    score -= 2 * bool(index and not before.strip(" &") and _NOW.search(plain[:start]))
    score -= 2 * bool(_NOW.search(before)) + 2 * bool(_NOW.search(after))
    if re.search(r"\b(?:now|currently|before|at the moment|rn|last|used to|was)\b", after):
        score -= 2
    return score + (1 if found[index].numbers[0].money else 0)


_MORE = re.compile(
    r"\b(?:more|higher|better|(?<!no )raise|above that|over that|beat that|at least that|no less|mas que eso|mejor)\b"
)
_SAME = re.compile(r"\b(?:match|same|stay|keep|around (?:that|there)|that (?:is|works)|lo mismo|igual)\b")
_PRESENT = re.compile(
    r"\b(?:(?:i|im|ive|i am|been|currently|now|they|me|already|still|right now im|job|place|boss)\s+(?:\w+\s+){0,3}?(?:make|making|makin|get|getting|got me|have me|got|earn|earning|paid|pay|pays|paying|at|on|gano|ganando|pagan))\s+(?:\w+\s+){0,2}?\$?$|\b(?:getting|making|earning|currently (?:at|on)?|gano|me pagan|what i make now|current(?:ly)?(?: pay| rate)? is)\W+(?:\w+\s+){0,2}?\$?$"
)


def _present(plain: str, amount: Amount) -> str:
    """`only` where nothing but the present pay is named, `more` where more than that is wanted."""
    before, after = plain[: amount.start], plain[amount.end :]
    before = re.split(r"[;.]|\b(?:but|so)\b", before)[-1]
    now = re.search(
        r"\b(?:now|rn|currently|at the moment|right now|today|ahora|actualmente|over here|presently)\b",
        before + " " + after,
    )
    told = re.match(
        r"\s*(?:an? \w+ |per \w+ )?(?:is|was|es) (?:what (?:i|they)|lo que|my current|where im)\b", plain[amount.end :]
    )
    if not told and not _PRESENT.search(before) and not re.search(r"\bi (?:make|get|earn) now\b", before):
        return ""
    if _MORE.search(after) or _MORE.search(before):
        return "more"
    if _WISH.search(after) or _SAME.search(after) or _WISH.search(before) or amount.bound:
        return ""
    return "only" if now or re.search(r"\b(?:got|have) me (?:at|on)\b|\bgano\b|\bme pagan\b", before) else ""


_BY = re.compile(
    r"(?P<more>\$?\d{1,2}(?:\.\d\d)?|a dollar|a buck|one|two|three|four|five)\s*(?:dollars?|bucks?)?\s+(?:more|over|above|mas)\s+(?:than|de|que|what|from)?\b[^.\d]{0,30}?\$?(?P<base>\d{1,3}(?:\.\d{1,2})?)\b"
)


def _more_by(said: Said, question: Question, context: Context) -> Reading | None:
    """`2 more than the 21 i make now`."""
    match = _BY.search(said.plain)
    if match is None:
        return None
    more = numbers(match["more"])
    total = float(match["base"]) + (more[0].value if more else 1.0)
    amount = Amount(low=total, high=total, start=match.start(), end=match.end(), numbers=tuple(numbers(match["base"])))
    return _reading(said, amount, [amount], question, context)


def _reading(said: Said, amount: Amount, found: list[Amount], question: Question, context: Context) -> Reading | None:
    plain = said.plain
    period, named = period_of(plain, amount, question, context)
    if FORTNIGHT.search(plain[amount.end : amount.end + 40]):
        amount, period, named = amount.times(0.5), "week", True
    amount = scaled(amount, period, named=named)
    if (not named or not period_behind(plain, amount)) and question.range is None:
        period = sensible(amount, period)
    if not _plausible(amount, period, question):
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
