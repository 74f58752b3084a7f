"""What free text speaks of: the subject a criterion names (pay, a move, an upset person calmed) and the words that show it.

`data/subjects.txt` holds for each subject the words of the criterion ([pay.asked]) and of the reply: [pay.shown] counts where it
is meant and one's own, [pay.plainly] wherever it stands, and nothing counts beside [pay.never]. Of subjects whose words of the
criterion stand within each other the longer counts, so that "a spreadsheet program" is no program of any kind.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from screening.understanding.claim_stands import stands
from screening.understanding.criteria_particular import anothers, anothers_here, nobody
from screening.understanding.deferred import deferred
from screening.understanding.tables import any_of, table, word_set

_CLASS: Final = deferred(r"<(\w+)>")
_TWICE: Final = "2x "  # a line that wants two different words of its kind
_BOTH: Final = " & "  # between what must both be said, in either order


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to show a subject: everything in `parts` is said, `times` different words of it; `meant`: not denied, one's own."""

    parts: tuple["re.Pattern[str]", ...]
    times: int
    meant: bool


@cache
def _subjects() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """(name, words of a criterion) of each subject."""
    return tuple(
        (section.removesuffix(".asked"), re.compile(rf"\b{any_of('subjects', section)}(?!\w)"))
        for section in table("subjects")
        if section.endswith(".asked")
    )


@cache
def _spelt(line: str) -> str:
    """A line with the classes it names written out."""
    while match := _CLASS.search(line):
        line = line[: match.start()] + any_of("word_classes", f"{match[1]}.class") + line[match.end() :]
    return line


def _compiled(lines: tuple[str, ...]) -> "re.Pattern[str]":
    return re.compile(r"\b(?:" + "|".join(_spelt(line) for line in lines) + r")(?!\w)")


@cache
def _ways(name: str) -> tuple[Way, ...]:
    """The ways to show a subject; its single words are one way together."""
    found: list[Way] = []
    for part, meant in (("shown", True), ("plainly", False)):
        lines = table("subjects").get(f"{name}.{part}", ())
        single = tuple(line for line in lines if _BOTH not in line and not line.startswith(_TWICE))
        if single:
            found.append(Way(parts=(_compiled(single),), times=1, meant=meant))
        for line in lines:
            if line not in single:
                parts = tuple(_compiled((part,)) for part in line.removeprefix(_TWICE).split(_BOTH))
                found.append(Way(parts=parts, times=2 if line.startswith(_TWICE) else 1, meant=meant))
    return tuple(found)


@cache
def _never(name: str) -> "re.Pattern[str] | None":
    lines = table("subjects").get(f"{name}.never", ())
    return _compiled(lines) if lines else None


@lru_cache(maxsize=1024)
def subjects_of(criterion: str, question: str) -> tuple[str, ...]:
    """The subjects a criterion names, read beside its question."""
    asked = f"{criterion} ~ {question}"
    end = len(criterion)
    found = [
        (match.start(), min(match.end(), end), name)
        for name, wording in _subjects()
        if (match := wording.search(asked)) and match.start() < end
    ]
    return tuple(
        name
        for start, end, name in found
        if not any(o[0] <= start and end <= o[1] and o[1] - o[0] > end - start for o in found)
    )


def shows_subject(plain: str, criterion: str, question: str) -> bool | None:
    """Whether a reply speaks of what a criterion names; None where it names no known subject or other evidence may show it."""
    named = subjects_of(criterion, question)
    if any(_shows(plain, name) for name in named):
        return True
    return None if word_set("subjects", "subjects.more_ways").issuperset(named) else False


def shown_alone(criterion: str, question: str) -> bool:
    """Whether nothing but its subjects shows a criterion."""
    return word_set("subjects", "subjects.alone").issuperset(subjects_of(criterion, question))


def _shows(plain: str, name: str) -> bool:
    never = _never(name)
    if never is not None and never.search(plain):
        return False
    if name not in word_set("subjects", "subjects.others_too") and (nobody(plain) or anothers(plain)):
        return False
    return any(_goes(plain, way) for way in _ways(name))


def _goes(plain: str, way: Way) -> bool:
    return all(len(_words(plain, part, meant=way.meant)) >= way.times for part in way.parts)


def _words(plain: str, part: "re.Pattern[str]", *, meant: bool) -> set[str]:
    """The different words of a kind that stand in a reply."""
    return {
        match.group()
        for match in part.finditer(plain)
        if not meant or (stands(plain, match.start(), match.end()) and not anothers_here(plain, match.start()))
    }
