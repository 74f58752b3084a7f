"""Amounts that are added or taken away: 3 at one place and 2 at the other, 45 before lunch and 45 after, had 6 but 4 fell off."""

import itertools
import re

from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred
from screening.understanding.durations import UNIT_WORDS, YEARS
from screening.understanding.number_parts import parts_of
from screening.understanding.number_units import unit_after

_PLACE = deferred(
    r"^\s*(?:(?:years?|yrs?|months?|mos?|anos?|meses)\s+)?(?:at|with|in|for|as|on|here|there|doing|driving|w/?|over at|en|con|of|from|full|part|paid|self|local|regional|otr|under|before|after|then|running|working|managing)\b"
)
_NOT_ADDED = deferred(
    r"\b(?:now|ago|old|but only|only|of (?:that|those|which|them)|including|out of|counting|not|instead|give or take|off)\b"
)
_ADDING = deferred(r"(?:\b(?:and|then|n|y|plus|luego|despues|after that|before that|antes)\b|[+&])")
_GONE = deferred(
    r"^\s*(?:of (?:them|em|those) )?(?:\w+ )?(?:fell off|came off|dropped (?:off|out)|rolled off|went away|expired|(?:got |was |were |been )?(?:dismissed|thrown out|tossed|removed|taken off|dropped|expunged|reduced)|took off|quit|left|are gone|is gone|gone|dont count|doesnt count|se (?:fueron|borraron|quitaron))\b"
)
_HALVES = (
    ("before", "after"),
    ("morning", "afternoon"),
    ("morning", "evening"),
    ("am", "pm"),
    ("first half", "second"),
    ("saturday", "sunday"),
    ("sat", "sun"),
    ("upstairs", "downstairs"),
)
_ONE_MORE = deferred(
    r"^\s*(?:\w+ )?(?:more|mas|extra|others?|additional|of (?:ot|overtime))\b|^\s*(?:hours? )?(?:ot|overtime)\b"
)
_LOST_ONE = deferred(r"\b(?:was|were|had|eran|eramos)\b[^,.;]{0,12}$")
_TIL = deferred(
    r"^[^,.;\d]{0,16}\b(?:till?|until|but|hasta que|pero)\b (?:my |mi )?(?:\w+ )?\w+ (?:got|left|quit|went|started|found|bailed|dropped|backed|se fue|consiguio)\b"
)
_BOTH = deferred(r"\b(?:same time|together|combined|both|a la vez|al mismo tiempo)\b")


_MINUS = deferred(r"\b(?:minus|less|take away|subtract|take off|menos)\s+(?:the |like |about |my )*$")
_HALF_OF = deferred(
    r"\b(?P<part>half|a third|a quarter|la mitad)\s+(?:of |de )?(?:that|it|those|them|which|eso|esos)\b"
)


def share(plain: str, found: list[Amount]) -> Amount | None:
    """`12 in construction, half of that framing`."""
    if len(found) == 2 and found[0].exact and found[1].exact and _MINUS.search(plain[found[0].end : found[1].start]):
        left = found[0].exact - found[1].exact
        return Amount(low=left, high=left, start=found[0].start, end=found[1].end, numbers=found[0].numbers) if left >= 0 else None  # fmt: skip
    match = _HALF_OF.search(plain)
    whole = [a for a in found if match and a.end <= match.start() and a.exact and a.exact > 1]
    if match is None or len(whole) != 1:
        return None
    return whole[0].times({"a third": 1 / 3, "a quarter": 0.25}.get(match["part"], 0.5))


def summed(plain: str, found: list[Amount]) -> Amount | None:
    """Years in several places: `2 yrs 6 months`, `3 at one place and 2 at the other`, `haas 3 years mazak 4`."""
    if any(a.bound and a.bound != "least" for a in found):
        return None
    if temp_and_perm(plain, found):
        return _added(found)
    gaps = [plain[a.end : b.start] for a, b in itertools.pairwise(found)]
    compound = all(
        re.fullmatch(rf"\s*(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']})?\W*(?:and|y|&|n|plus|con|,)?\W*", gap)
        for gap in gaps
    ) and unit_after(plain, found[0].numbers[-1].end)
    places = all(_PLACE.match(plain[a.end :]) for a in found) or all(re.search(r"\+|\bplus\b", gap) for gap in gaps)
    if not (compound or places or _all_told(plain, found, gaps)) or any(
        _NOT_ADDED.search(plain[a.end : min([a.end + 30, *(b.start for b in found if b.start > a.end)])]) for a in found
    ):
        return None
    if re.match(rf"\s*(?:{UNIT_WORDS['year']})?\s*,?\s*$", gaps[0]) and re.match(
        r"\s*(?:as|in|of|at) (?:a |an |the )?(?:lead|supervis\w*|manag\w*|them|that|those|charge|which)",
        plain[found[-1].end :],
    ):
        return None
    return _added(found)


