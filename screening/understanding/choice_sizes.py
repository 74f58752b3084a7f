"""A choice among sizes of clothes: S to 4XL, two sizes in one option, a biggest with no end."""

import itertools
import re
from typing import Final

from screening.understanding.choice_hits import UNSURE, Hit
from screening.understanding.choice_options import Offered
from screening.understanding.deferred import deferred
from screening.understanding.words import Said

_SIZE: Final = (
    r"(?P<n>[2-6]) ?-?x(?: ?-?l(?:arge)?)?|(?P<xs>x{2,6})(?: ?-?l(?:arge|rg|g)?)?"
    r"|(?P<times>double|triple|quadruple|quad) ?-?x(?: ?-?l(?:arge)?)?"
    r"|(?P<word>xs|extra ?small|xl|xlg|x-? ?large|extra ?(?:large|lg|lrg)|small|sm|medium|med|large|lrg|lg|[sml])"
)
_IN_TEXT: Final = deferred(rf"(?<![\w'/])(?:{_SIZE})(?![\w'/])")
_NAMES: Final = deferred(
    rf"(?:{_SIZE})(?: ?[/-] ?(?:{_SIZE.replace('?P<', '?P<b_')}))?(?P<more> ?(?:\+|(?:or|and) (?:bigger|larger|up|above)))?"
)
_OTHERWISE: Final = deferred(
    r"\b(?:not|no|too|never|dont|doesnt|bigger|smaller|tight|loose|than|used to|was|between|or|if|but|size up|either)\b"
)
_NOT_THIS: Final = deferred(
    r"\b(?:was|were|wore|used to (?:be|wear)|use to (?:be|wear)|not|no|never|cant|dont|doesnt|isnt|aint|down from|up from|bigger than|smaller than|instead of|outgrew|era|usaba|antes|tampoco|ni|(?:wife|husband|son|daughter|mom|dad|brother|sister|buddy|friend|he|she)(?: (?:wears?|is|needs?|takes?|usa|es)|s)?)\b(?: (?:an?|the|in|into|wear|wearing|fit|need|want|my|like|una?|la|de|more|mas|size|usual|old))*\W*$"
)
_NO_LONGER: Final = deferred(
    r"s?(?: shirts?| vests?| one)?(?: (?:is|are|was|s|runs?|fits?|feels?|me queda))?(?: (?:way|a (?:little|bit)|kinda|too|so|real|really|muy))* (?:tight|small|snug|short|loose|baggy|big|long|apretad[oa]|chic[oa])\b|s? (?:before|last (?:yr|year|time)|back then|in high school|doesnt fit|dont fit|no me queda|no (?:longer|more))\b"
)
_PUT_RIGHT: Final = deferred(
    r"\W*(?:(?:no|wait|actually|sorry|oops|i mean[t]?|make (?:it|that)|scratch that|my bad|digo|perdon|better|mejor)\W+)+(?:an? |the |una? )?"
)
_OR: Final = deferred(r"\s*(?:or|and|to|y|o|n|&|/|-|maybe|,)+\s*(?:maybe )?(?:an? |the |una? )?")
_WORDS: Final = {"xs": 0, "s": 1, "sm": 1, "m": 2, "med": 2, "l": 3, "lg": 3, "lrg": 3}
_TIMES: Final = {"double": 2, "triple": 3, "quadruple": 4, "quad": 4}
_LARGEST: Final = 20
Spans = list[tuple[Offered, tuple[int, int]]]


def by_size(said: Said, options: tuple[Offered, ...]) -> list[Hit]:
    """The option that holds the one size said; none where the text says more of it, or the options are no sizes."""
    spans = [(o, span) for o in options if (span := _span(o.name)) is not None]
    if len(spans) < 2 or len(spans) < len([o for o in options if not o.nothing]):
        return []
    raw = said.raw.lower()
    found = [m for m in _IN_TEXT.finditer(raw) if _left(said, m)]
    if len(found) != 1 or _OTHERWISE.search(said.plain):
        return _of_several(said, [m for m in found if len(m.group()) > 1 or said.raw[m.start()].isupper()], spans)
    match = found[0]
    if len(match.group()) == 1 and len(raw.split()) > 3:
        return []
    hit = _fitting(said, match, spans)
    return [hit] if hit else []


def _left(said: Said, match: "re.Match[str]") -> bool:
    """Whether a size as sent is still in the text as read, which leaves out what others wear."""
    return any(match.start() <= place < match.end() and said.plain[at].strip() for at, place in enumerate(said.at))


def _fitting(said: Said, match: "re.Match[str]", spans: Spans) -> Hit | None:
    """The one option that holds a size."""
    rank = _rank(match, "")
    fits = [o for o, (low, high) in spans if low <= rank <= high]
    at = [index for index, place in enumerate(said.at) if match.start() <= place < match.end()]
    return Hit(fits[0].index, at[0], at[-1] + 1, 0.9, "choice.sizes") if len(fits) == 1 and at else None


def _of_several(said: Said, found: list["re.Match[str]"], spans: Spans) -> list[Hit]:
    """The one size left without those once worn, refused, put right or somebody else's; both where two are joined."""
    hits = [hit for m in found if (hit := _fitting(said, m, spans))]
    if not hits or len(hits) < len(found):
        return []
    plain = said.plain
    left = [hit for hit in hits if not _let_go(plain, hit)]
    if len(hits) == 1 and left:
        return []
    for near, far in itertools.pairwise(left):
        if _PUT_RIGHT.fullmatch(plain[near.end : far.start]):
            left = [hit for hit in left if hit is not near]
    if len({hit.index for hit in left}) == 1 or (len(left) == 2 and _OR.fullmatch(plain[left[0].end : left[1].start])):
        return left
    return [Hit(0, 0, 1, 0.1, UNSURE)]


def _let_go(plain: str, hit: Hit) -> bool:
    before, after = plain[max(0, hit.start - 45) : hit.start], plain[hit.end :]
    return bool(_NOT_THIS.search(before) or _NO_LONGER.match(after))


def _span(name: str) -> tuple[int, int] | None:
    match = _NAMES.fullmatch(name)
    if match is None:
        return None
    low = _rank(match, "")
    high = _rank(match, "b_") if any(match[f"b_{part}"] for part in ("n", "xs", "times", "word")) else low
    return low, _LARGEST if match["more"] else high


def _rank(match: "re.Match[str]", which: str) -> int:
    """XS is 0, L 3, XL 4, 2XL 5 and so on."""
    count, letters, times, word = (match[f"{which}{part}"] for part in ("n", "xs", "times", "word"))
    if count:
        return 3 + int(count)
    if letters:
        return 3 + len(letters)
    if times:
        return 3 + _TIMES[times]
    if word in _WORDS:
        return _WORDS[word]
    if word.startswith("extra") and "small" in word:
        return 0
    return {"small": 1, "medium": 2, "large": 3}.get(word, 4)
