"""Of several amounts, the one that answers: the total, a sum of places, the one it comes to, the one in the unit asked."""

import re

from screening.understanding.amounts import Amount
from screening.understanding.durations import UNIT_WORDS, YEARS
from screening.understanding.number_sums import counted_up, share, summed, temp_and_perm, with_another
from screening.understanding.number_units import unit_after
from screening.understanding.number_weighed import CLOSING, done_now, weighed
from screening.understanding.tables import words

_TOTAL = re.compile(
    r"\b(?:total|in all|altogether|all together|combined|overall|all in|in sum|all told|all in all|en total)\b"
)


def _concluded(plain: str, found: list[Amount], asked: str) -> Amount | None:
    """The last amount where the text comes to it: "its 9", "so 5", "now 55"."""
    last = found[-1]
    if re.search(r"\b(?:want|looking|like to|prefer|hoping)\b", asked) and words("figures", "wanted").search(plain):
        return last if CLOSING.search(plain[found[-2].end : last.start]) else None
    before = plain[found[-2].end : last.start]
    if done_now(before, asked):
        return None
    if (
        re.search(
            r"\b(?:so|its|call it|lets say|id say|asi que|entonces|make it|otherwise|(?:but|with) \w+ its|now|these days|ahora|say|doin|doing|i did|topped out at|ended (?:up )?(?:at|with))\s+(?:like |about |around )?$",
            before,
        )
        or (_WAS.search(plain[: found[-2].start]) and re.search(r"[.;!]\s*$", before))
        or CLOSING.search(before)
        or re.match(r"\W*(?:pues|entonces|then|total|all told|in total)\W*$", plain[last.end :])
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


def chosen_amount(plain: str, found: list[Amount], unit: str, every: list[Amount], asked: str) -> Amount | None:
    """The amount that answers: the total, years plus months, a sum of places, the one with the unit, else the first."""
    if unit not in YEARS and (half := with_another(plain, found)):
        return half
    if joined := counted_up(plain, found, unit, asked) or share(plain, found):
        return joined
    if len(found) == 1:
        return found[0]
    if unit in YEARS and temp_and_perm(plain, found):
        return summed(plain, found)
    plainly = (
        _per_day(plain, every, unit)
        or _restated(plain, found, unit)
        or _in_window(plain, found, asked)
        or _total(plain, found)
        or _concluded(plain, found, asked)
    )
    if plainly or unit not in YEARS:
        return plainly or weighed(plain, found, unit, asked)
    return summed(plain, found) or _beside_unit(plain, found, unit)


def _total(plain: str, found: list[Amount]) -> Amount | None:
    """The one that is said to be all of it."""
    before = (a for a in found if _TOTAL.search(plain[max(0, a.start - 14) : a.start]))
    after = (a for a in found if _TOTAL.search(_until_next(plain, a, found)[:22].split(",")[0]))
    return next(before, None) or next(after, None)


def _in_window(plain: str, found: list[Amount], asked: str) -> Amount | None:
    """`2 in my life, 1 in the last 3 years`, where the last years are asked."""
    inside = [a for a in found if _WINDOW.match(plain[a.end :].lstrip())] if _WINDOW.search(asked) else []
    return inside[0] if inside else None


_WINDOW = re.compile(
    r"(?:\w+ )?(?:in|over|within|during|for) (?:the |my |los |las )?(?:last|past|ultim[oa]s)\b|\bin the (?:last|past)\b"
)
_NEARLY = re.compile(
    r"\b(?:casi|almost|nearly|about|around|roughly|going on|like|un poco mas de|close to|just (?:over|under))\s+$"
)


def _restated(plain: str, found: list[Amount], unit: str) -> Amount | None:
    """`casi un ano, 11 meses`: said again, more exactly."""
    if len(found) != 2 or unit not in YEARS:
        return None
    first, second = found
    gap = plain[first.end : second.start]
    close = first.exact and second.exact and abs(first.exact - second.exact) <= 0.35 * first.exact
    again = re.fullmatch(
        rf"\s*(?:{UNIT_WORDS['year']}|{UNIT_WORDS['month']})?\s*[,.;(]+\s*(?:like |well |more like |actually |so |o sea )*",
        gap,
    )
    nearly = _NEARLY.search(plain[: first.start]) or unit_after(plain, first.end) != unit_after(plain, second.end)
    return second if close and again and nearly else None


def _until_next(plain: str, amount: Amount, found: list[Amount]) -> str:
    """The text behind an amount, up to the next one."""
    return plain[amount.end : min((a.start for a in found if a.start > amount.start), default=len(plain))]


_WAS = re.compile(r"\b(?:was|were|used to|had been|before|expected|goal|quota|required|hired at|started (?:out )?(?:at|with)|entre en)\b[^.;]*$")  # fmt: skip


def _beside_unit(plain: str, found: list[Amount], unit: str) -> Amount | None:
    """The amount that stands by the very word asked for, or of years, the one behind "for"."""
    if unit and unit not in UNIT_WORDS:
        return next((a for a in found if re.match(rf"^\s*{re.escape(unit[:4])}", plain[a.end :])), None)
    named = [a for a in found if unit_after(plain, a.numbers[-1].end)]
    behind = [a for a in found if re.search(r"\bfor (?:about |like |over |almost )?$", plain[: a.start])]
    return next(iter(named or behind), None) or (
        found[0]
        if re.match(r"\W*(?:(?:like|about|bout|around|maybe|just|only|roughly|over)\W+)*$", plain[: found[0].start])
        else None
    )
