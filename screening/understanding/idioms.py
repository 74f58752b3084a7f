"""Set phrases whose sense is not that of their words: a no that denies a no, half a yes, a polite refusal, a condition put as a question."""

import re
from typing import Final

from screening.understanding.deferred import deferred
from screening.understanding.frames import Frame, frame_of
from screening.understanding.polarity import Polarity, said
from screening.understanding.tables import words

RULE: Final = "yes_no.idiom"  # firm: the model has no say where one is found
_NOT_SETTLED: Final = deferred(r"\b(?:but|pero|unless|if|cuando|depend\w*|except|although|tho|though|aunque)\b")
_YES, _NO = r"(?:yes|yeah|yep|yea|si|sure|fine|ok|okay)", r"(?:no|nope|nah|not(?! even))"
_HALVES: Final = deferred(
    rf"^(?P<one>[a-z0-9 ]{{1,40}}?)\W+(?:(?P<yes>{_YES})|{_NO})\W+(?:and |but |pero |y )?(?P<two>[a-z0-9 ]{{1,40}}?)\W+(?:(?P<then>{_YES})|{_NO})\W*$"
)  # "days yes nights no"
_NO_SUBJECT: Final = frozenset(
    [
        "haha",
        "lol",
        "lmao",
        "jaja",
        "jajaja",
        "oh",
        "say",
        "said",
        "answer",
        "well",
        "lol",
        "is",
        "thats",
        "its",
        "and",
        "but",
        "so",
        "guess",
        "think",
        "que",
        "creo",
        "sorry",
        "wait",
        "actually",
        "ya",
    ]
)
_ASKS_FIRST: Final = deferred(
    r"(?:\?|^\W*(?:is|are|do|does|will|would|can|how|hay|pagan|es)\b.*\b)\W*(?:(?:and|cause|because|porque|y) )?(?:if (?:so|yes|it (?:is|does)|they (?:do|are|will)|(?:you|u|yall) (?:do|can|will|are)|thats? (?:the case|so|it|right)|not)|then (?:yes|yeah|yep|sure|ok|im|ill|count|i (?:can|will|would))|si (?:es asi|asi es|si)|entonces si)\b"
)
_NIGHTS: Final = deferred(r"\b(?:nights?|overnights?|graveyard|evenings?|noches?|nocturno|third|second|shift|turno)\b")
_SOME_DAYS: Final = deferred(
    r"^\W*(?:(?:yes|yeah|si|sure|ok)\W+)?(?:only|just|solo|solamente|nomas|nada mas|unicamente)(?: on| en| los| las| el| de| durante)? (?:(?:the |los |las )?(?:weekdays?|weekends?|entre semana|fin(?:es)?(?: de semana)?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|mon|tue|wed|thu|fri|sat|sun|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?))\b"
)
_TOO_MUCH: Final = deferred(r"\b(?:is|are|was|seem|be|would|es|esta)\b.* (?:too|demasiado|muy) \w+")
_A_LITTLE: Final = deferred(
    r"^\W*(?:(?:yes|yeah|ya|well|honestly|tbh|its|thats|only|just)\W+)*(?:a |kinda a |un )?(?:little|lil|tad|bit|somewhat|kinda|kind of|poco|poquito)\b(?! (?:but|pero))"
)


_ASKED_VERB: Final = deferred(r"\b(?:do|can|will|would) you (?:currently |still |already |now )?(\w+)")
_I_VERB: Final = deferred(
    r"^\W*(?:(?:yes|yeah|hi|hello|hey|there|good|morning|afternoon|evening|si|so|ok)\W+)*i (?:do |can |will |would |already |currently |still |also )*(?P<verb>\w+) (?P<rest>[a-z ]+?)(?= *(?:[.,;!\n]|$))"
)
_TAKES_BACK: Final = deferred(
    r"\b(?:but|not|no|never|if|unless|only|until|till?|except|without|expired?|lapsed|suspended|permit|wish|want|lol|jk|though|tho|almost|used to|dont|cant|isnt)\b|\?"
)
_SMALL: Final = frozenset(["a", "an", "the", "my", "own", "one", "current", "valid", "active", "good", "full"])
_LITTLE: Final = frozenset(
    [
        "the",
        "one",
        "a",
        "an",
        "my",
        "you",
        "your",
        "for",
        "and",
        "any",
        "with",
        "are",
        "los",
        "las",
        "i",
        "in",
        "on",
        "to",
        "of",
    ]
)


def idiom(plain: str, asked: str) -> Polarity | None:
    """What a set phrase says, as to a question in which agreeing is a yes; None where there is none."""
    if settled := _halves(plain, asked) or _repeated(plain, asked):
        return settled
    if _ASKS_FIRST.search(plain) or (_SOME_DAYS.search(plain) and _NIGHTS.search(asked)):
        return Polarity(hedge="cond", rule=RULE)
    if _TOO_MUCH.search(asked) and (little := _A_LITTLE.search(plain)):
        return said("no", little, RULE)  # turned by the frame: a little too low is too low
    for value in ("yes", "no"):
        if match := words("yes_no", f"idiom_{value}").search(plain):
            return said(value, match, RULE)
        if (match := words("yes_no", f"idiom_{value}_alone").search(plain)) and not _NOT_SETTLED.search(plain):
            return said(value, match, RULE)
    return None


def rhetorical(plain: str) -> bool:
    """Whether it answers by a question that asks nothing ("who wouldn't?")."""
    return bool(words("yes_no", "idiom_asked").search(plain))


def conditional(plain: str) -> bool:
    """Whether a question is asked first and the answer hangs on it ("is it indoors? if so yes")."""
    return bool(_ASKS_FIRST.search(plain))


def _halves(plain: str, asked: str) -> Polarity | None:
    """Yes to one thing and no to another: the half that the question names speaks, else it is a condition."""
    match = _HALVES.search(plain)
    if (
        not match
        or bool(match["yes"]) == bool(match["then"])
        or _NO_SUBJECT & {match["one"].split()[-1], *match["two"].split()}
    ):
        return None
    named = [bool((set(match[half].split()) - _LITTLE) & set(re.findall(r"\w+", asked))) for half in ("one", "two")]
    if named[0] == named[1]:
        named = [bool(_stems(match[half]) & _stems(asked)) for half in ("one", "two")]
    if named[0] == named[1] or " and " in asked or frame_of(asked) is not Frame.PLAIN:
        return Polarity(hedge="cond", rule=RULE)
    return said("yes" if match["yes" if named[0] else "then"] else "no", match, RULE)


def _repeated(plain: str, asked: str) -> Polarity | None:
    """A yes where the verb of the question and what it asks for are said again, and nothing else ("I hold a plumber's license")."""
    verb, said_again = _ASKED_VERB.search(asked), _I_VERB.search(plain)
    if not verb or not said_again or verb[1] != said_again["verb"] or frame_of(asked) is not Frame.PLAIN:
        return None
    words = set(said_again["rest"].split()) - _SMALL
    if not words or not words <= set(re.findall(r"[a-z]+", asked)) or _TAKES_BACK.search(plain):
        return None
    return said("yes", said_again, RULE)


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z0-9]+", text) if len(word) > 2 and word not in _LITTLE}
