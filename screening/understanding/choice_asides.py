"""What a text asks back beside its choice (`B. is that the night one? then A`) is put aside before the choice is read."""

from screening.understanding.blanking import without
from screening.understanding.deferred import deferred

_SENTENCE = deferred(r"[^.!?\n]+[.!?\n]*")
_CONCLUDES = deferred(r"\W*(?:(?:ok|okay|oh|ah|well|yes|cool|then|so|entonces|in that case)\b\W*)+(?=\w)")
_HANGS = deferred(
    r"\W*(?:(?:ok|okay|oh|then|cuz|because|and|but)\W+)*(?:if (?:so|not|yes|no|it|thats|that)|otherwise|or else|si no|si es)\b"
)
_CHECKS = deferred(
    r"\W*(?:(?:and|but|cuz|wait|oh|so)\W+)*(?:is|are|does|isnt|wheres?|whats?|thats|how)\b"
    r"|.*\b(?:right|correct|isnt it|yeah|verdad|no)\W*\?\W*$"
)


def without_asked_back(plain: str) -> str:
    """The text with a question put back blanked, where a choice is drawn from it or stands in a sentence of its own."""
    last = plain.rfind("?") + 1
    if concludes(plain) and (drawn := _CONCLUDES.match(plain[last:])):
        return without(plain, 0, last + drawn.end())
    sentences = list(_SENTENCE.finditer(plain))
    asking = [m for m in sentences if "?" in m.group()]
    if len(asking) == 1 and len(sentences) > 1 and asking[0] is sentences[-1] and _CHECKS.match(asking[0].group()):
        return without(plain, *asking[0].span())
    return plain


def concludes(plain: str) -> bool:
    """Whether something is drawn from a question just asked (`is that nights? then B`)."""
    rest = plain[plain.rfind("?") + 1 :]
    return "?" in plain and bool(_CONCLUDES.match(rest)) and not hangs(plain)


def hangs(plain: str) -> bool:
    """Whether what follows a question hangs on its answer (`is that nights? if so B`)."""
    return "?" in plain and bool(_HANGS.match(plain[plain.rfind("?") + 1 :]))
