"""Whether a text says that there is no resume."""

import re
from typing import Final

_PAPER: Final = r"(?:resume|résumé|cv|c\.v\.|curr[ií]cul\w+|hoja de vida)"
_NONE: Final = re.compile(
    rf"\b(?:(?:don'?t|dont|do not|doesn'?t|didn'?t|haven'?t|never)\b[^.!?]{{0,30}}\b(?:have|got|need|made|wrote|written|own|use)\b[^.!?]{{0,20}}\b(?:{_PAPER}|one)\b"
    rf"|(?:no|without(?: an?)?|sin)\s+(?:updated\s+)?{_PAPER}|no\s+(?:tengo|cuento)\b[^.!?]{{0,30}}(?:{_PAPER}|$)|skip(?: it| this)?\s*$)",
    re.IGNORECASE,
)


def has_none(text: str) -> bool:
    """`I don't have a resume`, `no cv`, `no tengo`, `skip`."""
    return bool(_NONE.search(text.replace("’", "'")))
