"""Of several days a text names, the one it answers with."""

import itertools
import re

from screening.scripts.script import Question
from screening.understanding.calendar import add_days
from screening.understanding.date_asked import asked_for
from screening.understanding.deferred import deferred
from screening.understanding.moments import Moment, moved
from screening.understanding.reading import Context

_START = deferred(
    r"\b(?:start|starting|begin|available|availability|free|ready|can (?:do|start|begin|come)|come in|join|could|good|works?|empez\w*|comenz\w*|disponible|puedo|so|then|onboard|con ustedes|with (?:you|yall|u|ya)|able|earliest|from|after|on board|open)\b"
)
_NOT_START = deferred(
    r"\b(?:last day|finish\w*|ends?|ending|done|graduat\w*|back|return\w*|vacation|trip|away|wedding|surgery|appointment|interview\w*|appt|dentist|doctor|moving|born|birthday|laid off|quit|left|hired|applied|expires?|expired|contract|lease|ultimo dia|termino|salgo|(?:dan|dieron|doy) de baja|me corren|off|busy|not|cant|court|finals|exam|move|leave|leaving|out of town)\b"
)
_LINK = deferred(
    r"^\s*(?:to|-|or|and|through|thru|until|til|till|a|al|o|y|hasta|or maybe|/|maybe|,)\s*(?:the |maybe |on |el )*$"
)
_WORKING = deferred(r"\b(?:notice|aviso|give (?:my|them|a)|preaviso)\b")


def _after_then(plain: str, found: list[Moment]) -> bool:
    """Whether the second day says which one after the first is meant (`after new years, monday the 5th`)."""
    first, second = found[0], found[1]
    after = re.search(r"\b(?:after|despues del?|pasando|past)\s+(?:the |el )?$", plain[: first.start])
    near = second.single and first.last < second.first <= add_days(first.last, 21)
    return bool(after and near and re.fullmatch(r"\s*,\s*(?:so |like |maybe )?", plain[first.end : second.start]))


_REASON = deferred(r"\b(?:i work|im on|im at|im in|im out|i have|i got|ive got|my (?:kids|wife|husband|mom)|vacation|trip|spring break|school|til+ the|until the|off)\b")  # fmt: skip


def _alone(plain: str, found: list[Moment]) -> Moment | None:
    """The day that makes the first clause by itself, where what follows tells why (`the 30th, im away the 23rd`)."""
    first, second = found[0], found[1]
    between = plain[first.end : second.start]
    if not first.single or re.search(
        r"[a-z]{3,}", re.sub(r"\b(?:the|on|el|start\w*|can|could)\b", "", plain[: first.start])
    ):
        return None
    tells = re.match(r"\s*(?:[,.;]|\bbut\b|\bcuz\b|\bbecause\b|\bsince\b)", between) and _REASON.search(between)
    return first if tells and not re.search(r"\b(?:so|then|or|after)\b", between) else None


def _spanned(plain: str, found: list[Moment]) -> Moment | None:
    """From one day to the next, where the words between say so."""
    for first, second in itertools.pairwise(found):
        if _weekdays_round(plain, first, second):
            return moved(Moment(first.first, add_days(second.last, 7), first.start, second.end, "date.range", 0.8))
        if span := _between_bounds(plain, first, second) or _side_by_side(plain, first, second):
            return span
        linked = (
            _LINK.match(plain[first.end : second.start])
            and second.last > first.first
            and not re.search(r"\band\b|,", plain[first.end : second.start])
        ) or re.search(r"\b(?:between|entre)\s+(?:the |el )?$", plain[: first.start])
        if linked and (first.rule != "date.length" or second.rule == "date.length"):
            return moved(Moment(first.first, second.last, first.start, second.end, "date.range", 0.85))
    return None


_SO_FREE = deferred(r"\b(?:so|then|can start|could start|available|free)\b[^,.]*$")
_RATHER = deferred(
    r"\bbut (?:the )?$|\b(?:prefer|rather|preferably|mejor|prob|probably|more likely|more like|most likely|leaning)\b[^,.]{0,10}$"
)
_BEST = deferred(r"\s*(?:is|would be|works|es)? ?(?:best|better|ideal|perfect|preferred|mejor|\W*$)")
_GIVEN = deferred(r"already|gave|put in|di (?:mi )?aviso")
_COUNTED_FROM = deferred(r"\b(?:from|after|on|starting)\b")


