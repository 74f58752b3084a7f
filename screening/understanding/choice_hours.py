"""A choice among shifts named by their hours: out by three, not before noon, nine to five."""

import re

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered, span_of
from screening.understanding.numerals import numbers

_CLOCK = r"(?P<{0}>\d{{1,2}}?)(?::?(?P<{0}m>\d\d))?\s*(?P<{0}h>[ap])?\.?(?:m\b)?(?!\d|\s*(?:hours|hrs|days|years|weeks|months|miles|min|dollars|kids|%))"
_LEAVES = re.compile(
    r"\b(?:off|out|done|home|leave|leaving|finish\w*|over|free|gone|through|pick\w*(?: \w+){1,3}(?: up)?|get (?:my|the) \w+|be (?:at|there|in) \w+|salir|salgo|libre)\s+(?:\w+ ){0,2}?(?:by|before|at|around|antes de las?|a las?|para las?)\s+(?:like |about |around )?"
    + _CLOCK.format("h")
)
_ENDS = re.compile(r"\b(?:ends?|ending|gets? out|lets? out|finishes) (?:at|around) " + _CLOCK.format("h"))
_COMES = re.compile(
    r"\b(?:start\w*|come in|begin|available|free|can work|work|get there|be there|anything|any ?time|only|entrar|empezar|disponible)\s+(?:\w+ ){0,2}?(?:after|past|from|no earlier than|despues de las?|desde las?|a partir de las?)\s+(?:like |about |around )?"
    + _CLOCK.format("h")
    + r"|\b(?:school|class\w*|job|work|kids?|baby|clases?|escuela|trabajo)\b[^.]{0,25}\b(?:til|till|until|hasta las?|out at|off at|ends at|gets? out at|lets out at)\s+(?:like |about )?"
    + _CLOCK.format("g")
    + r"|^\W*(?:only |just |anything |solo )?(?:after|past|despues de las?)\s+(?:like |about )?"
    + _CLOCK.format("k")
)
_AT = re.compile(
    r"\b(?:the |la de las? |el de las? |start\w* at |at )?(?P<h>\d{1,2})(?::(?P<hm>\d\d))?\s*(?P<hh>[ap])\.?m?\b"
)


