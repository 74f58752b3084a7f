"""Whether a text under a free question tells anything: not keys struck by chance, not thanks, not a promise to tell, not a question."""

import re
from typing import Final

from screening.understanding.deferred import deferred
from screening.understanding.tables import word_set

_CHANCE: Final = deferred(
    r"\b(?:asdf\w*|sdfg?\w*|fghj?\w*|hjkl\w*|jkl\w*|qwe\w*rt\w*|qwer\w*|zxc\w*|(?:bla+h?\W*){2,}|(?=[a-z]*[bcdfghjklmnpqrstvwxz]{5})[bcdfghjklmnpqrstvwxz]{5,})\b"
)
_STROKES: Final = deferred(r"\b(?!(?:hr|yr|lb|mgr|pl|ppl)s?\b)[bcdfghjklmnpqrstvwxz]{3,}\b")
_THROUGHOUT: Final = 0.5  # of the words struck by chance
_APOLOGY: Final = deferred(
    r"\b(?:my )?(?:\w+ )?(?:toddler|baby|kid|son|daughter|grandson|granddaughter|nino|nina|cat|dog|pocket|bebe|hij[oa]) (?:\w+ ){0,2}?(?:has|had|got|grabbed|took|stole|sat on|walked on|stepped on|playing with|sent|typed|hit|agarro|tiene|tenia|mando) (?:\w+ ){0,2}?(?:phone|fone|cell|keyboard|that|this|it|telefono|celular)\b|\b(?:butt|pocket) ?(?:dial|text)\w*\b"
)
_THANKS: Final = deferred(
    r"^\W*(?:(?:ok|okay|k|great|cool|perfect|awesome|alright|good|nice|thanks?|thank|thx|tks|ty|tysm|gracias|u|you|ya|too|so|very|much|again|a|lot|for|this|the|your|ur|opportunity|chance|time|message|text|help|info|and|god|bless|have|good|day|one|muchas|por|la|oportunidad|igualmente|sir|maam)\b\W*)+$"
)
_THANKED: Final = deferred(r"\b(?:thank\w*|thx|tks|ty|tysm|gracias)\b")
_PROMISE: Final = deferred(
    r"^\W*(?:(?:yes|yeah|yea|ok|okay|sure|si|claro|fine|alright|well|sorry)\W+)*(?:(?:i )?(?:ill|i will|can|could|i can|lemme|let me|imma|gonna) (?:tell|explain|share|give|answer)(?: (?:you|u|ya|yall|that|it|this|all|everything))*(?: (?:about|abt|bout) (?:it|that|this|everything))?|(?:te|le|les|se los?) (?:cuento|platico|digo|explico|mando))(?: (?:later|then|soon|luego|despues))?\W*$"
)
_WHICH: Final = deferred(r"^\W*\?+\W*(?:which(?: one)?|what|huh|que|cual)\W*$")
_BACK: Final = deferred(
    r"^\W*(?:wait |ok |um+ |uh |hmm+ |sorry |well )*(?:like|u mean|you mean|do (?:u|you|ya) mean|is that|is this|as in|which|what kind|what type|what exactly|what do (?:u|you)|any|does|for|at|about|with|or|from|o sea|como|cual|se refiere\w*|from which|my)\b.*\?\W*$"
)
_TOLD: Final = deferred(r"\b(?:i|ive|im|id|my|me|we|us|our|yo|mi|nos)\b|,.*,")
_OPENS: Final = deferred(r"^\W*(?:when|whenever|who|whoever|where|what|how|why|cuando|donde|como|que|quien)\b")


def tells_nothing(plain: str) -> bool:
    """Whether a text is no answer to any question: struck by chance, a child's, thanks alone, or a promise to tell."""
    if _APOLOGY.search(plain) or _PROMISE.match(plain):
        return True
    return _by_chance(plain) or bool(_WHICH.match(plain)) or bool(_THANKS.match(plain) and _THANKED.search(plain))


def asks_back(plain: str) -> bool:
    """Whether it asks what is meant ("like at a job or in school?")."""
    return len(plain.split()) <= 12 and bool(_BACK.match(plain))


def tells(plain: str) -> bool:
    """Whether what begins as a question does is told ("when a bus came in we just kept cooking")."""
    return "?" not in plain and bool(_OPENS.match(plain)) and len(plain.split()) >= 6 and bool(_TOLD.search(plain))


def _by_chance(plain: str) -> bool:
    if _CHANCE.search(plain) and len(plain.split()) <= 8:
        return True
    spoken = re.findall(r"[a-z]{3,}", plain)
    shortened = word_set("word_sets", "shortened")
    struck = [word for word in spoken if _STROKES.fullmatch(word) and word not in shortened]
    return bool(struck) and len(struck) >= _THROUGHOUT * len(spoken)
