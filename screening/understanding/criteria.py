"""Whether free text shows what a criterion describes in words: evidence of its kind, never a mark."""

import re
from functools import cache

from screening.understanding.synonyms import stems
from screening.understanding.tables import any_of, table, words
from screening.understanding.words import flat

_GENERIC = frozenset({"example", "action", "experience", "customer", "team", "motive", "hazard", "told"})


@cache
def _kinds() -> tuple[tuple[str, "re.Pattern[str]", "re.Pattern[str]"], ...]:
    """(name, words of the criterion, words of the reply) of each kind of data/criteria.txt, the most telling first."""
    return tuple(
        (section[: -len(".asked")], re.compile(any_of("criteria", section)), words("criteria", section[:-5] + "shown"))
        for section in table("criteria")
        if section.endswith(".asked")
    )


def _wanted(criterion: str) -> list["re.Pattern[str]"]:
    """What to look for: the kinds the criterion names, generic ones only where no telling one fits."""
    fitting = [(name, shown) for name, asked, shown in _kinds() if asked.search(criterion)]
    telling = [shown for name, shown in fitting if name not in _GENERIC]
    return telling or [shown for _, shown in fitting]


_WEAK = re.compile(
    r"^\W*i (?:really )?(?:like|love|enjoy|prefer|hate) (?:\w+ )?\w+\W*$|^\W*(?:(?:idk|nothing|none|no|nope|n/?a|not really|dont know|cant think|good|fine|lots|everything|hard work\w*|being on time|nada|pass|skip|na)\b\W*(?:really|comes to mind|special|much|of (?:one|any)|i guess|tbh|lol)?\W*)+$"
)


def met(plain: str, criterion: str) -> bool:
    """Whether the text shows the criterion: words of its kind, or its own words."""
    if _WEAK.match(plain):
        return False
    wanted = flat(criterion)
    fitting = _wanted(wanted)
    if any(shown.search(plain) for shown in fitting):
        return True
    own = stems(wanted) - _EMPTY
    shared = own & stems(plain)
    return bool(own) and len(shared) >= (1 if fitting else max(1, round(len(own) * 0.4)))


_EMPTY = frozenset(
    stem
    for word in [
        "names",
        "gives",
        "shows",
        "mentions",
        "describes",
        "explains",
        "says",
        "tells",
        "candidate",
        "answer",
        "specific",
        "uses",
        "has",
        "takes",
        "how",
        "what",
        "they",
        "someone",
        "something",
        "any",
        "least",
        "one",
        "did",
        "does",
    ]
    for stem in stems(word)
)
