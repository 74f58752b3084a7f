"""Of several amounts, those of the very work asked about, and amounts that make a rate, a stretch of the clock or two circumstances."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred
from screening.understanding.durations import UNIT_WORDS
from screening.understanding.number_parts import Part, own_parts, parts_of
from screening.understanding.number_topic import speaks_of
from screening.understanding.reading import Context
from screening.understanding.words import flat

_OF_IT = deferred(
    rf"^\s*(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']})?\s*(?:out )?(?:of|de) (?:that|those|it|them|which|em|esos|ellos)\b|^\s*(?:{UNIT_WORDS['year']})?\s*but only\b"
)
_THE_LAST = deferred(r"\b(?:last|past|first|final|ultim[oa]s)\s*$")
_WORDY = deferred(
    r"(?!\b(?:years?|yrs?|yr|months?|mos?|anos?|meses|about|like|bout|maybe|just|only|here|there|i|did|had|have|been|got|and|the|its|as|an|as|more|total|mas|apprentice\w*|journeym[ae]n|jw|helper|trainee|lead|licensed|certified|done|finished|completed|aprendiz|ayudante|oficial)\b)\b[a-z]{2,}"
)
_AT_PLACE = deferred(
    rf"^\s*(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']})?\s*(?:at|with|for|w|con|under|over at|over there|here|there)\b(?! (?:me|the (?:most|least)))"
)
_AT_BEFORE = deferred(r"\b(?:at|with|w|con) (?!that\b)(?:\w+ ){1,3}(?:for |like |about |i did |did )*$")
_AS = deferred(
    r"\b(?:as|doing|como|de) (?:an? |the )?(?!apprentice|journey|jw|helper|train|lead|assistant|ayudante|aprendiz|oficial|maestro)[a-z]{3,}"
)
_SCHOOL = deferred(
    r"\b(?:school|college|class(?:es)?|training|program|academy|clinicals|escuela|jail|prison|rehab|locked up|on (?:disability|unemployment)|carcel)\b"
)
_AT_A_SCHOOL = deferred(
    r"\bschool district\b|\b(?:at|for) (?:an?|the) (?:\w+ ){0,2}(?:school|college|academy)\b"
)  # as an employer
_CLOCK = deferred(r"\b(?:mornings?|afternoons?|evenings?|nights?|saturdays?|sundays?|sat|sun|weekends?|from|de)\s+(?:from |like |about )?$")  # fmt: skip
_CASE = deferred(
    r"^\s*(?:of (?:em|them)\b|(?:on|for|at|in|if|when|during|with|w|cuando|si)\b (?!the (?:va|\w+ \w+ \w+)).{2,24}?)"
)


def in_role(plain: str, found: list[Amount], question: Question, context: Context) -> list[Amount]:
    """`5 as a cook and 2 as a waiter` asked of cooks is 5; school is no work, nor are somebody else's years one's own."""
    asked = flat(question.words(context.language))
    parts = own_parts(parts_of(plain, found))
    worked = [p for p in parts if not _no_work(p) and not (_HELD.search(p.before) and not _PAPER.search(asked))]
    if 0 < len(worked) < len(parts) and "school" not in asked:
        parts = worked
    if len(parts) > 1:
        parts = _on_topic(_whole_or_part(parts, asked), asked)
    return [part.amount for part in parts]


_PAPER = deferred(r"\b(?:cert\w*|licen[cs]\w*|permit|cdl|card|held|registered)\b")
_HELD = deferred(
    r"\b(?:had|have|held|carried|ive had|tengo|tuve) (?:my |the |an? |mi |la |el )?(?:\w+ )?(?:cert\w*|licen[cs]e|permit|cdl|card|licencia|permiso|certificado)\b[^,.;\d]{0,12}$"
)
_HOBBY = deferred(
    r"\b(?:in my (?:garage|shed|basement|driveway|backyard|kitchen|yard)|at home|for fun|hobby|as a kid|growing up|(?:for|with) (?:my )?(?:family|friends|dad|grandpa|uncle)|on my own (?:stuff|car|truck)|unpaid|volunteer\w*|not paid|en (?:mi )?casa)\b"
)


def _no_work(part: Part) -> bool:
    """Whether an amount is of school or of one's free time."""
    return bool(_HOBBY.search(part.label) or (_SCHOOL.search(part.label) and not _AT_A_SCHOOL.search(part.label)))


def _whole_or_part(parts: list[Part], asked: str) -> list[Part]:
    """`accounting 20, QB the last 11 of it`: the part where the part is what is asked, else the whole."""
    inner = [p for p in parts if _OF_IT.match(p.after) or _THE_LAST.search(p.before)]
    if not inner or len(inner) == len(parts):
        return parts
    whole = [p for p in parts if p not in inner]
    said_of = max(speaks_of(p.label, asked) for p in whole)
    named = [p for p in inner if speaks_of(p.label, asked) > said_of]
    worded = any(_WORDY.search(p.label) for p in whole)
    return [p for p in named if worded or speaks_of(p.label, asked) > 1] or whole


