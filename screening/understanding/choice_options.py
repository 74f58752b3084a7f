"""What a choice offers: each option's letter, name, hours, and the word that means none of them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from screening.scripts.script import Option
from screening.understanding.synonyms import stems
from screening.understanding.words import flat

_LETTER = re.compile(r"^\(?(?P<label>[a-h]|\d)\s*[).:]\s+|^(?P<dash>[a-h])\s+-\s+")
_BESIDE = re.compile(r"\s*[(\[](?P<inside>[^)\]]*)[)\]]")
_SPAN = re.compile(
    r"(?<![\d:])(?P<a>\d{1,2}?)(?::?(?P<am>\d\d))?(?!\d)\s*(?P<ah>[ap])?\.?(?:m\b)?\.?\s*(?:-|to|until|till|thru|a)\s*(?P<b>\d{1,2}?)(?::?(?P<bm>\d\d))?(?!\d)\s*(?P<bh>[ap])?\.?(?:m\b)?"
)
_NOTHING = re.compile(
    r"^(?:none|never|nothing|neither|n/?a|not (?!sure)|no(?! preference\b)|i dont|i have not|i havent|i do not|without|ningun[oa]?|nunca|nada|sin)\b"
)


@dataclass(frozen=True, slots=True)
class Offered:
    """One option as people may name it; hours run from 0, past 24 where the shift ends on the next day."""

    index: int
    label: str
    name: str
    beside: str  # what stands in brackets
    also: tuple[str, ...]
    hours: tuple[float, float] | None

    @property
    def nothing(self) -> bool:
        """Whether choosing it means having none of the others."""
        return bool(_NOTHING.match(self.name))

    @property
    def names(self) -> tuple[str, ...]:
        """The name, and what stands beside it in brackets."""
        return (self.name, self.beside) if self.beside else (self.name,)


@lru_cache(maxsize=256)
def offered(options: tuple[Option, ...]) -> tuple[Offered, ...]:
    """The options of a question, looked at once."""
    return tuple(_offered(index, option) for index, option in enumerate(options))


def _offered(index: int, option: Option) -> Offered:
    whole = flat(option.value)
    letter = _LETTER.match(whole)
    bare = whole[letter.end() :] if letter else whole
    inside = _BESIDE.search(bare)
    name = _BESIDE.sub("", bare).strip() or bare
    label = (letter["label"] or letter["dash"]) if letter else ""
    beside = inside["inside"].strip() if inside else ""
    also = (*(flat(words) for words in option.also), *_respelt(name))
    return Offered(index, label, name, beside, also, span_of(whole))


def anothers(words: str, index: int, options: tuple[Offered, ...]) -> bool:
    """Whether words stand in the name of another option and not in this one's ("truck" of a car and a box truck)."""
    if words.startswith(("no ", "not ", "except ", "but ")):
        return False  # "no weekends" tells of weekdays
    said = stems(words)
    own = {stem for o in options if o.index == index for stem in stems(" ".join(o.names))}
    return (
        bool(said)
        and not said & own
        and any(said <= stems(" ".join(o.names)) for o in options if o.index != index and not o.nothing)
    )


_PLACES = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}


def _respelt(name: str) -> tuple[str, ...]:
    """The name with its ordinals the other way: `3rd year`, `third year`."""
    found = next((pair for pair in _PLACES.items() if re.search(rf"\b(?:{pair[0]}|{pair[1]})\b", name)), None)
    if found is None:
        return ()
    figure, word = found
    return (name.replace(figure, word) if figure in name else re.sub(rf"\b{word}\b", figure, name),)


_DAYS = {"day": 1, "week": 7, "month": 30}
_AHEAD = re.compile(
    r"(?:(?P<side>within|less than|under|in under|more than|over|at least)\s+)?(?P<a>\d+|an?|one|two)(?:\s*(?:-|to)\s*(?P<b>\d+|two|four))?(?P<plus>\+)?\s*(?P<unit>day|week|month)s?(?P<more>\+| or (?:more|longer))?"
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "four": 4}


def days_of(name: str) -> tuple[int, int] | None:
    """The days ahead an option stands for: `1-2 weeks`, `immediately`, `more than a month`."""
    if re.match(r"(?:immediate|asap|right away|now\b|today|inmediat)", name):
        return 0, 1
    match = _AHEAD.search(name)
    if match is None:
        return None
    unit = _DAYS[match["unit"]]
    first = unit * (_COUNTS.get(match["a"]) or int(match["a"] if match["a"].isdigit() else 1))
    last = unit * (_COUNTS.get(match["b"]) or int(match["b"])) if match["b"] else first
    side = match["side"] or ""
    if side in ("more than", "over", "at least") or match["plus"] or match["more"]:
        return first + (side in ("more than", "over")), 10_000
    return (0 if side else first - (0 if match["b"] else unit - 1), last)


def span_of(text: str) -> tuple[float, float] | None:
    """The hours a text runs over (`6am-2pm` is 6 to 14), where am or pm says so."""
    match = _SPAN.search(text)
    if match is None or not (match["ah"] or match["bh"]):
        return None
    first = _hour(match["a"], match["am"], match["ah"] or match["bh"])
    last = _hour(match["b"], match["bm"], match["bh"] or match["ah"])
    if not match["ah"] and first > last:
        first = (first + 12) % 24
    if first >= 24 or last > 24:
        return None
    return first, last if last > first else last + 24


def _hour(figure: str, minutes: str | None, half: str) -> float:
    hour = int(figure) % 12 if int(figure) <= 12 else int(figure)
    return hour + (12 if half == "p" and hour < 12 else 0) + int(minutes or 0) / 60
