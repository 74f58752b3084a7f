"""What a question asks a day for: one gone by, the end of something, or one to come."""

import re
from dataclasses import dataclass

from screening.scripts.script import Question
from screening.understanding.reading import Context
from screening.understanding.words import flat

_BACK = re.compile(
    r"\bwhen (?:did|was|were|have)\b|\b(?:what|which) (?:(?:date|day|month|year) )?(?:did|was|were)\b|\blast (?:time|worked|day you worked)\b|\bhow long ago\b|\bsince when\b|\b(?:birthday|date of birth|birth ?date|were you born)\b|\b(?:issue date|date (?:issued|of issue|of hire))\b|"
    r"\b(?:date (?:of|for) (?:your|the) (?:last|latest|previous)|most recent)\b|\bdid (?:your|you|the) [^?]{0,30}\b(?:end|finish|stop|leave|quit|expire|start|begin|graduate|get)\b|"
    r"\bcuando (?:fue|fueron|trabajo|termino|dejo|salio|empezo|empezaste|saliste|terminaste|dejaste|obtuvo|obtuviste|se (?:mudo|gradu\w+))\b|\bdesde cuando\b|\bfecha de nacimiento\b|\bultima vez\b"
)
_ENDS = re.compile(
    r"\bexpir\w*|\bends?\b|\b(?:leave|left|quit|dej\w+|sali\w*)\b(?! (?:home|your house|messages?))|\bending\b|\bover\b|\bruns? out\b|\b(?:valid|good) (?:until|through|til+)\b|\blast day\b|\bdue\b|\brenew\w*|\bfinish\w*|\bgraduat\w*|\buntil when\b|\bbe (?:done|finished|up)\b|\bcomplet\w+|"
    r"\bvenc\w+|\bcaduc\w+|\btermin\w+|\bacab\w+|\bultimo dia\b|\bhasta cuando\b"
)

_BORN = re.compile(
    r"\b(?:birthday|date of birth|birth ?date|were you born|dob|fecha de nacimiento|cumpleanos|nacio|naciste)\b"
)

_TO_COME = re.compile(
    r"\b(?:can|could|will|would|soon|earliest|available|availability|notice|able|free|puede\w*|podria\w*|disponib\w+|aviso|pronto)\b"
)


_TALK = re.compile(r"\b(?:interview\w*|calls?|talk|chat|speak|phone|entrevista|llamada|llamar|hablar)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words of a question ask a day for."""

    back: bool
    ends: bool
    born: bool
    to_come: bool
    talk: bool


def asked_for(question: Question, context: Context) -> Asked:
    """What the words of this question ask for."""
    words = flat(question.words(context.language))
    return Asked(*(bool(pattern.search(words)) for pattern in (_BACK, _ENDS, _BORN, _TO_COME, _TALK)))
