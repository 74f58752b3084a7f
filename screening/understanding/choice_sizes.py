"""A choice among sizes of clothes: S to 4XL, two sizes in one option, a biggest with no end."""

import re
from typing import Final

from screening.understanding.choice_hits import Hit
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
_WORDS: Final = {"xs": 0, "s": 1, "sm": 1, "m": 2, "med": 2, "l": 3, "lg": 3, "lrg": 3}
_TIMES: Final = {"double": 2, "triple": 3, "quadruple": 4, "quad": 4}
_LARGEST: Final = 20


def by_size(said: Said, options: tuple[Offered, ...]) -> list[Hit]:
    """The option that holds the one size said; none where the text says more of it, or the options are no sizes."""
    spans = [(o, span) for o in options if (span := _span(o.name)) is not None]
    if len(spans) < 2 or len(spans) < len([o for o in options if not o.nothing]):
        return []
    raw = said.raw.lower()
    found = list(_IN_TEXT.finditer(raw))
    if len(found) != 1 or _OTHERWISE.search(said.plain):
        return []
    match = found[0]
    if len(match.group()) == 1 and len(raw.split()) > 3:
        return []
    rank = _rank(match, "")
    fits = [o for o, (low, high) in spans if low <= rank <= high]
    at = [index for index, place in enumerate(said.at) if match.start() <= place < match.end()]
    return [Hit(fits[0].index, at[0], at[-1] + 1, 0.9, "choice.size")] if len(fits) == 1 and at else []


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
