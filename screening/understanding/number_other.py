"""Which numbers of a text are about something else: an age, a time of day, a year, somebody else, what does not count."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.calendar import MONTH_NAMES
from screening.understanding.deferred import deferred
from screening.understanding.durations import UNIT_WORDS, YEARS
from screening.understanding.number_units import unit_after
from screening.understanding.words import flat

_FOREIGN = deferred(
    r"^\s+(?:(?:different|other|big|more|new) )?(?:duis?|dwis?|tickets?|accidents?|wrecks?|trucks?|cars?|people|ppl|guys|states|meals|plates|houses|crews|patients|students|stores|locations|customers|residents|cows|acres|beds|rooms|tables|(?:ware)?houses|factories|plants|companies|hotels|restaurants|kitchens|hospitals|jobs|places|bosses|employers)\b|"
    r"^\s*(?:(?:an?|per|each)\s+|/\s*)(?:hour|hr|day|week|month|year|yr)\b|^\s*(?:dollars?|bucks?|usd|[$£€]|miles?|pounds|lbs)"
)
_ON_THE_WAY = deferred(
    r"^\s*(?:drive|driving|ride|away|walk\w*|commute|trip|from|by|bus|to (?:work|you|get)|de camino)\b"
)
_SOMEBODY = deferred(
    r"\b(?:my (?:husband|wife|brother|sister|dad|father|mom|mother|son|daughter|friend|cousin|boss|roommate|boyfriend|girlfriend|partner|uncle|coworker)|hes?|shes?|they|theyre)\b"
)
_ASIDE_BEFORE = deferred(
    rf"\b(?:{MONTH_NAMES})\.? (?:the )?$|\b(?:family|household|enou?gh?t? (?:to|for|of)\b[^,.;]{{0,24}}) (?:of )?$|\b(?:give or take)(?: an?| the)? ?$"
)
_AGE_BEFORE = deferred(r"\b(?:im|i am|age|aged|turned|turning|tengo|my age is|be|being)\s+(?:only |just )?$")
_AGE_AFTER = deferred(
    r"^\s*(?:(?:years?|yrs?|anos?)?\s*(?:old(?! (?:man|lady|guy|woman|gentleman|people|folks)\b)|young(?! (?:man|lady|guy|woman|people|kid)\b)|of age|de edad)|yo\b|y/o)"
)
_OTHER_AFTER = deferred(
    r"^\s*(?:errors?|mistakes?|typos?|errores|tests|stops?|pallets?|cases|orders|loads|kids?|children|sons?|daughters?|dogs?|cats?|wife|wives|husbands?|grandkids|hernias?|surger(?:y|ies)|strikes|felonies|tattoos?|brothers?|sisters?|siblings?|hijos?|hijas?|ninos?|fingers?|am\b|pm\b|a\.m|p\.m|o'?clock|%|percent|st\b|nd\b|rd\b|th\b|(?:different )?(?:jobs?|companies|places|employers|restaurants|stores|warehouses|sites|schools|locations)\b|"
    r"/\d|\s*/7\b|:\d\d|years? (?:ago|old)|yrs? (?:ago|old)|months? ago|weeks? ago|star|inch|ft\b|feet)"
)
_OTHER_BEFORE = deferred(
    r"(?:\b(?:at|#|no\.|number|route|rt|hwy|i-|local|dues|badge|ibew|chapter|phone|suite|apt|unit|room|level|class|grade|type|version|covid|since|from|in|desde|en)\s*|\d[:/])$"
)
_LEFT_OUT = deferred(
    r"\b(?:dont count|not counting|aside from|excluding|besides|without counting|sin contar)\b[^,.]{0,16}$"
)
_UNCOUNTED = deferred(
    rf"\s*(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']})?\s*(?:do|does|did|wo)(?:n?t| not) (?:really )?count\b"
)
_PART_AFTER = deferred(
    r"\s*(?:(?:of )?(?:the|my|our|las?|los?|el)|(?:of |de )?(?:that|it|those|them|which|eso|esos))\b"
)
_PLURAL_BEFORE = deferred(r"\b(?:low|mid|high)[ -]$")
_PART_BEFORE = deferred(r"\b(?:every|each|per|last|this|next|first|second|third|fourth|better than)\s*$")


def other(plain: str, amount: Amount, unit: str, question: Question) -> bool:
    """Whether the number is about something else (age, children, a time, a year)."""
    before, after = plain[: amount.start], plain[amount.end :]
    asked = flat(question.words("en"))
    return (
        bool(_LEFT_OUT.search(before) or _ASIDE_BEFORE.search(before) or _UNCOUNTED.match(after))
        or (unit in YEARS and bool(_FOREIGN.match(after) or unit_after(plain, amount.end) in ("hour", "minute")))
        or (plain[amount.start : amount.end].endswith("min") and bool(_ON_THE_WAY.match(after)))  # no least
        or bool(re.match(r"/7\b", after) or re.search(r"\b24/$", before))
        or bool(_PLURAL_BEFORE.search(before) and re.match(r"'?s\b", after))
        or (unit not in YEARS and bool(_THE_REST.search(before)))
        or _only_part(amount, before, after)
        or _somebodys(before)
        or _age(plain, amount, unit, asked)
        or _year(amount, before, unit)
        or _other_thing(after, question, asked)
        or _named_place(plain, amount, before, unit)
    )


_THE_REST = deferred(r"\w.*\b(?:(?:the|my) other|(?:l[oa]s )?otr[oa]s) $")  # "one, my day job owns the other 6"


def _somebodys(before: str) -> bool:
    clause = re.split(r"[,.;!]", before)[-1]
    return bool(
        _SOMEBODY.search(clause)
        and not re.search(r"\b(?:i|ive|im|me|us|we|they (?:made|had|got|let|gave|want|asked))\b", clause)
    )


_NO_AGE_AFTER = deferred(
    r"^\s*(?:years?|yrs?|anos?)\s+(?:(?:i|ive|i have) (?:been|worked|drove|did|have)|of (?:experience|driving|working|service)|(?:of )?experience|driving|working|doing|in the (?:trade|field|business|industry)|as an?|ago|de experiencia|trabajando|manejando)\b|^\s*(?:different )?(?!years?\b|yrs?\b|months\b|weeks\b|days\b|times\b|as\b|this\b|plus\b|always\b|its\b)[a-z]{3,}s\b"
)


def _age(plain: str, amount: Amount, unit: str, asked: str) -> bool:
    if re.search(r"\bhow old\b|\byour age\b|\bedad\b|\bcuantos anos tiene", asked):
        return bool(_NO_AGE_AFTER.match(plain[amount.end :])) or unit_after(plain, amount.end) in (
            "day",
            "week",
            "month",
        )
    if re.search(r"\bold\b|\bage\b|\bedad\b", asked):
        return False
    after = plain[amount.end :]
    told = _AGE_BEFORE.search(plain[: amount.start]) and unit in YEARS and not unit_after(plain, amount.end)
    return bool(_AGE_AFTER.match(after) or told)


def _year(amount: Amount, before: str, unit: str) -> bool:
    low = amount.low if amount.low is not None else amount.high or 0
    return 1950 <= low <= 2049 and float(low).is_integer() and amount.numbers[0].scale == 1 and _a_year(before, unit)


def _a_year(before: str, unit: str) -> bool:
    """Whether a figure like 2024 is a year: by its unit, or by what stands before it."""
    return unit in (*YEARS, "hour") or bool(
        re.search(
            r"\b(?:in|since|en|desde|from|back in|of|del?|until|till?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\s+$",
            before,
        )
    )


def _only_part(amount: Amount, before: str, after: str) -> bool:
    """`half the patio`, `every quarter`: a part of something, and no number."""
    value = amount.exact
    if not value or value >= 1 or not amount.numbers[0].words:
        return False
    return bool(_PART_AFTER.match(after) or _PART_BEFORE.search(before))


def _other_thing(after: str, question: Question, asked: str) -> bool:
    """Whether what is counted is another thing than what is asked: kids, stops, percent."""
    if not _OTHER_AFTER.match(after):
        return False
    if re.match(r"\s*(?:kids?|children|sons?|daughters?|hij[oa]s?|ninos?)", after) and re.search(
        r"\b(?:dependents?|family|household|children|kids|dependientes|hijos)\b", asked
    ):
        return False
    if re.match(r"\s*(?:ft|feet)\b", after) and re.search(
        r"\b(?:ft|feet|foot|high|height|tall)\b", f"{asked} {question.unit}"
    ):
        return False
    if re.match(r"\s*(?:errors?|mistakes?|typos?)", after) and re.search(r"\b(?:error|mistake|typo|accura)", asked):
        return False
    if re.match(r"\s*(?:%|percent)", after) and re.search(r"%|percent", question.unit + asked):
        return False
    subject = re.match(r"\s*(?:different )?(\w+)", after)
    if subject and re.match(r"(?:years?|yrs?|months?|weeks?)$", subject.group(1)):
        return True
    return not (subject and re.search(rf"\b{re.escape(subject.group(1)[:5])}", asked))


def _named_place(plain: str, amount: Amount, before: str, unit: str) -> bool:
    """`unit 5`, `level 3`: a name and no length of time."""
    return bool(
        unit in YEARS
        and _OTHER_BEFORE.search(before)
        and not unit_after(plain, amount.end)
        and len(before) > 3
        and not re.search(r"\b(?:at|in|from|since)\s*$", before)
    )
