"""Words that tell when to write or call ("text me friday", "escribame manana"): what they name is no answer."""

from typing import Final

from screening.understanding.deferred import deferred
from screening.understanding.reading import Reading
from screening.understanding.words import Said

_TALK: Final = deferred(
    r"\b(?:(?:text|txt|call|message|msg|hit|ping|write(?! me (?:an?|the|my) )|contact|phone) (?:me|us)(?: up)?|(?:ill|i will|i can|imma|let me|lemme|can i|gonna) (?:text|txt|call|message|msg|hit|answer|reply|respond|let|tell|get back|finish this|do this)(?: (?:to )?(?:you|u|ya|yall))?|(?:escrib|llam|marqu|habl|contact|mand|contest)(?:e|a|en|an|o)(?:me|nos|le|les|te)?|(?:le|les|te) (?:escribo|contesto|aviso|marco|llamo|digo|confirmo|respondo|mando))\b(?:(?!\b(?:i|im|ive|id|but|y|pero|puedo|tengo)\b)[^,.;!?\n])*"
)


def says_to_talk(plain: str) -> bool:
    """Whether somebody is to write or call."""
    return bool(_TALK.search(plain))


def only_when(said: Said, reading: Reading) -> bool:
    """Whether what was read only tells when to write or call."""
    start = said.raw.find(reading.quote)
    return any(said.at[m.start()] < start <= said.at[m.end() - 1] for m in _TALK.finditer(said.plain))
