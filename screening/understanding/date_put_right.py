"""Days put right: taken back ("scratch that, the 9th"), moved by others, told as it once was to be."""

import re

from screening.understanding.calendar import add_months, make
from screening.understanding.moments import Moment, moved

_FIX = re.compile(
    r"\b(?:actually|i mean[t]?|no wait|wait|scratch that|sorry|correction|make (?:it|that)|rather|oops|my (?:bad|mistake|error)|typo|i lied|strike that|me equivoque|better make|instead|quise decir|perdon|mejor|digo|or better|nvm|extended|pushed (?:it )?(?:back|to)|moved (?:it )?(?:to|up|back)|bumped (?:it )?(?:to|back)|changed (?:it )?to|now its|pero ahora|(?:me lo|nos lo|lo|la|se) (?:movieron|cambiaron|pasaron|recorrieron|aplazaron|movio|cambio|paso|recorrio)(?: (?:al|para el|a))?)\b|\*"
)
TAKEN_BACK = re.compile(
    r"\b(?:(?:scratch|forget|ignore|never ?mind|strike|disregard|skip|olvid\w+|borra) (?:that|it|this|eso|lo)(?: (?:one|date|day))?|never ?mind|nvm)\W+(?:(?:the|on|el|its|is|make it|say|lets (?:say|do)|i mean|mejor)\W+)*$"
)
_MOVED = re.compile(
    r"\b(?:push|mov|extend|chang|bump|resched|postpon|switch|shift|delay|kick|slid|traslad|cambi|aplaz|pospus|recorr|pas)\w*\b"
)
_BUSY = re.compile(
    r"\b(?:i work|im (?:off|busy|working|at)|i have|i got|ive got|appt|appointment|court|tengo|trabajo)\b"
)
_THAT_ONE = re.compile(r"\b(?:thats?|its|ese|es)\b")  # what follows is told of the day before it


_PUT_RIGHT_AFTER = re.compile(
    r"\W*(?:(?:actually|i mean[t]?|sorry|instead|rather|my bad|correction|i think|not \w+|perdon|digo|mejor|quise decir)\W*)+$"
)


def corrected(plain: str, found: list[Moment]) -> list[Moment]:
    """Without the days taken back, where another is told in their place."""
    if len(found) > 1 and _PUT_RIGHT_AFTER.fullmatch(plain[found[-1].end :]):
        between = plain[found[-2].end : found[-1].start]
        if re.fullmatch(r"[\s,.;-]*(?:no\W+)?(?:the |on |el )*", between):
            return _in_its_month(found[-2], found[-1:])  # "20th... 22nd actually"
    for index in range(len(found) - 1, 0, -1):
        between = plain[found[index - 1].end : found[index].start]
        if _moved_on(plain, found[index - 1], between):
            return found[index:]
        if TAKEN_BACK.search(between):
            return _in_its_month(found[index - 1], _first_of(plain, found[index:]))
        busy = _BUSY.search(between) and not _THAT_ONE.search(between)
        if busy and _FIX.search(between) and index + 1 < len(found):
            return found[index + 1 :]  # "tomorrow, no wait i have court friday. saturday"
        if (_FIX.search(between) and not busy) or re.fullmatch(
            r"\W*no+\W+(?:the |wait\W+)*|\W*no+[,.;!]\W*(?:el )?", between
        ):
            return _in_its_month(found[index - 1], _first_of(plain, found[index:]))
    return found


_NUMBERED = ("date.day_th", "date.day_of")
_DATED = ("date.month_day", "date.day_month", "date.numeric")
_BACK = 14  # days a day put right may lie before the one told first; further back it is one of the next month


def _in_its_month(told: Moment, found: list[Moment]) -> list[Moment]:
    """`april 6. no, make it the 13th`: the 13th of that month."""
    if told.rule not in _DATED or not told.single or not found or found[0].rule not in _NUMBERED:
        return found
    day, number = told.first, found[0].first.day
    month = day if number >= day.day - _BACK else add_months(day.replace(day=1), 1)
    meant = make(month.year, month.month, number)
    return [moved(found[0], first=meant, last=meant), *found[1:]] if meant else found


def _moved_on(plain: str, first: Moment, between: str) -> bool:
    """`they pushed it from the 28th to may 12`."""
    before = plain[: first.start]
    return bool(
        _MOVED.search(before)
        and re.search(r"\b(?:from|del?|off)\s+(?:the |el )?$", before)
        and re.fullmatch(
            r"\s*(?:,\s*)?(?:over |back |up |out )?(?:to|til+|until|a|al|hasta|para)\s+(?:the |el )?", between
        )
    )


def _first_of(plain: str, found: list[Moment]) -> list[Moment]:
    """The day put right, without the reason behind it ("no, the 19th, dentist on the 18th")."""
    if len(found) < 2:
        return found
    between = plain[found[0].end : found[1].start]
    reason = re.search(
        r"\b(?:i have|i got|i work|im|my|because|cuz|theres|appt|appointment|dentist|doctor|court|sorry)\b", between
    )
    return found[:1] if reason else found


_WAS_TO = re.compile(
    r"\b(?:(?<!am )(?<!im )(?<!is )(?<!are )(?:supposed|sposed|sposta|suppose|meant|scheduled|slated|set) to\b|(?:was|were) (?:gonna|going to|gon|originally|at first)\b|originally|at first|se suponia|(?:iba|iban|ibamos) a\b|al principio|en principio)[^.;]{0,45}$"
)
_THEN = re.compile(r"\b(?:but|pero|then|now|ahora|they|so|except|until they|cut|ended|changed|turned out|ended up)\b")


def without_plans_gone(plain: str, found: list[Moment]) -> list[Moment]:
    """Without the day on which it once was to be, where the one that came of it is told (`supposed to go thru may, but they cut us friday`)."""
    for index in range(len(found) - 1, 0, -1):
        first = found[index - 1]
        if _WAS_TO.search(plain[: first.start]) and _THEN.search(plain[first.end : found[index].start]):
            return found[index:]
    return found
