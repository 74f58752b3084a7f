"""Where somebody lives: a town, a neighbourhood, a postcode."""

import re

from screening.understanding.deferred import deferred
from screening.understanding.location_spelling import everyday
from screening.understanding.reading import Reading
from screening.understanding.words import Said

_ZIP = deferred(r"\b\d{5}(?:-\d{4})?\b|\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b|\b[a-z]\d[a-z]\s?\d[a-z]\d\b")
_HERE = deferred(
    r"\b(?:i (?:currently |now |do |just |actually )?(?:live|stay|reside|am|m|rent|moved|relocated)|im|ive|living|staying|based|located|residing|reside|live|stay|moved|relocated|coming|come|commut\w+|drive|driving|travel\w*|home is|house is|place is|here|vivo|estoy|soy|moving|settled)\s+"
    r"(?:(?:currently|temporarily|now|right|just|out|over|down|up|all the way|here|still|actually|currently|back|mostly|presently|at the moment|close|near|nearby|outside)\s+)*(?:(?:w|with|at|con) (?:\w+ ){1,3}?)?(?:in|at|near|around|by|from|to|off|outside(?: of)?|close to|out of|over in|en|de|cerca de|por|between|on|within|inside|of|the)\s+(?:the\s+)?(?P<place>.+)|\b(?:address|license|mail) (?:says|is|is in)\s+(?P<place2>.+)"
)
_FILLER = deferred(
    r"^(?:(?:um+|uh+|well|oh|so|hi|hello|hey|yes|yeah|yep|sure|ok|okay|just|its|it is|i am|im|i|in|at|from|near|by|around|outside(?: of)?|the city of|city of|town of|sorry|actually|right|currently|now|over|live|lives|living|stay|staying|based|here|en|vivo|la ciudad de|my|zip|zipcode|zip code|code|postcode|is|town|city|address|the|area|of|hola|between|in between|stayed|soy de|estoy|currently|mostly|about|out|close to|like|located|reside|and|or|a|village|called|que|es|de|home|north of|south of|east of|west of|downtown|temporarily|cerca|(?:the )?(?:closest|nearest|biggest) (?:big |major )?(?:town|city) (?:would be|is|to me is)|way|clear|all the way|far|como en|apt|apartment|house|place)\b[\s,:-]*)+"
)
_TAIL = deferred(
    r"\s*(?:[,;!?()\n]|\b(?:basically|mostly|technically|officially|most days|its|it is|thats|comma|period|tx|texas|for work|i guess|really)\b.*$|(?<!\bst)(?<!\bft)(?<!\bmt)[.]|\b(?:but|and|so|though|because|cuz|cause|since|right now|rn|now|currently|atm|at the moment|originally|about|which|area|for (?:now|the|about|over|\d)|with|where|if|until|till|is (?:where|home|my)|not (?:far|too)|pretty|near|cerca|by|off|lol|haha|please|thanks|thank|born|these days|today|u|here|actually|myself|these|pero|ahora|y|como|a \d|\d+ (?:min|mile|mi|hour)|almost|like|close to|outside|just|around|over|on the|ok|mate|tbh|too|tho|all my life|my whole life|ago|lately|last|next|this|recently|still|do|does|can|is|will|would|what|how|when)\b).*$",
    re.S,
)
_NOT_HERE = deferred(
    r"\b(?:originally|born|used to|grew up|from|raised|work(?:ed|ing)? in|applied|moved (?:from|out of)|left|not|no longer|previously|before|formerly|antes|naci)\b"
)
_VAGUE = deferred(
    r"\b(?:close|nearby|near|not far|far|around|here|there|local|down the (?:road|street)|walking distance|home|idk|dunno|depends|not sure|somewhere|cerca|lejos|anywhere|everywhere|yes|no|ok|none|nowhere|homeless|moving|relocating|same|local|private|rather not|personal)\b"
)


_KIN = deferred(
    r"\W*(?:w|with|con|at|en)?\W*(?:my|mi|our|her|his|mis|the) (?:\w+ )?(?:moms?|mama|mother|dads?|papa|parents|padres|folks|girls?|girlfriend|boyfriend|gf|bf|sisters?|brothers?|hermanos?|hermanas?|aunt\w*|uncles?|tios?|tias?|cousins?|friends?|buddy|grandmas?|abuela|wife|husband|car|truck|kids|family)(?: (?:place|house|home|couch|casa))?\W*"
)


def _town_first(plain: str) -> bool:
    """Whether a town's name stands before the postcode ("Grand Rapids, MI 49503")."""
    match = re.match(r"\W*(?P<town>[a-z][a-z. ]*?)(?:,? (?:[a-z]{2}))?,?\W+\d{5}", plain)
    return bool(match and len(match["town"]) > 3 and not _FILLER.fullmatch(match["town"] + " "))


