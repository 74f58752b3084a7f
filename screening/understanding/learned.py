"""The learned model as a second voice beside the rules: it decides where they are not plain, within bounds."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from screening.scripts.script import Kind, Question
from screening.understanding import intents, rules
from screening.understanding.features import pieces
from screening.understanding.later import until
from screening.understanding.model import Model, shipped
from screening.understanding.optout import evidence as opt_out_evidence
from screening.understanding.reading import Context, Heard, Intent
from screening.understanding.words import Said
from screening.understanding.yes_no import lean

NONE: Final = Model({})  # knows no task: the rules alone
STOPS, SUSPECTS = 0.5, 0.75  # shares to hear a wish to stop, and to suspect one
DENIES, DENIES_LONG, LONG = 0.8, 0.6, 8  # shares to deny what a stop phrase says; in a story a phrase weighs less
CLEARS = 0.6  # share of neither that explains a lone stop word
TAKES, OVERRULES, CONTRADICTS = 0.5, 0.65, 0.85  # to take an intent where nothing, a doubtful or a good answer was read
REFUTES = 0.1  # share of a deferral below which "tomorrow" puts nothing off
PLAIN_WORDS = 3  # words of a plain yes or no that need no second voice
SURE_READING = 0.9  # readings this sure need no second voice

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
_TELLING: Final = frozenset(
    {Intent.HUMAN, Intent.WHO, Intent.HELP, Intent.WRONG_NUMBER, Intent.ACCOMMODATION, Intent.DEFER, Intent.LANGUAGE}
)
_FIRM: Final = frozenset(
    {"keyword", "reaction", "automatic", "injection", "no_words", "language", "pause", "pardon", "source"}
)


@lru_cache(maxsize=64)
def _shares(model: Model, task: str, plain: str, beside: tuple[str, ...]) -> dict[str, float]:
    return model.probabilities(task, pieces(plain), beside) if task in model.tasks else {}


def _known(context: Context) -> Model:
    return context.model or shipped() or NONE


def stop_shares(plain: str, context: Context) -> tuple[float, float, float]:
    """How likely the text asks us to stop, should be seen by a person for it, or does neither."""
    found = _shares(_known(context), "opt_out", plain, tuple(opt_out_evidence(plain)))
    return found.get("opt_out", 0.0), found.get("suspected", 0.0), found.get("not", 0.0)


def harmless(plain: str, context: Context) -> bool:
    """Whether the model denies what a stop phrase seems to say."""
    return stop_shares(plain, context)[2] >= (DENIES_LONG if len(plain.split()) > LONG else DENIES)


def evidence(plainly: Heard, question: Question | None) -> list[str]:
    """What the rules made of a text, as pieces for the learned model."""
    kind = question.kind if question else "none"
    rule = plainly.reading.rule if plainly.reading else plainly.rule
    return [f"K {kind}", f"I {plainly.intent} {rule}", f"I {plainly.intent} {kind}", f"I {plainly.intent}"]


def second(plainly: Heard, heard: Said, question: Question | None, context: Context) -> Heard:
    """The rules' finding, or what the learned model makes of the text where it is sure enough."""
    model, plain = _known(context), heard.plain
    if "intent" not in model.tasks or _stands(plainly, plain, question):
        return plainly
    stops, suspects, neither = stop_shares(plain, context)
    if plainly.rule == "stop_word" and neither >= CLEARS:
        plainly = replace(plainly, intent=Intent.UNCLEAR, rule="nothing_read")
    shares = _shares(model, "intent", plain, tuple(evidence(plainly, question)))
    top = max(shares, key=lambda label: shares[label])
    if plainly.intent is Intent.DEFER and shares["defer"] < REFUTES and top in ("answer", "already_hired"):
        plainly = replace(plainly, intent=Intent.UNCLEAR, rule="nothing_read", until=None)
    if stops + suspects >= SUSPECTS and len(plain.split()) > 1 and shares["answer"] < OVERRULES:
        return Heard(intent=Intent.SUSPECTED_OPT_OUT, rule="learned")
    if top == "answer":
        return _answer(plainly, shares[top], heard, question, context)
    other = _INTENTS.get(top)
    if other is Intent.SUSPECTED_OPT_OUT and stops + suspects < CLEARS:
        other = None
    if other is Intent.DEFER and (intents.hired(plain) or not (intents.deferral(plain) or intents.puts_off(plain))):
        other = None
    if other is None or _outranked(other, plainly, plain) or shares[top] < _bound(plainly, plain):
        return _leaning(plainly, heard, question, context)
    return _wanted(other, heard, context)


def _stands(plainly: Heard, plain: str, question: Question | None) -> bool:
    """Whether the rules' finding needs no second voice."""
    reading = plainly.reading
    if plainly.rule in _FIRM or (plainly.rule == "aside" and plainly.intent is Intent.HOSTILE):
        return True
    if reading and reading.rule == "yes_no.word":
        return len(plain.split()) <= PLAIN_WORDS
    if reading and reading.confidence >= SURE_READING:
        return True
    return question is not None and question.kind is Kind.TEXT and len(plain.split()) > 12


def _outranked(other: Intent, plainly: Heard, plain: str) -> bool:
    """Whether the rules heard the same, or something more telling than the question it is put as."""
    if plainly.rule == "date.unnamed" and other is Intent.DEFER:
        return True
    if other in (Intent.UNCLEAR, Intent.QUESTION) and plainly.reading and plainly.reading.rule.startswith("choice."):
        return True  # an option was named, and the model does not see the options
    return other is plainly.intent or (
        other is Intent.QUESTION
        and (
            plainly.intent in _TELLING
            or plainly.rule == "date.unnamed"
            or plain.startswith(("whichever", "whatever", "whenever"))
        )
    )


def _bound(plainly: Heard, plain: str) -> float:
    if plain.startswith(("no hablo", "no entiendo")):
        return TAKES
    if plainly.intent is Intent.ANSWER:
        sure = plainly.reading.confidence if plainly.reading else 0.0
        return CONTRADICTS if sure >= 0.8 else OVERRULES
    return TAKES if plainly.intent is Intent.UNCLEAR else OVERRULES


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
    if question is None or plainly.intent in (Intent.OPT_OUT, Intent.QUESTION) or plainly.also:
        return _leaning(plainly, heard, question, context)
    firm = plainly.intent in (Intent.NOT_INTERESTED, Intent.ALREADY_HIRED, Intent.LANGUAGE, Intent.WRONG_NUMBER)
    if plainly.intent in (Intent.ANSWER, Intent.UNCLEAR) or share >= (CONTRADICTS if firm else OVERRULES):
        reading = rules.read(heard, question, context)
        if reading is not None:
            return Heard(intent=Intent.ANSWER, rule=reading.rule, reading=reading, correction=plainly.correction)
    return _leaning(plainly, heard, question, context)


def _leaning(plainly: Heard, heard: Said, question: Question | None, context: Context) -> Heard:
    """A yes or no weighed with the model; anything else as the rules have it."""
    if question is None or question.kind is not Kind.YES_NO:
        return plainly
    if plainly.intent not in (Intent.ANSWER, Intent.UNCLEAR) or plainly.also:
        return plainly
    reading = rules.read(heard, question, context)
    if reading is not None:
        return replace(plainly, intent=Intent.ANSWER, rule=reading.rule, reading=reading)
    hedge = lean(heard, question, context).hedge
    return Heard(intent=Intent.UNCLEAR, rule=f"yes_no.{hedge}" if hedge else "nothing_read")