def _on_topic(parts: list[Part], asked: str) -> list[Part]:
    """Those that speak of the very work, where the others speak of other work and not of another place."""
    if len(parts) < 2:
        return parts
    told = [speaks_of(p.label, asked) for p in parts]
    elsewhere = [bool(_WORDY.search(p.label)) and not _at_place(p) for p in parts]
    if not parts[0].label.strip(" .,") and all(elsewhere[1:]) and max(told[1:]) < 2:
        return parts[:1]
    as_other = [not plainly and bool(_AS.search(p.label)) for p, plainly in zip(parts, told, strict=True)]
    if any(as_other) and not all(as_other) and not max(told):
        return [p for p, other in zip(parts, as_other, strict=True) if not other]
    top = max(told)
    if top and any(away for away, plainly in zip(elsewhere, told, strict=True) if plainly < top):
        return [
            p
            for p, plainly, away in zip(parts, told, elsewhere, strict=True)
            if plainly == top or (not away and p.label)
        ]
    return parts


def _at_place(part: Part) -> bool:
    return bool(_AT_PLACE.match(part.after) or _AT_BEFORE.search(part.before))


def by_clock(plain: str, amount: Amount, unit: str) -> Amount:
    """`saturday mornings 6 to 10` is four hours."""
    low, high = amount.low, amount.high
    if unit != "hour" or amount.bound != "range" or low is None or high is None or high > 12:
        return amount
    if not _CLOCK.search(plain[: amount.start]):
        return amount
    hours = (high - low) % 12
    return Amount(low=hours, high=hours, start=amount.start, end=amount.end, numbers=amount.numbers)


def by_case(plain: str, found: list[Amount], unit: str) -> Amount | None:
    """`8 on days, 12 on nights`, `bad day 12, good day 20`, `10, boots maybe 10 and a half`: from the one to the other."""
    if len(found) != 2 or unit in ("year", "month", "week"):
        return None
    first, second = found
    if unit == "hour" and not _IF_NEEDED.match(plain[second.end :]):
        return None
    if first.exact is None or second.exact is None or first.exact == second.exact:
        return None
    low, high = sorted((first.exact, second.exact))
    between, after = plain[first.end : second.start], plain[second.end :]
    if not low < high <= 3 * low or _BOTH.search(after):
        return None
    rising = first.exact < second.exact
    apart = (
        rising
        and re.fullmatch(
            r"\s*(?:ish)?\s*(?:for sure|sure|easy|easily|comfortabl[ey]|fine|no problem|normal(?:ly)?|usually|tops|max)?\s*,?\s*(?:maybe |or |a |like |even )?",
            between,
        )
        and _CASE.match(after)
    )
    cases = (
        rising
        and _CASE.match(between)
        and re.match(r"\s*(?:on|for|at|in|if|when) ", after)
        and "and" not in between[-5:]
    )
    usually = (
        rising
        and re.match(r"\s*(?:most \w+|usually|normally|regularly|on average)\b\W*$", between)
        and re.match(r"\s*(?:on|for|at|in|if|when|during)\b", after)
    )
    perhaps = rising and high <= 1.5 * low and _PERHAPS.search(between)
    if not (apart or cases or usually or perhaps or _told_apart(plain, found)):
        return None
    return Amount(low=low, high=high, start=first.start, end=second.end, numbers=first.numbers + second.numbers, bound="range")  # fmt: skip


_IF_NEEDED = deferred(r"^\s*(?:hours?|hrs?|horas)?\s*(?:if|when|cuando|si)\b")


def _told_apart(plain: str, found: list[Amount]) -> bool:
    """Whether each amount has its kind of day: slow, busy, good, bad."""
    labels = [_DAY_KIND.findall(part.label) for part in parts_of(plain, found)]
    if (labels[0] or re.search(r"\bpeak|\bholidays?\b|\bwith \w+", plain)) and _ELSE.search(plain[found[1].end :]):
        return True
    return all(labels) and labels[0] != labels[1] and not re.search(r"\b(?:used to|was|before|antes)\b", plain)


_BOTH = deferred(r"\b(?:same time|together|combined|both|a la vez|al mismo tiempo)\b")
_ELSE = deferred(r"^\W*(?:otherwise|without\b|w/o|the rest|rest of the|off season|when not)\b")
_PERHAPS = deferred(r"\b(?:maybe|possibly|sometimes|could be|might be|quizas?|a veces)\b[^,.;\d]{0,14}$")
_DAY_KIND = deferred(
    r"\b(?:good|bad|great|rough|slow|busy|slammed|dead|easy|hard|tough|light|heavy|chill|crazy|quiet|weekdays?|weekends?|summer|winter|buen[oa]|mal[oa]|llen[oa]|tranquil[oa]|floj[oa])\b"
)
