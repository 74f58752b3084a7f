"""What work a question asks the years of, and whether words speak of it."""

import re
from functools import lru_cache

from screening.understanding.claim_table import claims_of
from screening.understanding.synonyms import stems
from screening.understanding.trades import kinds_of, words_of_kind

_ASKING = re.compile(
    r"(?<![\w-])(?:how (?:many|much|long)|about|approximately|roughly|years?|months?|weeks?|days?|hours?|of|experience|do|does|did|you|have|had|has|been|worked|working|work|as|an?|the|in|with|using|your|job|jobs|total|professional|paid|full|time|verifiable|related|any|doing|on|at|for|use|used|are|is|were|was|field|industry|type|kind|hands|position|role|relevant|prior|previous|recent|commercial|cuant[oa]s|anos|meses|experiencia|tiene|tienes|de|en|como|ha|has|trabajado|con|el|la|los|usando|and|or|driven|drive|operated|operating|operate|held|spent|spend|under|belt|what)(?![\w-])"
)
_LEVELS = frozenset(
    stems("lead assistant supervisor helper manager senior general license certified experience worker")
)


@lru_cache(maxsize=256)
def topic_of(asked: str) -> str:
    """The work a question names, without the words of asking."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s/]", " ", _ASKING.sub(" ", asked))).strip()


@lru_cache(maxsize=256)
def _patterns(topic: str) -> tuple["re.Pattern[str]", ...]:
    kinds = sorted(kinds_of((topic,)))
    return (*claims_of(f"{topic} experience"), *claims_of(topic), *(words_of_kind(kind) for kind in kinds))


_MANAGING = re.compile(r"\bmanag|\bsupervis|\bleadership\b")
_MANAGES = re.compile(
    r"\b(?:manag\w*|mgr|mgmt|mngr|supervis\w*|asst|assistant|agm|gm|lead|key ?holder|foreman|director|gerente|encargad[oa]|supervisor[a]?|ran|head)\b"
)


def speaks_of(words: str, asked: str) -> int:
    """How plainly words speak of the work a question asks about: 2 by its name or initials, 1 by what is done in it, else 0."""
    topic = topic_of(asked)
    if not topic:
        return 0
    if _MANAGING.search(topic):
        return 2 if _MANAGES.search(words) else 0
    own = stems(topic) - _LEVELS or stems(topic)
    if own & stems(words) or _initials(topic, words):
        return 2
    return 1 if any(pattern.search(words) for pattern in _patterns(topic)) else 0


def _initials(topic: str, words: str) -> bool:
    """`qb` for QuickBooks, `otr` for over the road."""
    bits = re.findall(r"[a-z]+", topic)
    firsts = "".join(bit[0] for bit in bits)
    short = {firsts[:size] for size in range(2, len(firsts) + 1)}
    short |= {"qb", "qbo"} if "quickbooks" in topic else set()
    long = [bit for bit in bits if len(bit) > 6]
    return any(
        (len(word) > 1 and word in short) or (len(word) > 3 and any(bit.startswith(word) for bit in long))
        for word in re.findall(r"[a-z]+", words)
    )
