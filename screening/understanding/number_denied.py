"""None of what is asked, told by a denial or a fact: payroll not invoices, only cooked for the kids, just out of school."""

import re

from screening.scripts.script import Question
from screening.understanding.amounts import amounts
from screening.understanding.durations import YEARS
from screening.understanding.number_parts import parts_of
from screening.understanding.number_topic import speaks_of
from screening.understanding.number_units import unit_after
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_DENIAL = re.compile(
    r"\b(?:no|not|never|nada de|nothing|zero|sin|without|ningun[oa]?|havent|didnt|dont|aint|nunca|neither|cero)\b(?! (?:only|just|counting|including|much|many|sure|problem|more|less|longer|stopped?|stopping|left|missed|late|complaints?|issues?|yet sure|under|over|below|wait|really sure)\b)(?P<what>(?: (?!(?:but|and|pero|y)\b)[a-z]+){1,5})"
)
_DENIED_AFTER = re.compile(
    r"(?P<what>(?:[a-z]+ ){1,3})(?:not really|never|nope|not at all|none|nada|nunca)\b(?! (?:stopp|left|miss|late|had (?:a|any) (?:issue|accident)))"
)
_HEDGED = re.compile(r"\?|\b(?:idk|unsure|not sure|why|what if|certified|certificate|certs?|license|licencia)\b")
_PRIVATE = re.compile(
    r"\b(?:only|just|jus|solo|nomas|never|nothing (?:but|except))\b.{0,50}\b(?:(?:for|with|around|para|con) (?:my|mis?|the) (?:own |little )?(?:kids?|family|husband|wife|friends?|mom|mama|household|hijos|familia|babies|children|nieces?|nephews?|siblings|church|neighbors?)|at home|en (?:mi )?casa|my own (?:house|home|place|kids?|yard|car|truck|stuff))\b"
)
_CLOSEST = re.compile(
    r"\b(?:as close as|closest|close as) (?:thing |that )?(?:ive|i have|i|its|id) (?:got\w*|come|came|been|ever|had)\b"
)
_JUST_OUT = re.compile(
    r"\b(?:just|jus|recently|barely|fresh|straight|newly|acabo de|apenas|recien)\b.{0,24}\b(?:graduat\w*|grad|finish\w*|pass\w*|complet\w*|got (?:my|out|done)|out of|outta|walked out|came out|certified|terminar|termine|salir|sali|graduarme|gradue)\b.{0,24}\b(?:school|academy|class(?:es)?|course|program|permit|cdl|college|boot ?camp|training|test|exam|escuela|curso|programa)\b|\b(?:just|recently) graduated\b|\b(?:fresh|straight|right) out(?:ta| of) (?:\w+ )?(?:school|academy|college|training|class)\b"
)
_ASKS_LICENCE = re.compile(r"\b(?:cdl|licen[cs]e|licencia)\b")
_PERMIT = re.compile(
    r"\b(?:only|just|still|solo|nomas|apenas|todavia)\b[^,.;]{0,24}\b(?:permit|permiso|learners?|(?:in|at|en) (?:\w+ ){0,2}(?:school|class(?:es)?|training|escuela)|studying|studyin|estudiando)\b|\b(?:permit|permiso) (?:only|still|so far|right now|rn|for now|at the moment|nomas)\b"
    r"|\b(?:havent|have not|not|todavia no|aun no) (?:yet )?(?:tested|taken (?:the|my) (?:\w+ )?test|passed|got(?:ten)? (?:it|mine)|tengo)\b|\b(?:road|skills|driving|behind the wheel|dmv) (?:test|exam) (?:is|on|next|this|in|coming|scheduled|set|tomorrow)\b"
)
_HELD = re.compile(r"\b(?:19|20)\d\d\b|\b(?:had|since|held|renew\w*|before|expired|suspend\w*)\b")
_ONLY_EVER = re.compile(
    r"^\W*(?:(?:i|ive|i have|have|honestly|nah|no|well|um|been|lol)\W+)*(?:(?:only|just|solo|nomas)(?: ever| really| been)?|ever only|all i(?:ve)? (?:ever )?(?:did|done) (?:was|is)|mostly just) (?:\w{3,}ed|did|done|drove|driven|ran|sold|made|been|was|worked|rode|taught|kept|he \w+|trabaje|hice)\b"
)


def denied(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`12 years of cakes, no line`: what is asked is denied in so many words, and no amount is of it."""
    asked = flat(question.words(context.language))
    if _HEDGED.search(plain) or not re.search(r"\bhow (?:many|long|much)\b|\bcuant", asked):
        return None
    told = [(speaks_of(m["what"], asked), m) for p in (_DENIAL, _DENIED_AFTER) for m in p.finditer(plain)]
    most = max((plainly for plainly, _ in told), default=0)
    named = [match for plainly, match in told if plainly == most]
    if not most:
        return None
    parts = parts_of(plain, amounts(plain))
    if any(
        speaks_of(part.label, asked) >= most and not _within(part.amount.start, named) and not _tells(part.label)
        for part in parts
    ):
        return None
    return Reading(value=0, quote=said.quote(*named[0].span()), confidence=0.7, rule="number.denied")


def _tells(label: str) -> bool:
    """Whether the words beside an amount deny."""
    return bool(_DENIAL.search(label) or _DENIED_AFTER.search(label))


def _within(spot: int, named: "list[re.Match[str]]") -> bool:
    return any(match.start() <= spot < match.end() for match in named)


def barely_begun(said: Said, plain: str, unit: str, question: Question, context: Context) -> Reading | None:
    """`only cooked for the kids`, `just out of school`: a fact that leaves none, where no length of time is told."""
    if unit not in YEARS or "?" in plain or any(unit_after(plain, n.end) in YEARS for n in numbers(plain)):
        return None
    asked = flat(question.words(context.language))
    if _ASKS_LICENCE.search(asked) and not _HELD.search(plain) and (permit := _PERMIT.search(plain)):
        return Reading(value=0, quote=said.quote(*permit.span()), confidence=0.7, rule="number.barely_begun")
    match = _PRIVATE.search(plain) or _CLOSEST.search(plain) or _JUST_OUT.search(plain)
    if match is None and not speaks_of(plain, asked):
        match = _ONLY_EVER.search(plain)
    if match is None:
        return None
    return Reading(value=0, quote=said.quote(*match.span()), confidence=0.6, rule="number.barely_begun")
