"""How a reply opens before it answers: not understood, in doubt, hanging on something, an "ok" behind which a no follows."""

import re

from screening.understanding.idioms import RULE as IDIOM
from screening.understanding.polarity import Polarity

_AT_A_LOSS = re.compile(
    r"\b(?:dont|do not|didnt|cant) (?:really |quite )?(?:get|understand|follow) (?:it|this|that|the question|you|what)\b|\bno entiendo(?: (?:la pregunta|esto|nada))?\W*$"
)  # no answer: the question was not understood
_IN_DOUBT = re.compile(
    r"^\W*(?:(?:honestly|tbh|well|um+|uh+|hm+|sorry|i|im|am|la verdad)\W+)*(?:not (?:really |too |entirely |100 )?(?:sure|certain)|unsure|dont (?:even )?(?:know|remember|recall)|cant (?:remember|recall)|idk|no se|no estoy segur[oa]) (?:if|whether|when|where|about|what|how|that|on|of|si|cuando)\b(?! why not)|^\W*(?:(?:pues|hm+|ay|la verdad)\W+)*no (?:lo )?se\W*(?:$|[,.])"
)  # the doubt is about what was asked, so that words of the topic say nothing
_DEPENDS = re.compile(
    r"^\W*(?:(?:well|um+|idk|it|that|this|all|really|just|kinda|pues|eso|honestly)\W+)*depend(?:s|e|ing|iendo)?\b"
)
_OPENING = re.compile(
    r"^\W*(?:(?:ok|okay|okey|k|alright|well|oh|ah|hm+|um+|bueno|pues|sorry)\W+)+(?:then\W+|well\W+|so\W+|entonces\W+)?(?P<hit>no|nope|nah)(?![a-z])(?! (?:problem|issue|worr|trouble|doubt|biggie)\w*)(?=\W*(?:$|[,.!;]| (?:i|im|sir|maam|thanks|thank|gracias|not|never|nunca|tengo|he)\b))"
)  # an opening "ok" agrees to nothing where a no follows
NOD = (
    0.7  # how sure a lone "sure" or "ok" is a yes: it may only agree to go on, so it ends nobody's chances unconfirmed
)
_NOD = re.compile(r"\W*(?:(?:sure|ok|okay|okey|k|kk|alright|fine|cool|bet|sounds good|vale|dale|bueno)\W*){1,2}")
_NOT_THINK = re.compile(
    r"\b(?:dont|do not|didnt) think (?:so|i (?:do|can|could|have|am|will|would))\b|\bno (?:lo )?creo\b"
)


def nods(plain: str) -> bool:
    """Whether the text is a lone word of consent."""
    return bool(_NOD.fullmatch(plain))


def at_a_loss(plain: str) -> bool:
    """Whether the question was not understood."""
    return bool(_AT_A_LOSS.search(plain))


def doubtful(plain: str) -> Polarity | None:
    """Not understood, in doubt about what was asked, or hanging on something."""
    if at_a_loss(plain) or _IN_DOUBT.search(plain):
        return Polarity(hedge="unsure", rule="yes_no")
    return Polarity(hedge="cond", rule=IDIOM) if _DEPENDS.search(plain) else None


def opened(plain: str, hedge: str) -> Polarity | None:
    """A no behind an "ok" that only opens the text, or "I don't think so"."""
    hedge = hedge if hedge == "cond" else ""
    if opening := _OPENING.search(plain):
        return _no(opening, "hit", 0.85, "yes_no.word", hedge)
    unlikely = _NOT_THINK.search(plain)
    return _no(unlikely, 0, 0.7, "yes_no.likely", hedge) if unlikely else None


def _no(match: "re.Match[str]", group: str | int, sure: float, rule: str, hedge: str) -> Polarity:
    return Polarity(value="no", hedge=hedge, sure=sure, start=match.start(group), end=match.end(group), rule=rule)
