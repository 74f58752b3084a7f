"""Reads a commute or a place: minutes, miles, or where."""

import re
from collections.abc import Mapping
from dataclasses import replace

from screening.scripts.script import Question
from screening.understanding.amounts import Amount, amounts, corrected
from screening.understanding.durations import tidy
from screening.understanding.numerals import numbers
from screening.understanding.reading import Context, Reading
from screening.understanding.words import Said, flat

_MIN = re.compile(
    r"^\s*-?\s*(?:\+|or so|ish)?\s*(?:minutes?|mins?|min|mintues|minuts|minuets|minites|minnutes|mns?|minutos?|m\b(?!i))",
    re.I,
)
_HOUR = re.compile(r"^\s*-?\s*(?:an?\s+|of an\s+|de\s+)?(?:hours?|hrs?|hr|h\b|horas?|huors?|hora)", re.I)
_MILE = re.compile(r"^\s*-?\s*(?:miles?|mi\b|mls?|millas?)", re.I)
_KM = re.compile(r"^\s*-?\s*(?:km|kms|kilometers?|kilometres?|k\b|kilometros?|clicks|klicks)", re.I)
_BLOCKS = re.compile(
    r"\b(?:blocks?|cuadras?|streets?|doors?|houses?|stops?|exits?|lights?) (?:away|over|down|from)\b|^\W*\w+ (?:blocks?|cuadras?)\W*$"
)
_HALF = re.compile(
    r"\b(?:half (?:an |a )?(?:hour|hr)|half hour|half hr|1/2 (?:an )?(?:hour|hr)|media hora|(?<!\d)0?\.5 hours?)\b(?! (?:and|to))"
)
_QUARTER = re.compile(
    r"\b(?:a )?(?:(?P<three>three[ -]quarters?|3/4|3 quarters) of\s+an (?:hour|hr)|quarter (?:of\s+an )?(?:hour|hr)|1/4 (?:of\s+an )?hour|cuarto de hora)\b"
)
_HOUR_AND = re.compile(
    r"(?<![\d.])\b(?:(?P<n>an?|one|two|three|una|dos|\d)\s*)?\b(?:hours?|hrs?|h|horas?)\s*(?:and|con|&|y|n)?\s*(?P<rest>(?:an? )?half|medi[ao]|(?:an? )?quarter|(?:un )?cuarto|\d{1,2}(?!\d)|(?:ten|fifteen|twenty|thirty|forty|five)\b)?\s*(?:mi?ns?\w*)?",
    re.I,
)
_AN_HOUR = re.compile(
    r"\b(?:about |like |almost |under |over |less than |more than |around |up to )*(?:an|1|one|una)\s+(?:hour|hr|hora)\b"
)
_ASKS_TIME = re.compile(
    r"\bhow (?:long|many minutes|far|much time)\b|\bminutes?\b|\bcommute\b|\bminutos\b|\bcuanto (?:tiempo|tarda|se tarda|te toma)\b|\bdrive\b|\btravel time\b|\bdistance\b|\bmiles\b|\bque tan lejos\b"
)
_ASKS_MILES = re.compile(r"\bhow (?:far|many miles)\b|\bmiles\b|\bdistance\b")
_ASKS_PLACE = re.compile(
    r"\b(?:where|which|what|donde|en que|que)\b.*\b(?:live|town|city|located|based|area|zip|postcode|postal|neighbou?rhood|place|address|county|state|suburb|borough|vives?|ciudad|zona|home|coming from|commut\w* from|travel\w* from|staying|reside|stay|barrio|codigo)\b|\byour (?:zip|postcode|city|town|location)\b"
)
_ZIP = re.compile(r"\b\d{5}(?:-\d{4})?\b|\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b|\b[a-z]\d[a-z]\s?\d[a-z]\d\b")
_HERE = re.compile(
    r"\b(?:i (?:currently |now |do |just |actually )?(?:live|stay|reside|am|m|rent|moved|relocated)|im|ive|living|staying|based|located|residing|reside|live|stay|moved|relocated|coming|come|commut\w+|drive|driving|travel\w*|home is|house is|place is|here|vivo|estoy|soy|moving|settled)\s+"
    r"(?:(?:currently|temporarily|now|right|just|out|over|down|up|all the way|here|still|actually|currently|back|mostly|presently|at the moment|close|near|nearby|outside)\s+)*(?:(?:w|with|at|con) (?:\w+ ){1,3}?)?(?:in|at|near|around|by|from|to|off|outside(?: of)?|close to|out of|over in|en|de|cerca de|por|between|on|within|inside|of|the)\s+(?:the\s+)?(?P<place>.+)|\b(?:address|license|mail) (?:says|is|is in)\s+(?P<place2>.+)"
)
_FILLER = re.compile(
    r"^(?:(?:um+|uh+|well|oh|so|hi|hello|hey|yes|yeah|yep|sure|ok|okay|just|its|it is|i am|im|i|in|at|from|near|by|around|outside(?: of)?|the city of|city of|town of|sorry|actually|right|currently|now|over|live|lives|living|stay|staying|based|here|en|vivo|la ciudad de|my|zip|zipcode|zip code|code|postcode|is|town|city|address|the|area|of|hola|between|in between|stayed|soy de|estoy|currently|mostly|about|out|close to|like|located|reside|and|or|a|village|called|que|es|de|home|north of|south of|east of|west of|downtown|temporarily|cerca|(?:the )?(?:closest|nearest|biggest) (?:big |major )?(?:town|city) (?:would be|is|to me is)|way|clear|all the way|far|como en|apt|apartment|house|place)\b[\s,:-]*)+"
)
_TAIL = re.compile(
    r"\s*(?:[,;!?()\n]|\b(?:basically|mostly|technically|officially|most days|comma|period|tx|texas|for work|i guess|really)\b.*$|(?<!\bst)(?<!\bft)(?<!\bmt)[.]|\b(?:but|and|so|though|because|cuz|cause|since|right now|rn|now|currently|atm|at the moment|originally|about|which|area|for (?:now|the|about|over|\d)|with|where|if|until|till|is (?:where|home|my)|not (?:far|too)|pretty|near|by|off|lol|haha|please|thanks|thank|born|these days|today|u|here|actually|myself|these|pero|ahora|y|como|a \d|\d+ (?:min|mile|mi|hour)|almost|like|close to|outside|just|around|over|on the|ok|mate|tbh|too|tho|all my life|my whole life|ago|lately|last|next|this|recently|still|do|does|can|is|will|would|what|how|when)\b).*$",
    re.S,
)
_NOT_HERE = re.compile(
    r"\b(?:originally|born|used to|grew up|from|raised|work(?:ed|ing)? in|applied|moved (?:from|out of)|left|not|no longer|previously|before|formerly|antes|naci)\b"
)
_VAGUE = re.compile(
    r"\b(?:close|nearby|near|not far|far|around|here|there|local|down the (?:road|street)|walking distance|home|idk|dunno|depends|not sure|somewhere|cerca|lejos|anywhere|everywhere|yes|no|ok|none|nowhere|homeless|moving|relocating|same|local|private|rather not|personal)\b"
)


