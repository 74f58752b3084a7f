"""The words of days and lengths of time: patterns of months, days, counts and units, and what they come to."""

import re
from datetime import date, timedelta

from screening.understanding.calendar import MONTH_NAMES, WEEKDAY_NAMES, add_days, add_months
from screening.understanding.numeral_words import ORDINALS
from screening.understanding.numerals import numbers

MONTH = rf"(?P<month>{MONTH_NAMES})\.?"


WEEKDAY = rf"(?P<weekday>{WEEKDAY_NAMES})\.?"


_ORDINAL_WORDS = {
    **ORDINALS,
    **{f"twenty-{w}": 20 + n for w, n in ORDINALS.items() if n < 10},
    **{f"twenty {w}": 20 + n for w, n in ORDINALS.items() if n < 10},
    "thirty-first": 31,
    "thirty first": 31,
}


_ORDINAL_WORDS |= {
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "seis": 6,
    "cinco": 5,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
    "once": 11,
    "doce": 12,
    "trece": 13,
    "catorce": 14,
    "quince": 15,
    "veinte": 20,
    "treinta": 30,
    "treinta y uno": 31,
} | {
    f"{prefix}{word}": tens + n
    for prefix, tens in (("dieci", 10), ("veinti", 20))
    for n, word in enumerate(("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"), 1)
    if tens + n > 15
}


_DAYWORD = "|".join(sorted(_ORDINAL_WORDS, key=len, reverse=True))


WEEKDAY_NAME = f"(?:{WEEKDAY_NAMES})"


DAY = rf"(?P<day>\d{{1,2}}(?:\s?(?:st|nd|rd|th|o|ro)\b)?|(?:{_DAYWORD})\b)"


CARDINALS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}


CARDINALS |= {
    f"twenty{s}{w}": 20 + CARDINALS[w]
    for s in " -"
    for w in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
} | {"thirty": 30, "thirty one": 31, "thirty-one": 31}


DAY_COUNTED = rf"(?P<day>\d{{1,2}}(?:\s?(?:st|nd|rd|th|o|ro)\b)?|(?:{_DAYWORD}|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})\b)"


COUNT = r"(?P<n>\d+(?:\.\d+)?(?: 1/2)?|an? couple(?: of)?|couple(?: of)?|cpl(?: of)?|a few|few|several|a half|half an?|half|one and a half|(?:an?|one|un|una|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|forty five|sixty|ninety|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|treinta|un par de|unos|unas|another|the|full|whole|all|per|each|entire)(?: (?:and a half|y medio|y media|more|other|full|whole|mas))?)"


UNIT = r"(?P<unit>business days?|working days?|work days?|days?|dys|weeks?|wks?|months?|mos?|mths?|mnths?|years?|yrs?|fortnights?|dias?(?: habiles)?|semanas?|mes(?:es)?|anos?|quincena|quarters?|decades?)\b"


_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
YEAR_SPOKEN = rf"(?:nineteen|twenty)[ -](?:(?:{_TENS})(?:[ -](?:{_ONES}))?|oh[ -](?:{_ONES}))|two thousand(?: (?:and )?(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES}))?|twenty (?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?:seventy|eighty|ninety)(?:[ -](?:{_ONES}))?|dos mil(?: (?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|(?:veinti|dieci)[a-z]+|veinte|treinta))?|(?:mil novecientos )?(?:setenta|ochenta|noventa)(?: y (?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))?"


YEAR = rf"(?:,?\s*(?:of |de |del |in )?'?(?P<year>(?:19|20)\d\d|(?:(?<=')|(?<=\bof )|(?<=\bde )|(?<=\bdel ))\d\d(?!\d)|\d\d(?=\s*$)|[4-9]\d(?!\d)|{YEAR_SPOKEN})\b(?!\s*(?:hour|hrs?|/|:|shift|person|people|miles?|min|bucks|dollars|%)))?"


PART = r"(?P<part>(?:the )?(?:very )?(?:early|beginning|begining|start|top|beg|first part|first half|1st half|second half|2nd half|latter (?:part|half)|(?:first|1st|second|2nd|third|3rd|last) week|middle|mid|late(?:r)?|end|close|tail end|ending|final|last (?:part|few days|day)|principios|inicios|comienzos|mediados|finales|fines|fin|primera semana|ultima semana|segunda semana|tercera semana)\s*-?\s*(?:of |in |de |del |a )*(?:the )?)?"


_DAYS = dict(d=1, w=7, f=14, s=7, q=15)


def day_number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else _ORDINAL_WORDS.get(text) or CARDINALS[text]


def year_of(text: str | None, latest: int = 2069) -> int | None:
    """The year written; of two digits, none after `latest`."""
    if not text:
        return None
    digits = int(re.sub(r"\D", "", text) or _spoken_year(text))
    if digits < 100:
        return 2000 + digits if 2000 + digits <= latest else 1900 + digits
    return digits


def _spoken_year(text: str) -> int:
    """`nineteen eighty three`, `two thousand four`, `ninety six`."""
    said = [int(number.value) for number in numbers(text)]
    if len(said) == 2 and said[0] in (19, 20):
        return said[0] * 100 + said[1]
    return said[-1] if said and (said[-1] >= 1900 or 70 <= said[-1] < 100) else 0


def count_of(text: str) -> float:
    """The count before a unit; "a couple" is 2, "a few" 3."""
    if re.search(r"couple|cpl|par de", text):
        return 2.0
    if re.search(r"few|several|unos|unas", text):
        return 3.0
    found = numbers(text)
    half = 0.5 if re.search(r"and a half|y medi|1/2", text) and not (found and found[0].value % 1) else 0.0
    if found:
        return found[0].value + half
    return 0.5 if "half" in text else 1.0 + half


def ahead(today: date, count: float, unit: str) -> date:
    """So many units on from a day."""
    if unit.startswith(("business", "working", "work")) or "habil" in unit:
        return _working_days(today, int(count))
    if unit.startswith(("year", "yr", "ano")):
        return add_months(today, round(count * 12))
    if unit.startswith("decade"):
        return add_months(today, round(count * 120))
    if unit.startswith(("mo", "mth", "mnth", "mes")):
        whole = int(count)
        return add_days(add_months(today, whole), (count - whole) * 30)
    if unit.startswith("quarter"):
        return add_months(today, round(count * 3))
    return add_days(today, count * _DAYS[unit[0]])


def _working_days(day: date, count: int) -> date:
    for _ in range(min(count, 400)):
        day += timedelta(days=1)
        while day.weekday() >= 5:
            day += timedelta(days=1)
    return day
