"""Applying by text: `APPLY 1020`, with or without a name."""

import re
from dataclasses import dataclass
from typing import Final

APPLY: Final = re.compile(
    r"^\W*(?:apply|applying|aplicar|postular)\b\W*(?:(?:for|to|para|a)\b\W*)?(?:(?:job|empleo)\b\W*)?(\d{1,9})\b(.*)$",
    re.IGNORECASE | re.DOTALL,
)
NAME: Final = re.compile(
    r"^[\s,.:;-]*(?:(?:my name is|i am|i'm|soy|me llamo)\s+)?([^\W\d_][^\d\n!?]{1,58})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Somebody wants to apply; `name` is empty where they gave none."""

    job: int
    name: str = ""


def read_wish(text: str) -> Wish | None:
    """The wish in a text, if it is nothing but that."""
    found = APPLY.match(text[:300])
    if found is None:
        return None
    named = NAME.match(found[2])
    name = " ".join(named[1].strip(" .,;-").split()) if named else ""
    return Wish(job=int(found[1]), name=name if len(name.split()) <= 5 else "")