def read_location(said: Said, question: Question, context: Context) -> Reading | None:
    """Minutes, miles, or a place, as the question asks and the text gives."""
    asked = flat(question.words(context.language))
    place_asked = bool(_ASKS_PLACE.search(asked)) and not re.search(r"\bhow (?:long|far|many)\b|\bminutes\b", asked)
    if not place_asked:
        return _measure(said, asked) or _place(said) if not _ASKS_TIME.search(asked) else _measure(said, asked)
    return _place(said) or _measure(said, asked)


def _measure(said: Said, asked: str) -> Reading | None:
    plain = re.sub(r"\bmin\b", "mns", re.sub(r"(?<=\d)o\b(?!\w)", " ", said.plain))  # min is minutes here, no minimum
    if _BLOCKS.search(plain):
        return None
    found = (
        _part_miles(said, plain) or _fractions(said, _present_part(plain)) or _amount(said, _present_part(plain), asked)
    )
    return _as_limit(found) if found and _ASKS_LIMIT.search(asked) else found


_ASKS_LIMIT = re.compile(
    r"\b(?:willing|would you|will you|max(?:imum)?|longest|farthest|furthest|most|comfortable|ok(?:ay)? (?:with|for)|is ok|consider|dispuest[oa]|maximo)\b"
)
_BEFORE_NOW = re.compile(
    r"\b(?:did|used to (?:do|drive|be)?|was (?:doing|driving)|drove|had|had a|before it was)\s+(?:like |about )?[^.;]{1,40}?(?:[.;,]|\bbut\b|\bnow\b|\bnever again\b)"
)


