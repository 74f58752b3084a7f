"""A choice among shifts named by their hours: out by three, not before noon, nine to five."""

import re

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered, span_of
from screening.understanding.deferred import deferred
from screening.understanding.numerals import numbers

_CLOCK = r"(?P<{0}>\d{{1,2}}?)(?::?(?P<{0}m>\d\d))?\s*(?P<{0}h>[ap])?\.?(?:m\b)?(?!\d|\s*(?:hours|hrs|days|years|weeks|months|miles|min|dollars|kids|%))"
_LEAVES = deferred(
    r"\b(?:off|out|done|home|leave|leaving|finish\w*|over|free|gone|through|pick\w*(?: \w+){1,3}(?: up)?|get (?:my|the) \w+|be (?:at|there|in) \w+|salir|salgo|libre)\s+(?:\w+ ){0,2}?(?:by|before|at|around|antes de las?|a las?|para las?)\s+(?:like |about |around )?"
    + _CLOCK.format("h")
)
_HOME = deferred(
    r"\b(?:be|get|been?|need to be|gotta be|have to be) (?:home|back|there|at the (?:bus )?stop)\b[^.;]{0,45}?\b(?:at|by|around|before) (?:like |about )?"
    + _CLOCK.format("h")
    + r"|\b(?:kids?|son|daughter|baby|bus|school|daycare|grand ?kids?)\b[^.;]{0,30}?\b(?:gets? (?:out|off|home)|lets? out|drops?(?: \w+){0,3}|closes|picked up|is out|out|home|pick ?up(?: is)?)\W*(?:at|by|around|before) (?:like |about )?"
    + _CLOCK.format("g")
)
_ENDS = deferred(r"\b(?:ends?|ending|gets? out|lets? out|finishes) (?:at|around) " + _CLOCK.format("h"))
_COMES = deferred(
    r"\b(?:start\w*|come in|begin|available|free|can work|work|get there|be there|anything|any ?time|only|entrar|empezar|disponible)\s+(?:\w+ ){0,2}?(?:after|past|from|no earlier than|despues de las?|desde las?|a partir de las?)\s+(?:like |about |around )?"
    + _CLOCK.format("h")
    + r"|\b(?:school|class\w*|job|work|kids?|baby|clases?|escuela|trabajo)\b[^.]{0,25}\b(?:til|till|until|hasta las?|out at|off at|ends at|gets? out at|lets out at)\s+(?:like |about )?"
    + _CLOCK.format("g")
    + r"|^\W*(?:only |just |anything |solo )?(?:after|past|despues de las?)\s+(?:like |about )?"
    + _CLOCK.format("k")
)
_NEXT_ONE = deferred(
    r"\b(?:(?:one|shift|the) (?:right |straight |that starts |just |soonest |directly )*after\b|(?:right|straight|soonest|directly|immediately) after|next (?:one|shift)|first one after|el (?:que sigue|siguiente))"
)
_AT = deferred(
    r"\b(?:the |la de las? |el de las? |start\w* at |at )?(?P<h>\d{1,2})(?::(?P<hm>\d\d))?\s*(?P<hh>[ap])\.?m?\b"
)


