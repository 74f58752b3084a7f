"""Corrections: words that take back an earlier answer, and which answer they mean."""

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from screening.channels.signs import speaks_of, stems, topic
from screening.interview import knocks_out
from screening.screening import Screening
from screening.scripts.script import Kind, Question
from screening.understanding import understand
from screening.understanding.reading import SURE, Context, Reading


class Strength(IntEnum):
    """How plainly a text says that it takes something back."""

    WEAK = 1  # "actually", "sorry, 23": may as well begin an answer
    STRONG = 2  # "I meant", "correction": cannot


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The words of a correction: whether something stands before them, and what is left without them."""

    strength: Strength
    leads: bool
    rest: str


_STRONG: Final = re.compile(
    r"\b(?:(?:i|what i|i actually|i really)\s+(?:mean|meant)(?:\s+to\s+(?:say|put|type|write))?|meant to (?:say|put|type)|correction|(?:scratch|strike|forget) (?:that|it|what i said|(?:the |my )?\w+(?: \w+)?(?=[,.;]))|"
    r"(?:let me|need to|have to|gotta|want to|can i|wanna)\s+(?:correct|fix|change)(?:\s+(?:that|this|it|my|an|the|last|answer|one))*|change (?:my|that|the) (?:last )?(?:answer|one)|make (?:that|it)|(?:that|it)\s+(?:should|shld)\s+(?:be|say|have been)|"
    r"i mis(?:spoke|typed|read|understood)(?: (?:that|it|the question|your question))?|misread(?: (?:that|it|the question))?|(?:that was a |it was a |its a )?typo|fat fingers?(?:ed)?|autocorrect|hit (?:send|enter) too (?:soon|early)|wrong (?:answer|key|button)|"
    r"(?:earlier|before),? i (?:said|put|told you|wrote)|i (?:said|put|told you|wrote)\b[^.,\n]{1,25}\b(?:but|earlier|before)|quise decir|quer[ií]a decir|me equivoqu[eé]|mejor dicho|corrijo|correcci[oó]n|perd[oó]n,?\s+(?:son|es|era|eran))\b[:,]?",
    re.I,
)
_SHOULD: Final = re.compile(
    r"\b(?:the|my)\s+(?P<unit>years?|yrs|months?)\s+(?:should|shld|is supposed to|was supposed to)\s+(?:be|say|read|have been)\s+(?:about |like )?(?P<value>\d[\d.,]*|\w+)\b",
    re.I,
)
_CONFESSES: Final = re.compile(r"^\W*i (?:did|do|have|had|am|was|can'?t|cannot|don'?t|haven'?t)\b", re.I)
_STAR: Final = re.compile(r"^\s*\*\s*(?=\w)|(?<=\w)\s*\*\s*$")
_INSTEAD: Final = re.compile(
    r"^\s*(?P<new>\d[\d.,]*)\W+not\s+\d[\d.,]*\W*$|^\s*not\s+\d[\d.,]*\W+(?P<other>\d[\d.,]*)\b", re.I
)
_ANSWERS: Final = re.compile(
    r"\d|\b(?:yes|yeah|yep|no|nope|nah|s[ií])\b|\n", re.I
)  # what stands before may be an answer
MOST_BEFORE: Final = 5  # words
_FILL: Final = re.compile(r"\b(?:oh|ah|ok|okay|and|also|but|so|well|um+|hey|hi|wait|no|sorry|y|pero|que|es)\b", re.I)
_RATHER: Final = re.compile(
    r"[\s,;(]+(?:and |y )?(?:not|instead of|rather than|no)\s+[$£€]?\d[\d.,k]*(?:\s+(?:years?|yrs?|years\?))?\b", re.I
)
_WEAK: Final = re.compile(
    r"^\W*(?:(?:oh|ah|ugh|shoot|dang|hey|hi|um|so|well|and|but|also|ay|uy|ok|okay)\W+)*"
    r"(?:sorry|my bad|oops|whoops|oopsie|actually|my mistake|my apologies|apologies|no,? wait|wait|hold on|hang on|on second thought|changed my mind|i changed my mind|come to think of it|never ?mind|nvm|excuse me|"
    r"mejor(?= [$]?\d)|perd[oó]n|disculpa|disculpe|espera|la verdad|en realidad|de hecho|ah no)\b\W*",
    re.I,
)


def marked(text: str) -> Mark | None:
    """The correction that the text announces, if it does."""
    if named := _SHOULD.search(text):
        return Mark(strength=Strength.STRONG, leads=True, rest=f"{named['value']} {named['unit']}")
    strong = _STRONG.search(text) or _STAR.search(text)
    if strong:
        before = _FILL.sub("", _WEAK.sub("", text[: strong.start()], count=1))
        leads = not _ANSWERS.search(before) and len(before.split()) <= MOST_BEFORE
        rest = text[strong.end() :] if leads and re.search(r"\w", before) else f"{before} {text[strong.end() :]}"
        bare = _bare(rest if leads else text) or text
        return Mark(strength=Strength.STRONG, leads=leads, rest=_RATHER.sub("", bare) or bare)
    if swapped := _INSTEAD.search(text):
        return Mark(strength=Strength.STRONG, leads=True, rest=swapped["new"] or swapped["other"])
    weak = _WEAK.match(text)
    return Mark(strength=Strength.WEAK, leads=True, rest=_bare(text[weak.end() :])) if weak else None


def _bare(text: str) -> str:
    bare = text.strip(" \t\n,.:;-–—")
    while weak := _WEAK.match(bare):
        bare = bare[weak.end() :].strip(" ,.:;-–—")
    return bare


def earlier(
    s: Screening,
    questions: tuple[Question, ...],
    rest: str,
    context: Context,
    *,
    strength: Strength | None,
    unsure: bool = False,
) -> tuple[Question, Reading] | None:
    """The earlier question that these words answer anew, and how: those they speak of first, then the latest.

    Without a mark of correction (`strength` None) the words must name what the question asks; a bare "no" needs a strong one.
    `unsure`: what would end the chances, and is confirmed first, need not be sure."""
    asked = [q for a in reversed(s.answers) for q in questions if q.key == a.question]
    asked += [q for q in questions if q.key in s.unclear]
    named = _closest(tuple(q for q in asked if speaks_of(q, rest) or _told(q, rest, context)), rest)
    unsure = unsure and strength is not None
    for q in (*named, *(q for q in asked if q not in named and _may_be_bare(q, rest, strength, unsure))):
        reading = _anew(s, q, rest, context, unsure)
        if reading is not None and _meant(q, rest, reading, named=q in named, strength=strength):
            return q, reading
    return None


def _meant(q: Question, rest: str, reading: Reading, *, named: bool, strength: Strength | None) -> bool:
    """Whether the words are about this question: they name it, or hold little else than its answer.

    Without a mark a unit alone names nothing ("I can do one weekend a month" is no month of experience)."""
    if q.kind is Kind.YES_NO or _little_else(rest, reading.quote):
        return True
    return named and (strength is not None or bool(topic(q) & stems(rest)))


def _closest(named: tuple[Question, ...], rest: str) -> tuple[Question, ...]:
    """The same order, but of the yes/no questions first the one with most of its own words in the text."""
    here = stems(rest)
    best = iter(sorted((q for q in named if q.kind is Kind.YES_NO), key=lambda q: -len(topic(q) & here)))
    return tuple(next(best) if q.kind is Kind.YES_NO else q for q in named)


def repeats(s: Screening, questions: tuple[Question, ...], text: str, context: Context) -> Question | None:
    """The earlier question to which these words give the same answer once more, by its own topic, unit or options."""
    for answer in reversed(s.answers):
        q = next((q for q in questions if q.key == answer.question and q.kind is not Kind.TEXT), None)
        if q is None or not (speaks_of(q, text) or _told(q, text, context)):
            continue
        again = understand(text, q, context).answer
        if again is not None and again.value == answer.value:
            return q
    return None


def _little_else(rest: str, quote: str) -> bool:
    """Whether the words of a question that nothing names hold little else than its answer."""
    return len(rest.split()) - len(quote.split()) <= MOST_BEFORE - 1


def _told(q: Question, rest: str, context: Context) -> bool:
    """Whether words of the question's own topic answer it ("it ran out" of a card)."""
    reading = understand(rest, q, context).reading if q.kind is Kind.YES_NO else None
    return reading is not None and reading.rule in ("yes_no.topic", "yes_no.example")


def _may_be_bare(q: Question, rest: str, strength: Strength | None, unsure: bool) -> bool:
    if q.kind is Kind.YES_NO:
        plain = strength is Strength.STRONG and _says_yes_or_no(rest)
        return plain or (unsure and _CONFESSES.match(rest) is not None)
    return strength is not None


def _anew(s: Screening, q: Question, rest: str, context: Context, unsure: bool) -> Reading | None:
    if q.kind is Kind.TEXT:
        return None
    before, reading = s.answer(q.key), understand(rest, q, context).answer
    if reading is None or (before is not None and before.value == reading.value):
        return None
    return reading if reading.confidence >= SURE or (unsure and knocks_out(q, reading)) else None


def _says_yes_or_no(text: str) -> bool:
    return bool(
        re.match(
            r"^\W*(?:(?:it|that|the answer|my answer)\W?s?\s+(?:is |was |should be )?)?(?:yes|yeah|yep|yup|no|nope|nah|s[ií]|i (?:do|don'?t|have|haven'?t|am|can|can'?t|got|did|didn'?t)\b)",
            text,
            re.I,
        )
    )