def postcode(said: Said) -> Reading | None:
    """A postcode wherever it stands."""
    match = _ZIP.search(said.plain)
    if match is None:
        return None
    words = said.quote(match.start(), match.end())
    return Reading(value={"place": words}, quote=words, confidence=0.93, rule="location.postcode")


def place(said: Said) -> Reading | None:
    """A town, a neighbourhood, a postcode where no town stands before it."""
    if not _town_first(said.plain) and (code := postcode(said)):
        return code
    plain = _without(said.plain)
    best = _sentence(plain)
    if best is None or _STREET.search(plain[best[0] : best[1]]):
        best = _bare(plain) or best
    if best is None:
        return None
    start, end = best
    words = said.quote(start, end)
    if _NO_NAME.fullmatch(plain[start:end]) or not _named(said, start, end):
        return None
    return Reading(value={"place": words}, quote=words, confidence=0.85, rule="location.place")


def _named(said: Said, start: int, end: int) -> bool:
    """Whether words that are no town known may be one: none is of everyday talk, or all are written as a name, or a state follows."""
    words = re.findall(r"[a-z]+", said.plain[start:end])
    if not any(everyday(word) for word in words):
        return True
    raw = re.findall(r"[^\W\d]+", said.quote(start, end))
    if len(raw) > 1 and all(word[0].isupper() for word in raw) and not said.raw.isupper():
        return True
    return bool(re.match(r",? [A-Z]{2}\b", said.raw[said.at[end - 1] + 1 :]) and not said.raw.isupper())


_NO_NAME = deferred(
    r"(?:\W*\b(?:thats?|the|this|these|those|its?|is|was|what|who|i|im|my|a|an|and|but|to|of|for|in|on|at|so|if|you|u|yall|they|we|your|ur)\b)+\W*"
)


_STREET = deferred(r"\b(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|hwy|highway|calle|avenida)$")
_DROPPED = (
    re.compile(
        r"^\W*(?:(?:im|i am|i|we|was|were|its|it was|well)\s+)*(?:not|no longer|used to (?:be|live|stay)|dont (?:live|stay)|(?:ya )?no (?:vivo|estoy|ando|radico)|didnt|moved (?:from|out of|away)|left|was) [^,.;]*(?:[,.;]\s*|\bbut )(?=.*[a-z]{3})"
    ),
    re.compile(r"\([^)]*\)?"),
    re.compile(r"^\W*\S{1,12}(?: \S{2,10})?\W*(?:\.{2,}|\blol\b|\bi mean\b|\bya know\b)\W*(?=[a-z]{4,}[a-z ]*\W*$)"),
    re.compile(
        r"(?<=[a-z]{2} )not (?:the |in )?[^,]*$|(?<=[a-z]{3}) (?:or (?:nothing|bust|no deal)|only|nomas|solamente)\W*$"
    ),
)


def _without(plain: str) -> str:
    """The text with what is no place of theirs blanked: the one left, what stands in brackets, a slip said anew."""
    for pattern in _DROPPED:
        if (match := pattern.search(plain)) and not (
            pattern is _DROPPED[3] and _REFUSES.search(plain[: match.start()])
        ):
            plain = plain[: match.start()] + " " * (match.end() - match.start()) + plain[match.end() :]
    return plain


_REFUSES = deferred(r"\b(?:im|am|is|do|would|rather|prefer|id|why|its|not|no|id rather)\s*$")
_HERE_NOW = deferred(
    r"\s*(?P<place>[a-z][a-z. ]{2,30}?) (?:now|right now|currently|ahora|these days|mostly|mainly|most (?:days|nights)|for now)\W*$"
)


