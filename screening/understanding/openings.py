"""How a reply opens before it answers: not understood, in doubt, hanging on something, an "ok" behind which a no follows."""

import re

from screening.understanding.deferred import deferred
from screening.understanding.idioms import RULE as IDIOM
from screening.understanding.polarity import Polarity

_AT_A_LOSS = deferred(
    r"\b(?:dont|do not|didnt|cant) (?:really |quite )?(?:get|understand|follow) (?:it|this|that|the question|you|what)\b|\bno entiendo(?: (?:la pregunta|esto|nada))?\W*$"
)  # no answer: the question was not understood
_IN_DOUBT = deferred(
    r"^\W*(?:(?:honestly|tbh|well|um+|uh+|hm+|sorry|i|im|am|la verdad)\W+)*(?:not (?:really |too |entirely |100 )?(?:sure|certain)|unsure|dont (?:even )?(?:know|remember|recall)|cant (?:remember|recall)|idk|no se|no estoy segur[oa]) (?:if|whether|when|where|about|what|how|that|on|of|si|cuando)\b(?! why not)|^\W*(?:(?:pues|hm+|ay|la verdad)\W+)*no (?:lo )?se\W*(?:$|[,.])"
)  # the doubt is about what was asked, so that words of the topic say nothing
_NEITHER = deferred(
    r"\bsay (?:yes|no)\b.*\bsay (?:yes|no)\b|^\W*(?:(?:well|um|kinda|honestly|pues)\W+)*(?:yes and no|no and yes|si y no)\b(?!.* so (?:no|yes)\b)"
)
_SOME = deferred(
    r"\W*(?:just |only |yes )?(?:a (?:little|lil|tad|bit)|some|un poco|un poquito|poquito|algo)(?: bit)?\W*"
)
_DEPENDS = deferred(
    r"^\W*(?:(?:well|um+|idk|it|that|this|all|really|just|kinda|pues|eso|honestly)\W+)*depend(?:s|e|ing|iendo)?\b(?! on me\b)"
)
_OPENING = deferred(
    r"^\W*(?:(?:ok|okay|okey|k|alright|well|oh|ah|hm+|um+|bueno|pues|sorry)\W+)+(?:then\W+|well\W+|so\W+|entonces\W+)?(?P<hit>no|nope|nah)(?![a-z])(?! (?:problem|issue|worr|trouble|doubt|biggie)\w*)(?=\W*(?:$|[,.!;]| (?:i|im|sir|maam|thanks|thank|gracias|not|never|nunca|tengo|he)\b))"
)  # an opening "ok" agrees to nothing where a no follows
NOD = (
    0.7  # how sure a lone "sure" or "ok" is a yes: it may only agree to go on, so it ends nobody's chances unconfirmed
)
_NOD = deferred(r"\W*(?:(?:sure|ok|okay|okey|k|kk|alright|fine|cool|bet|sounds good|vale|dale|bueno)\W*){1,2}")
_MAY_LEAD = frozenset(
    [
        "no",
        "not",
        "never",
        "nothing",
        "zero",
        "negative",
        "positive",
        "nunca",
        "jamas",
        "si",
        "ya",
        "ok",
        "okay",
        "k",
        "sure",
        "siempre",
        "always",
    ]
)
_PERSON = frozenset(
    [
        "i",
        "im",
        "ive",
        "id",
        "ill",
        "iam",
        "we",
        "my",
        "you",
        "u",
        "your",
        "they",
        "he",
        "she",
        "that",
        "thats",
        "its",
        "it",
        "this",
        "there",
        "theres",
        "the",
        "sir",
        "maam",
        "thank",
        "thanks",
        "gracias",
        "not",
        "dont",
        "never",
        "nope",
        "didnt",
        "havent",
        "havnt",
        "cant",
        "wont",
        "aint",
        "but",
        "only",
        "just",
        "sorry",
        "because",
        "cuz",
        "cause",
        "bc",
        "unfortunately",
        "sadly",
        "at",
        "right",
        "yet",
        "lol",
        "haha",
        "bro",
        "man",
        "need",
        "have",
        "senor",
        "senora",
        "porque",
        "pero",
    ]
)
_RUNS_ON = deferred(
    r" (?!(?:and|please|plz|pls|thanks?|thx|gracias)\b|(?:i )?(?:do|am|can|have|will|would|sir|maam)\b\W*(?:$|[,.!]))[^?,.;!]{2,}?(?:\b(?:until|till?|used to|was|were|only|just|without|instead|although|except|though|not|never|none|nothing|havent|hasnt|isnt|aint|dont|doesnt|didnt|cant|wont|nomas|solo|nunca)|[,.;!]? (?:but|no|not|pero|none|nothing))\b"
)
_EMPTIED = deferred(
    r"\b(?:i had (?:one|it|mine|that)\b(?! (?:since|for))|used to\b|(?:in|back in) (?:19\d\d|200\d|201\d)\W*$|(?:another|a different|whole other) (?:story|matter|thing|animal)|the day (?:i|they|you|hell)\b|if (?:you|u) (?:count|call|consider|want|wanna)\b|back (?:in the day|when i)|(?:so |thats |im |were )+out\b(?! (?:there|here|of))|\b(?:lol|haha) (?:no|jk|nope)\b|me i (?:had|never|dont|didnt)|said no one|in my dreams|yeah right|closest (?:i|thing)|took it back|sold it|done with it|(?:my|his|her|their) (?:kids?|brothers?|sister|husband|wife|dad|mom|cousin|son|daughter|buddy)s? (?:all )?(?:do|does|did|has|have|would|can|is|are)\b|as if\b|for what\b|just what (?:i|a|an|my|we|every\w*|this)\b|about that\b|loved? (?:getting|being)\b)|\W(?:no|nope|nah)\W*$"
)  # what empties a yes before it, in a later clause too
_OTHER_THING = deferred(r" (?:an?|any|my|the) (?!(?:one|it|that|them|this)\b)(?P<thing>\w{3,})")
_OBJECT = frozenset(["a", "an", "any", "one", "it", "that", "them", "this"])
_AFTER_NOT = frozenset(["me", "i", "sir", "maam", "yet", "really", "at", "lol"])
_NO_HEAD = deferred(
    r"y (?=[a-z])|sure (?:wish|hope|dont|doesnt|cant|havent|aint|isnt|wouldnt|didnt|wasnt)\b|both (?!of|are|is|work|sound|would|fine|ok|good|please|thank|option|day|shift|i\b|yes|si\b)[a-z]|(?:ya|always|siempre|every (?:day|time)) (?!no\b|i\b|im\b|ive\b|have\b|do\b|am\b|am$|will\b|can\b|yes\b|si\b|sir\b|maam\b|tengo\b|lo (?:he|tengo|hago)\b|he\b|puedo\b|estoy (?:list|dad|en)\w*)[a-z]"
)  # "y cuanto pagan", "ya encontre", "always used the company's": no yes
_SPANISH_IF = deferred(
    r"^\W*(?:(?:pues|bueno|ok|claro)\W+)*si (?:me (?:da|pag|dej|ayud|pas|llev|pon|cambi|permit|entren|ensen|toc|consig|av|mand|dic|dig|acept|necesit)\w*|es(?:ta)? (?:que|de|en|por|cerca|lejos|temprano|posible|necesario|entre|solo|poco)|son|fuera|hubiera|no (?:es|hay(?! (?:problemas?|pedo|bronca|tos|falla|pex|inconveniente|ningun problema)\b)|me|esta|llueve|queda|pagan)|h?ay|ustedes|consigo|llego|encuentro|alguien|(?!(?:bien|tambien|buen|gran|saben|fijense|cuenten|ponganme|pongan|apuntenme|mandenme|mande)\b)(?:(?:solo|nomas|lo|la|los|las|le|les|se) )?\w{2,}[ae]n)\b"
)  # "si" without its accent: a condition, not a yes
_NOT_THINK = deferred(
    r"\b(?:dont|do not|didnt) think (?:so|i (?:do|can|could|have|am|will|would))\b|\bno (?:lo )?creo\b"
)