def _present_part(plain: str) -> str:
    """The text with a way once had blanked out, where a number follows ("did an hour once, 40 minutes now")."""
    match = _BEFORE_NOW.search(plain)
    if match is None or not numbers(plain[match.end() :]):
        return plain
    return plain[: match.start()] + " " * (match.end() - match.start()) + plain[match.end() :]


def _as_limit(reading: Reading) -> Reading:
    """Where the most is asked for, "up to an hour" is an hour."""
    value = reading.value
    if not isinstance(value, Mapping):
        return reading
    plainly = {
        name: one["max"] if isinstance(one, Mapping) and set(one) == {"max"} else one for name, one in value.items()
    }
    return replace(reading, value=plainly)


_PART_MILES = re.compile(
    r"\b(?:(?P<half>half (?:a |of a )?|1/2 (?:a )?|media )|(?P<quarter>(?:a )?quarter (?:of a )?|1/4 )|(?P<couple>(?:a )?couple (?:of )?|un par de )|(?P<one>(?:an? |one |1 |una )?))(?:miles?|milla|millas)\b(?P<more> (?:and|y) (?:a )?(?:half|media)\b)?(?P<two> or (?:two|2|so)\b)?"
)


def _part_miles(said: Said, plain: str) -> Reading | None:
    """Half a mile, a mile and a half, a couple of miles, a mile or two."""
    match = _PART_MILES.search(plain)
    if match is None or re.search(
        r"[\d.]\s*$|\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|thirty|few|many|how|dos|tres|cinco|diez)\s+$",
        plain[: match.start()],
    ):
        return None
    if match["one"] == "" and not match["more"] and not match["two"]:
        return None
    miles: object = (
        0.5 if match["half"] else 0.25 if match["quarter"] else 2 if match["couple"] else 1.5 if match["more"] else 1
    )
    if match["two"] and not match["two"].endswith("so"):
        miles = {"min": 1, "max": 2}
    return _reading(said, {"miles": miles}, match, 0.85, "location.part")


def _fractions(said: Said, plain: str) -> Reading | None:
    """Half an hour, three quarters, an hour and a half."""
    if match := re.search(
        r"\b(?:30|thirty|20|twenty|25|40|forty|45|15|half an hour|an hour)\b[^.]{0,12}\b(?:to|-|or)\s*(?:an hour|half an hour|1 hour|one hour|an hour and a half)\b",
        plain,
    ):
        ends = [_span_minutes(t) for t in re.split(r"\b(?:to|or)\b|-", match.group(), maxsplit=1)]
        if ends[0] and ends[1] and ends[0] < ends[1]:
            return _reading(
                said, {"minutes": {"min": tidy(ends[0]), "max": tidy(ends[1])}}, match, 0.9, "location.hours"
            )
    if match := _QUARTER.search(plain):
        return _open(said, plain, 45 if match["three"] else 15, match)
    if match := _HALF.search(plain):
        return _open(said, plain, 30, match)
    if match := _HOUR_AND.search(plain):
        hours = _hours(match)
        if (
            hours
            and (
                match["rest"]
                or match["n"] in ("an", "a", "one", "una", "1")
                or plain.strip(" .!") in ("hour", "hr")
                or re.match(r"\s*(?:each|one|1) way\b", plain[match.end() :])
            )
            and not re.search(
                r"[\d.]\s*$|\bhalf (?:an |of an )?$|\bquarter(?:s)? (?:of )?(?:an )?$|\b(?:per|every) $",
                plain[: match.start()],
            )
            and not re.match(r"^\s*(?:and|y)\b", plain[match.end() :])
        ):
            return _open(said, plain, hours * 60, match)
    return None