def _sentence(plain: str) -> tuple[int, int] | None:
    """`I stay in X`, the present one where two are named."""
    at, found, later = 0, [], None
    for piece in re.split(
        r"(?:(?<!\bst)(?<!\bft)(?<!\bmt)[.](?!\d)|[;\n]|,(?=\s*[a-z. ]{2,25} (?:now|these days)\b)|,(?=\s*(?:living|but|now|i |im |currently|moved|pero|vivo|staying|just))|\bbut\b|\band\b(?= (?:now|i|im|living|live|stay|currently))|\bpero\b|\by\b(?= (?:ahora|vivo)))",
        plain,
    ):
        begin = plain.index(piece, at) if piece else at
        at = begin + len(piece)
        moved = re.search(r"\bmov\w+ from\b.+?\bto (?P<place>.+)", piece)
        if moved:
            found.append(_trimmed(plain, begin + moved.start("place"), begin + moved.end("place")))
            continue
        if re.match(r"\s*(?:moving|relocating|willing|going) ", piece):
            if to := re.search(r"^\s*(?:moving|relocating) to (?P<place>.+)", piece):
                later = _trimmed(plain, begin + to.start("place"), begin + to.end("place"))
            continue
        now = None if _HERE.search(piece) or not begin else _HERE_NOW.match(piece)
        if now:
            found.append(_trimmed(plain, begin + now.start("place"), begin + now.end("place")))
            continue
        match = _HERE.search(piece)
        if match and match["place2"]:
            found.append(_trimmed(plain, begin + match.start("place2"), begin + match.end("place2")))
            continue
        if (
            match
            and not (
                _NOT_HERE.search(piece[: match.start("place")])
                and not re.search(
                    r"\b(?:live|living|stay|staying|im|now|moved to|coming from|commut\w+ from|driv\w+ from|come from|travel\w* from|vivo|soy de|estoy)\b",
                    piece[: match.start("place")],
                )
            )
            and match["place"]
            and not re.search(r"\boriginally\b|\bborn\b|\bused to\b|\bgrew up\b", piece)
        ):
            found.append(_trimmed(plain, begin + match.start("place"), begin + match.end("place")))
    spans = [span for span in found if span]
    return spans[-1] if spans else later


_PART_OF_TOWN = deferred(
    r"\W*(?:the )?[a-z0-9]+(?: [a-z0-9]+)? (?:ward|side|district|projects|hood|st|street|ave|avenue|rd|road|blvd|apartments|apts|(?:and|&|n) [a-z0-9]+(?: (?:st|ave))?)\s*,\s*(?P<town>[a-z][a-z .]{2,25})\W*$"
)


def _bare(plain: str) -> tuple[int, int] | None:
    plain = re.split(r",\s*(?=moving|relocating|going|willing|but|near|close)", plain)[0]
    plain = re.sub(r"^\W*(?:born and raised|still|been|always)(?= in\b)", lambda m: " " * len(m.group()), plain)
    if re.search(r"^[^,]*\b(?:not|dont|cant|wont|rather|prefer|comfortable|sharing|private|depends|why)\b", plain):
        return None
    if part := _PART_OF_TOWN.match(plain):
        plain = " " * part.start("town") + part["town"]
    plain = re.split(r",(?=[^,]*\d)", plain)[0]
    if re.search(r"\d+ ?(?:min\w*|mns|miles?|mi|hours?|km)\b", plain):
        return None
    lead = _FILLER.match(plain.lstrip())
    offset = len(plain) - len(plain.lstrip())
    start = offset + (lead.end() if lead else 0)
    span = _trimmed(plain, start, len(plain))
    if span is None or "?" in plain or len(plain[span[0] : span[1]].split()) > 4:
        return None
    return span


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int] | None:
    text = plain[start:end]
    lead = _FILLER.match(text)
    if lead and lead.end() < len(text):
        start += lead.end()
        text = plain[start:end]
    tail = _TAIL.search(text)
    if tail:
        end = start + tail.start()
    if landmark := re.match(
        r"\s*(?:my |mi |her |his )?(?:(?:moms?|dads?|sisters?|brothers?|girlfriends?|boyfriends?|gfs?|bfs?|aunts?|uncles?|cousins?|friends?|sons?|daughters?|grandmas?|parents|in laws|baby ?mamas?|mother in laws?) )?(?:place|house|home|apartment|apt|crib|spot|condo|trailer|basement|casa) in |\s*(?:my |mi )?(?:moms|dads|sisters|brothers|girlfriends|boyfriends|aunts|uncles|cousins|friends|grandmas|parents|sons|daughters) (?:in|over in|out in) |\s*(?:\w+ )?(?:mall|airport|park|school|stadium|hospital|lake|church|highway|college|freeway|library|walmart|station) (?:in|de) ",
        plain[start:end],
    ):
        start += landmark.end()
    text = plain[start:end].rstrip()
    text = re.sub(
        r"[\s,]+(?:a[lkzr]|c[aot]|de|fl|ga|hi|i[dlna]|k[sy]|la|m[edainsot]|n[evhjmycd]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[ta]|w[aviy]|usa|us|uk)$",
        "",
        text,
    )
    if not re.search(r"[a-z]{2}", text) or _VAGUE.fullmatch(text.strip()) or _KIN.fullmatch(text) or len(text) > 60:
        return None
    if (
        _VAGUE.search(text)
        and len(text.split()) <= 4
        and not re.search(r"\b(?:north|south|east|west|san|santa|fort|ft|st|saint|new|lake|mount|el|los|las)\b", text)
    ):
        return None
    return start, start + len(text)
