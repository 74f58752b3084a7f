"""Numbers counted from a list: the jobs named one after the other, the people of a household."""

import re

from screening.scripts.script import Question
from screening.understanding import tables
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_PLACES_ASKED = re.compile(
    r"\bhow many (?:\w+ )?(?:jobs?|employers?|companies|places|warehouses|restaurants|hospitals|facilities|stores|sites|schools|states|languages|factories|agencies|hotels|kitchens|clinics|trades)\b|\bcuantos (?:trabajos|lugares|idiomas)\b"
)
SPLIT = re.compile(
    r"\s*(?:,|;|/|\+|&)\s*(?:(?:and|then|n|y)\s+)*|\s+(?:and then|and before that|before that|after that|then|and|n|y|plus|luego|despues|antes de eso)\s+(?:the |a |an )?"
)
_TALK = re.compile(
    r"\b(?:not|no|dont|cant|didnt|never|none|how|what|why|when|who|which|idk|sure|maybe|about|remember|lot|many|few|some|half|ago|years?|months?|but|if|because|depends|yes|yeah|only if|sorry|it|is|was|were|am|count\w*)\b"
)
_HOME_ASKED = re.compile(
    r"\b(?:household|(?:people|persons|friends|many) .*\b(?:apply\w*|coming|com(?:e|ing)|hired|start\w*|rid(?:e|ing)) (?:in )?(?:together|with you)|in your (?:group|party)|(?:people|personas|how many) .*\blive|live (?:with|in your)|family size|viven|hogar)\b"
)
_PERSON = re.compile(
    r"\b(?P<me>me|myself|i|yo)\b|\b(?P<who>wife|husband|hubby|spouse|partner|mom|mother|mama|dad|father|papa|sis|sister|bro|brother|son|daughter|kid|baby|roommate|girlfriend|boyfriend|gf|bf|grandma|grandmother|grandpa|abuela|abuelo|aunt|uncle|niece|nephew|cousin|fiance|friend|homie|buddy|girl|guy|coworker|neighbor|tio|tia|cunad[oa]|amig[oa]|compadre|comadre|novi[oa]|bro|espos[oa]|hij[oa]|herman[oa]|prim[oa]|suegra|newborn)\b(?!s)"
)
_PARENTS = re.compile(r"\b(?:my |both )?(?:parents|padres|twins|grandparents|abuelos|gemelos)\b")
_COUNTED = re.compile(r"\s*(?:\w+ )?(?:kids?|muchach[oa]s|amig[oa]s|buddies|friends|homies|guys|girls|boys|kids?|children|sons?|daughters?|brothers?|sisters?|siblings|roommates|babies|hijos?|hijas?|ninos?|nieces|nephews|cousins|of us)\b")  # fmt: skip


_LANGUAGE = re.compile(
    r"\b(?:english|spanish|spanglish|french|portuguese|german|italian|russian|ukrainian|polish|arabic|farsi|persian|hindi|urdu|punjabi|bengali|tagalog|filipino|vietnamese|chinese|mandarin|cantonese|korean|japanese|creole|kreyol|swahili|somali|amharic|hmong|navajo|mixteco?|nahuatl|quechua|kiche|mam|asl|sign language|ingles|espanol|castellano|frances|portugues|aleman|italiano)\b"
)


def _languages(said: Said, plain: str) -> Reading | None:
    """`english, spanish and a little french` is three."""
    named = {m.group() for m in _LANGUAGE.finditer(plain)} - {"spanglish"}
    if not named or re.search(
        r"\d|\b(?:no|not|dont|only if|learning|cant|just a word|one|two|three|four|five|dos|tres|uno)\b", plain
    ):
        return None
    return Reading(value=len(named), quote=said.all(), confidence=0.65, rule="number.listed")


