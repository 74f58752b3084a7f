"""Of the options a text names, the one it wants in so many words, or says apart from its reasons."""

import itertools
import re

from screening.understanding.blanking import blanked, without
from screening.understanding.choice_hits import Hit
from screening.understanding.deferred import deferred

_ONLY_AFTER = deferred(
    r"^\w*\s*(?:shifts?|jobs?|work|ones?|turno|duty)?\s*(?:only|nomas|nada mas|solamente|unicamente|please|pls|plz|por favor|(?:and|y) (?:thats it|ya|nothing else)|or nothing|all the way)\b(?! (?:if|when|because))"
)
_ONLY_BEFORE = deferred(
    r"\b(?:only|solo|nomas|need|want|give me|put me (?:on|down for)|ill take|gimme|looking for|quiero|prefiero|busco|make it|id say|(?:ready|want|trying|hoping|like) to (?:move|switch|go|get|be)(?: up| over)?(?: to| into| on)?|i claim|i file as|i pick|i choose|going with|go with|just (?:mail|give|send|hand|cut|write|put|get|hire|stick) me(?: (?:on|in|at|with|out at|down for))?|(?:put|send|place|stick|drop) me (?:out |over |down |up )?(?:at|in|on|to)|my (?:real |main |true |actual )?(?:thing|jam|specialty|specialties|strength|strong suit|bread and butter|trade|love|passion) is|what i (?:get paid for|do best|love|know best) is|ended up(?: as| doing| in| with)?)\s+(?:(?:a|an|the|to|be|real|something|on|full|una?|el|la|de)\s+){0,2}$"
)
_POINTS = deferred(
    r"^\W*(?:and |so |but )?(?:thats|that is|thats the|ese es|is) (?:where(?! (?:my|they|he|she|the|all)\b)|the one|what(?! (?:my|they|he|she|the|everybody)\b)|my (?:pick|choice|jam|thing|specialty|strong suit|strength|bread and butter|baby|favorite)|how)\b"
)
_LINK = deferred(r"[^\w.;!?]*(?:(?:and|or|n|y|o|plus|also|then|maybe|even)\W*)*(?:the |a |an |el |la |de |on |in )?")
_CLAUSES = deferred(
    r"[,.;!?\n]+|\b(?:but|cuz|cause|because|since|so|porque|que|pero|ya que|though|tho|if|when|while|till?|until|hasta|para|else|otherwise|if not)\b"
)
_FILLER = deferred(
    r"\b(?:shifts?|the|any|i|id|ill|im|like|would|want|work|works|only|is|are|good|fine|best|great|perfect|for|me|my|thing|de|la|los|el|las|por|turno|please|pls|lol|yes|yeah|si|ok|well|um|hi|hello|to|do|a|an|be|it|its|on|en|can|one|ones|option|probably|mostly|definitely|sure|\d+|years?|yrs?|months?)\b"
)
_PREDICATE = deferred(
    r"\b(?:is|was|are|were|isnt|wasnt|dont|doesnt|cant|gets?|got|always|broke)\b"
)  # `my spanish is rusty`
_ADDS = deferred(r"\b(?:too|also|or|either|both|ok|okay|fine|works?|good|can|could|tambien|flexible|open|backup|second|prefer|rather|n|and|y|now|want|need|even better)\b")  # fmt: skip


_WOULD_TAKE = deferred(
    r"\b(?:but|pero|or|though|although) (?:i (?:will|would|can|could) |ill |id |im |also |willing to |will |would )*(?:take|do|accept|open to|ok w\w*|okay w\w*|fine w\w*|cool w\w*|settle for|work|consider|tambien|agarro|acepto)\b"
)


def wished(plain: str, hits: list[Hit]) -> list[Hit]:
    """Those the text asks for in so many words (`days only`, `need full`, `thats where`), with what is joined to them."""
    if len({hit.index for hit in hits}) < 2:
        return hits
    if _WOULD_TAKE.search(plain):
        return hits
    chosen = {hit.start for hit in hits if _asked_for(plain, hit)}
    for order in (list(itertools.pairwise(hits)), [(b, a) for a, b in reversed(list(itertools.pairwise(hits)))]):
        for near, far in order:
            between = plain[min(near.end, far.end) : max(near.start, far.start)]
            if near.start in chosen and _LINK.fullmatch(between) and not (far.start > near.start and _told(plain, far)):
                chosen.add(far.start)
    left = [hit for hit in hits if hit.start in chosen]
    return left or hits


_BREAK = deferred(r"[,.;!?\n]|\b(?:and|but|or|y|pero)\b")


def _told(plain: str, hit: Hit) -> bool:
    """Whether something of its own is said of an option (`first im still asleep`)."""
    rest = _BREAK.split(plain[hit.end :])[0]
    return (
        bool(re.match(r"\s+(?:i|im|ive|is|are|was|its|they|he|she|that)\b", rest))
        and len(re.findall(r"[a-z]+", _FILLER.sub(" ", rest))) >= 2
    )


def competing(plain: str, hits: list[Hit]) -> bool:
    """Whether two options stand apart, with more than filling between them and nothing that joins them: nobody knows which is meant."""
    if _WOULD_TAKE.search(plain) or _EACH.search(plain):
        return False
    for near, far in itertools.pairwise(sorted(hits, key=lambda hit: hit.start)):
        gap = plain[near.end : far.start]
        if near.index == far.index or far.start < near.end or _JOINS.search(gap):
            continue
        if _TURN.match(plain[near.end :]) and _TURN.match(plain[far.end :]):
            continue
        if len(re.findall(r"[a-z]+", _SAID_OF.sub(" ", gap))) >= 2 or _CONTRAST.match(gap):
            return True
    return False


_EACH = deferred(r"\b(?:too|also|both|either|tambien|as well|all of|any of)\b")
_JOINS = deferred(r"\b(?:else|otherwise|and|or|n|y|o|plus|all|mas|even|some|mix|half|then|sometimes|mostly)\b|[&/+]")
_TURN = deferred(
    r"\s*(?:when|whenever|if|on|in|most|some|during|unless|otherwise|the rest|other ?times|cuando|si|los|las|en)\b"
)  # "the train when it runs, my bike when it doesnt"
_CONTRAST = deferred(
    r"\s+(?:is|was|s) (?!(?:my |a )?(?:good|fine|ok|okay|cool|great|best|first|perfect|better))[^,.;]*[,.;]"
)
_SAID_OF = deferred(
    r"\b(?:shifts?|the|any|i|id|ill|im|like|would|want|work|works|only|is|are|good|fine|best|great|perfect|for|me|my|thing|a|an|be|it|its|on|en|can|do|did|done|have|had|got|been|years?|yrs?|months?|at|in|with|w|few|little|going|into|to|year|level)\b"
)


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
        elif inside and ((rest < 2 and not _PREDICATE.search(plain[start:end])) or _ADDS.search(plain[start:end])):
            return hits
    return bare or hits


def _rest(plain: str, start: int, end: int, inside: list[Hit]) -> int:
    """The words of a clause that are neither an option nor filling."""
    text = plain
    for hit in inside:
        text = without(text, hit.start, hit.end)
    text = blanked(text[start:end], _CLAUSES)
    return len(re.findall(r"[a-z0-9]+", _FILLER.sub(" ", text)))
