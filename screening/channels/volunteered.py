"""Answers given beside another one: "yes, 6 years, and I can start Monday" answers three questions."""

import re
from collections.abc import Iterator
from typing import Final

from screening.channels.signs import speaks_of, stems, topic, units
from screening.interview import knocks_out
from screening.scoring import asked_if
from screening.screening import Screening
from screening.scripts.script import Kind, Question, Script
from screening.steps import reached
from screening.understanding import understand
from screening.understanding.reading import SURE, Context, Reading
from screening.understanding.words import said

SHORT: Final = 20  # characters of a quote that may stand in the middle of a clause ("yes 6 years")
SHORTEST: Final = 7  # words of a clause that is taken for an answer to another yes/no question
LONGEST: Final = 10  # words of a clause that is taken for an answer by itself
_CUT: Final = re.compile(r"[\n;!?]+|,(?=\s)|\.(?=\s|$)|\b(?:and|but|also|plus(?!\s+\d)|y|pero|tambien|también)\b", re.I)
_ASKED: Final = re.compile(r"[^.!?,;\n]*\?")  # what is asked answers nothing
_PLAIN_WORDS: Final = """
a about abt an and around almost approx approximately at been can could doing exp experience for from get got have
having i id im in is it ive like looking make me my need of on or over prefer roughly start starting the to total
want wanting with work working would available ready able drive driving commute away hour hr hourly dollars bucks
per k min mins minute minutes miles mile mi week weeks day days month months live shift shifts hours please pls
maybe more than least minimum max just only as soon any ok fine good great best either one two three four five six
seven eight nine ten eleven twelve fifteen twenty thirty half couple few next this coming now today tomorrow asap
immediately tengo de con experiencia años anos ano puedo empezar quiero busco en la el los las un una por hora turno
semana dias minutos works suits suit better preferably ideally total altogether otr solo behind wheel road field
industry trade under belt did picked made was were handled ran doing job line all mostly mainly only since solid good plus roughly easily currently
too lol haha tho though altho rn right
"""
_PLAIN: Final = frozenset(_PLAIN_WORDS.split())
_DENIAL_WORDS: Final = """
never ever not no none wont cant isnt arent doesnt will any have had has got hold yes yeah dont havent hasnt didnt clean valid current active
nunca ningun ninguna si
"""
_DENIALS: Final = frozenset(_DENIAL_WORDS.split())
_COMMON: Final = stems(
    "work works working shift shifts night nights day days week weeks year years job time able start hour hours experience current "
    "valid active available team people drive driving now later long home full part free legally last five take do be get"
)  # what half of all questions hold names none of them
_FIRST: Final = (Kind.LOCATION, Kind.NUMBER, Kind.DATE, Kind.CHOICE, Kind.PAY)  # whose figure it is, where two fit
_OPENS: Final = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|no|nope|never|i (?:can|do|am|have|got|will)|i'?ve|s[ií]|nunca)\b", re.I
)
_TROUBLE: Final = re.compile(
    r"\b(?:problem|issue|trouble|mind|object|bother|concern|difficult|problema|molest)\w*", re.I
)
_AHEAD: Final = re.compile(
    r"\b(?:in|within|next|another|for the next|en|dentro de)\s+(?:about |like |around |maybe |another |the next )?(?:\d+|an?|one|two|three|four|five|six|ten|few|a few|couple|a couple(?: of)?|un|una|dos|tres)\s+(?:years?|yrs?|months?|mos?|anos?|meses)\b|"
    r"\b(?:from now|to go|left|old)\b",
    re.I,
)
_ELSEWHEN: Final = re.compile(
    r"\b(?:have|has|had|got|held|hold|keep|kept|carry)\s+(?:it|one|mine|that|this|them)\b|"
    r"\b(?:ago|since|expires?|expired|until|till|valid|old|last|hace|desde|vence|currently|current|now making|used to)\b",
    re.I,
)


def beside(
    s: Screening, script: Script, open_: Question, text: str, quote: str, context: Context
) -> Iterator[tuple[Question, Reading]]:
    """The later questions that clauses of the text answer plainly, each with its reading.

    Only where the clause names what one question of its kind asks, says nothing else, and ends nobody's chances."""
    later = [
        q
        for q in script.questions
        if q.key != open_.key and s.answer(q.key) is None and reached(s, script, q) and asked_if(q, script, s)
    ]
    found: dict[str, tuple[Question, Reading]] = {}
    if quote.strip() == text.strip() and len(list(_clauses(text, ""))) > 1:
        quote = ""  # read as a whole: every clause is looked at
    for clause in _clauses(text, quote):
        if _meant_for(open_, clause) or _of_the_answer(text, quote, clause):
            continue
        for q, reading in _read(clause, later, (open_, *later), script, context):
            found[q.key] = (q, reading)
    yield from found.values()


