"""A choice by name: in full, in part, by its initials, by another word for it, with a slip of the finger."""

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from screening.understanding.choice_hits import Hit
from screening.understanding.choice_options import Offered, anothers
from screening.understanding.synonyms import stems, synonyms_of
from screening.understanding.tables import known_words

Options = tuple[Offered, ...]


@lru_cache(maxsize=16)
def named(plain: str, options: Options) -> tuple[Hit, ...]:
    """Options named in full, by other words of the script, in part, by initials, or by a common other word."""
    hits: list[Hit] = []
    for finder in _FINDERS:
        found = [hit for option in options for hit in finder(plain, options, option)]
        found = [hit for hit in found if not any(h.index == hit.index and not _holds(hit, h) for h in hits)]
        found = [hit for hit in found if not any(_holds(other, hit) for other in found)]
        hits = [h for h in hits if not any(_holds(f, h) for f in found)]
        hits += [hit for hit in found if not any(h.start < hit.end and hit.start < h.end for h in hits)]
    return tuple(hit for hit in hits if not re.search(r"\b(?:bi|semi)[ -]$", plain[max(0, hit.start - 5) : hit.start]))


def _holds(longer: Hit, hit: Hit) -> bool:
    """Whether one is a longer stretch around the other."""
    return longer.start <= hit.start and hit.end <= longer.end and longer.end - longer.start > hit.end - hit.start


@lru_cache(maxsize=1024)
def _spelt(words: str) -> "re.Pattern[str]":
    joined = r"[\s/-]+".join(re.escape(w) for w in re.split(r"[\s/-]+", words) if w)
    return re.compile(rf"(?<![a-z0-9]){joined}(?:s|es)?(?![a-z0-9])")


def _spots(plain: str, words: str, index: int, sure: float, rule: str) -> list[Hit]:
    if not words.strip(" /-"):
        return []
    return [Hit(index, m.start(), m.end(), sure, rule) for m in _spelt(words).finditer(plain)]


def _full(plain: str, options: Options, option: Offered) -> list[Hit]:
    hits = [hit for name in option.names for hit in _spots(plain, name, option.index, 0.95, "choice.name")]
    return [
        h
        for h in hits
        if not any(
            m.start() <= h.start < m.end() for other in _longer(option, options) for m in _spelt(other).finditer(plain)
        )
    ]


@lru_cache(maxsize=1024)
def _longer(option: Offered, options: Options) -> tuple[str, ...]:
    """The names of other options that hold this one's."""
    inside = re.compile(rf"\b{re.escape(option.name)}\b")
    return tuple(o.name for o in options if o is not option and inside.search(o.name))


def _also(plain: str, options: Options, option: Offered) -> list[Hit]:
    return [hit for words in option.also for hit in _spots(plain, words, option.index, 0.93, "choice.also")]


def _part(plain: str, options: Options, option: Offered) -> list[Hit]:
    """A word that only this option has, or a word with the same stem."""
    if option.nothing:
        return []
    own = _stems(option).difference(*(_stems(other) for other in options if other is not option))
    return [
        Hit(option.index, match.start(), match.end(), 0.88, "choice.part")
        for match in re.finditer(r"[a-z0-9]+", plain)
        if (
            stems(match.group()) & own
            and not _stands_for(plain, match)
            and not _shortens(match.group(), option, options)
        )
        or _begins(match.group(), option, options)
        or ((figure := re.match(r"\d{2,}(?=er|ft|foot|\b)", match.group())) and figure.group() in own)
    ]


_POINTS_AT = re.compile(r"\b(?:the|that|this|which|any|each|either|other|every|no) (?:[a-z]+ )?$")


def _stands_for(plain: str, match: "re.Match[str]") -> bool:
    """Whether `one` only stands for an option (`the sunday one`)."""
    return match.group() in ("one", "ones") and bool(_POINTS_AT.search(plain[: match.start()]))