def by_hours(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The shifts that fit the hours a text names; none where no shift or every shift would."""
    spans = [(o, o.hours) for o in options if o.hours]
    slack = 0.25
    if len(spans) < 2:
        spans, slack = _usual(options), 2.0
    if len(spans) < 2:
        return _clocks(plain, options) or _day_part(plain, options)
    windows = max(hours[1] - hours[0] for _, hours in spans) <= 5
    return (
        _by_span(plain, spans, slack, windows=windows)
        or _by_clock(plain, spans, windows=windows)
        or _parts_of_day(plain, spans)
    )


Spans = list[tuple[Offered, tuple[float, float]]]


def _by_span(plain: str, spans: Spans, slack: float, *, windows: bool) -> list[Hit]:
    """By the hours from and to, or by the side of an hour."""
    if asked := RANGE.search(plain):
        wanted = halves(asked)
        hits = [o for o, hours in spans if hours in wanted]
        return _hits(hits or _nearest(spans, wanted), asked, 0.88 if hits else 0.78)
    if match := _HOME.search(plain):
        end = _hour(match, "h" if match["h"] else "g")
        return _hits([o for o, hours in spans if hours[1] <= end], match, 0.76, of=len(spans))
    if match := _ENDS.search(plain):
        named = {(_hour(match, "h") + 12 * half) % 24 for half in ((0, 1) if match["hh"] is None else (0,))}
        if ending := _hits([o for o, hours in spans if hours[1] % 24 in named], match, 0.8, of=len(spans)):
            return ending
    if match := _OFF.search(plain):
        start = _hour(match, "h" if match["h"] else "s")
        return _hits([o for o, hours in spans if hours[0] >= start - slack], match, 0.76, of=len(spans))
    if windows and (match := _SIDE.search(plain)):
        return _one_side(spans, match)
    comes = _COMES.search(plain)
    if (match := _LEAVES.search(plain)) and not (comes and comes["g"] and comes.start() < match.start()):
        end = _hour(match, "h")
        return _hits([o for o, hours in spans if hours[1] <= end] if end else [], match, 0.76, of=len(spans))
    if match := comes:
        start = _hour(match, next(n for n in "hgk" if match[n]))
        later = sorted((hours[0], o.index, o) for o, hours in spans if hours[0] >= start - slack)
        next_one = _NEXT_ONE.search(plain)
        return _hits([o for *_, o in (later[:1] if next_one else later)], match, 0.76, of=len(spans))
    return []


def _by_clock(plain: str, spans: Spans, *, windows: bool) -> list[Hit]:
    """By the hour at which it begins, or one that lies in it."""
    match = _AT.search(plain) or (_BARE.search(plain) if windows else None)
    if match is None:
        return []
    at = _hour(match, "h" if match["h"] else "k")
    begins = [o for o, hours in spans if hours[0] == at]
    return _hits(begins or [o for o, (a, b) in spans if windows and a <= at < b], match, 0.8, of=len(spans))


_USUAL = (
    (re.compile(r"^(?:first|1st|days?|day shift|primer\w*|1st shift|first shift)$"), (7.0, 15.0)),
    (re.compile(r"^(?:second|2nd|swing|evenings?|swing shift|segund\w*|2nd shift|second shift|evening shift)$"), (15.0, 23.0)),
    (re.compile(r"^(?:third|3rd|nights?|overnights?|graveyard|tercer\w*|3rd shift|third shift|night shift)$"), (23.0, 31.0)),
)  # fmt: skip
_SIDE = deferred(r"\b(?P<side>before|until|till?|by|after|past|from|antes de las?|despues de las?|hasta las?|desde las?)\s+(?:like |about )?(?:" + _CLOCK.format("h") + r"|(?P<part>lunch|noon|mediodia|work|dinner|the pm))")  # fmt: skip
_OFF = deferred(r"\b(?:get|gets|got|getting|im|be) off (?:work |my (?:other|first|day) job )?(?:at )?" + _CLOCK.format("h") + r"|\bsalgo (?:del? (?:trabajo|otro trabajo) )?a las? (?P<s>\d{1,2})(?P<sh>[ap])?(?P<sm>)")  # fmt: skip
_BARE = deferred(r"^\W*(?:at |around |about |like |say |maybe |como |a las? |tipo )*(?P<h>\d{1,2})(?::?(?P<hm>\d\d))?\s*(?P<hh>[ap])?\.?m?\W*(?:(?:ish|o ?clock|please|works?|would (?:be (?:good|fine|best|great)|work)|is (?:good|fine|best)|or so)\W*)*$|\b(?:a las|como a las?|at|around|about) (?:like )?(?P<k>\d{1,2})(?::?(?P<km>\d\d))?(?!\d)\s*(?P<kh>[ap])?\.?m?\b")  # fmt: skip


def _usual(options: tuple[Offered, ...]) -> Spans:
    """The usual hours of options that are nothing but first, second, third or days, swing, nights."""
    named = [(o, hours) for o in options for pattern, hours in _USUAL if pattern.match(o.name)]
    return named if len(named) == len(options) else []


def _nearest(spans: Spans, wanted: list[tuple[float, float]]) -> list[Offered]:
    """The one shift that most of the hours named lie in; none where it is less than three in five."""
    shares = [
        (max((min(b, y) - max(a, x)) / max(y - x, b - a) for x, y in wanted), o.index, o)
        for o, (a, b) in spans
        if wanted
    ]
    best = sorted(shares, reverse=True, key=lambda share: share[:2])[:2]
    return [best[0][2]] if best and best[0][0] >= 0.6 and (len(best) < 2 or best[1][0] < best[0][0] - 0.2) else []


def _one_side(spans: Spans, match: "re.Match[str]") -> list[Hit]:
    """`before lunch`, `after 4`: the windows on that side of an hour."""
    hour = {"work": 16.5, "dinner": 17.0}.get(match["part"], 12.0) if match["part"] else _hour(match, "h")
    early = match["side"].startswith(("before", "until", "til", "by", "antes", "hasta"))
    return _hits([o for o, (a, b) in spans if (b <= hour if early else a >= hour - 0.25)], match, 0.76, of=len(spans))


_PARTS = (
    (re.compile(r"\b(?:mornings?|early|days?|daytime|dia|manana|first thing)\b"), 4, 11),
    (re.compile(r"\b(?:afternoons?|evenings?|swings?|mid ?day|tardes?|mids?)\b"), 11, 18),
    (re.compile(r"\b(?:nights?|overnights?|graveyard|noche|late)\b"), 18, 29),
)


def _parts_of_day(plain: str, spans: Spans) -> list[Hit]:
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
_ABOUT = deferred(
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


_CLOCK_NAME = deferred(r"^(?P<h>\d{1,2})(?::(?P<hm>\d\d))?\s*(?P<hh>[ap])\.?m?\.?$")
_SAID = deferred(r"(?<![\d:])(?P<h>\d{1,2})(?::(?P<hm>\d\d))?\s*(?:(?P<hh>[ap])\.?m?\b)?")


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


RANGE = deferred(r"(?<![\d:])\d{1,2}(?::?\d\d)?\s*(?:[ap]\.?m?\.?)?\s*(?:-|to|until|till|thru|a)\s*\d{1,2}?(?::?\d\d)?(?!\d)\s*(?:[ap]\.?m?\b)?")  # fmt: skip


def halves(match: "re.Match[str]") -> list[tuple[float, float]]:
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
