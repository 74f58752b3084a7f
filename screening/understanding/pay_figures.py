"""The figures of a pay: dollars with their cents, coins, lakh."""

import re

from screening.understanding.amounts import Amount
from screening.understanding.number_spoken import mended
from screening.understanding.numeral_words import Number
from screening.understanding.numerals import numbers

_COINS = re.compile(
    r"\b(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+)?\s*(?P<coin>nickels?|dimes?|quarters?|penny|pennies|cents?|pence|p)\b(?! (?:of|to|past))"
)
_COIN = dict(nickel=0.05, dime=0.1, quarter=0.25, penny=0.01, pennie=0.01, cent=0.01, pence=0.01, pences=0.01, p=0.01)
_CENTS = re.compile(
    r"^\s*(?:[a-z]{3}|[$£€])?\s*(?:dollars?|bucks?|euros?|pounds?|quid|usd|gbp|eur|dolares)?\s*(?:and|n|y|&|,|con)?\s*$"
)


def in_lakh(plain: str, amount: Amount) -> Amount:
    """`9 lpa`: lakh a year."""
    spaced = re.match(r"^\s*(?:lpa|l\.p\.a|l pa)\b", plain[amount.end :]) and all(n.scale == 1 for n in amount.numbers)
    return amount.times(100_000) if spaced else amount


_SLANG = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}(?:\.\d)?)\s+(?P<what>bands?|racks?|stacks?|dubs?|c ?-?notes?|benjamins?|bills(?! (?:to|are|due|i|that|piling|coming)))\b|(?<!\w )\b(?P<dub>dub)(?P<half> and a half)?\b|\b(?:a )?buck (?P<rest>ten|twenty|twenty five|thirty|forty|fifty|sixty|seventy|seventy five|eighty|ninety)\b"
)
_WORTH = dict(band=1_000, rack=1_000, stack=1_000, dub=20)


def _slang(plain: str) -> list[Number]:
    """`2 bands`, `a dub`, `buck fifty`."""
    found = []
    for match in _SLANG.finditer(plain):
        if match["dub"]:
            value = 30.0 if match["half"] else 20.0
        elif match["rest"]:
            value = 100 + numbers(match["rest"])[0].value
        else:
            count = numbers(match["count"])
            value = (count[0].value if count else 1) * _WORTH.get(match["what"].rstrip("s"), 100)
        found.append(Number(value, match.start(), match.end(), 1, True))
    return found


_PLURAL = re.compile(
    r"\b((?:four|fif|six|seven|eigh|nine)teen|twenty|thirty|\d{2})s(?=(?: is| are| be)? (?:cool|fine|good|ok\w*|works?|great|enough|perfect|doable)\b)"
)


def figures(plain: str) -> list[Number]:
    """Numbers, dollars with their cents, coins."""
    plain = mended(re.sub(r"\bgross\b", "     ", plain))
    plain = _PLURAL.sub(lambda m: f"{m[1]} ", plain)
    slang = _slang(plain)
    found = _join_cents(plain, numbers(plain))
    if slang:
        return sorted(
            [*slang, *(n for n in found if not any(s.start <= n.start < s.end for s in slang))], key=lambda n: n.start
        )
    coins = [
        _coin(match)
        for match in _COINS.finditer(plain)
        if match["count"] or match["coin"] not in ("p", "quarter", "quarters", "cent", "cents")
    ]
    if coins and not any(n.value >= 1 and not any(c.start <= n.start < c.end for c in coins) for n in found):
        return [_total(coins)]
    return [n for n in found if not (n.words and n.value < 1 and not n.money)] or found


def _total(coins: list[Number]) -> Number:
    return Number(round(sum(c.value for c in coins), 4), coins[0].start, coins[-1].end, 1, True)


def _coin(match: "re.Match[str]") -> Number:
    count = numbers(match["count"] or "")
    each = _COIN.get(match["coin"].rstrip("s"), _COIN.get(match["coin"], 0.01))
    return Number((count[0].value if count else 1) * each, match.start(), match.end(), 1, True)


def _join_cents(plain: str, found: list[Number]) -> list[Number]:
    """`twenty two fifty`, `13 dollars forty five`, `3 pounds and 20 pence`: one number."""
    out: list[Number] = []
    for number in found:
        last = out[-1] if out else None
        if last and _is_hundreds(plain, last, number):
            out[-1] = Number(last.value * 100 + number.value, last.start, number.end, 1, True, last.money)
        elif last and _is_cents(plain, last, number):
            out[-1] = Number(last.value + number.value / 100, last.start, number.end, last.scale, True, last.money)
        else:
            out.append(number)
    return out


def _is_hundreds(plain: str, last: Number, number: Number) -> bool:
    """`one eighty` is 180."""
    spoken = last.words and number.words and 1 <= last.value <= 9 and 10 <= number.value < 100
    return bool(spoken and plain[last.end : number.start].isspace() and float(last.value).is_integer())


_CENTS_BARE = re.compile(r"\W*\d{2} \d{2}\W*(?:an? hour|/ ?hr|hr|per hour|la hora)?\W*")


def _is_cents(plain: str, last: Number, number: Number) -> bool:
    between = plain[last.end : number.start]
    after = plain[number.end :]
    bare = _CENTS_BARE.fullmatch(plain) or (
        re.match(r"\s*(?:an? hour|/ ?hr|per hour|la hora)?\s*(?:[,;!]|\.(?!\d))", after)
        and re.match(r"^\W*(?:(?:like|about|maybe|id say|probably|at least|min)\W+)*\d{2} \d{2}$", plain[: number.end])
    )
    near = 0 < number.value - last.value <= 10 and not (number.value in (25, 75) and number.value > 1.4 * last.value)
    if bare and number.value in (25, 50, 75, 95, 99) and not near:
        return True
    whole = (
        float(last.value).is_integer()
        and float(number.value).is_integer()
        and 0 < number.value < 100
        and number.scale == 1
        and not number.money
    )
    if not whole or (last.scale > 1 and not last.words):
        return False
    if re.match(r"^\s*(?:cents?|pence|p\b|pennies|centavos)", after) and _CENTS.match(between):
        return True
    if (
        last.money
        and last.value < 1_000
        and not last.words
        and number.value >= 10
        and re.fullmatch(r"\s+|\s*and\s*", between)
        and re.match(r"\s*(?:c\b|cents)?\W*$", after)
    ):
        return True
    if re.fullmatch(r"\s*con\s*", between) and number.value >= 10:
        return True
    currency = re.match(
        r"^\s*(?:rupees?|dollars?|bucks?|euros?|pounds?|quid|usd|gbp|eur|dolares)\s*(?:and|y|&|,|con)?\s*$", between
    )
    if currency:
        return number.value >= 10 or "and" in between or bool(re.match(r"^\s*$", after))
    spoken = last.words and number.words and 7 <= last.value < 100 and number.value in (*range(10, 100, 5), 99, 95)
    return bool(spoken and re.fullmatch(r"\s+", between))
