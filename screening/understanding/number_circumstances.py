"""Of amounts told for two circumstances, the one that was one's own: of the shift worked, what it was in truth and not on paper."""

from screening.understanding.amounts import Amount
from screening.understanding.deferred import deferred
from screening.understanding.number_parts import Part, parts_of

_SHIFT = r"days?|nights?|mornings?|evenings?|afternoons?|weekdays?|weekends?|swings?|graveyard|overnights?|(?:first|second|third|1st|2nd|3rd)(?: shift)?|dia|noche|manana|tarde"
_WORKED = deferred(
    rf"\b(?:i|im|ive|yo)\b (?:(?:was|were|am|be|been|worked|work|did|do|had|always|mostly|usually|era|estaba|trabajaba|trabaje)\W+){{0,3}}(?:(?:on|the|in|de|en|el|la|por)\W+){{0,2}}(?P<which>{_SHIFT})\b(?! (?:and|n|or|y|o) )"
)
_NOMINAL = deferred(
    r"\b(?:on paper|suppos\w* to (?:be|have|get|take)?|was suppos\w* to|by law|legally|(?:the )?(?:state|law|ratio|handbook|contract) (?:says?|said|is|was|max|limit)|on (?:the|my) (?:resume|application|app)|(?:used to|was (?:gonna|going to|about to)|wanted to|almost|could) say|(?:you|u|yall|they|the ad) (?:said|say|wants?|wanted|asked? for|needs?)|(?:i )?(?:thought|figured) it was|(?:iba a decir|dije|pensaba|piden|quieren)(?: que)?(?: eran?)?|en (?:el )?papel|se supone(?: que)?|supuestamente|por ley)\b"
)
_OFFICIAL = deferred(r"\b(?:official(?:ly)?|technically|oficialmente)\b")
_NOMINAL_ASKED = deferred(r"\b(?:allowed|official\w*|suppos\w*|ratio|limit|legal\w*|on paper|assigned)\b")


def own_circumstance(plain: str, found: list[Amount], asked: str, *, timed: bool) -> Amount | None:
    """`8 on days, 14 on nights and i was nights`; `10 on paper, real life it was 16`."""
    if len(found) != 2 or any(amount.exact is None for amount in found):
        return None
    parts = parts_of(plain, found)
    shift = None if timed else _of_shift(plain, parts) or _in_charge(parts)
    return shift or (None if _NOMINAL_ASKED.search(asked) else _in_truth(parts, timed=timed))


def _of_shift(plain: str, parts: list[Part]) -> Amount | None:
    match = _WORKED.search(plain, parts[-1].amount.end) or _WORKED.search(plain[: parts[0].amount.start])
    if match is None:
        return None
    which = match["which"].removesuffix(" shift")[:5].rstrip("s")
    own = [part.amount for part in parts if which in part.label.replace(match.group(), " ")]
    return own[0] if len(own) == 1 else None


_MY_CHARGE = deferred(
    r"\b(?:under me|below me|report(?:ed|ing|s)? to me|(?:was|were|are) mine|in my charge|i (?:ran|led|supervised|managed)|a mi cargo|debajo de mi|bajo mi mando)\b"
)


def _in_charge(parts: list[Part]) -> Amount | None:
    """`20 on the floor but only 6 under me`."""
    own = [part.amount for part in parts if _MY_CHARGE.search(part.label)]
    return own[0] if len(own) == 1 else None


def _in_truth(parts: list[Part], *, timed: bool) -> Amount | None:
    """The one that is not of paper; official years are worked years for all that."""
    real = [
        part.amount
        for part in parts
        if not (_NOMINAL.search(part.label) or (not timed and _OFFICIAL.search(part.label)))
    ]
    return real[0] if len(real) == 1 else None