def chosen(plain: str, found: list[Moment], question: Question, context: Context) -> Moment | None:
    """The one mention, or the span from one to the next."""
    if len(found) == 1:
        idle = _CANNOT.match(plain[found[0].end :]) or _DONE_WITH_YOU.search(plain[: found[0].start])
        asked = asked_for(question, context)
        return None if idle and not (asked.back or asked.ends) else found[0]
    last = found[-1]
    if _after_then(plain, found):
        return found[1]
    if told := _praised(plain, found) or _closer(found):
        return told
    if alone := _alone(plain, found):
        return alone
    if len(found) > 2 and _SO_FREE.search(plain[found[-2].end : last.start]):
        return last
    if _RATHER.search(plain[: last.start]) and _BEST.match(plain[last.end :]):
        return last
    if span := _listed(plain, found) or _spanned(plain, found):
        return span
    if notice := _notice_from(plain, found, context):
        return notice
    roles = _roles(question, context)
    scored = [(_weight(plain, found, index, roles), -index, moment) for index, moment in enumerate(found)]
    return max(scored, key=lambda item: item[:2])[2]


def _notice_from(plain: str, found: list[Moment], context: Context) -> Moment | None:
    """`2 weeks notice from friday`: a length counted from a day."""
    lengths = [m for m in found if m.rule == "date.length"]
    if len(lengths) != 1 or len(found) != 2 or not _WORKING.search(plain) or _GIVEN.search(plain):
        return None
    notice, today = lengths[0], context.now.date()
    other = next(m for m in found if m is not notice)
    if not _COUNTED_FROM.search(plain[notice.end : other.start]):
        return None
    return moved(
        other,
        first=add_days(other.first, (notice.first - today).days),
        last=add_days(other.last, (notice.last - today).days),
    )


def _between_bounds(plain: str, first: Moment, second: Moment) -> Moment | None:
    """`after christmas but before new years`."""
    after = re.search(r"\b(?:after|despues del?)\s+(?:the |el )?$", plain[: first.start])
    before = re.fullmatch(
        r"\W*(?:(?:but|and|y|pero)\W+)?(?:before|antes del?)\s+(?:the |el )?", plain[first.end : second.start]
    )
    if not after or not before or second.first <= first.last:
        return None
    return Moment(add_days(first.last, 1), add_days(second.first, -1), first.start, second.end, "date.range", 0.85)


_BESIDE = deferred(r"\s*[,/&]?\s*(?:(?:or|and|n|o|y)\s+)?(?:the |on |el )?")


def _side_by_side(plain: str, first: Moment, second: Moment) -> Moment | None:
    """`late dec early jan`."""
    parts = first.rule == second.rule == "date.month" and not (first.single or second.single)
    if not parts or second.first < first.last or not _BESIDE.fullmatch(plain[first.end : second.start]):
        return None
    return Moment(first.first, second.last, first.start, second.end, "date.range", 0.8)


def _listed(plain: str, found: list[Moment]) -> Moment | None:
    """Three days or more in a row: `the 10th, 11th or 12th`."""
    run = [found[0]]
    for moment in found[1:]:
        if not (
            moment.single and moment.first > run[-1].first and _BESIDE.fullmatch(plain[run[-1].end : moment.start])
        ):
            break
        run.append(moment)
    if len(run) < 3 or not run[0].single or len(run) < len(found):
        return None
    return Moment(run[0].first, run[-1].last, run[0].start, run[-1].end, "date.range", 0.8)


def _praised(plain: str, found: list[Moment]) -> Moment | None:
    """`friday would be best but thursday works`."""
    behind = plain[found[0].end : found[1].start]
    praise = re.match(
        r"\s*(?:(?:in the )?(?:morning|mornings|afternoon|am|pm)\s+)?(?:is|would be|works|is my|are)? ?(?:best|better|ideal|perfect|preferred|first choice)\b",
        behind,
    )
    return found[0] if praise and re.search(r"\b(?:but|tho|though|otherwise|if not|or)\b", behind) else None


_LOOSE = ("date.week", "date.month", "date.relative_month", "date.season", "date.year")


