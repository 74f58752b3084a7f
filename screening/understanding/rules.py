"""One text read by the rules alone: other wishes first, then the answer and what stands beside it."""

import re

from screening.scripts.script import Kind, Question
from screening.understanding import intents
from screening.understanding.asked_about import asks_interest
from screening.understanding.choice import bare_option
from screening.understanding.choice_asides import concludes, hangs
from screening.understanding.declined import declined
from screening.understanding.deferred import deferred
from screening.understanding.echoes import RULE as WHOLE_ECHO
from screening.understanding.echoes import whole_echo
from screening.understanding.free_told import asks_back, tells, tells_nothing
from screening.understanding.idioms import conditional, rhetorical
from screening.understanding.optout import stop_word_left, suspicious
from screening.understanding.readers import read
from screening.understanding.reading import Context, Heard, Intent, Reading
from screening.understanding.wishes import turned_back, wishes
from screening.understanding.words import Said, flat, said
from screening.understanding.yes_no import by_rules as lean

_CORRECTS = deferred(
    r"\b(?:i mean[t]?|actually|scratch that|correction|make that|no wait|my bad|oops|my mistake|i misspoke|i misread|misread|typo|meant to say|change my answer|changed my mind|let me correct|quise decir|me equivoque|perdon,? (?:son|es|era)|mejor dicho|on second thought|"
    r"(?:earlier|before) i said|i said .{1,20} but|not \d+)\b|^\W*sorry,? (?:its |it is |i meant |that was |that should be |should be )?\d|^\W*\*|\*\s*$"
)


def hear(heard: Said, question: Question | None, context: Context) -> Heard:
    """What the words mean by the rules: a wish, an answer, or unclear."""
    answers = question is not None and (bare_option(heard.plain, question) or _gives_back(heard, question, context))
    if answers and intents.aside(heard.plain) is not Intent.HOSTILE:
        return _answer(heard, question, context)
    return turned_back(heard, context) or wishes(heard, question, context) or _answer(heard, question, context)


def _gives_back(heard: Said, question: Question, context: Context) -> bool:
    """Whether a statement is only what a yes/no question asked, whatever wish its words alone might be ("I can't read them")."""
    if question.kind is not Kind.YES_NO or asks_interest(question, context):
        return False
    found = whole_echo(heard.plain, flat(question.words(context.language)))
    return found is not None and found.rule == WHOLE_ECHO


def _takes_back(heard: Said, question: Question | None, context: Context) -> bool:
    """Whether the text corrects something said before it, rather than itself ("6 months I mean, not years")."""
    match = _CORRECTS.search(heard.plain)
    if match is None or question is None or not match.start():
        return match is not None
    before = said(heard.raw[: heard.at[match.start()]])
    return not read(before, question, context)


def _answer(heard: Said, question: Question | None, context: Context) -> Heard:
    plain = heard.plain
    correction = _takes_back(heard, question, context)
    beside = _asked_beside(plain, question)
    if question is None:
        return _without_question(heard, context)
    if early := declined(heard, question, context):
        return early
    if question.kind is Kind.DATE and (told := _tells_when(heard, question, context)):
        return told
    if together := _by_question(heard, question, context) or _yes_and_question(heard, question, context):
        return together
    body = heard
    also = ""
    if beside and question.kind is not Kind.TEXT:
        also = heard.quote(*beside)
        body = said(heard.raw[: heard.at[beside[0]]]) if beside[0] else said("")
        rest = plain[beside[1] :].strip()
        if not body.plain.strip() and rest:
            body = said(heard.raw[heard.at[beside[1]] :]) if beside[1] < len(heard.at) else body
    if also and not read(body, question, context):
        reading = None if intents.asks(plain) or (beside and beside[0] == 0) else read(heard, question, context)
    else:
        reading = read(body, question, context) if not _only_asks(body.plain, question) else None
    if reading is None and also and intents.pause(body.plain):
        also = also or plain
    if reading is not None and _really(heard, reading, question):
        return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading, also=also, correction=correction)
    return _otherwise(heard, question, context, also)


def _asked_beside(plain: str, question: Question | None) -> tuple[int, int] | None:
    """What is asked beside an answer; nothing where a choice is drawn from it (`is that nights? then B`), all where it hangs on it."""
    if question is not None and question.kind is Kind.CHOICE and (hangs(plain) or concludes(plain)):
        return (0, len(plain)) if hangs(plain) else None
    return intents.asked_beside(plain)


def _only_asks(plain: str, question: Question) -> bool:
    """Whether a text asks and answers nothing; a story may begin as questions do ("when the line broke, i ...")."""
    if question.kind is Kind.PAY or (question.kind is Kind.TEXT and tells(plain)):
        return False
    return intents.asks(plain)


def _by_question(heard: Said, question: Question, context: Context) -> Heard | None:
    """A yes or no said by a question: one that it hangs on ("is it indoors? if so yes"), or one that asks nothing ("who wouldn't?")."""
    if question.kind is not Kind.YES_NO:
        return None
    if conditional(heard.plain):
        return Heard(intent=Intent.UNCLEAR, rule="yes_no.idiom.cond")
    reading = read(heard, question, context) if rhetorical(heard.plain) else None
    return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading) if reading else None


