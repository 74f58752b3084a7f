"""What stands around numbers: ranges, bounds, corrections, distractors. Shared by the readers of number, pay and location."""

import re
from dataclasses import dataclass

from screening.understanding.deferred import deferred
from screening.understanding.numeral_words import Number
from screening.understanding.numerals import numbers

_TO = deferred(
    r"^\s*(?:ish)?\s*(?:to|-|~|thru|through|or|and|n|&|a|o|u|y|until|hasta|/|or maybe|maybe|hopefully|preferably|ideally|to like|to maybe|to about|,?\s*(?:to )?(?:maybe |sometimes )?(?:up to|as (?:many|much|high|far) as)|(?:and|but) (?:can|could|will|may) (?:go|stretch|get) (?:up )?to|(?:can |could |may )?(?:go|stretch) (?:up )?to|but (?:no|not|never) (?:more than|over|past|above)|(?:and )?high(?:est)?(?: of| is)?)\s*(?:about |like |around |maybe |even |an? (?:even|cool|solid|nice|flat|full) |[$£€₹]\s?)?$"
)
_BETWEEN = deferred(
    r"(?:between|btwn|b/w|tween|low(?:est)?(?: is| of)?|as (?:low|few|little) as|from|anywhere from|entre|de|range of|somewhere between|btw)\s+(?:about |like |around |[$£€₹]\s?)*$"
)
AT_LEAST = deferred(
    r"\b(?:at least|atleast|minimum(?: of)?|min(?: of)?|(?:no|not|nothing) fewer than|as (?:low|few|little) as|(?<!quarter )(?<!half )(?:well )?past|no less than|not less than|no lower than|not lower than|nothing (?:less|lower|under|below)(?: than)?|no(?:t)? (?:under|below)|(?<!no )(?<!not )(?<!be )more than|(?<!not )(?<!nothing )over|(?<!not )above|north of|upwards of|"
    r"greater than|(?:begin|start)s? with|starting at|(?<!\bill )(?<!\bid )(?<!can )(?<!could )(?<!would )start at|starts at|starting from|from|anything over|anything above|not under|not below|(?:wont|wouldnt|cant|couldnt|dont|never|not going to|not gonna) (?:take|go|do|work for|accept) (?:any )?(?:less|lower|under|below)(?: than)?|"
    r"por lo menos|al menos|minimo(?: de)?|mas de|no menos de|a partir de|desde|arriba de|exceeding|excess of|beyond|better than)\s+(?:about |like |around |[$£€₹]\s?)*$"
)
AT_MOST = deferred(
    r"\b(?:less than|under|shy of|south of|not even|barely|below|up to|upto|at most|no more than|not more than|max(?:imum)?(?: of)?|max(?:es|ed|ing)? out at|tops? out at|as (?:many|much|far) as|(?:my|the) (?:limit|max(?:imum)?|cap|ceiling)(?: is|s)?|capp?(?:ed)? (?:is|at)|no paso de|no llego (?:ni )?a|(?<!no )(?<!not )(?<!nothing )fewer than|within|shy of|not over|not even|nothing over|tops|como mucho|maximo(?: de)?|menos de|hasta|no mas de|a lo mucho|"
    r"cant be more than|not more then|no more then|less then|lower than|inside of|not quite|just under)\s+(?:a |about |like |around |[$£€₹]\s?)*$"
)
_AFTER_LEAST = deferred(
    r"^\s*(?:[$£€]|usd|dollars|bucks|years?|yrs?|anos|hrs?|hours?|k|(?:an |per |a |/ ?)(?:hour|hr|h|week|wk|month|mo|year|yr|day)|minutes?|mins?)?\s*(?:(?:\+|plus\b(?!\s*(?:i\b|me\b|myself\b|im\b|ive\b|the\b|my\b|some\b|an?\b(?! (?:hour|hr|week|day)\b)|another\b|\d)))(?!\s*(?:equity|stock|options|profit|tips|(?:\w+ )?(?:diff\w*|fees|costs?|expenses)|over ?time|ot\b|benefits|commission|bonus\w*|mileage|per diem|gas|fuel|materials?|supplies|parts|expenses|tolls?|lunch|meals?|food|travel|parking|hotel|lodging|housing|taxes|fees|dump|vacation|pto|holidays|insurance|health|medical|401|propinas))|or more\b|(?:and|&|n|on)? ?up\b(?! to)|or above|if not more\b\b|or better\b|or higher\b|and over\b|and above\b|minimum\b(?! wage)|min\b(?!s|u)|at (?:a |the )?minimum\b|(?:and|n|&) then some\b|on the low (?:end|side)\b(?!.*\bhigh\b)|at least\b|at the (?:very )?least\b|o mas\b|minimo\b|y pico\b|(?:de ahi )?(?:para|pa|hacia) arriba\b|en adelante\b|upwards?\b|(?:is|s|would be|would b|es) (?:(?:the|my|a|el|mi|lo) )?(?:bare |absolute |rock |very )?(?:lowest|minimum|floor|least|bottom|minimo)\b|or over\b|por lo menos\b|al menos\b|como minimo\b)"
)
_AFTER_MOST = deferred(
    r"^\s*(?:[$£€]|usd|dollars|bucks|years?|yrs?|anos|hrs?|hours?|k|minutes?|mins?|an hour)?\s*(?:or (?:less|fewer|under|below|so less)\b|max\b|maximum\b|tops\b|at most\b|at the (?:very |absolute )?most\b|is (?:where i draw the line|(?:my|the) (?:limit|max|most|cap|ceiling)\b|as (?:much|many|far|high) as)|[^,.;\d]{0,30}\bnever (?:past|over|above|more than) (?:that|it)\b|o menos\b|(?:a lo|cuando) mucho\b|como maximo\b|y no mas\b|and no more\b|maximo\b|como mucho\b|or under\b)"
)
_FIX = deferred(
    r"\b(?:i mean[t]?|no wait|wait|actually|scratch that|correction|sorry|oops|my bad|make that|hold (?:up|on)|rather|quise decir|jk+|just kidding|jkjk|kidding|psych|perdon|digo|mejor dicho|i should say|let me correct|edit|typo|nvm|nevermind|not)\b|\*|\bno,? (?=\d)"
)


