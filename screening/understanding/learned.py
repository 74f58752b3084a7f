"""The learned model as a second voice beside the rules: it decides where they are not plain, within bounds."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from screening.scripts.script import Kind, Question
from screening.understanding import intents, readers
from screening.understanding.asked_about import asks_interest
from screening.understanding.deferred import deferred
from screening.understanding.features import pieces
from screening.understanding.later import until
from screening.understanding.model import Model, shipped
from screening.understanding.optout import elsewhere, explained, not_ours, stays
from screening.understanding.reading import Context, Heard, Intent
from screening.understanding.talk_when import says_to_talk
from screening.understanding.words import Said
from screening.understanding.yes_no import lean

NONE: Final = Model({})  # knows no task: the rules alone
STOPS, SUSPECTS = 0.45, 0.55  # shares to hear a wish to stop, and to suspect one where nothing else was heard
STOPS_EXPLAINED, STOPS_PLAINLY, FEW = (
    0.9,
    0.95,
    3,
)  # shares beside an everyday phrase for it, and for a text of few words
SUSPECTS_OTHER = 0.75  # to suspect one where another wish or a good answer was read
SUSPECTS_SHORT = 0.95  # to suspect one in a text of few words, or beside an everyday phrase for it
SURE_VALUE = 0.8  # a good answer
DENIES_FEW, DENIES, DENIES_LONG, LONG = 0.95, 0.8, 0.7, 8  # shares to deny a stop phrase; in a story it weighs less
CLEARS = 0.6  # share of neither that explains a lone stop word
TAKES, OVERRULES, CONTRADICTS = 0.5, 0.65, 0.85  # to take an intent where nothing, a doubtful or a good answer was read
REFUTES = 0.1  # share of a deferral below which "tomorrow" puts nothing off
PLAIN_WORDS = 3  # words of a plain yes or no that need no second voice
SURE_READING = 0.9  # readings this sure need no second voice
RATHER_ANSWERS: Final = {
    Intent.DEFER: 0.7,
    Intent.WRONG_NUMBER: 0.5,
    Intent.NOT_INTERESTED: 0.6,
    Intent.ALREADY_HIRED: 0.5,
    Intent.QUESTION: 0.8,
    Intent.HUMAN: 0.85,
}  # share of an answer from which a wish that the rules heard under a yes/no question is none ("no fear here", "they call me sparky")

_INTENTS: Final = {
    "opt_out": Intent.SUSPECTED_OPT_OUT,
    "help": Intent.HELP,
    "who": Intent.WHO,
    "wrong_number": Intent.WRONG_NUMBER,
    "not_interested": Intent.NOT_INTERESTED,
    "already_hired": Intent.ALREADY_HIRED,
    "defer": Intent.DEFER,
    "human": Intent.HUMAN,
    "accommodation": Intent.ACCOMMODATION,
    "hostile": Intent.HOSTILE,
    "question": Intent.QUESTION,
    "no_answer": Intent.NO_ANSWER,
    "language": Intent.LANGUAGE,
    "unclear": Intent.UNCLEAR,
}
_ELSEWHERE: Final = deferred(
    r"\bwrong (?:number|person)\b|^\W*(?:\w+\W+){0,2}wrong [a-z]+(?: \w+)?\W*$|(?:aint|isnt|not|no longer|dont live) (?:\w+ )?(?:at|on|under) (?:this|dis) (?:number|phone|line|cell|#)"
)
_OFFERED: Final = deferred(r"\b(?:those|these|them|neither|either|none of|any of|both|esos|esas|ninguno|ninguna)\b")
_TELLING: Final = frozenset(
    {Intent.HUMAN, Intent.WHO, Intent.HELP, Intent.WRONG_NUMBER, Intent.ACCOMMODATION, Intent.DEFER, Intent.LANGUAGE}
)
_FIRM: Final = frozenset(
    {
        "keyword",
        "reaction",
        "automatic",
        "injection",
        "no_words",
        "language",
        "pause",
        "pardon",
        "source",
        "nothing_told",
    }
)


_pieces = lru_cache(maxsize=64)(pieces)


@lru_cache(maxsize=64)
def _shares(model: Model, task: str, plain: str, beside: tuple[str, ...]) -> dict[str, float]:
    return model.probabilities(task, _pieces(plain), beside) if task in model.tasks else {}


def _known(context: Context) -> Model:
    return context.model or shipped() or NONE


def stop_shares(plain: str, context: Context) -> tuple[float, float, float]:
    """How likely the text asks us to stop, should be seen by a person for it, or does neither; who asks to be kept does neither."""
    if stays(plain):
        return 0.0, 0.0, 1.0
    found = _shares(_known(context), "opt_out", plain, ())
    return found.get("opt_out", 0.0), found.get("suspected", 0.0), found.get("not", 0.0)


def harmless(plain: str, context: Context) -> bool:
    """Whether the model denies what a stop phrase seems to say."""
    count = len(plain.split())
    return stop_shares(plain, context)[2] >= (DENIES_FEW if count <= FEW else DENIES if count <= LONG else DENIES_LONG)


def evidence(plainly: Heard, question: Question | None) -> list[str]:
    """What the rules made of a text, as pieces for the learned model."""
    kind = question.kind if question else "none"
    rule = plainly.reading.rule if plainly.reading else plainly.rule
    return [f"K {kind}", f"I {plainly.intent} {rule}", f"I {plainly.intent} {kind}", f"I {plainly.intent}"]


def second(plainly: Heard, heard: Said, question: Question | None, context: Context) -> Heard:
    """The rules' finding, or what the learned model makes of the text where it is sure enough."""
    model, plain = _known(context), heard.plain
    if "intent" not in model.tasks or _stands(plainly, plain, question, context):
        return plainly
    stops, suspects, neither = stop_shares(plain, context)
    if plainly.rule == "stop_word" and neither >= CLEARS:
        plainly = replace(plainly, intent=Intent.UNCLEAR, rule="nothing_read")
    shares = _shares(model, "intent", plain, tuple(evidence(plainly, question)))
    top = max(shares, key=lambda label: shares[label])
    free_text = question is not None and question.kind is Kind.TEXT
    refuted = shares["defer"] < REFUTES and top in ("answer", "already_hired") and not says_to_talk(plain)
    if plainly.intent is Intent.DEFER and refuted and not (free_text and _short(plain)):
        plainly = replace(plainly, intent=Intent.UNCLEAR, rule="nothing_read", until=None)
    few = len(plain.split()) <= FEW or explained(plain, partly=free_text)
    told = plainly.intent not in (Intent.UNCLEAR, Intent.ANSWER) or (
        plainly.reading is not None and plainly.reading.confidence >= SURE_VALUE
    )
    told = told or elsewhere(plain) or not_ours(plain) or free_text
    bar = SUSPECTS_SHORT if few else SUSPECTS_OTHER if told else SUSPECTS
    if stops + suspects >= bar and len(plain.split()) > 1 and shares["answer"] < OVERRULES:
        return Heard(intent=Intent.SUSPECTED_OPT_OUT, rule="learned")
    if not intents.write_again(plain) and _rather_answers(plainly, shares["answer"], question, context):
        plainly = Heard(intent=Intent.UNCLEAR, rule="nothing_read", correction=plainly.correction)
    if top == "answer":
        return _answer(plainly, shares[top], heard, question, context)
    other = _INTENTS.get(top)
    least = SUSPECTS_SHORT if few else SUSPECTS_OTHER if not_ours(plain) else CLEARS
    if other is Intent.SUSPECTED_OPT_OUT and stops + suspects < least:
        other = None
    other = None if _belied(other, plain, question) else other
    if other is None or _outranked(other, plainly, plain) or shares[top] < _bound(plainly, plain, other):
        return _leaning(plainly, heard, question, context)
    return _wanted(other, heard, context)


