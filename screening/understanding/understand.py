"""Understand one reply: its intent, and where it answers, the reading of the question's own kind."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from rapidfuzz import fuzz

from screening.scripts.script import Kind, Question
from screening.understanding.choice import read_choice
from screening.understanding.dates import read_date
from screening.understanding.keywords import keyword
from screening.understanding.location import read_location
from screening.understanding.number import read_number
from screening.understanding.optout import asks_to_stop, sounds_hostile, stop_word_left, suspicious
from screening.understanding.pay import read_pay
from screening.understanding.reactions import automatic, reaction
from screening.understanding.reading import Context, Heard, Intent, Reading
from screening.understanding.words import Said, flat, said

ENGINE: Final = "2026.11.1"
Reader = Callable[[Said, Question, Context], Reading | None]

_YES = re.compile(r"\b(?:yes|yea+h?|yep|yup|ya|sure|of course|definitely|def|absolutely|i do|i have|i am|correct|certified|si|claro|affirmative|ok|okay)\b|[👍👌✅💯]")
_NO = re.compile(r"\b(?:no|nope|nah|not|never|dont|do not|havent|without|negative|nunca|tampoco)\b|[👎❌]")
_HEDGE = re.compile(r"\b(?:maybe|not sure|idk|perhaps|kind of|sort of|depends|probably|if |unless|tal vez|quizas|depende|working on|not yet|soon|expired|renew\w*)")
_RULES: Final[tuple[tuple[Intent, "re.Pattern[str]"], ...]] = (
    (Intent.WRONG_NUMBER, re.compile(r"\bwrong (?:number|person|guy)|\bi(?:m| am) not \w+\b.*number|numero equivocado|no soy esa persona|you have the wrong")),
    (Intent.ALREADY_HIRED, re.compile(r"\b(?:found|got|accepted|started) (?:a|another|new|other|a new) (?:job|position|offer|gig)|already (?:hired|working|have a job)|ya (?:tengo|encontre) trabajo")),
    (Intent.NOT_INTERESTED, re.compile(r"\bnot interested|no longer interested|no (?:me interesa|estoy interesad)|dont want (?:the|this) job|changed my mind about|withdraw my")),
    (Intent.HUMAN, re.compile(r"\b(?:talk|speak|call|chat) (?:to|with) (?:a |an |the )?(?:real |actual |live )?(?:person|human|recruiter|someone|somebody)|^human\W*$|^humano\W*$|real person please|hablar con (?:una persona|alguien)")),
    (Intent.ACCOMMODATION, re.compile(r"\b(?:accommodation|disab\w+|deaf|dyslexi\w+|hard of hearing|screen reader|need help (?:reading|typing))")),
    (Intent.WHO, re.compile(r"\bwho (?:is|are|r) (?:this|you|u)|are you (?:a )?(?:bot|robot|real|human)|quien (?:es|eres|habla)|is this (?:a )?(?:bot|robot|real|scam)")),
    (Intent.DEFER, re.compile(r"\b(?:text|message|msg|hit|write|ask|try|ping|contact) (?:me )?(?:up |back )?(?:again )?(?:later|tomorrow|tonight|in \w+|at \d|after \w+)|\b(?:not now|later (?:tonight|today)|call you later|mas tarde|luego te|ahorita no|at work rn|im busy)|driving right now")),
)
_QUESTION = re.compile(r"\?\s*$|^\s*(?:what|whats|how much|how many|when|where|is it|is there|do you|does it|can i|cuanto|cual|donde|que )\b")
_CORRECTION = re.compile(r"\b(?:sorry|oops|actually|i meant|meant to say|correction|typo|quise decir|perdon|\*)\b")


def opts_out(text: str, context: Context) -> Intent | None:
    """Whether this text alone opts out, or may."""
    if reaction(text) is not None:
        return None
    plain = said(text).plain.strip()
    if keyword(plain) is Intent.OPT_OUT or asks_to_stop(plain):
        return Intent.OPT_OUT
    return Intent.SUSPECTED_OPT_OUT if suspicious(plain) else None


def read_yes_no(heard: Said, question: Question, context: Context) -> Reading | None:
    """Yes or no, by the question's examples, then by words."""
    plain = heard.plain.strip()
    for value, examples in (("no", question.no_examples), ("yes", question.yes_examples)):
        if any(flat(e) in plain for e in examples):
            return Reading(value=value, quote=heard.all(), confidence=0.9, rule="yes_no.example")
    yes, no = _YES.search(plain), _NO.search(plain)
    if not yes and not no:
        return None
    value = "no" if no and (not yes or no.start() <= yes.start()) else "yes"
    sure = 0.5 if _HEDGE.search(plain) else 0.95 if bool(yes) != bool(no) or plain.startswith(("yes", "no")) else 0.7
    return Reading(value=value, quote=heard.all(), confidence=sure, rule="yes_no.words")


