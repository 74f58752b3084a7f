"""Of several days a text names, the one it answers with."""

import itertools
import re

from screening.scripts.script import Question
from screening.understanding.calendar import add_days
from screening.understanding.moments import Moment, moved
from screening.understanding.reading import Context

_START = re.compile(
    r"\b(?:start|starting|begin|available|availability|free|ready|can (?:do|start|begin|come)|come in|join|could|good|works?|empez\w*|comenz\w*|disponible|puedo|so|then|onboard|able|earliest|from|after|on board|open)\b"
)
_NOT_START = re.compile(
    r"\b(?:last day|finish\w*|ends?|ending|done|graduat\w*|back|return\w*|vacation|trip|away|wedding|surgery|appointment|interview\w*|appt|dentist|doctor|moving|born|birthday|laid off|quit|left|hired|applied|expires?|expired|contract|lease|ultimo dia|termino|salgo|off|busy|not|cant|court|finals|exam|move|leave|leaving|out of town)\b"
)
_LINK = re.compile(
    r"^\s*(?:to|-|or|and|through|thru|until|till|a|al|o|y|hasta|or maybe|/|maybe|,)\s*(?:the |maybe |on |el )*$"
)
_WORKING = re.compile(r"\b(?:notice|aviso|give (?:my|them|a)|preaviso)\b")


def _after_then(plain: str, found: list[Moment]) -> bool:
    """Whether the second day says which one after the first is meant (`after new years, monday the 5th`)."""
    first, second = found[0], found[1]
    after = re.search(r"\b(?:after|despues del?|pasando|past)\s+(?:the |el )?$", plain[: first.start])
    near = second.single and first.last < second.first <= add_days(first.last, 21)
    return bool(after and near and re.fullmatch(r"\s*,\s*(?:so |like |maybe )?", plain[first.end : second.start]))


_REASON = re.compile(r"\b(?:i work|im on|im at|im in|im out|i have|i got|ive got|my (?:kids|wife|husband|mom)|vacation|trip|spring break|school|til+ the|until the|off)\b")  # fmt: skip


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


def chosen(plain: str, found: list[Moment], question: Question, context: Context) -> Moment | None:
    """The one mention, or the span from one to the next."""
    if len(found) == 1:
        return found[0]
    last = found[-1]
    if _after_then(plain, found):
        return found[1]
    if alone := _alone(plain, found):
        return alone
    if len(found) > 2 and re.search(
        r"\b(?:so|then|can start|could start|available|free)\b[^,.]*$", plain[found[-2].end : last.start]
    ):
        return last
    best = re.search(r"\bbut (?:the )?$|\b(?:prefer|rather|preferably|mejor)\b[^,.]{0,10}$", plain[: last.start])
    if best and re.match(
        r"\s*(?:is|would be|works|es)? ?(?:best|better|ideal|perfect|preferred|mejor|\W*$)", plain[last.end :]
    ):
        return last
    for first, second in itertools.pairwise(found):
        linked = (
            _LINK.match(plain[first.end : second.start])
            and second.last > first.first
            and not re.search(r"\band\b|,", plain[first.end : second.start])
        ) or re.search(r"\b(?:between|entre)\s+(?:the |el )?$", plain[: first.start])
        if linked and (first.rule != "date.length" or second.rule == "date.length"):
            return moved(Moment(first.first, second.last, first.start, second.end, "date.range", 0.85))
    lengths = [m for m in found if m.rule == "date.length"]
    if (
        len(lengths) == 1
        and _WORKING.search(plain)
        and len(found) == 2
        and not re.search(r"already|gave|put in|di (?:mi )?aviso", plain)
    ):
        other = next(m for m in found if m is not lengths[0])
        if re.search(r"\b(?:from|after|on|starting)\b", plain[lengths[0].end : other.start]):
            return moved(
                other,
                first=add_days(other.first, (lengths[0].first - context.now.date()).days),
                last=add_days(other.last, (lengths[0].last - context.now.date()).days),
            )
    scored = [(_weight(plain, found, index), -index, moment) for index, moment in enumerate(found)]
    return max(scored, key=lambda item: item[:2])[2]


_SO = re.compile(
    r"(?:\bso\b|\bthen\b|\basi que\b|\bentonces\b|\bmejor\b|\blets (?:say|do)\b|\bid say\b|\bcall it\b|\bbut\b|\bpero\b)\W+(?:\w+\W+){0,3}$"
)


def _weight(plain: str, found: list[Moment], index: int) -> int:
    start = found[index - 1].end if index else 0
    before = plain[start : found[index].start]
    concluded = 3 * bool(index and _SO.search(before))
    end = found[index + 1].start if index + 1 < len(found) else len(plain)
    after = re.split(r"[,.;]|\b(?:but|and|so|then)\b", plain[found[index].end : end])[0]
    return (
        concluded
        + 2 * bool(_START.search(before))
        + bool(_START.search(after))
        - 2 * bool(_NOT_START.search(before))
        - bool(_NOT_START.search(after))
    )
