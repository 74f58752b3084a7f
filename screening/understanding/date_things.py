"""Where the end of a card or the like is asked for: the days told of another one, of a birth or of an application do not count."""

import re
from typing import Final

from screening.scripts.script import Question
from screening.understanding.calendar import make
from screening.understanding.deferred import deferred
from screening.understanding.moments import Moment
from screening.understanding.reading import Context
from screening.understanding.words import flat

_THING: Final = deferred(
    r"\b(?:(?P<cdl>cdls?|class [ab]|commercial)|(?P<driver>drivers?|driving|regular|manejo|conducir)|(?P<twic>twic)|(?P<cpr>cpr|bls|acls)|(?P<first>first aid|primeros auxilios)|(?P<forklift>fork ?lift|lift|montacargas)|(?P<osha>osha)|(?P<passport>passport|pasaporte)|(?P<visa>visa)|(?P<medical>dot|med(?:ical)? card|physical)|(?P<guard>guard|security)|(?P<food>food handlers?|servsafe|food)|(?P<tb>tb|ppd)|(?P<insurance>insurance|seguro)|(?P<registration>registration|tags?)|(?P<lease>lease|renta)|(?P<permit>work permit|ead|green card)|(?P<hazmat>hazmat|tanker)|(?P<nurse>rn|lpn|lvn|cna|nursing)|(?P<real>real id)|(?P<welding>weld\w*)|(?P<alcohol>tabc|alcohol|tips))\b"
)
_BIRTH: Final = deferred(
    r"\b(?:dob|d\.o\.b|born(?: on| in)?|date of birth|(?P<day>bday|birthday)|birth ?date|naci(?: el)?|fecha de nacimiento|mi cumple\w*)\W+(?:(?:is|was|on|its|the|es|el)\W+)*$"
)
_AGE: Final = deferred(r"\b(?P<n>[2-8]\d) ?(?:th|st|nd|rd)? (?:b-?day|bday|birthday|birth day|cumple\w*)\b")
_REQUESTED: Final = deferred(
    r"\b(?:applied|ordered|mailed|submitted|paid|filed|requested|signed up|(?:sent|turned|put) (?:\w+ ){0,3}?(?:in|off|for)|aplique|mande|pedi|solicite)\b(?!(?: \w+){0,3} (?:notice|resignation|letter|badge|keys|weeks))(?:(?!\b(?:thru|through|until|till?|up to|good|ends?|expires?|hasta|vence)\b)[^.;,]){0,30}$"
)


def birthday_reached(plain: str, found: list[Moment], question: Question, context: Context) -> Moment | None:
    """`dob 3/4/91, goes out on my 40th birthday`."""
    age = _AGE.search(plain)
    born = [m for m in found if m.single and m.first.year <= context.now.year - 14]
    if age is None or len(born) != 1 or _about_birth(question, context):
        return None
    day = make(born[0].first.year + int(age["n"]), born[0].first.month, born[0].first.day)
    return Moment(day, day, age.start(), age.end(), "date.birthday", 0.85) if day else None


def of_the_thing(plain: str, found: list[Moment], question: Question, context: Context) -> list[Moment]:
    """The days that may be the end asked for."""
    asked = flat(question.words(context.language))
    if not _about_birth(question, context):
        found = [m for m in found if not _of_birth(plain, m, context)]
    if not _REQUESTED.search(asked):
        found = [m for i, m in enumerate(found) if not _REQUESTED.search(plain[_from(found, i) : m.start])]
    wanted = _things(asked)
    if not wanted or len(found) < 2:
        return found
    told = [_things(plain[start:end]) for start, end in _clauses(plain, found)]
    if not any(things & wanted for things in told):
        return found
    return [m for m, things in zip(found, told, strict=True) if not things or things & wanted]


def _of_birth(plain: str, moment: Moment, context: Context) -> bool:
    """Whether a day is that of a birth; a birthday to come may be the end asked for."""
    told = _BIRTH.search(plain[: moment.start])
    return bool(told and (not told["day"] or moment.first.year <= context.now.year - 14))


def _about_birth(question: Question, context: Context) -> bool:
    return bool(re.search(r"\b(?:birth|birthday|born|dob|nac\w+)\b", flat(question.words(context.language))))


def _from(found: list[Moment], index: int) -> int:
    return found[index - 1].end if index else 0


def _things(text: str) -> frozenset[str]:
    return frozenset(match.lastgroup or "" for match in _THING.finditer(text))


def _clauses(plain: str, found: list[Moment]) -> list[tuple[int, int]]:
    """Where the words of each day stand: before it, or behind it where the first has none before (`8/1/27 cpr, 5/1/27 first aid`)."""
    if _things(plain[: found[0].start]):
        return [(_from(found, i), m.start) for i, m in enumerate(found)]
    ends = [*(m.start for m in found[1:]), len(plain)]
    return [(m.end, end) for m, end in zip(found, ends, strict=True)]
