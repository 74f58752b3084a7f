"""Numbers counted from a list: the jobs named one after the other, the people of a household."""

import re

from screening.scripts.script import Question
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_PLACES_ASKED = re.compile(
    r"\bhow many (?:\w+ )?(?:jobs?|employers?|companies|places|warehouses|restaurants|hospitals|facilities|stores|sites|schools|states|languages|factories|agencies|hotels|kitchens|clinics|trades)\b|\bcuantos (?:trabajos|lugares|idiomas)\b"
)
_SPLIT = re.compile(
    r"\s*(?:,|;|/|\+|&)\s*(?:(?:and|then|n|y)\s+)*|\s+(?:and then|and before that|before that|after that|then|and|n|y|plus|luego|despues|antes de eso)\s+(?:the |a |an )?"
)
_TALK = re.compile(
    r"\b(?:not|no|dont|cant|didnt|never|none|how|what|why|when|who|which|idk|sure|maybe|about|remember|lot|many|few|some|ago|years?|months?|but|if|because|depends|yes|yeah|only if|sorry|it|is|was|were|am|count\w*)\b"
)
_HOME_ASKED = re.compile(
    r"\b(?:household|(?:people|personas|how many) .*\blive|live (?:with|in your)|family size|viven|hogar)\b"
)
_PERSON = re.compile(
    r"\b(?P<me>me|myself|i|yo)\b|\b(?P<who>wife|husband|hubby|spouse|partner|mom|mother|mama|dad|father|papa|sis|sister|bro|brother|son|daughter|kid|baby|roommate|girlfriend|boyfriend|gf|bf|grandma|grandmother|grandpa|abuela|abuelo|aunt|uncle|niece|nephew|cousin|fiance|friend|espos[oa]|hij[oa]|herman[oa]|prim[oa]|suegra|newborn)\b(?!s)"
)
_PARENTS = re.compile(r"\b(?:my |both )?(?:parents|padres|twins|grandparents|abuelos|gemelos)\b")
_COUNTED = re.compile(r"\s*(?:\w+ )?(?:kids?|children|sons?|daughters?|brothers?|sisters?|siblings|roommates|babies|hijos?|hijas?|ninos?|nieces|nephews|cousins|of us)\b")  # fmt: skip


def listed(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`the mill, then a car wash, then dominos`: the jobs or places named, where such are counted and no figure is said."""
    asked = flat(question.words(context.language))
    if _HOME_ASKED.search(asked):
        return _household(said, plain)
    if not _PLACES_ASKED.search(asked) or re.search(r"\d", plain) or "?" in plain:
        return None
    text = re.sub(
        r"^\W*(?:(?:just|only|both|solo|nomas|well|um|so|at the same \w+ \w+)\b[\s,]*)+", "", plain.strip(" .!")
    )
    items = [item for item in _SPLIT.split(text) if item and item.strip()]
    if not 2 <= len(items) <= 8 or any(len(item.split()) > 4 or _TALK.search(item) for item in items):
        return None
    return Reading(value=len(items), quote=said.all(), confidence=0.6, rule="number.listed")


def _household(said: Said, plain: str) -> Reading | None:
    """`me my husband 3 kids` is five."""
    figures = [n for n in numbers(plain) if _COUNTED.match(plain[n.end :])]
    if any(re.match(r"\s*of us\b", plain[n.end :]) for n in figures) or len(figures) < len(numbers(plain)):
        return None
    people = [m for m in _PERSON.finditer(plain) if not any(n.end <= m.start() <= n.end + 12 for n in figures)]
    named = {m.group() for m in people if m["who"]}
    if not any(m["me"] for m in people) or re.search(r"\b(?:live alone|by myself|just me|only me|but|not|no)\b", plain):
        return None
    total = 1 + len(named) + 2 * len(_PARENTS.findall(plain)) + sum(int(n.value) for n in figures)
    return Reading(value=total, quote=said.all(), confidence=0.65, rule="number.household") if total > 1 else None
