"""Which way a text leans, and its hedges: doubt, conditions, a yes taken back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from screening.understanding.tables import words

_TAKEN_BACK = re.compile(
    r"(?:\bactually\b|\bwait\b|\bi mean[t]?\b|\bscratch that\b|\bsorry\b|\bno wait\b|\bcorrection\b|\bmy bad\b|\boops\b|\bquise decir\b|\bon second thoughts?\b|\bmisread\b|\btypo\b|\bnvm\b|\bnevermind\b|\*)\W*(?:\w+\s+){0,3}?(?P<then>yes|no|yep|yeah|nope|nah|si|i do(?! (?:know|get|understand|remember)\b)|i dont(?! (?:know|get|understand|remember|recall|see|think)\b)|i can|i cant|i have|i havent|i am|im not|not)\b"
    r"|\bwait\b[^.!]{0,60}[.!?][^.!?]{0,40}[.!?]?\W*(?P<last>no i (?:cant|cannot|dont|wont|couldnt|am not))\W*$"
)
_NO_THEN = frozenset({"no", "nope", "nah", "i dont", "i cant", "i havent", "im not", "not"})
POLITE_IF = re.compile(
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
    if POLITE_IF.search(plain):
        return "unsure" if words("yes_no", "unsure").search(plain) and "possible" not in plain else ""
    if words("yes_no", "cond").search(plain):
        return "cond"
    return "unsure" if words("yes_no", "unsure").search(plain) else ""


def turned_back(plain: str) -> Polarity | None:
    """A yes or no said after "actually", "I meant", "sorry": the last of them."""
    match = next(reversed(list(_TAKEN_BACK.finditer(plain))), None)
    if match is None or (
        match.start() == 0
        and not match.group().startswith(
            ("actually", "no wait", "wait", "sorry", "oops", "i mean", "correction", "*", "typo", "misread")
        )
    ):
        return None
    then = match["then"] or "no"
    if then == "no" and re.match(r"\W*(?:problem|issue|worries|wait|i do|yes)", plain[match.end() :]):
        return None
    value = "no" if then in _NO_THEN else "yes"
    return Polarity(
        value=value,
        sure=0.88,
        start=max(match.start("then"), match.start("last")),
        end=match.end(),
        rule="yes_no.corrected",
    )


TAKES: Final = 0.65  # share of yes, no or a hedge from which the model decides
# Shares at which a plain word stands though the model is of another mind; in a short text.
_LEAVES, _LEAVES_SHORT = 0.2, 0.05
SHORT: Final = 18  # letters of a reply too short for the model to know better
_HEDGES, _HEDGE_KEEPS = 0.45, 0.35  # shares from which the model hears a hedge alone, and after the rules
_HEDGE_STAYS: Final = 0.3  # share at which the rules' hedge stands though a plain yes or no is likelier
_KEEPS: Final = 0.5  # share at which what the rules make of other words stands
_TURNS: Final = (
    0.65  # share from which the model turns what the rules say into its opposite, or a hedge into a plain yes or no
)
_HEDGED_WORD: Final = 0.9  # the same where a hedge follows a yes or no ("yes but it was expunged")
_FLAT: Final = ("yes", "no")
_WORDS: Final = frozenset(
    {
        "yes_no.word",
        "yes_no.said_so",
        "yes_no.example",
        "yes_no.corrected",
        "yes_no.emoji",
        "yes_no.measure",
        "yes_no.but_yes",
        "yes_no.likely",
    }
)
_OWN_HEDGE: Final = 0.15  # part of the hedges' share at which the rules' kind of hedge stands
_A_WORD: Final = 3  # letters below which the model alone says nothing
_AGREES: Final = 0.7  # share below which what the rules say is confirmed before it knocks out
_LEARNED_SURE: Final = 0.72  # below SURE: what only the model says never knocks out unconfirmed


def weighed(found: Polarity, shares: Mapping[str, float], end: int) -> Polarity:
    """The rules' finding beside the model's shares of yes, no, cond, unsure, unclear for the same text (which ends at `end`).

    The model has seen what the rules found, and how far rules are to be trusted on texts they were not made for, so the likeliest
    reading is taken, or none where nothing is likely. A plain word, or what the rules find in a very short text, stands more firmly."""
    doubts = shares["cond"] + shares["unsure"]
    likely = {"yes": shares["yes"], "no": shares["no"], "hedge": doubts, "unclear": shares["unclear"]}
    top = max(likely, key=lambda label: likely[label])
    if found.hedge and end <= SHORT:
        return found
    if found.value and not found.hedge and likely[found.value] >= _stays(found, end):
        return found if likely[found.value] >= _AGREES else replace(found, sure=min(found.sure, _LEARNED_SURE))
    after = found.rule == "yes_no.leads"
    if top in _FLAT and found.hedge and likely[top] < (_HEDGED_WORD if after else _TURNS):
        return found if after or doubts >= _HEDGE_STAYS else Polarity(rule="yes_no.doubt")
    if top == "hedge":
        bound = _HEDGE_KEEPS if found.hedge else _HEDGES
    else:
        bound = _TURNS if found.value else TAKES
    if likely[top] < bound or top == "unclear" or (end < _A_WORD and not found.rule):
        return Polarity(rule="yes_no.doubt")
    if top == "hedge":
        return replace(found, hedge=_which(found.hedge, shares), sure=0.6, rule=found.rule or "yes_no.learned")
    return Polarity(value=top, sure=min(shares[top], _LEARNED_SURE), start=0, end=end, rule="yes_no.learned")


def _stays(found: Polarity, end: int) -> float:
    """The share at which what the rules say stands, whatever else is likelier."""
    if end <= SHORT:
        return _LEAVES_SHORT
    return _LEAVES if found.rule in _WORDS else _KEEPS


def _which(own: str, shares: Mapping[str, float]) -> str:
    """`cond` or `unsure`: what the rules say unless the model thinks little of it, else the likelier."""
    if own and shares[own] >= _OWN_HEDGE * (shares["cond"] + shares["unsure"]):
        return own
    return "cond" if shares["cond"] >= shares["unsure"] else "unsure"
