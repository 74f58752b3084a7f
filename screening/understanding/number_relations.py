"""Figures that stand in a relation: what is left of forty, double that, one in each hand, six and two that make eight."""

import itertools
import re

from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred
from screening.understanding.durations import YEARS
from screening.understanding.number_sums import share
from screening.understanding.number_weighed import CLOSING
from screening.understanding.reading import Context
from screening.understanding.tables import any_of

_LEFT = deferred(
    r"\b(?:whats|what is|what|whatever|whatevers|whatever is|the rest|rest|remainder|balance|lo que|el resto)(?: (?:is|be|left|left over|leftover|remains|remaining|queda|sobra))*(?: out)? ?(?:of|outta|from|de)\s+(?:the |my |a |an? even |las |los )*$"
)
_LESS = deferred(r"\b(?:minus|less|menos) (?:the |like |about |my |el |la |los )*$")
_DOUBLE = deferred(
    r"\b(?P<how>double|twice|triple|quadruple|2x|3x|two times|three times|el doble|el triple) (?:of )?(?:that|those|as many|it|de eso)\b|\b(?P<done>doubled|tripled) (?:it|that|the (?:crew|team|staff))\b"
)
_WOULD_BE = deferred(r"\b(?:if|could|should|wish|not|never|wanted|supposed|almost|nearly|need\w*)\b[^,.;]{0,24}$")
_EACH_SIDE = deferred(
    r"^\s*(?:-?\s*(?:lbs?|pounds?|libras|kilos?|kgs?))?\s*(?:\w+ ){0,4}?(?:(?:on|in|under|over|with|en|bajo) (?:each|every|either|cada)|per|a) (?:\w+ )?(?:shoulder|hand|arm|side|fist|hombro|mano|brazo|lado)\b"
)
_IN_ALL = deferred(r"^\s*(?:lbs?|pounds?)?\s*(?:total|in all|altogether|combined)\b")
_GONE_BEFORE = deferred(
    r"\b(?:(?P<sold>pawned|sold|lost|hocked|broke|(?:lent|loaned)(?: out)?(?: my \w+| him| her)?|gave (?:away|my \w+|him|her)|vendi|empene|perdi|preste|regale)|(?P<plain>dropped|dismissed|tossed|beat|expunged|cleared|removed|quitaron|borraron)|threw|thrown|throw|tossed|knocked|took|fought|got|had|kicked)(?: (?:like|about|out|off))?\s+$"
)
_GONE_AFTER = deferred(
    r"^\s*(?:of (?:em|them|those))?\s*(?:out|off|tossed|dismissed|dropped|thrown out|removed|reduced|expunged|taken off|cleared|fuera)\b"
)
_ITEM = deferred(
    rf"\s*(?:\w+ )?(?P<who>{any_of('figures', 'people')})\b(?P<more>[\s,]*(?:(?:and|n|y|plus|&) )?(?:an?|one|un|una) (?:\w+ )?(?P<other>{any_of('figures', 'people')})\b)?"
)
_JOINED = deferred(r"[\s,;&+]*(?:(?:and|n|y|plus|then|w|with|and then) *)?")
_WINDOW = deferred(
    r"\b(?:last|past|ultim[oa]s) (?P<n>\d{1,2}|one|two|three|four|five|six|seven|ten|tres|cinco|dos|siete) (?:years?|yrs?|anos)\b"
)
_OF_THEM = deferred(
    r"\b(?P<n>\d|one|two|three|four|five|un[oa]|dos|tres) (?:of (?:them|em|those|these|which|that)|de (?:ell[oa]s|es[oa]s))\b[^.;]{0,24}?\b(?:(?P<year>(?:19|20)\d\d)|(?P<old>(?:over|more than|like|about)? ?(?:\d{1,2}|five|six|seven|eight|ten) (?:years|yrs) (?:ago|old|back)))\b"
)
_COUNTS = dict(one=1, two=2, three=3, four=4, five=5, six=6, seven=7, ten=10, un=1, uno=1, una=1, dos=2, tres=3, cinco=5, siete=7)  # fmt: skip