def _span_minutes(text: str) -> float | None:
    if "half" in text and re.search(r"and a half", text):
        return 90
    if "half" in text:
        return 30
    if "hour" in text:
        return 60
    found = numbers(text)
    return found[0].value if found else None


def _hours(match: "re.Match[str]") -> float:
    count = numbers(match["n"] or "")
    hours = count[0].value if count else 1.0
    rest = match["rest"] or ""
    if "half" in rest or "medi" in rest:
        return hours + 0.5
    if "quarter" in rest or "cuarto" in rest:
        return hours + 0.25
    extra = numbers(rest)
    return hours + (extra[0].value / 60 if extra else 0)


def _open(said: Said, plain: str, minutes: float, match: "re.Match[str]") -> Reading:
    """Exact, or open to one side ("under an hour", "an hour or more")."""
    before = plain[: match.start()]
    value: object = tidy(minutes)
    if re.search(
        r"\b(?:under|less than|within|up to|no more than|at most|max|menos de|no mas de|not even|below)\s+(?:about )?$",
        before,
    ) or re.match(r"^\s*(?:or less|max|tops|at most|at the most)\b", plain[match.end() :]):
        value = {"max": tidy(minutes)}
    elif re.search(r"\b(?:over|more than|at least|mas de|upwards of|above)\s+(?:about )?$", before) or re.match(
        r"^\s*(?:\+|or more|plus|at least|o mas)", plain[match.end() :]
    ):
        value = {"min": tidy(minutes)}
    return _reading(said, {"minutes": value}, match, 0.92, "location.hours")


def _reading(said: Said, value: dict[str, object], match: "re.Match[str]", sure: float, rule: str) -> Reading:
    return Reading(value=value, quote=said.quote(match.start(), match.end()), confidence=sure, rule=rule)


def _amount(said: Said, plain: str, asked: str) -> Reading | None:
    found = [a for a in amounts(plain) if not _elsewhere(plain, a)]
    found = corrected(plain, found)
    if not found:
        return None
    measured = [(a, _unit(plain, a)) for a in found]
    named = [(a, unit) for a, unit in measured if unit]
    default = "mile" if _ASKS_MILES.search(asked) and not re.search(r"\bminutes\b|\bhow long\b", asked) else "minute"
    wanted = (
        [pair for pair in named if pair[1] in ("minute", "hour")]
        if default == "minute"
        else [pair for pair in named if pair[1] == "mile"]
    )
    amount, unit = (wanted or named or [(a, default) for a, _ in measured])[0]
    if default == "minute" and not named and len(found) > 1 and not re.search(r"\d", plain):
        return None
    if (
        not named
        and unit == "minute"
        and not re.search(r"minute|how long|commute|time|minutos|tiempo|far|drive|travel|distance", asked)
    ):
        return None
    factor = {"minute": 1.0, "hour": 60.0, "mile": 1.0, "km": 0.621371}[unit]
    key = "miles" if unit in ("mile", "km") else "minutes"
    amount = amount.times(factor)
    value: object = (
        tidy(round(amount.exact, 2))
        if amount.exact is not None
        else {n: tidy(round(v, 2)) for n, v in (("min", amount.low), ("max", amount.high)) if v is not None}
    )
    end = amount.end
    if tail := re.match(r"\s*(?:minutes?|mins?|miles?|hours?|hrs?|minutos|mi|km)\b", plain[end:]):
        end += tail.end()
    both: dict[str, object] = {key: value}
    if unit == "km":
        kilometres = amount.times(1 / 0.621371)
        both["km"] = (
            tidy(round(kilometres.exact, 2))
            if kilometres.exact is not None
            else {n: tidy(round(v, 2)) for n, v in (("min", kilometres.low), ("max", kilometres.high)) if v is not None}
        )
    return Reading(
        value=both,
        quote=said.quote(amount.start, end),
        confidence=0.93 if len(found) == 1 or named else 0.75,
        rule="location.figure",
    )


