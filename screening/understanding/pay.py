"""Reads pay: k, lakh, periods, ranges, currency, the wish rather than the present pay."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.durations import tidy
from screening.understanding.numeral_words import Number
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading, Value
from screening.understanding.words import Said, flat

_PERIODS = {
    "hour": r"(?:hourly|(?:an?|per|/|each|every|the|la|por|x|ph|p)\s*\.?\s*(?:hours?|hrs?|hr|h|horas?|huor|hous|hor|our)\b|/\s*(?:h|hr)\b|\bph\b|\bp/h\b|\bhr\b|\bhrly\b|\bhours?\b|\bhoras?\b|\bphr\b|\ban hr\b)",
    "day": r"(?:daily|(?:an?|per|/|each|every|al|por|p)\s*(?:days?|dias?)\b|\bday rate\b|\bdiari[oa]s?\b|\b(?:a|per|each|every) (?:shift|night)\b|\bel dia\b|\bper shift\b)",
    "week": r"(?:weekly|(?:an?|per|/|each|every|por|a la|la|p)\s*(?:weeks?|wks?|wk|semanas?)\b|\bsemanal\w*\b|\bwkly\b|\bpw\b)",
    "month": r"(?:monthly|(?:an?|per|/|each|every|al|por|p)\s*(?:months?|mo|mth|mnth|mes)\b|\bmensual\w*\b|\bpcm\b|\bpm\b|\bmthly\b)",
    "year": r"(?:yearly|annually|annual|(?:an?|per|/|each|every|al|por|p)\s*(?:years?|yrs?|yr|annum|ano)\b|\banual\w*\b|\blpa\b|\bpa\b(?! arriba)|\bp\.a\b|\bsalary\b|\bsalaried\b|\bctc\b|\bannum\b)",
}
_PERIOD = {name: re.compile(pattern) for name, pattern in _PERIODS.items()}
_CURRENCY = (
    ("GBP", re.compile(r"£|\bgbp\b|\bquid\b|\bpounds?\b(?! an| per)?|\bpence\b|\bsterling\b|\blibras?\b")),
    ("EUR", re.compile(r"€|\beuros?\b|\beur\b")),
    ("INR", re.compile(r"₹|\brs\.?(?=\W|\d|$)|\binr\b|\brupees?\b|\blakhs?\b|\blacs?\b|\bcrores?\b|\blpa\b")),
    ("CAD", re.compile(r"\bc ?\$|\bca\$|\bcad\b|\bcanadian\b")),
    ("AUD", re.compile(r"\ba ?\$|\bau\$|\baud\b|\baustralian\b")),
    ("MXN", re.compile(r"\bpesos?\b|\bmxn\b")),
    ("USD", re.compile(r"\bus ?\$|\$|\busd\b|\bdollars?\b|\bbucks?\b|\bdolares?\b|\bcents?\b")),
)
_COUNTRY = {"US": "USD", "GB": "GBP", "CA": "CAD", "IN": "INR", "AU": "AUD", "IE": "EUR"}
_NOW = re.compile(
    r"\b(?:make|makin|making|making|made|get|getting|earn|earning|earned|currently|current|now|rn|atm|paid|pays?|paying|was on|am on|im on|im at|i am at|used to|last (?:job|place|one|gig|role)|old job|previous\w*|present\w*|right now|gano|ganaba|ganando|actual\w*|ahora|started at|base was|before|at the moment|today|they give|gave|offered|me pagan|pagaban)\b"
)
_WISH = re.compile(
    r"\b(?:want|wanted|wanting|wants|need|needs|needing|hop(?:e|ing)|look(?:ing)?|lookin|seeking|ask(?:ing)?|expect\w*|would like|like to (?:make|get|be|see)|id like|prefer\w*|ideal\w*|target\w*|aim\w*|shoot\w*|minimum|at least|deserve|worth|take|accept|happy with|ok with|fine with|good with|go for|move|switch|leave|id do|would do|desired|goal|quiero|quisiera|busco|espero|necesito|pido|me gustaria|aceptaria|settle|require|closer to|somewhere|do it for|wouldnt|wont|for this|this role|this job|this one|come for|start at|starting)\b"
)
_OTHER_AFTER = re.compile(
    r"^\s*(?:years?\b(?! salary)|yrs?\b|anos?\b|kids?|months?\b(?! salary)|weeks?\b|days?\b|miles|min\b|mins\b|minutes?|people|dogs|%|percent|am\b|pm\b|st\b|nd\b|rd\b|th\b|jobs|hours a|hrs a|hours (?:per|a) week|hours? (?:shifts?|weeks?)|x\b|hijos|hour shift|hrs/|chamac\w*|bocas|kids|children|bills|bedroom|mouths)"
)
_MID = re.compile(
    r"\b(?P<where>low|lower|mid|middle|high|upper)\s*-?\s*(?:to (?P<where2>mid|high|upper)\s*-?\s*)?(?:the )?[$£€]?(?P<tens>\d0|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)'?(?P<scale>k?)'?s\b|\b(?P<where3>low|lower|mid|middle|high|upper) (?P<words>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_DECADES = dict(
    teens=10, twenties=20, thirties=30, forties=40, fifties=50, sixties=60, seventies=70, eighties=80, nineties=90
)
_SIX_FIGURES = re.compile(r"\b(?:low |mid )?(?:six|6)[- ]?(?:figures?|figs)\b")
_COINS = re.compile(
    r"\b(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+)?\s*(?P<coin>nickels?|dimes?|quarters?|penny|pennies|cents?|pence|p)\b(?! (?:of|to|past))"
)
_COIN = dict(nickel=0.05, dime=0.1, quarter=0.25, penny=0.01, pennie=0.01, cent=0.01, pence=0.01, pences=0.01, p=0.01)
_CENTS = re.compile(
    r"^\s*(?P<sign>[a-z]{3}|[$£€])?\s*(?:dollars?|bucks?|euros?|pounds?|quid|usd|gbp|eur|dolares)?\s*(?:and|n|y|&|,|con)?\s*$"
)
_NO_FIGURE = re.compile(
    r"\b(?:negotiable|depends|open|competitive|fair|whatever|market|flexible|idk|not sure|dont know|minimum wage)\b"
)


def read_pay(said: Said, question: Question, context: Context) -> Reading | None:
    """The pay a text asks for."""
    plain = said.plain
    found = [_in_lakh(plain, a) for a in amounts(plain, _figures(plain)) if not _other(plain, a)]
    if whole := _middle(said, question, context) or _six(said, question, context) or _more_by(said, question, context):
        return whole
    if not found:
        return _in_range_asked(said, question, context)
    found = corrected(plain, found)
    if len(found) == 1 and (present := _present(plain, found[0])):
        if present == "only":
            return None
        found = [found[0].least()]
    marked = [a for a in found if a.numbers[0].money]
    amount = _wish(plain, marked if len(marked) == 1 and len(plain.split()) > 12 else found)
    return _reading(said, amount, found, question, context)


_FORTNIGHT = re.compile(
    r"\b(?:bi-?weekly|every (?:two|2|other) (?:weeks?|wks?)|(?:a|per) (?:fortnight|check|paycheck)|quincenal\w*|(?:a la|por) quincena)\b"
)


def _in_lakh(plain: str, amount: Amount) -> Amount:
    """`9 lpa`: lakh a year."""
    spaced = re.match(r"^\s*(?:lpa|l\.p\.a|l pa)\b", plain[amount.end :]) and all(n.scale == 1 for n in amount.numbers)
    return amount.times(100_000) if spaced else amount


def _figures(plain: str) -> list[Number]:
    """Numbers, dollars with their cents, coins."""
    found = _join_cents(plain, numbers(plain))
    coins = [
        _coin(match)
        for match in _COINS.finditer(plain)
        if match["count"] or match["coin"] not in ("p", "quarter", "quarters", "cent", "cents")
    ]
    if coins and not any(n.value >= 1 and not any(c.start <= n.start < c.end for c in coins) for n in found):
        return [_total(coins)]
    return [n for n in found if not (n.words and n.value < 1 and not n.money)] or found


def _total(coins: list[Number]) -> Number:
    return Number(round(sum(c.value for c in coins), 4), coins[0].start, coins[-1].end, 1, True)


def _coin(match: "re.Match[str]") -> Number:
    count = numbers(match["count"] or "")
    each = _COIN.get(match["coin"].rstrip("s"), _COIN.get(match["coin"], 0.01))
    return Number((count[0].value if count else 1) * each, match.start(), match.end(), 1, True)


def _join_cents(plain: str, found: list[Number]) -> list[Number]:
    """`twenty two fifty`, `13 dollars forty five`, `3 pounds and 20 pence`: one number."""
    out: list[Number] = []
    for number in found:
        last = out[-1] if out else None
        if last and _is_hundreds(plain, last, number):
            out[-1] = Number(last.value * 100 + number.value, last.start, number.end, 1, True, last.money)
        elif last and _is_cents(plain, last, number):
            out[-1] = Number(last.value + number.value / 100, last.start, number.end, last.scale, True, last.money)
        else:
            out.append(number)
    return out


def _is_hundreds(plain: str, last: Number, number: Number) -> bool:
    """`one eighty` is 180."""
    spoken = last.words and number.words and 1 <= last.value <= 9 and 10 <= number.value < 100
    return bool(spoken and plain[last.end : number.start].isspace() and float(last.value).is_integer())


def _is_cents(plain: str, last: Number, number: Number) -> bool:
    between = plain[last.end : number.start]
    after = plain[number.end :]
    bare = re.fullmatch(r"\W*\d{2} \d{2}\W*(?:an? hour|/ ?hr|hr|per hour|la hora)?\W*", plain)
    if bare and number.value in (25, 50, 75, 95, 99) and not 0 < number.value - last.value <= 10:
        return True
    whole = (
        float(last.value).is_integer()
        and float(number.value).is_integer()
        and 0 < number.value < 100
        and number.scale == 1
        and not number.money
    )
    if not whole or (last.scale > 1 and not last.words):
        return False
    if re.match(r"^\s*(?:cents?|pence|p\b|pennies|centavos)", after) and _CENTS.match(between):
        return True
    if (
        last.money
        and last.value < 1_000
        and not last.words
        and number.value >= 10
        and re.fullmatch(r"\s+|\s*and\s*", between)
        and re.match(r"\s*(?:c\b|cents)?\W*$", after)
    ):
        return True
    if re.fullmatch(r"\s*con\s*", between) and number.value >= 10:
        return True
    currency = re.match(
        r"^\s*(?:rupees?|dollars?|bucks?|euros?|pounds?|quid|usd|gbp|eur|dolares)\s*(?:and|y|&|,|con)?\s*$", between
    )
    if currency:
        return number.value >= 10 or "and" in between or bool(re.match(r"^\s*$", after))
    spoken = last.words and number.words and 7 <= last.value < 100 and number.value in (*range(10, 100, 5), 99, 95)
    return bool(spoken and re.fullmatch(r"\s+", between))


def _other(plain: str, amount: Amount) -> bool:
    after = plain[amount.end :]
    if plain[amount.start - 1 : amount.start] in "$£€₹" and amount.start:
        return False
    return (
        bool(_OTHER_AFTER.match(after))
        or bool(re.match(r"^\s*[:/]\d", after))
        or bool(re.search(r"\b(?:im|age)\s$", plain[: amount.start]) and re.match(r"^\s*(?:years|yrs|and\b)", after))
    )


def _wish(plain: str, found: list[Amount]) -> Amount:
    """The amount wished for, where the present pay is named too."""
    if len(found) == 1:
        return found[0]
    scored = [(_weight(plain, found, index), -index, amount) for index, amount in enumerate(found)]
    return max(scored, key=lambda item: item[:2])[2]


def _weight(plain: str, found: list[Amount], index: int) -> int:
    start = found[index - 1].end if index else 0
    end = found[index + 1].start if index + 1 < len(found) else len(plain)
    before, after = plain[start : found[index].start], plain[found[index].end : end]
    after = re.split(r",|\.|;|\bbut\b|\band\b|\bso\b|\bpero\b", after)[0]
    before = re.split(r"[,.;]|\b(?:but|so|pero|asi que|entonces|pues)\b", before)[-1]
    score = 3 * bool(_WISH.search(before)) + bool(_WISH.search(after)) + bool(found[index].bound in ("least", "most"))
    if index and re.search(
        r"\b(?:so|asi que|entonces|then|id say|lets say|call it)\s+(?:\w+\s+){0,6}$",
        plain[start : found[index].start],
    ):
        score += 2
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
    if not _PRESENT.search(before) and not re.search(r"\bi (?:make|get|earn) now\b", before):
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
    period, named = _period(plain, amount, question, context)
    if _FORTNIGHT.search(plain[amount.end : amount.end + 40]):
        amount, period, named = amount.times(0.5), "week", True
    amount = _scaled(amount, period, named=named)
    if not named and question.range is None:
        period = _sensible(amount, period)
    if not _plausible(amount, period, question):
        return None
    value: dict[str, object] = {}
    if amount.exact is not None:
        value["amount"] = tidy(amount.exact)
    else:
        value |= {name: tidy(v) for name, v in (("min", amount.low), ("max", amount.high)) if v is not None}
    value["period"] = period
    if currency := _currency(plain, question, context):
        value["currency"] = currency
    sure = 0.95 if len(found) == 1 else 0.8
    return Reading(value=_frozen(value), quote=_quote(said, amount), confidence=sure, rule="pay.figure")


def _frozen(value: dict[str, object]) -> Value:
    return value


def _quote(said: Said, amount: Amount) -> str:
    start, end = amount.start, amount.end
    if start and said.plain[start - 1] in "$£€₹":
        start -= 1
    unit = re.match(r"\s*(?:k\b)?\s*(?:an|per|/|a)?\s*(?:hour|hr|h|year|yr|week|wk|month|day)\b", said.plain[end:])
    return said.quote(start, end + (unit.end() if unit else 0))


def asked_period(question: Question, context: Context) -> str:
    """The period the question asks about."""
    if question.period:
        return question.period
    asked = flat(question.words(context.language))
    for name, pattern in _PERIOD.items():
        if pattern.search(asked):
            return name
    return "year" if re.search(r"\bsalary|\bsueldo\b|\bctc\b|\bpackage\b", asked) else "hour"


def _period(plain: str, amount: Amount, question: Question, context: Context) -> tuple[str, bool]:
    near = plain[amount.end : amount.end + 30]
    around = plain[max(0, amount.start - 25) : amount.end + 45]
    for text in (near.split(",")[0], around, plain):
        hits = [(match.start(), name) for name, pattern in _PERIOD.items() if (match := pattern.search(text))]
        if hits:
            return min(hits)[1], True
    return asked_period(question, context), False


def _scaled(amount: Amount, period: str, *, named: bool) -> Amount:
    """`65` where a year's pay is asked is 65,000."""
    top = amount.high if amount.high is not None else amount.low or 0
    if period == "year" and 10 <= top < 1_000 and all(n.scale == 1 for n in amount.numbers):
        return amount.times(1_000)
    if period == "month" and 1 <= top < 20 and all(n.scale == 1 for n in amount.numbers) and not named:
        return amount.times(1_000)
    return amount


