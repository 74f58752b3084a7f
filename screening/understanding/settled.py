"""What the end or the shape of a reply settles, whatever words stand before: no more now, nobody knows yet, a bargain, a joke taken back."""

import re
from typing import Final

from screening.understanding.blanking import blanked, without
from screening.understanding.deferred import deferred
from screening.understanding.frames import Frame, frame_of
from screening.understanding.idioms import RULE as IDIOM
from screening.understanding.polarity import Polarity, said
from screening.understanding.tables import written
from screening.understanding.topics import about

OPEN: Final = "yes_no.open"  # firm, and neither yes nor no
_EVER: Final = deferred(
    r"\b(?:ever|experience|before|have you|did you|ha (?:trabajado|manejado|tenido|hecho|sido|usado)|experiencia|antes|alguna vez|familiar|familiarized|years|trained|know how)\b"
)  # questions that a former time answers
_INVERSE: Final = frozenset({"restrictions", "record", "sponsor"})
_CLEAN_SLATE: Final = frozenset(
    {"restrictions", "record", "sponsor", "drugs", "background"}
)  # what is over speaks for one
_OF_FAILING: Final = deferred(
    r"\b(?:travel|relocat\w*|move|moving|out of town|viajar|mudar\w*|leave|left|miss\w*|ever|fired|terminated|written up|late|absen\w*|complain\w*|accidents?|tickets?|wrecks?|quit|refus\w*|call(?:ed)? (?:in|out|off))\b"
)  # where a failing is what is asked about, or never having left is no merit
_DONE_ONCE: Final = deferred(
    r"\b(?:shots?|vaccin\w*|tests?|tb|physical|exam|screen\w*|training|course|class|interview|orientation|checkup|prueba|examen|vacuna\w*|entrenamiento|curso|need|want|problem\w*|issues?|trouble)\b"
)  # of these "had one" is a yes
_FINE: Final = deferred(
    r"^\W*no+(?:pe)?\W+(?:thats|that is|its|that(?:ll| will)(?: be)?|it is|im|that works|this is)(?: (?:totally|perfectly|all|just|really))* ?(?:fine|cool|perfect|great|good|no problem|alright)\b(?: (?:with|by|for) me| lol| i (?:like|love|dont mind)\b.*)?\W*$"
)
_OF_BEING_FINE: Final = deferred(
    r"\b(?:ok|okay|fine|comfortable|alright|good|cool|problem|issue|mind|bother|willing) (?:\w+ )?(?:with|to|working|being|standing|lifting|wearing|doing|at|if|in|on|about)\b|\b(?:work|works|is (?:that|this|it)) (?:ok|okay|fine|alright|for you)\b"
)
_SO_LONG: Final = deferred(
    r"^\W*(?:(?:si|yes|yeah|pues|bueno|well|oh)\W+)*(?:no ?mas|solo|solamente|nada mas|only|just|like|about|como|unos|apenas)(?: (?:like|about|como|unos|unas|los))* (?:\d+|one|two|three|four|five|six|a few|a couple|dos|tres|cuatro|cinco|seis|un|una)(?: of)? (?:and a half |y medio )?(?:years?|yrs?|months?|seasons?|summers?|anos?|meses|temporadas?)\b(?!.*\b(?:old|edad|ago|class|school|watch\w*)\b)"
)
_OF_EXPERIENCE: Final = deferred(
    r"\b(?:experience|worked|work as|done|operated|driven|experiencia|trabajado|manejado)\b"
)
_BUT_DID: Final = deferred(
    r"\b(?:but|pero) (?:i|ive|yo)? ?(?:have |did |had |definitely |already |used to )?(?:ran|run|drove|driven|drive|operated|operate|worked|used|cooked|cleaned|welded|picked|packed|loaded|handled|maneje|trabaje|opere|use) (?!(?:to|at (?:a )?different)\b)\w+"
)
_NO_FIRST: Final = deferred(
    r"^\W*(?:no|nope|nah|never|nunca|not really)\b\W*(?:$|[,.!]|but\b|pero\b)|\b(?:no|never|not|nope|nunca),? (?:but|pero)\b"
)
_BOUND: Final = deferred(r"\d|\b(?:years?|months?|anos|meses|one|two|three|five|uno?|dos|tres|cinco)\b")
_FIXED: Final = deferred(
    r"\b(?:today|tonight|tomorrow|at \d|this (?:week|morning|afternoon|evening|mon|tue|wed|thu|fri|sat|sun)\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day at|on the \d|next (?:mon|tues|wednes|thurs|fri|satur|sun)day|manana|hoy|a las \d)\b"
)  # questions after one hour or day
_AWAY: Final = deferred(
    r"\b(?:except|but|cept|only|pero|excepto) (?:that |thing is )*(?:im|ill be|i am|i will be|were|estoy|ando|voy a estar) (?:still |actually |gonna be |supposed to be )*(?:in|at|out of|over in|down in|up in|stuck|away|flying|traveling|en|fuera de) (?!(?:for|on|it|that|the area|your area|no matter)\b)\w+"
)
_THING_DENIED: Final = deferred(
    r"(?:[.,!;]|\bjaja\w*|\blol|\bhaha)\s*(?:(?:but|pero|en|de|el|la|los|las|un|una|on|in|with|a|an|the|real|actual)\s)*(?P<thing>[a-z]{3,}) (?:no|nunca|jamas|never|nope|nah|not)\W*$"
)
_YES_BEFORE: Final = deferred(r"^\W*(?:yes|yeah|yep|si|sure|claro|sip|simon)\b")
_OF_LIVING: Final = deferred(
    r"\b(?:do you (?:still |currently )?live|are you (?:still )?(?:based|located|living|local)|reside|vive|radica)\b"
)
_MOVED: Final = deferred(
    r"\b(?:moved (?:away|out|off|to (?!there\b|here\b|the (?:area|city))|from there)|(?:live|living|stay|staying|im) (?:over |out |up |down )*in \w+(?: \w+)? (?:now|these days)|me (?:mude|cambie) (?:a|de|para))\b(?!.*\b(?:back|yes|yeah|still)\b)"
)
_JOKE: Final = deferred(
    r"\b(?:jk|j ?k|just kidding|im kidding|kidding|just playing|just playin|im playing|im joking|just joking|es broma|era broma|bromeo|no (?:te|se) crea(?:s|n)?)\b\W*"
)


