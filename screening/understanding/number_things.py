"""Own tools counted from what a reply names: `just my impact and a sawzall` two, `only hand tools` none."""

import re

from screening.scripts.script import Question
from screening.understanding import tables
from screening.understanding.number_lists import SPLIT, count_of
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_ASKED = re.compile(
    r"\b(?:how many|number of|cuantas) (?:\w+ ){0,5}?(?P<what>(?:power )?tools|herramientas(?: electricas)?)\b"
)
_OPENING = re.compile(
    r"^\W*(?:(?:just|only|solo|nomas|well|um|so|like|i|ive|got|have|own|id|ill|bring|would|can|tengo|traigo)\b[\s,]*)+"
)
_NEXT = re.compile(r"(?<=[a-z])\s+(?=[1-9]\s[a-z])")
_ITS_OWNER = re.compile(r"^(?:an?|my|one|1|the|un|una|mi|el|la)\s+")
_OTHERWISE = re.compile(
    r"\b(?:no|not|dont|but|or|maybe|if|some|all|every\w*|few|lot|lots|bunch|whatever|etc|more|hand|pawned|sold|lost|stolen|used to|company|boss|borrow\w*|sin|pero)\b|\?"
)
_KIN = re.compile(rf"\b(?:my|our|mi) (?:{tables.any_of('figures', 'kin')})\b")
_HAND = r"(?:(?:basic|regular|simple|some|my|the|mis|unas?) )*(?:hand|manual|non ?power) ?tools?|(?:mis )?herramientas? (?:de mano|manual(?:es)?)"
_HAND_ONLY = re.compile(
    rf"^\W*(?:(?:i|ive|got|have|own|just|only|really|well|tengo|yo)\W+)*(?:just|only|nothing but|strictly|all|puras?|solo|solamente|nomas)\W+(?:(?:have|got|own|use|bring|tengo)\W+)?(?:{_HAND})\W*$|^\W*(?:{_HAND}) (?:only|nomas|solamente|is all i (?:have|got|own))\W*$"
)


def tools_named(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """How many tools a reply names, where one's own are counted."""
    match = _ASKED.search(flat(question.words(context.language)))
    if match is None:
        return None
    if match["what"] != "tools" and match["what"] != "herramientas" and _HAND_ONLY.match(plain):
        return Reading(value=0, quote=said.all(), confidence=0.65, rule="number.hand_tools")
    if _OTHERWISE.search(plain) or _KIN.search(plain):
        return None
    told = _NEXT.sub(", ", _OPENING.sub("", plain))
    items = [item.strip(" .!") for item in SPLIT.split(told) if item and item.strip(" .!")]
    counts = [_tools(item) for item in items]
    if not 1 <= len(items) <= 10 or not all(counts):
        return None
    return Reading(value=sum(counts), quote=said.all(), confidence=0.6, rule="number.tools_named")


def _tools(item: str) -> int:
    """How many tools one item of a list names; 0 where it is no tool, or nobody knows how many."""
    if len(item.split()) > 5:
        return 0
    kind = tables.words("figures", "tools")
    count = count_of(item)
    one = _ITS_OWNER.sub("", item)
    if count == 1:
        return int(bool(kind.search(one)) and not numbers(one) and not one.endswith("s"))
    return count if kind.search(re.sub(r"s\b", "", item)) else 0
