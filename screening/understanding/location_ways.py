"""Which of several ways told is the one asked for: the one made now, one way, as it is known by who makes it."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from screening.understanding.amounts import Amount, amounts
from screening.understanding.blanking import without
from screening.understanding.numerals import numbers

_TIME: Final = re.compile(r"\b(?:mi?ns?|minutes?|minutos?)\b|(?<=\d)m(?:ins?)?\b")
_HOURS: Final = re.compile(r"\b(?:hours?|hrs?|horas?)\b|(?<=\d)h(?:rs?)?\b")
_MILES: Final = re.compile(r"\b(?:miles?|millas?|mi)\b")
_PIECE: Final = re.compile(r"(?:[.;!?\n]+(?!\d)|,(?!\d)|\b(?:but|pero|so|asi que|though)\b)")
_ONCE: Final = re.compile(
    r"\b(?:was|were|used to|use to|quit|left|lost|turned down|did|drove|had|took me|went|commuted|travell?ed|last (?:one|1|job|time|place|gig)|my old|old (?:job|place|one)|before|antes|previous|back then|era|hacia|manejaba|tardaba|i was)\b"
)
_NOW: Final = re.compile(
    r"\b(?:now|ahora|this (?:one|1|time|job)|these days|currently|can|could|will|would|up to|id|ill|max|tops|gimme|today)\b"
)
_NOW_AFTER: Final = re.compile(r"\b(?:now|ahora|these days|this time)\b(?! that\b)")


@dataclass(frozen=True, slots=True)
class Way:
    """The text with every other way blanked, what its amount is to be multiplied by, and the unit said of another."""

    plain: str
    share: float
    unit: str


def way_meant(plain: str, asked: str, *, most: bool) -> Way:
    """The way asked for (`most`: the longest one would do); the text untouched where one alone is told."""
    left = _as_known(_present(_highest(_bearable(plain)) if most else _usual(plain)))
    left, share = _one_way(left, asked)
    gone = "".join(was if was != now else " " for was, now in zip(plain, left, strict=True))
    unit = "hour" if _HOURS.search(gone) else "minute" if _TIME.search(gone) else "mile" if _MILES.search(gone) else ""
    return Way(left, share, unit if not _told(left) else "")


def _told(plain: str) -> bool:
    return bool(_TIME.search(plain) or _HOURS.search(plain) or _MILES.search(plain))


def _figured(text: str) -> bool:
    return bool(numbers(text) or _HOURS.search(text))


def _present(plain: str) -> str:
    """Without the ways once made, where one made now or to be made is told as well."""
    now = _NOW_AFTER.search(plain)
    if now and _ONCE.search(plain[: now.start()]) and _figured(plain[now.end() :]) and _figured(plain[: now.start()]):
        return without(plain, 0, now.start())
    pieces = _pieces(plain)
    once = [(a, b) for a, b in pieces if _ONCE.search(plain[a:b]) and not _NOW.search(plain[a:b])]
    rest = [(a, b) for a, b in pieces if (a, b) not in once and _figured(plain[a:b])]
    for start, end in once if rest else []:
        plain = without(plain, start, end)
    return plain


def _pieces(plain: str) -> list[tuple[int, int]]:
    edges = [0, *(m.end() for m in _PIECE.finditer(plain)), len(plain)]
    return list(pairwise(edges))


_TOP: Final = re.compile(
    r"(?:,|\bor\b|\bmaybe\b|\bo\b)\s*(?:maybe |even |like )?(?=(?:\d+|\w+ty(?: \w+)?|(?:an )?hour(?: and a half)?)\b ?(?:\w+ )?(?:if|si|for the right|tops|max|at most|a lo mucho)\b)"
)


def _highest(plain: str) -> str:
    """Only what is gone to at most, where less is told before ("half an hour, 40 if it pays")."""
    top = _TOP.search(plain)
    return without(plain, 0, top.end()) if top else plain


_TOO_MUCH: Final = re.compile(
    r"\b(?:hate|hated|hating|cant stand|too (?:far|long|much)|way too|sick of|tired of|over it|sucks|killing me|kills me|no good|not again|never again|odio|muy lejos|demasiado|cansad[oa])\b"
)
_DRIVES_NOW: Final = re.compile(r"\b(?:now|currently|rn|right now|these days|ahora|ahorita)\b")
_COULD: Final = re.compile(
    r"\b(?:could|can|would|id|ill|max|tops|is it|is all|limit|at most|rather|want|prefer|up to|maximo|podria|quiero)\b"
)


def _bearable(plain: str) -> str:
    """Without the way that is hated, or the one made now, where another that would do is told."""
    pieces = _pieces(plain)
    figured = [(a, b) for a, b in pieces if _figured(plain[a:b])]
    hated = [(a, b) for a, b in figured if _TOO_MUCH.search(plain[a:b])]
    would = any(_COULD.search(plain[a:b]) and not _DRIVES_NOW.search(plain[a:b]) for a, b in figured)
    gone = hated or [(a, b) for a, b in figured if would and _DRIVES_NOW.search(plain[a:b])]
    for start, end in gone if len(gone) < len(figured) else []:
        plain = without(plain, start, end)
    return plain


_USUALLY: Final = re.compile(
    r"\b(?:normal(?:ly)?|usual(?:ly)?|typical(?:ly)?|regular(?:ly)?|most days|on average|normalmente|de costumbre)\b"
)
_SELDOM: Final = re.compile(
    r"\b(?:snow\w*|ice|icy|rain\w*|storm\w*|fog\w*|bad weather|weather|accident|wreck|construction|flood\w*|nieve|nieva|lluvia|llueve)\b"
)


def _usual(plain: str) -> str:
    """Without the way in bad weather, where the usual one is told beside it."""
    pieces = [(a, b) for a, b in _pieces(plain) if _figured(plain[a:b])]
    if not any(_USUALLY.search(plain[a:b]) for a, b in pieces):
        return plain
    for start, end in pieces:
        if _SELDOM.search(plain[start:end]) and not _USUALLY.search(plain[start:end]):
            plain = without(plain, start, end)
    return plain


_SAYS: Final = re.compile(
    r"\b(?:(?:google )?maps?|google|gps|siri|waze|they|people|phone)\s+(?:says?|said|claims?|shows?|told me|dice)\b(?:[^,.;]|\.(?=\d))*?(?:[,;]|\.(?!\d)|\bbut\b|\bpero\b|(?=\b(?:i (?:say|think|do|make|get)|id say|me|really|more like|its really|actually|yo digo)\b))"
)


def _as_known(plain: str) -> str:
    """Without what a map says, where another figure is given against it."""
    says = _SAYS.search(plain)
    if says is None or not _figured(plain[says.end() :]):
        return plain
    miles = [bool(_MILES.search(part)) for part in (says.group(), plain[says.end() :])]
    return without(plain, *says.span()) if miles[0] == miles[1] or not all(_measured(plain, says)) else plain


def _measured(plain: str, says: "re.Match[str]") -> tuple[bool, bool]:
    """Whether a unit stands with what the map says, and with what is given beside it."""
    return _told(says.group()), _told(plain[says.end() :])


_EACH: Final = re.compile(r"\s*(?:\w+ )?(?:(?:each|one|1|per) way|there(?! (?:and|n|&)\b)|de ida\b(?! y vuelta)|cada (?:viaje|lado))")  # fmt: skip
_BOTH: Final = re.compile(r"\s*(?:\w+ )?(?:there (?:and|n|&) (?:back|home)|round ?-?trip|both ways (?:together|total|combined|in all)|ida y vuelta|(?:total|altogether|combined|together) both ways)")  # fmt: skip
_ALL: Final = re.compile(r"\s*(?:\w+ )?(?:a day |per day |for the day|a day\b|in )?(?:total|altogether|combined|all together|for the (?:whole )?day|a day|back\b|de regreso|de vuelta|both ways)")  # fmt: skip


def _one_way(plain: str, asked: str) -> tuple[str, float]:
    """Without the way there and back where the one way is told too; else half of it."""
    found = amounts(plain)
    each = [a for a in found if _EACH.match(_after(plain, a))]
    if each:
        for amount in found:
            if amount not in each and (_BOTH.match(_after(plain, amount)) or _ALL.match(_after(plain, amount))):
                plain = without(plain, amount.start, len(plain) - len(_after(plain, amount)))
        return plain, 1.0
    halved = re.search(rf"\b(?:hours?|hrs?|minutes?|mins?|miles?|mi|minutos|horas?|millas|\d+){_BOTH.pattern}", plain)
    return plain, 0.5 if halved and not re.search(r"\bround ?-?trip\b|\bboth ways\b", asked) else 1.0


def _after(plain: str, amount: Amount) -> str:
    return re.sub(r"^\s*(?:hours?|hrs?|minutes?|mins?|mns|miles?|mi|minutos|horas?|millas)\b", "", plain[amount.end :])


_PART: Final = re.compile(
    r"^\s*(?:mins?|mns|minutes?|minutos)?\s*(?:(?:on|by|of|in|a|the|to|for|en|de|from) )*(?P<way>walk|rid|bus|train|driv|wait|stop|bike|subway|camin|camion|station)\w*"
)
_ADDS: Final = re.compile(r"(?:\b(?:and|n|y|plus|then|mas)\b|[+&,])\s*(?:then |another |like |about )*$")


def parts_together(plain: str) -> tuple[float, int, int] | None:
    """The minutes of parts told one after another (`10 walking and 20 on the bus`), with where they stand; None elsewhere."""
    found = amounts(plain)
    if len(found) != 2 or any(a.exact is None for a in found) or _MILES.search(plain) or _HOURS.search(plain):
        return None
    first, second = found
    one, other = _PART.match(plain[first.end :]), _PART.match(plain[second.end :])
    if one is None or other is None or one["way"] == other["way"] or not _ADDS.search(plain[: second.start]):
        return None
    return (first.exact or 0) + (second.exact or 0), first.start, second.end + other.end()


_CASE: Final = re.compile(
    r"^\s*(?:mns|mins?|minutes?|minutos)?\s*(?:(?:w/?o?|with(?:out)?|in|on|during|if|when|no|sin|con|en|cuando|for|bad|heavy|light|good)\b/?)[^,.;\d]{0,28}?(?:\b(?:traffic|trafico|rush(?: hour)?|snow|rain|winter|weather|lights|days?|mornings?|am|pm|evenings?|afternoons?|weekends?|highway|freeway|train|construction|school|it|one)\b|$|(?=,))"
)
_IF: Final = re.compile(
    r"^\s*(?:mns|mins?|minutes?|minutos)?\s*(?:if|when|si|cuando)\b[^.;\d]{2,40}?[,\s](?:and |but |or |maybe |y |o )?$"
)
_IF_NOT: Final = re.compile(r"^\s*(?:mns|mins?|minutes?|minutos)?\s*(?:if|when|otherwise|si|cuando)\b")
_EMPTY: Final = re.compile(r"^[\s,;/]*(?:and|or|but|maybe|y|o|pero)?\s*$")


def by_traffic(plain: str) -> tuple[float, float, int, int] | None:
    """`35 with traffic 20 without`, `25, 40 in snow`: from the one to the other, with where they stand; None elsewhere."""
    found = [a for a in amounts(plain) if not (a.exact == 1 and a.numbers[0].words)]
    if len(found) != 2 or any(a.exact is None for a in found) or _MILES.search(plain) or _HOURS.search(plain):
        return None
    first, second = found
    gap = plain[first.end : second.start]
    low, high = sorted((first.exact or 0, second.exact or 0))
    case = _CASE.match(gap)
    bare = _EMPTY.match(re.sub(_TIME, " ", gap)) and low == first.exact
    told = _CASE.match(plain[second.end :])
    if _IF.match(gap) and _IF_NOT.match(plain[second.end :]) and low < high <= 2 * low:
        return low, high, first.start, second.end
    if not told or not (bare or (case and _EMPTY.match(gap[case.end() :]))) or not low < high <= 4 * low:
        return None
    return low, high, first.start, second.end
