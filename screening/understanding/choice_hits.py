"""One option found in a text."""

from dataclasses import dataclass
from typing import Final

UNSURE: Final = "choice.unsure"  # of a hit: what is said can be told apart no further, and is asked again


@dataclass(frozen=True, slots=True)
class Hit:
    """One option found: where in the plain text, how surely, and by which rule."""

    index: int
    start: int
    end: int
    sure: float
    rule: str
