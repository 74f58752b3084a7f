"""The wishes that come before any answer, by the rules."""

import re

from screening.scripts.script import Kind, Question
from screening.understanding import intents
from screening.understanding.asked_about import asked_for
from screening.understanding.deferred import deferred
from screening.understanding.postponed import postponed, written_to_me
from screening.understanding.readers import read
from screening.understanding.reading import Context, Heard, Intent
from screening.understanding.words import Said, flat

_PARDON = deferred(r"^\W*(?:what|wat|wut|huh|eh|hm+|que|como|mande|perdon)\W*$")  # the question is asked again


_BY_ITSELF = deferred(
    r"\b(?:my|the) (?:\w+ )?(?:toddler|baby|kid|kids|son|daughter|cat|dog|grandson|granddaughter|nephew|niece|year old|yr old|nino|nina|bebe) (?:has|had|got|grabbed|stole|took|is playing with|was playing with|wrote that|typed that|sent that)(?: (?:a hold of|ahold of))?(?: (?:my|the) (?:phone|cell))?\W*$|\b(?:butt|pocket)[ -]?(?:dial\w*|text\w*)\b|\bmy phone (?:did|sent|typed|wrote) (?:that|it)\b"
)  # nobody wrote it


_SOURCE = deferred(
    r"^\W*(?:(?:hey|hi|ok|um+|wait|sorry|and|so|but)\W+)*(?:how|where|who) ?(?:did|d|do|gave) (?:(?:you|u|yall|ya|they) )?(?:guys )?(?:get|got|have|find|come by)? ?(?:my|this) (?:number|info\w*|name|contact|phone|digits|#)(?: from)?\W*$"
)  # where we have the number from: asked, not yet a wish to be left alone


_PLAINLY_WRONG = deferred(
    r"\bwrong (?:number|person|lady|guy|girl|man|woman)\b|\b(?:got|have|had) this (?:number|phone)\b|\bnumero equivocado\b"
)


_WANTS = deferred(
    r"\b(?:want|need|speak|talk|get|prefer|rather|give me|connect|gimme|transfer|quiero|prefiero)\b(?! (?:my|this)\b)"
)


LENGTH_TOLD = 12  # words; longer texts under a free question tell a story

_YES_OR_NO = deferred(r"^\W*(?:(?:yes|yeah|yep|nope|nah)\b|no[,.])")
_OUTRIGHT = deferred(r"\bwrong (?:number|person|guy|girl|phone)|numero equivocado|\bhere\b")
_NOT_THIS_LANGUAGE = deferred(r"^\W*no (?:hablo|entiendo) ")
_OF_LANGUAGE = "languag|english|spanish|bilingual|habla|ingles|espanol|idioma"
_OF_CONDITIONS = "conflict|accommodat|adjust|allerg|autis|disab|special needs|blind|deaf|hearing|pregnan"
_OF_CONTACT = r"contact|reach|\bcalls?\b|phone|interview|hear from|in touch|updates?\b|notif|communicat"


def asks_source(plain: str) -> bool:
    """Whether it asks where we have the number from, and nothing else."""
    return bool(_SOURCE.match(plain))


def turned_back(heard: Said, context: Context) -> Heard | None:
    """A bare `what?`, after which the question is asked again; what no one wrote; where we have the number from, which is a question."""
    plain = heard.plain
    if _PARDON.match(plain):
        return Heard(intent=Intent.UNCLEAR, rule="pardon")
    if _BY_ITSELF.search(plain) and len(plain.split()) <= 12:
        return Heard(intent=Intent.NO_ANSWER, rule="pocket")
    if asks_source(plain):
        return Heard(intent=Intent.QUESTION, rule="source", faq=intents.faq_index(plain, context), also=heard.all())
    return None


def wishes(heard: Said, question: Question | None, context: Context) -> Heard | None:
    """The wishes that come before any answer; told at length under a free question, most are part of the story."""
    plain = heard.plain
    told = question is not None and question.kind is Kind.TEXT and len(plain.split()) > LENGTH_TOLD
    if _wrong_number(heard, question, context, told=told):
        return Heard(intent=Intent.WRONG_NUMBER, rule="wrong_number")
    if _chooses(heard, question, context):
        return None
    strong = _aside(plain, question, context)
    if strong and (not told or strong.intent in (Intent.HUMAN, Intent.HOSTILE)):
        return strong
    if told:
        return postponed(heard, question, context, told=told)
    if intents.person(plain) and not asked_for(question, context, _OF_CONTACT):
        return Heard(intent=Intent.HUMAN, rule="human")
    if stuck := _stuck(plain, question, context):
        return Heard(intent=stuck, rule=str(stuck))
    if _accommodation(plain, question, context):
        return Heard(intent=Intent.ACCOMMODATION, rule="accommodation")
    if intents.insulting(plain) and len(plain.split()) < 30:
        return _insult(heard, question, context)
    return postponed(heard, question, context, told=told)


