"""What a criterion speaks of, and the words that show it (`data/claims.txt`)."""

import re
from functools import cache, lru_cache

from screening.understanding.tables import any_of, table, words
from screening.understanding.trades import kinds_of, words_of_kind


@cache
def _table() -> tuple[tuple["re.Pattern[str]", "re.Pattern[str]"], ...]:
    return tuple(
        (re.compile(rf"\b{any_of('claims', section)}\b"), words("claims", section[:-5] + "shown"))
        for section in table("claims")
        if section.endswith(".asked")
    )


@lru_cache(maxsize=1024)
def claims_of(part: str) -> tuple["re.Pattern[str]", ...]:
    """What to look for: the words of the first, most particular claim a part of a criterion speaks of."""
    return next(((shown,) for asked, shown in _table() if asked.search(part)), ()) or _of_trade(part)


_HAVING = re.compile(r"^(?:also )?(?:has|have|had|is|was|worked|works?|working|experience|experienced|used|operated|operates|knows?|familiar|skilled|prior|previous|some|done|did)\b\s*(?:(?:worked|used|done|operated|experience|experienced|been|prior|previous|some|hands on|familiar)\s+)*(?:(?:as|in|at|with|of|for|on|a|an|the|using|operating)\s+)*")  # fmt: skip
_TAIL = re.compile(r"\s+(?:experience|work|background|jobs?|before|role|position|skills?|systems?)$")


def _of_trade(part: str) -> tuple["re.Pattern[str]", ...]:
    """What people say of the trade that a criterion names bare ("has barista experience")."""
    core = _TAIL.sub("", _HAVING.sub("", part.strip()))
    if core == part.strip() or len(core) < 3:
        return ()
    return tuple(words_of_kind(kind) for kind in sorted(kinds_of((core,))))