_YES_AND = deferred(
    r"^\W*(?P<head>yes|yeah|yea|yep|yup|sure|si|no|nope|nah|ok|okay)[\s,.!]+(?:but |and |so |pero |y )?(?P<asks>(?:how much|how many|how long|how far|how|what|whats|when|where|wheres|who|which|does|do you|do i|can i|is it|is there|are there|will i|will it|cuanto|cual|donde|cuando)\b.*)$",
    re.S,
)


def _yes_and_question(heard: Said, question: Question, context: Context) -> Heard | None:
    """`yes how much does it pay`: a plain yes or no, and a question beside it."""
    match = _YES_AND.match(heard.plain) if question.kind is Kind.YES_NO else None
    if match is None:
        return None
    reading = read(said(heard.raw[: heard.at[match.start("asks")]]), question, context)
    if reading is None:
        return None
    also = heard.quote(*match.span("asks"))
    faq = intents.faq_index(match["asks"], context)
    return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading, also=also, faq=faq)


_OFFERS = deferred(
    r"^\W*(?:how|what|hows|whats) (?:a|')?bout\b|^\W*(?:can|could|may|puedo) (?:i |we )?(?:come|start|begin|stop|swing|drop|go|ir|empezar|pasar)\b|^\W*(?:would|could|can|is|does) (?:i |we )?.{1,30}\b(?:work|ok|okay|do|start|good|fine|possible|too late|soon enough)\b|^\W*(?:when|once|whenever|after|cuando)\s+(?!do\b|does\b|can\b|could\b|would\b|will\b|is\b|are\b|should\b|did\b|and\b)\w+"
)


def _tells_when(heard: Said, question: Question, context: Context) -> Heard | None:
    """`how about the 20th?` offers a day; `when school lets out` is no question, though it names none."""
    if not _OFFERS.search(heard.plain):
        return None
    reading = read(heard, question, context)
    if reading is not None:
        return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading)
    asks = heard.plain.rstrip().endswith("?") or not re.match(r"^\W*(?:when|once|whenever|after|cuando)\b", heard.plain)
    return None if asks else Heard(intent=Intent.UNCLEAR, rule="date.unnamed")


def _really(heard: Said, reading: Reading, question: Question) -> bool:
    """Free text is no answer where it only greets or asks."""
    if question.kind is not Kind.TEXT:
        return True
    plain = heard.plain
    if intents.thanks(plain) or tells_nothing(plain) or asks_back(plain):
        return False
    if intents.asks(plain) and len(plain.split()) < 25 and not tells(plain):
        return False
    return len(re.findall(r"[a-z]{2,}", plain)) >= 1


def _otherwise(heard: Said, question: Question, context: Context, also: str) -> Heard:
    """No reading: a question, thanks, a hedge, a stop word that nothing explains, or unclear."""
    plain = heard.plain
    if question.kind is Kind.TEXT and tells_nothing(plain):
        return Heard(intent=Intent.UNCLEAR, rule="nothing_told")
    if intents.asks(plain) or also or (plain.rstrip().endswith("?") and len(plain.split()) > 2):
        return Heard(
            intent=Intent.QUESTION, rule="question", faq=intents.faq_index(plain, context), also=also or heard.all()
        )
    if question.kind is Kind.YES_NO and (hedge := lean(heard, question, context)).hedge:
        return Heard(intent=Intent.UNCLEAR, rule=f"yes_no.{hedge.hedge}")
    if (stop_word_left(plain) and question.kind is not Kind.TEXT) or (suspicious(plain) and len(plain.split()) < 20):
        return Heard(intent=Intent.SUSPECTED_OPT_OUT, rule="stop_word")
    if intents.declined(plain):
        return Heard(intent=Intent.NOT_INTERESTED, rule="not_interested")
    if intents.thanks(plain):
        return Heard(intent=Intent.NO_ANSWER, rule="thanks")
    return Heard(intent=Intent.UNCLEAR, rule="nothing_read")


def _without_question(heard: Said, context: Context) -> Heard:
    plain = heard.plain
    if intents.asks(plain) or intents.asks_later(plain):
        return Heard(intent=Intent.QUESTION, rule="question", faq=intents.faq_index(plain, context), also=heard.all())
    if intents.hired(plain) or intents.taken(plain):
        return Heard(intent=Intent.ALREADY_HIRED, rule="already_hired")
    if intents.declined(plain) or intents.bows_out(plain):
        return Heard(intent=Intent.NOT_INTERESTED, rule="not_interested")
    if stop_word_left(plain) or suspicious(plain):
        return Heard(intent=Intent.SUSPECTED_OPT_OUT, rule="stop_word")
    return Heard(
        intent=Intent.NO_ANSWER if intents.thanks(plain) else Intent.UNCLEAR,
        rule="no_question",
        correction=bool(_CORRECTS.search(plain)),
    )