def _wrong_number(heard: Said, question: Question | None, context: Context, *, told: bool) -> bool:
    """Whether we wrote to somebody else; after a yes or no only where it is said outright."""
    plain = heard.plain
    if not (intents.wrong_number(plain) or intents.other_name(heard.raw)):
        return False
    if (told and not _PLAINLY_WRONG.search(plain)) or _denied_only(plain, question, context):
        return False
    answered = question is not None and question.kind is Kind.YES_NO and _YES_OR_NO.match(plain)
    return not answered or bool(_OUTRIGHT.search(plain))


def _chooses(heard: Said, question: Question | None, context: Context) -> bool:
    """Whether what may be a wish ("call me", "english") names an option of a choice."""
    if question is None or question.kind is not Kind.CHOICE or len(heard.plain.split()) > 3:
        return False
    put_off = intents.deferral(heard.plain) and written_to_me(heard.plain, question, context)
    return not put_off and _names_option(heard, question)


def _aside(plain: str, question: Question | None, context: Context) -> Heard | None:
    """What is no answer to anything: who we are, another language, distress."""
    strong = intents.aside(plain)
    if strong is Intent.WHO and intents.person(plain) and _WANTS.search(plain):
        return Heard(intent=Intent.HUMAN, rule="human")
    if strong is not Intent.LANGUAGE:
        return Heard(intent=strong, rule="aside") if strong else None
    lost = question is not None and question.kind is Kind.CHOICE and _NOT_THIS_LANGUAGE.match(plain)
    return None if asked_for(question, context, _OF_LANGUAGE) and not lost else _language(plain)


def _accommodation(plain: str, question: Question | None, context: Context) -> bool:
    """Whether something is to be arranged for a condition of theirs, rather than told of because it was asked for."""
    if not intents.accommodation(plain) or asked_for(question, context, _OF_CONDITIONS):
        return False
    return question is None or question.kind is not Kind.TEXT or intents.needs(plain)


def _denied_only(plain: str, question: Question | None, context: Context) -> bool:
    """`not me` beside a yes/no question that asks for nobody by name is a no."""
    if question is None or question.kind is not Kind.YES_NO or not re.match(r"^\W*(?:no |nope )?not me\W*$", plain):
        return False
    return not asked_for(question, context, r"\b(?:is this|are you|am i|speaking|reached|the same|your name)\b")


def _stuck(plain: str, question: Question | None, context: Context) -> Intent | None:
    """A person asked for, or help: a yes/no question is answered by what does not work ("the link won't open" is a no)."""
    if intents.asks_person(plain) and not asked_for(question, context, _OF_CONTACT):
        return Intent.HUMAN
    if intents.puzzled(plain):
        return Intent.HELP
    if intents.trouble(plain) and (question is None or question.kind is not Kind.YES_NO):
        return Intent.HELP
    return None


def _names_option(heard: Said, question: Question) -> bool:
    """Whether a short text that may be a wish ("call me", "english") holds the very word of an option."""
    return any(
        word == piece
        for option in question.options
        for word in flat(option.value).split()
        for piece in heard.plain.split()
    )


def _language(plain: str) -> Heard:
    spanish = (
        "spanish" in plain
        or ("espanol" in plain and "ingles" not in plain)
        or re.search(r"no (?:hablo|entiendo).*ingles|(?:speak|understand).*english|no english", plain)
    )
    return Heard(intent=Intent.LANGUAGE, rule="language", language="es" if spanish else "en")


def _insult(heard: Said, question: Question | None, context: Context) -> Heard | None:
    if question is not None and question.kind is not Kind.TEXT and read(heard, question, context):
        return None
    plain = heard.plain
    aimed = (
        re.search(r"\b(?:you|u|ur|your|youre|yall|this|these|company|bot|people|ustedes|tu)\b", plain)
        or len(plain.split()) <= 4
    )
    return (
        Heard(intent=Intent.HOSTILE, rule="insult")
        if aimed and not re.search(r"^\W*(?:fuck|hell|damn)\w* (?:yes|yeah|yea)", plain)
        else None
    )
