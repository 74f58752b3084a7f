"""A wish to be left alone in a clause of its own, beside an answer or a story that hides it from the model."""

import re
from typing import Final

from screening.understanding.learned import stop_shares
from screening.understanding.optout import asks_to_stop, has_friend
from screening.understanding.reading import Context, Intent

SURE, LIKELY = 0.8, 0.6  # shares of the clause alone to hear the wish, and to suspect it
LEAST = 3  # words of a clause: "no more" of itself may speak of anything
_CLAUSE: Final = re.compile(r"[.!?;,\n]+")


def wish_beside(plain: str, context: Context) -> Intent | None:
    """OPT_OUT or SUSPECTED_OPT_OUT where one of several clauses, read by itself, asks for it in a phrase that the model seconds."""
    clauses = [piece.strip() for piece in _CLAUSE.split(plain) if piece.strip()]
    if len(clauses) < 2:
        return None
    share = max((_share(clause, context) for clause in clauses), default=0.0)
    if share < LIKELY:
        return None
    return Intent.OPT_OUT if share >= SURE else Intent.SUSPECTED_OPT_OUT


def _share(clause: str, context: Context) -> float:
    if len(clause.split()) < LEAST or has_friend(clause) or not asks_to_stop(clause):
        return 0.0
    return stop_shares(clause, context)[0]
