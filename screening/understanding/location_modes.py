"""Ways told by how they are made or in which direction: the drive asked about beside a walk, there and home."""

import re
from itertools import pairwise
from typing import Final

from screening.understanding.amounts import amounts
from screening.understanding.blanking import without
from screening.understanding.deferred import deferred
from screening.understanding.numerals import numbers

_UNIT: Final = r"\s*(?:mns|mins?|minutes?|minutos|m)?\s*(?:(?:or so|ish|about|like|maybe)\s+)?"
_THERE: Final = deferred(
    rf"{_UNIT}(?:going(?: (?:in|there))?|(?:getting |to get )?there|to work|to get in|on the way (?:there|in|to work)|(?:in|during|en|por) (?:the |la )?(?:mornings?|am|manana)|mornings?|de ida|pa ir|para ir)\b(?! (?:and|n|&) (?:back|home)\b)(?P<rest>[^\d]*)$"
)
_HOME: Final = deferred(
    rf"{_UNIT}(?:(?:com(?:ing|in)|going|goin|getting|gettin|driving|to get|on the way) (?:back|home)(?: home)?|back(?: home)?|home|(?:in|during|en|por) (?:the |la )?(?:evenings?|afternoons?|pm|tardes?|noche)|evenings?|afternoons?|de (?:regreso|vuelta)|pa regresar|para regresar)\b"
)
_JOINED: Final = deferred(r"[\s,;/]*(?:(?:and|n|but|then|y|pero|to|about|like|maybe|more like|around)\b[\s,]*)*")


def both_ways(plain: str) -> tuple[float, float, int, int] | None:
    """`50 in the morning, 25 coming home`: from the one to the other, with where they stand; None elsewhere."""
    found = [a for a in amounts(plain) if a.exact is not None]
    if len(found) != 2 or re.search(r"\d ?(?:miles?|mi\b|hours?|hrs?)", plain):
        return None
    first, second = found
    there = _THERE.match(plain[first.end : second.start])
    if there is None or not _JOINED.fullmatch(there["rest"]) or not _HOME.match(plain[second.end :]):
        return None
    low, high = sorted((first.exact or 0, second.exact or 0))
    return (low, high, first.start, second.end) if low < high <= 3 * low else None


_PIECE: Final = deferred(r"[.;!?\n]+(?!\d)|,(?!\d)|\b(?:but|pero|though|while)\b")
_DRIVES: Final = deferred(
    r"\b(?:driv(?:e|es|ing|in)|drove|by car|in (?:the|my|a) car|car|en (?:carro|coche|auto)|manejando|manejar)\b"
)
_NO_DRIVE: Final = deferred(
    r"\b(?:dont|do not|cant|no|not|never|without|sin|bus|train) (?:a |have a |my )?(?:driv\w+|car|carro|manej\w+)\b"
)
_OTHERWISE: Final = deferred(
    r"\b(?:walk\w*|foot|bik(?:e|es|ing)|bicycle|bus|buses|train|subway|metro|scooter|caminando|caminar|a pie|bici\w*|camion|tren)\b"
)
_ASKS_DRIVE: Final = deferred(r"\b(?:drive|driving|by car|manejar|manejando|en carro)\b")


def as_asked(plain: str, asked: str) -> str:
    """Without the ways walked or ridden, where the drive is asked about and told (`could walk it in 20, drive is 5`)."""
    if not _ASKS_DRIVE.search(asked):
        return plain
    edges = [0, *(m.end() for m in _PIECE.finditer(plain)), len(plain)]
    told = [(a, b) for a, b in pairwise(edges) if numbers(plain[a:b]) or re.search(r"\b(?:hour|hr)\b", plain[a:b])]
    driven = [(a, b) for a, b in told if _DRIVES.search(plain[a:b]) and not _NO_DRIVE.search(plain[a:b])]
    for start, end in told if driven else []:
        if (start, end) not in driven and _OTHERWISE.search(plain[start:end]):
            plain = without(plain, start, end)
    return plain


_NO_MORE: Final = deferred(
    r"\s*(?:of )?(?:an? )?(?:mns|mins?|minutes?|minutos|miles?|mi|millas|hours?|hrs?|horas?)?[\s,.]*(?:(?:and|y|n|but|lol)\s+)?(?:(?:not|never) (?:a|one|1) (?:single )?(?:minute|min|mns|mile|second|bit|block|hour|inch|foot|step|hair) (?:more|over|past|longer|farther|further)|ni una? (?:\w+ )?mas\b|(?:no|nothing|nada) (?:more|mas|longer|farther|further|over)\b(?! than)|(?:thats|that is) (?:(?:it|all|plenty|enough|far enough|pushing it)\b(?! for)|my (?:limit|max|cutoff|line)\b)|eso es todo|y ya\b)"
)


def no_more(plain: str, end: int) -> bool:
    """Whether what follows a figure says that no more will do."""
    return bool(_NO_MORE.match(plain, end))
