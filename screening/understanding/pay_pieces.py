"""Pay told by a piece of an hour, or by two of them: ten bucks every half hour."""

import re
from dataclasses import dataclass

_PIECE = re.compile(
    r"(?<=\d)\s*(?:dollars?|bucks?|dolares)?\s*(?:/|\b(?:every|each|per|an?|for every|cada|por|la)\b) ?(?:(?P<half>half(?: an?| of an)?[ -]?(?:hour|hr)|(?:30|thirty) ?min(?:ute)?s?|media hora)|(?P<quarter>quarter[ -]?(?:hour|hr)|(?:15|fifteen) ?min(?:ute)?s?|cuarto de hora)|(?P<two>(?:two|2|dos) (?:hours|hrs|horas)|other (?:hour|hr)))\b(?! (?:drive|ride|away|commute|lunch|break|from|walk))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The text with the piece as an hour, where the piece ends, and how often it goes into an hour."""

    plain: str
    end: int
    factor: float


def by_piece(plain: str) -> Piece | None:
    """The piece of an hour a figure is paid by; None where none is told."""
    match = _PIECE.search(plain)
    if match is None:
        return None
    hour = " dollars an hour" if re.search(r"dollar|buck|dolar", match.group()) else " an hour"
    if len(hour) > len(match.group()):
        return None
    factor = 2.0 if match["half"] else 4.0 if match["quarter"] else 0.5
    whole = plain[: match.start()] + hour.ljust(len(match.group())) + plain[match.end() :]
    return Piece(plain=whole, end=match.end(), factor=factor)
