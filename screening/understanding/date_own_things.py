"""Days on which something of one's own falls (rent, a pay check, the end of a lease): where a start is asked for they tell none."""

import re
from functools import cache
from typing import Final

from screening.understanding.deferred import deferred
from screening.understanding.moments import Moment
from screening.understanding.tables import any_of

_CONCLUDES: Final = deferred(
    r"\b(?:so|then|after|afterwards?|until|till?|before|once|when|cuando|entonces|despues|luego|hasta|asi que|start\w*|begin\w*|available|empez\w*|free)\b"
)
_JOINED: Final = deferred(r"\s*(?:,|&|and|or|y|o|n|/|-|to)+\s*(?:the |on |el )*")
_FALLS: Final = (
    r"(?:ends?|ending|is|are|s|not|up|due|due by|over|out|in|on|by|til+|until|expires?|comes?|gets?|hits?|drops?|lands?|posts?|runs|renews?|falls?|goes|always|usually|every|each|month|here|through"
    r"|vence|llega|cae|termina|es|se|acaba|me)"
)


@cache
def _told() -> "re.Pattern[str]":
    owned, paid = any_of("figures", "own_things"), any_of("figures", "own_income")
    return re.compile(
        rf"(?:\b(?:my|our|the|mi|la|el|his|her) (?:\w+ ){{0,2}}?(?:{owned}|{paid})(?: (?:to|for) \w+)?|\b(?:i|we) (?:only )?(?:get|gets|got|receive|draw)(?: my| the| our| a)?(?: \w+)? ?{paid}|\b(?:i|we) (?:get|got|am getting) paid|\b(?:me )?pagan|\b(?:{owned}|pay ?days?))(?:\s+{_FALLS})* (?:the |el )*$"
    )


def without_own_things(plain: str, found: list[Moment]) -> list[Moment]:
    """The mentions that are not the day of such a thing, nor joined to one; all of them where a start is concluded from it."""
    if _CONCLUDES.search(plain):
        return found
    out: list[Moment] = []
    told: Moment | None = None
    for moment in found:
        joined = told is not None and _JOINED.fullmatch(plain[told.end : moment.start])
        if joined or _told().search(plain[: moment.start]):
            told = moment
        else:
            out.append(moment)
    healing = told is not None and all(moment.rule == "date.length" for moment in out)
    return [] if healing else out