def _sensible(amount: Amount, period: str) -> str:
    """The period nobody named, judged by the size: 50,000 is no hour's pay."""
    top = amount.high if amount.high is not None else amount.low or 0
    big = any(n.scale > 1 for n in amount.numbers)
    if period == "hour" and (10_000 <= top < 1_000_000):
        return "year"
    if period == "hour" and big and top >= 1_000:
        return "year"
    return period


def _plausible(amount: Amount, period: str, question: Question) -> bool:
    if not question.range or period != (question.period or period):
        return True
    low, high = question.range
    return all(low <= v <= high for v in (amount.low, amount.high) if v is not None)


def _currency(plain: str, question: Question, context: Context) -> str:
    for name, pattern in _CURRENCY:
        if pattern.search(plain):
            if name == "USD" and "$" in plain and not re.search(r"us ?\$|\busd\b", plain):
                own = question.currency or _COUNTRY.get(context.country, "USD")
                return own if own in ("USD", "CAD", "AUD", "MXN") else "USD"
            return name
    return question.currency


def _middle(said: Said, question: Question, context: Context) -> Reading | None:
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
    period, _ = _period(
        said.plain, Amount(low=tens, high=tens, start=match.start(), end=match.end(), numbers=()), question, context
    )
    factor = 1_000 if match["scale"] or period == "year" else 1
    period = "year" if match["scale"] else period
    value: dict[str, object] = {"min": int((tens + low) * factor), "max": int((tens + high) * factor), "period": period}
    if currency := _currency(said.plain, question, context):
        value["currency"] = currency
    return Reading(value=value, quote=said.quote(match.start(), match.end()), confidence=0.8, rule="pay.middle")


def _six(said: Said, question: Question, context: Context) -> Reading | None:
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
_RANGE_ASKED = re.compile(
    r"\$?(?P<low>\d+(?:\.\d+)?)(?P<lk>k)?\s*(?:-|to|and|a)\s*\$?(?P<high>\d+(?:\.\d+)?)(?P<hk>k)?"
)


def _in_range_asked(said: Said, question: Question, context: Context) -> Reading | None:
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