def _begins(word: str, option: Offered, options: Options) -> bool:
    """Whether a word is the head of a word that only this option has (`west` of Westside)."""
    if (len(word) < 4 and word not in _DAYS) or word in _PLAIN_WORDS:
        return False
    if word in _DAYS:
        return _day_of(word, option) and not any(_day_of(word, other) for other in options if other is not option)
    if not any(name.startswith(word) and len(word) >= 0.4 * len(name) for name in _long_words(option)):
        return False
    others = [o for o in options if o is not option and not _shortens(word, o, options)]
    return not any(name.startswith(word) for other in others for name in _long_words(other))


def _shortens(word: str, option: Offered, options: Options) -> bool:
    """Whether a word of a longer name stands alone for another option (`temp` of Temp-to-hire and Temporary)."""
    if len(word) < 4 or len(re.findall(r"[a-z]+", option.name)) < 2:
        return False
    return any(o.name != word and o.name.isalpha() and o.name.startswith(word) for o in options if o is not option)


_DAYS = frozenset(["mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri"])


def _day_of(word: str, option: Offered) -> bool:
    """Whether an option begins with the day a short word stands for."""
    return option.name.startswith(word[:3]) and bool(re.match(r"[a-z]+day\b", option.name))


@lru_cache(maxsize=1024)
def _stems(option: Offered) -> frozenset[str]:
    return frozenset(stem for name in option.names for stem in stems(name))


def _initials(plain: str, options: Options, option: Offered) -> list[Hit]:
    """`registered nurse` for RN, `dd` for Direct deposit."""
    short = next((name for name in option.names if re.fullmatch(r"[a-z]{2,4}", name)), "")
    if short:
        words = list(re.finditer(r"[a-z]+", plain))
        runs = (words[at : at + len(short)] for at in range(len(words) - len(short) + 1))
        return [
            Hit(option.index, run[0].start(), run[-1].end(), 0.88, "choice.initials")
            for run in runs
            if "".join(m.group()[0] for m in run) == short and min(len(m.group()) for m in run) > 3
        ]
    words_ = re.findall(r"[a-z]+", option.name)
    letters = "".join(word[0] for word in words_)
    if not 2 <= len(letters) <= 4 or letters in ("am", "pm", "no", "so", "is", "it", "in", "on", "at", "to", "do", "of", "or", "if", "hi", "ok", "as", "us", "we"):  # fmt: skip
        return []
    if sum("".join(w[0] for w in re.findall(r"[a-z]+", o.name)) == letters for o in options) > 1:
        return []
    return [Hit(option.index, m.start(), m.end(), 0.82, "choice.initials") for m in re.finditer(rf"\b{letters}\b", plain)]  # fmt: skip


def _phrase(plain: str, options: Options, option: Offered) -> list[Hit]:
    """Other words for it that are more than one word, before parts of a name are looked for."""
    return [hit for hit in _synonym(plain, options, option) if " " in plain[hit.start : hit.end].strip()]


@lru_cache(maxsize=64)
def _synonym(plain: str, options: Options, option: Offered) -> list[Hit]:
    others = tuple(name for o in options if o is not option for name in o.names)
    return [
        Hit(option.index, m.start(), m.end(), 0.82, "choice.synonym")
        for pattern in _patterns(option.names, others)
        for m in pattern.finditer(plain)
        if not anothers(m.group(), option.index, options)
    ]


@lru_cache(maxsize=1024)
def _patterns(names: tuple[str, ...], others: tuple[str, ...]) -> tuple["re.Pattern[str]", ...]:
    found = dict.fromkeys(words for name in names for words in synonyms_of(name, others))
    return tuple(re.compile(rf"\b(?:{words})\b") for words in found)


def _joined(plain: str, options: Options, option: Offered) -> list[Hit]:
    """A word of one option only, written apart (`lab corp`, `s a p`)."""
    others = {word for o in options if o is not option for word in re.findall(r"[a-z]+", " ".join(o.names))}
    own = {word for word in re.findall(r"[a-z]+", " ".join(option.names)) if word not in others}
    apart = [rf"{word[:at]}[ -]{word[at:]}" for word in own if len(word) >= 6 for at in range(3, len(word) - 2)]
    apart += ["[ .]".join(word) for word in own if word == option.name and 3 <= len(word) <= 5]
    return [Hit(option.index, m.start(), m.end(), 0.88, "choice.apart") for m in _apart(tuple(sorted(apart))).finditer(plain)] if apart else []  # fmt: skip