_TEMP = deferred(r"\b(?:temp|temping|temporary|temporal|contract|contractor|agency|seasonal|por agencia)\b")
_PERM = deferred(r"\b(?:perm|permanent|hired|direct|on the books|their payroll|de planta|fij[oa])\b")
_ELSEWHERE = deferred(
    r"\b(?:total|in all|altogether|of (?:that|those|it|them|which)|counting|including|other|different|another)\b"
)


def temp_and_perm(plain: str, found: list[Amount]) -> bool:
    """`6 perm after 2 as a temp`."""
    if len(found) != 2 or _ELSEWHERE.search(plain):
        return False
    first, second = (part.label for part in parts_of(plain, found))
    one, two = ((bool(_TEMP.search(label)), bool(_PERM.search(label))) for label in (first, second))
    return one != two and sorted((one, two)) == [(False, True), (True, False)]


def _all_told(plain: str, found: list[Amount], gaps: list[str]) -> bool:
    """Whether every amount has words of its own, all in one order, or they are joined by `and`, `then`."""
    if sum(a.low or 0 for a in found) > 45 * 12 or re.search(r"\b(?:but|pero|im|i am|age|turned)\b", "".join(gaps)):
        return False
    parts = parts_of(plain, found)
    before = [bool(re.search(r"[a-z]{3}", _bare(part.before))) for part in parts]
    after = [bool(re.search(r"[a-z]{3}", _bare(part.after))) for part in parts]
    return all(before) or all(after) or ((before[0] or after[0]) and all(_ADDING.search(gap) for gap in gaps))


def _bare(label: str) -> str:
    return re.sub(
        rf"\b(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']}|about|almost|around|over|nearly|casi|like|maybe|just|i|did|had|have|been|got|and)\b",
        "",
        label,
    )


def _added(found: list[Amount]) -> Amount:
    total = sum(a.low or 0 for a in found)
    parts = tuple(n for a in found for n in a.numbers)
    least = any(a.bound == "least" for a in found)
    return Amount(low=total, high=None if least else total, start=found[0].start, end=found[-1].end, numbers=parts)


_TAUGHT = deferred(r"\b(?:train\w*|taught|hired?|mentor\w*|onboard\w*|interview\w*|entrenad\w*)\b")
_WENT = deferred(r"^\s*(?:of (?:them|em|those) )?(?:\w+ )?(?:quit|left|are gone|gone|se fueron)\b")


def counted_up(plain: str, found: list[Amount], unit: str, asked: str) -> Amount | None:
    """Two counts that make one: added (`five and five more`), or one taken from the other (`had 6 but 4 fell off`)."""
    if unit in YEARS and unit != "day":
        return None
    if len(found) == 1:
        return _one_gone(plain, found[0]) or _and_one(plain, found[0])
    if len(found) != 2 or any(a.exact is None for a in found):
        return _each_of(plain, found)
    first, second = found
    if _SPLIT.search(plain) and (part := _split(plain, first, second)):
        return part
    gap, after = plain[first.end : second.start], plain[second.end :]
    high, low = first.exact or 0, second.exact or 0
    if high > low and _GONE.match(after) and _TAUGHT.search(asked) and _WENT.match(after):
        return first
    if high > low and _GONE.match(after):
        left = high - low
        return Amount(low=left, high=left, start=first.start, end=second.end, numbers=first.numbers)
    if re.search(r"\b(?:so|total|now|max|or|but)\b", gap) or _NOT_ADDED.search(after[:20]):
        return None
    if _ADDING.search(gap) and (_ONE_MORE.match(after) or re.search(r"\b(?:another|otr[oa]s)\s*$", gap)):
        return _added(found)
    if _halves(gap, plain[: first.start], after):
        return _added(found)
    return _added(found) if _two_kinds(plain, first, second) else None


_SPLIT = deferred(r"\b(?:split|splitting|divide|divided|share|sharing|repartimos|dividimos)\b")
_OF_US = deferred(r"^\s*(?:of us|ways|people|aides|techs|nurses|cnas|girls|guys|de nosotr[oa]s|personas)\b")
_SEVERAL = deferred(
    r"\b(?:two|2|both|dos) (?:\w+ )?(?:lines|crews|teams|groups|departments|depts|areas|units|sites|stores|halls|rooms|classes|lineas|equipos|cuadrillas|grupos)\b"
)
_ONE_OTHER = deferred(
    r"\b(?:one|1|una?) (?:with|w/?|of|had|has|was|con|de)\W+(?:like |about )?(?P<a>\d{1,3})\b[^\d.;]{0,24}?\b(?:one|1|other|otr[oa]|una?)(?: one)? (?:(?:with|w/?|of|had|has|was|con|de)\W+)?(?:like |about )?(?P<b>\d{1,3})\b"
)


