"""Which question a text speaks of, by the words in it: used where a text may belong to another question than the open one."""

import re
from functools import lru_cache
from typing import Final

from screening.scripts.script import Kind, Question
from screening.understanding.words import flat, said

_MONEY: Final = re.compile(
    r"[$£€]|\b(?:an|per|a|la|por)\s*(?:hour|hr|week|wk|year|yr|month|hora|semana)\b|/\s*(?:h|hr|hour|wk|yr)\b|\bhourly\b|\b\d+k\b|\b(?:bucks|dollars|dolares|salary|sueldo|pay|wages?|pago)\b"
)
_DAY: Final = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tomorrow|tmrw|asap|immediately|right away|notice|next week|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|enseguida)\b|"
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\b(?:in|en)\s+(?:\w+\s)?(?:days?|weeks?|months?|dias|semanas?)\b|\b\d{1,2}/\d{1,2}\b|\b(?:the|el|dia) \d{1,2}(?:st|nd|rd|th)?\b(?! (?:shift|floor|street|st|ave|grade))"
)
_WAY: Final = re.compile(
    r"\b(?:min|mins|minutes?|minutos?|miles?|mi|millas?|km)\b|\b(?:hour|hr) (?:drive|away|commute)\b"
)
_SMALL_WORDS: Final = """
a about an and any are as at be by can could do does el en es for from have hold how i in is it la las los many me
much my of on or que se someone tell that the this time to un una was what when where which who will with would
years you your de con para por tu su tienes cuantos cuantas cual cuando donde best suits did make need want like
"""
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_GREETS: Final = re.compile(
    r"^\W*(?:(?:hi|hii+|hello|helo|hey+|heya|yo|howdy|greetings|hola|buen[oa]s?(?: d[ií]as| tardes| noches)?|good (?:morning|afternoon|evening)|gm|sir|ma'?am|there|sam|team|everyone)\W*)+$",
    re.I,
)
_DECLINES: Final = re.compile(
    r"^\W*(?:(?:um|uh|sorry|no|well|ok|honestly|actually|im|i am|id|i would|i)\W+)*(?:rather not|prefer not|prefiero no|(?:do not|dont|not) (?:want to|wanna|feel comfortable|comfortable|feel like) (?:to )?(?:say\w*|answer\w*|shar\w+|tell\w*|disclos\w+)|(?:do not|dont) (?:feel )?comfortable|not comfortable|no comment|none of your business|(?:please |pls |can we |can i |ill |i will |lets )*(?:skip|next)(?: (?:question|one|this|that|it|please|pls|thanks))*(?=\W*$)|no quiero (?:decir|contestar|responder))\b[^.?!]{0,40}\W*$"
)
_UNITS: Final = (
    frozenset({"year", "years", "yr", "yrs", "ano", "anos"}),
    frozenset({"month", "months", "mo", "mos", "mes", "meses"}),
    frozenset({"hour", "hours", "hr", "hrs", "hora", "horas"}),
    frozenset({"minute", "minutes", "min", "mins", "minuto", "minutos"}),
    frozenset({"pound", "pounds", "lb", "lbs"}),
)


_REPEAT: Final = re.compile(
    r"^\W*(?:(?:um|uh|sorry|wait|ok|okay|hey|hi|lol|im sorry|perdon|disculp\w+)\W+)*(?:"
    r"what(?:s| was| is| were)(?: the| your| ur| that)(?: last| first)? question(?: again)?|(?:can|could|will|would) (?:you|u|ya) (?:please |pls )?(?:repeat|resend|rephrase|ask|say|send)(?: (?:me|that|it|this|the|your|last|question|message|text|again|one more time|once more))+|"
    r"(?:please |pls )?(?:repeat|resend|rephrase)(?: (?:that|it|this|the|your|question))*|(?:say|ask|send)(?: me)? (?:that|it) again|come again|(?:i )?(?:do not|dont|didnt|did not) (?:understand|get|follow) (?:the|your|that|this)? ?question|"
    r"(?:cual|que) (?:era|es|fue) (?:la|su|tu) pregunta|(?:me )?(?:puede|puedes|podria|podrias) repetir(?:me|la|lo)*(?: (?:la|su|tu|pregunta|eso))*|repit[ea]\w*(?: (?:la|su|tu|pregunta))*|no entiend[oi] (?:bien )?(?:la|su|tu|esa) pregunta|no entendi(?: (?:la|su|tu))?(?: pregunta)?"
    r")(?:\W+(?:please|pls|por favor|again|lol))*\W*$"
)
_HARDSHIP: Final = re.compile(
    r"\b(?:passed away|passed on|passed last|died|dying|funeral|in the (?:hospital|er|icu)|rushed to|miscarriage|(?:house|car) (?:fire|burned)|just lost my (?:mom|mother|dad|father|son|daughter|wife|husband|brother|sister|baby|grandm\w+|grandp\w+)|lost my (?:mom|mother|dad|father|son|daughter|wife|husband|brother|sister|baby)|family emergency|"
    r"fallecio|murio|se murio|funeral|velorio|(?:en el|al) hospital|emergencia familiar)\b"
)


