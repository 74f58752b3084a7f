"""Clean: text that others wrote, made safe to show. Nothing is lost that a reader could see."""

import re
import unicodedata

LIMIT = 5_000
CUT = " … [cut]"
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069"  # controls, marks of direction
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"  # private use, tags, no characters
)
_MARK = "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = re.compile(f"({_MARK}{{3}}){_MARK}+")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_MANY_BREAKS = re.compile("\n{3,}")
_MANY_SPACES = re.compile("[ \t]{3,}")


def clean(text: str, limit: int = LIMIT) -> str:
    """The text without broken or unseen characters, without piled-up marks, and at most `limit` long."""
    text = text[: limit * 4].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text).replace("\u00a0", " "))
    text = _MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    text = _MANY_SPACES.sub("  ", _MANY_BREAKS.sub("\n\n", text))
    return text if len(text) <= limit else text[: limit - len(CUT)] + CUT


def one_line(text: str, limit: int = 200) -> str:
    """Cleaned and on one line, for names and titles."""
    return " ".join(clean(text, limit * 2).split())[:limit]
