"""Numbers wherever they stand in a text, as digits or as words, English and Spanish."""

import itertools
import re
from functools import lru_cache

from screening.understanding.numeral_fractions import read_one
from screening.understanding.numeral_slips import righted
from screening.understanding.numeral_words import GLUED, Number
from screening.understanding.words import tokens

_DIGITS = re.compile(
    r"(?<![\w.])(?P<sign>[-+](?=[\d.]))?(?P<money>(?:us|a|c|au|ca|nz|hk|s|r)?[$£€₹]|rs\.?|inr|usd|gbp|eur|cad)?\s?(?P<neg>-(?=\d))?"
    r"(?P<int>\d{1,3}(?:[,\u202f]\d{3})+(?!\d)|\d{1,3}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)?(?P<dec>[.]\d+|(?<=\d),\d{1,2}(?!\d))?"
    r"(?:(?P<exp>e[-+]?\d{1,2})(?![a-z0-9])|(?P<power>\^-?\d{1,2}))?(?:(?P<glued>k|mm|mil|mio|mln|m|bn|b|g|t|lpa|lacs?|lakhs?|l|cr|grand)(?![a-z]))?",
)


MOST = 40  # numbers looked at in one text; more are no answer


def numbers(plain: str) -> list[Number]:
    """Every number of the text, in order, none inside another."""
    return list(_numbers(plain))


@lru_cache(maxsize=256)
def _numbers(plain: str) -> tuple[Number, ...]:
    """The numbers of a text, kept for the readers that look at it one after the other."""
    spots = itertools.islice(_DIGITS.finditer(plain), 10 * MOST)
    found = _with_words(plain, [n for m in spots if (n := _from_digits(m, plain))])[:MOST]
    return tuple(_signed(plain, n) for n in found if not _inside_word(plain, n))


def _signed(plain: str, number: Number) -> Number:
    """`minus five`, `- 10 k` at the head of a text."""
    if number.value > 0 and re.search(r"\b(?:minus|negative)\s+$|^\s*-\s+$", plain[: number.start]):
        return Number(-number.value, number.start, number.end, number.scale, number.words, number.money, number.dozen)
    return number


def _inside_word(plain: str, number: Number) -> bool:
    return (
        number.start > 0
        and plain[number.start - 1].isalpha()
        and not number.words
        and not number.money
        and plain[number.start - 1] != "x"
    )


def _from_digits(match: "re.Match[str]", plain: str) -> Number | None:
    whole, part = match["int"], match["dec"]
    if not whole and not part:
        return None
    if part and part.startswith(",") and not whole:
        return None
    digits = (whole or "0").replace(",", "").replace(" ", "").replace("\u202f", "")
    if len(digits) > 18:
        return None
    value = float(digits + (part or "").replace(",", "."))
    if match["exp"]:
        value *= 10.0 ** int(match["exp"][1:])
    if match["power"]:
        value = _power(value, int(match["power"][1:]))
    scale = GLUED.get(match["glued"] or "", 1.0)
    sign = -1 if (match["sign"] == "-" and _free_sign(plain, match.start())) or match["neg"] else 1
    start = match.start("int") if match["int"] else match.start("dec")
    return Number(sign * value * scale, start, match.end(), scale, False, (match["money"] or "").strip())


def _power(value: float, exponent: int) -> float:
    try:
        return float(value**exponent)
    except (OverflowError, ZeroDivisionError):
        return 0.0


def _free_sign(plain: str, index: int) -> bool:
    before = plain[:index].rstrip()
    return not before or not (before[-1].isdigit() or before[-1] in "$")


def _with_words(plain: str, digits: list[Number]) -> list[Number]:
    """Join digits and words into numbers ("3 hundred", "four and a half", "1 1/2")."""
    toks = righted(tokens(plain))
    by_start = {n.start: n for n in digits}
    out: list[Number] = []
    index = 0
    while index < len(toks):
        number, index = read_one(toks, index, by_start)
        if number:
            out.append(number)
    return out