def _read(
    clause: str, later: list[Question], unsettled: tuple[Question, ...], script: Script, context: Context
) -> Iterator[tuple[Question, Reading]]:
    """What one clause answers: values by their units or options, else one yes/no question by its own word."""
    fitting = sorted((q for q in later if _could(q) and speaks_of(q, clause)), key=lambda q: _FIRST.index(q.kind))
    if not fitting or _OPENS.match(clause):
        yes_no = [q for q in unsettled if q.kind is Kind.YES_NO]
        for q in (q for q in later if q in yes_no and _says(q, clause, yes_no)):
            if (reading := _sure(clause, q, context)) is not None and not reading.rule.endswith(".learned"):
                yield q, reading
                return
    yield from _values(clause, fitting, stems(script.title), context)


def _values(
    clause: str, fitting: list[Question], job: frozenset[str], context: Context
) -> Iterator[tuple[Question, Reading]]:
    """The values in one clause; no figure counts for two questions."""
    kinds = [q.kind for q in fitting]
    known, used = frozenset().union(job, *(_own(q) for q in fitting)), set[str]()
    for q in fitting:
        reading = _sure(clause, q, context) if kinds.count(q.kind) == 1 and _only(q, clause, known) else None
        figures = set(re.findall(r"\d+", reading.quote)) if reading is not None else set()
        if reading is not None and not figures & used:
            used |= figures
            yield q, reading


def _sure(clause: str, q: Question, context: Context) -> Reading | None:
    """The answer in the clause, where it is sure and ends nobody's chances."""
    heard = understand(clause, q, context)
    reading = heard.answer if not heard.also else None
    return reading if reading is not None and reading.confidence >= SURE and not knocks_out(q, reading) else None


def _says(q: Question, clause: str, yes_no: list[Question]) -> bool:
    """Whether a short clause names by its own word what this yes/no question asks, and no other such question does."""
    words = re.findall(r"[a-z]+", said(clause).plain)
    if len(words) > SHORTEST or _TROUBLE.search(" ".join(q.ask.values())) or _ELSEWHEN.search(clause):
        return False
    here = stems(clause) - _COMMON
    own = [topic(o) & here for o in yes_no if topic(o) & here]
    return len(own) == 1 and bool(topic(q) & here) and _unknown(words, _own(q) | _DENIALS) == []


def _of_the_answer(text: str, quote: str, clause: str) -> bool:
    """Whether the words are the rest of the clause that answered, and only say since when or until when that holds."""
    whole = next((c for c in _CUT.split(text) if quote and quote in c and clause in c), "")
    return bool(_ELSEWHEN.search(whole)) and not _ELSEWHEN.search(whole.replace(quote, " ", 1))


def _meant_for(open_: Question, clause: str) -> bool:
    return open_.kind not in (Kind.YES_NO, Kind.TEXT) and speaks_of(open_, clause)


def _could(q: Question) -> bool:
    return q.kind in (Kind.NUMBER, Kind.PAY, Kind.DATE, Kind.LOCATION, Kind.CHOICE) and (
        q.kind is not Kind.NUMBER or bool(q.unit)
    )


def _clauses(text: str, quote: str) -> Iterator[str]:
    """The clauses of the text without the words that gave the open question's answer."""
    start = max(text.find(quote), 0)
    around = (text[:start], text[start + len(quote) :]) if len(quote) <= SHORT else (text.replace(quote, "\n", 1),)
    for part in around:
        told = _ASKED.sub("\n", part)
        yield from (clause.strip() for clause in _CUT.split(told) if clause.strip())


def _only(q: Question, clause: str, known: frozenset[str]) -> bool:
    """Whether the clause says nothing but an answer to this question."""
    if _ELSEWHEN.search(clause) or (q.kind is Kind.NUMBER and _AHEAD.search(clause)):
        return False
    words = re.findall(r"[a-zñ]+", said(clause).plain)
    if len(words) > LONGEST:
        return False
    return not [w for w in _unknown(words, known | _own(q)) if not _unit_or_day(w, q)]


def _unknown(words: list[str], known: frozenset[str]) -> list[str]:
    return [w for w in words if len(w) > 2 and w not in _PLAIN and w not in known and not stems(w) & known]


def _own(q: Question) -> frozenset[str]:
    options = {w for o in q.options for name in (o.value, *o.also) for w in re.findall(r"[a-zñ]+", said(name).plain)}
    return topic(q) | units(q) | options


def _unit_or_day(word: str, q: Question) -> bool:
    stem = word[: len(word) - 2] if len(word) > 5 else word
    return any(stem in own for own in topic(q)) or speaks_of(q, f"in 2 {word}") or speaks_of(q, word)