def settled(plain: str, asked: str) -> Polarity | None:
    """A hedge, a yes or no that the shape tells, or neither where it mocks; None where nothing is settled so."""
    if written("yes_no", "toss_up").search(plain):
        return Polarity(hedge="unsure", rule=IDIOM)
    if written("yes_no", "bargain").search(plain):
        return Polarity(hedge="cond", rule=IDIOM)
    topic = set(about(asked)[:1])
    if _INVERSE & topic:
        return None
    ended = _ended(plain, asked, topic) if frame_of(asked) is Frame.PLAIN else None
    return ended or _agreed(plain, asked) or _mocked(plain)


def _ended(plain: str, asked: str, topic: set[str]) -> Polarity | None:
    """A no said last of all, or a time gone by where the present is asked about."""
    if _CLEAN_SLATE & topic:
        return None
    if last := written("yes_no", "no_said_last").search(plain):
        return said("no", last, IDIOM)
    gone = None if _EVER.search(asked) else _gone_by(plain, asked)
    return said("no", gone, IDIOM) if gone else _elsewhere_then(plain, asked) or _but_not_that(plain, asked)


def _gone_by(plain: str, asked: str) -> "re.Match[str] | None":
    if _OF_LIVING.search(asked) and (moved := _MOVED.search(plain)):
        return moved
    had = None if _DONE_ONCE.search(asked) else written("yes_no", "had_once").search(plain)
    return had or written("yes_no", "no_more_now").search(plain)


def _elsewhere_then(plain: str, asked: str) -> Polarity | None:
    """A no to a fixed hour or day: "sounds good except im in texas til friday"."""
    away = _AWAY.search(plain) if _FIXED.search(asked) and not _YES_BEFORE.match(plain) else None
    return said("no", away, IDIOM) if away else None


def _but_not_that(plain: str, asked: str) -> Polarity | None:
    """A yes to something else, and a no to the thing asked for at the end ("yes, pallet jacks. forklifts never"); neither, where the
    thing denied is not named in the question."""
    last = _THING_DENIED.search(plain)
    if last is None or not _YES_BEFORE.match(plain):
        return None
    named = last["thing"][:5] in asked and len(last["thing"]) > 3  # letters that tell a word
    return said("no", last, IDIOM) if named else Polarity(rule=OPEN)


def _agreed(plain: str, asked: str) -> Polarity | None:
    """`no thats fine`, a failing denied ("never turned down a shift"), a length of experience belittled."""
    found = _FINE.search(plain) if _OF_BEING_FINE.search(asked) else None
    if found is None and not _OF_FAILING.search(asked):
        found = written("yes_no", "never_failing").search(plain)
    if found is None and _OF_EXPERIENCE.search(asked) and not _BOUND.search(asked):
        found = _SO_LONG.search(plain) or (None if _NO_FIRST.search(plain) else _BUT_DID.search(plain))
    return said("yes", found, IDIOM) if found else None


def _mocked(plain: str) -> Polarity | None:
    return Polarity(rule=OPEN) if written("yes_no", "mock").search(plain) else None


def in_earnest(plain: str) -> str:
    """The text without other senses of the words of topics, and without a joke that is taken back ("no, jk i do")."""
    return blanked(joke_aside(plain), written("yes_no", "other_sense"))


def joke_aside(plain: str) -> str:
    """The text with blanks for a joke that is taken back."""
    joke = next(reversed(list(_JOKE.finditer(plain))), None)
    return without(plain, 0, joke.end()) if joke and re.search(r"\w", plain[joke.end() :]) else plain


def only_jokes(plain: str) -> bool:
    """Whether a joke is told and nothing after it ("yes lol jk")."""
    return any(not re.search(r"\w", plain[joke.end() :]) for joke in _JOKE.finditer(plain) if joke.start())
