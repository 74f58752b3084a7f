"""What candidates may ask about themselves by one word: WHY, DATA, DELETE, AGAIN (HUMAN is read with the other wishes)."""

import re
from enum import StrEnum
from typing import Final

from screening.scripts.script import Kind, Question
from screening.understanding.words import flat


class Right(StrEnum):
    """What is asked for."""

    WHY = "why"
    DATA = "data"
    DELETE = "delete"
    AGAIN = "again"


_POLITE: Final = r"(?:please|pls|plz|thanks|thank you|por favor|gracias)"
_MINE: Final = r"(?:all )?(?:of )?(?:my|mis|todos mis) (?:personal )?(?:data|datos|information|informacion|info|record|records|file)"
_WORDS: Final = {
    Right.WHY: (
        r"why|why me|why this|por ?que\?+|¿+ ?por ?que ?\?*|por que"
        r"|(?:and |but |so |wait )?why (?:do|would|are|does) (?:you|u|ya|yall|they|it) (?:(?:even|all|guys|need to|have to|want to|wanna|gotta) ?)*(?:know|ask|asking|matter|care|need)(?: me)?(?: (?:that|this|about that|about this|for that|all this))?"
        r"|¿?(?:y )?(?:para|por) ?que (?:me )?(?:preguntan?|preguntas|quieren? saber|necesitan? saber)(?: eso| esto)?"
    ),
    Right.DATA: (
        rf"data|datos|{_MINE}|(?:send|show|give|export|download)(?: me)? {_MINE}|(?:manda|envia|muestra|dame)(?:me)? {_MINE}"
        r"|what (?:data|information|info) do (?:you|u|yall) (?:have|hold|keep|got) (?:on|about) me(?:,? and (?:where|how) (?:did|do) (?:you|u|yall) (?:get|find|have) (?:it|that|this|them|my \w+)(?: from)?)?|que datos (?:tienen|tienes) (?:de|sobre) mi"
    ),
    Right.DELETE: r"delete|erase|borrar|borrame|eliminar|suprimir",
    Right.AGAIN: r"again|retake|redo|start over|try again|otra vez|de nuevo|repetir|empezar de nuevo",
}
_RIGHTS: Final = {
    right: re.compile(rf"^[\W_]*(?:{_POLITE}\W+)?(?:{words})(?:\W+{_POLITE})?[\W_]*$")
    for right, words in _WORDS.items()
}
_ERASE: Final = re.compile(
    r"\b(?:delete|erase|remove|destroy|wipe|forget|borr[ae]\w*|elimin[ae]\w*|suprim\w*)\b[^.?!]{0,30}"
    r"\b(?:data|information|info|records?|file|details|datos|informacion)\b"
)


def right(text: str, question: Question | None) -> Right | None:
    """The right that the whole text asks for.

    A word that answers the open question is an answer: an option of a choice, or a noun where free text is asked for
    (there only DATA in capitals is the word we taught).
    """
    plain = flat(text)[:80]
    found = next((r for r, pattern in _RIGHTS.items() if pattern.match(plain)), None)
    if found is None or question is None:
        return found
    word = re.sub(r"[^\w ]", "", plain).strip()
    if question.kind is Kind.CHOICE and any(word == flat(n) for o in question.options for n in (o.value, *o.also)):
        return None
    noun = found is Right.DATA and question.kind is Kind.TEXT and " " not in word
    return None if noun and not text.strip().isupper() else found


def asks_erasure(text: str) -> bool:
    """Whether a wish to be left alone asks besides that what we hold is deleted."""
    return bool(_ERASE.search(flat(text)))
