"""Which way a text leans, and its hedges: doubt, conditions, a yes taken back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from screening.understanding.tables import words

_TAKEN_BACK = re.compile(
    r"(?:\bactually\b|\bwait\b|\bi mean[t]?\b|\bscratch that\b|\bsorry\b|\bno wait\b|\bcorrection\b|\bmy bad\b|\boops\b|\bquise decir\b|\bon second thoughts?\b|\bmisread\b|\btypo\b|\bnvm\b|\bnevermind\b|\*)\W*(?:\w+\s+){0,3}?(?P<then>yes|no|yep|yeah|nope|nah|si|i do|i dont|i can|i cant|i have|i havent|i am|im not|not)\b"
)
_NO_THEN = frozenset({"no", "nope", "nah", "i dont", "i cant", "i havent", "im not", "not"})
_POLITE_IF = re.compile(
    r"\bif (?:that(?:s| is) (?:ok|okay|alright|fine|what)|(?:you|u|yall|ya) (?:guys )?(?:want|need|like|dont mind|let|will have|have me|ll have|got|say so|wanna)|possible|that works|required|necessary|i may|anything)\b"
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


def said(value: str, match: "re.Match[str]", rule: str) -> Polarity:
    """A yes or no that stands where the match does, as sure as a plain word."""
    return Polarity(value=value, sure=0.9, start=match.start(), end=match.end(), rule=rule)


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


# Shares the model needs: to confirm what the rules read, to leave a plain word standing, to decide alone, to overrule, to hedge.
_CONFIRMS, _LEAVES, _TRUSTS, _TURNS, _DOUBTS, _HEDGED = 0.4, 0.2, 0.63, 0.72, 0.68, 0.35
SHORT = 18  # letters of a reply too short for the model to know better
_WORDS = frozenset({"yes_no.word", "yes_no.example", "yes_no.corrected", "yes_no.emoji", "yes_no.measure"})
_LEARNED_SURE = 0.72  # below SURE: what only the model says never knocks out unconfirmed


def weighed(found: Polarity, shares: Mapping[str, float], end: int) -> Polarity:
    """The rules' finding beside the model's shares of yes, no, maybe, unclear for the same text (which ends at `end`)."""
    top = max(shares, key=lambda label: shares[label])
    decided = top if top in ("yes", "no") else ""
    if found.value and not found.hedge:
        return _confirmed(found, shares, decided, end)
    if found.hedge and end <= SHORT:
        return found
    if decided and shares[top] >= (_TURNS - 0.05 if found.hedge else _TRUSTS):
        return _learned(top, shares[top], end)
    if found.hedge and shares["maybe"] >= _HEDGED:
        return found
    if found.hedge:
        return _learned(top, shares[top], end) if decided and shares[top] >= _TRUSTS else Polarity(rule="yes_no.doubt")
    return Polarity(hedge="cond", rule="yes_no.learned") if top == "maybe" and shares[top] >= _DOUBTS else found


def _confirmed(found: Polarity, shares: Mapping[str, float], decided: str, end: int) -> Polarity:
    """A plain finding of the rules: confirmed, hedged, overruled, or left open where the model is of another mind."""
    if found.value == decided and shares[decided] >= _CONFIRMS:
        return found
    said_so = (found.rule in _WORDS and found.sure >= 0.85) or end <= SHORT
    if said_so and shares[found.value] >= _LEAVES:
        return found
    if decided and decided != found.value and shares[decided] >= _TURNS:
        return _learned(decided, shares[decided], end)
    if shares["maybe"] >= _DOUBTS:
        return replace(found, hedge="unsure", sure=0.6)
    return Polarity(rule="yes_no.doubt")


def _learned(value: str, share: float, end: int) -> Polarity:
    return Polarity(value=value, sure=min(share, _LEARNED_SURE), start=0, end=end, rule="yes_no.learned")
