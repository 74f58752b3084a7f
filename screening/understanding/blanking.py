"""Parts of a text put out of the way: blanks of the same length stand there, so that every place and quote stays exact."""

import re


def without(plain: str, start: int, end: int) -> str:
    """The text with blanks from `start` to `end`."""
    return plain[:start] + " " * (end - start) + plain[end:]


def blanked(plain: str, *patterns: "re.Pattern[str]") -> str:
    """The text with blanks for whatever the patterns find, one pattern after the other."""
    for pattern in patterns:
        plain = pattern.sub(lambda m: " " * len(m.group()), plain)
    return plain
