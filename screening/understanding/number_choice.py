"""Of several amounts, the one that answers: the total, a sum of places, the one it comes to, the one in the unit asked."""

import itertools
import re

from screening.understanding.amounts import Amount
from screening.understanding.durations import UNIT_WORDS, YEARS
from screening.understanding.number_units import unit_after

_TOTAL = re.compile(r"\b(?:total|in all|altogether|all together|combined|overall|all in|in sum|all told|en total)\b")


_PLACE = re.compile(
    r"^\s*(?:(?:years?|yrs?|months?|mos?|anos?|meses)\s+)?(?:at|with|in|for|as|on|here|there|doing|driving|w/|over at|en|con|of|from|full|part|paid|self|local|regional|otr|under|before|after|then|running|working|managing)\b"
)


def _concluded(plain: str, found: list[Amount]) -> Amount | None:
    """The last amount where the text comes to it: "its 9", "so 5", "now 55"."""
    last = found[-1]
    before = plain[found[-2].end : last.start]
    if (
        re.search(
            r"\b(?:so|its|call it|lets say|id say|asi que|entonces|make it|otherwise|(?:but|with) \w+ its|now|these days|ahora|say|doin|doing|i did|topped out at|ended (?:up )?(?:at|with))\s+(?:like |about |around )?$",
            before,
        )
        or (_WAS.search(plain[: found[-2].start]) and re.search(r"[.;!]\s*$", before))
        or re.match(r"\W*(?:\w+ )?(?:now|these days|today|currently|ahora)\b", plain[last.end :])
    ):
        return last
    return None


def _per_day(plain: str, found: list[Amount], unit: str) -> Amount | None:
    """`8 a day 5 days`: hours a week."""
    if unit != "hour" or len(found) != 2 or not re.search(r"\b(?:a|per|each|every) day\b", plain):
        return None
    first, second = found
    hours, days = (first, second) if re.search(r"day", plain[first.end : first.end + 14]) else (second, first)
    if hours.exact is None or days.exact is None or days.exact > 7 or hours.exact > 24:
        return None
    total = hours.exact * days.exact
    return Amount(low=total, high=total, start=first.start, end=second.end, numbers=first.numbers)


def chosen_amount(plain: str, found: list[Amount], unit: str, every: list[Amount]) -> Amount | None:
    """The amount that answers: the total, years plus months, a sum of places, the one with the unit, else the first."""
    if len(found) == 1:
        return found[0]
    if daily := _per_day(plain, every, unit):
        return daily
    total = next(
        (
            a
            for a in found
            if _TOTAL.search(plain[max(0, a.start - 14) : a.start])
            or _TOTAL.search(_until_next(plain, a, found)[:22].split(",")[0])
        ),
        None,
    )
    if total:
        return total
    if last := _concluded(plain, found):
        return last
    if unit in YEARS and (joined := _sum(plain, found)):
        return joined
    with_unit = [a for a in found if unit_after(plain, a.numbers[-1].end)]
    if with_unit and unit:
        return with_unit[0]
    return _beside_unit(plain, found, unit) or found[0]


def _until_next(plain: str, amount: Amount, found: list[Amount]) -> str:
    """The text behind an amount, up to the next one."""
    return plain[amount.end : min((a.start for a in found if a.start > amount.start), default=len(plain))]


_WAS = re.compile(r"\b(?:was|were|used to|had been|before|expected|goal|quota|required|hired at|started (?:out )?(?:at|with)|entre en)\b[^.;]*$")  # fmt: skip


def _beside_unit(plain: str, found: list[Amount], unit: str) -> Amount | None:
    """The amount that stands by the very word asked for, or of years, the one behind "for"."""
    if unit and unit not in UNIT_WORDS:
        return next((a for a in found if re.match(rf"^\s*{re.escape(unit[:4])}", plain[a.end :])), None)
    if unit in YEARS:
        return next((a for a in found if re.search(r"\bfor (?:about |like |over |almost )?$", plain[: a.start])), None)
    return None


def _sum(plain: str, found: list[Amount]) -> Amount | None:
    """`2 yrs 6 months`, `3 at one place and 2 at the other`."""
    if any(a.bound and a.bound != "least" for a in found):
        return None
    gaps = [plain[a.end : b.start] for a, b in itertools.pairwise(found)]
    compound = all(
        re.fullmatch(rf"\s*(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']})?\W*(?:and|y|&|n|plus|con|,)?\W*", gap)
        for gap in gaps
    ) and unit_after(plain, found[0].numbers[-1].end)
    places = all(_PLACE.match(plain[a.end :]) for a in found) or all(re.search(r"\+|\bplus\b", gap) for gap in gaps)
    if not (compound or places) or any(
        re.search(
            r"\b(?:now|ago|old|but only|of (?:that|those|which|them)|including|out of)\b", plain[a.end : a.end + 30]
        )
        for a in found
    ):
        return None
    if re.match(rf"\s*(?:{UNIT_WORDS['year']})?\s*,?\s*$", gaps[0]) and re.match(
        r"\s*(?:as|in|of|at) (?:a |an |the )?(?:lead|supervis\w*|manag\w*|them|that|those|charge|which)",
        plain[found[-1].end :],
    ):
        return None
    total = sum(a.low or 0 for a in found)
    parts = tuple(n for a in found for n in a.numbers)
    least = any(a.bound == "least" for a in found)
    return Amount(low=total, high=None if least else total, start=found[0].start, end=found[-1].end, numbers=parts)