def listed(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`the mill, then a car wash, then dominos`: the jobs or places named, where such are counted and no figure is said."""
    asked = flat(question.words(context.language))
    if _HOME_ASKED.search(asked):
        return _household(said, plain)
    for section, pattern in _EVENTS_ASKED.items():
        if pattern.search(asked) and (told := _events(said, plain, section)):
            return told
    if re.search(r"\blanguages?\b|\bidiomas?\b", asked) and (spoken := _languages(said, plain)):
        return spoken
    if not _PLACES_ASKED.search(asked) or "?" in plain:
        return None
    if said_first := _COUNT_FIRST.match(plain):
        value = int(numbers(said_first["n"])[0].value)
        return Reading(value=value, quote=said.quote(*said_first.span("n")), confidence=0.8, rule="number.listed")
    text = re.sub(
        r"^\W*(?:(?:just|only|both|solo|nomas|well|um|so|at the same \w+ \w+)\b[\s,]*)+", "", plain.strip(" .!")
    )
    items = [item for item in SPLIT.split(text) if item and item.strip()]
    if not 2 <= len(items) <= 8 or any(len(item.split()) > 4 or _TALK.search(item) for item in items):
        return None
    if any(re.search(r"\d", _LED.sub("", item)) for item in items):
        return None
    total = sum(count_of(item) for item in items)
    return Reading(value=total, quote=said.all(), confidence=0.6, rule="number.listed")


_FEW = r"[1-9]|one|two|three|four|five|six|uno?|una|dos|tres|cuatro|cinco"
_COUNT_FIRST = re.compile(
    rf"\W*(?:(?:just|only|solo|nomas|like|maybe|about) )*(?:the |that |el |la |las |los )?(?P<n>{_FEW})(?:\W*$|\s*(?:[:;(]|,(?!\s*(?:maybe|or|[1-9]|two|three|four|no|wait|actually))|-(?!\s*\d))\s*(?=[a-z]))"
)  # "two, the mill and the dairy"
_LED = re.compile(rf"\s*(?:the |like )?(?:(?P<n>{_FEW}) (?=(?:\w+ )?[a-z]{{2,}}s\b)|(?:1|one|una?) (?=[a-z]{{3}}))")


def count_of(item: str) -> int:
    """How many one item of a list names: `two restaurants` two, anything else one."""
    led = _LED.match(item)
    return int(numbers(led["n"])[0].value) if led and led["n"] else 1


_EVENTS_ASKED = {
    "offences": re.compile(r"\b(?:violations?|tickets?|citations?|infracciones|multas)\b"),
    "mishaps": re.compile(r"\b(?:accidents?|wrecks?|crashes|collisions?|accidentes|choques)\b"),
}
_NO_COUNT = re.compile(
    r"\d\d? (?!st\b)|\b(?:never|no|not|none|ago|dismissed|dropped|tossed|but|used to|if|maybe|think|couple|few|two|three|four|five|dos|tres|varias?|nunca|both)\b|\?"
)
_WHEN_SAID = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,3} ?(?:mph|over)\b|\b\d{2} in an? \d{2}\b|\b\d{1,2}(?:st|nd|rd|th)\b"
)
_NEXT_ONE = re.compile(r"^\W*(?:one|another|una?|otra) (?:for|was|in|from|on|por|en)\b")
_ONE_SAID = re.compile(r"^\W*(?:just|only|solo|an?|one|una?)\b")
_ENDS = re.compile(
    r"^\W*(?:(?:thats|that is|its|and|es|eso es) )?(?:it|all|about it|todo|only|nothing else|lol|clean since)?\W*$"
)


_LED_EVENT = re.compile(
    r"\b(?P<n>[1-9]|two|three|four|five|dos|tres) (?=(?:for )?(?:speed|red|seat|stop|parking|moving|wreck|fender|accident|exceso|por|choque))"
)


def _events(said: Said, plain: str, section: str) -> Reading | None:
    """`ran a red light and got one for no seatbelt` is two."""
    told = _WHEN_SAID.sub(" ", plain)
    event = tables.words("figures", section)
    plainly = _LED_EVENT.sub(" ", re.sub(r"\bno (?:seat ?belt|insurance|turn)\b", "seatbelt", told))
    if _NO_COUNT.search(plainly) or not event.search(told):
        return None
    items = [item for item in SPLIT.split(re.sub(r"[.!]+(?=\s|$)", ",", told)) if item and item.strip()]
    hits = [bool(event.search(item) or _NEXT_ONE.match(item)) for item in items]
    if sum(hits) == 1 and _ONE_SAID.match(plain):
        return None  # read by the one that is said
    if not all(hit or _ENDS.match(item) for hit, item in zip(hits, items, strict=True)):
        return None
    led = [m for item in items if (m := _LED_EVENT.search(item))]
    if led and sum(hits) < 2:
        return None  # read by the figure that is said
    return Reading(
        value=sum(hits) + sum(int(numbers(m["n"])[0].value) - 1 for m in led),
        quote=said.all(),
        confidence=0.6,
        rule="number.listed",
    )


def _household(said: Said, plain: str) -> Reading | None:
    """`me my husband 3 kids` is five."""
    figures = [n for n in numbers(plain) if _COUNTED.match(plain[n.end :])]
    if any(re.match(r"\s*of us\b", plain[n.end :]) for n in figures) or len(figures) < len(numbers(plain)):
        return None
    people = [m for m in _PERSON.finditer(plain) if not any(n.end <= m.start() <= n.end + 12 for n in figures)]
    named = {m.group() for m in people if m["who"]}
    if not any(m["me"] for m in people) or re.search(
        r"\b(?:live alone|by myself|(?:just|only) me(?!\W+(?:and|n|y|&|my)\b)|but|not|no)\b", plain
    ):
        return None
    total = 1 + len(named) + 2 * len(_PARENTS.findall(plain)) + sum(int(n.value) for n in figures)
    return Reading(value=total, quote=said.all(), confidence=0.65, rule="number.household") if total > 1 else None