def related(plain: str, found: list[Amount], unit: str, asked: str, context: Context) -> Amount | None:
    """The amount several come to by what the text says of them; None where it says nothing of the kind."""
    counts = unit not in YEARS or unit == "day"
    if counts and (recent := _recent(plain, found, asked, context)):
        return recent
    if counts and (yearly := _by_year(plain, found)):
        return yearly
    if any(a.exact is None for a in found) or not found:
        return None
    less = share(plain, found) if len(found) == 2 and _LESS.search(plain[found[0].end : found[1].start]) else None
    if (
        proved := less
        or _half_of(plain, found)
        or _stints(plain, found)
        or _without_break(plain, found)
        or _proved(plain, found)
        or _what_is_left(plain, found)
    ):
        return proved
    if not counts:
        return None
    if _ROUND.match(plain, found[-1].end) and len(found) == 1 and _WAY_ASKED.search(asked):
        return found[0].times(0.5)
    if re.search(r"\b(?:pounds?|lbs?|heavy|weight|libras|kilos)\b", f"{unit} {asked}"):
        return _both_sides(plain, found)
    return (
        _gone(plain, found, asked)
        or _doubled(plain, found)
        or (_heads(plain, found) if _PEOPLE_ASKED.search(asked) else None)
    )


_PEOPLE_ASKED = deferred(
    r"\b(?:people|employees|team|crew|staff|persons?|personas|workers|members|empleados|supervis\w*|manag\w*|kids|children|students|class|classroom|alumnos|ninos)\b"
)


def _amount(value: float, first: Amount, last: Amount) -> Amount:
    return Amount(low=value, high=value, start=first.start, end=last.end, numbers=first.numbers)


def _proved(plain: str, found: list[Amount]) -> Amount | None:
    """The last figure behind a stop, or the first before one, where it is what others come to (`40 minus an 8. 32`)."""
    if len(found) < 3:
        return None
    values = [float(a.exact or 0) for a in found]
    gap = plain[found[-2].end : found[-1].start]
    if (re.search(r"[.,;=]\s*$", gap) or CLOSING.search(gap)) and not re.match(r"\s*[a-z]", plain[found[-1].end :]):
        pairs = itertools.combinations(values[:-1], 2)
        if sum(values[:-1]) == values[-1] or any(values[-1] in (a + b, abs(a - b)) and a != b for a, b in pairs):
            return found[-1]
    opens = re.match(r"\s*(?:total|in all|people|guys)?\s*[.,;:=(-]", plain[found[0].end :])
    return found[0] if opens and sum(values[1:]) == values[0] else None


def _what_is_left(plain: str, found: list[Amount]) -> Amount | None:
    """`24 at my other job so whats left of forty`."""
    if len(found) != 2 or not _LEFT.search(plain[found[0].end : found[1].start]):
        return None
    left = (found[1].exact or 0) - (found[0].exact or 0)
    return _amount(left, found[0], found[1]) if left > 0 else None


def _doubled(plain: str, found: list[Amount]) -> Amount | None:
    """`started with 4 and ended with double that`."""
    match = _DOUBLE.search(plain, found[-1].end)
    if len(found) != 1 or match is None or _WOULD_BE.search(plain[: match.start()]):
        return None
    how = match["how"] or match["done"]
    factor = 4 if how.startswith("quad") else 3 if "trip" in how or how[0] in "3" or "three" in how else 2
    return found[0].times(factor)


