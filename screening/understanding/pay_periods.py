"""The period and the currency of a pay: as said, as asked, or as its size tells."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.blanking import blanked
from screening.understanding.reading import Context
from screening.understanding.words import flat

_PERIODS = {
    "hour": r"(?!ahora)(?:hourly|(?:an?|per|/|each|every|the|la|por|x|ph|p)\s*\.?\s*(?:hours?|hrs?|hr|h|horas?|huor|hous|hor|our)\b|/\s*(?:h|hr)\b|\bph\b|\bp/h\b|\bhr\b|\bhrly\b|\bhours?\b|\bhoras?\b|\bphr\b|\ban hr\b)",
    "day": r"(?:daily|(?:an?|per|/|each|every|al|por|p|(?:for|in) (?:the|a))\s*(?:days?|dias?)\b(?! (?:shift|job|position|crew))|\bday rate\b|\bdiari[oa]s?\b|\b(?:a|per|each|every) (?:shift|night|nite)s?\b|\bnightly\b|\b(?:por|la|x|cada) noche\b|\bel dia\b|\bper shift\b)",
    "week": r"(?:weekly|(?:an?|per|/|each|every|por|a la|la|p|(?:for|in) (?:the|a))\s*(?:weeks?|wks?|wk|semanas?|friday|fri|thursday|thurs|payday|check)\b|\bsemanal\w*\b|\bwkly\b|\bpw\b)",
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
_FORTNIGHT = re.compile(
    r"\b(?:bi-?weekly|(?:every|cada) (?:two|2|other|dos) (?:weeks?|wks?|semanas)|cada quincena|(?:a|per) (?:fortnight|check|paycheck)|quincenal\w*|(?:a la|por) quincena)\b"
)


_BARE = re.compile(
    r"(?<![\d.,:/-])(?P<n>\d{1,3}(?:,\d{3})+|\d{1,6})(?P<k>k?) (?P<unit>mo|month|mes|wk|week|semana|day|dia|yr|year|ano)\b(?=\s*(?:$|[.,;!?(]|(?:clean|gross|net|cash|take ?home|after|before|or|and|plus|but|at|min|minimum|i|is|would|works|salary|limpios|libres)\b))(?!\s*(?:or|and) (?:\d|two)\b)(?! (?:before|after) (?:i|that|they|he|she|we)\b)"
)
_BARE_LEAST = dict(mo=500, month=500, mes=500, wk=150, week=150, semana=150, day=60, dia=60, yr=5_000, year=5_000, ano=5_000)  # fmt: skip


def with_strokes(plain: str) -> str:
    """`3800 mo` as `3800/mo`, where the figure is of the size of such a pay."""
    return _BARE.sub(_stroke, plain)


def _stroke(match: "re.Match[str]") -> str:
    size = int(match["n"].replace(",", "")) * (1_000 if match["k"] else 1)
    return match.group() if size < _BARE_LEAST[match["unit"]] else f"{match['n']}{match['k']}/{match['unit']}"


_FORTNIGHT_BEFORE = re.compile(
    r"\b(?:every (?:two|2|other) (?:weeks?|wks?)|bi-?weekly|(?:two|2) ?-?(?:weeks?|wks?) (?:check|paycheck|pay|stub)|cada (?:quincena|dos semanas|2 semanas)|(?:la|por) quincena)\b[^.;\d]{0,24}\$?$"
)


def of_fortnight(plain: str, amount: Amount) -> bool:
    """Whether an amount is of two weeks (`1500 biweekly`, `every 2 wks its 1500`)."""
    if _FORTNIGHT.search(plain[amount.end : amount.end + 40]):
        return True
    top = amount.high if amount.high is not None else amount.low or 0
    bare = 200 <= top < 10_000 and not period_behind(plain, amount)
    return bare and bool(_FORTNIGHT_BEFORE.search(plain[: amount.start]))


def asked_period(question: Question, context: Context) -> str:
    """The period the question asks about."""
    if question.period:
        return question.period
    asked = flat(question.words(context.language))
    for name, pattern in _PERIOD.items():
        if pattern.search(asked):
            return name
    return (
        "year"
        if re.search(
            r"\bsalary|\bsueldo\b|\bctc\b|\bpackage\b|\bincome\b|\bbase pay\b|\$\s?\d{2,3},\d{3}|\$\s?\d{2,3}k\b", asked
        )
        else "hour"
    )


def says_period(question: Question, context: Context) -> bool:
    """Whether the question itself names a period, or a pay."""
    asked = flat(question.words(context.language))
    return bool(question.period or re.search(r"\$|\brate\b", asked) or any(p.search(asked) for p in _PERIOD.values()))


def in_thousands(plain: str, amount: Amount) -> bool:
    """Whether a bare figure of forty and more, where no period is named, is thousands a year."""
    low, high = (v if v is not None else 0 for v in (amount.low, amount.high))
    least = min(v for v in (low, high) if v) if low or high else 0
    bare = all(n.scale == 1 and not n.money for n in amount.numbers) and not re.search(
        r"\b(?:dollars?|bucks?|dolares|cents?)\b", plain
    )
    return bare and 40 <= least < 400 and float(least).is_integer() and plain[amount.start - 1 : amount.start] != "$"


def like_scaled(plain: str, found: list[Amount]) -> list[Amount]:
    """`44 mil, busco cincuenta`: a bare figure beside thousands is of thousands."""
    big = [a.low or a.high or 0 for a in found if (a.low or a.high or 0) >= 10_000]
    if not big:
        return found
    return [
        a.times(1_000)
        if any(0.5 * b <= 1_000 * (a.low or a.high or 0) <= 2 * b for b in big)
        and all(n.scale == 1 and not n.money for n in a.numbers)
        and not period_behind(plain, a)
        else a
        for a in found
    ]


def period_behind(plain: str, amount: Amount) -> str:
    """The period that stands right behind an amount; "" for none."""
    after = plain[amount.end : amount.end + 14]
    return next((name for name, pattern in _PERIOD.items() if (m := pattern.search(after)) and m.start() <= 2), "")


_OFTEN = re.compile(
    r"\b(?:every|each|cada|all) (?:other |single )?(?:day|week|wk|month|mo|hour|shift|night|year|friday|dia|semana|mes|noche)s?\b(?=.*(?:[,.;]|\b(?:so|but|pero|asi que)\b))"
)  # "they cut me every week so ..."
_HOW_OFTEN = re.compile(
    r"\b(?:days?|nights?|shifts?|times|once|twice|dias|noches|turnos|veces)\s+(?:an?|per|each|every|a la|por)\s+(?:week|wk|month|day|semana|mes|dia)\b"
)  # "i work 6 days a week"


def _of_events(plain: str, amount: Amount) -> str:
    """The text without how often things happen that are told before the figure."""
    before = plain[: amount.start]
    if not re.search(r"\d", before):
        before = blanked(before, _OFTEN)
    return blanked(before + plain[amount.start :], _HOW_OFTEN)


def period_of(plain: str, amount: Amount, question: Question, context: Context) -> tuple[str, bool]:
    """The period of an amount, and whether the text names it."""
    plain = _of_events(plain, amount)
    near = plain[amount.end : amount.end + 30]
    around = plain[max(0, amount.start - 25) : amount.end + 45]
    for text in (near.split(",")[0], around, plain):
        hits = [(match.start(), name) for name, pattern in _PERIOD.items() if (match := pattern.search(text))]
        if hits:
            return min(hits)[1], True
    return asked_period(question, context), False


def scaled(amount: Amount, period: str, *, named: bool) -> Amount:
    """`65` where a year's pay is asked is 65,000."""
    top = amount.high if amount.high is not None else amount.low or 0
    if period in ("week", "month") and 10 < top < 100 and top % 1 and any(n.words for n in amount.numbers):
        return amount.times(100)  # "twelve fifty a week"
    if period == "year" and 10 <= top < 1_000 and all(n.scale < 1_000 for n in amount.numbers):
        return amount.times(1_000)
    if period == "month" and 1 <= top < 20 and all(n.scale == 1 for n in amount.numbers) and not named:
        return amount.times(1_000)
    return amount


def sensible(amount: Amount, period: str) -> str:
    """The period nobody named, judged by the size: 50,000 is no hour's pay."""
    top = amount.high if amount.high is not None else amount.low or 0
    big = any(n.scale > 1 for n in amount.numbers)
    if period == "hour" and (10_000 <= top < 1_000_000):
        return "year"
    if period in ("hour", "day", "week") and top >= 20_000 and big:
        return "year"
    if period == "hour" and big and top >= 1_000:
        return "year"
    return period


def currency_of(plain: str, question: Question, context: Context) -> str:
    for name, pattern in _CURRENCY:
        if pattern.search(plain):
            if name == "USD" and "$" in plain and not re.search(r"us ?\$|\busd\b", plain):
                own = question.currency or _COUNTRY.get(context.country, "USD")
                return own if own in ("USD", "CAD", "AUD", "MXN") else "USD"
            return name
    return question.currency
