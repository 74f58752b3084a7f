"""Of the options a text names, the one it wants in so many words, or says apart from its reasons."""

import itertools
import re

from screening.understanding.choice_hits import Hit

_ONLY_AFTER = re.compile(
    r"^\w*\s*(?:shifts?|jobs?|work|ones?|turno|duty)?\s*(?:only|nomas|nada mas|solamente|unicamente|please|pls|plz|por favor|(?:and|y) (?:thats it|ya|nothing else)|or nothing|all the way)\b(?! (?:if|when|because))"
)
_ONLY_BEFORE = re.compile(
    r"\b(?:only|solo|nomas|need|want|give me|put me (?:on|down for)|ill take|gimme|looking for|quiero|prefiero|busco|make it|id say|(?:ready|want|trying|hoping|like) to (?:move|switch|go|get|be)(?: up| over)?(?: to| into| on)?|i claim|i file as|i pick|i choose|going with|go with)\s+(?:(?:a|an|the|to|be|real|something|on|full|una?|el|la|de)\s+){0,2}$"
)
_POINTS = re.compile(
    r"^\W*(?:and |so |but )?(?:thats|that is|thats the|ese es) (?:where|the one|what|my (?:pick|choice)|how)\b"
)
_LINK = re.compile(r"\W*(?:(?:and|or|n|y|o|plus|also|then|maybe|even)\W*)*(?:the |a |an |el |la |de |on |in )?")
_CLAUSES = re.compile(
    r"[,.;!?\n]+|\b(?:but|cuz|cause|because|since|so|porque|que|pero|ya que|though|tho|if|when|while|till?|until|hasta|para)\b"
)
_FILLER = re.compile(
    r"\b(?:shifts?|the|any|i|id|ill|im|like|would|want|work|works|only|is|are|good|fine|best|great|perfect|for|me|my|thing|de|la|los|el|las|por|turno|please|pls|lol|yes|yeah|si|ok|well|um|hi|hello|to|do|a|an|be|it|its|on|en|can|one|ones|option|probably|mostly|definitely|sure)\b"
)
_ADDS = re.compile(r"\b(?:too|also|or|either|both|ok|okay|fine|works?|good|can|could|tambien|flexible|open|backup|second|prefer|rather|n|and|y|now|want|need)\b")  # fmt: skip


def wished(plain: str, hits: list[Hit]) -> list[Hit]:
    """Those the text asks for in so many words (`days only`, `need full`, `thats where`), with what is joined to them."""
    if len({hit.index for hit in hits}) < 2:
        return hits
    chosen = {hit.start for hit in hits if _asked_for(plain, hit)}
    for order in (list(itertools.pairwise(hits)), [(b, a) for a, b in reversed(list(itertools.pairwise(hits)))]):
        for near, far in order:
            between = plain[min(near.end, far.end) : max(near.start, far.start)]
            if near.start in chosen and _LINK.fullmatch(between):
                chosen.add(far.start)
    left = [hit for hit in hits if hit.start in chosen]
    return left or hits


def _asked_for(plain: str, hit: Hit) -> bool:
    before, after = plain[max(0, hit.start - 50) : hit.start], plain[hit.end : hit.end + 40]
    if re.search(r"\b(?:dont|not|never|didnt|no) (?:\w+ )?$", _ONLY_BEFORE.sub("", before)):
        return False
    return bool(_ONLY_AFTER.match(after) or _ONLY_BEFORE.search(before) or _POINTS.match(after))


def alone(plain: str, hits: list[Hit]) -> list[Hit]:
    """Those that make a clause by themselves, where the others stand in a clause that tells why."""
    if len({hit.index for hit in hits}) < 2:
        return hits
    bounds = [0, *(m.end() for m in _CLAUSES.finditer(plain)), len(plain)]
    bare: list[Hit] = []
    for start, end in itertools.pairwise(bounds):
        inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
        rest = _rest(plain, start, end, inside)
        if inside and rest == 0:
            bare += inside
        elif inside and (rest < 2 or _ADDS.search(plain[start:end])):
            return hits
    return bare or hits


def _rest(plain: str, start: int, end: int, inside: list[Hit]) -> int:
    """The words of a clause that are neither an option nor filling."""
    text = plain
    for hit in inside:
        text = text[: hit.start] + " " * (hit.end - hit.start) + text[hit.end :]
    text = _CLAUSES.sub(lambda m: " " * len(m.group()), text[start:end])
    return len(re.findall(r"[a-z0-9]+", _FILLER.sub(" ", text)))