def _elsewhere(plain: str, amount: Amount) -> bool:
    after, before = plain[amount.end :], plain[: amount.start]
    if re.match(
        r"^\s*(?:am\b|pm\b|:\d|years?|yrs?|days?|times|(?:bus|train) transfers?|transfers?|buses|bus|trains?|stops?|exits?|lights?|towns?|counties|st\b|nd\b|rd\b|th\b|weeks?|months?|anos|kids|cars|lbs|%)",
        after,
    ) or re.search(r"(?:\broute|\bhwy|\bi-|\bi|\bexit|\bhighway|\brt|\bus|#|:)\s*$", before):
        return True
    value = amount.low if amount.low is not None else amount.high or 0
    return value >= 1_000 or (
        amount.numbers[0].words and value == 1 and not _unit(plain, amount) and len(plain.split()) > 2
    )


def _unit(plain: str, amount: Amount) -> str:
    after = plain[amount.numbers[-1].end :]
    after = re.sub(r"^\s*(?:\+|or so|ish|to)\s*", " ", after)
    for name, pattern in (("minute", _MIN), ("hour", _HOUR), ("mile", _MILE), ("km", _KM)):
        if pattern.match(after):
            return name
    return ""


def _town_first(plain: str) -> bool:
    """Whether a town's name stands before the postcode ("Grand Rapids, MI 49503")."""
    match = re.match(r"\W*(?P<town>[a-z][a-z. ]*?)(?:,? (?:[a-z]{2}))?,?\W+\d{5}", plain)
    return bool(match and len(match["town"]) > 3 and not _FILLER.fullmatch(match["town"] + " "))


def _place(said: Said) -> Reading | None:
    """A town, a neighbourhood, a postcode where no town stands before it."""
    plain = said.plain
    if (match := _ZIP.search(plain)) and not _town_first(plain):
        return _reading(said, {"place": said.quote(match.start(), match.end())}, match, 0.93, "location.postcode")
    best = _sentence(plain)
    if best is None:
        best = _bare(plain)
    if best is None:
        return None
    start, end = best
    words = said.quote(start, end)
    return Reading(value={"place": words}, quote=words, confidence=0.85, rule="location.place")


_HERE_NOW = re.compile(r"\s*(?P<place>[a-z][a-z. ]{2,30}?) (?:now|right now|currently|ahora|these days)\W*$")


def _sentence(plain: str) -> tuple[int, int] | None:
    """`I stay in X`, the present one where two are named."""
    at, found, later = 0, [], None
    for piece in re.split(
        r"(?:(?<!\bst)(?<!\bft)(?<!\bmt)[.](?!\d)|[;\n]|,(?=\s*(?:living|but|now|i |im |currently|moved|pero|vivo|staying|just))|\bbut\b|\band\b(?= (?:now|i|im|living|live|stay|currently))|\bpero\b|\by\b(?= (?:ahora|vivo)))",
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


def _bare(plain: str) -> tuple[int, int] | None:
    plain = re.split(r",\s*(?=moving|relocating|going|willing|but|near|close)", plain)[0]
    plain = re.sub(r"^\W*(?:born and raised|still|been|always)(?= in\b)", lambda m: " " * len(m.group()), plain)
    if re.search(r"^[^,]*\b(?:not|dont|cant|wont|rather|prefer|comfortable|sharing|private|depends|why)\b", plain):
        return None
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
        r"\s*(?:\w+ )?(?:mall|airport|park|school|stadium|hospital|lake|church|highway|college|freeway|library|walmart|station) (?:in|de) ",
        plain[start:end],
    ):
        start += landmark.end()
    text = plain[start:end].rstrip()
    text = re.sub(
        r"[\s,]+(?:a[lkzr]|c[aot]|de|fl|ga|hi|i[dlna]|k[sy]|la|m[edainsot]|n[evhjmycd]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[ta]|w[aviy]|usa|us|uk)$",
        "",
        text,
    )
    if not re.search(r"[a-z]{2}", text) or _VAGUE.fullmatch(text.strip()) or len(text) > 60:
        return None
    if (
        _VAGUE.search(text)
        and len(text.split()) <= 4
        and not re.search(r"\b(?:north|south|east|west|san|santa|fort|ft|st|saint|new|lake|mount|el|los|las)\b", text)
    ):
        return None
    return start, start + len(text)
