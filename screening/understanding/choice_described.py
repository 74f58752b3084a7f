"""A choice by a description of it (`I make the beds` of Housekeeping), where no option is named."""

import re
from functools import lru_cache

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_kept import spent
from screening.understanding.choice_options import Offered, anothers
from screening.understanding.trades import kinds_of, words_of_kind

Spot = tuple[int, int, int, int]  # option, start, end, how much its kind covers
_JOINED = re.compile(r"\b(?:and|n|y|or|o|plus|also|both|tambien|mas)\b|[,&/+]")


@lru_cache(maxsize=256)
def _telling(options: tuple[Offered, ...]) -> tuple[tuple[int, tuple["re.Pattern[str]", ...]], ...]:
    """For each option, the words of its kinds that are no other option's kind."""
    kinds = [(o.index, kinds_of(o.names)) for o in options]
    return tuple(
        (index, tuple(words_of_kind(kind) for kind in sorted(own) if sum(kind in other for _, other in kinds) == 1))
        for index, own in kinds
    )


_EMPTY = re.compile(r"\W*(?:(?:good|great|fine|ok|okay|cool|sure|nice|perfect|well|lol|here|now|yes|yeah|no|nope|thanks|thx|ty|solid|regular|normal|very|pretty|sounds|all|not|so|that|is)\W*)+")  # fmt: skip


@lru_cache(maxsize=16)
def by_description(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The option whose work, tool or way the text speaks of; several where they are joined, none where two would do."""
    if _EMPTY.fullmatch(plain) and not any(_EMPTY.fullmatch(o.name) or o.nothing for o in options):
        return []
    spots = [
        (index, match.start(), match.end(), len(pattern.pattern))
        for index, patterns in _telling(options)
        for pattern in patterns
        for match in pattern.finditer(plain)
    ]
    spots = [s for s in spots if not anothers(plain[s[1] : s[2]], s[0], options)]
    own = {s[:3] for s in spots if not any(_outdoes(other, s) for other in spots)}
    hits = [Hit(index, start, end, 0.76, "choice.described") for index, start, end in sorted(own, key=lambda s: s[1])]
    denied = [hit for hit in hits if spent(plain, [hit])]
    return _chosen(plain, [hit for hit in hits if hit not in denied]) + denied


def _outdoes(other: Spot, spot: Spot) -> bool:
    """Whether another option has the same words by a longer stretch, or by a kind that is not much wider."""
    if other[0] == spot[0] or other[1] >= spot[2] or spot[1] >= other[2]:
        return False
    longer, own = other[2] - other[1], spot[2] - spot[1]
    return longer > own or (longer == own and other[3] < 1.5 * spot[3])


def _chosen(plain: str, hits: list[Hit]) -> list[Hit]:
    """Those of the one option most words speak for; of two where they are joined."""
    found = {hit.index for hit in hits}
    if len(found) < 2 or (_apart(plain, hits) and len(found) == 2):
        return hits
    weights = sorted(((_weight(hits, index), index) for index in found), reverse=True)
    best = weights[0][1]
    return [hit for hit in hits if hit.index == best] if weights[0][0] >= 2 * weights[1][0] else []


def _apart(plain: str, hits: list[Hit]) -> bool:
    """Whether the options follow each other, joined (`beds and dishes`)."""
    first = next(h for h in hits if h.index != hits[0].index)
    last = [h for h in hits if h.index == hits[0].index and h.end <= first.start]
    return (
        bool(last)
        and all(h.start >= first.start for h in hits if h.index != hits[0].index)
        and bool(_JOINED.search(plain[last[-1].end : first.start]))
        and hits[-1].index != hits[0].index
    )


def _weight(hits: list[Hit], index: int) -> int:
    return len({(h.start, h.end) for h in hits if h.index == index})
