"""One text read by the rules alone: other wishes first, then the answer and what stands beside it."""

import re
from collections.abc import Callable

from screening.scripts.script import Kind, Question
from screening.understanding import intents
from screening.understanding.choice import read_choice
from screening.understanding.dates import read_date
from screening.understanding.free_text import read_text
from screening.understanding.idioms import conditional, rhetorical
from screening.understanding.later import until
from screening.understanding.location import read_location
from screening.understanding.number import read_number
from screening.understanding.optout import stop_word_left, suspicious
from screening.understanding.pay import read_pay
from screening.understanding.reading import Context, Heard, Intent, Reading
from screening.understanding.words import Said, flat, said
from screening.understanding.yes_no import by_rules as lean
from screening.understanding.yes_no import read_yes_no

_READERS: dict[Kind, Callable[[Said, Question, Context], Reading | None]] = {
    Kind.YES_NO: read_yes_no,
    Kind.NUMBER: read_number,
    Kind.PAY: read_pay,
    Kind.DATE: read_date,
    Kind.CHOICE: read_choice,
    Kind.LOCATION: read_location,
    Kind.TEXT: read_text,
}
_CORRECTS = re.compile(
    r"\b(?:i mean[t]?|actually|scratch that|correction|make that|no wait|my bad|oops|my mistake|i misspoke|i misread|misread|typo|meant to say|change my answer|changed my mind|let me correct|quise decir|me equivoque|perdon,? (?:son|es|era)|mejor dicho|on second thought|"
    r"(?:earlier|before) i said|i said .{1,20} but|not \d+)\b|^\W*sorry,? (?:its |it is |i meant |that was |that should be |should be )?\d|^\W*\*|\*\s*$"
)


_PARDON = re.compile(r"^\W*(?:what|wat|wut|huh|eh|hm+|que|como|mande|perdon)\W*$")  # the question is asked again
_SOURCE = re.compile(
    r"^\W*(?:(?:hey|hi|ok|um+|wait|sorry|and|so|but)\W+)*(?:how|where|who) (?:did|d|do|gave) (?:(?:you|u|yall|ya|they) )?(?:guys )?(?:get|got|have|find|come by)? ?(?:my|this) (?:number|info\w*|name|contact|phone|digits|#)(?: from)?\W*$"
)  # where we have the number from: asked, not yet a wish to be left alone
_WANTS = re.compile(
    r"\b(?:want|need|speak|talk|get|prefer|rather|give me|connect|gimme|transfer|quiero|prefiero)\b(?! (?:my|this)\b)"
)


def hear(heard: Said, question: Question | None, context: Context) -> Heard:
    """What the words mean by the rules: a wish, an answer, or unclear."""
    return _asks_back(heard, context) or _wishes(heard, question, context) or _answer(heard, question, context)


def read(heard: Said, question: Question, context: Context) -> Reading | None:
    """The answer to the question, where the text holds one."""
    return _READERS[question.kind](heard, question, context) if heard.plain.strip() else None


def _asks_back(heard: Said, context: Context) -> Heard | None:
    """A bare `what?`, after which the question is asked again; where we have the number from, which is a question."""
    plain = heard.plain
    if _PARDON.match(plain):
        return Heard(intent=Intent.UNCLEAR, rule="pardon")
    if _SOURCE.match(plain):
        return Heard(intent=Intent.QUESTION, rule="source", faq=intents.faq_index(plain, context), also=heard.all())
    return None


def _wishes(heard: Said, question: Question | None, context: Context) -> Heard | None:
    """The wishes that come before any answer."""
    plain = heard.plain
    told = question is not None and question.kind is Kind.TEXT and len(plain.split()) > 12
    answered = (
        question is not None
        and question.kind is Kind.YES_NO
        and re.match(r"^\W*(?:(?:yes|yeah|yep|nope|nah)\b|no[,.])", plain)
    )
    if (
        (intents.wrong_number(plain) or intents.other_name(heard.raw))
        and not told
        and not (
            answered and not re.search(r"\bwrong (?:number|person|guy|girl|phone)|numero equivocado|\bhere\b", plain)
        )
    ):
        return Heard(intent=Intent.WRONG_NUMBER, rule="wrong_number")
    if (
        question is not None
        and question.kind is Kind.CHOICE
        and len(plain.split()) <= 3
        and _names_option(heard, question)
    ):
        return None
    if intents.aside(plain) is Intent.WHO and intents.person(plain) and _WANTS.search(plain):
        return Heard(intent=Intent.HUMAN, rule="human")
    strong = intents.aside(plain)
    if strong is Intent.LANGUAGE and _asked_for(
        question, context, "languag|english|spanish|bilingual|habla|ingles|espanol|idioma"
    ):
        lost = question is not None and question.kind is Kind.CHOICE and re.match(r"^\W*no (?:hablo|entiendo) ", plain)
        strong = strong if lost else None
    if strong and (not told or strong is Intent.HOSTILE):
        return _language(plain) if strong is Intent.LANGUAGE else Heard(intent=strong, rule="aside")
    if intents.person(plain) and not told and not _asked_for(question, context, "contact you|reach you|call you"):
        return Heard(intent=Intent.HUMAN, rule="human")
    if (
        intents.accommodation(plain)
        and not told
        and not _asked_for(
            question, context, "conflict|accommodat|adjust|allerg|autis|disab|special needs|blind|deaf|hearing|pregnan"
        )
    ):
        return Heard(intent=Intent.ACCOMMODATION, rule="accommodation")
    if intents.insulting(plain) and not told and len(plain.split()) < 30:
        return _insult(heard, question, context)
    return _postponed(heard, question, context, told=told)


