"""Which way a text leans, and its hedges: doubt, conditions, a yes taken back."""

import re
from dataclasses import dataclass

from screening.understanding.tables import words

_TAKEN_BACK = re.compile(
    r"(?:\bactually\b|\bwait\b|\bi mean[t]?\b|\bscratch that\b|\bsorry\b|\bno wait\b|\bcorrection\b|\bmy bad\b|\boops\b|\bquise decir\b|\bon second thoughts?\b|\bmisread\b|\btypo\b|\bnvm\b|\bnevermind\b|\*)\W*(?:\w+\s+){0,3}?(?P<then>yes|no|yep|yeah|nope|nah|si|i do|i dont|i can|i cant|i have|i havent|i am|im not|not)\b"
)
_NO_THEN = frozenset({"no", "nope", "nah", "i dont", "i cant", "i havent", "im not", "not"})
_POLITE_IF = re.compile(
    r"\bif (?:that(?:s| is) (?:ok|okay|alright|fine|what)|you (?:want|need|like|dont mind)|possible|that works|required|necessary|i may|anything)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarity:
    """Where a text leans: `value` yes, no or nothing; `hedge` "", "unsure" or "cond"."""

    value: str = ""
    hedge: str = ""
    sure: float = 0.0
    start: int = 0
    end: int = 0
    rule: str = ""


def hedge_of(plain: str) -> str:
    """`cond` for a condition, `unsure` for doubt, else nothing; a polite "if that's ok" is none."""
    if _POLITE_IF.search(plain):
        return "unsure" if words("yes_no", "unsure").search(plain) and "possible" not in plain else ""
    if words("yes_no", "cond").search(plain):
        return "cond"
    return "unsure" if words("yes_no", "unsure").search(plain) else ""


def turned_back(plain: str) -> Polarity | None:
    """A yes or no said after "actually", "I meant", "sorry": the last of them."""
    match = next(reversed(list(_TAKEN_BACK.finditer(plain))), None)
    if match is None or (
        match.start() == 0
        and not match.group().startswith(("actually", "sorry", "oops", "i mean", "correction", "*", "typo", "misread"))
    ):
        return None
    then = match["then"]
    if then == "no" and re.match(r"\W*(?:problem|issue|worries|wait|i do|yes)", plain[match.end() :]):
        return None
    value = "no" if then in _NO_THEN else "yes"
    return Polarity(value=value, sure=0.88, start=match.start("then"), end=match.end("then"), rule="yes_no.corrected")
