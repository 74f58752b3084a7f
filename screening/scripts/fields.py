"""Reading one table of a script: every field checked, every problem kept with its line."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from screening.errors import Problem
from screening.scripts.durations import read_duration
from screening.scripts.positions import Path, line_of

LANGUAGES: Final = ("en", "es")
PLACEHOLDERS: Final = ("first_name", "job", "brand")
LONGEST_LIST: Final = 100
FAR: Final = 1e9  # no number of a script lies beyond
SHORTEST_WAIT: Final = 60.0
_PLACEHOLDER: Final = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_NAMES: Final = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def name_of(value: object) -> str:
    """What a value of that sort is called in a message."""
    return _NAMES.get(type(value), "a date or time")


def cut(word: object, longest: int = 40) -> str:
    """A word as it may stand in a message."""
    text = str(word)
    return text if len(text) <= longest else f"{text[:longest]}..."


def not_known(what: str, word: str, known: Iterable[str]) -> str:
    """A sentence that names the word and the closest valid one, or all of them."""
    words = {word.casefold(): word for word in known}
    close = get_close_matches(word.casefold(), words, n=1, cutoff=0.5)
    end = f"did you mean '{words[close[0]]}'?" if close else f"known are {', '.join(words.values())}"
    return f"{what} '{cut(word)}' is not known; {end}"


class Found:
    """The problems found so far, each at the line of what it is about."""

    def __init__(self, lines: Mapping[Path, int]) -> None:
        """`lines` is where every key stands."""
        self.lines = lines
        self.problems: list[Problem] = []

    def line(self, path: Path) -> int:
        """The line of that path."""
        return line_of(self.lines, path)

    def say(self, path: Path, message: str) -> None:
        """Keeps an error about the thing at `path`."""
        self.problems.append(Problem(self.line(path), message))


@dataclass(slots=True, kw_only=True)
class Fields:
    """One table being read; what was never asked for is unknown."""

    values: Mapping[str, object]
    at: Path
    found: Found
    asked: set[str] = field(default_factory=set)

    def get(self, key: str) -> object:
        """The raw value, None where absent."""
        self.asked.add(key)
        return self.values.get(key)

    def wrong(self, key: str, message: str) -> None:
        """Keeps an error about that key."""
        self.found.say((*self.at, key), message)

    def unknown(self, known: Iterable[str] = ()) -> None:
        """Names every key that nobody asked for."""
        words = tuple(dict.fromkeys((*known, *sorted(self.asked))))
        for key in self.values:
            if key not in self.asked:
                self.wrong(key, not_known("key", key, words))

    def words(self, key: str, *, default: str = "", longest: int = 200, required: bool = False) -> str:
        """Text on one or more lines, trimmed; never empty where given."""
        value = self.get(key)
        if value is None:
            if required:
                self.found.say(self.at, f"'{key}' is missing")
            return default
        fault = fault_in_words(value, longest)
        if fault:
            self.wrong(key, f"'{key}' {fault}")
            return default
        return str(value).strip()

    def one_of(self, key: str, known: Iterable[str], *, default: str = "", required: bool = False) -> str:
        """One of the known words."""
        word = self.words(key, default=default, required=required)
        known = tuple(known)
        if word in known or word == default:
            return word
        self.wrong(key, not_known(key, word, known))
        return default

    def number(self, key: str, *, low: float, high: float) -> float | None:
        """A number within bounds."""
        value = self.get(key)
        if value is None:
            return None
        fault = fault_in_number(value, low, high)
        if fault:
            self.wrong(key, f"'{key}' {fault}")
            return None
        return plain(value)

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(key, f"'{key}' must be true or false, not {name_of(value)}")
        return value is True

    def items(self, key: str) -> tuple[tuple[Path, object], ...]:
        """The items of a list, each with its path."""
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(key, f"'{key}' must be a list, not {name_of(value)}")
            return ()
        if len(value) > LONGEST_LIST:
            self.wrong(key, f"'{key}' has {len(value)} items; {LONGEST_LIST} are allowed")
        return tuple(((*self.at, key, n), item) for n, item in enumerate(value[:LONGEST_LIST]))

    def phrases(self, key: str, *, longest: int = 200) -> tuple[str, ...]:
        """A list of texts; one text alone stands for a list of one."""
        if isinstance(self.get(key), str):
            word = self.words(key, longest=longest)
            return (word,) if word else ()
        return tuple(word for path, item in self.items(key) for word in self.phrase(key, path, item, longest))

    def phrase(self, key: str, path: Path, item: object, longest: int) -> tuple[str, ...]:
        """One item of a list of texts, nothing where it is wrong."""
        fault = fault_in_words(item, longest)
        if fault:
            self.found.say(path, f"an item of '{key}' {fault}")
            return ()
        return (str(item).strip(),)

    def table(self, key: str) -> "Fields | None":
        """A table within this one."""
        value = self.get(key)
        if value is None:
            return None
        return self.inner(key, (*self.at, key), value)

    def tables(self, key: str, *, at_most: int = LONGEST_LIST) -> "tuple[Fields, ...]":
        """A list of tables."""
        items = self.items(key)
        if len(items) > at_most:
            self.wrong(key, f"there are {len(items)} {key}s; {at_most} are allowed")
        found = (self.inner(key, path, item) for path, item in items[:at_most])
        return tuple(table for table in found if table is not None)

    def inner(self, key: str, path: Path, value: object) -> "Fields | None":
        """That value as a table, if it is one."""
        if isinstance(value, dict):
            return Fields(values=value, at=path, found=self.found)
        self.found.say(path, f"'{key}' must hold a table, not {name_of(value)}")
        return None

    def texts(self, key: str, language: str, *, longest: int, required: bool = False) -> dict[str, str]:
        """Words shown to candidates: text in the script's language, or a table by language."""
        value = self.get(key)
        if not isinstance(value, dict):
            word = self.words(key, longest=longest, required=required)
            self.check_placeholders(key, word)
            return {language: word} if word else {}
        return self.texts_by_language(key, value, language, longest)

    def texts_by_language(self, key: str, values: Mapping[str, object], language: str, longest: int) -> dict[str, str]:
        """A table of languages, the script's own among them, in that order."""
        table = Fields(values=values, at=(*self.at, key), found=self.found)
        texts = {lang: table.words(lang, longest=longest) for lang in (language, *LANGUAGES)}
        table.unknown(LANGUAGES)
        if language not in table.values:
            self.wrong(key, f"'{key}' has no words in the script's own language '{language}'")
        for lang, word in texts.items():
            table.check_placeholders(lang, word)
        return {lang: word for lang, word in texts.items() if word}

    def check_placeholders(self, key: str, words: str) -> None:
        """Only `{{ first_name }}` and `{{ job }}` can be filled in."""
        for match in _PLACEHOLDER.finditer(words):
            name = match.group(1).strip()
            if name not in PLACEHOLDERS:
                self.wrong(key, not_known("placeholder", name, PLACEHOLDERS))
        rest = _PLACEHOLDER.sub("", words)
        if any(mark in rest for mark in ("{{", "}}", "{%", "{#")):
            self.wrong(key, f"'{key}' has braces that are no placeholder; write {{{{ first_name }}}} or {{{{ job }}}}")

    def duration(self, key: str, path: Path, value: object, *, longest: float) -> float | None:
        """Seconds, from text such as "24h", "7d" or "1h30m"."""
        seconds = read_duration(value) if isinstance(value, str) else None
        if seconds is None:
            self.found.say(path, f'\'{key}\' must be a duration such as "24h", "7d" or "1h30m", not \'{cut(value)}\'')
        elif not SHORTEST_WAIT <= seconds <= longest:
            self.found.say(path, f"'{key}': '{cut(value)}' must be between 1 minute and {longest / 86_400:.0f} days")
        else:
            return seconds
        return None


def fault_in_words(value: object, longest: int) -> str:
    """What is wrong with a text, nothing where it is fine."""
    if not isinstance(value, str):
        return f"must be text, not {name_of(value)}"
    if not value.strip():
        return "is empty"
    if any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in value):
        return "holds control characters"
    return f"is {len(value)} characters long; at most {longest} are allowed" if len(value) > longest else ""


def fault_in_number(value: object, low: float, high: float) -> str:
    """What is wrong with a number, nothing where it is fine."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"must be a number, not {name_of(value)}"
    return "" if low <= value <= high else f"must be between {low:g} and {high:g}, not {cut(value)}"


def plain(value: object) -> float:
    """A checked number; whole numbers stay whole."""
    return value if isinstance(value, int | float) else 0
