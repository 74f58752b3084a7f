"""A `one` in words that counts nothing: that one was heavy, one of those days."""

import re

from screening.understanding.amounts import Amount
from screening.understanding.durations import YEARS
from screening.understanding.number_units import unit_after


def one_word(amount: Amount) -> bool:
    """Whether an amount is a bare `one` in words."""
    return bool(amount.numbers[0].words and amount.exact == 1)


def idle_one(plain: str, amount: Amount, unit: str) -> bool:
    """A `one` in words that counts nothing ("that one was ..."), unless it opens the reply and stands alone."""
    if amount.exact != 1 or not amount.numbers[0].words or _unit_near(plain, amount):
        return False
    if re.match(r"\s*(?:mas|more)\b", plain[amount.end :]):
        return False
    return not (re.match(r"\W*$", plain[: amount.start]) and re.match(r"\s*[.,;!]", plain[amount.end :]))


def small_talk(plain: str, amount: Amount, unit: str) -> bool:
    """Whether a lone `one` counts nothing ("that one was ...")."""
    first = unit not in YEARS and re.match(
        r"\W*(?:(?:just|only|like|my|solo|nomas|mi) )*(?:one|uno|una)\b(?! (?:parej|pair|couple))(?! (?:of|time|day|thing|sec|moment))",
        plain,
    )
    return (
        amount.exact == 1
        and amount.numbers[0].words
        and not (_alone(plain, amount) or _unit_near(plain, amount) or bool(first))
    )


def _alone(plain: str, amount: Amount) -> bool:
    return len(re.sub(r"\W", "", plain[: amount.start] + plain[amount.end :])) <= 12


def _unit_near(plain: str, amount: Amount) -> bool:
    return bool(unit_after(plain, amount.numbers[-1].end))
