"""The words that belong to each amount of a text: `6 on the line, 2 in the dish pit`, `manual lathe 15 cnc 4`."""

import itertools
import re
from dataclasses import dataclass

from screening.understanding.amounts import Amount
from screening.understanding.tables import words

_APART = re.compile(
    r"(?:[,;!?()\n]|\.(?!\d))+|\b(?:but|then|while|whereas|pero|luego|despues|aunque|though|tho|plus|cuz|because|porque)\b|\s-\s|\+|\.\.+"
)
_PERSON = re.compile(
    r"(?<!^)(?<!w )(?<!with )(?<!for )(?<!at )(?<!to )(?<!under )(?<!from )(?<!con )(?<!of )(?<!in )(?<!on )\b(?=(?:i|im|ive|id|me|yo|my|mine)\b)"
)
_WISH = re.compile(
    r"\b(?=(?:hoping|looking|want(?:ed|ing)?|need(?:ing)?|wishing|shooting|aiming|quiero|busco|espero|necesito)\b(?: \w+){0,2}\s*$)"
)
_JOINED = re.compile(r"\b(?:and|n|y|&|w)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One amount with the words before and after it that are its own."""

    amount: Amount
    before: str
    after: str

    @property
    def label(self) -> str:
        """All its words."""
        return f"{self.before} {self.after}".strip()


def parts_of(plain: str, found: list[Amount]) -> list[Part]:
    """Each amount with its own words; what stands between two is shared out at a stop, a person or an `and`."""
    if not found:
        return []
    head, tail = plain[: found[0].start], plain[found[-1].end :]
    first = bool(
        re.search(
            r"[a-z]{3}",
            re.sub(
                r"\b(?:about|like|bout|maybe|just|only|the|its|been|ive|have|had|got|around|over|almost|um|well|yes|yeah)\b",
                "",
                head,
            ),
        )
    )
    gaps = [_shared(plain[a.end : b.start], label_first=first) for a, b in itertools.pairwise(found)]
    befores = [head[-70:], *(right for _, right in gaps)]
    afters = [*(left for left, _ in gaps), _own_tail(tail)]
    return [Part(amount=a, before=b, after=c) for a, b, c in zip(found, befores, afters, strict=True)]


def _own_tail(tail: str) -> str:
    """The clause behind the last amount, or the next one where that is empty."""
    pieces = [piece for piece in _APART.split(tail) if re.search(r"\w", piece)]
    return pieces[0] if pieces else ""


def _shared(gap: str, *, label_first: bool) -> tuple[str, str]:
    """What of a gap belongs to the amount before it, and what to the one behind."""
    stops = list(_APART.finditer(gap))
    if stops:
        return gap[: stops[0].start()], gap[stops[0].end() :]
    for pattern in (_PERSON, _JOINED, _WISH):
        if stop := pattern.search(gap):
            return gap[: stop.start()], gap[stop.end() :]
    return ("", gap) if label_first else (gap, "")


def others(part: Part) -> bool:
    """Whether an amount is somebody else's: a relative's, a mate's, the whole company's."""
    before = [m.start() for m in words("figures", "others").finditer(part.before)]
    mine = [m.start() for m in words("figures", "mine").finditer(part.before)]
    if words("figures", "mine").search(part.after):
        return False
    if before or mine:
        return max(before, default=-1) > max(mine, default=-1)
    return bool(words("figures", "others").match(part.after.strip()))


def own_parts(parts: list[Part]) -> list[Part]:
    """Those that are one's own, where some are and some are not."""
    return [part for part in parts if not others(part)] or parts
