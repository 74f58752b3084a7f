"""What was typed, taken apart: plain words, key=value pairs, jobs, channels, people."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.slack.text import plain

_QUOTES = {'"': '"', "“": "”", "„": "“”", "”": "”", "«": "»", "'": "'", "‘": "’"}
_KEY = re.compile(r"([A-Za-z_]{1,30})=", re.ASCII)
_CHANNEL = re.compile(r"<#([CGD][A-Z0-9]{2,30})(?:\|[^<>]*)?>")
_BARE_CHANNEL = re.compile(r"[CG][A-Z0-9]{7,30}")
_JOB = re.compile(r"(?:#|job[-_ ]?|JOB[-_ ]?)?(\d{1,12})", re.IGNORECASE)
_JOB_URL = re.compile(r"https?://\S*?/opportunity/\S*?(\d{1,12})/?(?:[?#]\S*)?", re.IGNORECASE)
LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one command, without the sub-command itself."""

    plain: tuple[str, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)

    def at(self, place: int) -> str:
        """The plain word at a place, or nothing."""
        return self.plain[place] if place < len(self.plain) else ""

    def joined(self, start: int = 0, end: int | None = None) -> str:
        """Plain words as one: names hold spaces."""
        return " ".join(self.plain[start:end])

    def get(self, key: str) -> str:
        """A named value, or nothing."""
        return self.named.get(key, "")

    def unknown(self, *known: str) -> str:
        """The first key that means nothing here."""
        return next((key for key in self.named if key not in known), "")


def read(text: str) -> Words:
    """Takes typed text apart; quotes may be typographic, and one left open runs to the end."""
    found: list[str] = []
    named: dict[str, str] = {}
    for word, quoted in _split(text[:LONGEST]):
        key = None if quoted else _KEY.match(word)
        if key:
            named[key[1].lower()] = _value(word[key.end() :])
        elif word or quoted:
            found.append(_value(word))
    return Words(plain=tuple(found), named=MappingProxyType(named))


def _split(text: str) -> list[tuple[str, bool]]:
    """Words, and whether they began with a quote; <...> of Slack's and quoted text stay whole."""
    words: list[tuple[str, bool]] = []
    at, end = 0, len(text)
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        word, quoted, at = _one(text, at)
        words.append((word, quoted))
    return words


def _one(text: str, at: int) -> tuple[str, bool, int]:
    word, quoted = "", text[at] in _QUOTES
    while at < len(text) and not text[at].isspace():
        if text[at] in _QUOTES and (not word or word.endswith("=")):
            inside, at = _until(text, at + 1, _QUOTES[text[at]])
            word += inside
        elif text[at] == "<":
            inside, at = _until(text, at + 1, ">")
            word += f"<{inside}>"
        else:
            word, at = word + text[at], at + 1
    return word, quoted, at


def _until(text: str, start: int, closing: str) -> tuple[str, int]:
    end = next((n for n in range(start, len(text)) if text[n] in closing), len(text))
    return text[start:end], end + 1


def _value(word: str) -> str:
    return word.strip() if _CHANNEL.fullmatch(word.strip()) else plain(word).strip()


def job_id(word: str) -> str | None:
    """Tracker's job id out of `1020`, `JOB-1020` or the job's address."""
    found = _JOB.fullmatch(word.strip()) or _JOB_URL.fullmatch(word.strip())
    return str(int(found[1])) if found else None


def channel_id(word: str) -> str | None:
    """A channel's id out of what Slack sends for `#c`; None for a bare name."""
    found = _CHANNEL.fullmatch(word.strip())
    if found:
        return found[1]
    return word.strip() if _BARE_CHANNEL.fullmatch(word.strip()) else None


def screening_id(word: str) -> str:
    """A screening's id as cards show it, whatever its prefix was typed like; empty where it is none."""
    found = re.fullmatch(r"gr-?([A-Za-z0-9_-]{1,60})", word.strip(), re.IGNORECASE)
    return f"GR-{found[1]}" if found else ""