_WHICH = deferred(
    r"^\W*(?!(?:yes|yeah|no|nope|si|i|im|ive|sure|either)\b)(?:\w+ ){1,6}or (?:\w+ ?){1,6}\?\W*$"
)  # "the stand up kind or the sit down kind?"


def asks_which(plain: str) -> bool:
    """Whether it asks which of two is meant, and says nothing of either."""
    return bool(_WHICH.match(plain))


def leads(plain: str, hit: "re.Match[str]", asked: str = "") -> bool:
    """Whether a yes or no at the head is part of a phrase ("no lapse, current", "never failed one yet", "si avisan antes"), or a
    yes runs on into what takes it back ("yes i was but that was in august"), so that the phrase speaks rather than the word."""
    agreed = hit["hit"][0] in "yscofagpb"
    if agreed and (_RUNS_ON.match(plain, hit.end("hit")) or _EMPTIED.search(plain, hit.end("hit"))):
        return True
    first, _, second = hit["hit"].partition(" ")
    on = re.match(r" (\w+)", plain[hit.end("hit") :])
    if on is None or first not in _MAY_LEAD:
        return False
    if first == "ya" and second == "no":
        return True
    if first == "never" and second in ("had", "been", "have") and (other := _OTHER_THING.match(plain, hit.end("hit"))):
        return other["thing"][:4] not in asked
    return (not second or (first == "never" and on[1] not in _OBJECT)) and on[1] not in (
        _AFTER_NOT if first == "not" else _PERSON
    )


def no_head(plain: str, hit: "re.Match[str]") -> bool:
    """Whether the first word only looks like a yes ("y cuanto pagan", "ya encontre", "always used the company's")."""
    return bool(_NO_HEAD.match(plain, hit.start("hit")))


def nods(plain: str) -> bool:
    """Whether the text is a lone word of consent."""
    return bool(_NOD.fullmatch(plain))


def at_a_loss(plain: str) -> bool:
    """Whether the question was not understood."""
    return bool(_AT_A_LOSS.search(plain))


def spanish_if(plain: str) -> Polarity | None:
    """A condition that begins with "si" as texted, without its accent ("si avisan antes")."""
    return Polarity(hedge="cond", rule="yes_no") if _SPANISH_IF.search(plain) else None


def doubtful(plain: str) -> Polarity | None:
    """Not understood, in doubt about what was asked, or hanging on something."""
    if at_a_loss(plain) or _IN_DOUBT.search(plain) or _NEITHER.search(plain) or _SOME.fullmatch(plain):
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
