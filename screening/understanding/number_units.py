"""The unit a number question asks in, and the unit that stands behind a number."""

import re

from screening.scripts.script import Question
from screening.understanding.durations import UNIT_WORDS
from screening.understanding.reading import Context
from screening.understanding.words import flat

_UNIT_AFTER = {
    name: re.compile(
        rf"^\s*(?:\+|plus|-|or so|or more|and up)?\s*(?:full |whole |solid |good |long |work |working |calendar )?{pattern}\b(?! end\b)"
    )
    for name, pattern in UNIT_WORDS.items()
}


_LAST_YEARS = re.compile(
    r"\b(?:in|over|within|during|for|en) (?:the |los |las )?(?:last|past|ultim[oa]s) (?:\w+ )?(?:years?|months?|weeks?|days?|anos?|meses)\b"
)


_TIME = "|".join(UNIT_WORDS.values())
_OTHER_NOUN = re.compile(
    rf"\s+(?!(?:(?!(?:an?|per|each|every|in|of|for|over)\b)\w+ ){{0,2}}(?:{_TIME})\b(?! (?:shifts?|days?|weeks?)\b))(?:[\w-]+ ){{1,7}}?(?:do|does|did|can|could|have|has|had|are|were|would|will|you|puede|tiene|ha|has|hace|hacia|atiende|limpia)\b"
)


def unit_of(question: Question, context: Context) -> str:
    """The unit the question asks for: its own, else the one its words name first (after "how many" where that stands)."""
    named = flat(question.unit)
    asked = _LAST_YEARS.sub(" ", flat(question.words(context.language)))
    after = re.search(r"\b(?:how (?:many|long|much)|cuant[oa]s?|number of)\b", asked)
    if not named and after and _OTHER_NOUN.match(asked[after.end() :]) and not after.group().endswith(("long", "much")):
        return ""
    for text in (named, asked[after.end() :] if after else "", asked):
        spots = [
            (match.start(), name)
            for name, pattern in UNIT_WORDS.items()
            if name != "minute" and (match := re.search(rf"(?<!per )(?<!each )(?<!every )\b{pattern}\b", text))
        ]
        if spots:
            return min(spots)[1]
    return named or ("year" if re.search(r"\bhow long (?:have|did|were)\b|\bexperience\b", asked) else "")


def unit_after(plain: str, end: int) -> str:
    """The name of the unit behind a place in a text; "" for none."""
    return next((name for name, pattern in _UNIT_AFTER.items() if pattern.match(plain[end:])), "")
