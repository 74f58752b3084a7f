"""A choice by words that some of the options share: `both days no nights` of Saturday day, Saturday night, Sunday day, Sunday night."""

import re
from functools import lru_cache

from screening.understanding.calendar import WEEKDAYS
from screening.understanding.choice_hits import Hit
from screening.understanding.choice_kept import refused
from screening.understanding.choice_options import Offered
from screening.understanding.synonyms import stems, synonyms_of

_SEVERAL = re.compile(
    r"\b(?:both|all|any|either|every|which ?ever|only|each|whole|ambos|ambas|todos|todas|cualquiera|solo|nomas|kinds|types)\b"
)
Shared = tuple[tuple["re.Pattern[str]", frozenset[int], bool], ...]


@lru_cache(maxsize=256)
def _words(options: tuple[Offered, ...]) -> Shared:
    """(pattern, options that hold it, shared) of each word of the options that not all of them hold."""
    named = [(o.index, set(re.findall(r"[a-z]+", o.name))) for o in options if not o.nothing]
    every = {word for _, words in named for word in words if stems(word)}
    found = []
    for word in sorted(every):
        holders = frozenset(index for index, words in named if stems(word) & stems(" ".join(words)))
        if len(holders) < len(named):
            found.append((_pattern(word, frozenset(every)), holders, len(holders) > 1))
    return tuple(found)


def _pattern(word: str, every: frozenset[str]) -> "re.Pattern[str]":
    """A word in its forms, as a day of the week in all its spellings, or by its other words."""
    others = "|".join(sorted(re.escape(other) for other in every - {word} if not stems(other) & stems(word)))
    forms = [rf"{re.escape(word)}(?:s|es)?"]
    if word in WEEKDAYS:
        forms += [rf"{re.escape(day)}s?" for day, number in WEEKDAYS.items() if number == WEEKDAYS[word]]
    else:
        forms += synonyms_of(word, tuple(sorted(every - {word})))
    not_another = rf"(?!(?:{others})s?\b)" if others else ""
    return re.compile(rf"\b{not_another}(?:{'|'.join(forms)})\b")


@lru_cache(maxsize=16)
def by_shared(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The options left by the words said and refused; none where no shared word is said, or more than one is left by chance."""
    words = _words(options)
    if not any(shared for _, _, shared in words):
        return []
    allowed = {o.index for o in options if not o.nothing}
    sides: list[set[int]] = []
    spots: list[tuple[int, int]] = []
    met = False
    out: list[tuple[int, int, frozenset[int]]] = []
    found = sorted((m.span(), holders, shared) for pattern, holders, shared in words if (m := pattern.search(plain)))
    for span, holders, shared in _only(plain, found):
        met = met or shared
        spots.append(span)
        beside = bool(out) and span[0] - out[-1][1] <= 1
        if beside or refused(plain, Hit(0, *span, 0.8, "")):
            out.append((*span, holders))
        else:
            _narrow(sides, holders)
    denied = bool(out)
    if denied and any(o.nothing for o in options):
        return []
    allowed -= _refused(out)
    left = allowed.intersection(*sides) if sides else allowed
    meant = len(left) == 1 or denied or (sides and _SEVERAL.search(plain))
    if not met or not left or not meant or len(left) == sum(not o.nothing for o in options):
        return []
    start, end = min(s for s, _ in spots), max(e for _, e in spots)
    return [Hit(index, start, end, 0.8, "choice.shared") for index in sorted(left)]


_SO = re.compile(r"\b(?:so|asi que|entonces)\b(?! (?:i can|that|much|many|far|long|good|is|are|does|bad))")
Found = tuple[tuple[int, int], frozenset[int], bool]


def _only(plain: str, found: list[Found]) -> list[Found]:
    """The words of the clause that says `only`, where one does (`saturdays only, sunday is church`)."""
    so = max((m.end() for m in _SO.finditer(plain)), default=0)
    if so and any(shared for span, _, shared in found if span[0] >= so):
        return [one for one in found if one[0][0] >= so]
    for span, _, _ in found:
        if re.match(r"\w*\s*(?:only|nomas|solamente)\b", plain[span[1] :]):
            clause = re.split(r"[,.;]", plain[span[1] :])[0]
            start = max((m.end() for m in re.finditer(r"[,.;]", plain[: span[0]])), default=0)
            return [one for one in found if start <= one[0][0] <= span[1] + len(clause)]
    return found


def _refused(out: list[tuple[int, int, frozenset[int]]]) -> set[int]:
    """What the refused words hold; words side by side (`sunday night`) only what they hold together."""
    gone: set[int] = set()
    last: tuple[int, frozenset[int]] | None = None
    for start, end, holders in sorted(out, key=lambda spot: spot[:2]):
        if last and start - last[0] <= 1:
            gone = (gone - last[1]) | (holders & last[1])
        else:
            gone |= holders
        last = (end, holders)
    return gone


def _narrow(sides: list[set[int]], holders: frozenset[int]) -> None:
    """Words of one side (saturday, sunday) add up; words of two sides (sunday, night) narrow each other."""
    for side in sides:
        if not side & holders:
            side |= holders
            return
    sides.append(set(holders))
