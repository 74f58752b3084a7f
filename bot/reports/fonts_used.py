"""Which font faces a text needs: only those are given to the engine, since each costs time."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file, and the family and weight it stands for."""

    family: str
    file: str
    weight: str = "normal"


ALWAYS = (Face(family="Inter", file="Inter-Regular.ttf"), Face(family="Inter", file="Inter-Bold.ttf", weight="bold"))
# fmt: off
OTHERS = (
    "Arabic", "Hebrew", "Han", "Hangul", "Emoji", "Devanagari", "Bengali", "Gujarati", "Gurmukhi", "Tamil", "Telugu", "Kannada",
    "Malayalam", "Oriya", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "Ethiopic", "Armenian", "Georgian", "Symbols",
)
# fmt: on


@cache
def covered(file: str) -> frozenset[int]:
    """The code points for which that font file has a glyph."""
    from reportlab.pdfbase.ttfonts import TTFontFile

    return frozenset(TTFontFile(str(FONTS / file)).charToGlyph)


@cache
def _others() -> tuple[Face, ...]:
    return tuple(Face(family=f"Noto{name}", file=f"Noto{name}.ttf") for name in OTHERS)


def faces(text: str) -> tuple[Face, ...]:
    """The faces in which the whole text can be drawn, as far as we have them."""
    rest, chosen = _beyond(text), []
    for face in _others() if rest else ():
        if rest & covered(face.file):
            chosen.append(face)
            rest -= covered(face.file)
    return (*ALWAYS, *chosen)


def _beyond(text: str) -> set[int]:
    return {ord(c) for c in set(text)} - covered(ALWAYS[0].file)


def drawable(text: str) -> str:
    """The text with a hollow square for what no font of ours can draw; joiners and variants of emoji are dropped."""
    text = text.translate(_SILENT)
    unknown = _beyond(text) - {10, 32}
    for face in _others() if unknown else ():
        unknown -= covered(face.file)
    return text.translate({c: "" if c == _NON_JOINER else "□" for c in unknown})


_NON_JOINER = 0x200C
_SILENT = dict.fromkeys((0x200B, 0x200D, *range(0xFE00, 0xFE10)))