_ROUND = deferred(
    r"\s*(?:mi|miles?|mins?|minutes?|millas|minutos)?\s*(?:round ?-?trip|there (?:and|n|&) back|ida y vuelta|(?:total )?both ways)\b"
)
_WAY_ASKED = deferred(
    r"^(?!.*\b(?:round ?-?trip|both ways)\b).*\b(?:commute|to (?:work|your|the|our)|drive|live from)\b"
)
_BY_YEAR = deferred(r"\b(?P<n>\d{1,3})(?: \w+)? (?:in|en) (?:19|20)\d\d\b")
_STINTS = deferred(
    r"\s*(?:different )?(?:stints?|times|places|jobs|stores?|sites|locations|contracts?|seasons?|terms?|tours?|stops|shops|plants|companies|employers|trabajos|lugares|temporadas)\b"
)
_EACH = deferred(r"[^.;\d]{0,24}\b(?:each|apiece|a ?piece|cada un[oa])\b")
_BREAK = deferred(r"\s*-?\s*(?:years?|yrs?|anos?) (?:break|gap|layoff|hiatus|pause|pausa|descanso|off|out)\b")


def _by_year(plain: str, found: list[Amount]) -> Amount | None:
    """`5 in 2024 6 in 2025`: all of them."""
    told = [int(m["n"]) for m in _BY_YEAR.finditer(plain)]
    return _amount(float(sum(told)), found[0], found[-1]) if len(told) > 1 else None


def _half_of(plain: str, found: list[Amount]) -> Amount | None:
    """`half of 40`."""
    if (
        len(found) != 2
        or found[0].exact != 0.5
        or not re.fullmatch(r"\s*(?:of|de)? ?(?:the |my |an? )?", plain[found[0].end : found[1].start])
    ):
        return None
    return found[1].times(0.5) if (found[1].exact or 0) > 1 else None


def _stints(plain: str, found: list[Amount]) -> Amount | None:
    """`2 stints, 3 yrs each`; `3 new hires each at 2 stores`."""
    if len(found) != 2:
        return None
    first, second = found
    gap = plain[first.end : second.start]
    each = _STINTS.match(gap) and _EACH.match(plain, second.end)
    around = re.search(r"\beach (?:at|in|of|on|for) (?:the |my )?$", gap) and _STINTS.match(plain, second.end)
    return _amount((first.exact or 0) * (second.exact or 0), first, second) if each or around else None


def _without_break(plain: str, found: list[Amount]) -> Amount | None:
    """`15 with a 3 yr break in there`."""
    if len(found) != 2 or not _BREAK.match(plain, found[1].end):
        return None
    gap = plain[found[0].end : found[1].start]
    left = (found[0].exact or 0) - (found[1].exact or 0)
    plainly = re.search(r"\b(?:w|with|minus|con|but|except|less|menos)\b[^.;]{0,16}$", gap)
    return _amount(left, *found) if plainly and left > 0 else None


def _several(plain: str, found: list[Amount]) -> Amount | None:
    """`two 30s`: the weight of both."""
    if len(found) != 2 or found[0].exact not in (2, 3) or (found[1].exact or 0) < 10:
        return None
    if plain[found[0].end : found[1].start].strip() or not re.match(
        r"s\b|\s*-?(?:lb|pound)s? \w+s\b|\s*pounders\b", plain[found[1].end :]
    ):
        return None
    return _amount((found[0].exact or 0) * (found[1].exact or 0), *found)


def _both_sides(plain: str, found: list[Amount]) -> Amount | None:
    """`a 40 lb bag in each hand`."""
    last = found[-1]
    match = _EACH_SIDE.match(plain[last.end :])
    if several := _several(plain, found):
        return several
    if match is None or _IN_ALL.search(plain[last.end + match.end() :]) or (len(found) > 1 and found[-2].exact != 1):
        return None
    kilos = re.match(r"\s*(?:kilos?|kgs?)\b", plain[last.end :])
    return _amount(round((last.exact or 0) * (4.4092 if kilos else 2)), last, last)


