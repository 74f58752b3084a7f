"""A text as hashed pieces for the learned model: whole words, neighbours, letter runs, and words and senses beside the question."""

import re
from collections.abc import Sequence
from zlib import crc32

from screening.understanding.senses import sense_pieces

LONGEST = 240  # characters of a text the model looks at: the head and the tail
_WORD = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "you",
        "your",
        "do",
        "does",
        "did",
        "are",
        "is",
        "have",
        "has",
        "any",
        "to",
        "of",
        "in",
        "for",
        "with",
        "this",
        "that",
        "we",
        "us",
        "our",
        "and",
        "or",
        "be",
        "been",
        "can",
        "could",
        "will",
        "would",
        "at",
        "on",
        "it",
        "i",
        "me",
        "my",
        "there",
        "if",
    ]
)


def pieces(plain: str, asked: str = "", topics: tuple[str, ...] = ()) -> list[str]:
    """The pieces of a plain text (see words.said), with those of the question where one is given."""
    text = plain if len(plain) <= LONGEST else plain[: LONGEST // 2] + " " + plain[-LONGEST // 2 :]
    words = ["0" if w.isdigit() else w for w in _WORD.findall(text)]
    found = [f"w {w}" for w in words]
    found += [f"b {a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)]
    found += [f"t {a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False)]
    found.append(f"n {min(len(words), 12)}")
    joined = " " + " ".join(words) + " "
    for size in (4,) if asked else (3, 4, 5):
        found += [f"c{joined[i : i + size]}" for i in range(len(joined) - size + 1)]
    if asked:
        found += _beside(words, asked, topics) + sense_pieces(text, asked, topics[0] if topics else "-")
    return found


def _beside(words: list[str], asked: str, topics: tuple[str, ...]) -> list[str]:
    """Words of the text beside what the question is about."""
    topic = topics[0] if topics else "-"
    about = [w[:6] for w in re.findall(r"[a-z]+", asked) if w not in _STOP][:10]
    start = " ".join(asked.split()[:2])
    seen = dict.fromkeys(words)
    found = [f"q {topic} {w}" for w in seen] + [f"s {start} {w}" for w in seen]
    found += [f"p {topic} {a} {b}" for a, b in zip(["^", *words], [*words, "$"], strict=True)]
    return found + [f"x {q} {w}" for q in about for w in seen]


def hashed(found: Sequence[str], bits: int) -> list[int]:
    """The pieces as bucket numbers below 2**bits, each once."""
    mask = (1 << bits) - 1
    return list({crc32(piece.encode("utf-8", "replace")) & mask for piece in found})
