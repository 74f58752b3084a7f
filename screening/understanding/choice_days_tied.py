"""A choice among the days of the week by those that are taken (`class is tu/th, sundays are for church, the rest is open`)."""

import re
from typing import Final

from screening.understanding.blanking import without
from screening.understanding.choice_days import Mention, days_said, weekdays_of
from screening.understanding.choice_hits import UNSURE, Hit
from screening.understanding.choice_kept import refused
from screening.understanding.choice_options import Offered
from screening.understanding.deferred import deferred

_MINE: Final = r"(?:kids?|sons?|daughters?|girls?|boys?|baby|babies|children|grand ?(?:kids?|babies|son|daughter)|family|hij[oa]s?|nin[oa]s?|familia)"
_TIED: Final = deferred(
    r"(?<!after )(?<!before )(?<!no )(?<!between )(?<!of )(?<!off )(?<!around )\b(?:church|mass|worship|sabbath|temple|mosque|bible study|choir|dialysis|treatments?|chemo|therapy|rehab|court|class(?:es)?|school|college|practice|games?|football|custody|visitation|babysit\w*|(?:other|second|2nd|otro) (?:job|gig|trabajo)|appointments?|appts?|appt|meetings?|hangover|hungover|iglesia|misa|clases?|escuela|busy|booked|ocupad[oa]|taken|sacred|off limits|descanso"
    rf"|(?:have|got|get|watch|keep|with|tengo|con|cuido) (?:a )?(?:my|the|our|mis?) (?:\w+ )?{_MINE}"
    rf"|my {_MINE}(?=\s*(?:[,.;!?]|$))"
    r"|(?:is|are|s|es|son) (?:for|para|por) (?:the |my |la |el |mi )?(?!me\b|you\b|u\b|work\b|yall\b|sure\b|real\b|mi\b|trabajar\b)[a-z]+)\b"
)
_OPEN: Final = deferred(
    r"\b(?:free|open|available|can|could|good|fine|ok|okay|works?(?! (?:my|at|another|a|the|for)\b)|down|puedo|libres?|disponible|prefer|want|any ?time|best|perfect)\b"
)
_OFF: Final = deferred(
    r"\b(?:need|want|like|must have|have to have|gotta have|keep|take|necesito|quiero)\b(?: \w+){0,3} (?:off|libres?)\b|\boff (?:please|pls|plz)\b"
)
_PARTLY: Final = deferred(
    r"\b(?:till?|until|ends?|lets? out|gets? out|get out|over|done|mornings?|nights?|evenings?|afternoons?|tardes?|noches?|(?:at|by|after|before|from) \d+|\d{1,2} ?[ap]m?|every other|some|sometimes|alternat\w+|half)\b"
)
_CARED_FOR: Final = deferred(
    r"\b(?:mom|mother|ex|dad|father|wife|husband|sister|grandma|aunt|he|she|they|sitter|babysitter|mama|abuela) (?:has|have|gets?|takes?|watch\w*|keeps?|cuida)\b"
    rf"|\b{_MINE} (?:\w+ )?(?:in|at|go to|goes to|have|has|attends?) (?:school|daycare|class|kinder\w*|la escuela)\b"
)
_REST: Final = deferred(
    r"(?<!for )(?<!of )(?<!need )(?<!my )\b(?:the rest|rest of|rest (?=is|are|im|i|works?)|others|other days|(?:any|every) ?(?:thing|day)? (?:else|other)(?: day)?|other than (?:that|those)|besides (?:that|those)|whatever(?:s| is) left|(?:los|las) (?:demas|otros|otras)|el resto|lo demas|demas dias)\b"
)
_BREAK: Final = deferred(
    r"(?P<hard>[,.;!?\n]+|\b(?:but|so|pero|asi que|entonces|then|otherwise|cuz|because|though|porque)\b)|\b(?:and|n|y)\b|&"
)
Piece = tuple[int, int, bool]  # start, end, whether a hard break stands before it


def by_days_tied(plain: str, options: tuple[Offered, ...]) -> list[Hit]:
    """The days left by those that are taken; none where no day is, or only a part of one."""
    days = weekdays_of(options)
    if not days or not (_TIED.search(plain) or _OFF.search(plain)) or _CARED_FOR.search(plain):
        return []
    said = days_said(plain)
    if not said:
        return []
    if _partly_taken(plain, said):
        return [Hit(0, said[0][1], said[0][2], 0.1, UNSURE)]
    taken, wanted = _sorted(plain, said)
    if not taken:
        return []
    every = set(days)
    left = every - taken if _REST.search(plain) or not wanted - taken else every & (wanted - taken)
    if not left or left == every:
        return []
    start, end = min(m[1] for m in said), max(m[2] for m in said)
    return [Hit(days[day].index, start, end, 0.8, "choice.tied") for day in sorted(left)]


def _pieces(plain: str) -> list[Piece]:
    found, at, hard = [], 0, True
    for match in _BREAK.finditer(plain):
        found.append((at, match.start(), hard))
        at, hard = match.end(), bool(match["hard"])
    return [*found, (at, len(plain), hard)]


def _partly_taken(plain: str, said: list[Mention]) -> bool:
    return any(
        _PARTLY.search(plain[start:end]) and _TIED.search(plain[start:end])
        for start, end, _ in _pieces(plain)
        if any(start <= m[1] < end for m in said)
    )


def _sorted(plain: str, said: list[Mention]) -> tuple[set[int], set[int]]:
    """The days taken and those wanted; a bare day joined to others goes with them."""
    known = [
        (piece, held, _standing(plain, piece, held))
        for piece in _pieces(plain)
        if (held := [m for m in said if piece[0] <= m[1] < piece[1]])
    ]
    if not any(standing == "tied" for *_, standing in known):
        return set(), set()
    taken: set[int] = set()
    wanted: set[int] = set()
    for at, (piece, held, standing) in enumerate(known):
        single = len({day for m in held for day in m[0]}) == 1
        before = known[at - 1][2] if at and (not piece[2] or single) else ""
        after = known[at + 1][2] if at + 1 < len(known) and not known[at + 1][0][2] else ""
        stands = standing or before or after
        known[at] = (piece, held, stands)
        (taken if stands in ("tied", "refused") else wanted).update(day for m in held for day in m[0])
    return taken, wanted


def _standing(plain: str, piece: Piece, held: list[Mention]) -> str:
    """How a piece speaks of its days: tied, refused, open, or nothing but the days."""
    start, end, _ = piece
    text = plain
    for _, first, last in held:
        text = without(text, first, last)
    if _OFF.search(plain[start:end]):
        return "tied"
    if _OPEN.search(text[start:end]):
        return "open"
    if _TIED.search(plain[start:end]):
        return "tied"
    if all(refused(plain[:end], Hit(0, m[1], m[2], 0.8, "")) for m in held):
        return "refused"
    return "bare" if re.search(r"[a-z]{4,}", text[start:end]) else ""