@lru_cache(maxsize=1024)
def _apart(forms: tuple[str, ...]) -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


_FINDERS: tuple[Callable[[str, Options, Offered], list[Hit]], ...] = (
    _full,
    _also,
    _phrase,
    _joined,
    _part,
    _synonym,
    _initials,
)


@lru_cache(maxsize=16)
def alike(plain: str, options: Options) -> list[Hit]:
    """Slips of the finger: a word of the text near a word of one option only."""
    best: list[Hit] = []
    for match in re.finditer(r"[a-z0-9]{4,}", plain):
        if match.group() in _PLAIN_WORDS or (match.group() in known_words() and not _spelt_so(match.group(), options)):
            continue
        scores = sorted(((_nearness(match.group(), option), option.index) for option in options), reverse=True)
        if scores[0][0] >= 0.72 and (len(scores) == 1 or scores[0][0] - scores[1][0] >= 0.12):
            best.append(
                Hit(scores[0][1], match.start(), match.end(), 0.8 if scores[0][0] > 0.8 else 0.7, "choice.alike")
            )
    if not best and re.fullmatch(r"\W*[a-z]{2,3}\W*", plain):
        word = plain.strip(" .!?")
        best = [Hit(o.index, 0, len(plain), 0.75, "choice.alike") for o in options if len(o.name) == len(word) == 3 and OSA.distance(word, o.name) == 1 and sorted(word) == sorted(o.name)]  # fmt: skip
    if best:
        return best
    whole = sorted(((fuzz.ratio(plain.strip(" .!"), option.name), option.index) for option in options), reverse=True)
    if whole[0][0] >= 76 and (len(whole) == 1 or whole[0][0] - whole[1][0] >= 10):
        return [Hit(whole[0][1], 0, len(plain), 0.75, "choice.alike")]
    return []


def _spelt_so(word: str, options: Options) -> bool:
    """Whether a known word is one of an option's own."""
    return any(word in _long_words(option) for option in options if not option.nothing)


_PLAIN_WORDS = frozenset(["from", "near", "here", "when", "then", "than", "them", "that", "this", "with", "want", "what", "wait", "have", "hate", "time", "like", "line", "some", "same", "home", "come", "more", "most", "must", "work", "word", "date", "late", "make", "take", "good", "food", "call", "tell", "well", "will", "went", "been", "need", "kids", "just", "only", "they", "does", "dont", "cant", "wont", "main", "year", "yeah", "care", "other", "over", "under", "call", "long", "know", "work"])  # fmt: skip


def _nearness(word: str, option: Offered) -> float:
    return max((_near(word, name) for name in _long_words(option)), default=0.0)


_SOUNDS = ((re.compile(r"ph"), "f"), (re.compile(r"ck|qu?|c(?=[aoulrkt]|$)"), "k"), (re.compile(r"[zc]|x$"), "s"), (re.compile(r"gh|h"), ""), (re.compile(r"(?<=.)[aeiouyw]+"), ""), (re.compile(r"(.)\1+"), r"\1"))  # fmt: skip


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """A word by its consonants, those that sound alike the same (`friser`, freezer)."""
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word


def _near(word: str, name: str) -> float:
    if len(word) >= 5 and word[0] == name[0] and len(sound := _sound(word)) >= 3 and sound == _sound(name):
        return 0.79
    off = OSA.distance(word, name)
    return 1 - off / max(len(word), len(name)) if word[0] == name[0] or off <= 1 else 0.0


@lru_cache(maxsize=1024)
def _long_words(option: Offered) -> tuple[str, ...]:
    return tuple(w for text in (*option.names, *option.also) for w in re.findall(r"[a-z]{4,}", text))
