"""Words of options in another sense (`let me check`, `my last name is West`) are put out of the way before a choice is read."""

import re
from functools import lru_cache
from typing import Final

from screening.understanding.blanking import blanked, without
from screening.understanding.choice_options import Offered
from screening.understanding.tables import table, words

_LENGTHS: Final = re.compile(
    r"\b(?:(?:\d{1,2}|eight|ten|twelve|ocho|diez|doce) ?-?(?:hours?|hrs?|h) ?-?(?:days?|shifts?)|(?:[1-6]|one|two|three|four|five|six) days? (?:a|per|on|of|every|out of))\b"
)
_MEASURED: Final = re.compile(r"\b\d+ ?-?(?:hours?|hrs?|h|days?|x)\b|\bday\b(?! shift)")
_FEWEST: Final = 3  # letters of a word that an option may share


def without_other_senses(plain: str, options: tuple[Offered, ...]) -> str:
    """The text with such words blanked where an option shares one of them, save where it is worded so (`Green card`)."""
    names = _names(options)
    if not _MEASURED.search(names):
        plain = blanked(plain, _LENGTHS)
    spoken = re.findall(r"[a-z]+", names)
    for section in table("other_senses"):
        for match in words("other_senses", section).finditer(plain):
            shared = any(
                min(len(name), len(word)) >= _FEWEST and (name.startswith(word) or word.startswith(name))
                for word in re.findall(r"[a-z]+", match.group())
                for name in spoken
            )
            said = match.group().strip()
            if shared and not (said in names if " " in said else said in names.split("\n")):
                plain = without(plain, *match.span())
    return plain


@lru_cache(maxsize=256)
def _names(options: tuple[Offered, ...]) -> str:
    return "\n".join(name for option in options for name in (*option.names, *option.also))
