"""The wish to be left alone, in other words than a keyword: verb class x object class x negation, kept in data/opt_out.txt."""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from screening.understanding.tables import any_of, table, words
from screening.understanding.words import tokens

_SIGNS = re.compile(r"^\W*[🛑🚫⛔]\W*(?:texting|texts?|messages?|messaging|sms|me|textos|mensajes)?\W*$")
_SPELT_OUT = re.compile(
    r"\b\w+_[\w_]*\w|(?:\b[a-z]+[.!]+\s*){2,}\b[a-z]+[.!]|(?:\b[a-z] ){3,}[a-z]\b"
)  # "stop_texting_me", "do. not. text."
_LETTERS = re.compile(r"\bs[ .*_-]{1,2}t[ .*_-]{1,2}o[ .*_-]{1,2}p\b")  # "s t o p"
LEFT = 4  # words that may stand beside an everyday phrase that explains a text
SHORT = 6  # words of a text in which a stop phrase needs nothing beside it
_THANKS = re.compile(r"\bthank (?:you|u|ya|yall)\b")
_CLASS = re.compile(r"<(=?[a-z]+)>")


@cache
def _wishes() -> "re.Pattern[str]":
    lines = (line for section in ("english", "spanish", "outright") for line in table("opt_out")[section])
    return re.compile("|".join(f"(?:{_CLASS.sub(_alternatives, line)})" for line in lines))


def _alternatives(match: "re.Match[str]") -> str:
    return any_of("opt_out", f"={match[1]}")


@cache
def _anywhere(section: str) -> "re.Pattern[str]":
    return re.compile(any_of("opt_out", section))


@lru_cache(maxsize=64)
def _mended(plain: str) -> str:
    """Common slips of the stop words mended ("stpo", "txting", "unsubcribe"), and words told apart by signs ("leave. me. alone.")."""
    plain = _SPELT_OUT.sub(lambda m: re.sub(r"[._\W]+", " ", m.group()), _LETTERS.sub("stop", plain))
    out, last = [], 0
    for token in tokens(plain):
        right = _slips().get(token.text) or _near(token.text)
        if right and right != token.text:
            out.append(plain[last : token.start] + right)
            last = token.end
    return "".join([*out, plain[last:]])


@lru_cache(maxsize=64)
def _freed(plain: str) -> str:
    """The text without slips and without the everyday phrases that hold a stop-class word."""
    return words("opt_out", "friends").sub(" ~ ", _mended(plain))


@cache
def _slips() -> dict[str, str]:
    return dict(line.split(" ", 1) for line in table("opt_out")["slips"])


@lru_cache(maxsize=4096)
def _near(word: str) -> str | None:
    if (
        len(word) < 6
        or word in table("opt_out")["left_as_is"]
        or word in table("opt_out")["mended"]
        or not word.isascii()
    ):
        return None
    reach = 2 if len(word) >= 10 else 1
    return next(
        (
            right
            for right in table("opt_out")["mended"]
            if abs(len(right) - len(word)) <= reach and OSA.distance(word, right, score_cutoff=reach) <= reach
        ),
        None,
    )


@lru_cache(maxsize=64)
def asks_to_stop(plain: str) -> bool:
    """Whether the phrase grammar hears a wish to be left alone."""
    if _SIGNS.search(plain):
        return True
    freed = _freed(plain)
    if elsewhere(plain):
        last = _last_words(freed)
        return bool(last) and not _story(plain) and bool(_wishes().search(last))
    return bool(_wishes().search(freed))


_TOLD = re.compile(
    r"\b(?<!\byou )(?<!\bu )(?<!yall )(?<!website )(?<!ad )(?<!site )(?<!\bles )(?:said|says|told|telling|tell|tells|asked|dijo|dice|dije)\b(?! (?:that )?(?:you|u|yall|ya)(?: guys| all| people)? (?:need|have|gotta|got to|should|better|must)\b)"
)  # of somebody; what somebody says that we must do is told to us


@lru_cache(maxsize=64)
def outright(plain: str) -> bool:
    """Whether the wish is said in so many words, and not told of somebody."""
    return bool(_anywhere("outright").search(_freed(plain))) and not _TOLD.search(plain)


def _last_words(plain: str) -> str:
    """The last sentence of several, where it is short: "75 words a minute. go away"."""
    sentences = [piece for piece in re.split(r"[.!?;\n]+", plain) if piece.strip()]
    return sentences[-1] if len(sentences) > 1 and len(sentences[-1].split()) <= SHORT else ""


def elsewhere(plain: str) -> bool:
    """Whether a longer text is a story about work, or speaks of nothing that could be ours to stop."""
    if len(plain.split()) <= SHORT:
        return False
    if not _anywhere("about_us").search(plain):
        return True
    return _story(plain)


def not_ours(plain: str) -> bool:
    """Whether a text of any length speaks of nothing that could be ours to stop."""
    return not _anywhere("about_us").search(_THANKS.sub("", plain)) and not stop_word_left(plain)


def _story(plain: str) -> bool:
    """Whether it tells of others and of what was done, and says nothing to us."""
    told = words("opt_out", "story_people").search(plain) and words("opt_out", "story_deeds").search(plain)
    return bool(told and not words("opt_out", "story_to_us").search(plain))


@lru_cache(maxsize=64)
def explained(plain: str, *, partly: bool = False) -> bool:
    """Whether everyday phrases are most of it (or `partly`, any of it), and no stop-class word stands beside them."""
    freed = _freed(plain)
    found = freed.count(" ~ ")
    rest = rest_of(plain)
    enough = partly or rest <= max(LEFT, len(plain.split()) // 2)
    return found > 0 and enough and not stop_word_left(plain)


def rest_of(plain: str) -> int:
    """How many words stand beside the everyday phrases."""
    return len(_freed(plain).replace("~", " ").split())


def has_friend(plain: str) -> bool:
    """Whether an everyday phrase that holds a stop-class word stands in it."""
    return " ~ " in _freed(plain)


@lru_cache(maxsize=64)
def stays(plain: str) -> bool:
    """Whether it asks to be kept ("dont take me off the list"), and nothing beside it asks for an end."""
    rest = words("opt_out", "stays").sub(" ~ ", plain)
    return rest != plain and not stop_word_left(rest) and not _wishes().search(_freed(rest))


@lru_cache(maxsize=64)
def sounds_hostile(plain: str) -> bool:
    """Whether the words curse us away."""
    return bool(_anywhere("hostile").search(plain))


@lru_cache(maxsize=64)
def suspicious(plain: str) -> bool:
    """Whether words about law, privacy or spam stand in it."""
    return bool(words("opt_out", "suspicious").search(_freed(plain)))


@lru_cache(maxsize=64)
def stop_word_left(plain: str) -> bool:
    """Whether a stop-class word stands in it that no everyday phrase explains."""
    return bool(words("opt_out", "stop_word").search(_freed(plain)))


@lru_cache(maxsize=64)
def held_against_us(plain: str) -> bool:
    """Whether the law, the authorities or a wrong of ours are brought up against us, or harm is told that a person must see."""
    return bool(_anywhere("held_against_us").search(plain) or _anywhere("told_of_harm").search(plain))