def _gone(plain: str, found: list[Amount], asked: str) -> Amount | None:
    """`had three, judge threw one out`."""
    if len(found) != 2:
        return None
    high, low = (a.exact or 0 for a in found)
    match = _GONE_BEFORE.search(plain[found[0].end : found[1].start])
    if low < high and _had(plain, found, asked, match):
        return _amount(high - low, *found)
    if (
        match is None
        or match["sold"]
        or low >= high
        or not (match["plain"] or _GONE_AFTER.match(plain[found[1].end :]))
    ):
        return None
    return _amount(high - low, *found)


_HAD = deferred(r"\b(?:had|have|own|owned|bought|tenia|tengo|compre)\W+(?:\w+ )?$")
_HAD_ASKED = deferred(r"\b(?:own|bring|do you have|tienes?|tiene)\b")
_LOSS_ASKED = deferred(r"\b(?:sell|sold|lose|lost|break|broke|pawn\w*|vend\w+)\b")
_TAKEN = deferred(
    r"^\s*(?:of (?:em|them|those) )?(?:(?:got|were|was|been|is|are|its) )?(?:stolen|pawned|hocked|robbed|broken|broke|ripped off|swiped|jacked)\b|^\s*(?:se )?(?:me )?(?:robaron|rompieron|perdieron)\b"
)


def _had(plain: str, found: list[Amount], asked: str, match: "re.Match[str] | None") -> bool:
    """Whether so many were had and so many of them are gone: `had 12 pawned 5`, `i own 8 but 2 got stolen`."""
    if _LOSS_ASKED.search(asked) or not (_HAD_ASKED.search(asked) or _HAD.search(plain[: found[0].start])):
        return False
    nothing_else = re.match(
        r"\s*(?:of (?:em|them|those)|\W*$|\s*[,.;!]|so\b|last|this|to (?:my|him|her|a)\b)", plain[found[1].end :]
    )
    sold = bool(match and match["sold"] and nothing_else)
    gap = plain[found[0].end : found[1].start]
    return sold or bool(_TAKEN.match(plain[found[1].end :]) and not re.search(r"\d|\b(?:or|to)\b", gap))


def _recent(plain: str, found: list[Amount], asked: str, context: Context) -> Amount | None:
    """`3 on there but two of em are from 2015`, where the last years are asked."""
    window, match = _WINDOW.search(asked), _OF_THEM.search(plain)
    whole = next((a for a in found if match and a.exact is not None and a.end <= match.start()), None)
    if window is None or match is None or whole is None:
        return None
    span = _count(window["n"])
    if match["year"]:
        old = context.now.year - int(match["year"]) > span
    else:
        ago = re.search(r"\d{1,2}|five|six|seven|eight|ten", match["old"])
        old = bool(ago and (_count(ago.group()) or 8) > span)
    left = (whole.exact or 0) - _count(match["n"])
    return _amount(left, whole, whole) if old and left >= 0 else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS.get(word, 0)


def _heads(plain: str, found: list[Amount]) -> Amount | None:
    """`6 servers 2 bussers and a host`; of `12 guys and 3 forklifts` the guys."""
    total, kinds = 0.0, []
    for index, amount in enumerate(found):
        match = _ITEM.match(plain, amount.end)
        if match is None:
            return found[0] if index == 1 == len(found) - 1 and _THING.match(plain, amount.end) else None
        following = found[index + 1].start if index + 1 < len(found) else None
        if following is not None and not _JOINED.fullmatch(plain, match.end(), following):
            return None
        total += (amount.exact or 0) + bool(match["more"])
        kinds += [match["who"], *([match["other"]] if match["more"] else [])]
    return _amount(total, found[0], found[-1]) if len(kinds) > 1 and len(set(kinds)) == len(kinds) else None


_THING = deferred(
    r"\s*(?:trucks?|forklifts?|machines?|lines?|stores?|shifts?|rooms?|sites?|buildings?|locations?|departments?|depts?|crews?|jobs?|projects?|vans?|cars?|trailers?|lathes?|presses|ovens?|bays?|docks?|aisles?|beds?|tables?)\b"
)