def _belied(other: Intent | None, plain: str, question: Question | None) -> bool:
    """Whether the words speak against what the model hears: nothing is put off, or what we offered is declined rather than the job."""
    if other is Intent.NOT_INTERESTED:
        return question is not None and question.kind is Kind.CHOICE and bool(_OFFERED.search(plain))
    if other is not Intent.DEFER:
        return False
    return intents.hired(plain) or not (intents.deferral(plain) or intents.puts_off(plain))


def _taken_for_good(plainly: Heard, plain: str, question: Question | None, context: Context) -> bool:
    """Whether a job found elsewhere, or a number that is somebody else's, is told outright, so that it is no answer."""
    if question is None or question.kind is not Kind.YES_NO:
        return False
    if plainly.intent is Intent.ALREADY_HIRED:
        return asks_interest(question, context)
    return plainly.intent is Intent.WRONG_NUMBER and bool(_ELSEWHERE.search(plain))


def _rather_answers(plainly: Heard, share: float, question: Question | None, context: Context) -> bool:
    """Whether what sounds like a wish beside a yes/no question is taken for its answer."""
    if question is None or question.kind is not Kind.YES_NO:
        return False
    if plainly.intent is Intent.DEFER and asks_interest(question, context):
        return False
    return share >= RATHER_ANSWERS.get(plainly.intent, 2.0)


