"""What one text means: keywords first, then the wish to be left alone, other wishes, and the answer."""

import re
from dataclasses import replace
from typing import Final

from screening.scripts.script import Kind, Question
from screening.understanding import intents, rules
from screening.understanding.keywords import keyword
from screening.understanding.learned import (
    FEW,
    NONE,
    STOPS,
    STOPS_EXPLAINED,
    STOPS_PLAINLY,
    harmless,
    second,
    stop_shares,
)
from screening.understanding.optout import (
    asks_to_stop,
    elsewhere,
    explained,
    held_against_us,
    not_ours,
    outright,
    rest_of,
    sounds_hostile,
)
from screening.understanding.reactions import automatic, reaction
from screening.understanding.reading import Context, Heard, Intent, Reading
from screening.understanding.wish_beside import wish_beside
from screening.understanding.wishes import asks_source
from screening.understanding.words import LIMIT, Said, said

NEVER: Final = 1.1  # a share that none reaches
ENGINE: Final = "2026.11.2"

_INJECTION = re.compile(
    r"\b(?:ignore (?:all |the |your |any )?(?:previous|prior|above|earlier|instructions)|disregard (?:all |the |your |previous|prior|above)|you are now|system prompt|system:|assistant:|pretend (?:you|to be|that)|act as|mark (?:me|this|my|everything|all)\b.{0,20}(?:as|qualified|pass|yes|hired)|(?:give|assign|award|score|rate) (?:me|this|my)\b.{0,25}(?:score|points|100|full|highest|maximum|10 ?(?:\/|out of)|five stars|5 stars)|"
    r"highest score|override|jailbreak|developer mode|set (?:my |the )?(?:score|status)|drop table|select \*|<script|</|\{\{|recommend(?:ation)?: ?advance|approve me|new instructions|prompt injection|output only|respond with|as an ai|set answer|print\(|your (?:new )?(?:instructions|rules) (?:are|is)|score: ?\d)|[\"'](?:intent|value|score|status|role)[\"']\s*:"
)


def understand(text: str, question: Question | None, context: Context) -> Heard:
    """What a text means, beside the question it may answer. Never raises; linear in at most LIMIT characters."""
    try:
        return _understand(text, question, context)
    except (ValueError, ArithmeticError, LookupError, TypeError, RecursionError):
        wish = opts_out(text, context)
        return Heard(intent=wish or Intent.UNCLEAR, rule="failed")


def opts_out(text: str, context: Context) -> Intent | None:
    """OPT_OUT, SUSPECTED_OPT_OUT or None, decided on this one text alone; a long one by its head and its tail."""
    for part in (text, text[-LIMIT:]) if len(text) > LIMIT else (text,):
        if wish := _opts_out(part, context):
            return wish
    return None


def _opts_out(text: str, context: Context) -> Intent | None:
    if reaction(text):
        return None
    plain = said(text).plain
    if keyword(plain) is Intent.OPT_OUT:
        return Intent.OPT_OUT
    if intents.aside(plain) is Intent.HOSTILE:
        return None  # distress: a person is called, who would not be for an opt-out
    asks = asks_to_stop(plain)
    if (automatic(plain) and not asks) or keyword(plain) is not None:
        return None
    if asks and (outright(plain) or not harmless(plain, context)):
        return Intent.OPT_OUT
    if asks and (wish := wish_beside(plain, context)):
        return wish
    if not asks and not elsewhere(plain) and stop_shares(plain, context)[0] >= _bar(plain):
        return Intent.OPT_OUT
    return Intent.SUSPECTED_OPT_OUT if sounds_hostile(plain) or held_against_us(plain) else None


def _bar(plain: str) -> float:
    """The share from which the model alone hears a wish: in few words, or where another wish is read, it must be plainer."""
    count = len(plain.split())
    if (explained(plain) and rest_of(plain) <= 1) or asks_source(plain):
        return NEVER
    if count <= FEW:
        return STOPS_PLAINLY if count > 1 else NEVER
    other = (
        intents.wrong_number(plain) or intents.asks_person(plain) or intents.aside(plain) is not None or not_ours(plain)
    )
    return STOPS_EXPLAINED if other or explained(plain) else STOPS


def _understand(text: str, question: Question | None, context: Context) -> Heard:
    if sign := reaction(text):
        return _reaction(sign, text, question)
    heard = said(text)
    if settled := _settled(heard, text, question, context):
        return settled
    plainly = rules.hear(heard, question, replace(context, model=NONE))
    return second(plainly, heard, question, context)


def _settled(heard: Said, text: str, question: Question | None, context: Context) -> Heard | None:
    """What needs no reading of an answer: keywords, a wish to stop, a machine's words, no words, instructions to us."""
    plain = heard.plain
    if word := keyword(plain):
        return Heard(intent=word, rule="keyword")
    if wish := opts_out(text, context):
        return Heard(intent=wish, rule="opt_out")
    if automatic(plain):
        return Heard(intent=Intent.NO_ANSWER, rule="automatic")
    if not re.search(r"\w", plain) and (
        question is None or question.kind is not Kind.YES_NO or not plain.strip(" ?!.,")
    ):
        return Heard(intent=Intent.UNCLEAR, rule="no_words")
    return Heard(intent=Intent.UNCLEAR, rule="injection") if _INJECTION.search(plain) else None


def _reaction(sign: str, text: str, question: Question | None) -> Heard:
    if question is None or question.kind is not Kind.YES_NO or sign == "other":
        return Heard(intent=Intent.NO_ANSWER, rule="reaction")
    value = "yes" if sign == "like" else "no"
    quote = text.strip().split()[0] if text.strip() else text
    return Heard(
        intent=Intent.ANSWER,
        rule="reaction",
        reading=Reading(value=value, quote=quote, confidence=0.7, rule="reaction"),
    )
