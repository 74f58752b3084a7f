"""Kinds of work, tools, ways and times that a criterion names (`data/trades.txt`), and what people say of them in a reply."""

import re
from functools import lru_cache
from typing import Final

from screening.understanding.claim_stands import affirmed
from screening.understanding.tables import word_set
from screening.understanding.trades import kinds_of, words_of_kind

_LONGEST: Final = 4  # words of a name


@lru_cache(maxsize=512)
def _shown(criterion: str) -> tuple["re.Pattern[str]", ...]:
    """What people say of the kinds a criterion names, whole phrases before single words."""
    spoken = re.findall(r"[a-z0-9/&+-]+", criterion)
    alone = word_set("word_sets", "of_any_kind")
    names = tuple(
        " ".join(spoken[i : i + n])
        for n in range(_LONGEST, 0, -1)
        for i in range(len(spoken) - n + 1)
        if n > 1 or (len(spoken[i]) > 2 and spoken[i] not in alone)
    )
    return tuple(words_of_kind(kind) for kind in sorted(kinds_of(names))) if names else ()


def shows_trade(plain: str, criterion: str) -> bool:
    """Whether a reply tells of a kind that a criterion names, as had or done."""
    return any(affirmed(shown, plain) for shown in _shown(criterion))
