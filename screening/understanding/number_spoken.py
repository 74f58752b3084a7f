"""Figures as people say or mistype them, made plain without moving a letter: 4-0, 5o, 150 plus thousand, a buck fifty, a dub."""

import re

from screening.understanding.numeral_words import Number
from screening.understanding.numerals import numbers

_MENDED = (
    (re.compile(r"(?<=\d)n(?=\d)"), lambda m: "-"),  # "20n25"
    (re.compile(r"(?<=\d)o\b"), lambda m: "0"),  # "5o"
    (re.compile(r"(?<=\d) (?:and|n|&|y) (?:3|three) quarters?\b(?! of)"), lambda m: ".75".ljust(len(m.group()))),
    (re.compile(r"(?<=\d) (?:and|n|&|y) (?:a|1|one) quarter\b(?! of)"), lambda m: ".25".ljust(len(m.group()))),
    (re.compile(r"\bl(?=\d\b)"), lambda m: "1"),  # "l0"
    (re.compile(r"\b[1-9]-0\b(?!\d)"), lambda m: m.group()[0] + "0 "),  # "the big 4-0"
    (re.compile(r"(?<=\d) plus (thousand|hundred|million)\b"), lambda m: f" {m[1]} plus"),
    (re.compile(r"\ba(?= (?:full |whole |solid )?(?:years?|yrs?|months?) ?(?:plus|and|&|n|\+|,) ?\d)"), lambda m: "1"),
    (
        re.compile(
            r"\ba(?= (?:full |whole )?(?:year|yr) (?:at|with|w|in|as|for|on|doing) [^.;]{2,40}?\b(?:and|n|plus|then|&) (?:another )?\d)"
        ),
        lambda m: "1",
    ),
    (re.compile(r"\bun par(?=\W*$)"), lambda m: "   dos"),
    (re.compile(r"\bcouple(?= (?:or |to |, ?)?(?:three|3)\b)"), lambda m: "   two"),
    (re.compile(r"\bun par(?= de (?:anos|meses|semanas|dias|horas)\b)"), lambda m: "   dos"),
    (re.compile(r"(?<=\d )(?P<to>to|til|till|-|until) noon\b"), lambda m: f"{m['to']} 12  "),
    (
        re.compile(r"(?<![\d/.])(?P<a>\d{1,3})/(?P<b>\d{1,3})(?![\d/])"),
        lambda m: m.group().replace("/", "-") if 5 <= int(m["a"]) < int(m["b"]) <= 1.6 * int(m["a"]) else m.group(),
    ),
    (re.compile(r"\b(?:hundy|hundie|hunny)\b"), lambda m: "hundo".ljust(len(m.group()))),
)
_FEW_DOZEN = re.compile(r"\b(?:few|several|some|many) (?:dozen|hundred|thousand)\b")  # nobody knows how many
_TENS = "ten|fifteen|twenty five|twenty|thirty|forty|fifty|fiddy|sixty|seventy five|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SLANG = re.compile(
    rf"\b(?:a )?buck (?P<buck>{_TENS})\b"
    rf"|\b(?:(?P<dubs>an?|{_ONES}|\d) )?dubs?(?: (?:and|n|&) (?P<and>[1-9]|{_ONES})\b)?\b"
    r"|(?<!and )(?<!and a )\b(?P<half>(?:a |one )?half (?:a |of a )?(?:hundred|hundo)|medio cien(?:to)?)\b"
    r"|(?<![\d:.])(?:1:(?P<ratio>[2-9]|[1-3]\d)|(?P<ratio2>[2-9]|[1-3]\d):1)(?![\d:])"
    r"|\b(?P<dozens>(?:a )?(?:couple|cpl|pair)(?: of)? dozen)\b"
    r"|\b(?P<nickels>double nickels)\b"
    r"|\b(?P<baker>(?:a )?bakers dozen)\b"
    rf"|\b(?P<from>\d{{1,2}}|(?:a )?dozen|twenty|thirty|forty|fifty) minus (?P<less>[1-9]|{_ONES})\b(?! ?-?\d)"
    rf"|\b(?P<hundreds>[2-9]|{_ONES}) (?P<rest>(?:fifty|fiddy|twenty|thirty|forty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)\b(?!\s*-?(?:hours?|hrs?|lbs?|pound|percent|%)\b|\s*(?:to|or|-)\s*\w+ (?:years|yrs))"
)


def mended(plain: str) -> str:
    """A text of the same length with slips of the finger in its figures put right."""
    for pattern, mend in _MENDED:
        plain = pattern.sub(mend, plain)
    return plain


def spoken(plain: str) -> list[Number]:
    """The numbers of a text, slips of the finger mended, `two fifty` taken for 250, a dub for twenty."""
    fixed = mended(plain)
    said = [
        Number(value, match.start(), match.end(), 1, True)
        for match in _SLANG.finditer(fixed)
        if (value := _worth(match)) > 0
    ]
    fixed = _FEW_DOZEN.sub(lambda m: "." * len(m.group()), fixed)
    for number in said:
        fixed = fixed[: number.start] + "." * (number.end - number.start) + fixed[number.end :]
    return _hundreds(fixed, sorted([*said, *numbers(fixed)], key=lambda n: n.start))


def _hundreds(plain: str, found: list[Number]) -> list[Number]:
    """`two twelve`: 212, where nothing else is counted."""
    if len(found) != 2 or not all(n.words and float(n.value).is_integer() for n in found):
        return found
    first, second = found
    spaced = plain[first.end : second.start].isspace() and 1 <= first.value <= 9 and 10 <= second.value < 100
    return [Number(first.value * 100 + second.value, first.start, second.end, 1, True)] if spaced else found


def _worth(match: "re.Match[str]") -> float:
    if match["buck"]:
        return 100 + _value(match["buck"])
    if match["ratio"] or match["ratio2"]:
        return float(match["ratio"] or match["ratio2"])
    if match["half"]:
        return 50
    if match["dozens"]:
        return 24
    if match["nickels"]:
        return 55
    if match["baker"]:
        return 13
    if match["from"]:
        return _value(match["from"]) - _value(match["less"])
    if match["hundreds"]:
        return _value(match["hundreds"]) * 100 + _value(match["rest"])
    return 20 * (_value(match["dubs"]) if match["dubs"] else 1) + (_value(match["and"]) if match["and"] else 0)


def _value(words: str) -> float:
    found = numbers(words)
    return found[0].value if found else 1.0
