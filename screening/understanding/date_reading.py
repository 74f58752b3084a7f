"""A mention of days as a reading: its value, its quote in the words as sent, how sure."""

import re

from screening.understanding.moments import Moment
from screening.understanding.reading import Reading
from screening.understanding.words import Said

_VAGUE = re.compile(
    r"\b(?:not sure|unsure|dunno|no idea|no clue|idk|depends|dont know|havent decided|cant say|who knows|no se|depende|tbd|unknown|eventually|someday|one day|soon ?ish|soon)\b"
)


def dated(said: Said, plain: str, moment: Moment) -> Reading:
    """The reading of one mention."""
    value = (
        {"date": moment.first.isoformat()}
        if moment.single
        else {"from": moment.first.isoformat(), "to": moment.last.isoformat()}
    )
    sure = (
        0.7
        if _VAGUE.search(plain)
        or re.search(r"\b(?:maybe|might|probably|hopefully|possibly|guess|quizas|tal vez)\b", plain)
        else moment.sure
    )
    shift = len(plain) == len(said.plain)
    quote = said.quote(moment.start, moment.end) if shift else near_quote(said, plain, moment)
    return Reading(value=value, quote=quote, confidence=sure, rule=moment.rule)


def near_quote(said: Said, plain: str, moment: Moment) -> str:
    """The quote where mending moved letters: the same words by count."""
    before = len(plain[: moment.start].split())
    length = len(plain[moment.start : moment.end].split())
    pieces = list(re.finditer(r"\S+", said.plain))
    if before + length > len(pieces) or not length:
        return said.all()
    return said.quote(pieces[before].start(), pieces[before + length - 1].end())