_FIX_AFTER = deferred(r"\W*(?:actually|rather|i mean|correction|sorry|perdon|mejor dicho|digo|quise decir)\W*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One amount of a text: exact, or open to one or both sides."""

    low: float | None
    high: float | None
    start: int
    end: int
    numbers: tuple[Number, ...]
    bound: str = ""  # least, most, range

    @property
    def exact(self) -> float | None:
        """The one value, where it is one."""
        return self.low if self.low == self.high else None

    def least(self) -> "Amount":
        """The same amount as the least that would do."""
        low = self.low if self.low is not None else self.high
        return Amount(low=low, high=None, start=self.start, end=self.end, numbers=self.numbers, bound="least")

    def times(self, factor: float) -> "Amount":
        """The same amount in another unit."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Amount(low=low, high=high, start=self.start, end=self.end, numbers=self.numbers, bound=self.bound)


def amounts(plain: str, found: list[Number] | None = None) -> list[Amount]:
    """Every amount, in order; two numbers that make a range are one."""
    found = numbers(plain) if found is None else found
    out: list[Amount] = []
    index = 0
    while index < len(found):
        pair = _pair(plain, found, index) or _side_by_side(plain, found, index)
        out.append(pair or _single(plain, found[index]))
        index += len(pair.numbers) if pair else 1
    return _between_bounds(plain, out)


_TO_THE_END = deferred(
    r"\W*(?:(?:some ?where|around|about|right) )?(?:in )?(?:there|that (?:range|area|neighborhood|ballpark)|between)\W*$|\W*por ah?i\W*$|\W*(?:maybe|tops|or so|ish|i guess|dollars|bucks|an hour|an hr|a week|lbs?|of (?:em|them))?\W*(?:an? (?:hour|hr|week|year))?\W*$"
)


def _rising(plain: str, found: list[Number]) -> list[Number]:
    """The first figure and those that follow it closely, each a little more than the one before."""
    run = found[:1]
    for number in found[1:]:
        last, link = run[-1], plain[run[-1].end : number.start]
        close = last.value < number.value <= (2 if last.value < 3 else 1.7) * last.value
        if not close or last.scale != number.scale or "\n" in link or not re.fullmatch(r"\s+|\s*,\s*", link):
            break
        run.append(number)
    return run


def _side_by_side(plain: str, found: list[Number], index: int) -> Amount | None:
    """`40 50`, `25, 26, 27`: figures put next to each other, rising by little."""
    run = _rising(plain, found[index:])
    spaced = len(run) == 2 and "," not in plain[run[0].end : run[1].start] and run[0].words == run[1].words
    near = (
        len(run) == 2 and run[0].value < 1_000 and run[1].value <= 1.34 * run[0].value and run[0].words == run[1].words
    )
    if near and _TO_THE_END.match(plain[run[1].end :]):
        spaced = spaced or plain[: run[0].start].strip() in ("", "like", "about", "bout", "maybe", "probably")
    if len(run) < 2 or not (spaced or len(run) > 2) or re.match(r"s\b", plain[run[-1].end :]):
        return None
    if re.match(r"\s*(?:-?\s*(?:hour|hr) |a\.?m\b|p\.?m\b|st\b|nd\b|rd\b|th\b)", plain[run[-1].end :]):
        return None
    first, last = run[0], run[-1]
    return Amount(low=first.value, high=last.value, start=first.start, end=last.end, numbers=tuple(run), bound="range")


def _between_bounds(plain: str, found: list[Amount]) -> list[Amount]:
    """`min 20 max 26`: a least and a most beside each other are one range."""
    out: list[Amount] = []
    for amount in found:
        last = out[-1] if out else None
        bounds = last and last.bound == "least" and amount.bound == "most" and (last.low or 0) < (amount.high or 0)
        if last and (bounds or _then_most(plain, last, amount)):
            out[-1] = Amount(low=last.low, high=amount.high, start=last.start, end=amount.end, numbers=last.numbers + amount.numbers, bound="range")  # fmt: skip
        else:
            out.append(amount)
    return out


def _then_most(plain: str, last: Amount, amount: Amount) -> bool:
    """`10, 12 max`: from the one to the other."""
    near = amount.bound == "most" and last.exact and last.exact < (amount.high or 0) <= 1.6 * last.exact
    gap = plain[last.end : amount.start]
    return bool(near and re.fullmatch(r"\s*(?:ish)?\s*,\s*(?:maybe |or |and |but )*", gap))


def _pair(plain: str, found: list[Number], index: int) -> Amount | None:
    if index + 1 >= len(found):
        return None
    first, second = found[index], found[index + 1]
    link = plain[first.end : second.start]
    unit = re.sub(
        r"^\s*(?:k|years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|usd|dollars?|bucks|an hour|per hour|/hr|/h|[$£€%]|anos?|minutos?|miles?|pounds|lbs)(?![a-z])",
        "",
        link,
    )
    between = _BETWEEN.search(plain[: first.start])
    if not (_TO.match(link) or _TO.match(unit)) or first.value < 0 or second.value < 0:
        return None
    word = unit.strip() or link.strip()
    if "up to" in word and re.match(r"\s*(?:\w+ )?(?:now|these days|today|ahora)\b", plain[second.end :]):
        return None
    if _two_units(link, plain[second.end :]):
        return None
    if re.match(r"^(?:and|y|n|&)(?:\b|$)", word) and not (
        between and re.search(r"between|btwn|b/w|btw|tween|entre", between.group())
    ):
        return None
    if re.match(r"^(?:a|o|or)\b", word) and second.value == first.value:
        return None
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1 and low < second.value / second.scale * 1.0 + 1e-9:
        low *= second.scale
    if high < low and re.match(r"^-", word) and 0 < high < 10 and low >= 20 and second.scale == 1:
        high = low - low % 10 + high  # "25-8" for 25 to 28
    if high <= low:
        return None
    return Amount(low=low, high=high, start=first.start, end=second.end, numbers=(first, second), bound="range")


_PER = deferred(r"^\s*(?:k\s*)?(?:an?|per|/|la|por|al)\s*(?P<unit>h|d|w|m(?!ile|in)|y|s)[a-z]*\b")


def _two_units(link: str, after: str) -> bool:
    """Whether two amounts are for different times (`75 an hour or 550 a day`)."""
    first, second = _PER.match(link), _PER.match(after)
    return bool(first and second and first["unit"] != second["unit"])


def _single(plain: str, number: Number) -> Amount:
    before, after = plain[: number.start], plain[number.end :]
    start, end = number.start, number.end
    before = re.sub(r"[$£€₹]\s?$", "", before)
    low: float | None = number.value
    high: float | None = number.value
    bound = ""
    if match := re.search(r"(?<!\d )(?<!\d)\b(?P<side>min|max)(?:imum)?(?: of)? *$", before):  # "min 20 max 26"
        low, high = (number.value, None) if match["side"] == "min" else (None, number.value)
        bound, start = ("least" if match["side"] == "min" else "most"), match.start()
    elif match := _AFTER_LEAST.match(after):
        high, bound, end = None, "least", number.end + match.end()
    elif match := _AFTER_MOST.match(after):
        low, bound, end = None, "most", number.end + match.end()
    elif match := re.search(r">=?\s*$", before):
        high, bound, start = None, "least", match.start()
    elif match := re.search(r"<=?\s*$", before):
        low, bound, start = None, "most", match.start()
    elif match := AT_LEAST.search(before[-40:]):
        high, bound, start = None, "least", max(0, len(before) - 40) + match.start()
    elif match := AT_MOST.search(before[-40:]):
        low, bound, start = None, "most", max(0, len(before) - 40) + match.start()
    if bound == "most" and _REACHED.search(f"{plain[: number.start][-24:]}|{after}"):
        return Amount(low=number.value, high=number.value, start=number.start, end=number.end, numbers=(number,))
    if bound and _turned(before[: min(start, len(before))], plain[start:], bound):
        low, high = high, low
        bound = "most" if bound == "least" else "least"
    return Amount(low=low, high=high, start=start, end=end, numbers=(number,), bound=bound)


_REACHED = deferred(
    r"\b(?:got|worked|built|moved|went|made|gone|im|now|ended|climbed|bumped|brought|am)\b[^,.;|\d]{0,14}\bup to \|| up to \|\s*(?:\w+ )?now\b"
)  # "got it up to 50" is 50
_DENIES = deferred(
    r"\b(?:cant|cannot|couldnt|could not|wont|wouldnt|would not|not|never|nothing|nada|dont|refuse to|no puedo|no)\s+(?:\w+\s+){0,6}$"
)
_TOO_LITTLE = deferred(
    r"^(?:under|less than|below|south of|menos de|debajo de)\D*[\d.,k]+\w*\s+(?:\w+ ){0,3}?(?:no\b|(?:i|id|ill|im) (?:stay|pass|walk|stayin|out|good where|not)\b|is (?:a )?(?:no|too|not|an insult|insulting)|isnt|would (?:embarrass|insult|be (?:too|an insult))|wont|wouldnt|doesnt|cant|insults?|aint|would be (?:an? )?(?:step|slap|joke|pay cut|cut|waste|no|deal ?breaker))"
)


_CUT_OFF = deferred(
    r"\b(?:cuts?|cutting|kicks?|docks?|penali[sz]e\w*|tax(?:es)?|stops?|ends?|lose|loses|losing|drops?|quitan|pierdo|cortan)\b(?: (?:me|us|it|them|all))?(?: (?:my|the|mi|el|la|los))?(?: \w+){0,2} (?:if i (?:go|work|get) )?$"
)  # "they cut me off past 20"


def _turned(before: str, rest: str, bound: str) -> bool:
    """Whether a no turns the bound: `cant do it for under 58k`, `cant go over 29`, `menos de 22 no me conviene`."""
    if bound == "most" and re.match(r"(?:under|less than|below|south of|menos de|debajo de)\b", rest.lstrip()):
        clause = re.split(r"[,.;!?]|\bso\b|\bbecause\b|\bbut\b", before)[-1]
        return bool(_TOO_LITTLE.match(rest)) or bool(_DENIES.search(clause))
    if bound == "least" and re.match(r"(?:over|more than|above|mas de|past|beyond|arriba de)\b", rest):
        if re.search(r"\b(?:doesnt|dont|does not|do not) (?:have|need|gotta) (?:to be )?$", before):
            return True
        if _CUT_OFF.search(before):
            return True
        return bool(_DENIES.search(re.split(r"[,.;!?]|\bso\b|\bbecause\b|\bbut\b", before)[-1]))
    return False


def corrected(plain: str, found: list[Amount]) -> list[Amount]:
    """What still counts after "5 no wait 6", "sorry 5 not 4", "20\\n21 actually"."""
    if len(found) < 2:
        return found
    if _FIX_AFTER.match(plain[found[-1].end :]) and re.fullmatch(r"\W+", plain[found[-2].end : found[-1].start]):
        return found[-1:]
    denied = [
        a
        for a in found
        if re.search(r"\b(?:not|no|instead of|rather than|y no)\s+(?:\w+\s)?$", plain[: a.start])
        and not a.bound
        and (found.index(a) > 0 or re.search(r"\bnot\s+$", plain[: a.start]))
        and not re.search(r"\bno,? (?:wait|sorry)?\s*$|[.!]\s*no\s*$", plain[: a.start])
    ]
    if denied and len(denied) < len(found):
        return [a for a in found if a not in denied]
    for index in range(len(found) - 1, 0, -1):
        between = plain[found[index - 1].end : found[index].start]
        if _FIX.search(between) or re.search(
            r"^\W*(?:(?:an hour|/ ?hr|a week|a year|hours|years)\W+)?(?:no+|nope|nah+)\W+$", between
        ):
            return found[index:]
    return found