def _split(plain: str, whole: Amount, heads: Amount) -> Amount | None:
    """`40 and theres 2 of us so we split it`: one's own part."""
    if whole.exact is None or heads.exact is None or not _OF_US.match(plain[heads.end :]):
        return None
    if not 2 <= heads.exact < whole.exact:
        return None
    part = round(whole.exact / heads.exact, 1)
    return Amount(low=part, high=part, start=whole.start, end=heads.end, numbers=whole.numbers)


_WITH_ANOTHER = deferred(
    r"^[^,.;\d]{0,24}?\b(?:split|shared?|sharing|divided|dividid[oa]s?|compartid[oa]s?)\b(?: (?!each)\w+){0,2}? (?:with|w|w/|between me and|con) (?:(?:one|1|an?) (?:other|more)|another|otr[oa])\b"
    r"|^[^,.;\d]{0,24}?\b(?:and|n|but|w|with) me (?:and|n|plus|&) (?:(?:one|1|an?) (?:other|more)|another) \w+ (?:split|shared|divided) (?:it|them|em|that|those)\b"
    r"|^[^,.;\d]{0,24}?\b(?:between|entre) (?:the |las |los )?(?:(?:two|2|both) of us\b|(?:dos|2)\W*$)"
)


def with_another(plain: str, found: list[Amount]) -> Amount | None:
    """`30 bed unit split even w one other cna`: half of it."""
    whole = found[0] if found and all(a.exact in (1, 2) for a in found[1:]) else None
    if whole is None or (whole.exact or 0) < 4 or not _WITH_ANOTHER.match(plain[whole.end :]):
        return None
    return None if re.search(r"\b(?:each|apiece|cada)\b", plain) else whole.times(0.5)


def _each_of(plain: str, found: list[Amount]) -> Amount | None:
    """`two crews, one of 4 and one of 6`: all of them."""
    told = _ONE_OTHER.search(plain) if _SEVERAL.search(plain) else None
    if told is None or len(found) < 2:
        return None
    total = float(told["a"]) + float(told["b"])
    return Amount(low=total, high=total, start=found[0].start, end=told.end(), numbers=found[-1].numbers)


def _one_gone(plain: str, amount: Amount) -> Amount | None:
    """`there was four of us till mike left`."""
    if amount.exact is None or not _TIL.match(plain[amount.end :]) or not _LOST_ONE.search(plain[: amount.start]):
        return None
    left = amount.exact - 1
    return Amount(low=left, high=left, start=amount.start, end=amount.end, numbers=amount.numbers)


_PEOPLE = r"guys?|girls?|boys?|lad(?:y|ies)|wom[ae]n|m[ae]n|techs?|aides?|nurses?|cooks?|servers?|kids?|sons?|daughters?|drivers?|temps?|interns?|trainees?|helpers?|hij[oa]s?|ninos?|muchach[oa]s?"
_AND_ONE = deferred(
    rf"^\s*(?:{_PEOPLE})\b[^,.;\d]{{0,24}}\b(?:and|n|y|plus|&) (?:an?|one|un|una) (?:lil |little |old |new |baby )?(?:{_PEOPLE})\b"
)


def _and_one(plain: str, amount: Amount) -> Amount | None:
    """`2 girls and a boy`."""
    match = _AND_ONE.match(plain[amount.end :])
    if match is None or amount.exact is None:
        return None
    total = amount.exact + 1
    return Amount(low=total, high=total, start=amount.start, end=amount.end + match.end(), numbers=amount.numbers)


def _halves(gap: str, before: str, after: str) -> bool:
    return any(
        re.search(rf"\b{one}\b", f"{before[-20:]} {gap}") and re.search(rf"\b{other}\b", after[:24])
        for one, other in _HALVES
    )


def _two_kinds(plain: str, first: Amount, second: Amount) -> bool:
    """`6 techs and 12 aides`, `2 for the light and 2 for no seatbelt`, `25 on days and 20 on nights, both mine`."""
    gap, after = plain[first.end : second.start], plain[second.end :]
    joined = re.fullmatch(r"\s*(?P<one>\w+)(?: \w+){0,5}\s+(?:and|n|y|plus|&)\s+(?:then |another )?", gap)
    other = re.match(r"\s*(?P<two>\w+)", after)
    if joined is None or other is None:
        return False
    one, two = joined["one"], other["two"]
    few = (first.exact or 0) <= 3 and (second.exact or 0) <= 3
    if few and all(re.fullmatch(r"for|when|because|cuz|on|in|from|at|por|cuando", word) for word in (one, two)):
        return True
    if re.search(r"\bif\b|\bwhen\b|\bon (?:a )?(?:good|bad|slow|busy)\b|\bto\b", gap + after[:20]):
        return False
    if re.fullmatch(r"days?|nights?|weekdays?|weekends?", one) or one == "on":
        return bool(_BOTH.search(after))
    if one == two:
        return one in ("for", "from", "in", "por", "de")
    plural = len(one) > 3 and len(two) > 3 and one.endswith("s") and two.endswith("s")
    return plural and not re.search(rf"\b(?:{'|'.join(UNIT_WORDS.values())})\b", f"{one} {two}")