def _closer(found: list[Moment]) -> Moment | None:
    """Of a week or a month and two days of it (`the other week, the 19th thru the 21st`), the days."""
    exact = [m for m in found if m.rule in ("date.days_between", "date.month_days")]
    loose = all(m.rule in _LOOSE for m in found if m not in exact)
    return exact[0] if len(exact) == 1 and loose else None


def _weekdays_round(plain: str, first: Moment, second: Moment) -> bool:
    """`mon-fri` said on a Thursday: the Friday after that Monday."""
    return (
        first.rule == second.rule == "date.weekday"
        and second.first < first.first
        and bool(re.fullmatch(r"\s*(?:-|to|thru|through|til+|a|al)\s*(?:the |el )?", plain[first.end : second.start]))
    )


_SO = deferred(
    r"(?:\bso\b|\bthen\b|\basi que\b|\bentonces\b|\bmejor\b|\blets (?:say|do)\b|\b(?:gimme|give me|dame|denme) (?:til+|until|hasta)\b|\bid say\b|\bcall it\b|\bbut\b|\bpero\b)\W+(?:\w+\W+){0,3}$"
)


_ENDED = deferred(
    r"\b(?:last day|finish\w*|ends?|ended|ending|done|graduat\w*|left|leaving|quit|let go|laid off|fired|walked|expir\w*|until|til+|thru|through|lapse[sd]?|good|valid|ultimo dia|termin\w*|sali|salgo|venc\w*|hasta)\b"
)
_BEGAN = deferred(
    r"\b(?:start(?:ed|ing|s)?|began|hired|issued|got it|got mine|new job|interview\w*|applied|renew\w*|took|class|since|from|empe\w+|inici\w+|desde|paid|check|birthday)\b"
)
_TO_COME = deferred(r"\b(?:expir\w*|good|valid|until|til+|next|renew\w*|due|again|have to|need)\b")
_Roles = tuple["re.Pattern[str]", "re.Pattern[str]"]


def _roles(question: Question, context: Context) -> _Roles:
    """The words beside a day that speak for it and against it, as the question asks for a start, an end or what has been."""
    asked = asked_for(question, context)
    if asked.ends:
        return _ENDED, _BEGAN
    return (_DID, _TO_COME) if asked.back else (_START, _NOT_START)


_DID = deferred(r"\b(?:got|took|did|had it|went|moved|came|started|passed|finished|hice|tuve|llegue|saque)\b")


_DONE_WITH_YOU = deferred(
    r"\b(?:i )?(?:applied|interviewed|submitted|emailed|called|texted|turned (?:it|my \w+) in|sent (?:it|my \w+)(?: in)?|filled (?:it )?out|got paid|talked to \w+)\b(?: \w+){0,2}? (?:the |el )?$"
)
_TOLD_OF = deferred(
    r"\s*(?:nights?|mornings?|afternoons?|evenings?)?\s*(?:is|are|s) (?:my |the |our |for )?(?!good|fine|ok|okay|best|great|perfect|when|cool|open|free|better|doable|possible|day|earliest|soonest|work|a good|what|where|my first|first|soon|ideal|easiest|it\b)[a-z]{3,}"
)
_CANNOT = deferred(
    r"\s*(?:so not (?:then|that day|that one)|of never|(?:i|that|that one|wont|it) )?(?:cant|cannot|no puedo)(?! (?:wait|start|begin|till?|until|before|be|make it|empezar|antes))\b|(?:(?:that|that one|it) )?(?:doesnt work|wont work|dont work|is (?:out|no good|a no|bad)|im (?:busy|out|away|gone)|no me (?:queda|sirve))\b"
)


def _weight(plain: str, found: list[Moment], index: int, roles: _Roles) -> int:
    start = found[index - 1].end if index else 0
    before = plain[start : found[index].start]
    concluded = 3 * bool(index and _SO.search(before))
    end = found[index + 1].start if index + 1 < len(found) else len(plain)
    after = re.split(r"[,.;]|\b(?:but|and|so|then)\b", plain[found[index].end : end])[0]
    return (
        concluded
        - 3 * bool(_TOLD_OF.match(plain[found[index].end : end]))
        - 3 * bool(_CANNOT.match(plain[found[index].end : end]))
        + 2 * bool(roles[0].search(before))
        + bool(roles[0].search(after))
        - 2 * bool(roles[1].search(before))
        - bool(roles[1].search(after))
    )
