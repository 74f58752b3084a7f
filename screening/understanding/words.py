"""A text made plain enough to read, with the way back to the words as sent."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LIMIT = 1_600  # characters looked at
SIGNS = 12  # signs and spaces in a row that are kept
_DROPPED = {"'", "\u2018", "\u2019", "\u02bc", "\u00b4", "`", "\ufe0f", "\u200d", "\u00ad", "\ufeff", "\u2060"}
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"


@dataclass(frozen=True, slots=True)
class Said:
    """A text as sent (`raw`) and as read (`plain`): small letters, no accents, no apostrophes, no invisible marks."""

    raw: str
    plain: str
    at: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """The words as sent behind `plain[start:end]`, an exact substring of `raw`."""
        if not self.plain[start:end].strip():
            return self.raw
        while self.plain[start].isspace():
            start += 1
        while self.plain[end - 1].isspace():
            end -= 1
        return self.raw[self.at[start] : self.at[end - 1] + 1]

    def all(self) -> str:
        """The whole text as sent, without the spaces around it."""
        return self.raw.strip() or self.raw


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    if (
        char in _DROPPED
        or char in "\u200b\u200c\u200e\u200f"
        or "\u202a" <= char <= "\u202e"
        or "\u2066" <= char <= "\u2069"
    ):
        return ""
    if "\U0001f3fb" <= char <= "\U0001f3ff":  # skin tones
        return ""
    if "\ud800" <= char <= "\udfff":
        return " "
    if char in _FRACTIONS:
        return _FRACTIONS[char]
    if char in _DASHES:
        return "-"
    folded = unicodedata.normalize("NFKD", char).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c)) or ("" if unicodedata.combining(char) else " ")


def said(text: str) -> Said:
    """Make a text plain; at most LIMIT characters of it. A letter thrice or more ("yesss") stands once.

    Of a long run of signs and spaces only the first SIGNS stand, so that no pattern has to look through a flood of them.
    """
    plain: list[str] = []
    at: list[int] = []
    run = signs = 0
    for index, char in enumerate(text[:LIMIT]):
        for letter in _letter(char):
            signs = 0 if letter.isalnum() else signs + 1
            if signs > SIGNS:
                at[-1] = index
                continue
            run = run + 1 if plain and plain[-1] == letter and letter.isalpha() else 1
            if run == 3:
                plain.pop()
                at.pop()
            if run >= 3:
                at[-1] = index
                continue
            plain.append(letter)
            at.append(index)
    return Said(text, "".join(plain), tuple(at))


@lru_cache(maxsize=512)
def flat(text: str) -> str:
    """The plain form of a short text of our own (an option, an example)."""
    return re.sub(r"\s+", " ", said(text).plain).strip()


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number of a plain text."""

    text: str
    start: int
    end: int


_TOKEN = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")


def tokens(plain: str) -> list[Token]:
    """The words, digit runs and signs of a plain text."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(plain)]


@lru_cache(maxsize=64)
def words_of(plain: str) -> tuple[str, ...]:
    """The bare words of a plain text."""
    return tuple(re.findall(r"[a-z0-9]+", plain))


_CLAUSE = re.compile(r"[.!?;\n]+\s*|,\s*|\s+(?:but|pero|although|though|however|aunque)\s+|\s+-\s+")


def clauses(plain: str) -> list[tuple[int, int]]:
    """Start and end of each clause."""
    found, start = [], 0
    for match in _CLAUSE.finditer(plain):
        if "." in match.group() and _inside_number(plain, match.start()):
            continue
        if "," in match.group() and _inside_number(plain, match.start()):
            continue
        if plain[start : match.start()].strip():
            found.append((start, match.start()))
        start = match.end()
    if plain[start:].strip():
        found.append((start, len(plain)))
    return found


def _inside_number(plain: str, index: int) -> bool:
    return (
        index + 1 < len(plain)
        and plain[index + 1].isdigit()
        and (index == 0 or plain[index - 1].isdigit() or plain[index - 1] == " ")
    )