def _stands(plainly: Heard, plain: str, question: Question | None, context: Context) -> bool:
    """Whether the rules' finding needs no second voice."""
    reading = plainly.reading
    if (
        _taken_for_good(plainly, plain, question, context)
        or plainly.rule in _FIRM
        or (plainly.rule == "aside" and plainly.intent is Intent.HOSTILE)
    ):
        return True
    if not any(letter.isalnum() for letter in plain):
        return True  # signs alone: the model reads words
    if reading and reading.rule == "yes_no.word":
        return len(plain.split()) <= PLAIN_WORDS
    if reading and reading.confidence >= SURE_READING:
        return True
    return question is not None and question.kind is Kind.TEXT and len(plain.split()) > 12


def _outranked(other: Intent, plainly: Heard, plain: str) -> bool:
    """Whether the rules heard the same, or something more telling than the question it is put as."""
    if plainly.rule == "date.unnamed" and other is Intent.DEFER:
        return True
    if other in (Intent.HUMAN, Intent.HOSTILE, Intent.ACCOMMODATION) and plain.startswith(
        ("whichever", "whatever", "whenever")
    ):
        return True  # leaves it to us, and asks for nobody
    if plainly.reading and plainly.reading.rule.startswith("choice."):  # the model does not see the options
        named = plainly.reading.confidence >= SURE_VALUE
        if other in (Intent.UNCLEAR, Intent.QUESTION) or (named and other in (Intent.HUMAN, Intent.WRONG_NUMBER)):
            return True
    return other is plainly.intent or (
        other is Intent.QUESTION
        and (
            plainly.intent in _TELLING
            or plainly.rule == "date.unnamed"
            or plain.startswith(("whichever", "whatever", "whenever"))
        )
    )


def _bound(plainly: Heard, plain: str, other: Intent) -> float:
    if plain.startswith(("no hablo", "no entiendo")):
        return TAKES
    if plainly.intent is Intent.ANSWER:
        sure = plainly.reading.confidence if plainly.reading else 0.0
        return CONTRADICTS if sure >= 0.8 else OVERRULES
    hedged = plainly.rule.startswith("yes_no.")
    ends = other is Intent.WRONG_NUMBER  # after which nothing more is asked
    return TAKES if plainly.intent is Intent.UNCLEAR and not hedged and not ends else OVERRULES


def _wanted(intent: Intent, heard: Said, context: Context) -> Heard:
    plain = heard.plain
    if intent is Intent.DEFER:
        return Heard(intent=intent, rule="learned", until=until(plain, context.now))
    if intent is Intent.QUESTION:
        return Heard(intent=intent, rule="learned", faq=intents.faq_index(plain, context), also=heard.all())
    if intent is Intent.LANGUAGE:
        return Heard(intent=intent, rule="learned", language="es")
    return Heard(intent=intent, rule="learned")


def _answer(plainly: Heard, share: float, heard: Said, question: Question | None, context: Context) -> Heard:
    """The model takes the text for an answer: the reading stands, or is tried again where the rules heard something else."""
    later = plainly.intent is Intent.DEFER and intents.write_again(heard.plain)
    if question is None or later or plainly.intent in (Intent.OPT_OUT, Intent.QUESTION) or plainly.also:
        return _leaning(plainly, heard, question, context)
    if question.kind is Kind.TEXT and plainly.intent not in (Intent.ANSWER, Intent.UNCLEAR) and _short(heard.plain):
        return plainly  # any words may answer a free question: what the rules hear in few of them stands
    firm = question.kind is Kind.TEXT or plainly.intent in (
        Intent.NOT_INTERESTED,
        Intent.ALREADY_HIRED,
        Intent.LANGUAGE,
        Intent.WRONG_NUMBER,
    )
    if plainly.intent in (Intent.ANSWER, Intent.UNCLEAR) or share >= (CONTRADICTS if firm else OVERRULES):
        reading = readers.read(heard, question, context)
        if reading is not None:
            return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading, correction=plainly.correction)
    return _leaning(plainly, heard, question, context)


def _short(plain: str) -> bool:
    return len(plain.split()) <= LONG


def _leaning(plainly: Heard, heard: Said, question: Question | None, context: Context) -> Heard:
    """A yes or no weighed with the model; anything else as the rules have it."""
    if question is None or question.kind is not Kind.YES_NO:
        return plainly
    if plainly.intent not in (Intent.ANSWER, Intent.UNCLEAR) or plainly.also:
        return plainly
    reading = readers.read(heard, question, context)
    if reading is not None:
        return replace(plainly, intent=Intent.ANSWER, rule=reading.rule, reading=reading)
    hedge = lean(heard, question, context).hedge
    return Heard(intent=Intent.UNCLEAR, rule=f"yes_no.{hedge}" if hedge else "nothing_read")