def _names_option(heard: Said, question: Question) -> bool:
    """Whether a short text that may be a wish ("call me", "english") holds the very word of an option."""
    return any(
        word == piece
        for option in question.options
        for word in flat(option.value).split()
        for piece in heard.plain.split()
    )


def _asked_for(question: Question | None, context: Context, pattern: str) -> bool:
    """Whether the question itself is about this."""
    return question is not None and bool(re.search(pattern, flat(question.words(context.language))))


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


def _postponed(heard: Said, question: Question | None, context: Context, *, told: bool) -> Heard | None:
    plain = heard.plain
    if intents.pause(plain):
        return Heard(intent=Intent.NO_ANSWER, rule="pause")
    nurse = " rn" in plain and _asked_for(question, context, r"\brn\b|\bnurs")  # "LVN, not RN"
    if intents.deferral(plain) and not told and not nurse and not _does_it(plain, question):
        if question is not None and _answers_anyway(heard, question, context):
            return None
        return Heard(intent=Intent.DEFER, rule="defer", until=until(plain, context.now))
    return None


_DOES_IT = re.compile(
    r"^\W*(?:(?:yes|yeah|sure|ok|well|no|nope)\W+)*(?:i )?(?:can|could|will|ill|would|might|am gonna|gonna|have to|need to|gotta|am going to) (?:\w+ )?(?:do|take|get|come|go|be|start|make|knock|handle|finish|schedule|bring|test|see) (?!this|later|back)|\bnot (?:at|for) the moment\b|\b(?:been|was|am) too busy\b"
)


def _does_it(plain: str, question: Question | None) -> bool:
    """`can do it tomorrow` answers a yes/no question; `text me tomorrow` puts it off."""
    if question is None or question.kind is not Kind.YES_NO or not _DOES_IT.search(plain):
        return False
    return not re.search(
        r"\b(?:text|txt|call|talk|answer|reply|chat|message|get back|write|continue|let you know|this later|run|jet|dip|bounce)\b",
        plain,
    )


def _answers_anyway(heard: Said, question: Question, context: Context) -> bool:
    """Whether a text that seems to put us off answers all the same ("25 min, gotta run")."""
    reading = read(heard, question, context)
    if reading is None or question.kind is Kind.TEXT:
        return False
    if question.kind is Kind.DATE:
        if not intents.puts_off(heard.plain):
            return True
        return bool(re.search(r"\b(?:start|available|begin|ready|notice)\b", heard.plain)) and not re.search(
            r"\b(?:text|call|write|message|talk|try) (?:me|back|later)\b", heard.plain
        )
    if question.kind in (Kind.NUMBER, Kind.LOCATION, Kind.PAY):
        return not re.search(
            r"\b(?:at|after|around|in|by|until|till|@)\s+(?:about |like )?" + re.escape(flat(reading.quote)),
            heard.plain,
        )
    if question.kind is Kind.YES_NO:
        return (
            reading.confidence >= 0.85
            and bool(re.match(r"^\W*(?:yes|yeah|yep|yup|sure|no|nope|si)\b", heard.plain))
            and not re.match(
                r"^\W*(?:no|not|yeah|yes|sure)\W+(?:now|not now|right now|im (?:busy|driving|at work)|(?:but )?later|call|text)",
                heard.plain,
            )
        )
    return True


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
    beside = intents.asked_beside(plain)
    if question is None:
        return _without_question(heard, context)
    if early := _declines(heard, question, context):
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
        reading = (
            read(body, question, context) if not (intents.asks(body.plain) and question.kind is not Kind.PAY) else None
        )
    if reading is None and also and intents.pause(body.plain):
        also = also or plain
    if reading is not None and _really(heard, reading, question):
        return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading, also=also, correction=correction)
    return _otherwise(heard, question, context, also)


