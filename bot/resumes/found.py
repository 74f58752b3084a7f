"""What can be found in a file: its text with what was hidden in it, or why it cannot be read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LARGEST_FILE: Final = 5 << 20  # bytes
LONGEST_TEXT: Final = 100_000  # characters; the rest is left out
MOST_PAGES: Final = 20


class Why(StrEnum):
    """Why a file cannot be read."""

    EMPTY = "empty"
    LARGE = "large"
    UNKNOWN = "unknown"  # neither PDF nor DOCX, whatever its name says
    OLD_WORD = "old_word"  # .doc or .rtf
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    BOMB = "bomb"  # far larger inside than outside, or made to harm
    MACROS = "macros"
    SCANNED = "scanned"  # no text in it
    SLOW = "slow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The text as a person would read it, in order; `hidden`: words nobody would see, which are not in the text."""

    text: str
    kind: str = ""  # pdf or docx
    hidden: tuple[str, ...] = ()


class Unreadable(Exception):
    """The file cannot be read."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