_THANKS: Final = re.compile(
    r"^\W*(?:(?:(?:ok|okay|okey|k|kk|alright|cool|great|perfect|no (?:problem|prob|worries)|np|all good|its ok|thats ok|fine|thanks|thank (?:you|u)|thx|ty|tysm|anyways?|so much|a lot|very much|again|for (?:your|the|ur) (?:time|help|chance)|have a (?:good|great|nice) (?:one|day|night|weekend)|bye|you too|"
    r"(?:muchas )?gracias|de todos modos|igualmente|igual|no hay problema|ni modo|esta bien|bueno|vale|adios|saludos)\b)\W*)+$"
)
_COMPLAINT: Final = re.compile(
    r"\b(?:discriminat\w+|discriminac\w+|racis[tm]\w*|sexist|eeoc|lawyers?|attorney|sue you|suing|(?:im |i am |i will |ill |gonna )report(?:ing)? (?:you|this|yall)|abogad[oa]|demandar\w*|denunciar\w*)\b"
)


def speaks_of(q: Question, text: str) -> bool:
    """Whether the text names what the question asks: its unit, its options, money, a day, a way, or its own words."""
    plain = said(text).plain
    match q.kind:
        case Kind.PAY:
            return bool(_MONEY.search(plain))
        case Kind.DATE:
            return bool(_DAY.search(plain))
        case Kind.LOCATION:
            return bool(_WAY.search(plain))
        case Kind.CHOICE:
            return any(re.search(rf"\b{re.escape(name)}s?\b", plain) for name in _options(q))
        case Kind.NUMBER:
            return bool(units(q) & set(re.findall(r"[a-z]+", plain)))
        case _:
            return bool(topic(q) & stems(text))


def greets(text: str) -> bool:
    """Whether the text is a greeting and nothing else."""
    return bool(_GREETS.match(text))


def asks_to_repeat(text: str) -> bool:
    """Whether the candidate wants to hear our question once more, and nothing else."""
    return bool(_REPEAT.match(said(text).plain))


def in_hardship(text: str) -> bool:
    """Whether a death, a hospital or an emergency keeps the candidate from answering."""
    return bool(_HARDSHIP.search(said(text).plain))


def only_thanks(text: str) -> bool:
    """Whether the text is thanks or a farewell and nothing else ("no problem, thanks anyway")."""
    return bool(_THANKS.match(said(text).plain))


def complains(text: str) -> bool:
    """Whether the candidate speaks of discrimination, a lawyer or a report: a person has to know."""
    return bool(_COMPLAINT.search(said(text).plain))


def declines(text: str) -> bool:
    """Whether the candidate would rather not answer this question; asking again would be pushing."""
    return bool(_DECLINES.match(said(text).plain))


def units(q: Question) -> frozenset[str]:
    """The words for the question's unit; years may also be told in months."""
    named = set(re.findall(r"[a-z]+", flat(q.unit)))
    found = frozenset().union(*(group for group in _UNITS if group & named)) | named
    return found | _UNITS[1] if found & _UNITS[0] else found


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in re.findall(r"[a-z]+", flat(text)) if w not in _SMALL and len(w) > 2)


def topic(q: Question) -> frozenset[str]:
    """The stems of the words that carry what the question is about."""
    said_by_author = (*q.ask.values(), *q.yes_examples, *q.no_examples)
    return frozenset().union(*(_words(text) for text in said_by_author))


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a candidate's text, to be held against a topic."""
    return frozenset(_stem(w) for w in re.findall(r"[a-z]+", said(text).plain))


def _stem(word: str) -> str:
    if len(word) == 4:
        return word.removesuffix("s")
    if re.search(r"..ie[sd]$", word):
        return f"{word[:-3]}y"  # "felonies", "batteries"
    return re.sub(r"(?:ses|ces|ing|ed|es|s|e)$", "", word.replace("licens", "licenc")) if len(word) > 4 else word


def _options(q: Question) -> tuple[str, ...]:
    names = (flat(name) for option in q.options for name in (option.value, *option.also))
    return tuple(name for name in names if name and not name.isdigit())
