"""What one text means: keywords first, then the wish to be left alone, other wishes, and the answer."""

import re
from collections.abc import Callable
from typing import Final

from screening.scripts.script import Kind, Question
from screening.understanding import intents
from screening.understanding.choice import read_choice
from screening.understanding.dates import read_date
from screening.understanding.free_text import read_text
from screening.understanding.keywords import keyword
from screening.understanding.later import until
from screening.understanding.learned import OVERRULES, STOPS, SUSPECTS, TAKES, answers, harmless, meant, stop_shares
from screening.understanding.location import read_location
from screening.understanding.number import read_number
from screening.understanding.optout import asks_to_stop, sounds_hostile, stop_word_left, suspicious
from screening.understanding.pay import read_pay
from screening.understanding.reactions import automatic, reaction
from screening.understanding.reading import Context, Heard, Intent, Reading
from screening.understanding.words import LIMIT, Said, flat, said
from screening.understanding.yes_no import lean, read_yes_no

ENGINE: Final = "2026.11.1"

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
_INJECTION = re.compile(
    r"\b(?:ignore (?:all |the |your |any )?(?:previous|prior|above|earlier|instructions)|disregard (?:all |the |your |previous|prior|above)|you are now|system prompt|system:|assistant:|pretend (?:you|to be|that)|act as|mark (?:me|this|my|everything|all)\b.{0,20}(?:as|qualified|pass|yes|hired)|(?:give|assign|award|score|rate) (?:me|this|my)\b.{0,25}(?:score|points|100|full|highest|maximum|10 ?(?:\/|out of)|five stars|5 stars)|"
    r"highest score|override|jailbreak|developer mode|set (?:my |the )?(?:score|status)|drop table|select \*|<script|</|\{\{|recommend(?:ation)?: ?advance|approve me|new instructions|prompt injection|output only|respond with|as an ai|set answer|print\(|your (?:new )?(?:instructions|rules) (?:are|is)|score: ?\d|\"(?:intent|value)\")"
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
    asks = asks_to_stop(plain)
    if (automatic(plain) and not asks) or keyword(plain) is not None:
        return None
    if asks:
        return None if harmless(plain, context) else Intent.OPT_OUT
    if stop_shares(plain, context)[0] >= STOPS and len(plain.split()) > 1:
        return Intent.OPT_OUT
    return Intent.SUSPECTED_OPT_OUT if sounds_hostile(plain) else None


def _understand(text: str, question: Question | None, context: Context) -> Heard:
    if sign := reaction(text):
        return _reaction(sign, text, question)
    heard = said(text)
    plain = heard.plain
    if word := keyword(plain):
        return Heard(intent=word, rule="keyword")
    if wish := opts_out(text, context):
        return Heard(intent=wish, rule="opt_out")
    if automatic(plain):
        return Heard(intent=Intent.NO_ANSWER, rule="automatic")
    if not re.search(r"\w", plain) and (question is None or question.kind is not Kind.YES_NO):
        return Heard(intent=Intent.UNCLEAR, rule="no_words")
    if _INJECTION.search(plain):
        return Heard(intent=Intent.UNCLEAR, rule="injection")
    wish = _wishes(heard, question, context)
    if wish and _answers_after_all(wish, heard, question, context):
        wish = None
    return wish or _seconded(_answer(heard, question, context), heard, question, context)


_DOUBTED = frozenset({Intent.WRONG_NUMBER, Intent.ACCOMMODATION, Intent.HUMAN, Intent.DEFER, Intent.HOSTILE})


def _answers_after_all(wish: Heard, heard: Said, question: Question | None, context: Context) -> bool:
    """Whether the model is sure of an answer, and one is read, where a phrase sounded like another wish."""
    if question is None or wish.intent not in _DOUBTED or not answers(heard.plain, context):
        return False
    reading = _read(heard, question, context)
    return reading is not None and reading.confidence >= 0.7


def _seconded(found: Heard, heard: Said, question: Question | None, context: Context) -> Heard:
    """Where nothing was read, or only doubtfully, what the learned model takes the text for."""
    plain = heard.plain
    reading = found.reading
    if found.rule in ("injection", "no_words") or (reading and reading.confidence >= 0.85):
        return found
    if question is not None and question.kind is Kind.TEXT and (found.reading and len(plain.split()) > 3):
        return found
    if found.intent not in (Intent.ANSWER, Intent.UNCLEAR, Intent.NO_ANSWER):
        return found
    nothing = found.intent is Intent.UNCLEAR and not found.rule.startswith("yes_no")
    if stop_shares(plain, context)[1] >= SUSPECTS and len(plain.split()) > 1:
        return Heard(intent=Intent.SUSPECTED_OPT_OUT, rule="learned")
    if found.intent is Intent.NO_ANSWER:
        return found
    intent = meant(plain, context, TAKES if nothing else OVERRULES)
    if intent is None or (intent is Intent.SUSPECTED_OPT_OUT):
        return found
    if intent is Intent.DEFER:
        return Heard(intent=intent, rule="learned", until=until(plain, context.now))
    if intent is Intent.QUESTION:
        return Heard(intent=intent, rule="learned", faq=intents.faq_index(plain, context), also=heard.all())
    return Heard(intent=intent, rule="learned")


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


def _wishes(heard: Said, question: Question | None, context: Context) -> Heard | None:
    """The wishes that come before any answer."""
    plain = heard.plain
    told = question is not None and question.kind is Kind.TEXT and len(plain.split()) > 12
    if intents.wrong_number(plain) and not told:
        return Heard(intent=Intent.WRONG_NUMBER, rule="wrong_number")
    if (strong := intents.aside(plain)) and (not told or strong is Intent.HOSTILE):
        return _language(plain) if strong is Intent.LANGUAGE else Heard(intent=strong, rule="aside")
    if intents.person(plain) and not told:
        return Heard(intent=Intent.HUMAN, rule="human")
    if intents.accommodation(plain) and not told:
        return Heard(intent=Intent.ACCOMMODATION, rule="accommodation")
    if intents.insulting(plain) and not told and len(plain.split()) < 30:
        return _insult(heard, question, context)
    return _postponed(heard, question, context, told=told)


def _language(plain: str) -> Heard:
    spanish = (
        "spanish" in plain
        or ("espanol" in plain and "ingles" not in plain)
        or re.search(r"no (?:hablo|entiendo).*ingles|(?:speak|understand).*english|no english", plain)
    )
    return Heard(intent=Intent.LANGUAGE, rule="language", language="es" if spanish else "en")


def _insult(heard: Said, question: Question | None, context: Context) -> Heard | None:
    if question is not None and question.kind is not Kind.TEXT and _read(heard, question, context):
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
    if intents.deferral(plain) and not told:
        if question is not None and _answers_anyway(heard, question, context):
            return None
        return Heard(intent=Intent.DEFER, rule="defer", until=until(plain, context.now))
    return None


def _answers_anyway(heard: Said, question: Question, context: Context) -> bool:
    """Whether a text that seems to put us off answers all the same ("25 min, gotta run")."""
    reading = _read(heard, question, context)
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


def _answer(heard: Said, question: Question | None, context: Context) -> Heard:
    plain = heard.plain
    correction = bool(_CORRECTS.search(plain))
    beside = intents.asked_beside(plain)
    if question is None:
        return _without_question(heard, context)
    if early := _declines(heard, question, context):
        return early
    body = heard
    also = ""
    if beside and question.kind is not Kind.TEXT:
        also = heard.quote(*beside)
        body = said(heard.raw[: heard.at[beside[0]]]) if beside[0] else said("")
        rest = plain[beside[1] :].strip()
        if not body.plain.strip() and rest:
            body = said(heard.raw[heard.at[beside[1]] :]) if beside[1] < len(heard.at) else body
    if also and not _read(body, question, context):
        reading = None if intents.asks(plain) or (beside and beside[0] == 0) else _read(heard, question, context)
    else:
        reading = (
            _read(body, question, context) if not (intents.asks(body.plain) and question.kind is not Kind.PAY) else None
        )
    if reading is None and also and intents.pause(body.plain):
        also = also or plain
    if reading is not None and _really(heard, reading, question):
        return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading, also=also, correction=correction)
    return _otherwise(heard, question, context, also)


def _really(heard: Said, reading: Reading, question: Question) -> bool:
    """Free text is no answer where it only greets or asks."""
    if question.kind is not Kind.TEXT:
        return True
    plain = heard.plain
    if intents.thanks(plain) or (intents.asks(plain) and len(plain.split()) < 25):
        return False
    return len(re.findall(r"[a-z]{2,}", plain)) >= 1


def _read(heard: Said, question: Question, context: Context) -> Reading | None:
    return _READERS[question.kind](heard, question, context) if heard.plain.strip() else None


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
            or not _read(heard, question, context)
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
            and not re.search(r"\b(?:interested|looking|the job|this job|position|withdraw|pass on)\b", plain)
        ):
            return None
        if polarity and polarity.value == "yes" and re.match(r"^\W*(?:yes|yeah|yep|si)\b", plain):
            return None
        if (
            question.kind not in (Kind.YES_NO, Kind.TEXT)
            and not re.search(
                r"\b(?:interested|the job|this job|position|withdraw|pass|interesa|changed my mind)\b", plain
            )
            and _read(heard, question, context)
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
    if intents.asks(plain):
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