def by_hours(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The shifts that fit the hours a text names; none where no shift or every shift would."""
    spans = [(o, o.hours) for o in options if o.hours]
    if len(spans) < 2:
        return _clocks(plain, options) or _day_part(plain, options)
    if asked := _RANGE.search(plain):
        wanted = _halves(asked)
        hits = [o for o, hours in spans if hours in wanted]
        return _hits(hits, asked, 0.88)
    if match := _ENDS.search(plain):
        named = {(_hour(match, "h") + 12 * half) % 24 for half in ((0, 1) if match["hh"] is None else (0,))}
        return _hits([o for o, hours in spans if hours[1] % 24 in named], match, 0.8, of=len(spans))
    if match := _LEAVES.search(plain):
        end = _hour(match, "h")
        return _hits([o for o, hours in spans if hours[1] <= end] if end else [], match, 0.76, of=len(spans))
    if match := _COMES.search(plain):
        name = next(n for n in "hgk" if match[n])
        start = _hour(match, name)
        return _hits([o for o, hours in spans if hours[0] >= start], match, 0.76, of=len(spans))
    if match := _AT.search(plain):
        return _hits([o for o, hours in spans if hours[0] == _hour(match, "h")], match, 0.8, of=len(spans))
    return _parts_of_day(plain, spans)


_PARTS = (
    (re.compile(r"\b(?:mornings?|early|days?|daytime|dia|manana|first thing)\b"), 4, 11),
    (re.compile(r"\b(?:afternoons?|evenings?|swings?|mid ?day|tardes?|mids?)\b"), 11, 18),
    (re.compile(r"\b(?:nights?|overnights?|graveyard|noche|late)\b"), 18, 29),
)


def _parts_of_day(plain: str, spans: list[tuple[Offered, tuple[float, float]]]) -> list[Hit]:
    """`mornings`, `overnights` where the options name hours only."""
    hits: list[Hit] = []
    for pattern, low, high in _PARTS:
        fitting = [o for o, hours in spans if low <= (hours[0] if hours[0] >= 4 else hours[0] + 24) < high]
        if len(fitting) == 1:
            hits.extend(Hit(fitting[0].index, *m.span(), 0.8, "choice.hours") for m in pattern.finditer(plain))
    return hits


_DAY_PARTS = (
    (re.compile(r"^(?:in the )?mornings?$|^mananas?$|^am$"), 0.0, 12.0),
    (re.compile(r"^(?:in the )?afternoons?$|^tardes?$|^pm$"), 12.0, 17.0),
    (re.compile(r"^(?:in the )?evenings?$"), 17.0, 21.0),
    (re.compile(r"^(?:at |over)?nights?$|^noches?$"), 18.0, 24.0),
)
_ABOUT = re.compile(
    r"\b(?:(?P<side>after|past|before|by|til|till|until|antes de las?|despues de las?)|at|around|about|from|a las?|@)\s+(?:like |about )?"
    + _CLOCK.format("h")
    + r"|(?<![\d:])(?P<k>\d{1,2})(?::(?P<km>\d\d))?\s*(?P<kh>[ap])\.?m\b"
)


def _day_part(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The part of the day in which a named hour lies (`after 5` is the evening)."""
    parts = [(o, low, high) for o in options for pattern, low, high in _DAY_PARTS if pattern.match(o.name)]
    match = _ABOUT.search(plain)
    if len(parts) < 2 or match is None:
        return []
    hour = _hour(match, "h" if match["h"] else "k")
    if match["side"] in ("before", "by", "antes de la", "antes de las"):
        hour -= 0.01
    fitting = [o for o, low, high in parts if low <= hour < high]
    if match["side"] in ("after", "past", "despues de la", "despues de las"):
        fitting = fitting[:1] + [o for o, low, high in parts if low > hour and high <= 22 and o not in fitting]
        return _hits(fitting, match, 0.76, of=len(options))
    return _hits(fitting[:1], match, 0.78)


_CLOCK_NAME = re.compile(r"^(?P<h>\d{1,2})(?::(?P<hm>\d\d))?\s*(?P<hh>[ap])\.?m?\.?$")
_SAID = re.compile(r"(?<![\d:])(?P<h>\d{1,2})(?::(?P<hm>\d\d))?\s*(?:(?P<hh>[ap])\.?m?\b)?")


def _clocks(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """`8 or 10` of 6am, 8am, 10am; nothing where two options share the hour."""
    times = [(o, match) for o in options if (match := _CLOCK_NAME.match(o.name))]
    if len(times) < 2 or len({match["h"] for _, match in times}) < len(times):
        return []
    words = [Hit(o.index, n.start, n.end, 0.85, "choice.hours") for n in numbers(plain) for o, m in times if n.words and n.value == int(m["h"])]  # fmt: skip
    return words or [
        Hit(o.index, *m.span(), 0.9, "choice.hours")
        for m in _SAID.finditer(plain)
        for o, match in times
        if m["h"] == match["h"]
        and (m["hm"] or "00") == (match["hm"] or "00")
        and (m["hh"] or match["hh"]) == match["hh"]
    ]


_RANGE = re.compile(r"(?<![\d:])\d{1,2}(?::?\d\d)?\s*(?:[ap]\.?m?\.?)?\s*(?:-|to|until|till|thru|a)\s*\d{1,2}(?::?\d\d)?\s*(?:[ap]\.?m?\b)?")  # fmt: skip


def _halves(match: "re.Match[str]") -> list[tuple[float, float]]:
    """The spans a range may mean: as written, or with the halves of the day left open."""
    text = match.group()
    if plain := span_of(text):
        return [plain]
    found = [span_of(re.sub(r"(\d)(\s*(?:-|to|until|till|thru|a)\s*\d[\d:]*)", rf"\1{a}m\2{b}m", text, count=1)) for a in "ap" for b in "ap"]  # fmt: skip
    return [span for span in found if span]


def _hour(match: "re.Match[str]", name: str) -> float:
    """The hour named; a bare one to seven is in the afternoon."""
    hour, half = int(match[name]), match[f"{name}h"]
    if hour > 12:
        return hour + int(match[f"{name}m"] or 0) / 60
    hour %= 12
    later = half == "p" or (half is None and (hour == 0 or hour <= 7))
    return hour + (12 if later else 0) + int(match[f"{name}m"] or 0) / 60


def _hits(fitting: list[Offered], match: "re.Match[str]", sure: float, *, of: int = 0) -> list[Hit]:
    if not fitting or len(fitting) == of:
        return []
    return [Hit(o.index, match.start(), match.end(), sure, "choice.hours") for o in fitting]
