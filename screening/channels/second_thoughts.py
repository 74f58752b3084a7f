"""Second thoughts: an answer taken back in the same breath, or after it has ended the chances."""

import re
from dataclasses import replace
from typing import Final

from screening.channels.asking import confirm
from screening.channels.corrections import Mark, Strength, earlier
from screening.channels.fragments import clauses
from screening.channels.recording import context, record
from screening.channels.signs import speaks_of
from screening.channels.turns import Turn
from screening.interview import knocks_out
from screening.screening import Message
from screening.scripts.script import Kind, Question
from screening.understanding import understand
from screening.understanding.reading import SURE, Heard, Reading

TAKEN_UP: Final = 0.7  # a clause as sure as this takes an interview up again
HINTED: Final = 0.5  # a reading as sure as this is worth asking once more
DOUBTFUL: Final = 0.6  # of two texts that say yes and no, neither is sure
_TAKES_BACK: Final = re.compile(
    r"\b(?:sorry|oops|whoops|wrong|meant?|mistake|accident\w*|typo|wait|actually|misread|misclick\w*|jk|just kidding|autocorrect|correction|"
    r"perd[oó]n|disculp\w+|equivoqu\w+|digo|quise|espera)\b|^\s*\*",
    re.I,
)
_ADDS: Final = re.compile(r"\b(?:too|also|or|and|both|as well|tambi[eé]n|y|o)\b", re.I)
_MISTAKEN: Final = re.compile(
    r"\b(?:(?:read|saw|took|got|understood|heard|answered|typed|put|clicked|hit|pressed) (?:that|this|it|the question|your question|the) ?\w* ?(?:wrong|backwards?)|mis(?:read|understood|typed|clicked|took)\w*|"
    r"thought (?:it|u|you|that|this|the question) \w*\s?(?:asked|ask|said|say|meant|mean|were asking|was asking|was|were)\b|wrong (?:button|answer|key)|(?:by|my) mistake|by accident|on accident|accidentally|typo|autocorrect(?:ed)?|"
    r"(?:le[ií]|entend[ií]) mal|pens[eé] que (?:preguntab\w+|dec[ií]a\w*|era)|por error|me equivoqu[eé])\b",
    re.I,
)
_NEWS: Final = re.compile(
    r"^\W*(?:(?:quick |small |hey |hi )?(?:update|good news|news)\b|(?:una )?(?:buena )?noticia)|\b(?:so|and now|now|then|as[ií] que|ya)\s+(?:it'?s\s+(?:a\s+)?|the answer is\s+)?(?:yes|yeah|yep|s[ií])\W*$",
    re.I,
)


def last_word(turn: Turn, q: Question, heard: Heard, waiting: tuple[Message, ...]) -> Heard:
    """What a later text of one breath says instead ("no", "sorry wrong button, yes").

    Where it does not say that it takes the first one back, neither is sure."""
    first = heard.answer
    if first is None or q.kind is Kind.TEXT:
        return heard
    if q.kind is not Kind.YES_NO:
        return _last_value(turn, q, heard, waiting)
    for message in reversed(waiting[1:]):
        last = understand(message.text, q, context(turn)).answer
        if last is None or last.confidence < SURE or last.rule.endswith(".learned"):
            continue
        if last.value == first.value:
            return heard
        taken_back = _TAKES_BACK.search(message.text) is not None
        return replace(heard, reading=last if taken_back else replace(first, confidence=DOUBTFUL))
    return heard


def _last_value(turn: Turn, q: Question, heard: Heard, waiting: tuple[Message, ...]) -> Heard:
    """The value of a later text that takes back the one before ("20", "21 actually")."""
    text = waiting[-1].text
    if len(waiting) < 2 or not _TAKES_BACK.search(text) or _ADDS.search(text):
        return heard
    last = understand(text, q, context(turn)).answer
    return heard if last is None or last.confidence < SURE else replace(heard, reading=last)


def takes_back(turn: Turn, q: Question, text: str, mark: Mark | None, waiting: tuple[Message, ...]) -> bool:
    """Whether words sent after the end plainly take back the answer that ended the chances; then they are recorded."""
    rest = mark.rest if mark else text
    plain = mark is not None or _says_so(text)
    only = earlier(turn.screening, (q,), rest, context(turn), strength=Strength.STRONG if plain else None)
    reading = only[1] if only is not None else None
    if reading is None and _NEWS.search(text):
        news = understand(rest, q, context(turn)).reading
        reading = news if news is not None and news.confidence >= SURE else None
    if reading is None and mark:
        whole = understand(text, q, context(turn)).answer
        sure = whole is not None and whole.confidence >= SURE and not whole.rule.endswith(".learned")
        reading = whole if sure else _in_a_clause(turn, q, rest)
    if reading is None or knocks_out(q, reading):
        return False
    record(turn, q, reading, waiting)
    return True


def asked_once_more(turn: Turn, q: Question, text: str) -> bool:
    """Whether words sent after the end may take back the answer that ended the chances; then it is asked once more."""
    s = turn.screening
    if q.key in s.confirmed or not (mistaken(text) or _hints(turn, q, text)):
        return False
    turn.change(answers=tuple(a for a in s.answers if a.question != q.key))
    turn.take_up()
    confirm(turn, q)
    return True


def mistaken(text: str) -> bool:
    """Whether somebody says that a question was misread or an answer mistyped."""
    return _MISTAKEN.search(text) is not None


def _hints(turn: Turn, q: Question, text: str) -> bool:
    """Whether words that speak of the question say the contrary, and none says the same again."""
    pieces = [understand(p, q, context(turn)).answer for p in (text, *clauses(text)) if speaks_of(q, p)]
    told = [r for r in pieces if r is not None and r.confidence >= HINTED and not r.rule.endswith(".learned")]
    return bool(told) and not any(knocks_out(q, r) for r in told)


def _in_a_clause(turn: Turn, q: Question, rest: str) -> Reading | None:
    """What one clause of a change of mind says by its own words: enough to ask on, not to end anything."""
    for clause in clauses(rest):
        heard = understand(clause, q, context(turn))
        reading = heard.answer if not heard.rule.endswith(".learned") else None
        if reading is not None and reading.confidence >= TAKEN_UP and not knocks_out(q, reading):
            return reading
    return None


def _says_so(text: str) -> bool:
    """A whole statement about oneself that needs no mark: "I do have one"."""
    return bool(
        re.match(
            r"^\W*(?:(?:no|yes|yeah|but)\W+)?i (?:do|have|am|can|did|got)\b(?! (?:appreciate|thank|not))[^?]{0,40}$",
            text,
            re.I,
        )
    )