def _by_question(heard: Said, question: Question, context: Context) -> Heard | None:
    """A yes or no said by a question: one that it hangs on ("is it indoors? if so yes"), or one that asks nothing ("who wouldn't?")."""
    if question.kind is not Kind.YES_NO:
        return None
    if conditional(heard.plain):
        return Heard(intent=Intent.UNCLEAR, rule="yes_no.idiom.cond")
    reading = read(heard, question, context) if rhetorical(heard.plain) else None
    return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading) if reading else None


_YES_AND = re.compile(
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


_OFFERS = re.compile(
    r"^\W*(?:how|what) about\b|^\W*(?:can|could|may|puedo) (?:i |we )?(?:come|start|begin|stop|swing|drop|go|ir|empezar|pasar)\b|^\W*(?:would|could|can|is|does) (?:i |we )?.{1,30}\b(?:work|ok|okay|do|start|good|fine|possible|too late|soon enough)\b|^\W*(?:when|once|whenever|after|cuando)\s+(?!do\b|does\b|can\b|could\b|would\b|will\b|is\b|are\b|should\b|did\b|and\b)\w+"
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
    if intents.thanks(plain) or (intents.asks(plain) and len(plain.split()) < 25):
        return False
    return len(re.findall(r"[a-z]{2,}", plain)) >= 1


def _declines(heard: Said, question: Question, context: Context) -> Heard | None:
    """No to the job as a whole, rather than to this question."""
    plain = heard.plain
    if question.kind is Kind.TEXT and len(plain.split()) > 12:
        return None
    interest = re.search(
        r"\binterest|\binteres|\bstill looking|\bopen to\b|\bhear(?:ing)? (?:more|about)\b|\bconsider",
        flat(question.words(context.language)),
    )
    if (
        intents.hired(plain)
        and not re.match(r"^\W*(?:yes|yeah|yep|si|sure)\b", plain)
        and (
            interest
            or (
                re.search(
                    r"\b(?:have|got|found|started|accepted) (?:a |another |the |my )?(?:new )?(?:job|offer|position)\b|\bhired\b",
                    plain,
                )
                and question.kind in (Kind.DATE, Kind.PAY, Kind.LOCATION)
            )
            or not read(heard, question, context)
            or (
                question.kind is Kind.YES_NO
                and not re.search(
                    r"\bemploy|\bworking\b|\bjob\b|\bexperience\b", flat(question.words(context.language))
                )
            )
        )
    ):
        return Heard(intent=Intent.ALREADY_HIRED, rule="already_hired")
    if intents.declined(plain):
        polarity = lean(heard, question, context) if question.kind is Kind.YES_NO else None
        if (
            question.kind is Kind.YES_NO
            and not interest
            and not re.search(
                r"\b(?:interested|interesa|looking|the job|this job|position|withdraw|pass on|ill pass|im gonna pass|found (?:something|another|a|work)|no longer|current job|accepted|consider me)\b",
                plain,
            )
        ):
            return None
        if polarity and polarity.value == "yes" and re.match(r"^\W*(?:yes|yeah|yep|si)\b", plain):
            return None
        if (
            question.kind not in (Kind.YES_NO, Kind.TEXT)
            and not re.search(
                r"\b(?:interested|the job|this job|position|withdraw|pass|interesa|changed my mind)\b", plain
            )
            and read(heard, question, context)
        ):
            return None
        return Heard(intent=Intent.NOT_INTERESTED, rule="not_interested")
    return None


def _otherwise(heard: Said, question: Question, context: Context, also: str) -> Heard:
    """No reading: a question, thanks, a hedge, a stop word that nothing explains, or unclear."""
    plain = heard.plain
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
    if intents.hired(plain):
        return Heard(intent=Intent.ALREADY_HIRED, rule="already_hired")
    if intents.declined(plain):
        return Heard(intent=Intent.NOT_INTERESTED, rule="not_interested")
    if stop_word_left(plain) or suspicious(plain):
        return Heard(intent=Intent.SUSPECTED_OPT_OUT, rule="stop_word")
    return Heard(
        intent=Intent.NO_ANSWER if intents.thanks(plain) else Intent.UNCLEAR,
        rule="no_question",
        correction=bool(_CORRECTS.search(plain)),
    )
