"""Schooling told step by step (`graduated hs, did a semester`): the highest step reached, by the options of a question."""

import re
from functools import lru_cache
from typing import Final

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_kept import not_yet, refused
from screening.understanding.choice_options import Offered

_STEPS: Final = (
    r"(?:less than|no|some) (?:a )?(?:high ?school|diploma|ged|hs)|did not (?:finish|complete)|didnt|grade school|elementary|middle school|below",
    r"high ?school|ged|diploma|hs\b|secondary|prepa",
    r"some college|college,? no degree|some (?:post|uni)|trade|vocational|technical|certificate",
    r"associate|2[ -]?year|two[ -]year",
    r"bachelor|4[ -]?year|four[ -]year|college degree|undergraduate|licenciatura|degree",
    r"master|graduate|advanced|post",
    r"doctor|phd",
)
_REACHED: Final = (
    r"dropp?ed out(?: (?:in|at|of|my)\b.{0,12}?(?:grade|hs|high ?school|school))?(?! of (?:college|uni\w*|state|\w+ state))|(?:quit|left|stopped) (?:school )?(?:in|at|after) (?:the )?\w+(?: grade)?|(?:didnt|never|didn t|no) (?:finish\w*|graduat\w*|termine|walk(?:ed)?)(?: (?:hs|high ?school|school|la prepa|la secundaria))?|up to (?:the )?\w+ grade|no (?:diploma|ged)|(?:6th|7th|8th|9th|10th|11th|sixth|seventh|eighth|ninth|tenth|eleventh)(?: grade)?",
    r"high ?school|hs\b|ged\b|diploma|class of|walk(?:ed)? (?:across )?(?:the|that) stage|cap and gown|graduated?\b(?! (?:from )?(?:college|uni))|hiset|prepa(?:ratoria)?|bachillerato|12th",
    r"(?:\d+|an?|one|two|couple|few|half a|some) (?:\w+ )?(?:sem\b|sems\b|semesters?|quarters?|credits?|credit hours|classes|courses|years? (?:of|at|in) (?:college|uni\w*|state|\w+ state|community|comm))|some college|credits?\b|community college|comm college|juco|tri-?c|dropp?ed out of (?:college|uni\w*|state|\w+ state)|(?:college|state|uni\w*) (?:drop ?out|dropout)|(?:junior|sophomore|freshman|senior) year (?:of|at|in) (?:college|uni\w*)|never finished (?:my )?(?:degree|college)|(?:trade|tech|technical|vocational|beauty|cosmetology) school|universidad trunca|unos semestres",
    r"associate\w*|aas?\b|a\.a\.?|as degree|2[ -](?:year|yr)(?: degree)?|two[ -]year(?: degree)?|tecnico superior|tsu\b",
    r"bachelor\w*|b\.?[as]\.?\b(?= (?:in|from|degree))|bsn\b|bba\b|4[ -](?:year|yr)(?: degree)?|college (?:grad\w*|degree)|graduated (?:from )?(?:college|uni\w*)|licenciatura|univ\w* degree|ingenier\w+|licenciad[oa]",
    r"master\w*|mba\b|msw?\b|m\.?ed\b|maestria|grad school",
    r"phd|doctora\w*|jd\b|law school|ed\.?d\b",
)
_ASKED: Final = re.compile(
    r"\b(?:highest|level of|how much|last|your) (?:\w+ ){0,3}?(?:education|school\w*|degree|grade)|\beducation\b|\bescolaridad\b|\bnivel de (?:estudios|educacion)\b"
)


@lru_cache(maxsize=256)
def _steps(options: tuple[Offered, ...]) -> tuple[tuple[int, Offered], ...]:
    """(step, option) from the lowest up; none unless three options are steps of schooling that rise."""
    found = []
    for option in options:
        steps = [n for n, pattern in enumerate(_STEPS) if re.search(rf"\b(?:{pattern})", option.name)]
        if steps:
            found.append((2 if 2 in steps else steps[0], option))
    rising = [step for step, _ in found]
    return tuple(found) if len(found) >= 3 and rising == sorted(set(rising)) else ()


@lru_cache(maxsize=8)
def _reached(step: int) -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{_REACHED[step]})")


def by_ladder(plain: str, asked: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The highest step a text says was reached, or the next below that is offered; nothing of what is only begun with."""
    known = _steps(options) if _ASKED.search(asked) else ()
    if not known or "?" in plain:
        return []
    for step in range(len(_REACHED) - 1, -1, -1):
        for match in _reached(step).finditer(plain):
            spot = Hit(0, *match.span(), 0.8, "choice.ladder")
            begun = step != 2 and (
                not_yet(plain, spot) or _SHORT.search(plain[: match.start()]) or _BEGUN.match(plain[match.end() :])
            )
            if step == 2 and _LOWER.match(plain[match.end() :]):
                continue
            if step and (refused(plain, spot) or _SOMEBODY.search(plain[: match.start()])):
                continue
            reached = {1: 0, 3: 2, 4: 2 if any(at == 2 for at, _ in known) else 3}.get(step, step) if begun else step
            option = _offered(known, reached)
            return [Hit(option.index, *match.span(), 0.8, "choice.ladder")] if option else []
    return []


def _offered(known: tuple[tuple[int, Offered], ...], reached: int) -> Offered | None:
    """The option of a step: its own, else one that goes on above, or some college for two years of it."""
    own = [option for at, option in known if at == reached or (reached == 3 and at == 2)]
    open_ended = [
        o for at, o in known if at < reached and re.search(r"\b(?:higher|above|more|beyond|up|greater)\b", o.name)
    ]
    return own[-1] if own else open_ended[-1] if open_ended else None


_LOWER: Final = re.compile(
    r"\W*(?:\w+ )?(?:to|from|for|short of|away from|left)\b[^.,;]*\b(?:ged|diploma|high ?school|hs)\b"
)
_SHORT: Final = re.compile(
    r"\b(?:still in|short of|shy of|short for|away from|till?|until|before|off from|finish(?:ing)?|towards?|left (?:to|for|on|till?|until|before)) (?:(?:i )?(?:get|finish|earn|have) )?(?:my |a |an |the )?$"
)
_BEGUN: Final = re.compile(r"\W*(?:drop ?out|in progress|(?:next|this) (?:may|june|december|spring|year)|classes|student|program|pending|almost|not (?:done|finished)|soon)\b")  # fmt: skip
_SOMEBODY: Final = re.compile(r"\b(?:my (?:\w+ )?(?:son|daughter|wife|husband|mom|dad|brother|sister|kids?)|school of hard)\b[^.,;]*$")  # fmt: skip
