"""One option found in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One option found: where in the plain text, how surely, and by which rule."""

    index: int
    start: int
    end: int
    sure: float
    rule: str
