"""Of several amounts, those of the very work asked about, and amounts that make a rate, a stretch of the clock or two circumstances."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import Amount
from screening.understanding.reading import Context
from screening.understanding.synonyms import stems
from screening.understanding.words import flat

_GENERIC = stems(
    "how many years year months experience have you had been do your as an worked working work doing done job did"
)
_ROLE = re.compile(r"\b(?:as (?:an? )?|doing |of )(?:\w+ ){0,2}\w+|\b\w{3,}ing\b|\b(?!been|and|for|then|yrs|years)\w{3,} (?:for|like)\b")  # fmt: skip
_SCHOOL = re.compile(r"\b(?:school|college|class(?:es)?|training|program|academy|clinicals|escuela)\b")
_AT_A_SCHOOL = re.compile(
    r"\bschool district\b|\b(?:at|for) (?:an?|the) (?:\w+ ){0,2}(?:school|college|academy)\b"
)  # as an employer
_MINUTE = re.compile(r"^\s*(?:a|per|each|every|/)\s?(?:minute|min)\b")
_CLOCK = re.compile(r"\b(?:mornings?|afternoons?|evenings?|nights?|saturdays?|sundays?|sat|sun|weekends?|from|de)\s+(?:from |like |about )?$")  # fmt: skip
_CASE = re.compile(
    r"^\s*(?:of (?:em|them)\b|(?:on|for|at|in|if|when|during|with|w)\b (?!the (?:va|\w+ \w+ \w+)).{2,24}?)"
)


def in_role(plain: str, found: list[Amount], question: Question, context: Context) -> list[Amount]:
    """`5 as a cook and 2 as a waiter` asked of cooks is 5; school is no work."""
    asked = stems(flat(question.words(context.language))) - _GENERIC
    parts = [_part(plain, found, amount) for amount in found]
    worked = [a for a, part in zip(found, parts, strict=True) if not _SCHOOL.search(part) or _AT_A_SCHOOL.search(part)]
    if 0 < len(worked) < len(found) and not any("school" in stem for stem in asked):
        return worked
    named = [bool(stems(part) & asked) for part in parts]
    others = [bool(_ROLE.search(part)) for part, own in zip(parts, named, strict=True) if not own]
    if sum(named) == 1 and others and all(others):
        return [amount for amount, own in zip(found, named, strict=True) if own]
    return found


def _part(plain: str, found: list[Amount], amount: Amount) -> str:
    """The clause an amount stands in, without the other amounts."""
    start = max((a.end for a in found if a.end <= amount.start), default=0)
    end = min((a.start for a in found if a.start >= amount.end), default=len(plain))
    before = re.split(r"[,.;]|\b(?:and|then|but|plus)\b", plain[start : amount.start])[-1]
    after = re.split(r"[,.;]|\b(?:and|then|but|plus)\b", plain[amount.end : end])[0]
    return f"{before} {after}"


def per_hour(plain: str, amount: Amount, question: Question, context: Context) -> Amount:
    """`3 a minute`, where so many an hour is asked."""
    asked = re.search(r"\b(?:per|an|each|every|a la|por) ?(?:hour|hr|hora)\b", flat(question.words(context.language)))
    return amount.times(60) if asked and _MINUTE.match(plain[amount.end :]) else amount


def by_clock(plain: str, amount: Amount, unit: str) -> Amount:
    """`saturday mornings 6 to 10` is four hours."""
    low, high = amount.low, amount.high
    if unit != "hour" or amount.bound != "range" or low is None or high is None or high > 12:
        return amount
    if not _CLOCK.search(plain[: amount.start]):
        return amount
    hours = (high - low) % 12
    return Amount(low=hours, high=hours, start=amount.start, end=amount.end, numbers=amount.numbers)


def by_case(plain: str, found: list[Amount], unit: str) -> Amount | None:
    """`8 on days, 12 on nights`, `80, a hundred if there's a game`: from the one to the other."""
    if len(found) != 2 or unit in ("year", "month", "week", "hour"):
        return None
    first, second = found
    low, high = first.exact, second.exact
    between, after = plain[first.end : second.start], plain[second.end :]
    if low is None or high is None or not low < high <= 3 * low:
        return None
    apart = re.fullmatch(r"\s*,\s*(?:maybe |or |a |like |even )?", between) and _CASE.match(after)
    cases = _CASE.match(between) and re.match(r"\s*(?:on|for|at|in|if|when) ", after) and "and" not in between[-5:]
    if not (apart or cases):
        return None
    return Amount(low=low, high=high, start=first.start, end=second.end, numbers=first.numbers + second.numbers, bound="range")  # fmt: skip