def read_text(heard: Said, question: Question, context: Context) -> Reading | None:
    """Free text: the words as sent, quoted from the first piece of evidence to the last."""
    if len(re.findall(r"\w+", heard.plain)) < 2:
        return None
    low = heard.raw.lower()
    spots = [(low.find(w.lower()), low.find(w.lower()) + len(w)) for line in question.rubric for w in line.evidence if w.lower() in low]
    quote = heard.raw[min(s for s, _ in spots) : max(e for _, e in spots)] if spots else heard.all()
    return Reading(value=heard.all(), quote=quote, confidence=0.9, rule="text.words")


READERS: Final[dict[Kind, Reader]] = {
    Kind.YES_NO: read_yes_no,
    Kind.NUMBER: read_number,
    Kind.PAY: read_pay,
    Kind.DATE: read_date,
    Kind.CHOICE: read_choice,
    Kind.LOCATION: read_location,
    Kind.TEXT: read_text,
}


def understand(text: str, question: Question | None, context: Context) -> Heard:
    """What the text means here. Never raises; at most 1,600 characters are looked at."""
    heard = said(text)
    plain = heard.plain.strip()
    reacted = _reacted(text, question)
    if reacted is not None:
        return reacted
    early = _keyword(plain) or _opt_out(text, context)
    if early is not None:
        return early
    if automatic(plain):
        return Heard(intent=Intent.NO_ANSWER, rule="automatic")
    return _meant(heard, plain, question, context)


def _reacted(text: str, question: Question | None) -> Heard | None:
    kind = reaction(text)
    if kind is None:
        return None
    value = {"like": "yes", "dislike": "no"}.get(kind)
    if value and question is not None and question.kind is Kind.YES_NO:
        reading = Reading(value=value, quote=text.strip(), confidence=0.8, rule="yes_no.reaction")
        return Heard(intent=Intent.ANSWER, rule="reaction", reading=reading)
    return Heard(intent=Intent.NO_ANSWER, rule="reaction")


def _keyword(plain: str) -> Heard | None:
    found = keyword(plain)
    return Heard(intent=found, rule="keyword") if found else None


def _opt_out(text: str, context: Context) -> Heard | None:
    found = opts_out(text, context)
    return Heard(intent=found, rule="phrase") if found else None


def _meant(heard: Said, plain: str, question: Question | None, context: Context) -> Heard:
    for intent, pattern in _RULES:
        if pattern.search(plain):
            return _with_time(intent, heard, context)
    reading = READERS[question.kind](heard, question, context) if question else None
    corrected = bool(_CORRECTION.search(plain))
    faq = _faq(plain, context)
    if _QUESTION.search(plain) and (reading is None or faq is not None or plain.startswith(("what", "how", "when", "where"))):
        return Heard(intent=Intent.QUESTION, rule="question", faq=faq)
    if reading is not None:
        return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading, correction=corrected)
    if sounds_hostile(plain):
        return Heard(intent=Intent.HOSTILE, rule="hostile")
    if stop_word_left(plain):
        return Heard(intent=Intent.SUSPECTED_OPT_OUT, rule="stop word")
    return Heard(intent=Intent.UNCLEAR, rule="none", correction=corrected)


def _with_time(intent: Intent, heard: Said, context: Context) -> Heard:
    if intent is not Intent.DEFER:
        return Heard(intent=intent, rule="phrase")
    day = context.now
    hour = re.search(r"\bat (\d{1,2})(?::(\d\d))?\s*(am|pm)?", heard.plain)
    tomorrow = bool(re.search(r"\b(?:tomorrow|manana)\b", heard.plain))
    if not hour and not tomorrow and "tonight" not in heard.plain:
        return Heard(intent=intent, rule="phrase")
    at = int(hour[1]) + (12 if hour[3] == "pm" and int(hour[1]) < 12 else 0) if hour else 9 if tomorrow else 19
    until = (day + timedelta(days=int(tomorrow))).replace(hour=min(at, 23), minute=int(hour[2] or 0) if hour else 0, second=0, microsecond=0)
    return Heard(intent=intent, rule="phrase", until=until if until > day else until + timedelta(days=1))


def _faq(plain: str, context: Context) -> int | None:
    best, at = 0.0, None
    for index, entry in enumerate(context.faq):
        nearness = max((fuzz.token_set_ratio(plain, flat(a)) for a in entry.ask), default=0)
        if nearness > best:
            best, at = nearness, index
    return at if best >= 70 else None
