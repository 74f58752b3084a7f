"""What a criterion speaks of, and the words that show it (`data/claims.txt`)."""

import re
from functools import cache, lru_cache

from screening.understanding.tables import any_of, table, words


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
    return next(((shown,) for asked, shown in _table() if asked.search(part)), ())
