"""A choice among degrees of a skill (Basic, Conversational, Fluent) by what is said of it: `not very good`, `born and raised in ohio`."""

import re
from typing import Final

from screening.understanding.choice_hits import UNSURE, Hit
from screening.understanding.choice_options import Offered
from screening.understanding.deferred import deferred

_LOW: Final = deferred(r"(?:very )?(?:basic|beginner|limited|low|little|novice|basico|principiante)\b")
_HIGH: Final = deferred(r"(?:native|fluent|advanced|expert|excellent|proficient|professional|nativo|fluido|avanzado)\b")
_POOR: Final = deferred(
    r"\W*(?:(?:um|well|honestly|sorry|its|it is|im|i am|my \w+ is|mi \w+|tbh|i speak|i write|hablo|yo)\W+)*"
    r"(?:no|not|isnt|aint) (?:(?:really|that|all that|so|very|too|muy|tan) )*(?:good|great|well|much|mucho|strong|the best|bueno|bien)\b"
    r"(?:\W+(?:honestly|tbh|sorry|at all|yet|lol|at it|with it|in it|in english|at english|english|ingles))*\W*"
)
_BORN: Final = deferred(
    r"\b(?:born|raised|grew up)\b(?: (?:and|n|&) (?:raised|bred))?(?: (?P<here>here)| (?:right )?(?:in|on) (?P<place>[a-z .]{3,20}))?"
)
_AT_HOME: Final = deferred(
    r"(?:the |south |north |west |east |new |upstate |central )*(?:us|usa|states|america|united states|alabama|alaska|arizona|arkansas|cali(?:fornia)?|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|hampshire|jersey|york|carolina|dakota|ohio|oklahoma|oregon|pennsylvania|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming|chicago|houston|dallas|detroit|atlanta|philly|philadelphia|brooklyn|bronx|boston|memphis|cleveland|baltimore|phoenix|denver|los angeles|la|nyc)\b"
)
_DOUBTED: Final = deferred(r"\b(?:not|wasnt|wife|husband|kids?|son|daughter|but)\b")
_LIKE_BORN: Final = deferred(
    r"\b(?:think|thinks|thought|swear|assume|like) i (?:was|were|am) (?:born|raised)|\b(?:no|an?|my) accent\b|\b(?:dream|think|argue|cuss) in (?:it|english)\b"
)
_LEARNED: Final = deferred(
    r"\b(?:learned|came (?:here|over|to)|moved (?:here|to)|second language|aprendi|llegue|vine)\b"
)


def by_rating(plain: str, asked: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The lowest degree where the skill is said to be poor; the native one where somebody was born to it."""
    low = [o for o in options if _LOW.match(o.name)]
    high = [o for o in options if _HIGH.match(o.name)]
    if len(options) < 3 or not low or not high:
        return []
    if poor := _POOR.fullmatch(plain):
        return [Hit(low[0].index, *poor.span(), 0.78, "choice.rated" if len(low) == 1 else UNSURE)]
    native = [o for o in high if o.name.startswith("nativ")]
    if not native or not re.search(r"english|ingles", asked):
        return []
    if like := _LIKE_BORN.search(plain):
        fluent = [o for o in high if o not in native]
        sure = len(fluent) == 1 and _LEARNED.search(plain)
        return [Hit(fluent[0].index if sure else 0, *like.span(), 0.78, "choice.rated" if sure else UNSURE)]
    born = None if _DOUBTED.search(plain) else _BORN.search(plain)
    if born is None or not (born["here"] or born["place"]):
        return []
    at_home = born["here"] or _AT_HOME.match(born["place"])
    return [Hit(native[0].index, *born.span(), 0.78, "choice.rated" if at_home else UNSURE)]
